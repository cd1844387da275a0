import math

import pytest

from core.derivative_facts.euler import base_slope, euler_steps, towards_e
from core.errors import SettingError


@pytest.mark.parametrize(("base", "slope"), [
    (1.0, 0.0),
    (2.0, 0.6931471805599453),
    (3.0, 1.0986122886681098),
    (0.5, -0.6931471805599453),
])  # fmt: skip
def test_the_slope_of_a_power_at_0_is_the_logarithm_of_its_base(base: float, slope: float) -> None:
    """log 3 = 1.0986122886681096914, as the notes ask."""
    found = base_slope(base)
    assert found.slope == pytest.approx(slope, abs=1e-15) and found.check.holds


def test_the_quotients_come_nearer_with_h() -> None:
    gaps = [abs(quotient - math.log(2)) for _, quotient in base_slope(2.0).quotients]
    assert gaps == sorted(gaps, reverse=True) and gaps[-1] < 1e-8


def test_compound_growth_comes_to_e_as_the_notes_should_have_it() -> None:
    """E22: the notes print 2592 and 2712 for 10 and 100."""
    found = dict(towards_e())
    assert found[1] == 2.0
    assert found[10] == pytest.approx(2.59374, abs=5e-6)
    assert found[100] == pytest.approx(2.70481, abs=5e-6)
    assert abs(found[10**7] - math.e) < 2e-7


@pytest.mark.parametrize("base", [2.0, 10.0, 0.3])
def test_every_step_with_a_number_is_checked(base: float) -> None:
    steps = euler_steps(base)
    checks = [step.check for step in steps if step.check is not None]
    assert len(steps) == 4 and len(checks) == 3 and all(check.holds for check in checks)


@pytest.mark.parametrize("base", [0.0, -2.0, math.inf, math.nan])
def test_a_base_has_to_be_positive(base: float) -> None:
    with pytest.raises(SettingError) as failure:
        base_slope(base)
    assert failure.value.setting == "base"
