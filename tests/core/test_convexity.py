"""Convex, concave or neither: functions whose answer is in every textbook, and pairs that prove it."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.convexity import Kind, bending_check, chord, convexity
from core.errors import SettingError
from core.expression import parse
from tests.core.golden import Case, Golden

golden = Golden("hessian_newton")

# Boyd & Vandenberghe, Convex Optimization, §3.1.5, and their negatives.
KNOWN = [
    ("e^x", -3, 3, "convex"),
    ("x^2", -1, 2, "convex"),
    ("x^10", -1, 1, "convex"),
    ("|x|", -2, 2, "convex"),
    ("max(|x| - 1, 0)", -3, 3, "convex"),
    ("|x - 1| + |x - 3|", -1, 5, "convex"),
    ("x*log(x)", 0, 3, "convex"),
    ("1/x", 0.1, 2, "convex"),
    ("log(1 + e^x)", -4, 4, "convex"),
    ("log(x)", 0, 5, "concave"),
    ("sqrt(x)", 0, 4, "concave"),
    ("sin(x)", 0, 3, "concave"),
    ("-x^2", -1, 1, "concave"),
    ("2x + 1", -1, 1, "straight"),
    ("x^3", -1, 1, "neither"),
    ("x^4 - 2x^2", -2, 2, "neither"),
    ("sin(x)", -3, 3, "neither"),
    ("1/(1 + e^(-x))", -4, 4, "neither"),
    ("e^(-x^2)", -2, 2, "neither"),
    ("floor(x)", -2, 2.1, "neither"),
    ("1000000 + x^2", -1, 1, "convex"),
]


@pytest.mark.parametrize(("text", "low", "high", "kind"), KNOWN)
def test_a_textbook_function_is_what_the_book_says_and_both_ways_agree(
    text: str, low: float, high: float, kind: str
) -> None:
    found = convexity(parse(text), low, high)
    assert found.kind == kind
    assert found.check.holds
    assert found.sentence.endswith(".")


@pytest.mark.parametrize("text", ["x^3", "x^4 - 2x^2", "x^4 (2 + sin(1/x))"])
def test_neither_is_proved_by_a_pair_on_each_side(text: str) -> None:
    f = parse(text)
    found = convexity(f, -1.0, 1.01)
    assert found.above is not None
    assert found.below is not None
    for pair, sign in ((found.below, 1), (found.above, -1)):
        middle = (pair.left + pair.right) / 2
        over = (float(f(pair.left)) + float(f(pair.right))) / 2 - float(f(middle))
        assert math.copysign(1, over) == sign
        assert pair.gap == pytest.approx(over, rel=1e-9, abs=1e-15)


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_no_chord_of_a_convex_function_runs_below_it(a: float, b: float) -> None:
    assert chord(parse("e^x + |x|"), a, b).gap >= 0


def test_a_hole_in_the_window_is_named() -> None:
    with pytest.raises(SettingError, match="no value at x = 0"):
        convexity(parse("sin(x)/x"), -1.0, 1.0)


def test_a_jump_which_no_derivative_shows_is_found_by_both_ways() -> None:
    found = convexity(parse("sign(x - 0.3)"), -1.0, 1.0)
    assert found.kind == found.check.second == "neither"


@pytest.mark.parametrize("kind", ["concave", "straight", "neither"])
def test_a_wrong_verdict_does_not_pass_the_check(kind: Kind) -> None:
    assert not bending_check(parse("x^2"), np.linspace(-1, 1, 401), kind).holds


@golden.checked_by("concave-up-local-max")
def below_the_secant_is_convex(case: Case) -> None:
    left, right = case["input"]["secant"]
    pair = chord(parse("x^2"), left, right)
    assert (pair.chord, pair.curve) == (
        float(case["verified"]["secant_at_0"]),
        float(case["verified"]["graph_at_0"]),
    )
    assert convexity(parse("x^2"), left, right).kind == "convex"


@golden.checked_by("otherwise-no-optimum")
def neither_and_still_a_minimum(case: Case) -> None:
    f = parse("x^4 (2 + sin(1/x))")
    bends = {sign: 1 / (2000 * math.pi + sign * math.pi / 2) for sign in (1, -1)}
    values = {sign: float(_second_difference(f, x)) for sign, x in bends.items()}
    assert values[1] == pytest.approx(float(case["verified"]["f''_at_1/(2000pi+pi/2)"]), rel=1e-4)
    assert values[-1] == pytest.approx(float(case["verified"]["f''_at_1/(2000pi-pi/2)"]), rel=1e-4)
    assert convexity(f, -0.1, 0.11).kind == "neither"
    places = np.linspace(0.001, 1, 400)
    assert (f(places) > 0).all()
    assert (f(-places) > 0).all()


def _second_difference(f: object, x: float) -> float:
    at, h = Fraction(x), Fraction(1, 10**15)
    up, here, down = (f.precise(at + k * h, digits=80) for k in (1, 0, -1))
    return (up - 2 * here + down) / float(h) / float(h)


@golden.checked_by("zero-slope-constant")
def level_at_one_point_only(case: Case) -> None:
    f = parse("x^2")
    assert float(f(0.1)) == pytest.approx(float(case["verified"]["f(0.1)"]))
    assert float(f(0.0)) == float(case["verified"]["f(0)"])


@golden.checked_by("convex-unique", "mae-two-samples")
def convex_and_not_unique(case: Case) -> None:
    texts = {"convex-unique": ("max(|x| - 1, 0)", "e^x"), "mae-two-samples": ("|x - 1| + |x - 3|",)}[
        case["id"]
    ]
    for text in texts:
        assert convexity(parse(text), -3.0, 5.0).kind == "convex"
    flat = parse(texts[0])
    places = (1, 2, 3) if case["id"] == "mae-two-samples" else (-1, 0, 1)
    assert len({float(flat(x)) for x in places}) == 1
    assert float(flat(4.5)) > float(flat(places[0]))


@pytest.mark.parametrize("name", golden.checks)
def test_a_golden_case_of_convexity_holds(name: str) -> None:
    golden.check(name)
