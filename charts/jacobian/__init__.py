"""A small square and what a vector function makes of it, beside the parallelogram of its Jacobian."""

from charts.jacobian.parallelogram import parallelogram_chart

__all__ = ["parallelogram_chart"]
