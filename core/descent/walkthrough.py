"""A run on the blackboard: first the slope, then one worked step for every iterate."""

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from math import hypot

from core.descent import Trace
from core.descent.replay import step_check
from core.expression import Expression
from core.gradient import gradient_field, slope_check
from core.numbers import is_whole, number, number_latex, point
from core.optimizers import OPTIMIZERS
from core.steps import LazySteps, Step
from core.substitution import as_factor, column, formula_latex, shown_length, substituted_latex

LONGEST_SUBSTITUTION = 100
"""In characters a reader sees; beyond it a step names the slope and gives its value."""


def run_steps(e: Expression, trace: Trace) -> LazySteps:
    """[0] derives the slope, [k] is the step to x_k."""
    walk = [partial(worked_step, e, trace, k) for k in range(1, trace.steps + 1)]
    return LazySteps([partial(slope_step, e, trace), *walk])


def slope_step(e: Expression, trace: Trace) -> Step:
    """f and its derivative, or its partial derivatives, for every point at once; checked at the start."""
    names = ", ".join(e.variables)
    lines = [rf"f({names}) &= {e.latex}"]
    for name, slope in zip(e.variables, gradient_field(e).trees, strict=True):
        left = f"f'({name})" if len(e.variables) == 1 else rf"\frac{{\partial f}}{{\partial {name}}}"
        lines.append(rf"{left} &= {formula_latex(slope)}")
    title = "The slope of f" if len(e.variables) == 1 else "The gradient of f"
    why = "The rules of differentiation give the slope at all points at once; a step puts its own point in."
    return Step(title, _aligned(lines), why, slope_check(e, trace.x[0]))


def worked_step(e: Expression, trace: Trace, k: int) -> Step:
    """The step from x_{k−1} to x_k, 1 ≤ k ≤ trace.steps, with the numbers put into rule and slope."""
    title = f"Step {k}: to {point(trace.x[k].tolist(), e.variables)}"
    first = (OPTIMIZERS[trace.optimizer].why,) if k == 1 else ()
    last = (trace.status.sentence,) if k == trace.steps else ()
    why = " ".join((_movement(e, trace, k), *first, *last))
    return Step(title, step_latex(e, trace, k), why, step_check(e, trace, k))


def step_latex(e: Expression, trace: Trace, k: int) -> str:
    """x_k = x_{k−1} ∓ η·f'(x_{k−1}): the rule, the numbers put in, the slope's value, the result."""
    before, after = (column([f"{name}_{{{j}}}" for name in e.variables]) for j in (k - 1, k))
    here, there = (column([number_latex(value) for value in trace.x[j]]) for j in (k - 1, k))
    result = f"{_equals(*trace.x[k])} {there}"
    direction = OPTIMIZERS[trace.optimizer].direction
    if direction is None:
        move = column([number_latex(value) for value in trace.step[k - 1]])
        return _aligned([rf"{after} &= {here} + {as_factor(move)} {result}"])
    rate = float(trace.rate[k - 1])
    sign = "-" if trace.sense == "descent" else "+"
    moving = rf"{here} {sign} {number_latex(rate)} \cdot"
    name, inserted, value = (as_factor(direction(*pair)) for pair in _slopes(e, trace, k - 1))
    lines = [rf"{after} &= {before} {sign} \eta \cdot {name}"]
    if inserted not in (name, value):
        lines.append(rf"&{_equals(rate, *trace.x[k - 1])} {moving} {inserted}")
    lines.append(rf"&{_equals(rate, *trace.x[k - 1], *trace.gradient[k - 1])} {moving} {value} {result}")
    return _aligned(lines)


def _slopes(e: Expression, trace: Trace, k: int) -> tuple[tuple[str, str], ...]:
    """∇f(x_k) and its length in LaTeX, three times: by name, with the numbers put in, and as its value."""
    values = dict(zip(e.variables, trace.x[k].tolist(), strict=True))
    slope = trace.gradient[k].tolist()
    inserted = _inserted(e, values)
    shown = column([number_latex(value) for value in slope])
    where = ", ".join(f"{name}_{{{k}}}" for name in e.variables)
    if len(slope) == 1:
        name = f"f'({where})"
        pairs = [(text, _size(text)) for text in (name, *inserted, shown)]
    else:
        name = rf"\nabla f({where})"
        length = rf"\left\lVert {name} \right\rVert"
        middle = [(column(inserted), length)] if inserted else []
        pairs = [(name, length), *middle, (shown, number_latex(hypot(*slope)))]
    return (pairs[0], pairs[-2], pairs[-1])


def _inserted(e: Expression, values: Mapping[str, float]) -> list[str]:
    """The partial derivatives with the numbers put in; none where one would be too long to read."""
    if not _is_short(e):
        return []
    texts = [substituted_latex(slope, values) for slope in gradient_field(e).trees]
    return texts if max(map(shown_length, texts)) <= LONGEST_SUBSTITUTION else []


@lru_cache(maxsize=256)
def _is_short(e: Expression) -> bool:
    """Whether numbers may be put in at all: they only make a formula longer."""
    lengths = (shown_length(formula_latex(slope)) for slope in gradient_field(e).trees)
    return max(lengths) <= LONGEST_SUBSTITUTION


def _movement(e: Expression, trace: Trace, k: int) -> str:
    """Which way this step goes, seen from the slope where it begins."""
    slope, move = trace.gradient[k - 1], trace.step[k - 1]
    if OPTIMIZERS[trace.optimizer].direction is None:
        return f"The slope here is {number(hypot(*slope), 3)} and the step {number(hypot(*move), 3)} long."
    relation = "against it" if trace.sense == "descent" else "along it"
    if len(e.variables) == 1:
        side = "right" if move[0] > 0 else "left"
        return (
            f"The slope at {number(trace.x[k - 1, 0])} is {number(slope[0])}, and {trace.sense} goes "
            f"{relation}: to the {side}, by {number(abs(move[0]))}."
        )
    way = "down" if trace.sense == "descent" else "up"
    return (
        f"The gradient is {number(hypot(*slope), 3)} long; {trace.sense} goes {relation}, "
        f"the steepest way {way}, by {number(hypot(*move), 3)}."
    )


def _equals(*values: float) -> str:
    return "=" if all(is_whole(float(value)) for value in values) else r"\approx"


def _size(latex: str) -> str:
    return rf"\left| {latex} \right|"


def _aligned(lines: Sequence[str]) -> str:
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
