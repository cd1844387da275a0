"""The tangent plane on the blackboard: what it needs, the numbers put in, collected, and beside the point."""

import math
from collections.abc import Sequence

from core.gradient import CHECK_TOLERANCE, SHOWN_DIGITS, slope_check
from core.numbers import is_whole, number, number_latex
from core.steps import Check, Step
from core.substitution import as_factor
from core.tangent_plane.plane import TangentPlane
from core.tangent_plane.touching import slanting_check

RULE = r"z &= f(a, b) + f_x(a, b) \cdot (x - a) + f_y(a, b) \cdot (y - b)"
NAMES = ("x", "y")


def plane_steps(plane: TangentPlane) -> tuple[Step, ...]:
    """The worked steps, each with its check; none where there is no plane: `plane.sentence` says why."""
    if not plane.exists:
        return ()
    beside = _beside(plane)
    return (_needed(plane), _put_in(plane), _collected(plane), *((beside,) if beside else ()))


def _needed(plane: TangentPlane) -> Step:
    """f, f_x and f_y at the point."""
    at = f"({', '.join(map(number_latex, plane.point))})"
    values = {"f": plane.height, "f_x": plane.slopes[0], "f_y": plane.slopes[1]}
    lines = [f"{name}{at} &{_equals(value)} {number_latex(value)}" for name, value in values.items()]
    why = "A plane is fixed by its height at one place and by how steep it is along x and along y."
    return Step("What the plane needs", _aligned(lines), why, slope_check(plane.expression, plane.point))


def _put_in(plane: TangentPlane) -> Step:
    """z = 13 + 4·(x − 2) + 6·(y − 3)"""
    terms = [
        rf"{as_factor(number_latex(slope))} \cdot {_from(place, name)}"
        for slope, name, place in zip(plane.slopes, NAMES, plane.point, strict=True)
    ]
    equals = _equals(plane.height, *plane.slopes, *plane.point)
    line = rf"&{equals} {number_latex(plane.height)} + {terms[0]} + {terms[1]}"
    why = "Away from the point the plane climbs by its slope for every unit along x, and so along y."
    check = slanting_check(plane.expression, plane.point, plane.slopes)
    return Step("Height, and slope times distance", _aligned([RULE, line]), why, check)


def _collected(plane: TangentPlane) -> Step:
    """z = 4x + 6y − 13"""
    terms = [(slope, name) for slope, name in zip(plane.slopes, NAMES, strict=True) if slope]
    if plane.constant or not terms:
        terms.append((plane.constant, ""))
    shown = f"z {_equals(plane.constant, *plane.slopes)} {_signed_sum(terms)}"
    why = plane.sentence if plane.level else "The brackets multiplied out, numbers with numbers."
    products = [slope * place for slope, place in zip(plane.slopes, plane.point, strict=True)]
    here = math.fsum((plane.constant, *products))
    compared = "The collected plane at the point against the value of f there in 50 digits."
    scale = max(1.0, abs(plane.height), *map(abs, products))
    return Step("Collect", shown, why, _value_check(plane, compared, here, plane.point, scale))


def _beside(plane: TangentPlane) -> Step | None:
    """The plane and f a little further along both axes; None where f has no value there."""
    h = 10.0 ** (math.floor(math.log10(max(1.0, *map(abs, plane.point)))) - 1)
    x, y = (place + h for place in plane.point)
    value = float(plane.expression(x, y))
    planned = math.fsum((plane.height, plane.slopes[0] * h, plane.slopes[1] * h))
    if not math.isfinite(value):
        return None
    at = f"({number_latex(x)}, {number_latex(y)})"
    lines = [
        rf"\text{{plane at }} {at} &{_equals(planned)} {number_latex(planned)}",
        rf"f{at} &{_equals(value)} {number_latex(value)}",
    ]
    why = f"{number(h)} further along x and along y the plane misses f by {number(abs(value - planned), 3)}."
    compared = "f beside the point in float64 against the same in 50 digits."
    check = _value_check(plane, compared, value, (x, y), max(1.0, abs(value)))
    return Step("Beside the point", _aligned(lines), why, check)


def _value_check(
    plane: TangentPlane, compared: str, value: float, place: tuple[float, float], scale: float
) -> Check:
    """A value against f at a place in 50 digits; `scale` is the size of what was added up."""
    second = float(plane.expression.precise(*place))
    shown, again = (number(one, SHOWN_DIGITS) for one in (value, second))
    return Check(compared, shown, again, abs(value - second), CHECK_TOLERANCE * scale)


def _signed_sum(terms: Sequence[tuple[float, str]]) -> str:
    r"""The terms with their signs between them.

    >>> _signed_sum([(-1.0, "x"), (6.0, "y"), (-13.0, "")])
    '-x + 6 y - 13'
    """
    text = ""
    for value, name in terms:
        size = number_latex(abs(value))
        written = name if name and size == "1" else f"{size} {name}".strip()
        sign = "-" if value < 0 else "+"
        text += f" {sign} {written}" if text else written if sign == "+" else f"-{written}"
    return text


def _from(place: float, name: str) -> str:
    """The distance from the place, (x − 2), or x itself from 0."""
    if place == 0:
        return name
    return rf"\left({name} {'-' if place > 0 else '+'} {number_latex(abs(place))}\right)"


def _equals(*values: float) -> str:
    return "=" if all(map(is_whole, values)) else r"\approx"


def _aligned(lines: Sequence[str]) -> str:
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
