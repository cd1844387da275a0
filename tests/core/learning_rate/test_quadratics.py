"""Exact quadratics: reading them from text, eigenvalues, and which of them a start feels."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp

from core.expression import parse
from core.learning_rate.quadratics import Eigenvalue, Quadratic, as_typed, read_quadratic

RATIONALS = st.fractions(min_value=-50, max_value=50, max_denominator=60)
XY = ("x", "y")


def symmetric(a: Fraction, b: Fraction, d: Fraction) -> Quadratic:
    return Quadratic(((a, b), (b, d)), (Fraction(0), Fraction(0)), Fraction(0))


@pytest.mark.parametrize(
    ("text", "H", "b", "c"),
    [
        ("x^2 - 4x + 4", ((2,),), (-4,), 4),
        ("(x - 2)^2", ((2,),), (-4,), 4),
        ("-(x - 2)(x + 2)/4", ((Fraction(-1, 2),),), (0,), 1),
        ("x^3 - x x^2 + 0.1x^2", ((Fraction(1, 5),),), (0,), 0),
        ("3", ((0,),), (0,), 3),
    ],
)
def test_a_quadratic_is_read_however_it_was_typed(text: str, H: object, b: object, c: int) -> None:
    quadratic = read_quadratic(parse(text))
    assert quadratic is not None
    assert (quadratic.H, quadratic.b, quadratic.c) == (H, b, c)


def test_both_halves_of_the_mixed_term_stand_in_the_hessian() -> None:
    quadratic = read_quadratic(parse("2x^2 + 3y^2 - x y + y", XY))
    assert quadratic is not None
    assert (quadratic.H, quadratic.b) == (((4, -1), (-1, 6)), (0, 1))


@pytest.mark.parametrize("text", ["x^3", "|x|", "e x^2", "x^2/x", "sqrt(x)", "1/x", "x^9 - x^9", "x^0.5"])
def test_what_is_not_a_quadratic_with_rational_coefficients_is_left_alone(text: str) -> None:
    assert read_quadratic(parse(text)) is None


@given(RATIONALS, RATIONALS, RATIONALS, RATIONALS)
def test_an_eigenvalue_compares_with_a_rational_as_in_fifty_digits(
    a: Fraction, b: Fraction, d: Fraction, other: Fraction
) -> None:
    eigenvalues = symmetric(a, b, d).eigenvalues
    with mp.workdps(50):
        centre = (mp.mpf(a.numerator) / a.denominator + mp.mpf(d.numerator) / d.denominator) / 2
        spread = (mp.mpf(a.numerator) / a.denominator - mp.mpf(d.numerator) / d.denominator) / 2
        root = mp.sqrt(spread**2 + (mp.mpf(b.numerator) / b.denominator) ** 2)
        gaps = [centre + sign * root - mp.mpf(other.numerator) / other.denominator for sign in (-1, 1)]
        expected = [0 if abs(gap) < mp.mpf(10) ** -40 else int(mp.sign(gap)) for gap in gaps]
        assert [eigenvalue.compare(other) for eigenvalue in eigenvalues] == expected
        for eigenvalue, gap in zip(eigenvalues, gaps, strict=True):
            exact = gap + mp.mpf(other.numerator) / other.denominator
            assert abs(float(eigenvalue) - exact) <= 1e-15 * max(abs(exact), mp.mpf(10) ** -40)


@given(RATIONALS, RATIONALS, RATIONALS)
def test_an_eigenvalue_is_never_above_or_below_itself(a: Fraction, b: Fraction, d: Fraction) -> None:
    low, high = symmetric(a, b, d).eigenvalues
    assert low.centre + high.centre == a + d
    if low.sign == 0:
        assert low.compare(low.centre) == 0
        assert high.compare(high.centre) == 0


def test_a_small_eigenvalue_keeps_its_digits_beside_a_large_one() -> None:
    low = Eigenvalue(Fraction(10**8), -1, Fraction(10**16 - 1))
    assert float(low) == pytest.approx(5.0e-9, rel=1e-12)


def test_a_start_on_an_eigenvector_feels_one_eigenvalue_only() -> None:
    bowl = read_quadratic(parse("x^2 + 30y^2", XY))
    assert bowl is not None
    assert [float(value) for value in bowl.active(as_typed([1.0, 0.0]))] == [2.0]
    assert [float(value) for value in bowl.active(as_typed([0.0, 1.0]))] == [60.0]
    assert [float(value) for value in bowl.active(as_typed([1.0, 1e-9]))] == [2.0, 60.0]
    assert bowl.active(as_typed([0.0, 0.0])) == ()


def test_the_floor_of_a_valley_is_met_straight_across_from_the_start() -> None:
    valley = read_quadratic(parse("(x + y - 2)^2", XY))
    assert valley is not None
    assert valley.stationary(as_typed([3.0, 1.0])) == (2, 0)


def test_a_slope_without_curvature_has_no_stationary_point() -> None:
    slope = read_quadratic(parse("x^2 + y", XY))
    assert slope is not None
    assert slope.stationary(as_typed([1.0, 1.0])) is None
