"""What a run did, in one sentence with its numbers in it."""

from dataclasses import dataclass
from math import hypot
from typing import Any

from core.descent import MOST_STEPS, Measured, Trace, run
from core.descent.jumps import first_jump
from core.descent.replay import step_check
from core.expression import Expression
from core.gradient import slope_check
from core.iterating.stopping import Status, counted, slope_sign
from core.numbers import number, point, rounded_point
from core.optimizers import OPTIMIZERS
from core.steps import Check

LOOKAHEAD = 100
ULP = 2.0**-52
EQUAL = 1e-14
"""What rounding makes of two equal lengths, and of a point met again."""


@dataclass(frozen=True)
class Verdict:
    """The sentence, and the place it ends at found a second way; where no step was taken, the slope there."""

    sentence: str
    check: Check


def verdict(e: Expression, trace: Trace) -> Verdict:
    """How the run went: where it has come to, where f stands there, how the steps change, and why it ended.

    f is evaluated in many digits, so that the digits shown are true where float64 has only cancellation left.
    """
    sentence, jump = _sentence(e, trace), first_jump(e, trace)
    if jump is not None:
        sentence += f" Step {jump} jumped over a place where f has no value."
    arrival = step_check(e, trace, trace.last) if trace.last else None
    return Verdict(sentence, arrival or slope_check(e, trace.x[trace.last]))


def _sentence(e: Expression, trace: Trace) -> str:
    name, reason = trace.sense.capitalize(), trace.status.sentence
    match trace.status.kind:
        case "critical-start":
            still = "stays where it is" if trace.gradient[0].any() else "has nowhere to go"
            return f"{name} {still}. {reason}"
        case "converged":
            return (
                f"{name} has converged: {_arrival(e, trace)}{_flatness(trace)}{_after('; ', _growth(trace))}."
            )
        case "no-gradient" | "no-step":
            return f"{name} is stuck. {reason}"
        case "left-domain":
            return f"{name} has left the domain of f. {reason}"
        case "diverged":
            return f"{name} runs away{_after(', and ', _growth(trace))}. {reason}"
        case "step-limit":
            return _unfinished(e, trace, name)


def _unfinished(e: Expression, trace: Trace, name: str) -> str:
    """The steps are used up: hopping, on its way, or on its way out?"""
    if _hops(trace):
        one, other = (rounded_point(trace.x[j].tolist(), e.variables) for j in (-2, -1))
        return f"{name} hops back and forth between {one} and {other}: with this η it does not settle."
    so_far, growth = _arrival(e, trace), _growth(trace)
    later = _later(e, trace)
    if later is None:
        return f"{name} has come to {so_far}{_after('; ', growth)}."
    fate = "runs away" if later.kind == "diverged" else "is on its way out of the domain"
    sentence = later.sentence[0].lower() + later.sentence[1:]
    return f"{name} {fate}: {so_far}{_after(', and ', growth)}. Taken further, {sentence}"


def _arrival(e: Expression, trace: Trace) -> str:
    """Where the run is and what f is there: with ≈ where f at the shown place is not the f that is shown."""
    where = trace.x[trace.last].tolist()
    value = _value(e.precise(*where))
    shown = [float(f"{coordinate:.5e}") for coordinate in where]
    sign = "=" if _value(e.precise(*shown)) == value else "≈"
    return f"{point(where, e.variables, sign=sign)} after {counted(trace.last)}, where {value}"


def _value(f: Any) -> str:
    """f in a sentence; a value too small for float64 is not called 0."""
    value = float(f)
    return "|f| < 10⁻³⁰⁷" if value == 0 and f != 0 else f"f = {number(value)}"


def _flatness(trace: Trace) -> str:
    slope = hypot(*trace.gradient[-1])
    return f" and {slope_sign(trace.x[-1])} = {number(slope, 3)} ≤ {number(trace.tolerance)}"


def _growth(trace: Trace) -> str:
    """How the steps' lengths compare; a law is told only of those steps that keep it."""
    measured = trace.measured
    if measured is None:
        return ""
    length = _times(measured)
    turns = "turns back and " if measured.turns else ""
    match measured.law:
        case "all":
            return f"each step {turns}is {length} the one before"
        case "lately":
            return f"lately each step {turns}is {length} the one before"
        case "last":
            return f"the last step was {length} the one before it"


def _times(measured: Measured) -> str:
    """ "0.2 times as long as"; as many digits as tell the number from 1, and "about" where pairs differ."""
    ratio, varies = measured.ratio, measured.spread > 1e-6
    if abs(ratio - 1) <= EQUAL and not varies:
        return "as long as"
    texts = (number(ratio, digits) for digits in ((3,) if varies else range(3, 7)))
    told = next((text for text in texts if text != "1"), None)
    if told is None:
        return "almost as long as"
    return f"about {told} times as long as" if varies else f"{told} times as long as"


def _hops(trace: Trace) -> bool:
    """Whether the last iterate is the one before the last but one again: then the same two come for ever.

    Another schedule may change the rate yet, and a memory the step. 1 ± 10⁻¹⁰ in place of a rate of 1 is no
    hop: only rounding is forgiven.
    """
    alone = trace.schedule == "constant" and not OPTIMIZERS[trace.optimizer].remembers
    if not alone or trace.steps < 2 or trace.measured is None:
        return False
    rounding = EQUAL * hypot(*trace.step[-1]) + 2 * ULP * hypot(*trace.x[-1])
    return hypot(*(trace.x[-1] - trace.x[-3])) <= rounding


def _later(e: Expression, trace: Trace) -> Status | None:
    """Growing steps are not yet an escape: the run is taken further, and what happens there decides.

    Only a constant rate can be taken further; another schedule may depend on how many steps there are.
    """
    measured = trace.measured
    if trace.schedule != "constant" or measured is None or measured.ratio <= 1:
        return None
    longer = run(
        e,
        trace.x[0].tolist(),
        trace.optimizer,
        float(trace.rate[0]),
        min(trace.steps + LOOKAHEAD, MOST_STEPS),
        trace.sense,
        trace.tolerance,
        trace.knobs,
    )
    return longer.status if longer.status.kind in ("diverged", "left-domain") else None


def _after(link: str, text: str) -> str:
    return f"{link}{text}" if text else ""
