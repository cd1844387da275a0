"""The parts of the lesson on derivative rules."""
