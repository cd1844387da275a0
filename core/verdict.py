"""What a run did, in one sentence with its numbers in it."""

from dataclasses import dataclass
from math import hypot

from core.descent import MOST_STEPS, Trace, run
from core.expression import Expression
from core.gradient import slope_check
from core.numbers import number, point
from core.steps import Check
from core.stopping import Status, counted, slope_sign

LOOKAHEAD = 100
SAME = 1e-9


@dataclass(frozen=True)
class Verdict:
    """The sentence, and the slope at the last iterate found a second way."""

    sentence: str
    check: Check


def verdict(e: Expression, trace: Trace) -> Verdict:
    """How the run went: where it has come to, where f stands there, how the steps change, and why it ended.

    f is evaluated in many digits, so that the digits shown are true where float64 has only cancellation left.
    """
    return Verdict(_sentence(e, trace), slope_check(e, trace.x[trace.last]))


def _sentence(e: Expression, trace: Trace) -> str:
    name, reason = trace.sense.capitalize(), trace.status.sentence
    match trace.status.kind:
        case "critical-start":
            return f"{name} has nowhere to go. {reason}"
        case "converged":
            return (
                f"{name} has converged: {_arrival(e, trace)}{_flatness(trace)}{_after('; ', _growth(trace))}."
            )
        case "no-gradient":
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
        one, other = (point(trace.x[j].tolist(), e.variables) for j in (-2, -1))
        return f"{name} hops back and forth between {one} and {other}: with this η it does not settle."
    so_far, growth = _arrival(e, trace), _growth(trace)
    later = _later(e, trace)
    if later is None:
        return f"{name} has come to {so_far}{_after('; ', growth)}."
    fate = "runs away" if later.kind == "diverged" else "is on its way out of the domain"
    sentence = later.sentence[0].lower() + later.sentence[1:]
    return f"{name} {fate}: {so_far}{_after(', and ', growth)}. Taken further, {sentence}"


def _arrival(e: Expression, trace: Trace) -> str:
    where = trace.x[trace.last].tolist()
    value = float(e.precise(*where))
    return f"{point(where, e.variables)} after {counted(trace.last)}, where f = {number(value)}"


def _flatness(trace: Trace) -> str:
    slope = hypot(*trace.gradient[-1])
    return f" and {slope_sign(trace.x[-1])} = {number(slope, 3)} ≤ {number(trace.tolerance)}"


def _growth(trace: Trace) -> str:
    """How long the last step was beside the one before; a law only where two quotients in a row agree."""
    measured = trace.measured
    if measured is None:
        return ""
    times = number(measured.ratio, 3)
    length = "as long as" if times == "1" else f"{times} times as long as"
    if measured.steady:
        turning = "each step turns back and is" if measured.turns else "each step is"
        return f"{turning} {length} the one before"
    return f"the last step was {length} the one before it"


def _hops(trace: Trace) -> bool:
    """Whether the last iterate is the one before the last but one again, on the other side."""
    if trace.steps < 2 or trace.measured is None:
        return False
    return hypot(*(trace.x[-1] - trace.x[-3])) <= SAME * hypot(*trace.step[-1])


def _later(e: Expression, trace: Trace) -> Status | None:
    """Growing steps are not yet an escape: the run is taken further, and what happens there decides."""
    measured = trace.measured
    if measured is None or measured.ratio <= 1:
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
