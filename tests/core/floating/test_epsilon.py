"""Machine epsilon and the gaps between numbers."""

import math

import numpy as np
import pytest

from core.errors import SettingError
from core.floating.epsilon import landings, machine_epsilon, one_plus
from core.floating.formats import FORMATS
from core.floating.gaps import gaps

NAMES = list(FORMATS)


@pytest.mark.parametrize("dtype", NAMES)
def test_one_plus_epsilon_is_the_next_number_and_half_of_it_changes_nothing(dtype: str) -> None:
    one = FORMATS[dtype].type(1)
    with_epsilon, with_half, *_ = machine_epsilon(dtype).additions
    assert with_epsilon.total.value == np.nextafter(one, FORMATS[dtype].type(2))
    assert with_half.total.value == one
    assert not with_half.changes_one


@pytest.mark.parametrize("dtype", NAMES)
def test_the_smallest_number_that_changes_one_does_so_and_the_one_before_it_does_not(dtype: str) -> None:
    form = FORMATS[dtype]
    smallest = machine_epsilon(dtype).smallest
    before = np.nextafter(smallest.d.value, form.type(0))
    assert form.type(1) + smallest.d.value != 1
    assert form.type(1) + before == 1


@pytest.mark.parametrize("dtype", NAMES)
def test_every_addition_is_found_again_in_exact_fractions(dtype: str) -> None:
    shown = machine_epsilon(dtype, addend=0.3)
    assert len(shown.additions) == 4
    for row in (*shown.additions, shown.smallest):
        assert row.check.holds
        assert row.check.shown == row.check.second


def test_a_check_of_a_wrong_sum_would_not_hold() -> None:
    check = one_plus(0.25, FORMATS["float16"]).check
    assert check.difference == 0
    assert check.tolerance == 0


@pytest.mark.parametrize(
    ("dtype", "sentence"),
    [
        ("float16", "1 + 1.2 × 10⁻¹⁶ = 1: nothing has changed (d itself is stored as 0)."),
        ("float32", "1 + 1.2 × 10⁻¹⁶ = 1: nothing has changed."),
        ("float64", "1 + 1.2 × 10⁻¹⁶ = 1.0000000000000002: another number than 1."),
    ],
)
def test_the_number_of_the_myth_in_each_format(dtype: str, sentence: str) -> None:
    assert machine_epsilon(dtype).additions[2].sentence == sentence


def test_the_verdict_holds_the_numbers() -> None:
    verdict = machine_epsilon("float64").verdict
    assert "2.220446049250313 × 10⁻¹⁶" in verdict
    assert "1.1102230246251568 × 10⁻¹⁶" in verdict


@pytest.mark.parametrize("dtype", NAMES)
def test_one_plus_d_lands_on_the_nearest_number_and_ties_on_the_even_one(dtype: str) -> None:
    shown = landings(dtype)
    assert shown.lies[0] == 0
    assert shown.lies[-1] == 2
    # Python's round takes the even one of two equally near integers, and 1 and 1 + 2ε end in 0.
    assert shown.lands.tolist() == [float(round(lies)) for lies in shown.lies.tolist()]


@pytest.mark.parametrize("dtype", NAMES)
@pytest.mark.parametrize("x", [0.0, 1.0, -3.0, 1000.5, 0.01])
def test_the_stairs_are_numpys_spacings_and_double_at_each_power_of_two(x: float, dtype: str) -> None:
    form, shown = FORMATS[dtype], gaps(x, dtype)
    for left, right, gap in zip(shown.edges[:-1], shown.edges[1:], shown.gap, strict=True):
        inside = form.type((left + right) / 2 if left else right * 0.75)
        assert gap == float(np.spacing(inside))
    assert np.all(shown.gap[1:] == 2 * shown.gap[:-1])
    assert shown.edges[-2] <= abs(float(shown.here.value)) < shown.edges[-1] or x == 0
    assert shown.check is not None
    assert shown.check.holds


def test_subnormal_numbers_are_all_equally_far_apart() -> None:
    shown = gaps(1e-320, "float64")
    assert set(shown.gap.tolist()) == {5e-324}


def test_the_largest_number_has_no_neighbour_beyond_it() -> None:
    shown = gaps(65504.0, "float16")
    assert shown.verdict == "65500 is where float16 ends: there is no number beyond it."
    assert shown.check is None
    assert np.isfinite(gaps(1.7976931348623157e308, "float64").edges).all()


def test_a_number_that_the_format_cannot_hold_is_refused_at_its_control() -> None:
    for x in (1e6, math.inf, math.nan):
        with pytest.raises(SettingError) as refused:
            gaps(x, "float16")
        assert refused.value.setting == "x0"
