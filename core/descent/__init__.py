"""Gradient descent and ascent: a run, its verdict, its worked steps, and each step taken a second way."""

from core.descent.run import MOST_STEPS, Measured, Sense, Trace, run, start_keys

__all__ = ["MOST_STEPS", "Measured", "Sense", "Trace", "run", "start_keys"]
