"""One sentence for every outcome, with the numbers that decide it."""

from collections.abc import Callable
from math import hypot, isfinite

import numpy as np
from numpy.typing import NDArray

from core.curvature import eigenvalues_over, hessian_at
from core.iterating.stopping import counted
from core.learning_rate.outcomes import Case, period, shrinking
from core.learning_rate.stability import distances
from core.learning_rate.valleys import valley
from core.numbers import number, point

Floats = NDArray[np.float64]

_DIGITS = (6, 9, 12, 17)
_FACTOR_DIGITS = 4


def sentence(case: Case, kind: str) -> str:
    """Why the run turned out as it did, for a key of `OUTCOMES`."""
    return _SENTENCES[kind](case)


def _one_step(case: Case) -> str:
    return f"{_product(case, _steepest(case))}, so the first step lands on the minimum{_at_minimum(case)}."


def _converges(case: Case) -> str:
    if case.trace.status.kind == "no-gradient" or case.heading.kind == "corner":
        return f"The run came to the corner at {_place(case, case.end)}, the minimum, where f has no slope."
    if not case.constant:
        return _scheduled(case)
    if _hopeless(case):
        return f"It came to rest where the slope is almost 0, near {_place(case, case.heading.point)}."
    return f"{_motion(case)}{_flattest(case)}{_steps(case)}."


def _settles(case: Case) -> str:
    if case.heading.kind == "corner":
        near = number(float(distances(case.trace, case.heading.point)[-1]), 3)
        corner = _place(case, case.heading.point)
        hops = "The rate shrinks, and the hops across the corner with it. " if shrinking(case) else ""
        return f"{hops}The corner at {corner} is still {near} away when the steps are used up."
    if case.heading.kind == "unfound":
        return case.heading.sentence(case.e.variables)
    if not case.constant:
        return _scheduled(case)
    if _hopeless(case):
        where = _place(case, case.heading.point)
        return (
            f"At the minimum {where} a curvature is 0, so near it no factor below 1 holds: "
            f"the measured factor, {_factor(case.measured)}, goes to 1 as the run comes closer."
        )
    return f"{_motion(case)}{_flattest(case)}{_steps(case)}."


def _cycles(case: Case) -> str:
    if case.fate is not None:
        return f"{_motion(case)}."
    p = period(case.trace) or 2
    points = ", ".join(_place(case, x) for x in case.trace.x[-p:])
    start = "At a corner the slope does not fade" if case.heading.kind == "corner" else _cannot_settle(case)
    return f"{start}: the run visits the same {p} points again and again, {points}."


def _wanders(case: Case) -> str:
    near = float(np.min(distances(case.trace, case.heading.point)))
    where = _place(case, case.heading.point)
    return f"{_cannot_settle(case)}: the run came within {number(near, 3)} of {where} and did not stay."


def _diverges(case: Case) -> str:
    if case.fate is not None:
        return f"{_motion(case)}."
    first = float(case.trace.rate[0] * eigenvalues_over(case.e, case.trace.x[:1])[0, -1])
    name = _curvature_name(case)
    if first > 2:
        return (
            f"At the start {name} = {number(first)} is above 2: the first step is too long, the next longer."
        )
    ending = case.trace.status.sentence
    if case.prediction is not None and case.prediction.rate > case.prediction.limit:
        return f"{_motion(case)}. {ending}"
    measured = case.trace.measured
    growth = f": the last is {_factor(measured.ratio)} times as long as the one before" if measured else ""
    return f"The steps grow{growth}. {ending}"


def _escapes(case: Case) -> str:
    here = valley(case.e, case.end.tolist())
    left = _leaving_step(case)
    when = f"Step {left} left" if left else "The run left"
    arrival = f"the valley of the minimum at {_place(case, here.point)}"
    if not case.heading.has_minimum:
        return f"{when} the slope that goes down without end and came into {arrival}."
    lower = "lower" if here.value < case.heading.value else "higher"
    return (
        f"{when} the valley of {_place(case, case.heading.point)}, where f = {number(case.heading.value)}: "
        f"now it is in {arrival}, where f = {number(here.value)} is {lower}."
    )


