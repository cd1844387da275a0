"""The table of descent and ascent, filled with the function at hand, and the mirror."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.descent.comparison import comparison, mirror
from core.expression import parse
from core.optimizers import OPTIMIZERS


def row(
    text: str, aspect: str, variables: tuple[str, ...] = ("x",), optimizer: str = "gd"
) -> tuple[str, str]:
    found = {entry.aspect: entry for entry in comparison(parse(text, variables), optimizer)}[aspect]
    return found.descent, found.ascent


def test_the_objective_names_this_function() -> None:
    assert row("x^2 - 4x + 4", "Objective") == (
        r"\min_{x}\; \left(x^{2} - 4 x + 4\right)",
        r"\max_{x}\; \left(x^{2} - 4 x + 4\right)",
    )


def test_the_direction_is_the_slope_and_its_opposite() -> None:
    assert row("x^2 - 4x + 4", "Direction") == (r"-\left(2 x - 4\right)", "2 x - 4")


def test_the_formula_has_this_slope_at_x_k() -> None:
    assert row("x^2 - 4x + 4", "Formula") == (
        r"x_{k+1} = x_k - \eta \cdot \left(2 x_k - 4\right)",
        r"x_{k+1} = x_k + \eta \cdot \left(2 x_k - 4\right)",
    )


def test_in_two_variables_the_formula_is_in_columns() -> None:
    down, up = row("x^2 + 3y^2", "Formula", ("x", "y"))
    assert r"- \eta \cdot \begin{pmatrix} 2 x_k \\ 6 y_k \end{pmatrix}" in down
    assert up == down.replace(r"- \eta", r"+ \eta")


def test_the_normalised_gradient_has_its_own_name_direction_and_formula() -> None:
    assert row("x^2 - 4x + 4", "Method", optimizer="normalised") == (
        "Normalised gradient descent",
        "Normalised gradient ascent",
    )
    unit = r"\frac{2 x - 4}{\left| 2 x - 4 \right|}"
    assert row("x^2 - 4x + 4", "Direction", optimizer="normalised") == (f"-{unit}", unit)
    assert row("x^2 - 4x + 4", "Formula", optimizer="normalised")[1] == (
        r"x_{k+1} = x_k + \eta \cdot \frac{2 x_k - 4}{\left| 2 x_k - 4 \right|}"
    )
    down, _ = row("x^2 + 3y^2", "Formula", ("x", "y"), "normalised")
    assert down.endswith(r"}{\left\lVert \nabla f(x_k, y_k) \right\rVert}")


def test_a_method_with_a_memory_shows_its_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = r"v_{k+1} = \beta v_k + \nabla f(x_k),\; x_{k+1} = x_k - \eta v_{k+1}"
    row_of_it = replace(OPTIMIZERS["gd"], name="heavy", title="Heavy ball", latex=rule, direction=None)
    monkeypatch.setitem(OPTIMIZERS, "heavy", row_of_it)
    down, up = row("x^2", "Formula", optimizer="heavy")
    assert down == rule and up == rule + r",\; \nabla f \to -\nabla f"
    assert row("x^2", "Direction", optimizer="heavy") == (r"-2 x", "2 x")


def test_words_are_words_and_formulas_are_latex() -> None:
    kinds = {entry.aspect: entry.latex for entry in comparison(parse("x^2"))}
    assert kinds == {
        "Method": False,
        "Objective": True,
        "Direction": True,
        "Formula": True,
        "In words": False,
        "In machine learning": False,
    }


@given(st.floats(-5, 5), st.floats(0.01, 1.5))
def test_climbing_the_negated_parabola_is_descending_the_parabola_bit_by_bit(
    start: float, rate: float
) -> None:
    both = mirror(parse("x^2 - 4x + 4"), [start], rate=rate, steps=20)
    assert both.ascent.x.tobytes() == both.descent.x.tobytes()
    assert both.difference.tolist() == [0.0] * len(both.descent.x)


@pytest.mark.parametrize("optimizer", ["gd", "normalised"])
def test_the_mirror_holds_in_two_variables_for_every_method(optimizer: str) -> None:
    e = parse("85 - x^2(x-6)y^2(y-6)/90", ("x", "y"))
    both = mirror(e, [0.5, 0.6], optimizer, 0.05, 60)
    assert both.difference.max() <= 1e-12
    assert both.ascent.f == pytest.approx(-both.descent.f, rel=1e-12)


def test_the_negated_function_can_be_typed_again() -> None:
    negated = mirror(parse("x^2 - 4x + 4"), [0.0], steps=1).negated
    assert parse(str(negated)) == negated
