"""The stencils: their orders and weights, found again from polynomials in exact fractions."""

from fractions import Fraction
from math import factorial

import pytest

from core.differences import STENCILS
from core.differencing.stencils import Stencil

REAL = [row for row in STENCILS.values() if not row.is_complex]
PRINTED_ORDERS = {
    "forward": 1,
    "backward": 1,
    "central": 2,
    "five_point": 4,
    "richardson": 6,
    "complex_step": 2,
}


def applied(row: Stencil, degree: int, h: Fraction) -> Fraction:
    """The estimate of the slope of tⁿ at 1 from its formula alone."""
    total = sum(
        part.times * ((1 + part.ahead * h) ** degree - (1 + part.behind * h) ** degree)
        for part in row.differences
    )
    return Fraction(total) / (row.over * h)


@pytest.mark.parametrize("row", REAL, ids=lambda row: row.name)
def test_a_stencil_is_exact_for_polynomials_up_to_its_order_and_no_further(row: Stencil) -> None:
    h = Fraction(1, 3)
    for degree in range(row.order + 1):
        assert applied(row, degree, h) == degree
    assert applied(row, row.order + 1, h) != row.order + 1


@pytest.mark.parametrize("row", REAL, ids=lambda row: row.name)
def test_the_error_on_the_next_power_is_what_the_moment_says(row: Stencil) -> None:
    p, h = row.order, Fraction(1, 7)
    # Of t^(p+1) only the (p+1)-th derivative, (p+1)!, is left out.
    error = applied(row, p + 1, h) - (p + 1)
    assert error == row.moment(p + 1) * factorial(p + 1) / factorial(p + 1) * h**p


@pytest.mark.parametrize("name", STENCILS)
def test_the_order_is_the_one_in_the_books(name: str) -> None:
    assert STENCILS[name].order == PRINTED_ORDERS[name]


@pytest.mark.parametrize(
    ("name", "constant"),
    [("forward", Fraction(1, 2)), ("backward", Fraction(-1, 2)), ("central", Fraction(1, 6)),
     ("five_point", Fraction(-1, 30)), ("complex_step", Fraction(-1, 6))],
)  # fmt: skip
def test_the_constant_of_the_truncation_error_is_the_one_in_the_books(name: str, constant: Fraction) -> None:
    row = STENCILS[name]
    assert row.moment(row.order + 1) / factorial(row.order + 1) == constant


def test_the_number_of_evaluations_counts_each_place_once() -> None:
    counted = {name: row.evaluations for name, row in STENCILS.items()}
    assert counted == {
        "forward": 2, "backward": 2, "central": 2, "five_point": 4, "richardson": 6, "complex_step": 1,
    }  # fmt: skip


def test_weights_add_up_the_sizes() -> None:
    assert STENCILS["five_point"].weight == Fraction(3, 2)
    assert STENCILS["forward"].weight == 2
    assert STENCILS["complex_step"].weight == 0
