"""Checks that a page can show: the batch gradient against 50-digit differences of the loss itself."""

import numpy as np

from core.errors import SettingError
from core.expression.precise import context
from core.models.many_digits import DIGITS, SPACING_EXPONENT, precise_slope
from core.models.model import Floats, Model
from core.numbers import number
from core.steps import Check

TOLERANCE = 1e-13
MOST_WORK = 4000
"""Units evaluated in many digits for one check: about a tenth of a second."""

LARGEST = 1e12
"""Beyond it a step of 10⁻¹⁸ is lost in the 60 digits that a squared loss is worked out with."""

SHOWN_DIGITS = 12
NEAR_A_CORNER = 1e-12
_SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
SPACING_TEXT = "h = 10" + str(-SPACING_EXPONENT).translate(_SUPERSCRIPT)


def checked_rows(model: Model, theta: Floats, x: Floats) -> int:
    """How many samples a check has time for; at least one.

    >>> from core.models import MODELS
    >>> checked_rows(MODELS["line"], np.zeros(2), np.zeros((500, 1)))
    500
    """
    return max(1, min(len(x), MOST_WORK // (2 * len(theta) * (model.hidden + 1))))


def refuse_runaway(model: Model, theta: Floats) -> None:
    """Raise SettingError where θ has run away: 50 digits cannot tell its slopes, and nobody reads them.

    >>> from core.models import MODELS
    >>> refuse_runaway(MODELS["coin"], np.array([1.2]))
    Traceback (most recent call last):
    core.errors.SettingError: P = 1.2 is not between 0 and 1. Look at an earlier epoch, or lower the rate.
    """
    if not np.all(np.abs(theta) <= LARGEST):
        raise SettingError(
            "The parameters have run away beyond 10¹². Look at an earlier epoch, or lower the rate.", "eta"
        )
    if model.name == "coin" and not 0 < theta[0] < 1:
        share = number(float(theta[0]))
        raise SettingError(
            f"P = {share} is not between 0 and 1. Look at an earlier epoch, or lower the rate.", "eta"
        )


def gradient_check(model: Model, theta: Floats, x: Floats, y: Floats) -> Check:
    """∂loss/∂θ of the batch against its difference quotients, at the parameter where they agree worst.

    Raises SettingError for parameters that have run away.
    """
    return worst(gradient_checks(model, theta, x, y))


def gradient_checks(model: Model, theta: Floats, x: Floats, y: Floats) -> tuple[Check, ...]:
    """∂loss/∂θ of the batch, parameter by parameter, against (loss(θ + h) − loss(θ − h))/2h in 50 digits.

    Where the batch is long, both sides take its first samples, `checked_rows` of them. Raises SettingError
    for parameters that have run away.
    """
    refuse_runaway(model, theta)
    rows = checked_rows(model, theta, x)
    x, y = x[:rows], y[:rows]
    gradient = model.gradient(theta, x, y)
    return tuple(
        slope_check(model, theta, x, y, place, float(slope)) for place, slope in enumerate(gradient.tolist())
    )


def worst(checks: tuple[Check, ...]) -> Check:
    """The one that agrees worst."""
    return max(checks, key=lambda check: (not check.holds, check.difference / check.tolerance))


def slope_check(model: Model, theta: Floats, x: Floats, y: Floats, place: int, slope: float) -> Check:
    """One partial derivative, however it was found, against the difference quotient of the loss."""
    second = precise_slope(model, theta, x, y, place)
    name = model.parameters(x.shape[1])[place].translate(_SUBSCRIPT)
    samples = "this sample" if len(y) == 1 else f"{len(y)} samples"
    return compared(
        f"∂L/∂{name} over {samples} against (L({name} + h) − L({name} − h))/2h, {SPACING_TEXT} in "
        f"{DIGITS} digits.",
        slope,
        second,
        rounding_scale(theta, x, y),
    )


def compared(sentence: str, shown: float, second: object, scale: float = 1.0) -> Check:
    """A float64 number and an mpf, relative to the largest of 1, the second and `scale`."""
    mp = context(DIGITS)
    other = mp.mpf(second)
    same = shown == float(other) or (shown != shown and other != other)
    return Check(
        compared=sentence,
        shown=number(shown, SHOWN_DIGITS),
        second=number(float(other), SHOWN_DIGITS),
        difference=0.0 if same else float(abs(shown - other)),
        tolerance=TOLERANCE * max(1.0, abs(float(other)) if mp.isfinite(other) else 1.0, scale),
    )


def rounding_scale(theta: Floats, x: Floats, y: Floats) -> float:
    """The size of the largest products inside a gradient, which float64's rounding follows."""
    largest = [float(np.abs(values).max(initial=0.0)) for values in (theta, x, y)]
    parameter, feature, label = (size if np.isfinite(size) else 1.0 for size in largest)
    terms = 1 + len(theta) * parameter * (1 + feature) + label
    return (1 + feature) * (1 + parameter) * terms


def corner_sentence(model: Model, theta: Floats, x: Floats) -> str:
    """Which relu units sit on their corner for a sample, where the loss has no gradient; "" for none.

    >>> from core.models import model_named
    >>> corner_sentence(model_named("network", 1, "relu"), np.zeros(4), np.ones((2, 1)))[:22]
    'Hidden unit 1 has z = '
    """
    if model.activation != "relu":
        return ""
    units = sorted({j + 1 for _, j in zip(*np.nonzero(_on_corner(model, theta, x)), strict=True)})
    if not units:
        return ""
    *before, last = map(str, units)
    subject = f"Hidden units {', '.join(before)} and {last} have" if before else f"Hidden unit {last} has"
    return (
        f"{subject} z = 0 for a sample: relu has a corner there. The gradient takes its slope as 0, where "
        "differences see the mean of both sides."
    )


def _on_corner(model: Model, theta: Floats, x: Floats) -> np.ndarray:
    """Which samples and units (n, h) have a sum of 0, up to rounding."""
    d = x.shape[1]
    first = theta[: d * model.hidden].reshape(d, model.hidden)
    bias = theta[d * model.hidden : (d + 1) * model.hidden]
    size = np.abs(x) @ np.abs(first) + np.abs(bias)
    corner: np.ndarray = np.abs(x @ first + bias) <= NEAR_A_CORNER * np.maximum(size, 1.0)
    return corner
