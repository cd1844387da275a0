"""One number, the line and the perceptron with squared loss: the normal equations, in exact rationals."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from core.closed_form.elimination import Elimination, Row, eliminated, equation, linear, plain
from core.closed_form.result import ClosedForm
from core.closed_form.squares import Squares, residuals_of, squares_of
from core.datasets import Samples
from core.hessian.writing import equals, value_latex
from core.models import Model
from core.models.worked.writing import plain as written
from core.numbers import named, number, rounded_point
from core.steps import Check, Step

Floats = NDArray[np.float64]

SHOWN_SQUARES = 4
LONG = 100
"""Fractions over smaller numbers are read at a glance."""

ULP = 2.0**-52

_THREE_POINTS = tuple(map(Fraction, (28, 12, -42)))
_MISPRINT = (
    " The notes print 92 for this 42, and 10m² for 14m² above: with 92 the solution would be m = 13, "
    "b = −68/3, and only with 42 is it the m = 1/2, b = 7/3 that they end with."
)


def least_squares(model: Model, samples: Samples) -> ClosedForm:
    """The minimum of E = Σ(ŷᵢ − yᵢ)² for ŷ = w·x + b, as of the loss E/(2n) that is trained.

    Exact for the decimals in the table. Where the columns of x depend on each other the equations have many
    solutions, all with the same loss, and parameters are the shortest of them.
    Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, (3.6).
    """
    names = model.parameters(samples.x.shape[1])
    called = [written(name) for name in names]
    squares = squares_of(residuals_of(samples))
    elimination = eliminated(squares.normal_equations, latex_names(names))
    exact, second = elimination.solution, _by_singular_values(samples)
    parameters = second if exact is None else np.array([float(value) for value in exact])
    loss = float(model.loss(parameters, samples.x, samples.y))
    return ClosedForm(
        parameters=parameters,
        loss=loss,
        sentence=_sentence(called, parameters, exact, loss),
        steps=_steps(model, samples, squares, elimination),
        check=None if exact is None else _check(called, samples, parameters, second),
        exact=exact,
    )


def latex_names(names: Sequence[str]) -> tuple[str, ...]:
    """w_1 for w1.

    >>> latex_names(("w1", "b"))
    ('w_1', 'b')
    """
    return tuple(name if len(name) == 1 else f"{name[0]}_{name[1:]}" for name in names)


def _design(samples: Samples) -> Floats:
    return np.column_stack([samples.x, np.ones(samples.size)])


def _by_singular_values(samples: Samples) -> Floats:
    """The shortest (w, b) with the least E, in float64."""
    return np.asarray(np.linalg.lstsq(_design(samples), samples.y, rcond=None)[0], dtype=np.float64)


def _sentence(names: Sequence[str], parameters: Floats, exact: Row | None, loss: float) -> str:
    place = rounded_point(parameters.tolist(), names)
    if exact is not None:
        if all(value.denominator < LONG for value in exact):
            place = ", ".join(
                f"{name} = {value}".replace("-", "−") for name, value in zip(names, exact, strict=True)
            )
        return f"The least loss is {number(loss)}, where {place}: descent is heading there."
    return (
        f"The least loss is {number(loss)}, at many places: columns of x depend on each other, or samples "
        f"are too few. The shortest such parameters are {place}."
    )


def _check(names: Sequence[str], samples: Samples, exact: Floats, second: Floats) -> Check:
    """Float64 errs in a least-squares problem by ε(κ‖u‖ + κ²‖r‖/‖A‖) or so (Golub & Van Loan, §5.3.7)."""
    design = _design(samples)
    condition = float(np.linalg.cond(design))
    left = float(np.linalg.norm(design @ exact - samples.y) / np.linalg.norm(design))
    return Check(
        compared="The parameters from the normal equations in exact rationals, and from the singular values "
        "of the data in float64.",
        shown=named([number(value, 12) for value in exact.tolist()], names),
        second=named([number(value, 12) for value in second.tolist()], names),
        difference=float(np.abs(exact - second).max()),
        tolerance=64 * ULP * condition * (float(np.linalg.norm(exact)) + condition * left + 1),
    )


def _steps(model: Model, samples: Samples, squares: Squares, elimination: Elimination) -> tuple[Step, ...]:
    names = latex_names(model.parameters(samples.x.shape[1]))
    expanded = Step(
        "Multiply out",
        f"E {equals(*(entry for row in squares.gram for entry in row))} {squares.expanded_latex(names)}",
        "All squared errors added up make one quadratic, however many samples there are.",
    )
    slopes = (
        Step(
            f"The slope along {plain(name)}",
            rf"\frac{{\partial E}}{{\partial {name}}} = {equation(row, names)}",
            "At the minimum every slope is 0." + (_MISPRINT if row == _THREE_POINTS else ""),
        )
        for name, row in zip(names, squares.normal_equations, strict=True)
    )
    end = _end(model, samples, squares, elimination)
    return (_sum_step(squares, names), expanded, *slopes, *elimination.steps, end)


def _sum_step(squares: Squares, names: Sequence[str]) -> Step:
    sums = [linear(row, names) for row in squares.residuals[:SHOWN_SQUARES]]
    shown = [f"({miss})^2" if " " in miss else f"{miss}^2" for miss in sums]
    sign = equals(*(entry for row in squares.residuals[:SHOWN_SQUARES] for entry in row))
    left_out = [r"\dots"] if len(squares.residuals) > SHOWN_SQUARES else []
    return Step(
        "Add up the squared errors",
        rf"E = \sum_i (\hat{{y}}_i - y_i)^2 {sign} {' + '.join([*shown, *left_out])}",
        "Each sample says by how much the prediction misses it; the square makes every miss count up.",
    )


def _end(model: Model, samples: Samples, squares: Squares, elimination: Elimination) -> Step:
    if elimination.solution is None:
        return Step(
            "No single solution",
            "0 = 0",
            "One equation says nothing new: columns of x depend on each other, or there are too few samples.",
        )
    least = squares.value(elimination.solution)
    divisor = samples.size * (1 if model.name == "mean" else 2)
    written = "n" if model.name == "mean" else "2n"
    loss = least / divisor
    return Step(
        "The least error",
        rf"E {equals(least)} {value_latex(least)}, \quad L = \frac{{E}}{{{written}}} = "
        rf"\frac{{E}}{{{divisor}}} {equals(loss)} {value_latex(loss)}",
        f"The loss that is trained divides E by {written}: the minimum stays where it is, and a usable η "
        f"becomes {divisor} times as large.",
    )
