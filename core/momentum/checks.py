"""The second way for every number of the worked steps: the run itself, or a search that knows no formula."""

import numpy as np

from core.momentum.analysis import Floats, Momentum
from core.momentum.measured import recursion
from core.momentum.searching import least_factor, step_factor
from core.numbers import number
from core.steps import Check

SEARCHED = 1e-4
"""How near a search through a grid comes to the least factor."""

NEAR_DOUBLE = 1e-7
"""Beside a double root its size is known to the root of a rounding only."""


def eigen_check(found: Momentum) -> Check:
    """H v = λ v, put in."""
    values = np.array([m.eigenvalue for m in found.modes])
    residual = float(np.abs(found.H @ found.eigenvectors - found.eigenvectors * values).max())
    return Check(
        compared="H times each direction, against λ times that direction.",
        shown="0",
        second=number(residual, 3),
        difference=residual,
        tolerance=1e-12 * float(np.abs(found.H).max()),
    )


def parts_check(found: Momentum) -> Check:
    """The parts times their directions, added up to x₀ again."""
    again = found.minimum + found.eigenvectors @ found.parts[0]
    gap = float(np.abs(again - found.trace.x[0]).max())
    return Check(
        compared="The minimum and all parts along their directions, added up, against the start.",
        shown=_point(found.trace.x[0]),
        second=_point(again),
        difference=gap,
        tolerance=1e-12 * _size(found.trace.x[:1], found),
    )


def recursion_check(found: Momentum) -> Check:
    """Every part of every iterate from the two before it, against the run in x and y."""
    parts = found.parts[np.isfinite(found.parts).all(axis=1)]
    linear = np.array([m.linear for m in found.modes])
    predicted = linear * parts[1:-1] - found.beta * parts[:-2]
    room = np.maximum(1.0, np.abs(parts[:-2]).max(axis=1, initial=0.0))
    gap = float((np.abs(parts[2:] - predicted).max(axis=1, initial=0.0) / room).max(initial=0.0))
    return Check(
        compared=f"The rule for one axis against the run itself, at {max(len(parts) - 2, 0)} steps of it.",
        shown="0",
        second=number(gap, 3),
        difference=gap,
        tolerance=1e-12 * _size(found.trace.x[:1], found) * max(1.0, float(np.abs(linear).max())),
    )


def roots_check(found: Momentum, index: int) -> Check | None:
    """z₁ + z₂ and z₁·z₂, as they can be read off the run; None where it shows fewer than two roots.

    Without momentum there is one root beside 0, and every quotient of two errors shows it.
    """
    if not found.felt[index]:
        return None
    if found.beta == 0:
        return _single_root_check(found, index)
    seen = recursion(found.parts[:, index], _size(found.trace.x, found))
    if seen is None:
        return None
    first, second = found.modes[index].roots
    total, product = (first + second).real, (first * second).real
    return Check(
        compared="z₁ + z₂ and z₁·z₂, against the two numbers that best carry the run's iterates on, fitted "
        "without any formula.",
        shown=f"{number(total, 10)} and {number(product, 10)}",
        second=f"{number(seen.linear, 10)} and {number(seen.product, 10)}",
        difference=max(abs(total - seen.linear), abs(product - seen.product)),
        tolerance=seen.trust + 1e-13,
    )


def _single_root_check(found: Momentum, index: int) -> Check:
    before, after = found.parts[:2, index].tolist()
    shown = found.modes[index].linear
    return Check(
        compared="1 − ηλ, against the quotient of the first two errors along this axis.",
        shown=number(shown, 10),
        second=number(after / before, 10),
        difference=abs(shown - after / before),
        tolerance=1e-12 * _size(found.trace.x[:2], found) / min(1.0, abs(before)),
    )


def rate_check(found: Momentum) -> Check:
    """max |z| against the eigenvalues of the matrix that takes (e_k, e_{k−1}) to (e_{k+1}, e_k)."""
    felt = found.eigenvectors[:, found.felt]
    size = float(step_factor(felt.T @ found.H @ felt, found.rate, found.beta).max(initial=0.0))
    return Check(
        compared="The largest root, against LAPACK's eigenvalues of the whole step as one matrix.",
        shown=number(found.factor, 8),
        second=number(size, 8),
        difference=abs(size - found.factor),
        tolerance=NEAR_DOUBLE * max(1.0, found.factor),
    )


def best_beta_check(found: Momentum) -> Check:
    """The formula's factor, against a search over β that knows only the step as a matrix."""
    best = found.best_beta
    least = least_factor(found.H, (found.rate, found.rate))
    # With no β below 1 that settles, all that a search can find is a factor of 1 or more.
    gap = abs(least - best.factor) if best is not None else max(0.0, 1 - least)
    return Check(
        compared="The least factor that any β reaches, against a search through all β from 0 to 1.",
        shown=number(best.factor, 6) if best is not None else "not below 1",
        second=number(least, 6),
        difference=gap,
        tolerance=SEARCHED,
    )


def joint_check(found: Momentum) -> Check:
    """The best factor, against a search through the whole map."""
    best = found.joint_best.factor
    least = least_factor(found.H, (0.0, 4 / found.most))
    return Check(
        compared="The best factor, against a search through all pairs of η and β.",
        shown=number(best, 5),
        second=number(least, 5),
        difference=abs(least - best),
        tolerance=SEARCHED,
    )


def _size(x: Floats, found: Momentum) -> float:
    """How large the numbers are whose rounding counts: these iterates and the minimum, at least 1."""
    return max(1.0, float(np.abs(x[np.isfinite(x)]).max()), float(np.abs(found.minimum).max()))


def _point(values: Floats) -> str:
    shown = ", ".join(number(float(value), 12) for value in values)
    return shown if len(values) == 1 else f"({shown})"
