"""The four errors of floating-point arithmetic, and how they add up: each with something to move."""
