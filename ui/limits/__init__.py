"""The parts of the lesson on limits."""
