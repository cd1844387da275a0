"""Derivative Rules without a browser: every part of it, its numbers, and what a person can get wrong."""

import pytest
from streamlit.testing.v1 import AppTest

from core.derivative_facts.inverse import PAIRS
from core.derivative_facts.nonsmooth import KINKS
from core.examples import EXAMPLES, Example
from core.myths import MYTHS
from core.rule_table import RULE_ROWS, RuleRow, rule_groups
from tests.pages.app import opened, pictures, said, shown, values_after
from ui.derivative_rules.special import PARTS
from ui.keys import DERIVATIVE_RULES_TABS

LESSON = "derivative_rules"
PAGE = "pages/derivative_rules.py"
CURVES = "The curves of"


def curves(app: AppTest) -> tuple[str, dict[str, bytes]]:
    """The picture on top."""
    return next(picture for name, picture in pictures(app).items() if name.startswith(CURVES))


def written(app: AppTest) -> str:
    return "\n".join(latex.value for latex in app.latex)


@pytest.mark.parametrize("tab", DERIVATIVE_RULES_TABS)
@pytest.mark.parametrize("f", ["x e^(-x^2/2)", "5", "x", "sqrt(-1 - x^2)", "|x|", "floor x", "x^x", "tan x"])
def test_every_tab_opens_for_every_kind_of_function(tab: str, f: str) -> None:
    app = opened(PAGE, tab=tab, f=f)
    assert not app.exception
    assert not app.warning
    assert curves(app)


def test_the_first_thing_to_see_is_the_product_rule_and_the_slope() -> None:
    app = opened(PAGE)
    assert r"$\displaystyle \frac{df}{dx} = \left(1 - x^{2}\right) e^{-\frac{x^{2}}{2}}$" in shown(app)
    assert "At x₀ = 0: f = 0, f′ = 1. f rises there." in shown(app)
    assert "Maximum at x = 1, f ≈ 0.606531: f′ = 0." in shown(app)
    assert "Product rule" in shown(app)


def test_next_leads_through_the_steps_to_the_last() -> None:
    app = opened(PAGE)
    for step in range(4):
        assert f"{step} of 4" in shown(app)
        app.button(key="steps: Next").click().run()
        assert not app.exception
    assert "Simplify" in shown(app)
    assert app.button(key="steps: Next").disabled


def test_the_steps_inside_are_there_when_they_are_asked_for() -> None:
    app = opened(PAGE, f="sin(e^(x^2))", step="1")
    before = len(app.latex)
    app.session_state["inside-1"] = True
    app.run()
    assert not app.exception
    assert len(app.latex) > before


def test_lagrange_writes_primes() -> None:
    app = opened(PAGE)
    assert r"\frac{d}{dx}" in written(app)
    app.segmented_control(key="notation").set_value("lagrange").run()
    assert r"\frac{d}{dx}" not in written(app)
    assert any("f'(x) =" in text for text in shown(app))
    assert values_after(app, LESSON)["notation"] == "lagrange"


def test_a_moved_place_changes_the_verdict_and_only_the_data_of_the_picture() -> None:
    app = opened(PAGE)
    spec, data = curves(app)
    app.select_slider(key="x0").set_value(2.0).run()
    assert not app.exception
    assert "At x₀ = 2: f ≈ 0.270671, f′ ≈ −0.406006. f falls there." in shown(app)
    moved_spec, moved = curves(app)
    assert moved_spec == spec
    assert data["curve0"] == moved["curve0"] and data["seed"] != moved["seed"]


@pytest.mark.parametrize(("order", "last"), [("2", "f″"), ("5", "f⁽⁵⁾")])
def test_more_derivatives_come_below(order: str, last: str) -> None:
    app = opened(PAGE, order=order)
    assert any(name.startswith(CURVES) and f"{last} above" in name for name in pictures(app))


def test_the_fourth_derivative_of_the_sine_is_the_sine() -> None:
    assert r"$\displaystyle f^{(4)}(x) = \sin\left(x\right)$".replace(" ", "") in said(
        opened(PAGE, f="sin(x)", order="4")
    ).replace(" ", "")


@pytest.mark.parametrize("typed", ["(1 - x^2) e^(-x^2/2)", "e^(-x^2/2) - x^2 e^(-x^2/2)"])
def test_a_right_answer_is_right_in_any_form(typed: str) -> None:
    app = opened(PAGE, tab="Your turn")
    app.text_input(key="mine").input(typed).run()
    assert not app.exception
    assert any(text.startswith("Right: ") for text in shown(app))
    assert values_after(app, LESSON)["mine"] == typed


@pytest.mark.parametrize(
    ("f", "typed", "name"),
    [
        ("x^2 sin(x)", "2x cos(x)", "The slopes of the factors were multiplied."),
        ("x^2/(x + 1)", "2x/1", "The slope of the numerator was divided by that of the denominator."),
        ("x e^x", "e^x", "Only one factor of the product was differentiated."),
        ("2^x", "x*2^(x - 1)", "An exponential was treated as a power."),
    ],
)
def test_a_slip_gets_its_name(f: str, typed: str, name: str) -> None:
    app = opened(PAGE, tab="Your turn", f=f, mine=typed)
    assert "It looks like this" in said(app)
    assert name in said(app)


