"""The parts of the lesson on curvature and Newton's method."""
