"""The golden cases of the printed tables and of sin(1/x), to the last printed digit."""

from math import pi

import pytest

from core.expression import parse
from core.printed_tables.oscillation import OscillationRow, fixed_step, scaled_step
from core.printed_tables.panels import panels
from core.printed_tables.shrinking_h import SQRT_EPSILON, exact_quotient, quotient
from tests.core.golden import Case, Golden
from ui.keys import KEYS

GOLDEN = Golden("numerical_error")
checks = GOLDEN.checked_by
ROWS = {f"{row.x:g}": row for row in fixed_step()}
SCALED = {f"{row.x:g}": row for row in scaled_step(1e-3 / (2 * pi))}
SQUARE = parse("x^2")


FORMULAS = {"forward": "forward", "symmetric": "central"}


def printed(h: float, formula: str) -> str:
    return repr(quotient(lambda t: float(SQUARE(t)), 3.0, h, FORMULAS[formula]))  # type: ignore[arg-type]


def row_of(case: Case) -> OscillationRow:
    return ROWS[f"{float(case['input']['x']):g}"]


@checks("fd-x2-h1-000", "fd-x2-h1-001", "fd-x2-h2-000", "fd-x2-h2-001", "fd-x2-h3-000", "fd-x2-h3-001",
        "fd-x2-h4-000", "fd-x2-h4-001", "fd-x2-1e-16")  # fmt: skip
def the_forward_difference_of_the_slides(case: Case) -> None:
    assert printed(float(case["input"]["h"]), "forward") == case["verified"]


@checks("fd-x2-1e-14-forward", "fd-x2-1e-14-symmetric")
def the_digits_of_the_h_that_was_meant(case: Case) -> None:
    assert printed(1e-14, case["input"]["formula"]) == case["verified"]


@checks("fd-x2-1e-15-forward", "fd-x2-1e-15-symmetric")
def the_digits_of_the_h_that_was_printed(case: Case) -> None:
    formula = case["input"]["formula"]
    assert printed(1e-15, formula) == case["verified"]["at_printed_h"]
    assert printed(1e-14, formula) == case["verified"]["at_h=1e-14"]


@checks("fd-x2-sqrt-eps")
def six_at_the_root_of_epsilon_is_luck(case: Case) -> None:
    assert repr(SQRT_EPSILON) == case["verified"]["h"]
    assert printed(SQRT_EPSILON, "forward") == case["verified"]["forward"]
    exact = exact_quotient(SQUARE, 3.0, SQRT_EPSILON, "forward")
    assert abs(exact - exact.context.mpf(case["verified"]["exact_arith_forward"])) < 1e-18


@checks("osc-row-1", "osc-row-2", "osc-row-3", "osc-row-4", "osc-row-5")
def a_row_of_the_table_of_sin_1_over_x(case: Case) -> None:
    row, verified = row_of(case), case["verified"]
    assert f"{row.numerical:.6f}" == verified["numerical"]
    assert f"{row.exact:.6f}" == verified["exact"]
    assert f"{row.absolute:.6f}" == verified["abs_error"]
    assert row.relative == pytest.approx(float(verified["relative_error"]), rel=1e-10)
    assert repr(row.x - row.h) == verified["x_minus_h"]
    again = row.again.context.mpf(verified["same_formula_in_50_digit_arithmetic"])
    assert abs(row.again - again) < 1e-13
    assert f"{row.rounding:.2e}" == f"{float(verified['roundoff_part']):.2e}"
    assert repr(row.numerical) == verified["numerical_repr"]
    assert repr(row.exact) == verified["exact_repr"]
    assert repr(row.absolute) == verified["abs_error_repr"]
    assert abs(row.truth - row.truth.context.mpf(verified["exact_derivative_50_digit"])) < 1e-8
    mended = SCALED[f"{row.x:g}"]
    assert mended.relative == pytest.approx(float(verified["rel_error_with_h=1e-3*x**2"]), rel=1e-4)


@checks("osc-relative-error")
def the_relative_error_is_not_small(case: Case) -> None:
    for x, relative in case["verified"].items():
        assert ROWS[f"{float(x):g}"].relative == pytest.approx(float(relative), rel=1e-10)


@checks("osc-small-x-accurate")
def the_fixed_h_is_useless_and_the_scaled_one_is_not(case: Case) -> None:
    fixed, scaled = (case["verified"][key] for key in ("rel_error_h=1e-3", "rel_error_h=1e-3*x**2"))
    assert [row.relative for row in ROWS.values()] == pytest.approx([*map(float, fixed)], rel=1e-10)
    assert [row.relative for row in SCALED.values()] == pytest.approx([*map(float, scaled)], rel=1e-4)


@checks("osc-cause")
def rounding_is_not_the_cause(case: Case) -> None:
    stated = [f"{float(part):.2e}" for part in case["verified"]["roundoff_part_of_error"]]
    assert [f"{row.rounding:.2e}" for row in ROWS.values()] == stated


@checks("osc-plot-excluding-0")
def the_panels_meet_0_only_with_an_odd_number(case: Case) -> None:
    for count in (500, 501):
        assert (0.0 in panels(-0.1, 0.1, count).x) == case["verified"][f"contains_0_{count}"]


@checks("osc-zeros-like-int")
def whole_places_have_values_that_are_not_whole(case: Case) -> None:
    listed = [float(value) for value in case["verified"]["result_float_input"]]
    assert panels(-1, 2, 4).f[2:].tolist() == pytest.approx(listed, rel=1e-15)


@checks("ctrl-osc")
def the_controls_are_those_of_the_source(case: Case) -> None:
    keys = {key.name: key for key in KEYS["numerical_error"]}
    for name, control in zip(("lo", "hi", "places"), ("min", "max", "steps"), strict=True):
        source = case["input"][control]
        assert float(keys[name].default) == source["value"]
        for end in ("min", "max"):
            assert keys[name].read(str(source[end])) == source[end]


@pytest.mark.parametrize("name", GOLDEN.checks)
def test_golden_case(name: str) -> None:
    GOLDEN.check(name)