def test_the_derivative_is_hidden_while_it_is_your_turn() -> None:
    app = opened(PAGE, tab="Your turn")
    assert "The derivative is hidden while it is your turn." in shown(app)
    assert not any(r"\frac{df}{dx}" in text for text in shown(app))


@pytest.mark.parametrize("typed", ["2x +", "<b>x</b>", "$x$", "x y", "(" * 200])
def test_nonsense_for_an_answer_is_pointed_at_and_not_judged(typed: str) -> None:
    app = opened(PAGE, tab="Your turn")
    app.text_input(key="mine").input(typed).run()
    assert not app.exception
    assert "Right" not in said(app) and "your answer gives" not in said(app)
    rich = [*app.markdown, *app.latex, *app.caption, *app.get("html")]
    assert not any(typed in element.proto.body for element in rich)
    assert values_after(app, LESSON)["mine"] == ""


def test_the_two_paths_add_up_to_forty_six() -> None:
    app = opened(PAGE, tab="Graph", way="two", step="7")
    assert r"-46" in written(app) and r"72" in written(app)


@pytest.mark.parametrize("way", ["forward", "backward"])
def test_a_step_through_the_graph_moves_the_picture_without_a_new_spec(way: str) -> None:
    app = opened(PAGE, tab="Graph", way=way, x0="1")
    (before,) = [found for name, found in pictures(app).items() if name.startswith("The computational graph")]
    app.button(key="steps: Next").click().run()
    (after,) = [found for name, found in pictures(app).items() if name.startswith("The computational graph")]
    assert before[0] == after[0]
    assert before[1]["nodes"] != after[1]["nodes"]


@pytest.mark.parametrize("part", PARTS)
def test_every_special_case_has_its_picture(part: str) -> None:
    app = opened(PAGE, tab="Special cases", special=part)
    assert not app.exception
    assert len(app.get("vega_lite_chart")) == 2


@pytest.mark.parametrize("pair", [pair.name for pair in PAIRS])
def test_every_pair_of_inverses_opens_wherever_x0_is(pair: str) -> None:
    for x0 in ("0", "1.5", "-7", "1e300"):
        app = opened(PAGE, tab="Special cases", pair=pair, x0=x0)
        assert not app.exception
        assert len(pictures(app)) == 2


@pytest.mark.parametrize("kind", [kink.kind for kink in KINKS])
def test_every_kink_is_named(kind: str) -> None:
    assert f"f has no derivative ({kind})" in said(
        opened(PAGE, tab="Special cases", special="kinks", kink=kind)
    )


@pytest.mark.parametrize("group", rule_groups())
def test_every_rule_stands_in_its_group(group: str) -> None:
    app = opened(PAGE, tab="Rules", group=group)
    assert not app.exception
    assert {row.name for row in rule_groups()[group]} <= set(shown(app))


@pytest.mark.parametrize("row", RULE_ROWS, ids=lambda row: row.name)
def test_every_rule_loads_its_example(row: RuleRow) -> None:
    app = opened(PAGE, tab="Rules", group=row.group)
    app.button(key=f"rule: {row.name}").click().run()
    assert not app.exception
    assert values_after(app, LESSON)["f"] == row.example
    assert values_after(app, LESSON)["tab"] == "Steps"


def test_every_myth_stands_beside_its_refutation() -> None:
    app = opened(PAGE, tab="Myths")
    for myth in MYTHS["derivative_rules"]:
        assert f"**Myth.** {myth.statement}" in shown(app)
        assert myth.compute().sentence in shown(app)


@pytest.mark.parametrize(
    ("f", "x0", "sentence"),
    [
        ("|x|", "0", "At x = 0 f has no derivative (corner)"),
        ("log x", "-1", "f has no value, so it has no slope there."),
        ("sqrt(-1 - x^2)", "0", "The function has no values for x from −10 to 10, and so no derivative."),
        ("5", "2", "f is constant there."),
        ("x^2", "1e300", "At x₀ = 10³⁰⁰"),
    ],
)
def test_a_place_without_a_slope_is_said_and_the_picture_stays(f: str, x0: str, sentence: str) -> None:
    app = opened(PAGE, f=f, x0=x0)
    assert not app.exception
    assert sentence in said(app)
    assert curves(app)


@pytest.mark.parametrize("typed", ["x^2 + )", "<b>x</b>", "**x**", "$x$", "datum.h", "x" * 400])
def test_a_wrong_function_keeps_the_picture_and_is_shown_as_typed(typed: str) -> None:
    app = opened(PAGE)
    before = pictures(app)
    app.text_input(key="f").input(typed).run()
    assert not app.exception
    assert pictures(app) == before
    assert any(code.value.startswith(typed) for code in app.code)
    assert not any(typed in element.proto.body for element in (*app.markdown, *app.latex, *app.get("html")))


@pytest.mark.parametrize("example", EXAMPLES["derivative_rules"], ids=lambda example: example.name)
def test_every_example_opens_with_its_notice(example: Example) -> None:
    app = opened(PAGE, **example.values)
    assert not app.exception
    assert example.notice in shown(app)
