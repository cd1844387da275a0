import numpy as np
import pytest

from core.derivative_facts.orders import derivatives
from core.derivative_facts.tangents import Tangents, tangents
from core.expression import parse


def found(f: str, x0: float, low: float = -2.0, high: float = 2.0, order: int = 2) -> Tangents:
    e = parse(f)
    return tangents(e, derivatives(e, order), low, high, x0)


def test_values_and_slopes_are_those_of_the_function() -> None:
    cubic = found("x^3", 0.3)
    assert cubic.values == pytest.approx(np.stack([cubic.x**3, 3 * cubic.x**2, 6 * cubic.x]))
    assert cubic.x[cubic.start] == 0.3


def test_a_start_outside_the_window_begins_at_the_nearest_end() -> None:
    assert found("x^2", 99.0).start == 120 and found("x^2", 99.0).x[-1] == 2.0


def test_a_corner_has_no_slope_and_a_smooth_join_has_one() -> None:
    corner, smooth = found("|x|", 0.0), found("x|x|", 0.0)
    assert np.isnan(corner.values[1, corner.start]) and corner.values[0, corner.start] == 0
    assert smooth.values[1, smooth.start] == 0.0


def test_outside_the_domain_nothing_is_claimed() -> None:
    logarithm = found("log(x)", 1.0)
    assert np.isnan(logarithm.values[:, logarithm.x < 0]).all()