def _leaves_domain(case: Case) -> str:
    k = case.trace.steps
    slope = number(hypot(*case.trace.gradient[k - 1].tolist()), 4)
    length = hypot(*case.trace.step[k - 1].tolist())
    return (
        f"At {_place(case, case.trace.x[k - 1])} the slope is {slope} and η is "
        f"{number(float(case.trace.rate[k - 1]))}: a step of {number(length, 4)}. "
        f"{case.trace.status.sentence}"
    )


def _runs_off(case: Case) -> str:
    if case.fate is None:
        return f"{case.heading.sentence(case.e.variables)} No rate can bring the run to a minimum."
    least = float(case.fate.active[0])
    if case.prediction is None:
        return "f has no minimum: along its slope it falls in a straight line to −∞, and the run with it."
    along, origin = _along(case, least), _place(case, case.prediction.point)
    return (
        f"f has no minimum: its curvature {number(least)}{along} is negative, so the run diverges{along} to "
        f"f = −∞, each time {_factor(1 - case.rate * least)} times as far from {origin}."
    )


def _stalls(case: Case) -> str:
    if case.trace.status.kind == "no-gradient":
        return case.trace.status.sentence
    if case.fate is not None and case.prediction is not None:
        saddle = _place(case, case.prediction.point)
        return (
            f"{_motion(case)}; but what it comes to is the saddle {saddle}: the start is right on the ridge."
        )
    kind = hessian_at(case.e, case.end.tolist()).kind
    named = {"saddle": "a saddle", "maximum": "a maximum"}.get(kind, "no minimum: beside it f is lower")
    return f"The slope is almost 0 at {_place(case, case.end)}, and the run rests there, but this is {named}."


def _still(case: Case) -> str:
    where = _place(case, case.trace.x[0])
    if case.heading.kind == "flat" and case.prediction is not None and not case.prediction.eigenvalues.any():
        return f"At {where} and all around it f does not change, so there is nowhere to go."
    if case.heading.kind in ("minimum", "flat") and bool((case.heading.point == case.trace.x[0]).all()):
        return f"The start {where} is already a minimum: the slope is 0, and every rate leaves it there."
    return f"The slope at the start {where} is 0, so no step is taken; a start beside it would move."


_SENTENCES: dict[str, Callable[[Case], str]] = {
    "one-step": _one_step,
    "converges": _converges,
    "crawls": _settles,
    "overshoots": _settles,
    "cycles": _cycles,
    "wanders": _wanders,
    "diverges": _diverges,
    "escapes": _escapes,
    "leaves-domain": _leaves_domain,
    "runs-off": _runs_off,
    "stalls": _stalls,
    "still": _still,
}


def _motion(case: Case) -> str:
    """What ηλ in the steepest direction says, or in the one that grows fastest."""
    eigenvalue = _steepest(case)
    product, factor = case.rate * eigenvalue, _factor(1 - case.rate * eigenvalue)
    is_two = case.fate is not None and case.fate.kind == "cycles"
    if is_two:
        rest = " exactly: each step lands as far on the other side, and the error neither shrinks nor grows"
    elif product > 2:
        rest = (
            f" is above 2, so each step overshoots by more than it corrects and the error grows by {factor} "
            "while changing sign"
        )
    elif product > 1:
        rest = (
            f" lies between 1 and 2, so each step overshoots and the error shrinks by {factor} "
            "while changing sign"
        )
    else:
        rest = f" lies between 0 and 1, so the error shrinks by {factor} at each step without changing sign"
    return f"{_product(case, eigenvalue)}{rest}"


def _product(case: Case, eigenvalue: float) -> str:
    """ "η·f″ = 1.8", with digits enough to be told from 1 and 2; and where, unless it holds everywhere."""
    value = case.rate * eigenvalue
    telling = (digits for digits in _DIGITS if float(f"{value:.{digits - 1}e}") not in (1, 2))
    text = number(value, _DIGITS[0] if value in (1, 2) else next(telling, _DIGITS[-1]))
    where = "" if case.fate is not None else f"At the minimum {_place(case, case.heading.point)} "
    return f"{where}{_curvature_name(case)}{_along(case, eigenvalue)} = {text}"


