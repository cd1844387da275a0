"""The chain rule for vector functions: the product of the Jacobians is the Jacobian of the composition."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import CalculusError
from core.expression.printer import text
from core.jacobian import Composition, composition, composition_steps, vector_function
from core.jacobian.composition import Composition as Both

POLAR = "r cos t\nr sin t"


def both(outer: str, taken: tuple[str, ...], inner: str, inputs: tuple[str, ...]) -> Composition:
    return composition(vector_function(outer, taken), vector_function(inner, inputs, "g"))


def test_the_radius_in_polar_coordinates_does_not_depend_on_the_angle() -> None:
    (row,) = both("x^2 + y^2", ("x", "y"), POLAR, ("r", "t")).product
    assert tuple(map(text, row)) == ("2*r", "0")


def test_there_and_back_is_the_identity() -> None:
    twice = both("x + y\nx - y", ("x", "y"), "(x + y)/2\n(x - y)/2", ("x", "y"))
    assert [[text(entry) for entry in row] for row in twice.product] == [["1", "0"], ["0", "1"]]


@pytest.mark.parametrize(
    ("outer", "taken", "inner", "inputs", "point"),
    [
        ("x^2 + y^2\nx y\nx/y", ("x", "y"), POLAR, ("r", "t"), (2.0, 0.5)),
        ("x y z", ("x", "y", "z"), "t\nt^2\nt^3", ("t",), (1.5,)),
        ("sin x\nx^2", ("x",), "x y + z", ("x", "y", "z"), (0.3, 2.0, -1.0)),
        ("e^x y\nx + y^2", ("x", "y"), "x y\nsin y", ("x", "y"), (0.4, 0.9)),
    ],
)
def test_every_check_holds(
    outer: str, taken: tuple[str, ...], inner: str, inputs: tuple[str, ...], point: tuple[float, ...]
) -> None:
    steps = composition_steps(both(outer, taken, inner, inputs), point)
    checks = [step.check for step in steps if step.check is not None]
    entries = [step.check for step in steps[4].substeps if step.check is not None]
    assert len(checks) == 5 and entries
    assert all(check.holds for check in (*checks, *entries))


def test_factors_in_the_wrong_order_fail_the_check() -> None:
    right = both("x^2\ny", ("x", "y"), "x y\nx + y", ("x", "y"))
    wrong = Both(right.inner, right.outer, right.whole)
    checks = [step.check for step in composition_steps(wrong, (2.0, 3.0))[4:]]
    assert not any(check is None or check.holds for check in checks)


coefficients = st.integers(-9, 9)


@settings(max_examples=25)
@given(st.lists(coefficients, min_size=8, max_size=8), st.tuples(coefficients, coefficients))
def test_the_product_is_the_jacobian_of_any_composition(k: list[int], point: tuple[int, int]) -> None:
    outer = f"({k[0]})x^2 + ({k[1]})y\n({k[2]})x y + ({k[3]})y"
    inner = f"({k[4]})x + ({k[5]})y^2\n({k[6]})x y + ({k[7]})"
    outside, inside, whole = both(outer, ("x", "y"), inner, ("x", "y")).at(tuple(map(float, point)))
    # Whole numbers below 2⁵³: both ways are exact.
    assert np.array_equal(outside.matrix @ inside.matrix, whole.matrix)


def test_functions_that_do_not_fit_are_told_what_is_missing() -> None:
    with pytest.raises(CalculusError, match=r"takes 2 inputs and the inner one gives 1: .* 2 components"):
        both("x y", ("x", "y"), "t", ("t",))


def test_a_composition_beyond_the_limits_of_the_language_is_refused() -> None:
    tower = "x^90 + y"
    with pytest.raises(CalculusError, match="One function put into the other is too much here"):
        both(f"({tower})^29", ("x", "y"), "(x + y)^30\ny", ("x", "y"))


def test_a_point_without_inner_value_is_named() -> None:
    steps = composition_steps(both("x y", ("x", "y"), "ln t\nt", ("t",)), (-1.0,))
    assert steps[-1].why == "g₁ has no value at t = −1."
