import math

import pytest
import sympy

from core.expression import parse
from core.limiting.plane import LINES, Path, limit_along, limit_along_lines, paths_to_origin

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
    assert sympy.simplify(limit_along_lines(parse("x y/(x^2+y^2)", PLANE)) - m / (1 + m**2)) == 0
    assert limit_along_lines(parse("sin(x y)", PLANE)) is None
    assert limit_along_lines(parse("1/(x^2+y^2)", PLANE)) is None
