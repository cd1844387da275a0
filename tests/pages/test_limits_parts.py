"""The lower parts of Limits without a browser: continuity, to the derivative, the plane, the myths."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.myths.limits import LIMITS
from tests.pages.app import opened, shown, with_checks_open

PAGE = "pages/limits.py"
ODD = ["|x|", "floor x", "tan x", "1/x", "x^x", "5", "{x < 0: -1, x > 0: 1}", "sin(1/x)", "sqrt(-1.5-x)"]


def part(tab: str, **address: str) -> AppTest:
    app = opened(PAGE, tab=tab, **address)
    assert not app.exception
    return app


def picture(app: AppTest, alt: str) -> dict[str, Any]:
    """The spec of the one picture whose alternative text begins so."""
    found = [chart for chart in app.get("vega_lite_chart") if chart.proto.alt.startswith(alt)]
    assert len(found) == 1
    spec: dict[str, Any] = json.loads(found[0].proto.spec)
    return spec


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_continuity_is_a_checklist_of_three_questions_with_answers() -> None:
    said = shown(part("Continuity", f="sin(x)/x", a="0"))
    assert "Is f(a) defined? No: f(a) is undefined." in said
    assert "Does the limit of f at a exist? Yes: from both sides f tends to 1." in said
    assert "Is the limit f(a)? No: the limit is 1, but there is no f(a)." in said


@pytest.mark.parametrize(
    ("f", "a", "kind"),
    [
        # the four panels of the source
        ("x^2", "1", "f is continuous at x = 1: all three conditions hold."),
        ("sin(x)/x", "0", "f has a removable break at x = 0: it tends to 1 and has no value there."),
        ("sign x", "0", "f jumps by 2 at x = 0: from −1 on the left to 1 on the right."),
        ("{x = 1: 5, x^2}", "1", "f has a removable break at x = 1: it tends to 1 and is 5 there."),
        ("tan x", "pi/2", "f has an infinite break at x = pi/2"),
    ],
)
def test_the_kind_of_the_break_is_said(f: str, a: str, kind: str) -> None:
    assert any(text.startswith(kind) for text in shown(part("Continuity", f=f, a=a)))


def test_a_pole_that_float64_cannot_hit_does_not_lift_the_window() -> None:
    spec = picture(part("Continuity", f="tan x", a="pi/2"), "The curve of f with the places marked")
    low, high = spec["layer"][2]["encoding"]["y"]["scale"]["domain"]
    assert -100 < low < high < 100


def test_each_condition_opens_to_what_it_was_held_against() -> None:
    app = with_checks_open(part("Continuity", f="x^2", a="2"))
    assert sum(code.value.startswith("shown here     4\nsecond way     4") for code in app.code) == 4


def test_every_break_of_the_window_is_drawn_and_listed() -> None:
    app = part("Continuity", f="|x| + 1/(x-1)", a="0", xlo="-3", xhi="3")
    picture(app, "The curve of f with the places marked")
    said = shown(app)
    assert "x = 0, corner: f is continuous; its slope is −2 from the left, and is 0 from the right." in said
    assert "x = 1, infinite: −∞ from the left, ∞ from the right." in said


def test_a_window_without_a_break_says_so() -> None:
    said = shown(part("Continuity", f="x^3", a="0", xlo="-1", xhi="1"))
    assert "In the window, from x = −1 to 1, f is continuous and has a slope wherever it is defined." in said


def test_a_long_list_of_breaks_is_cut_and_says_how_many_are_left() -> None:
    app = part("Continuity", f="floor x", a="0", xlo="-10.5", xhi="10.5")
    assert sum("jump: " in text for text in shown(app)) == 12
    assert "And 9 more, marked on the curve." in [caption.value for caption in app.caption]


def test_the_window_of_the_scan_can_be_set_by_hand() -> None:
    app = part("Continuity", f="floor x", a="0")
    app.session_state["window"] = True
    app.run()
    app.number_input(key="xlo").set_value(-1.5).run()
    app.number_input(key="xhi").set_value(0.5).run()
    assert not app.exception
    assert sum("jump: " in text for text in shown(app)) == 2


def test_secants_become_the_tangent_and_the_lines_lead_to_the_derivative() -> None:
    app = part("To the derivative", f="x^2", a="1", step="5")
    picture(app, "The curve of f with 49 secants")
    assert "As h → 0 the slopes tend to 2 from both sides: f has the slope 2 at x = 1." in shown(app)
    assert any("f'(x) = 2 x" in line.value for line in app.latex)


@pytest.mark.parametrize("f", ["3", "3x", "x^2", "x^3", "1/x", "sqrt x", "1/sqrt x", "|x|"])
def test_the_quotient_is_worked_out_line_by_line(f: str) -> None:
    app = part("To the derivative", f=f, a="1", step="1")
    assert "Substitute" in shown(app)
    app.button(key="steps: Next").click().run()
    assert not app.exception and "Substitute" not in shown(app)


def test_what_needs_a_rule_says_which_instead_of_lines() -> None:
    said = shown(part("To the derivative", f="x sin x", a="1"))
    assert "The product rule is needed here." in said
    assert "Substitute" not in said


def test_coming_from_the_left_the_secants_do_too() -> None:
    app = part("To the derivative", f="|x|", a="0", side="left")
    chart = next(chart for chart in app.get("vega_lite_chart") if "secants" in chart.proto.alt)
    (words,) = (part.data.data for part in chart.proto.datasets if part.name == "seed")
    assert "for h = −1 the slope is −1".encode() in words


def test_without_a_value_there_is_no_secant_and_the_lines_stay() -> None:
    said = shown(part("To the derivative", f="1/x", a="0", step="1"))
    assert "There is no secant here, because f has no value at this point." in said
    assert "Substitute" in said


@pytest.mark.parametrize("tab", ["Continuity", "To the derivative"])
def test_at_infinity_a_point_of_the_line_is_asked_for(tab: str) -> None:
    assert any("type a number as the point a" in text for text in shown(part(tab, f="1/x", a="oo")))


@pytest.mark.parametrize("tab", ["Continuity", "To the derivative"])
@pytest.mark.parametrize("f", ODD)
def test_an_odd_function_meets_no_exception(tab: str, f: str) -> None:
    part(tab, f=f, a="0")


def test_two_lines_with_two_limits_prove_that_there_is_none() -> None:
    app = part("In the plane")
    picture(app, "Level curves of f with 26 paths to (0, 0)")
    assert "Along y = 0 f tends to 0, along y = x f tends to 0.5: there is no limit at (0, 0)." in shown(app)
    assert any(r"\frac{m}{m^{2} + 1}" in line.value for line in app.latex)


def test_where_all_lines_agree_the_parabola_tells() -> None:
    app = part("In the plane", g="x^2 y/(x^4 + y^2)")
    assert any(line.value.strip("$\n").endswith("f(x,\\, m x) = 0") for line in app.latex)
    app.segmented_control(key="path").set_value("parabola").run()
    assert not app.exception
    picture(app, "Level curves of f with 25 paths to (0, 0)")
    assert any(r"\frac{m}{m^{2} + 1}" in line.value for line in app.latex)
    assert "Along y = 0 f tends to 0, along y = x² f tends to 0.5: there is no limit at (0, 0)." in shown(app)


def test_a_classic_is_a_button_away() -> None:
    app = part("In the plane")
    app.button(key="classic: sin(x y)/(x y)").click().run()
    assert not app.exception
    assert app.text_input(key="g").value == "sin(x y)/(x y)"
    assert any("f tends to 1. That is evidence, not a proof" in text for text in shown(app))


def test_a_wrong_function_of_two_variables_keeps_the_picture_and_says_why() -> None:
    app = part("In the plane")
    before = picture(app, "Level curves")
    app.text_input(key="g").input("x + foo(y)").run()
    assert not app.exception
    assert "“foo” is not a name here. Did you mean floor?" in shown(app)
    assert picture(app, "Level curves") == before


@pytest.mark.parametrize("shape", ["line", "parabola"])
@pytest.mark.parametrize("g", ["log(x y)", "sqrt(-1 - x^2 - y^2)", "1/(x^2+y^2)", "5", "floor(x + y)", "x^y"])
def test_an_odd_function_of_two_variables_meets_no_exception(g: str, shape: str) -> None:
    part("In the plane", g=g, path=shape)


def test_every_myth_stands_beside_its_refutation() -> None:
    said = shown(part("Myths"))
    for myth in LIMITS:
        assert f"**Myth.** {myth.statement}" in said
        assert myth.compute().sentence in said


@pytest.mark.parametrize("name", [myth.name for myth in LIMITS])
def test_see_it_shows_the_counterexample_of_a_myth(name: str) -> None:
    app = part("Myths")
    app.button(key=f"myth: {name}").click().run()
    assert not app.exception
    assert not app.warning
    (myth,) = (one for one in LIMITS if one.name == name)
    key = "g" if "g" in myth.values else "f"
    assert app.session_state["address: values"]["limits"][key] == myth.values[key]
    assert app.session_state["tab"] == myth.values["tab"]