def _curvature_name(case: Case) -> str:
    return "η·f″" if len(case.e.variables) == 1 else "η·λ"


def _along(case: Case, eigenvalue: float) -> str:
    """In two variables the eigenvector of an eigenvalue, greatest part positive; "" where all are alike."""
    if case.prediction is None or len(case.e.variables) == 1:
        return ""
    hessian = hessian_at(case.e, case.prediction.point.tolist())
    if hessian.eigenvalues[0] == hessian.eigenvalues[-1]:
        return ""
    column = int(np.argmin(np.abs(hessian.eigenvalues - eigenvalue)))
    vector = hessian.eigenvectors[:, column]
    vector = vector * np.sign(vector[np.argmax(np.abs(vector))]) + 0.0
    return f" along ({', '.join(number(round(part, 3), 3) for part in vector.tolist())})"


def _steepest(case: Case) -> float:
    if case.fate is not None:
        return float(case.fate.active[-1])
    return float(case.prediction.eigenvalues[-1]) if case.prediction is not None else float("nan")


def _flattest(case: Case) -> str:
    """In two variables the direction that takes longest, when it is another than the steepest."""
    if case.fate is not None:
        felt = [float(eigenvalue) for eigenvalue in case.fate.active]
    else:
        felt = case.prediction.eigenvalues.tolist() if case.prediction is not None else []
    if len(felt) < 2 or felt[0] == felt[-1]:
        return ""
    return f"; {_along(case, felt[0]).strip()} it shrinks by {_factor(1 - case.rate * felt[0])}"


def _steps(case: Case) -> str:
    """How many steps the prediction asks for, beside how many there are."""
    needed = case.fate.steps if case.fate is not None else _needed(case)
    if not isfinite(needed):
        return ""
    given = (
        f", and {counted(case.steps)} {'is' if case.steps == 1 else 'are'} given"
        if needed > case.steps
        else ""
    )
    return f": {counted(int(needed))} to come within 10⁻⁶{given}"


def _needed(case: Case) -> float:
    if case.prediction is None:
        return float("inf")
    distance = float(distances(case.trace, case.prediction.point)[case.trace.last])
    return case.trace.last + case.prediction.steps(distance)


def _scheduled(case: Case) -> str:
    """With a rate that changes there is no single factor: the run itself is told."""
    rates = case.trace.rate
    distance = distances(case.trace, case.heading.point)
    first, last = (number(float(distance[k]), 3) for k in (0, case.trace.last))
    return (
        f"The rate went from {number(float(rates[0]), 3)} to {number(float(rates[-1]), 3)}, and the distance "
        f"from {_place(case, case.heading.point)} went from {first} to {last} in {counted(case.trace.last)}."
    )


def _hopeless(case: Case) -> bool:
    """Whether no factor below 1 was foretold: a minimum with a direction without curvature."""
    return case.fate is None and (case.prediction is None or not case.prediction.factor < 1)


def _cannot_settle(case: Case) -> str:
    if case.prediction is not None and case.rate > case.prediction.limit:
        return f"{_product(case, _steepest(case))} is above 2, so the run cannot settle there"
    return "The steps do not get shorter"


def _leaving_step(case: Case) -> int | None:
    """The first step, among the first dozen, after which downhill leads to another place."""
    for k in range(1, min(case.trace.last, 12) + 1):
        ahead = valley(case.e, case.trace.x[k].tolist())
        if ahead.kind != case.heading.kind or hypot(*(ahead.point - case.heading.point)) > 1e-3:
            return k
    return None


def _at_minimum(case: Case) -> str:
    return "" if case.prediction is None else f" {_place(case, case.prediction.point)}"


def _place(case: Case, x: Floats) -> str:
    return point(x.tolist(), case.e.variables)


def _factor(value: float) -> str:
    return number(abs(value), _FACTOR_DIGITS)
