"""What the derivative tells: where f rises and turns, what it is like nearby, and where it has none."""
