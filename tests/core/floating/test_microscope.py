"""One h under the microscope: every number on the way, where its error comes from, and the worked steps."""

import math
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingError
from core.expression import parse
from core.floating.budget import CAUSES
from core.floating.formats import FORMATS
from core.floating.rounding import nearest
from core.floats import Microscope, microscope

NAMES = list(FORMATS)
SMOOTH = [
    *(("x^2", 3.0), ("sin(x)", 1.0), ("e^x", 0.5), ("1/x", 2.0), ("sqrt(x)", 2.0), ("log(x)", 3.0)),
    *(("x^3 - 2x", 1.5), ("tanh(x)", 0.3), ("(1 - cos x)/x^2", 0.01), ("erf(x)", 0.4), ("5", 1.0)),
]
HUGE = ["sin(10^99*10^99*10^99*x)", "10^99*10^99*10^99*x^9", "10^-99*10^-99*10^-99*10^-25*x"]
WIDTHS = [0.5, 1e-2, 1e-5, 1e-8, 1e-12, 1e-17]


def seen(text: str, x0: float, h: float, dtype: str = "float64") -> Microscope:
    return microscope(parse(text), x0, h, dtype)


@pytest.mark.parametrize("dtype", NAMES)
@pytest.mark.parametrize(("text", "x0"), SMOOTH, ids=[text for text, _ in SMOOTH])
def test_every_number_on_the_way_is_found_a_second_way(text: str, x0: float, dtype: str) -> None:
    for h in WIDTHS:
        shown = seen(text, x0, h, dtype)
        steps = list(shown.steps)
        checks = [step.check for step in steps] + [sub.check for step in steps for sub in step.substeps]
        assert len(steps) == 7
        assert shown.check.holds
        for check in checks:
            assert check is None or check.holds, (h, check)
        if shown.quotient.result.exact is not None:
            assert all(step.check is not None for step in steps)


@pytest.mark.parametrize("dtype", NAMES)
@given(st.floats(0.1, 10), st.floats(-7, 0).map(lambda power: 10**power))
def test_the_quotient_is_the_one_numpy_computes_in_the_format(dtype: str, x0: float, h: float) -> None:
    kind = FORMATS[dtype].type
    x, step = kind(x0), kind(h)
    moved = x + step
    with np.errstate(all="ignore"):
        expected = (moved * moved - x * x) / step
    result = seen("x^2", x0, h, dtype).quotient.result
    assert result.value == expected or (np.isnan(expected) and np.isnan(result.value))
    assert type(result.value) is kind


@pytest.mark.parametrize("dtype", NAMES)
@given(st.floats(0.1, 10), st.floats(-3, 0).map(lambda power: 10**power))
def test_the_parts_of_the_error_add_up_to_it(dtype: str, x0: float, h: float) -> None:
    shown = seen("sin(x)", x0, h, dtype)
    assert shown.budget is not None
    assert set(shown.budget.parts) == set(CAUSES)
    with mpmath.workdps(60):
        error = mpmath.mpf(float(shown.quotient.result.value)) - mpmath.cos(
            mpmath.mpf(float(shown.quotient.x.value))
        )
        total = mpmath.mpf(shown.budget.total.numerator) / shown.budget.total.denominator
        assert abs(total - error) < mpmath.mpf(10) ** -50


def test_on_a_straight_line_nothing_is_cut_off_and_on_a_parabola_it_is_h() -> None:
    line, parabola = seen("3x + 1", 2.0, 0.1), seen("x^2", 3.0, 0.25)
    assert line.budget is not None
    assert parabola.budget is not None
    assert line.budget.parts["truncation"] == 0
    assert parabola.budget.parts == {
        "truncation": Fraction(1, 4), "moving": 0, "values": 0, "subtraction": 0, "division": 0
    }  # fmt: skip


def test_numbers_within_a_factor_of_two_are_subtracted_exactly() -> None:
    for h in WIDTHS:
        q = seen("e^x", 1.0, h).quotient
        assert q.there.exact is not None
        assert q.here.exact is not None
        assert q.rise.exact == q.there.exact - q.here.exact


@pytest.mark.parametrize("dtype", NAMES)
def test_what_is_really_added_differs_from_h(dtype: str) -> None:
    q = seen("x^2", 3.0, 0.001, dtype).quotient
    kind = FORMATS[dtype].type
    added = float((kind(3.0) + kind(0.001)) - kind(3.0))
    assert added != float(q.h.value)
    assert q.moved.exact is not None
    assert float(q.moved.exact - 3) == added
    assert float(q.moved.value) == nearest(q.moved.meant or Fraction(0), q.form)


def test_h_of_one_half_is_stored_exactly_and_one_tenth_is_not() -> None:
    assert seen("x^2", 3.0, 0.5).quotient.h.is_exact
    tenth = seen("x^2", 3.0, 0.1).quotient.h
    assert not tenth.is_exact
    assert float(tenth.off or 0) == pytest.approx(5.551115123125783e-18)


