"""Every claim in the notices of Numerical Error, computed again."""

from math import cos, isnan, pi

import numpy as np
import pytest

from core.differences import error_curve
from core.examples import EXAMPLES, Example
from core.expression import parse
from tests.core.examples.claims import Claims

EXAMPLE = {example.name: example for example in EXAMPLES["numerical_error"]}
CLAIMS = Claims[Example]()


def quotient(example: Example, **changed: str) -> float:
    """What the example's formula finds, with some of its values changed."""
    values = example.values | changed
    x0, h = float(values["x0"]), float(values["h"])
    return float(error_curve(parse(values["f"]), x0, values["stencil"], values["dtype"], [h]).estimate[0])


def test_the_claims_of_every_example_are_computed_below() -> None:
    assert set(CLAIMS) == set(EXAMPLE)


@pytest.mark.parametrize("example", EXAMPLE.values(), ids=EXAMPLE)
def test_what_there_is_to_notice_is_true(example: Example) -> None:
    CLAIMS[example.name](example)


@CLAIMS.of("parabola")
def the_error_is_h_until_rounding_takes_over(example: Example) -> None:
    assert repr(quotient(example)) == "6.009999999999849"
    errors = [abs(quotient(example, h=f"1e-{k}") - 6) for k in range(1, 16)]
    assert errors[:5] == pytest.approx([10.0**-k for k in range(1, 6)], rel=1e-4)
    assert errors.index(min(errors)) + 1 in (7, 8)
    assert errors[-1] > 1000 * errors[8] > errors[7]


@CLAIMS.of("absorbed")
def x_plus_h_is_x(example: Example) -> None:
    assert 3 + 1e-16 == 3
    assert float(np.spacing(3.0)) == pytest.approx(4.4e-16, rel=0.01)
    assert quotient(example) == 0


@CLAIMS.of("lucky")
def six_is_luck(example: Example) -> None:
    h = float(example.values["h"])
    assert h == 2.0**-26 == np.sqrt(np.finfo(float).eps)
    assert h * h < np.spacing(9.0) / 2
    assert quotient(example) == 6
    assert abs(quotient(example, f="sin(x)", x0="1") - cos(1)) == pytest.approx(6.9e-9, rel=0.01)


@CLAIMS.of("symmetric")
def the_symmetric_formula_only_rounds(example: Example) -> None:
    assert repr(quotient(example)) == "6.128431095930864"
    assert repr(quotient(example, stencil="forward")) == "6.217248937900877"


@CLAIMS.of("oscillating")
def h_is_longer_than_a_turn(example: Example) -> None:
    assert quotient(example) == pytest.approx(555.383, abs=5e-4)
    assert -cos(100) / 1e-4 == pytest.approx(-8623.19, abs=5e-3)
    assert 2 * pi * 1e-4 == pytest.approx(0.00063, abs=5e-6)


@CLAIMS.of("mended")
def an_h_that_fits_mends_it(example: Example) -> None:
    assert float(example.values["h"]) == pytest.approx(1e-3 * 0.01**2)
    found, slope = quotient(example), -cos(100) / 1e-4
    assert found == pytest.approx(-8623.187, abs=5e-4)
    assert abs(found / slope - 1) == pytest.approx(1.6e-7, rel=0.02)


@CLAIMS.of("corner")
def three_formulas_three_answers(example: Example) -> None:
    for h in ("0.1", "1e-8", "1"):
        answers = [quotient(example, stencil=name, h=h) for name in ("central", "forward", "backward")]
        assert answers == [0, 1, -1]
    assert isnan(error_curve(parse("|x|"), 0.0).truth)


@CLAIMS.of("half")
def eleven_binary_digits(example: Example) -> None:
    assert np.finfo(np.float16).nmant + 1 == 11
    assert (np.spacing(np.float16(3)), np.spacing(np.float16(9))) == (1 / 512, 1 / 128)
    assert quotient(example) == 6.25
    assert quotient(example, dtype="float64") == pytest.approx(6.01)


@CLAIMS.of("large")
def multiples_of_200(example: Example) -> None:
    assert np.spacing(1e16) == 2
    assert quotient(example) == 200000200
    assert quotient(example, h="1") == 200000000


@CLAIMS.of("cancelling")
def lost_inside(example: Example) -> None:
    curve = error_curve(parse(example.values["f"]), 1e-4)
    assert curve.truth == pytest.approx(-0.0000083, abs=5e-8)
    assert quotient(example) == pytest.approx(-0.00024, abs=5e-6)
    stable = quotient(example, f="2sin(x/2)^2/x^2")
    assert stable == pytest.approx(curve.truth, rel=5e-7)


@CLAIMS.of("complex-step")
def nothing_is_subtracted(example: Example) -> None:
    assert repr(quotient(example)) == "4.05342789389862"
    assert quotient(example, stencil="central") == 0
    assert quotient(example) == pytest.approx(error_curve(parse(example.values["f"]), 1.5).truth, rel=1e-15)
