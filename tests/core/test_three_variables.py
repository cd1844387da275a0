"""The gradient of functions of x, y and z: values, steps, sentences, and what people may type."""

import math
from pathlib import Path

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from core.expression import parse
from core.expression.language_errors import ExpressionError
from core.three_variables import VARIABLES, SpaceGradient, space_gradient
from tests.core.golden import FOLDER, Golden

GOLDEN = Golden("gradient")
X, Y, Z = sympy.symbols("x y z", real=True)
SOURCE = "2x + 3y^2 - sin z"
FUNCTIONS = {
    SOURCE: 2 * X + 3 * Y**2 - sympy.sin(Z),
    "x y z": X * Y * Z,
    "e^(x - y) / (1 + z^2)": sympy.exp(X - Y) / (1 + Z**2),
    "sqrt(x^2 + y^2 + z^2 + 1)": sympy.sqrt(X**2 + Y**2 + Z**2 + 1),
    "log(3 + x y) + tanh z": sympy.log(3 + X * Y) + sympy.tanh(Z),
    "x^3 y - z^2 y + cos(x z)": X**3 * Y - Z**2 * Y + sympy.cos(X * Z),
}
PLACES = ((1.0, 2.0, 0.0), (-0.5, 0.25, 3.0), (1.5, -1.0, -2.0))


def gradient(text: str, *place: float) -> SpaceGradient:
    return space_gradient(parse(text, VARIABLES), place)


@pytest.mark.parametrize("text", FUNCTIONS)
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_the_gradient_is_that_of_an_independent_derivation(text: str, place: tuple[float, ...]) -> None:
    at = dict(zip((X, Y, Z), map(sympy.Rational, place), strict=True))
    expected = [float(FUNCTIONS[text].diff(name).subs(at).evalf(30)) for name in (X, Y, Z)]
    found = gradient(text, *place)
    assert found.gradient.vector == pytest.approx(expected, rel=1e-12, abs=1e-14)
    assert found.gradient.magnitude == pytest.approx(math.dist(expected, (0, 0, 0)), rel=1e-12)
    assert found.check.holds


def test_the_source_has_the_partial_derivatives_it_prints() -> None:
    case = GOLDEN.cases["grad-3var"]
    e = parse(case["input"]["f"].replace("**", "^"), VARIABLES)
    for place in PLACES:
        vector = space_gradient(e, place).gradient.vector
        expected = [float(parse(text, VARIABLES)(*place)) for text in case["verified"]]
        assert vector == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize("text", FUNCTIONS)
def test_all_steps_that_show_a_number_have_a_check_that_holds(text: str) -> None:
    formulas, put_in, length = gradient(text, 1.5, -1, -2).steps
    assert [step.title for step in formulas.substeps] == ["Along x", "Along y", "Along z"]
    for step in (*formulas.substeps, put_in, length):
        assert step.check is not None
        assert step.check.holds


def test_the_steps_of_the_source_put_the_point_in() -> None:
    _, put_in, length = gradient(SOURCE, 1, 2, 0).steps
    assert r"= \begin{pmatrix} 2 \\ 12 \\ -1 \end{pmatrix}" in put_in.latex
    assert r"\sqrt{2^2 + 12^2 + \left(-1\right)^2} \approx 12.2066" in length.latex


def test_one_partial_derivative_is_derived_with_the_others_held() -> None:
    steps = gradient(SOURCE, 1, 2, 0).partial(1)
    assert any("x and z count as numbers" in step.why for step in steps)
    assert steps[-1].latex.endswith(r"(1, 2, 0) = 6 \cdot 2 = 12")
    assert steps[-1].check is not None
    assert steps[-1].check.holds


def test_the_sentence_says_which_way_and_how_fast() -> None:
    sentence = "At (x, y, z) = (1, 2, 0) f grows fastest along (2, 12, −1), by 12.207 per unit."
    assert gradient(SOURCE, 1, 2, 0).sentence == sentence
    assert gradient("x y z", 0, 0, 0).sentence.endswith("∇f = 0: along every axis f starts out level.")


def test_variables_that_f_does_not_contain_are_named() -> None:
    assert gradient("x y", 1, 2, 3).sentence.endswith("f does not contain z: ∂f/∂z is 0 everywhere.")
    assert "f does not contain y and z: ∂f/∂y and ∂f/∂z are 0" in gradient("x", 1, 2, 3).sentence
    assert gradient("3", 1, 2, 3).sentence.endswith("f is constant, so it is level everywhere.")


def test_a_place_without_a_gradient_says_why() -> None:
    corner, outside = gradient("|x| + y z", 0, 1, 2), gradient("log(x) + z", -1, 0, 0)
    assert not corner.exists
    assert "Along x the slope is −1 from the left and 1 from the right." in corner.sentence
    assert corner.steps[-1].check is not None
    assert corner.steps[-1].check.holds
    assert outside.sentence == "f has no value at (x, y, z) = (−1, 0, 0), so there is no slope to measure."
    assert outside.steps[-1].check is None


def test_slopes_from_both_sides_alone_are_not_sold_as_the_steepest_way() -> None:
    """∛(xyz) is 0 on all axes, yet grows by 1 per unit of each towards (1, 1, 1)."""
    found = gradient("cbrt(x y z)", 0, 0, 0)
    assert found.gradient.vector.tolist() == [0, 0, 0]
    assert "they do not tell" in found.sentence


@pytest.mark.parametrize("place", [(1.0, 2.0), (1.0, 2.0, math.inf), (math.nan, 0.0, 0.0)], ids=str)
def test_a_point_needs_three_finite_coordinates(place: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="none of x, y and z"):
        space_gradient(parse("x y z", VARIABLES), place)


def test_a_function_of_two_variables_belongs_elsewhere() -> None:
    with pytest.raises(ValueError, match="none of x, y and z"):
        space_gradient(parse("x y", ("x", "y")), (1.0, 2.0, 3.0))


@pytest.mark.parametrize("text", ["xyz", "x y z", "f(x, y, z) = x y z", "w = z y x", "x·y·z", "h(x,y,z)=xyz"])
def test_three_variables_are_read_however_they_are_written(text: str) -> None:
    if text == "w = z y x":
        assert parse(text, VARIABLES)(2, 3, 5) == 30
    else:
        assert parse(text, VARIABLES) == parse("x*y*z", VARIABLES)


@pytest.mark.parametrize("text", ["x + t", "x + y +", "sin", "z = x + y", "x(y, z)", "x^y^z^9e99", ""])
def test_what_is_no_function_of_three_variables_is_refused_with_a_place(text: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        parse(text, VARIABLES)
    assert 0 <= refused.value.position <= len(text)
    assert str(refused.value).endswith((".", "?"))


HOSTILE = [line for line in Path(FOLDER / "hostile.txt").read_text(encoding="utf-8").splitlines() if line]


def worked_or_refused(text: str) -> bool:
    """Whether the text was read; then its gradient is numbers or NaN, and its sentence a sentence."""
    try:
        e = parse(text, VARIABLES)
    except ExpressionError:
        return False
    found = space_gradient(e, (0.5, -1.25, 2.0))
    assert found.gradient.vector.shape == (3,)
    assert found.sentence.endswith(".")
    return True


def test_hostile_text_ends_in_a_sentence() -> None:
    read = [text for text in HOSTILE if worked_or_refused(text)]
    assert len(read) < len(HOSTILE) / 2


@given(st.text(alphabet="xyz0123456789.+-*/^()|,=<>{} sincoexplgqrt_'\"\\$%", max_size=24))
def test_no_text_crashes_three_variables(text: str) -> None:
    worked_or_refused(text)
