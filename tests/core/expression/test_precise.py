"""Many digits: right to the last, honest about what has no value, and bounded."""

import math
import threading
import time
from fractions import Fraction

import mpmath
import pytest

from core.expression.precise import context, precise_value, undefined_part
from core.expression.reading import parse
from core.expression.tree import Call, Negate, Node, Variable


def value(text: str, x: object = 0, digits: int = 50):
    return precise_value(parse(text, ("x",)).tree, {"x": x}, digits)


def test_sqrt_2_has_fifty_right_digits():
    # Sloane, OEIS A002193
    expected = "1.4142135623730950488016887242096980785696718753769"
    assert context(50).nstr(value("sqrt(x)", 2), 50) == expected


def test_more_digits_are_there_when_asked_for():
    # Sloane, OEIS A000796
    pi = (
        "3.14159265358979323846264338327950288419716939937510582097494459"
        "2307816406286208998628034825342117068"
    )
    assert context(100).nstr(value("pi", digits=100), 100) == pi


def test_a_float_counts_as_the_double_it_is_and_a_fraction_as_itself():
    assert value("10x", 0.1) != 1
    assert abs(value("10x", Fraction(1, 10)) - 1) < 1e-55


@pytest.mark.parametrize(
    ("text", "x"),
    [("1/x", 0), ("log(x)", 0), ("log(x)", -1), ("sqrt(x)", -1), ("asin(x)", 2), ("0^x", 0), ("x^(-1)", 0)],
)
def test_off_the_domain_the_value_is_nan(text, x):
    assert mpmath.isnan(value(text, x))


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("x^(1/3)", -8, -2),
        ("x^(2/3)", -8, 4),
        ("x^(-1/3)", -8, -0.5),
        ("x^0", 0, 1),
        ("x^x", 2, 4),
        ("{x = 0: 0, sin(1/x)}", 0, 0),
        ("{x < 0: -1, 0 < x <= 1: 5, x}", 1, 5),
        ("{x < 0: -1, 0 < x <= 1: 5, x}", 7, 7),
    ],
)
def test_powers_and_pieces_follow_the_calculus_course(text, x, expected):
    assert value(text, x) == pytest.approx(expected, rel=1e-40)


def test_no_piece_in_force_means_no_value():
    assert mpmath.isnan(value("{x < 0: -1, x > 0: 1}", 0))


def test_a_condition_without_a_value_leaves_no_value():
    assert mpmath.isnan(value("{log(x) < 0: 1, 2}", -1))


def tower(height: int) -> Node:
    """exp(exp(…exp(x)…)), higher than the guard of typed text lets through."""
    node: Node = Variable("x")
    for _ in range(height):
        node = Call("exp", (node,))
    return node


def test_a_tower_too_large_to_write_is_infinite_within_milliseconds():
    started = time.process_time()
    assert precise_value(tower(6), {"x": 100}) == mpmath.inf
    assert precise_value(Call("exp", (Negate(tower(5)),)), {"x": 100}) == 0
    assert mpmath.isfinite(precise_value(Call("sin", (tower(2),)), {"x": 9}))
    assert time.process_time() - started < 0.2


@pytest.mark.parametrize("digits", [0, 1001])
def test_digits_beyond_reason_are_refused(digits):
    with pytest.raises(ValueError, match="digits must lie"):
        value("x", 1, digits)


def test_threads_with_different_digits_do_not_disturb_each_other():
    found: dict[int, set[str]] = {20: set(), 90: set(), 300: set()}

    def work(digits: int) -> None:
        found[digits] = {context(digits).nstr(value("sqrt(x)", 2, digits), digits) for _ in range(50)}

    threads = [threading.Thread(target=work, args=(digits,)) for digits in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for digits, texts in found.items():
        with mpmath.workdps(digits + 10):
            assert texts == {mpmath.nstr(mpmath.sqrt(2), digits)}


def test_the_callers_own_mpmath_precision_is_left_alone():
    before = mpmath.mp.dps
    value("sin(x)", 1, digits=200)
    assert mpmath.mp.dps == before


@pytest.mark.parametrize(
    ("text", "x", "part"),
    [
        ("1 + log(x)*exp(x)", -0.3, "log(x)"),
        ("sin(1/x) + x", 0, "1/x"),
        ("x*(x - 1)^(-1)", 1, "(x - 1)^(-1)"),
        ("{x < 0: sqrt(x), x}", -1, "sqrt(x)"),
        ("2*{x < 0: 1, x > 0: 2}", 0, "{x < 0: 1, x > 0: 2}"),
        ("{log(x) < 0: 1, 2}", -1, "log(x)"),
    ],
)
def test_the_part_without_a_value_is_named(text, x, part):
    assert undefined_part(parse(text).tree, ("x",), (x,)) == parse(part).tree


def test_where_there_is_a_value_no_part_is_blamed():
    assert undefined_part(parse("{x < 0: sqrt(x), x}").tree, ("x",), (4,)) is None


def test_too_large_is_not_undefined():
    tree = parse("exp(exp(x)) - exp(exp(x) + 1)").tree
    assert mpmath.isnan(precise_value(tree, {"x": 30}))
    assert undefined_part(tree, ("x",), (30,)) is None
    assert math.isnan(parse("exp(exp(x)) - exp(exp(x) + 1)")(30.0))
