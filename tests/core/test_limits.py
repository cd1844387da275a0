import math
import time
from math import inf

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import SettingError
from core.expression import parse
from core.limiting.evidence import numeric_evidence
from core.limiting.point import read_point
from core.limits import LimitReport, analyse_limit
from core.symbolic import warm_up

MOST_SECONDS = 8.0  # the deadline is 2 s; the rest is for a slow machine
"""On screen, for anything."""


@pytest.fixture(scope="module", autouse=True)
def started_workers() -> None:
    warm_up()
    limit("x", "0")


def limit(f: str, a: str, side: str = "both") -> LimitReport:
    return analyse_limit(parse(f), a, side)


def test_a_finite_limit_is_exact() -> None:
    assert limit("(1 - cos x)/x^2", "0").value == sympy.Rational(1, 2)
    assert limit("sin(x)/x", "pi/2").value == 2 / sympy.pi
    assert limit("tan(tan x)", "1").value == sympy.tan(sympy.tan(1))


def test_a_jump_is_said_with_its_size() -> None:
    report = limit("floor(x)", "2")
    assert report.verdict == "sides-differ" and report.value is None
    assert report.sentence == (
        "There is no limit: f tends to 1 from the left and tends to 2 from the right, a jump of 1."
    )


def test_the_exact_band_is_named_where_the_values_fill_it() -> None:
    assert [one.band for one in limit("sin(1/x^2)", "0").sides] == [(-1, 1), (-1, 1)]


def test_a_band_of_symbols_that_the_values_do_not_fill_is_not_believed() -> None:
    """sin x + cos x = √2·sin(x + π/4); SymPy adds the bands of its terms to [−2, 2]."""
    (far_out,) = limit("sin x + cos x", "oo").sides
    assert far_out.symbolic.band == (-2, 2)
    assert far_out.band == pytest.approx((-math.sqrt(2), math.sqrt(2)))


def test_one_side_outside_the_domain_means_no_limit_from_both() -> None:
    report = limit("x ln x", "0")
    assert report.verdict == "undefined"
    assert report.left is not None and report.left.verdict == "undefined"
    assert "log(x) has no real value" in report.left.sentence
    assert report.right is not None and report.right.value == 0
    assert limit("x ln x", "0", "right").value == 0


def test_a_point_isolated_from_the_domain_is_said_to_be_so() -> None:
    report = limit("sqrt(-x^4 - x^2)", "0")
    assert report.verdict == "undefined"
    assert report.sentence == "f has no values near the point: sqrt(−x^4 − x^2) has no real value."


def test_a_domain_with_gaps_however_close_is_undefined() -> None:
    assert limit("sqrt(sin(1/x))", "0").verdict == "undefined"


def test_at_infinity_there_is_one_side() -> None:
    report = limit("e^-x", "oo", "right")
    assert report.value == 0 and report.right is None and report.left is not None
    assert limit("atan x", "-oo").value == -sympy.pi / 2


@pytest.mark.parametrize(
    ("f", "a", "band"),
    [
        ("sin(1/x)", "0", (-1, 1)),
        ("sin(pi/x)", "0", (-1, 1)),
        ("2 + cos(x)/2", "oo", (1.5, 2.5)),
        ("e^sin(x)", "oo", (1 / sympy.E, sympy.E)),
        ("sin x + cos x", "oo", (-sympy.sqrt(2), sympy.sqrt(2))),
        ("x sin x", "oo", (-inf, inf)),
        ("|x sin x|", "oo", (0, inf)),
        ("floor(sin x)", "oo", (-1, 0)),
    ],
)
def test_an_oscillation_has_its_band(f: str, a: str, band: tuple[float, float]) -> None:
    report = limit(f, a)
    assert report.verdict == "oscillates"
    for one in report.sides:
        assert one.band is not None
        assert one.band == pytest.approx([float(end) for end in band], abs=1e-9)


def test_a_corner_at_the_point_does_not_hide_the_limit() -> None:
    assert limit("max(x, x^2)", "1").value == 1
    assert limit("{x < 1: x + 1, x = 1: 7, x > 1: 3 - x}", "1").value == 2
    assert limit("relu(x)/x", "0").verdict == "sides-differ"


