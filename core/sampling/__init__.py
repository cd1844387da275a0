"""Functions as honest samples: curves with their gaps, level curves, heights over a window."""

from core.sampling.curve import BUDGET, HEIGHT, POINTS, WIDTH, Curve, robust_range, sample_curve

__all__ = ["BUDGET", "HEIGHT", "POINTS", "WIDTH", "Curve", "robust_range", "sample_curve"]
