"""Hessian and Newton without a browser: every part of it, its numbers, and what a person can get wrong."""

import json
from collections.abc import Iterable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from core.examples import EXAMPLES, Example
from core.myths import MYTHS
from core.newton import METHODS
from tests.pages.app import opened, pictures, said, shown, values_after, with_checks_open
from ui.examples import example_on_screen
from ui.hessian_newton.parts import IN_THE_PLANE, ON_THE_LINE

LESSON = "hessian_newton"
PAGE = "pages/hessian_newton.py"
QUARTIC = "x^4 + 0.8y^4 + 4x^2 + 2y^2 - x*y - 0.2x^2*y"
HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"

PLANES = [
    "2x^2 - 2y^2",
    "5",
    "x + y",
    "sqrt(-1 - x^2)",
    "|x| + |y|",
    "x^2 y^2",
    "log(x y)",
    "floor x",
    "1/(x y)",
]
CURVES = ["x^3 - 3x", "5", "x", "sqrt(-1 - x^2)", "|x|", "floor x", "x^x", "tan x", "1/x", "e^x - log x"]


def top(app: AppTest) -> tuple[str, dict[str, bytes]]:
    """The picture of the open part."""
    return next(iter(pictures(app).values()))


def written(app: AppTest) -> str:
    return "\n".join(latex.value for latex in app.latex)


def walk(app: AppTest, parts: Iterable[str]) -> Iterator[AppTest]:
    """The page with each of its parts open, one after the other; none of them ends in an exception."""
    for tab in parts:
        app.segmented_control(key="tab").set_value(tab).run()
        assert not app.exception, tab
        assert values_after(app, LESSON)["tab"] == tab
        yield app


@pytest.mark.parametrize("g", PLANES)
def test_every_part_opens_for_every_function_of_two_variables(g: str) -> None:
    for app in walk(opened(PAGE, dim="2", g=g), IN_THE_PLANE):
        assert not app.warning
        assert top(app)


@pytest.mark.parametrize("f", CURVES)
def test_every_part_opens_for_every_function_of_one_variable(f: str) -> None:
    for app in walk(opened(PAGE, dim="1", f=f), ON_THE_LINE):
        assert not app.warning
        assert top(app)


@pytest.mark.parametrize("at", ["0", "-1.5", "1e15", "1e50"])
@pytest.mark.parametrize("dim", ["1", "2"])
def test_a_point_anywhere_meets_no_exception(dim: str, at: str) -> None:
    parts = [tab for tab in (IN_THE_PLANE if dim == "2" else ON_THE_LINE) if tab != "Myths"]
    app = opened(PAGE, dim=dim, g="x^2 - y^3 + 1/(x + 1)", f="x^2 + 1/(x + 1)", px=at, py="1", x0=at)
    for _ in walk(app, parts):
        assert not app.warning


def test_the_first_thing_to_see_is_a_bowl_and_the_step_to_its_bottom() -> None:
    app = opened(PAGE)
    assert "**:green[Positive definite]**" in shown(app)
    assert "Both eigenvalues are above 0 (λ = 3.586 and 6.414), so H is positive definite" in said(app)
    assert "Newton's step leads to (x, y) ≈ (0, 0)." in shown(app)


def test_the_eigenvalues_are_worked_out_by_hand() -> None:
    app = opened(PAGE)
    app.toggle(key="steps: all").set_value(True).run()
    assert not app.exception
    assert r"\lambda^2 - 10 \lambda + 23" in written(app)
    assert r"5 - \sqrt{2}" in written(app)


def test_a_moved_point_changes_the_verdict_and_only_the_data_of_the_picture() -> None:
    app = opened(PAGE, g="x^3 - 3x + y^2", px="1", py="0")
    assert "proves a minimum" in said(app)
    spec, data = top(app)
    app.select_slider(key="px").set_value(-1.0).run()
    assert not app.exception
    assert "proves a saddle" in said(app)
    moved_spec, moved = top(app)
    assert moved_spec == spec
    assert moved["levels"] == data["levels"] and moved["axes"] != data["axes"]


