"""The rules of thumb: their values from the textbook, and what each is worth, measured."""

import math

import numpy as np
import pytest

from core.differences import error_curve
from core.differencing.thumbs import thumbs
from core.expression import parse

EPSILON = {"float16": 2.0**-10, "float32": 2.0**-23, "float64": 2.0**-52}


@pytest.mark.parametrize("dtype", EPSILON)
def test_the_plain_rule_knows_the_format_alone(dtype: str) -> None:
    e = parse("sin(x)")
    for stencil, root in (
        ("forward", 2),
        ("backward", 2),
        ("central", 3),
        ("five_point", 5),
        ("richardson", 7),
    ):
        plain, _ = thumbs(e, error_curve(e, 1.0, stencil, dtype))
        assert plain.h == pytest.approx(EPSILON[dtype] ** (1 / root))


def test_the_sharper_rules_are_those_of_the_textbook() -> None:
    e, x, eps = parse("exp(3x)"), 0.5, EPSILON["float64"]
    f = math.exp(1.5)
    forward, central = (thumbs(e, error_curve(e, x, name))[1] for name in ("forward", "central"))
    assert forward.h == pytest.approx(2 * math.sqrt(eps * f / (9 * f)))
    assert central.h == pytest.approx((3 * eps * f / (27 * f)) ** (1 / 3))
    assert forward.latex == r"2\sqrt{\varepsilon\left|f/f''\right|}"
    assert central.latex == r"\sqrt[3]{3\,\varepsilon\left|f/f^{(3)}\right|}"


def test_the_error_is_the_one_at_that_very_h() -> None:
    e = parse("sin(x)")
    plain, _ = thumbs(e, error_curve(e, 1.0))
    h = math.sqrt(EPSILON["float64"])
    by_hand = abs((np.sin(1 + h) - np.sin(1.0)) / h - math.cos(1))
    assert plain.error == pytest.approx(by_hand, rel=1e-6)


def test_a_good_rule_is_called_good_and_a_poor_one_poor() -> None:
    sine, fast = parse("sin(x)"), parse("sin(1000x)")
    assert "as good as can be expected" in thumbs(sine, error_curve(sine, 1.0))[0].sentence
    plain, sharper = thumbs(fast, error_curve(fast, 0.5))
    assert "a poor choice here" in plain.sentence
    assert "worth using here" in sharper.sentence and sharper.error < plain.error


def test_an_error_of_0_is_luck_and_not_the_merit_of_the_rule() -> None:
    e = parse("x^2")
    plain, _ = thumbs(e, error_curve(e, 3.0))
    # h = 2⁻²⁶ and h² is rounded away.
    assert plain.error == 0 and "by luck" in plain.sentence


def test_a_rule_can_be_written_beside_a_line() -> None:
    e = parse("exp(x)")
    texts = {
        name: [rule.text for rule in thumbs(e, error_curve(e, 1.0, name))]
        for name in ("central", "five_point")
    }
    assert texts["central"] == ["∛ε", "∛(3ε|f/f‴|)"]
    # B = 3/2·ε|f|, p = 4 and C = |f⁽⁵⁾|/30: h⁵ = (3/2)·30/4 = 11.25 of ε|f/f⁽⁵⁾|.
    assert texts["five_point"] == ["⁵√ε", "⁵√(11.25ε|f/f⁽⁵⁾|)"]


@pytest.mark.parametrize(
    ("text", "x", "stencil"),
    [
        ("2x + 1", 3.0, "forward"),
        ("x^2", 3.0, "central"),
        ("sin(x)", 0.0, "forward"),
        ("|x|", 0.0, "forward"),
    ],
)
def test_a_rule_that_divides_by_0_says_that_it_has_no_value(text: str, x: float, stencil: str) -> None:
    e = parse(text)
    _, sharper = thumbs(e, error_curve(e, x, stencil))
    assert math.isnan(sharper.h) and "has no value here" in sharper.sentence


def test_the_complex_step_needs_no_rule() -> None:
    e = parse("sin(x)")
    assert thumbs(e, error_curve(e, 1.0, "complex_step")) == ()
