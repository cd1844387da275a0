"""The round of golf on the blackboard: the derivative once, then every shot as predict, error, update."""

import re
from fractions import Fraction
from functools import partial

from core.expression import parse
from core.golf.shots import STIFFNESS, Golf
from core.numbers import number, number_latex
from core.quotients import central
from core.steps import Check, LazySteps, Step

_TOLERANCE = 1e-9
_LOSS = parse("(F |F| (1000 * 0.0005 / 0.0459)^2 / 9.81 - D)^2 / 2", ("F", "D"))
_CHAIN = r"""\begin{aligned}
R(F) &= c\,F^2, \qquad c = \frac{(\tau/m)^2}{g} \approx %s\ \mathrm{m/kN^2} \\
L(F) &= \tfrac12 \left(R(F) - D\right)^2 \\
\frac{dL}{dF} &= \frac{dL}{dR} \cdot \frac{dR}{dF} = \left(R - D\right) \cdot 2\,c\,F
\end{aligned}"""


def golf_steps(round_: Golf) -> LazySteps:
    """[0] derives dL/dF, [k] is shot k of the round, counted from 1."""
    shots = [partial(_shot, round_, k) for k in range(len(round_.force))]
    return LazySteps([partial(_derivative, round_), *shots])


def _derivative(round_: Golf) -> Step:
    why = (
        "The ball's speed is v = Fτ/m and it lands at v²/g. The chain rule multiplies how the loss answers "
        "to the landing place by how the landing place answers to the force."
    )
    return Step("The slope of the loss", _CHAIN % number_latex(STIFFNESS, 4), why, _slope_check(round_, 0))


def _shot(round_: Golf, k: int) -> Step:
    parts = (_predict(round_, k), _error(round_, k), *((_update(round_, k),) if _goes_on(round_, k) else ()))
    miss = float(round_.miss[k])
    side = "in the hole" if not _goes_on(round_, k) and round_.ending == "hole" else _side(miss)
    ends = () if _goes_on(round_, k) else (round_.sentence,)
    why = " ".join((f"The ball lands at {number(float(round_.distance[k]), 4)} m: {side}.", *ends))
    latex = r"\begin{aligned} " + r" \\ ".join(map(_on_one_edge, parts)) + r" \end{aligned}"
    return Step(f"Shot {k + 1}", latex, why, _slope_check(round_, k), parts)


def _predict(round_: Golf, k: int) -> Step:
    force, reach = (number_latex(float(values[k]), 5) for values in (round_.force, round_.distance))
    latex = rf"R = c \cdot {force}^2 \approx {reach}\ \mathrm{{m}}"
    return Step("Predict", latex, "The model says where the ball lands with this force.")


def _error(round_: Golf, k: int) -> Step:
    miss, loss = (number_latex(float(values[k]), 5) for values in (round_.miss, round_.loss))
    latex = rf"R - D \approx {miss}\ \mathrm{{m}}, \quad L \approx {loss}"
    return Step(
        "Compute the error", latex, "The loss is half the square of the miss, so that its sign is lost."
    )


def _update(round_: Golf, k: int) -> Step:
    force, slope, after = (
        number_latex(value, 5)
        for value in (float(round_.force[k]), float(round_.slope[k]), float(round_.force[k + 1]))
    )
    moved = rf"{force} - {number_latex(round_.rate)} \cdot \left({slope}\right)"
    why = "Too short: the slope is negative and the force grows. Too far: the force falls."
    return Step("Update", rf"F \leftarrow {moved} \approx {after}\ \mathrm{{kN}}", why)


def _on_one_edge(part: Step) -> str:
    """The line of a part, to be aligned with others at its first relation."""
    return re.sub(r"=|\\approx|\\leftarrow", lambda relation: f"&{relation[0]}", part.latex, count=1)


def _goes_on(round_: Golf, k: int) -> bool:
    return k + 1 < len(round_.force)


def _side(miss: float) -> str:
    return f"{number(abs(miss), 3)} m {'too far' if miss > 0 else 'too short'}"


def _slope_check(round_: Golf, k: int) -> Check:
    """dL/dF against the difference quotient of the loss in many digits, from the physics as it stands."""
    force = float(round_.force[k])
    place = (Fraction(force), Fraction(round_.target))
    shown, second = float(round_.slope[k]), float(central(_LOSS, place, 0))
    return Check(
        f"dL/dF at F = {number(force, 5)} against a difference quotient of the loss in many digits.",
        number(shown, 10),
        number(second, 10),
        abs(shown - second),
        _TOLERANCE * max(1.0, abs(second)),
    )