def test_himmelblau_has_nine_critical_points_each_with_a_way_to_it() -> None:
    app = opened(PAGE, g=HIMMELBLAU, tab="Critical points")
    assert "Critical in this window: 4 minima, 4 saddles, 1 maximum." in shown(app)
    ways = [button for button in app.button if str(button.key).startswith("critical ")]
    assert len(ways) == 9
    app.button(key="critical 2").click().run()
    assert (values_after(app, LESSON)["px"], values_after(app, LESSON)["py"]) == ("3", "2")


def test_a_whole_line_of_critical_points_is_said() -> None:
    app = opened(PAGE, g="x^2 y^2", tab="Critical points")
    assert "∇f = 0 on the line x = 0" in said(app)


def test_a_corner_is_a_minimum_that_no_equation_finds() -> None:
    app = opened(PAGE, g="|x| + |y|", tab="Critical points")
    assert "f has a minimum, 0, and no gradient" in said(app)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"g": "log(x y)", "px": "-1", "py": "1"}, "f has no value at (x, y) = (−1, 1)"),
        ({"g": "|x| + |y|", "px": "0", "py": "0"}, "f has the value 0 and no gradient"),
        ({"g": "x|x| + y^2", "px": "0", "py": "1"}, "not all second derivatives"),
        ({"g": "x^3 + y^3", "px": "1", "py": "0"}, "One eigenvalue is 0 and the other is above 0"),
    ],
    ids=["domain", "corner", "no second derivative", "singular"],
)
def test_a_point_without_a_hessian_is_said_with_what_is_still_true(
    address: dict[str, str], sentence: str
) -> None:
    app = opened(PAGE, **address)
    assert not app.exception
    assert sentence in said(app)
    assert top(app)[0]


@pytest.mark.parametrize(
    ("f", "sentence"),
    [
        ("|x|", "At x = 0 f = 0 and f has no slope. 0.0001 away f is higher on both sides."),
        ("floor x", "f has no slope. 0.0001 away f is lower on the left and equal on the right."),
        ("x|x|", "At x = 0 f = 0 and f has no second derivative."),
        ("1/x", "At x = 0 f has no value."),
    ],
)
def test_a_place_without_f_double_prime_is_said_with_what_is_still_true(f: str, sentence: str) -> None:
    app = opened(PAGE, dim="1", f=f, x0="0")
    assert not app.exception
    assert sentence in said(app)


def test_where_the_hessian_is_singular_newton_has_no_step() -> None:
    app = opened(PAGE, g="x^3 + y^3", px="1", py="0", tab="Newton")
    assert not app.exception
    assert "**:red[No step to take]**" in shown(app)


def test_the_model_is_trusted_as_far_as_it_holds() -> None:
    # e^x along x: |e^t − 1 − t − t²/2| passes a tenth of t + t²/2 where t is 0.8249
    app = opened(PAGE, g="e^x + y^2", px="0", py="0", angle="0", tab="Model")
    assert "At a distance of 0.8249 the error passes 10 % of the change promised." in shown(app)
    assert "The quadratic model" in shown(app)


def test_newton_walks_the_quartic_of_the_notes_in_eight_steps() -> None:
    app = opened(PAGE, g=QUARTIC, px="4", py="4", tab="Newton")
    assert "After 8 steps ∇f is 0 at (x, y) ≈ (0, 0): a minimum" in said(app)
    assert "Near the end each step doubles the digits that are right: 1, 3, 7, 16." in shown(app)
    for step in range(8):
        assert f"{step} of 8" in shown(app)
        app.button(key="steps: Next").click().run()
        assert not app.exception
    assert app.button(key="steps: Next").disabled


@pytest.mark.parametrize("dim", ["1", "2"])
@pytest.mark.parametrize("method", METHODS)
def test_every_remedy_runs_and_gives_its_reason(method: str, dim: str) -> None:
    app = opened(PAGE, dim=dim, tab="Newton", method=method)
    assert not app.exception
    assert METHODS[method].reason in said(app)


def test_a_method_that_finds_no_roots_gives_way_to_newton() -> None:
    app = opened(PAGE, dim="1", tab="Newton", method="trust", aim="root")
    assert not app.exception
    assert values_after(app, LESSON)["method"] == "newton"
    assert "**:green[A root]**" in shown(app)


