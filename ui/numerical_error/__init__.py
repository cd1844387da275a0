"""The parts of the lesson Numerical Error: its controls, and what each of its tabs shows."""
