"""Limits from two independent witnesses: the numbers near the point, and symbols."""
