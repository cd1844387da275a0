"""The parts of the lesson Gradient."""
