"""What the slopes of the secants come to: one sentence, and the derivative as its second way."""

import math

from core.expression import Expression
from core.first_principles.secants import Secants
from core.gradient import gradient_field
from core.limiting.trend import Trend
from core.numbers import number
from core.steps import Check

_PROMISE = 1e-9
_SHOWN = 12


def tangent_sentence(found: Secants, where: str) -> str:
    """Whether the slopes meet, and where; `where` names the point, as in "x = pi/2"."""
    if not math.isnan(found.tangent):
        slope = number(found.tangent)
        return f"As h → 0 the slopes tend to {slope} from both sides: f has the slope {slope} at {where}."
    left, right = _arrives(found.left_slope), _arrives(found.right_slope)
    if left == right:
        return f"As h → 0 the slopes {left}: f has no slope at {where}."
    return f"From the left the slopes {left}, from the right they {right}: f has no slope at {where}."


def tangent_check(e: Expression, found: Secants) -> Check | None:
    """The slopes' limit against the exact derivative; None where either is missing."""
    _, (derivative,) = gradient_field(e).at((found.x,))
    if math.isnan(found.tangent) or math.isnan(derivative):
        return None
    return Check(
        compared="The limit of the slopes, in many digits, against the derivative by the rules, in float64.",
        shown=number(found.tangent, _SHOWN),
        second=number(float(derivative), _SHOWN),
        difference=abs(found.tangent - float(derivative)),
        tolerance=_PROMISE * max(1.0, abs(found.tangent)),
    )


def _arrives(slope: Trend) -> str:
    match slope.kind:
        case "finite":
            return f"tend to {number(float(slope.limit))}"
        case "+inf" | "-inf":
            return f"tend to {'∞' if slope.kind == '+inf' else '−∞'}"
        case "oscillates":
            return "settle nowhere"
        case "undefined":
            return "do not exist"
    return "do not settle as far as the numbers go"