def test_gradient_descent_walks_beside_it() -> None:
    app = opened(PAGE, tab="Newton")
    assert b"gradient descent" not in top(app)[1]["path"]
    app.toggle(key="beside").set_value(True).run()
    assert not app.exception
    assert b"gradient descent" in top(app)[1]["path"]


def test_the_costs_of_every_method_stand_in_a_table() -> None:
    app = opened(PAGE, tab="Newton")
    app.session_state["costs"] = True
    app.run()
    assert not app.exception
    (table,) = app.table
    assert list(table.value["method"]) == [*(row.title for row in METHODS.values()), "Gradient descent"]
    assert "Gradient descent ends at" in said(app)


def test_root_and_minimum_take_one_step_in_two_columns() -> None:
    app = opened(PAGE, dim="1", tab="Newton")
    app.session_state["columns"] = True
    with_checks_open(app.run())
    assert not app.exception
    assert any(name.startswith("The curve of f′") for name in pictures(app))
    assert "as many to a root of f′ as a function of its own" in said(app)


def test_gradient_descent_finds_no_roots_so_it_is_not_compared_with() -> None:
    app = opened(PAGE, dim="1", tab="Newton", aim="root")
    app.session_state["costs"] = True
    app.run()
    assert not app.exception
    assert not app.table


@pytest.mark.parametrize("method", ["newton", "damped", "levenberg"])
@pytest.mark.parametrize("dim", ["1", "2"])
def test_a_basin_and_the_run_from_the_point_tell_of_the_same_steps(dim: str, method: str) -> None:
    app = opened(PAGE, dim=dim, g=HIMMELBLAU, px="0", py="0", tab="Newton", method=method)
    sentence = next(text.value for text in app.text if text.value.startswith("After "))
    app.segmented_control(key="tab").set_value("Basins").run()
    app.selectbox(key="basin").set_value(method).run()
    assert not app.exception
    assert f"From the point: a{sentence[1:]}" in said(app)


def test_a_constant_leads_nowhere_and_is_critical_all_over() -> None:
    app = opened(PAGE, g="5", tab="Basins")
    assert "No two starts are taken to the same place." in shown(app)
    app.segmented_control(key="tab").set_value("Critical points").run()
    assert "f is constant, 5, on all of the window: every point there is critical." in shown(app)


@pytest.mark.parametrize("basin", ["newton", "damped", "levenberg", "descent", "complex"])
@pytest.mark.parametrize("dim", ["1", "2"])
def test_every_kind_of_basin_is_drawn(basin: str, dim: str) -> None:
    app = opened(PAGE, dim=dim, tab="Basins", basin=basin)
    assert not app.exception
    assert b"data:image/png" in top(app)[1]["image"]


def test_a_text_that_is_no_polynomial_is_said_and_what_was_typed_stays() -> None:
    app = opened(PAGE, tab="Basins", basin="complex", p="sin z")
    assert not app.exception
    assert "Basins of complex roots need a polynomial in z, of degree 1 to 12." in said(app)
    assert app.text_input(key="p").value == "sin z"


def test_f_of_one_variable_bends_down_and_up() -> None:
    app = opened(PAGE, dim="1")
    assert "**:green[Concave up]**" in shown(app)
    assert "Inflection point at x = 0: f bends down before it and up after, f″ = 0." in shown(app)
    app.select_slider(key="x0").set_value(-1.0).run()
    assert "At x = −1 f′ = 0 and f″ = −6, below 0: a maximum." in shown(app)


def test_x_to_the_fourth_needs_more_information() -> None:
    app = opened(PAGE, dim="1", f="x^4", x0="0")
    assert "f′ = f″ = 0: need more information." in said(app)
    assert "of even order and above 0: a minimum." in said(app)


def test_convexity_is_judged_where_f_is_defined_and_a_chord_can_be_chosen() -> None:
    app = opened(PAGE, dim="1", f="log x", x0="1", tab="Convexity", left="1", right="3")
    assert not app.exception
    assert "**:violet[Concave]**" in shown(app)
    # log 3 / 2 in the middle of the chord, log 2 on the curve
    assert "From x = 1 to 3 the chord is at 0.54931 in the middle, below the curve at 0.69315." in shown(app)


