import math

import pytest
import sympy

from core.expression import parse
from core.limiting.plane import (
    FAMILIES,
    LINES,
    Path,
    Shape,
    along,
    limit_along,
    limit_formula,
    path_check,
    paths_to_origin,
)

PLANE = ("x", "y")


@pytest.mark.parametrize(
    ("path", "value"),
    [(Path("line", m), m / (1 + m * m)) for m in (0.0, 1.0, -1.0, 2.0, 0.5)] + [(Path("line", math.inf), 0)],
)
def test_the_classic_quotient_has_another_limit_along_each_line(path: Path, value: float) -> None:
    found = limit_along(parse("x y/(x^2+y^2)", PLANE), path)
    assert float(found.value) == pytest.approx(value, abs=1e-15)


def test_two_paths_prove_that_there_is_no_limit() -> None:
    found = paths_to_origin(parse("x y/(x^2+y^2)", PLANE))
    assert found.verdict == "none"
    assert found.sentence == (
        "Along y = 0 f tends to 0, along y = x f tends to 0.5: there is no limit at (0, 0)."
    )


def test_a_parabola_may_tell_what_no_line_does() -> None:
    e = parse("x^2 y/(x^4+y^2)", PLANE)
    assert paths_to_origin(e, LINES).verdict == "agree"
    assert [limit.path.name for limit in paths_to_origin(e).proof] == ["y = 0", "y = x²"]


@pytest.mark.parametrize(
    ("text", "tends"),
    [("x^2 y/(x^2+y^2)", "0"), ("sin(x y)/(x y)", "1"), ("1/(x^2+y^2)", "∞"), ("x + y + 2", "2")],
)
def test_agreement_is_called_evidence_and_no_proof(text: str, tends: str) -> None:
    found = paths_to_origin(parse(text, PLANE))
    assert found.verdict == "agree"
    assert f"f tends to {tends}. That is evidence, not a proof" in found.sentence


def test_one_path_with_different_ends_is_proof_enough() -> None:
    found = paths_to_origin(parse("x/sqrt(x^2+y^2)", PLANE), (Path("line", 1.0),))
    assert found.verdict == "none" and len(found.proof) == 1
    assert found.sentence == "Along y = x f has no limit: there is no limit at (0, 0)."


def test_paths_that_never_settle_leave_the_question_open() -> None:
    found = paths_to_origin(parse("sqrt(-1 - x^2 - y^2)", PLANE))
    assert (found.verdict, found.sentence) == (
        "undecided",
        "The paths that were tried do not settle the question.",
    )


def test_the_limit_along_lines_is_a_formula_in_m() -> None:
    m = sympy.Symbol("m", real=True)
    assert sympy.simplify(limit_formula(parse("x y/(x^2+y^2)", PLANE), "line") - m / (1 + m**2)) == 0
    assert limit_formula(parse("sin(x y)", PLANE), "line") is None
    assert limit_formula(parse("1/(x^2+y^2)", PLANE), "line") is None


def test_the_limit_along_parabolas_is_a_formula_too() -> None:
    m = sympy.Symbol("m", real=True)
    e = parse("x^2 y/(x^4+y^2)", PLANE)
    assert sympy.simplify(limit_formula(e, "parabola") - m / (1 + m**2)) == 0
    assert limit_formula(e, "line") == 0


def test_the_formula_takes_the_path_before_it_cancels() -> None:
    # the sum is (x + x² − y²)/(x + y), and x cancels only after y = m·x is put in
    m = sympy.Symbol("m", real=True)
    found = limit_formula(parse("x/(x+y) + (x^2-y^2)/(x+y)", PLANE), "line")
    assert sympy.simplify(found - 1 / (1 + m)) == 0


@pytest.mark.parametrize("shape", ["line", "parabola"])
@pytest.mark.parametrize("text", ["x y/(x^2+y^2)", "x^2 y/(x^4+y^2)", "(x^3 + 2y)/(y - x)"])
def test_algebra_and_many_digits_agree_along_every_path_of_a_row(text: str, shape: Shape) -> None:
    e = parse(text, PLANE)
    checked = [path_check(e, limit_along(e, path)) for path in FAMILIES[shape]]
    held = [check for check in checked if check is not None]
    assert len(held) >= len(checked) - 1 and all(check.holds for check in held)


def test_without_a_formula_the_second_way_is_extrapolation() -> None:
    e = parse("sin(x y)/(x^2+y^2)", PLANE)
    check = path_check(e, limit_along(e, Path("line", 1.0)))
    assert check is not None and check.holds and "extrapolation" in check.compared
    assert (check.shown, check.second) == ("0.5", "0.5")


def test_no_number_is_checked_where_there_is_none() -> None:
    e = parse("1/(x^2+y^2)", PLANE)
    assert path_check(e, limit_along(e, Path("line", 1.0))) is None


def test_a_walker_on_a_line_reads_the_same_number_all_the_way() -> None:
    walk = along(parse("x y/(x^2+y^2)", PLANE), Path("line", 2.0), 3.0)
    at_origin = walk.t == 0
    assert at_origin.sum() == 1 and math.isnan(walk.value[at_origin][0])
    assert walk.value[~at_origin] == pytest.approx(0.4, rel=1e-14)
    assert (walk.t[0], walk.t[-1]) == (-1.5, 1.5)
    assert (walk.y[0], walk.y[-1]) == (-3.0, 3.0)


def test_a_row_of_paths_rises_with_m_and_ends_with_the_y_axis() -> None:
    lines = [path.number for path in FAMILIES["line"]]
    assert lines == sorted(lines) and lines[-1] == math.inf
    assert Path("parabola", 1.0) in FAMILIES["parabola"]


@pytest.mark.parametrize("reach", [0.0, -1.0, math.inf, math.nan])
def test_a_useless_reach_is_refused(reach: float) -> None:
    with pytest.raises(ValueError, match="reach"):
        along(parse("x + y", PLANE), Path("line", 1.0), reach)
