"""The steps of a Jacobian: a step for every entry, checks that hold, and checks that would fail."""

from collections.abc import Iterator

import numpy as np
import pytest

from core.expression import parse
from core.jacobian import LocalMap, jacobian, jacobian_steps, vector_function
from core.jacobian.checking import quotient_check
from core.steps import Step


def at(function: str, inputs: tuple[str, ...], *point: float) -> LocalMap:
    return jacobian(vector_function(function, inputs)).at(point)


def whole(steps: Iterator[Step] | tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from whole(step.substeps)


@pytest.mark.parametrize(
    ("function", "inputs", "point"),
    [
        ("r cos t\nr sin t", ("r", "t"), (2.0, 0.5)),
        ("x y\nx + y\nsin x", ("x", "y"), (1.0, 2.0)),
        ("x e^(-x^2-y^2)", ("x", "y"), (0.3, -0.2)),
        ("sqrt x\nx|x|", ("x",), (0.0,)),
        ("|x|\ny", ("x", "y"), (0.0, 1.0)),
        ("x^1.5\ny", ("x", "y"), (0.0, 1.0)),
        ("1/x\nln y", ("x", "y"), (0.0, -1.0)),
    ],
)
def test_every_check_holds(function: str, inputs: tuple[str, ...], point: tuple[float, ...]) -> None:
    steps = list(whole(tuple(jacobian_steps(at(function, inputs, *point)))))
    checks = [step.check for step in steps if step.check is not None]
    assert len(checks) > len(inputs)
    assert all(check.holds for check in checks)


def test_polar_coordinates_are_worked_out_entry_by_entry() -> None:
    steps = jacobian_steps(at("r cos t\nr sin t", ("r", "t"), 2.0, 0.5))
    titles = [step.title for step in steps]
    assert titles[0] == "A matrix of 2 × 2"
    assert titles[2] == "Row 1, column 2: slope of f₁ along t"
    assert titles[-3:] == ["The matrix", "Numbers put in", "Determinant"]
    assert r"-r \sin\left(t\right)" in steps[2].latex and steps[2].substeps
    assert steps[-1].latex.endswith(r"&= r \\ &= 2 \end{aligned}")


def test_the_shape_says_rows_for_outputs_and_columns_for_inputs() -> None:
    (first, *_) = jacobian_steps(at("x y\nx + y\nsin x", ("x", "y"), 1.0, 2.0))
    assert first.title == "A matrix of 3 × 2"
    assert first.why == "Three outputs make 3 rows, two inputs make 2 columns."


def test_one_output_is_the_gradient_and_one_input_the_velocity() -> None:
    assert "gradient" in jacobian_steps(at("x y", ("x", "y"), 1.0, 2.0))[0].why
    assert "velocity along t" in jacobian_steps(at("cos t\nsin t", ("t",), 1.0))[0].why


@pytest.mark.parametrize(
    ("function", "words"),
    [("x\ny", "order of its sides stays"), ("y\nx", "mirrored"), ("x + y\n2x + 2y", "flattened")],
)
def test_the_sign_of_the_determinant_is_put_into_words(function: str, words: str) -> None:
    assert words in jacobian_steps(at(function, ("x", "y"), 1.0, 2.0))[-1].why


def test_a_missing_slope_is_said_with_the_numbers() -> None:
    steps = jacobian_steps(at("|x|\ny", ("x", "y"), 0.0, 1.0))
    assert steps[-2].why == "f₁ has no slope along x at (x, y) = (0, 1)."


@pytest.mark.parametrize("wrong", [6.001, -6.0, float("nan")])
def test_a_wrong_entry_fails_its_check(wrong: float) -> None:
    assert not quotient_check(parse("x^2 y", ("x", "y")), (3.0, 1.0), 0, wrong, "The slope").holds


def test_a_wrong_matrix_fails_the_check_of_its_numbers() -> None:
    right = at("x y\nx - y", ("x", "y"), 3.0, 2.0)
    transposed = LocalMap(right.function, right.point, right.value, np.array(right.matrix.T))
    check = jacobian_steps(transposed)[-2].check
    assert check is not None and not check.holds