def test_a_chord_from_outside_the_domain_is_said() -> None:
    app = opened(PAGE, dim="1", f="log x", x0="1", tab="Convexity", left="-1")
    assert not app.exception
    assert "f has no value at an end of this chord, or none in its middle." in shown(app)


def test_a_part_that_one_variable_has_not_gives_way_to_the_first() -> None:
    app = opened(PAGE, dim="2", tab="Model")
    app.segmented_control(key="dim").set_value("1").run()
    assert not app.exception
    assert values_after(app, LESSON)["tab"] == "Hessian"
    assert "**:green[Concave up]**" in shown(app)


def test_a_part_begins_with_its_first_step_and_a_link_with_its_own() -> None:
    app = opened(PAGE, g=QUARTIC, px="4", py="4", tab="Hessian", step="6")
    assert "6 of 11" in shown(app)
    app.segmented_control(key="tab").set_value("Newton").run()
    assert "0 of 8" in shown(app)
    assert "3 of 8" in shown(opened(PAGE, g=QUARTIC, px="4", py="4", tab="Newton", step="3"))


@pytest.mark.parametrize("dim", ["1", "2"])
def test_a_start_outside_the_domain_is_said_and_a_picture_stays(dim: str) -> None:
    app = opened(PAGE, dim=dim, f="log x", x0="-1", g="log(x y)", px="-1", py="1", tab="Newton")
    assert not app.exception
    assert "The run cannot start here" in said(app)
    assert top(app)[0]


def test_every_myth_stands_beside_its_refutation() -> None:
    app = opened(PAGE, tab="Myths")
    for myth in MYTHS[LESSON]:
        assert f"**Myth.** {myth.statement}" in shown(app)
        assert myth.compute().sentence in shown(app)


@pytest.mark.parametrize("name", [myth.name for myth in MYTHS[LESSON]])
def test_see_it_shows_the_counterexample_of_a_myth(name: str) -> None:
    app = opened(PAGE, tab="Myths")
    app.button(key=f"myth: {name}").click().run()
    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize("example", EXAMPLES[LESSON], ids=lambda example: example.name)
def test_an_example_opens_its_part_and_says_what_to_notice(example: Example) -> None:
    app = opened(PAGE)
    app.session_state["examples"] = True
    app.run().button(key=f"example: {example.name}").click().run()
    assert not app.exception
    assert example.notice in shown(app)
    assert values_after(app, LESSON)["tab"] == example.values.get("tab", "Hessian")


def test_hostile_text_reaches_no_markdown_and_no_picture() -> None:
    app = opened(PAGE)
    before = pictures(app)
    for typed in ("**bold** <b>", "<script>alert(1)</script>", "$x$", "datum.x", "__import__('os')"):
        app.text_input(key="g").input(typed).run()
        assert not app.exception
        assert pictures(app) == before
        rich = [*app.markdown, *app.latex, *app.caption, *app.warning]
        assert not any(typed in str(element.value) for element in rich)


def test_the_specs_hold_no_numbers_of_the_point() -> None:
    app = opened(PAGE, px="1.2345", py="-0.6789")
    spec, _ = top(app)
    assert "1.2345" not in json.dumps(spec) and "0.6789" not in json.dumps(spec)


def test_of_two_examples_on_screen_the_one_that_names_more_is_meant() -> None:
    whole = Example(LESSON, "whole", "", {"g": "x"}, "", "")
    part = Example(LESSON, "part", "", {"g": "x", "tab": "Basins"}, "", "")
    on_screen = {"g": "x", "tab": "Basins"}
    assert example_on_screen([whole, part], on_screen.__getitem__) is part
    assert example_on_screen([whole, part], {**on_screen, "tab": "Newton"}.__getitem__) is whole
    assert example_on_screen([whole, part], {**on_screen, "g": "y"}.__getitem__) is None


def test_where_newton_ended_is_checked_beside_the_words() -> None:
    app = with_checks_open(opened(PAGE, tab="Newton"))
    assert any("Step 1 in float64 with exact derivatives" in text.value for text in app.text)