def test_where_the_witnesses_contradict_each_other_nothing_is_decided() -> None:
    # the limit is 0, but until x = e^(e^10) and beyond the values grow
    report = limit("log(x)^2 exp(sqrt(log(x)) log(log(x))^2)/sqrt(x)", "oo")
    assert report.verdict == "undecided" and report.value is None
    assert report.left is not None
    assert (report.left.numeric.kind, report.left.symbolic.kind) == ("+inf", "finite")


def test_too_slow_for_the_numbers_is_decided_by_symbols_that_they_do_not_contradict() -> None:
    report = limit("1/log(log(x))", "oo")
    assert report.left is not None and report.left.numeric.kind == "unclear"
    assert report.value == 0


def test_a_value_too_large_for_the_language_is_left_undecided_with_that_reason() -> None:
    report = limit("e^(e^x)", "8")
    assert report.verdict == "undecided"
    assert "too large" in report.sentence


@pytest.mark.parametrize(
    "a", ["", "  ", "x", "2x", "abc", "1/0", "log(-1)", "oo oo", "+-oo", "nan", "1,2", "--oo"]
)
def test_a_point_that_is_no_number_is_refused_with_a_sentence(a: str) -> None:
    with pytest.raises(SettingError) as refusal:
        limit("x", a)
    assert refusal.value.setting == "a"
    assert str(refusal.value).endswith("oo or -oo.")


@pytest.mark.parametrize(
    ("a", "value"),
    [("0.5", "1/2"), ("1e-3", "1/1000"), ("−2", "-2"), ("√2", "sqrt(2)"), ("π/2", "pi/2"), ("2pi", "2*pi")],
)
def test_a_point_may_be_any_number_of_the_language(a: str, value: str) -> None:
    assert limit("x", a).value == parse(value).sympy


@pytest.mark.parametrize(
    ("a", "sense"), [("∞", 1), ("-∞", -1), ("−oo", -1), ("+oo", 1), ("inf", 1), (" -Infinity ", -1)]
)
def test_infinity_has_many_spellings(a: str, sense: int) -> None:
    assert read_point(a).infinite == sense


def test_an_unknown_side_is_refused() -> None:
    with pytest.raises(SettingError) as refusal:
        limit("x", "0", "up")
    assert refusal.value.setting == "side"


def test_a_function_of_two_variables_is_misuse() -> None:
    with pytest.raises(ValueError, match="function of x"):
        analyse_limit(parse("x y", ("x", "y")), "0")


@pytest.mark.parametrize(
    "f",
    [
        "+".join(f"sin({k}/x)" for k in range(1, 22)),
        "+".join(f"erf({k}x)cos({k}/x)" for k in range(1, 12)),
        "log(x)/x^2/(|log(x+1)/(x+1)^3|) - x",
    ],
)
@pytest.mark.parametrize("a", ["0", "oo"])
def test_nothing_takes_longer_than_three_seconds(f: str, a: str) -> None:
    start = time.monotonic()
    limit(f, a)
    assert time.monotonic() - start < MOST_SECONDS


@pytest.mark.parametrize(
    ("f", "a"), [("2x", "3"), ("sin(1/x)", "0"), ("sin(x)/x", "0"), ("(1 + 1/x)^x", "oo"), ("1/x", "0")]
)
def test_the_numbers_of_an_ordinary_function_come_at_once(f: str, a: str) -> None:
    e, point = parse(f), read_point(a)
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        for side in point.sides:
            numeric_evidence(e, point, side)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 3


@settings(max_examples=8, deadline=None)
@given(st.integers(-9, 9), st.integers(1, 9), st.integers(-9, 9))
def test_a_polynomial_tends_to_its_value_and_a_removed_factor_does_not_matter(b: int, c: int, a: int) -> None:
    e = parse(f"(x^2 + {b}x + {c})*(x - {a})/(x - {a})".replace("+ -", "- ").replace("- -", "+ "))
    assert analyse_limit(e, str(a)).value == a * a + b * a + c
