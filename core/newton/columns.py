"""Two columns: finding a root of f, and minimising f. The step is one, with f′ put in for f."""

from dataclasses import dataclass

import numpy as np

from core.expression import Expression
from core.gradient import gradient_field
from core.newton.run import newton_minimise, newton_root
from core.numbers import number
from core.steps import Check

TOLERANCE = 1e-9
MOST_COMPARED = 10


@dataclass(frozen=True)
class Row:
    """One line of the comparison: what it is about, and its LaTeX in both columns."""

    title: str
    root: str
    minimum: str


ROWS = (
    Row("Looked for", r"f(x) = 0", r"g'(x) = 0"),
    Row("Seen at x₀", r"f(x_0),\; f'(x_0)", r"g'(x_0),\; g''(x_0)"),
    Row(
        "Model",
        r"\text{the tangent } f(x_0) + f'(x_0)(x - x_0)",
        r"\text{the parabola } g(x_0) + g'(x_0)(x - x_0) + \tfrac12 g''(x_0)(x - x_0)^2",
    ),
    Row("Step", r"x_1 = x_0 - \frac{f(x_0)}{f'(x_0)}", r"x_1 = x_0 - \frac{g'(x_0)}{g''(x_0)}"),
    Row("Found", r"\text{a root}", r"\text{a candidate: minimum, maximum or neither}"),
)


def derivative_of(g: Expression) -> Expression:
    """g′ as a function of its own, for a function of one variable."""
    return Expression.of_tree(gradient_field(g).trees[0], g.variables)


def same_step_check(g: Expression, x0: float, steps: int = MOST_COMPARED) -> Check:
    """The iterates of minimising g beside those to a root of g′, taken as a function of its own."""
    left = newton_minimise(g, [x0], steps=steps)
    right = newton_root(derivative_of(g), x0, steps=steps)
    count = min(left.steps, right.steps)
    one, other = left.x[: count + 1, 0], right.x[: count + 1, 0]
    gap = np.where(one == other, 0.0, np.abs(one - other))
    return Check(
        compared=f"{count} steps that minimise f, and as many to a root of f′ as a function of its own.",
        shown=number(float(one[-1]), 12),
        second=number(float(other[-1]), 12),
        difference=float(np.max(gap)),
        tolerance=TOLERANCE * max(1.0, float(np.max(np.abs(one)))),
    )
