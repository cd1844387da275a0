"""The two roots: against many digits, and their borders exactly."""

from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.learning_rate.quadratics import Eigenvalue
from core.momentum import factor, mode
from core.momentum.rates import steps_per_digit

FLAT, STEEP = Eigenvalue(Fraction(2)), Eigenvalue(Fraction(50))
decimals = st.integers(1, 999).map(lambda n: n / 1000)


def exact_roots(eigenvalue: Eigenvalue, rate: float, beta: float) -> list[mpmath.mpc]:
    """Both roots in 40 digits, η and β as the decimals that they are written as."""
    with mpmath.workdps(40):
        centre = mpmath.mpf(eigenvalue.centre.numerator) / eigenvalue.centre.denominator
        radicand = mpmath.mpf(eigenvalue.radicand.numerator) / eigenvalue.radicand.denominator
        linear = (
            1
            + mpmath.mpf(repr(beta))
            - mpmath.mpf(repr(rate)) * (centre + eigenvalue.sign * mpmath.sqrt(radicand))
        )
        root = mpmath.sqrt(mpmath.mpc(linear**2 - 4 * mpmath.mpf(repr(beta))))
        return sorted([(linear + root) / 2, (linear - root) / 2], key=lambda z: (-abs(z), -mpmath.im(z)))


@given(st.integers(1, 60), st.integers(0, 3000), st.sampled_from([-1, 1]), decimals, decimals)
def test_the_roots_agree_with_forty_digits(
    centre: int, radicand: int, sign: int, rate: float, beta: float
) -> None:
    if radicand >= centre * centre:
        radicand = centre * centre - 1
    eigenvalue = Eigenvalue(Fraction(centre), sign if radicand else 0, Fraction(radicand))
    found = mode(eigenvalue, rate, beta)
    first, second = exact_roots(eigenvalue, rate, beta)
    # near a double root a rounding of the discriminant moves the roots by its square root
    room = 1e-14 * max(1.0, abs(found.linear)) ** 2 / max(abs(found.discriminant) ** 0.5, 1e-8)
    assert found.factor == pytest.approx(float(abs(first)), abs=room)
    assert complex(found.roots[0]) == pytest.approx(complex(first), abs=room)
    assert complex(found.roots[1]) == pytest.approx(complex(second), abs=room)


@pytest.mark.parametrize(
    ("eigenvalue", "rate", "beta", "kind"),
    [
        (FLAT, 0.02, 0.63, "over-damped"),
        (FLAT, 0.02, 0.64, "critical"),
        (FLAT, 0.02, 0.65, "under-damped"),
        (STEEP, 0.0639, 0.6, "hopping"),
        (STEEP, 0.064, 0.6, "for ever"),
        (STEEP, 0.0641, 0.6, "diverging"),
        (STEEP, 0.02, 0.0, "critical"),
        (STEEP, 0.01, 0.0, "over-damped"),
        (STEEP, 0.03, 0.0, "hopping"),
        (STEEP, 0.04, 0.0, "for ever"),
        (STEEP, 0.041, 0.0, "diverging"),
    ],
)
def test_the_borders_between_the_kinds_are_single_points(
    eigenvalue: Eigenvalue, rate: float, beta: float, kind: str
) -> None:
    assert mode(eigenvalue, rate, beta).kind == kind


def test_an_irrational_eigenvalue_is_on_the_right_side_of_its_border() -> None:
    # λ = 5 + √2; √(ηλ) = 1 − √β has no rational solution, so the kind changes between two close decimals.
    root = Eigenvalue(Fraction(5), 1, Fraction(2))
    border = (1 - (0.1 * (5 + 2**0.5)) ** 0.5) ** 2
    below, above = round(border - 1e-15, 16), round(border + 1e-15, 16)
    assert (mode(root, 0.1, below).kind, mode(root, 0.1, above).kind) == ("over-damped", "under-damped")


def test_an_under_damped_error_swings_with_the_angle_of_its_root() -> None:
    # β = 1/4 and ηλ = 5/4: 1 + β − ηλ = 0, so z = ±i/2, a quarter of a turn a step
    found = mode(Eigenvalue(Fraction(5)), 0.25, 0.25)
    assert found.roots == (0.5j, -0.5j)
    assert found.turn == pytest.approx(4)


@given(st.lists(decimals, min_size=1, max_size=6), decimals)
def test_the_map_of_factors_is_that_of_the_modes(rates: list[float], beta: float) -> None:
    several = factor(2 * np.array(rates), beta)
    one_by_one = [mode(FLAT, rate, beta).factor for rate in rates]
    assert several == pytest.approx(np.array(one_by_one), abs=2e-8)


def test_a_tenth_left_is_a_digit_a_step_and_all_left_is_none() -> None:
    assert steps_per_digit(0.1**0.5) == pytest.approx(2)
    assert steps_per_digit(0.0) == 0
    assert steps_per_digit(1.5) == float("inf")
