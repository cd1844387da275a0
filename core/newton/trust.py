"""The lowest point of a quadratic model within a radius."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

HALVINGS = 100
ROUNDING = 1e-14


def within_radius(gradient: Floats, hessian: Floats, radius: float) -> tuple[Floats, bool]:
    """The s (d,) with ‖s‖ ≤ radius at which g·s + ½ s·H·s is least, and whether it lies on the edge.

    s = −(H + μI)⁻¹g, where μ ≥ max(0, −λ_min) is 0 or makes s as long as the radius (Moré & Sorensen, 1983).
    Where g has no part along the lowest eigenvector, that vector fills up the length if it leads down (the
    hard case), and is left out if the model is level along it.

    >>> within_radius(np.array([0.0, 2.0]), np.diag([-2.0, 2.0]), 1.0)[0].round(6).tolist()
    [0.866025, -0.5]
    """
    eigenvalues, vectors = np.linalg.eigh(hessian)
    along = vectors.T @ gradient
    if eigenvalues[0] > 0:
        inside = -along / eigenvalues
        if np.linalg.norm(inside) <= radius:
            return vectors @ inside, False
    floor = max(0.0, -float(eigenvalues[0]))
    shifted, zero = eigenvalues + floor, ROUNDING * float(np.abs(eigenvalues).max())
    felt = shifted > zero
    steps = np.where(felt, -along / np.where(felt, shifted, 1.0), 0.0)
    short = radius**2 - float(steps @ steps)
    if abs(along[~felt]).max(initial=0.0) <= ROUNDING * float(np.linalg.norm(along)) and short >= 0:
        if floor <= zero:
            return vectors @ steps, False
        steps[0] = np.sqrt(short)
        return vectors @ steps, True
    return vectors @ _on_the_edge(along, eigenvalues, floor, radius), True


def _on_the_edge(along: Floats, eigenvalues: Floats, floor: float, radius: float) -> Floats:
    """−g/(λ + μ) of length `radius`: it shortens as μ grows, so halving an interval finds μ."""
    low, high = 0.0, float(np.linalg.norm(along)) / radius + float(np.abs(eigenvalues).max()) + 1e-300
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
            longer = np.linalg.norm(along / (eigenvalues + floor + middle)) > radius
        low, high = (middle, high) if longer else (low, middle)
    return -along / (eigenvalues + floor + high)
