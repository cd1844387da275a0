"""Difference quotients in the arithmetic of the machine: what they err by, and why."""
