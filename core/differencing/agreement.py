"""Why the best h found is not always where it was predicted: each reason is looked for in the numbers."""

from math import isfinite, isnan

import numpy as np

from core.differences import ErrorCurve
from core.numbers import number

NEAR = 10.0
"""A predicted h within this factor of the best one found is a good prediction."""

_LUCKY = 3.0


def disagreement(curve: ErrorCurve) -> str:
    """Why predicted and found h are more than a factor of 10 apart, as a sentence; empty where they are not.

    >>> from core.differences import error_curve
    >>> from core.expression import parse
    >>> disagreement(error_curve(parse("sin(x)"), 1.0, "forward"))
    ''
    """
    if not curve.model.known or isnan(curve.best_h):
        return curve.why_not or _too_large(curve) or _unknown(curve)
    if 1 / NEAR <= curve.predicted_h / curve.best_h <= NEAR:
        return ""
    for why in (_too_large, _exact, _no_truncation, _plateau, _luck, _end_of_the_range):
        said = why(curve)
        if said:
            return said
    return (
        f"The terms of Taylor's formula beyond the first partly cancel near h = {number(curve.best_h, 3)}, "
        "which a single term cannot foretell."
    )


def _unknown(curve: ErrorCurve) -> str:
    if isfinite(curve.truth) and not isfinite(curve.facts.value):
        return f"A number on the way to f(x) is too large for {curve.dtype}."
    return "f has too few derivatives here to predict a best h."


def _too_large(curve: ErrorCurve) -> str:
    if not abs(curve.truth) > float(np.finfo(curve.dtype).max):
        return ""
    return f"f′ is {number(curve.truth, 3)} here, too large for {curve.dtype}: no quotient can come near it."


def _exact(curve: ErrorCurve) -> str:
    """Where every value is exactly representable there is no rounding to balance."""
    model = curve.model
    truncated = float(model.truncation(np.array([curve.best_h]))[0])
    if model.slope and abs(curve.best_error - truncated) <= 1e-6 * truncated and curve.best_error:
        return "The values of f are exactly representable at these h: there is no rounding to balance."
    return ""


def _no_truncation(curve: ErrorCurve) -> str:
    if curve.model.coefficient:
        return ""
    return (
        "All derivatives that this stencil leaves out are 0 here: nothing is truncated, and h is the better "
        "the larger it is, up to rounding."
    )


def _plateau(curve: ErrorCurve) -> str:
    """Both lie where neither h matters: the formula's own last rounding is all that is left."""
    low, high = curve.model.plateau
    if not (low <= curve.best_h <= high * NEAR and low <= curve.predicted_h <= high * NEAR):
        return ""
    which = f"up to {number(high, 2)}" if low == 0 else f"from {number(low, 2)} to {number(high, 2)}"
    said = f"Every h {which} is as good: only the last rounding is left."
    if curve.facts.noise or curve.stencil.is_complex:
        return said
    return f"{said} f is 0 here, so that rounding shrinks along with h."


def _luck(curve: ErrorCurve) -> str:
    """Rounding errors cancelled at one h, and the predicted one keeps its promise."""
    expected = float(curve.model.total(np.array([curve.best_h]))[0])
    nearest = int(np.argmin(np.abs(np.log(curve.h / curve.predicted_h))))
    kept = curve.error[nearest] <= NEAR * curve.predicted_error
    if not kept or curve.best_error * _LUCKY > expected:
        return ""
    return (
        f"Luck: at h = {number(curve.best_h, 3)} an error of about {number(expected, 2)} was to be expected, "
        f"and it happened to be {number(curve.best_error, 2)}. The predicted h keeps what it promised, "
        f"{number(float(curve.error[nearest]), 2)}."
    )


def _end_of_the_range(curve: ErrorCurve) -> str:
    if curve.predicted_h not in curve.model.span:
        return ""
    which = "largest h looked at" if curve.predicted_h == curve.model.span[1] else "smallest h there is"
    return f"The prediction ends at {number(curve.predicted_h, 2)}, the {which} here."
