"""Newton beside gradient descent: the costs are counted again with a function that counts."""

import math

import pytest

from core.newton.comparison import DESCENT, cheapest, side_by_side
from core.newton.methods import METHODS
from tests.core.newton.problems import OMEGA, QUARTIC, ROSENBROCK


def test_there_is_a_row_for_each_method_and_one_for_descent() -> None:
    rows = side_by_side(QUARTIC, (4.0, 4.0))
    assert [row.name for row in rows] == [*METHODS, DESCENT]
    assert {row.steps for row in rows[:-1]} == {8}
    assert max(row.slope for row in rows) <= 1e-8


def test_in_rosenbrocks_valley_descent_is_not_there_after_1000_steps() -> None:
    rows = side_by_side(ROSENBROCK, (-1.2, 1.0))
    assert rows[0].steps == 7
    assert rows[0].cost.hessians == 8
    assert rows[-1].steps == 1000
    assert rows[-1].slope > 1e-4
    assert "Gradient descent ends" in cheapest(rows, ROSENBROCK.variables)


def test_the_looks_at_f_of_a_descent_are_those_of_its_halvings() -> None:
    row = side_by_side(OMEGA, (0.05,))[-1]
    x, looks = 0.05, 0
    value, slope = (lambda t: math.exp(t) - math.log(t)), (lambda t: math.exp(t) - 1 / t)
    steps = 0
    while abs(slope(x)) > 1e-8:
        rate = 1.0
        while True:
            looks += 1
            there = x - rate * slope(x)
            if there > 0 and value(there) <= value(x) - 1e-4 * rate * slope(x) ** 2:
                break
            rate /= 2
        x, steps = there, steps + 1
    assert (row.steps, row.cost.values, row.cost.gradients) == (steps, looks, steps + 1)
    assert row.end[0] == pytest.approx(x, abs=1e-12)