def test_the_spacing_of_nine_is_the_threshold_of_a_difference() -> None:
    q = seen("x^2", 3.0, 1e-8).quotient
    assert float(q.here.spacing or 0) == 1.7763568394002505e-15


def test_the_digits_tell_how_many_cancel_and_how_many_are_right() -> None:
    digits = seen("x^2", 3.0, 1e-14).digits
    assert digits is not None
    there, here, rise = digits.rows
    assert there.text == " 9.0000000000000622"
    assert here.text == " 9.0000000000000000"
    assert rise.text == " 0.0000000000000622"
    assert there.truth == " 9.0000000000000600"
    assert (here.count("cancelled"), rise.count("right")) == (14, 1)


def test_the_bits_of_every_number_are_at_hand() -> None:
    q = seen("x^2", 3.0, 0.5, "float16").quotient
    assert [part.name for part in q.numbers] == [
        "x", "h", "x + h", "f(x + h)", "f(x)", "f(x + h) − f(x)", "quotient"
    ]  # fmt: skip
    three = q.x.bits
    assert (three.sign, three.exponent, three.fraction) == ("0", "10000", "1000000000")


@pytest.mark.parametrize(
    ("text", "x0", "h", "dtype", "words"),
    [
        ("x^2", 3.0, 1e-14, "float64", "finds 6.217248937900877; f′(3) is 6. The error is 0.217, 3.6 %."),
        (
            "x^2",
            3.0,
            1e-16,
            "float64",
            "x + h is stored as 3, the same number as x: numbers there are 4.44",
        ),
        ("x^2", 3.0, 1e-9, "float16", "float16 stores this h as 0, and 0/0 is no number"),
        ("5x", 0.0, 0.25, "float64", "finds 5, and that is f′(0) exactly: no step loses anything."),
        ("x^2", 3.0, 2.0**-26, "float64", "finds 6, and that is f′(3) exactly: the errors cancel."),
        ("|x|", 0.0, 0.1, "float64", "finds 1, but f has no derivative at x = 0 to find."),
        ("e^x", 100.0, 1.0, "float32", "f(100) is beyond float32, which ends at 3.4028235 × 10³⁸."),
        ("e^x", 11.0, 0.5, "float16", "f(11.5) is beyond float16, which ends at 65504."),
        ("x^3/x^2", 300.0, 1.0, "float16", "a number on the way to it is too large."),
        ("x", 60000.0, 60000.0, "float16", "x + h is beyond float16"),
        ("1/x", 0.001, 0.001, "float16", "The quotient is beyond float16, which ends at 65504."),
        ("sqrt(1 - x)", 0.5, 1.0, "float64", "f has no value at x + h = 1.5"),
        ("sin(x)", 1.0, 0.1, "float64", "Nearly all of it comes from the bend of f over the width h."),
    ],
)
def test_the_verdict_says_what_happened(text: str, x0: float, h: float, dtype: str, words: str) -> None:
    shown = seen(text, x0, h, dtype)
    assert words in shown.verdict
    for step in shown.steps:
        assert step.check is None or step.check.holds


def test_a_corner_has_a_quotient_but_no_slope_to_compare_with() -> None:
    shown = seen("|x|", 0.0, 0.1)
    assert shown.quotient.slope is None
    assert shown.budget is None
    assert "f has no derivative here" in shown.steps[-1].why


def test_a_smooth_border_has_the_slope_that_both_sides_share() -> None:
    assert seen("x|x|", 0.0, 0.1).quotient.slope == 0


@pytest.mark.parametrize(
    ("text", "x0", "h", "dtype", "setting"),
    [
        ("log(x)", -1.0, 0.1, "float64", "x0"),
        ("1/x", 0.0, 0.1, "float64", "x0"),
        ("x", 1e6, 0.1, "float16", "x0"),
        ("x", math.nan, 0.1, "float64", "x0"),
        ("x", 1.0, 0.0, "float64", "h"),
        ("x", 1.0, -0.1, "float64", "h"),
        ("x", 1.0, math.nan, "float64", "h"),
        ("x", 1.0, math.inf, "float64", "h"),
        ("x", 1.0, 0.1, "int8", "dtype"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_control(
    text: str, x0: float, h: float, dtype: str, setting: str
) -> None:
    with pytest.raises(SettingError) as refused:
        seen(text, x0, h, dtype)
    assert refused.value.setting == setting


@pytest.mark.parametrize("text", [*HUGE, "e^(e^x)", "x^x", "tan(x)"])
@pytest.mark.parametrize("dtype", NAMES)
def test_numbers_of_any_size_are_spoken_of_without_an_error(text: str, dtype: str) -> None:
    for x0, h in ((1.5, 1e-10), (6.0, 2.0), (0.25, 1e-300)):
        try:
            shown = seen(text, x0, h, dtype)
        except SettingError as refused:
            assert refused.setting in ("x0", "h")
            continue
        assert all(step.latex and step.why for step in shown.steps)
        assert shown.verdict.endswith(".")
