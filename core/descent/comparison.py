"""Descent and ascent side by side: the table of what differs, and the mirror that shows what does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import dist

import numpy as np
from numpy.typing import NDArray

from core.descent import Trace, run
from core.expression import Expression
from core.expression.tree import Negate
from core.gradient import gradient_field
from core.optimizers import OPTIMIZERS, Optimizer
from core.substitution import as_factor, column, formula_latex


@dataclass(frozen=True)
class Aspect:
    """One row of the table; `latex` says whether its two entries are LaTeX or plain words."""

    aspect: str
    descent: str
    ascent: str
    latex: bool


def comparison(e: Expression, optimizer: str = "gd") -> tuple[Aspect, ...]:
    """Objective, direction, formula and use of both, for this very function and this optimiser."""
    method = OPTIMIZERS[optimizer]
    names = ", ".join(e.variables)
    under = names if len(e.variables) == 1 else f"({names})"
    value = as_factor(e.latex)
    along = _direction(e, method, {})
    return (
        Aspect("Method", f"{method.title} descent", f"{method.title} ascent", False),
        Aspect("Objective", rf"\min_{{{under}}}\; {value}", rf"\max_{{{under}}}\; {value}", True),
        Aspect("Direction", f"-{as_factor(along)}", along, True),
        Aspect("Formula", *_formulas(e, method), True),
        Aspect("In words", "against the slope, downhill", "along the slope, uphill", False),
        Aspect(
            "In machine learning",
            "make a loss small: training a model",
            "make a reward or a likelihood large: reinforcement learning, maximum likelihood",
            False,
        ),
    )


def _formulas(e: Expression, method: Optimizer) -> tuple[str, str]:
    """One step down and one up; a method with a memory has only its rule, and up is the rule with −∇f."""
    if method.direction is None:
        return method.latex, rf"{method.latex},\; \nabla f \to -\nabla f"
    along = as_factor(_direction(e, method, {name: f"{name}_k" for name in e.variables}))
    here, there = (column([f"{name}_{index}" for name in e.variables]) for index in ("k", "{k+1}"))
    down, up = (rf"{there} = {here} {sign} \eta \cdot {along}" for sign in "-+")
    return down, up


def _direction(e: Expression, method: Optimizer, names: dict[str, str]) -> str:
    """What the rate multiplies, with this function's slope; the bare slope for a method with a memory."""
    slopes = [formula_latex(partial, names) for partial in gradient_field(e).trees]
    gradient = column(slopes)
    if method.direction is None:
        return gradient
    if len(slopes) == 1:
        return method.direction(gradient, rf"\left| {gradient} \right|")
    where = ", ".join(names.get(name, name) for name in e.variables)
    return method.direction(gradient, rf"\left\lVert \nabla f({where}) \right\rVert")


@dataclass(frozen=True, eq=False)
class Mirror:
    """Descent on f and ascent on −f from the same start, iterate by iterate.

    difference (k+1,) is ‖x_descent − x_ascent‖ over the iterates both have.
    """

    negated: Expression
    descent: Trace
    ascent: Trace
    difference: NDArray[np.float64]


def mirror(
    e: Expression,
    start: Sequence[float],
    optimizer: str = "gd",
    rate: float = 0.1,
    steps: int = 50,
    knobs: Mapping[str, float] | None = None,
) -> Mirror:
    """x + η ∇(−f)(x) = x − η ∇f(x): ascending −f is descending f, number by number.

    >>> from core.expression import parse
    >>> mirror(parse("x^2 - 4x + 4"), [0.0], rate=0.4, steps=5).difference.max()
    np.float64(0.0)
    """
    negated = Expression.of_tree(Negate(e.tree), e.variables)
    descent = run(e, start, optimizer, rate, steps, "descent", knobs=knobs)
    ascent = run(negated, start, optimizer, rate, steps, "ascent", knobs=knobs)
    both = min(len(descent.x), len(ascent.x))
    pairs = zip(descent.x[:both].tolist(), ascent.x[:both].tolist(), strict=True)
    return Mirror(negated, descent, ascent, np.array([_apart(down, up) for down, up in pairs]))


def _apart(one: list[float], other: list[float]) -> float:
    """‖one − other‖; two equal infinities are no distance apart."""
    return 0.0 if one == other else dist(one, other)
