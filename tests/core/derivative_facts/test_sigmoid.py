import math

import pytest

from core.derivative_facts.sigmoid import LINES, sigmoid_steps


@pytest.mark.parametrize("z", [-20.0, -1.5, 0.0, 0.5, 3.0])
def test_every_line_has_the_slope_of_the_sigmoid(z: float) -> None:
    steps = sigmoid_steps(z)
    assert len(steps) == len(LINES) == 8
    assert all(step.check is not None and step.check.holds for step in steps)


def test_it_starts_at_the_power_and_ends_at_sigma_times_one_minus_sigma() -> None:
    first, *_, last = sigmoid_steps()
    assert first.latex == r"\sigma(z) = \frac{1}{1 + e^{-z}} = \left(1 + e^{-z}\right)^{-1}"
    assert last.latex == (r"\sigma'(z) = \sigma\left(z\right) \left(1 - \sigma\left(z\right)\right)")


def test_the_exponent_falls_to_minus_two() -> None:
    """E38: the notes write −2 − 1."""
    second = sigmoid_steps()[1]
    assert r"^{-2}" in second.latex and "−1 − 1 = −2" in second.why


def test_the_shown_number_is_the_slope() -> None:
    value = 1 / (1 + math.exp(-0.5))
    check = sigmoid_steps(0.5)[-1].check
    assert check is not None and float(check.shown) == pytest.approx(value * (1 - value), abs=1e-11)
