"""Numerical Error without a browser: every part of it, its numbers, and what a person can get wrong."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from core.myths import MYTHS
from tests.pages.app import opened, pictures, said, shown, values_after
from ui.keys import NUMERICAL_ERROR_TABS
from ui.numerical_error.four_errors import PARTS
from ui.numerical_error.setting import GRIDS

LESSON = "numerical_error"
PAGE = "pages/numerical_error.py"
CURVE = "The error of"


def curve(app: AppTest) -> tuple[str, dict[str, bytes]]:
    """The picture on top."""
    (found,) = [picture for name, picture in pictures(app).items() if name.startswith(CURVE)]
    return found


@pytest.mark.parametrize("tab", NUMERICAL_ERROR_TABS)
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16"])
def test_every_tab_opens_in_every_format(tab: str, dtype: str) -> None:
    app = opened(PAGE, tab=tab, dtype=dtype)
    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize("part", PARTS)
def test_every_error_has_its_sentence_and_its_check(part: str) -> None:
    app = opened(PAGE, tab="Four errors", error=part)
    assert not app.exception
    assert len(app.get("popover")) > len(opened(PAGE, tab="Myths").get("popover"))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16"])
def test_every_error_has_a_picture_of_its_own(part: str, dtype: str) -> None:
    app = opened(PAGE, tab="Four errors", error=part, dtype=dtype)
    assert not app.exception
    assert len(pictures(app)) >= 2


@pytest.mark.parametrize(("part", "key", "value"), [("range", "power", 20.0), ("range", "shift", 100.0),
                                                    ("cancellation", "coefficient", 1e4)])  # fmt: skip
def test_what_is_moved_changes_the_data_of_its_picture_alone(part: str, key: str, value: float) -> None:
    app = opened(PAGE, tab="Four errors", error=part)
    before = pictures(app)
    app.select_slider(key=key).set_value(value).run()
    after = pictures(app)
    assert after.keys() == before.keys()
    assert {name: spec for name, (spec, _) in after.items()} == {
        name: spec for name, (spec, _) in before.items()
    }
    changed = [name for name in after if after[name] != before[name]]
    assert len(changed) == 1 and not changed[0].startswith(CURVE)


def test_both_rules_of_thumb_are_marked_in_the_picture() -> None:
    for stencil, texts in (("forward", ("√ε", "2√(ε|f/f″|)")), ("central", ("∛ε", "∛(3ε|f/f‴|)"))):
        _, data = curve(opened(PAGE, f="sin(x)", x0="1", stencil=stencil))
        assert all(text.encode() in data["thumbs"] for text in texts)
    assert "√".encode() not in curve(opened(PAGE, stencil="complex_step"))[1]["thumbs"]


def test_outside_the_domain_the_formulas_are_not_told_one_by_one() -> None:
    captions = said_captions(opened(PAGE, f="log x", x0="-1"))
    assert sum("value" in caption for caption in captions) == 1


def test_the_first_thing_to_see_is_the_quotient_of_the_slides() -> None:
    app = opened(PAGE)
    assert "the forward difference with h = 0.01 gives 6.009999999999849 where f′(3) = 6" in said(app)
    assert "float64 finds 6.009999999999849" in said(app)
    assert "truncation dominates" in said(app)


def test_a_moved_h_changes_the_verdict_and_only_the_data_of_the_picture() -> None:
    app = opened(PAGE)
    (spec, data) = curve(app)
    app.select_slider(key="h").set_value(1e-16).run()
    assert not app.exception
    assert values_after(app, LESSON)["h"] == "1e-16"
    assert "an error of 6 (truncation 10⁻¹⁶, rounding −6): x + h = x." in said(app)
    moved_spec, moved_data = curve(app)
    assert moved_spec == spec
    assert {name for name in data if data[name] != moved_data[name]} == {"frame"}


def test_the_format_decides_where_the_curve_ends() -> None:
    app = opened(PAGE)
    before = curve(app)
    app.segmented_control(key="dtype").set_value("float16").run()
    assert not app.exception
    assert values_after(app, LESSON)["dtype"] == "float16"
    assert "In float16, the forward difference with h = 0.01 gives 6.25" in said(app)
    assert curve(app)[1]["lines"] != before[1]["lines"]


def test_another_formula_finds_another_number() -> None:
    app = opened(PAGE, h="1e-14")
    assert "gives 6.217248937900877" in said(app)
    app.selectbox(key="stencil").set_value("central").run()
    assert "gives 6.128431095930864" in said(app)
    assert "The forward difference, whatever formula is chosen above." in said_captions(app)


def said_captions(app: AppTest) -> list[str]:
    return [caption.value for caption in app.caption]


def test_powers_of_two_take_the_place_of_the_decimal_h() -> None:
    app = opened(PAGE)
    decimal = curve(app)
    app.segmented_control(key="grid").set_value("binary").run()
    assert not app.exception
    assert curve(app)[1]["lines"] != decimal[1]["lines"]
    assert GRIDS["binary"][-1] == 2.0**-52 and GRIDS["decimal"][0] == 1e-17


def test_all_formulas_are_drawn_when_asked_for() -> None:
    assert any(name.startswith("The error of 3 ") for name in pictures(opened(PAGE)))
    assert any(name.startswith("The error of 6 ") for name in pictures(opened(PAGE, all="true")))


def test_the_table_prints_the_digits_of_the_slides() -> None:
    (table,) = opened(PAGE, tab="Tables").table
    printed = [text.strip("`") for text in table.value["Python prints"]]
    assert printed[:4] == ["6.009999999999849", "6.000999999999479", "6.000100000012054", "6.000009999951316"]
    assert printed[4:] == ["6.0", "6.217248937900877", "6.128431095930864", "5.329070518200751",
                           "5.329070518200751", "0.0"]  # fmt: skip


def test_a_fraction_of_the_period_mends_the_table_of_sin_1_over_x() -> None:
    app = opened(PAGE, tab="Tables", table="oscillation")
    fixed, scaled = app.table
    assert list(fixed.value["numerical"]) == ["83.721363", "555.383031", "−233.885903", "−884.627816",
                                              "−736.979383"]  # fmt: skip
    assert list(fixed.value["relative error"]) == ["0.00221", "1.06", "1", "1", "1"]
    assert all("10⁻⁸" in text for text in scaled.value["relative error"])
    app.select_slider(key="fraction").set_value(1.0).run()
    assert not app.exception
    assert not any("10⁻" in text for text in app.table[1].value["relative error"])


def test_the_panels_follow_min_max_and_steps() -> None:
    app = opened(PAGE, tab="Tables", table="oscillation")
    before = pictures(app)["sin(1/x), near x = 0."]
    for key, value in (("lo", -0.05), ("hi", 0.02), ("places", 900)):
        app.select_slider(key=key).set_value(value).run()
    assert not app.exception
    assert "900 places." in "\n".join(said_captions(app))
    spec, data = pictures(app)["sin(1/x), near x = 0."]
    assert spec == before[0]
    assert data["places"] != before[1]["places"]


def test_the_way_out_has_no_error_where_the_quotients_have() -> None:
    app = opened(PAGE, tab="The way out", h="1e-16")
    (table,) = app.table
    assert list(table.value["finds"]) == ["6.0", "0.0", "0.0", "6.0"]
    assert list(table.value["error"]) == ["0", "6", "6", "0"]


def test_next_leads_through_the_dual_numbers_to_the_slope() -> None:
    app = opened(PAGE, tab="The way out", f="sin(x^2)", x0="3")
    assert "0 of 3" in shown(app)
    for _ in range(3):
        app.button(key="steps: Next").click().run()
    assert not app.exception
    assert "3 of 3" in shown(app)
    assert any(r"f'(3) &\approx -5.4667815713" in latex.value for latex in app.latex)
    assert app.button(key="steps: Next").disabled


def test_a_rule_of_thumb_can_be_set() -> None:
    app = opened(PAGE, tab="Best h")
    app.button(key="thumb: rule of thumb").click().run()
    assert not app.exception
    assert values_after(app, LESSON)["h"] == "1.4901161193847656e-08"
    assert "gives 6 where f′(3) = 6" in said(app)


def test_every_myth_stands_beside_its_refutation() -> None:
    app = opened(PAGE, tab="Myths")
    for myth in MYTHS["numerical_error"]:
        assert f"**Myth.** {myth.statement}" in shown(app)
        assert myth.compute().sentence in shown(app)


@pytest.mark.parametrize("name", [myth.name for myth in MYTHS["numerical_error"]])
def test_see_it_shows_the_counterexample_of_a_myth(name: str) -> None:
    app = opened(PAGE, tab="Myths")
    app.button(key=f"myth: {name}").click().run()
    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize(
    ("f", "x0", "sentence"),
    [
        ("|x|", "0", "f has no derivative at x = 0, which is a corner"),
        ("log x", "-1", "which is outside the domain: f has no value there."),
        ("1/x", "0", "which is a pole"),
        ("sqrt(x)", "0", "f has no derivative at x = 0"),
        ("floor(x)", "2", "which is a jump"),
    ],
)
@pytest.mark.parametrize("tab", NUMERICAL_ERROR_TABS)
def test_a_place_without_a_slope_is_named_and_every_tab_stands(
    f: str, x0: str, sentence: str, tab: str
) -> None:
    app = opened(PAGE, f=f, x0=x0, tab=tab)
    assert not app.exception
    # Practice asks before the page tells.
    assert (sentence if tab != "Practice" else "The verdict waits here") in said(app)


def test_at_a_corner_the_central_formula_reports_0() -> None:
    captions = said_captions(opened(PAGE, f="|x|", x0="0"))
    assert "The central difference reports 0 for every h." in captions
    assert "The backward difference reports −1 for every h." in captions


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("0", "Step h must be greater than 0."), ("-1", "Step h must be greater than 0.")],
)
def test_an_h_that_is_no_step_is_refused_and_the_old_one_stands(typed: str, sentence: str) -> None:
    app = opened(PAGE)
    app.number_input(key="h: exactly").set_value(float(typed)).run()
    assert not app.exception
    assert sentence in shown(app)
    assert values_after(app, LESSON)["h"] == "0.01"


@pytest.mark.parametrize("h", ["0", "-0.1", "soon", "1e400", "nan", ""])
def test_a_link_with_a_wrong_h_opens_with_the_usual_one(h: str) -> None:
    app = opened(PAGE, h=h)
    assert not app.exception
    (warning,) = app.warning
    assert "`h`" in warning.value
    assert values_after(app, LESSON)["h"] == "0.01"


def test_a_place_beyond_the_format_is_said_at_once() -> None:
    app = opened(PAGE, dtype="float16", x0="100000")
    assert not app.exception
    assert "x0 must be a number that float16 can hold, up to 65504." in shown(app)


def test_a_function_of_two_variables_is_refused_without_an_offer_the_lesson_cannot_keep() -> None:
    app = opened(PAGE)
    app.text_input(key="f").input("x y").run()
    assert not app.exception
    assert not any("f(x, y)" in button.label for button in app.button)


@pytest.mark.parametrize("typed", ["x^2 + )", "<b>x</b>", "**x**", "$x$", "datum.h", "x" * 400])
def test_a_wrong_function_keeps_the_picture_and_is_shown_as_typed(typed: str) -> None:
    app = opened(PAGE)
    before = pictures(app)
    app.text_input(key="f").input(typed).run()
    assert not app.exception
    assert pictures(app) == before
    assert any(code.value.startswith(typed) for code in app.code)
    assert not any(typed in element.proto.body for element in (*app.markdown, *app.latex, *app.get("html")))


@pytest.mark.parametrize("f", ["x^x", "tan x", "5", "1e90x^2", "{x < 0: -1, x > 0: 1}", "floor x", "e^(e^x)"])
@pytest.mark.parametrize("x0", ["0", "-2.5", "1e15", "1e300"])
def test_an_odd_function_meets_no_exception_wherever_it_is_looked_at(f: str, x0: str) -> None:
    for tab in ("One h", "Best h", "Tables", "The way out"):
        assert not opened(PAGE, f=f, x0=x0, tab=tab).exception


def test_the_digits_hold_no_typed_text() -> None:
    app = opened(PAGE, f="x^2", h="1e-9")
    rows = [text for text in shown(app) if "~~" in text]
    assert rows
    assert re.fullmatch(r"[f(x+h)−\s\u00a0:a-z\[\]~*\d.]+", rows[0])
