"""A start is offered where the one in hand leads nowhere, and only there."""

import math

import pytest

from core.descent.starts import better_start
from core.expression import parse
from core.gradient import gradient_field
from core.windows import Window

SQUARE = Window((-4.0, 4.0), (-4.0, 4.0))


@pytest.mark.parametrize(
    "text", ["x^2", "log x", "1/x", "sqrt(x - 1)", "x^x", "cos x", "{x = 0: 0, sin(1/x)}"]
)
def test_the_start_that_is_offered_has_a_value_and_a_slope(text: str) -> None:
    e = parse(text)
    offered = better_start(e, SQUARE, (0.0,))
    assert offered is not None
    value, slope = gradient_field(e).at(offered)
    assert math.isfinite(value)
    assert 0 < abs(slope[0]) < math.inf


def test_in_the_plane_too() -> None:
    e = parse("x^2 + 30y^2", ("x", "y"))
    offered = better_start(e, SQUARE, (0.0, 0.0))
    assert offered is not None
    assert gradient_field(e).at(offered)[1].any()


def test_a_good_start_needs_no_other() -> None:
    assert better_start(parse("x^2"), SQUARE, (1.0,)) is None


def test_a_constant_has_none_to_offer() -> None:
    assert better_start(parse("5"), SQUARE, (0.0,)) is None
