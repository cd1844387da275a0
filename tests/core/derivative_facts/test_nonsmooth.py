"""Corner, cusp, jump, vertical tangent: the four of the notes, with the limits of the quotients."""

import pytest

from core.derivative_facts.nonsmooth import KINKS, Kink, slope_report
from core.errors import SettingError
from core.expression import parse

LIMITS = {
    "corner": ("finite", "finite"),
    "cusp": ("-inf", "+inf"),
    "jump": ("+inf", "finite"),
    "vertical tangent": ("+inf", "+inf"),
}


@pytest.mark.parametrize("kink", KINKS, ids=lambda kink: kink.kind)
def test_each_example_is_of_its_kind_with_the_limits_of_the_sources(kink: Kink) -> None:
    found = slope_report(parse(kink.f), kink.a)
    assert found.kind == kink.kind
    assert (found.left.kind, found.right.kind) == LIMITS[kink.kind]
    assert all(step.check is None or step.check.holds for step in found.steps)
    assert sum(step.check is not None for step in found.steps) == 2
    assert f"no derivative ({kink.kind})" in found.sentence


def test_the_corner_has_the_slopes_minus_one_and_one() -> None:
    found = slope_report(parse("|x|"), 0)
    assert (float(found.left.limit), float(found.right.limit)) == (-1.0, 1.0)
    assert [row[1:] for row in found.rows] == [(-1.0, 1.0)] * len(found.rows)
    assert found.sentence == (
        "At x = 0 f has no derivative (corner): from the left the slope tends to −1, "
        "from the right it tends to 1."
    )


@pytest.mark.parametrize(("f", "a", "slope"), [
    ("x^2", 1, 2.0),
    ("x|x|", 0, 0.0),
    ("sin(x)", 0, 1.0),
    ("|x - 0.1|", 0.2, 1.0),
])  # fmt: skip
def test_a_smooth_place_is_differentiable_from_both_sides(f: str, a: float, slope: float) -> None:
    found = slope_report(parse(f), a)
    assert found.kind == "differentiable" and found.steps[-1].latex == r"f'(a) \text{ exists}"
    assert float(found.left.limit) == pytest.approx(slope) == float(found.right.limit)


def test_a_decimal_corner_is_met_exactly() -> None:
    assert slope_report(parse("|x - 0.1|"), 0.1).kind == "corner"


def test_a_slope_that_keeps_oscillating_is_said_to() -> None:
    """E20: x·sin(1/x), patched with 0, is continuous at 0 and has no slope there."""
    found = slope_report(parse("{x = 0: 0, x sin(1/x)}"), 0)
    assert found.kind == "oscillating slope" and "keeps oscillating" in found.sentence


@pytest.mark.parametrize(("f", "a"), [("1/x", 0.0), ("log(x)", -1.0), ("x", float("inf"))])
def test_a_place_without_a_value_is_refused(f: str, a: float) -> None:
    with pytest.raises(SettingError) as failure:
        slope_report(parse(f), a)
    assert failure.value.setting == "x0"
