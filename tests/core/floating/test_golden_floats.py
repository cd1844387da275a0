"""The golden cases of the lesson that concern single numbers, computed again to the last printed digit."""

import math
from fractions import Fraction

import numpy as np
import pytest

from core.expression import parse
from core.float_errors.number_range import ends
from core.float_errors.pi import rounded_pi
from core.float_errors.round_off import decimal_sum
from core.floating.epsilon import machine_epsilon, one_plus
from core.floating.formats import FORMATS
from core.floats import Microscope, microscope
from tests.core.golden import Case, Golden

GOLDEN = Golden("numerical_error")
checks = GOLDEN.checked_by
DOUBLE = FORMATS["float64"]


def seen(h: float, text: str = "x^2", x0: float = 3.0) -> Microscope:
    return microscope(parse(text), x0, h)


def printed(shown: Microscope) -> str:
    return repr(float(shown.quotient.result.value))


@checks(*(f"fd-x2-h{row}-{seed}" for row in (1, 2, 3, 4) for seed in ("000", "001")))
def the_forward_difference_prints_these_digits(case: Case) -> None:
    assert printed(seen(float(case["input"]["h"]))) == case["verified"]


@checks("fd-x2-1e-16", "fd-x2-1e-14-forward")
def so_do_the_smallest_h(case: Case) -> None:
    assert printed(seen(float(case["input"]["h"]))) == case["verified"]


@checks("fd-x2-1e-15-forward")
def the_digits_of_the_source_belong_to_another_h(case: Case) -> None:
    assert printed(seen(1e-15)) == case["verified"]["at_printed_h"]
    assert printed(seen(1e-14)) == case["verified"]["at_h=1e-14"] == case["claimed"]


@checks("fd-x2-sqrt-eps")
def at_the_root_of_epsilon_the_error_is_rounded_away(case: Case) -> None:
    h = math.sqrt(np.finfo(float).eps)
    shown, verified = seen(h), case["verified"]
    assert repr(h) == verified["h"]
    assert printed(shown) == verified["forward"]
    assert shown.budget is not None
    exact = 6 + float(shown.budget.parts["truncation"])
    assert exact == pytest.approx(float(verified["exact_arith_forward"]), rel=1e-16)
    assert shown.budget.parts["values"] == -shown.budget.parts["truncation"]


@checks("roundoff-scaling")
def rounding_grows_as_one_over_h(case: Case) -> None:
    given, verified = case["input"], case["verified"]
    for h, error in zip(given["h"], verified["abs_error"], strict=True):
        shown = seen(float(h), given["f"], float(given["x"]))
        assert shown.budget is not None
        assert abs(float(shown.budget.total)) == pytest.approx(float(error), rel=1e-7)
        assert shown.budget.largest in ("values", "moving")


@checks("diff-below-eps")
def the_threshold_is_the_spacing_of_the_value(case: Case) -> None:
    verified = case["verified"]
    assert repr(float(seen(1e-8).quotient.here.spacing or 0)) == verified["ulp_of_f(3)=9"]
    near_0 = verified["counterexample_near_0"]
    small = seen(near_0["h"], "x^2", near_0["x"])
    assert repr(float(small.quotient.rise.value)) == near_0["f(x+h)-f(x)"]
    assert printed(small) == near_0["forward"]
    assert 0 < float(small.quotient.rise.value) < float(DOUBLE.epsilon)


@checks("eps-value")
def epsilon_is_the_gap_after_1(case: Case) -> None:
    assert repr(float(machine_epsilon("float64").epsilon.value)) == case["verified"]


@checks("one-plus-1e-16")
def one_plus_1e_16_is_1(case: Case) -> None:
    assert repr(float(one_plus(1e-16, DOUBLE).total.value)) == case["verified"]


@checks("one-plus-eps")
def one_plus_epsilon_is_the_next_number(case: Case) -> None:
    assert repr(float(machine_epsilon("float64").additions[0].total.value)) == case["verified"]


@checks("eps-smallest-addend")
def epsilon_is_not_the_smallest_number_that_changes_1(case: Case) -> None:
    shown, verified = machine_epsilon("float64"), case["verified"]
    assert repr(float(shown.additions[2].total.value)) == verified["1+1.2e-16"]
    assert repr(float(shown.additions[1].total.value)) == verified["1+2**-53"]
    assert repr(float(shown.smallest.d.value)) == verified["smallest_d_that_changes_1"]
    assert repr(float(shown.smallest.total.value)) == verified["1+smallest_d"]
    assert shown.epsilon.exact == Fraction(1, 2**52)


@checks("pi-roundoff")
def pi_and_one_tenth_are_not_stored(case: Case) -> None:
    shown, verified = rounded_pi(17), case["verified"]
    assert float(shown.own.off or 0) == pytest.approx(float(verified["float_pi_minus_pi"]), rel=1e-9)
    assert repr(shown.sine) == verified["sin(float_pi)"]
    assert repr(float(decimal_sum(0.1, 0.2).total.value)) == verified["0.1+0.2"]


@checks("overflow-underflow")
def the_ends_of_float64_are_where_they_are(case: Case) -> None:
    shown, verified = ends("float64"), case["verified"]
    assert repr(float(shown.beyond_largest.value)) == verified["1e308*10"]
    assert repr(float(shown.below_smallest.value)) == verified["5e-324/2"]
    assert repr(float(shown.largest.value)) == verified["max"]
    assert repr(float(shown.smallest_normal.value)) == verified["tiny_normal"]
    assert repr(float(shown.smallest.value)) == verified["smallest_subnormal"]


@pytest.mark.parametrize("name", GOLDEN.checks)
def test_golden_case_holds(name: str) -> None:
    GOLDEN.check(name)
