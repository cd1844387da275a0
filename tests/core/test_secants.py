import math

import numpy as np
import pytest

from core.errors import SettingError
from core.expression import parse
from core.first_principles.secants import secants


def test_the_slopes_of_secants_of_x_squared_are_2a_plus_h() -> None:
    found = secants(parse("x^2"), 3)
    assert found.slope == pytest.approx(6 + found.h, rel=1e-14)
    assert (found.x, found.y, found.tangent) == (3, 9, 6)
    assert found.there == pytest.approx((3 + found.h) ** 2)


def test_h_falls_and_keeps_its_sign() -> None:
    right, left = secants(parse("x^2"), 1), secants(parse("x^2"), 1, widest=-0.5)
    assert np.all(np.diff(right.h) < 0) and right.h[-1] == pytest.approx(1e-4)
    assert np.all(np.diff(left.h) > 0) and left.h[0] == -0.5
    assert left.slope == pytest.approx(2 + left.h, rel=1e-14)


def test_small_h_does_no_harm_because_the_digits_are_many() -> None:
    found = secants(parse("exp(x)"), 0, ratio=1e-4)
    assert abs(found.h[-1]) < 1e-15
    assert found.slope[-1] == pytest.approx(1.0, abs=1e-15)


@pytest.mark.parametrize(("text", "a"), [("|x|", 0), ("cbrt x", 0), ("sqrt x", 0), ("floor x", 1)])
def test_there_is_no_tangent_where_the_slopes_have_no_common_limit(text: str, a: float) -> None:
    assert math.isnan(secants(parse(text), a).tangent)


def test_secants_beyond_the_domain_have_no_slope() -> None:
    found = secants(parse("sqrt x"), 0.5, widest=-1.0)
    assert np.isnan(found.slope[found.h < -0.5]).all()
    assert np.isfinite(found.slope[found.h > -0.5]).all()


@pytest.mark.parametrize(("text", "a"), [("1/x", 0), ("x", math.inf)])
def test_a_secant_needs_a_point_with_a_value(text: str, a: float) -> None:
    with pytest.raises(SettingError):
        secants(parse(text), a)


@pytest.mark.parametrize("settings", [{"widest": 0.0}, {"count": 1}, {"ratio": 1.0}, {"widest": math.inf}])
def test_a_useless_row_of_h_is_refused(settings: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="secants need"):
        secants(parse("x"), 0, **settings)  # type: ignore[arg-type]
