"""Digits: doubled where the zero is simple, a fixed part of one where it is not."""

import numpy as np
import pytest

from core.expression import parse
from core.newton import newton_minimise, newton_root
from core.newton.many_digits import digits_right
from core.newton.replay import newton_step_check
from tests.core.newton.problems import OMEGA, QUARTIC, plane


def test_the_square_root_of_2_gains_digits_as_the_theory_says() -> None:
    # e_{k+1} = e_k² / 2x_k exactly, for Heron's method.
    found = digits_right(newton_root(parse("x^2 - 2"), 1.0))
    assert found is not None
    errors = 10.0 ** -found.exact[:5] * np.sqrt(2)
    x = newton_root(parse("x^2 - 2"), 1.0).x[:4, 0]
    assert errors[1:] == pytest.approx(errors[:-1] ** 2 / (2 * x), rel=1e-6)
    assert found.order == pytest.approx(2, abs=1e-6)
    assert found.kind == "quadratic"
    assert "doubles" in found.sentence


@pytest.mark.parametrize(
    ("text", "factor"),
    [("(x - 1)^2", 1 / 2), ("(x - 1)^3", 2 / 3), ("x^2 - 2x + 1", 1 / 2), ("sin(x)^2", 1 / 2)],
)
def test_a_zero_of_multiplicity_m_leaves_1_minus_1_over_m_of_the_error(text: str, factor: float) -> None:
    found = digits_right(newton_root(parse(text), 0.5 if "sin" in text else 0.0, steps=100))
    assert found is not None
    assert found.kind == "linear"
    assert found.factor == pytest.approx(factor, rel=1e-6)
    assert "multiple" in found.sentence


def test_where_the_second_derivative_vanishes_too_digits_triple() -> None:
    found = digits_right(newton_root(parse("sin(x)"), 2.5))
    assert found is not None
    assert found.order == pytest.approx(3, abs=1e-3)
    assert "triples" in found.sentence


def test_a_quadratic_is_exact_after_one_step() -> None:
    found = digits_right(newton_minimise(parse("x^2 - 4x + 4"), [0.0]))
    assert found is not None
    assert found.exact.tolist() == [0, np.inf]
    assert "exact" in found.sentence


def test_a_quadratic_in_the_plane_is_exact_too_but_for_the_last_of_160_digits() -> None:
    digits = digits_right(newton_minimise(parse("2x^2 + 3y^2 - x*y", ("x", "y")), (1.5, -1.5)))
    assert digits is not None
    assert digits.sentence == "The first step that comes near is exact: all digits are right at once."


def test_float64_stops_at_its_own_digits() -> None:
    found = digits_right(newton_minimise(OMEGA, [0.05]))
    assert found is not None
    assert found.right.max() < 17
    assert found.limit[0] == 0.5671432904097838
    assert np.round(found.exact[-5:]).tolist() == [1, 2, 4, 8, 16]


def test_a_run_that_arrives_nowhere_has_no_digits() -> None:
    assert digits_right(newton_root(parse("atan(x)"), 1.5)) is None
    assert digits_right(newton_minimise(QUARTIC, (4.0, 4.0), "damped")) is None


@pytest.mark.parametrize(
    ("e", "start"),
    [
        (QUARTIC, (4.0, 4.0)),
        (OMEGA, (0.05,)),
        (plane("x^2*y^2"), (1.0, 2.0)),
        (plane("e^(x*y) + x^2 + y^2"), (0.3, -0.4)),
    ],
)
def test_every_step_is_confirmed_in_many_digits(e: object, start: tuple[float, ...]) -> None:
    run = newton_minimise(e, start, steps=12)
    for k in range(1, run.steps + 1):
        check = newton_step_check(run, k)
        assert check is not None
        assert check.holds


def test_a_false_step_is_not_confirmed() -> None:
    run = newton_root(parse("x^2 - 2"), 1.0)
    run.x[2, 0] += 1e-6
    check = newton_step_check(run, 2)
    assert check is not None
    assert not check.holds
