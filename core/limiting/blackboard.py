"""The worker's side of the steps: the limit worked out by rules, every line with its check, as JSON."""

from typing import Any

import sympy

from core.expression import Expression, parse
from core.limiting.form import OSCILLATING, Form, arrival
from core.limiting.line_checks import line_check, value_check
from core.limiting.one_side import X, destination, place, resolved
from core.limiting.point import Point, Side, read_point
from core.limiting.problem import Problem, back_in_x, latex
from core.limiting.sampling_near import value_near
from core.limiting.solving import Done, Worked, solve
from core.limiting.symbols import described
from core.numbers import number
from core.sympy_failures import GIVING_UP

_CORNERS = (
    sympy.Abs,
    sympy.sign,
    sympy.Heaviside,
    sympy.Max,
    sympy.Min,
    sympy.floor,
    sympy.ceiling,
    sympy.Piecewise,
)
_DEPTHS = (20, 40, 60)

Line = dict[str, Any]


def worked_limit(function: str, point: str, sides: str) -> dict[str, Any]:
    """{"finished": …, "value": …, "steps": […]}; sides: "left", "right" or "left right"."""
    e, where = parse(function), read_point(point)
    wanted: tuple[Side, ...] = tuple(side for side in where.sides if side in sides.split())
    missing = [side for side in wanted if _is_undefined(e, where, side)]
    present = tuple(side for side in wanted if side not in missing)
    steps = [_missing_side(where, side) for side in missing]
    problem = Problem(e.sympy, where, present)
    if len(missing) == len(wanted):
        return {"finished": True, "value": None, "steps": steps}
    if not _has_corners(problem.function) and (missing or len(present) == 1 or problem.limit() is not None):
        worked = solve(problem)
        return _answer(worked, steps + _lines(worked), not missing)
    return _by_sides(problem, steps)


def _by_sides(problem: Problem, steps: list[Line]) -> dict[str, Any]:
    """Each side on its own, and what the two together say."""
    ends: list[sympy.Expr | None] = []
    finished = True
    for side in problem.sides:
        alone = Problem(_face(problem.function, problem.point, side), problem.point, (side,))
        worked = solve(alone)
        ends.append(worked.value)
        finished = finished and worked.finished
        steps.append(_side_line(problem, alone, worked))
    if len(ends) == 1:
        return {
            "finished": finished,
            "value": None if ends[0] is None else described(ends[0]),
            "steps": steps,
        }
    if finished:
        steps.append(_both(ends))
    same = finished and None not in ends and ends[0] == ends[1]
    return {"finished": finished, "value": described(ends[0]) if same else None, "steps": steps}


def _face(function: sympy.Expr, point: Point, side: Side) -> sympy.Expr:
    """f without its corners, as it is on this side."""
    if not _has_corners(function):
        return function
    try:
        seen = resolved(function.doit().subs(X, place(point, side)), destination(point))
    except GIVING_UP:
        return function
    return (
        sympy.expand(back_in_x(seen, point, side)) if seen.is_polynomial() else back_in_x(seen, point, side)
    )


def _answer(worked: Worked, steps: list[Line], whole: bool) -> dict[str, Any]:
    value = described(worked.value) if worked.value is not None and whole else None
    return {"finished": worked.finished, "value": value, "steps": steps}


def _lines(worked: Worked) -> list[Line]:
    opening = [] if worked.value is None else _form(worked.problem)
    return opening + [_line(done) for done in worked.done]


def _form(problem: Problem) -> list[Line]:
    form = arrival(problem, problem.function)
    if not isinstance(form, Form) or form.name == OSCILLATING:
        return []
    part = "" if form.part == problem.function else rf"{latex(form.part)}: \quad "
    why = "With the point put in, f is a form that can have any value or none: it has to be rewritten first."
    return [_text_line("Name the form", rf"{part}\text{{“}}{form.name}\text{{”}}", why)]


def _line(done: Done) -> Line:
    move, problem = done.move, done.problem
    ends = done.value is not None
    if not ends and move.following is None:
        return _text_line(move.title, move.latex, move.why)
    shown = f"{problem.latex()} = {move.latex}"
    if move.join is not None and done.value is not None:
        shown += f" = {latex(done.value)}"
    check = value_check(problem, done.value) if done.value is not None else line_check(problem, move)
    inner = [
        line for worked in done.inner if len(worked.done) > 1 or done.move.join for line in _lines(worked)
    ]
    return {"title": move.title, "latex": shown, "why": move.why, "check": check, "substeps": inner}


def _side_line(problem: Problem, alone: Problem, worked: Worked) -> Line:
    side = alone.sides[0]
    here = Problem(problem.function, problem.point, alone.sides)
    turned = "" if alone.latex() == here.latex() else f" = {alone.latex()}"
    result = "" if worked.value is None else f" = {latex(worked.value)}"
    why = "The sides may differ, so each is worked out alone." if not turned else _turned(problem.point, side)
    check = None if worked.value is None else value_check(here, worked.value)
    title = "As x grows" if problem.point.infinite else f"From the {side}"
    return {
        "title": title, "latex": here.latex() + turned + result, "why": why, "check": check,
        "substeps": _lines(worked),
    }  # fmt: skip


def _turned(point: Point, side: Side) -> str:
    where = "Far out" if point.infinite else f"Close to the point, on the {side}"
    return f"{where} every corner and jump of f shows one face only, and f is this simpler function."


def _both(ends: list[sympy.Expr | None]) -> Line:
    left, right = ends
    if left is None or right is None:
        return _text_line(
            "Both sides", r"\text{no limit}", "Where one side settles nowhere, there is no limit."
        )
    if left == right:
        return _text_line(
            "Both sides", f"{latex(left)} = {latex(right)}", "Both sides agree: this is the limit."
        )
    jump = right - left
    size = f" f jumps by {number(abs(float(jump)))}." if jump.is_finite else ""
    line = rf"{latex(left)} \ne {latex(right)}"
    return _text_line("Both sides", line, f"The sides differ, so there is no limit from both sides.{size}")


def _missing_side(point: Point, side: Side) -> Line:
    mark = "" if point.infinite else {"left": "^-", "right": "^+"}[side]
    line = rf"\lim_{{x \to {point.latex}{mark}}} f(x) \quad \text{{is not defined}}"
    where = "that far out" if point.infinite else f"close to the point on the {side}"
    return _text_line("Outside the domain", line, f"f has no real values {where}, so nothing can come near.")


def _text_line(title: str, shown: str, why: str) -> Line:
    return {"title": title, "latex": shown, "why": why, "check": None, "substeps": []}


def _is_undefined(e: Expression, point: Point, side: Side) -> bool:
    values = [value_near(e, point, side, depth).value for depth in _DEPTHS]
    return all(value != value for value in values)


def _has_corners(function: sympy.Expr) -> bool:
    return bool(function.doit().has(*_CORNERS)) and bool(function.has(*_CORNERS) or _typed_corner(function))


def _typed_corner(function: sympy.Expr) -> bool:
    """Whether a function such as relu stands in it, that is made of corners; odd roots are not."""
    return any(call.doit().has(*_CORNERS) for call in function.atoms(sympy.Function) if not _is_root(call))


def _is_root(call: sympy.Function) -> bool:
    return type(call).__name__ == "RealPower"
