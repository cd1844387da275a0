"""`STATUSES`: what can be said of one h, in order of precedence."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.differencing.causes import Causes
from core.differencing.estimates import Estimates
from core.numbers import number

Floats = NDArray[np.float64]

_FAR = 1000.0
GOOD = 10.0
"""An h is good whose error is at most this many times the least one that can be expected."""


@dataclass(frozen=True)
class Status:
    """One row: its name, and a sentence with {h}, {x}, {dtype}, {why}, {truncation}, {rounding}, {order}."""

    name: str
    reason: str


_ROWS = (
    Status("not applicable", "{why}"),
    Status(
        "outside the domain",
        "The stencil needs a value of f at a place near x = {x} where f has none.",
    ),
    Status("overflow", "A number on the way is too large for {dtype}."),
    Status(
        "x + h = x",
        "In {dtype}, x + h is x itself: h is less than half the gap between x and its neighbours, so that "
        "both values of f are the same and the quotient is 0.",
    ),
    Status("no derivative", "f has no derivative at x = {x}, so that no number can be right."),
    Status(
        "good",
        "No h does much better: truncation is about {truncation} here, and rounding about {rounding}.",
    ),
    Status(
        "truncation dominates",
        "h is too large: the part of Taylor's formula that is cut off, about {truncation}, outweighs "
        "rounding, about {rounding}. It shrinks with h{order}.",
    ),
    Status(
        "rounding dominates",
        "h is too small: rounding, about {rounding}, outweighs truncation, about {truncation}. The values of "
        "f share most of their digits, and what is left is divided by h.",
    ),
)
STATUSES: dict[str, Status] = {row.name: row for row in _ROWS}
"""Every status by its name."""


def statuses(h: Floats, error: Floats, found: Estimates, model: Causes, least: float) -> NDArray[np.str_]:
    """The status of each h (m,); `least` is the error that can be expected at best."""
    split = (
        model.best_h if model.known else float(h[np.nanargmin(error)]) if np.isfinite(error).any() else 0.0
    )
    conditions = {
        "not applicable": np.full(h.shape, bool(found.why_not)),
        "outside the domain": found.outside,
        "overflow": found.overflowed,
        "x + h = x": found.absorbed,
        "no derivative": ~np.isfinite(error),
        "good": error <= GOOD * least,
        # Rounding never errs so much more than foretold: then it is h that reaches too far.
        "truncation dominates": (h >= split) | (error / _FAR > model.total(h)),
    }
    status: NDArray[np.str_] = np.select(list(conditions.values()), list(conditions), "rounding dominates")
    return status


def reason(name: str, *, h: float, error: float, x: float, dtype: str, model: Causes, why: str) -> str:
    """The sentence of a status for one h and its error."""
    place = np.array([h])
    truncation, rounding = float(model.truncation(place)[0]), float(model.rounding(place)[0])
    if name in ("good", "truncation dominates", "rounding dominates") and not model.known:
        return _UNKNOWN[name]
    if name == "truncation dominates" and error > _FAR * (truncation + rounding):
        return "h is too large: f changes more within h of x than its derivatives at x foretell."
    if name == "good" and float(model.total(place)[0]) > GOOD * model.best_error:
        return _LUCK.format(truncation=number(truncation, 2), rounding=number(rounding, 2))
    return STATUSES[name].reason.format(
        h=number(h, 3),
        x=number(x),
        dtype=dtype,
        why=why,
        truncation=number(truncation, 2),
        rounding=number(rounding, 2),
        order="" if model.order == 1 else f" to the power {model.order}",
    )


_LUCK = (
    "Luck: truncation of about {truncation} and rounding of about {rounding} were to be expected, and the "
    "error is far smaller."
)

_UNKNOWN = {
    "good": "The error is near the least one found; f has too few derivatives here to foretell it.",
    "truncation dominates": "h is larger than the best one found.",
    "rounding dominates": "h is smaller than the best one found.",
}
