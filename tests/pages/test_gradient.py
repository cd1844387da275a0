"""Gradient without a browser: every part of it, its numbers, and what a person can get wrong."""

import json
import math

import pytest
from streamlit.testing.v1 import AppTest

from core.examples import EXAMPLES, Example
from core.myths import MYTHS, Myth
from tests.pages.app import opened, pictures, said, shown, values_after, with_checks_open
from ui.keys import GRADIENT_TABS

LESSON = "gradient"
PAGE = "pages/gradient.py"
MAP = "Level curves of f with the gradient at a point."
DIAL = "The slope in every direction around the point."
PLACES = {
    "climbs": {"g": "x^2 + y^2"},
    "flat": {"g": "-x^2 + y^3", "px": "0", "py": "0"},
    "ridge": {"g": "|x| + |y|", "px": "0", "py": "1"},
    "no value": {"g": "x y/(x^2 + y^2)", "px": "0", "py": "0"},
    "partials only": {"g": "sqrt(|x y|)", "px": "0", "py": "0"},
    "nowhere": {"g": "sqrt(-1 - x^2 - y^2)"},
    "outside": {"g": "log(x y)", "px": "-2", "py": "1"},
    "constant": {"g": "5"},
    "far": {"g": "x^2 + y^2", "px": "1e300", "py": "1"},
    "too steep": {"g": "e^(x^2) y", "px": "26.6", "py": "1e5"},
    "pole": {"g": "1/(x - y)", "px": "1", "py": "1"},
    "floor": {"g": "floor x + y", "px": "1", "py": "1"},
}


def written(app: AppTest) -> str:
    return "\n".join(latex.value for latex in app.latex)


@pytest.mark.parametrize("tab", GRADIENT_TABS)
@pytest.mark.parametrize("place", PLACES)
def test_every_tab_opens_wherever_one_stands(tab: str, place: str) -> None:
    app = opened(PAGE, tab=tab, **PLACES[place])
    assert not app.exception
    assert not app.warning
    # The dial tells what Practice asks for: there it comes with the answer.
    assert ({MAP} if tab == "Practice" else {MAP, DIAL}) <= pictures(app).keys()


def test_the_first_thing_to_see_is_the_bowl_with_its_arrow() -> None:
    app = opened(PAGE)
    # ∇f = (4, 6): atan2(6, 4) = 56.31°, √52 = 7.2111
    assert "At (2, 3) the surface climbs fastest towards 56.31°, by 7.2111 per unit" in said(app)
    assert len(pictures(app)[MAP][1]["gradient"]) > 0


@pytest.mark.parametrize(("key", "value"), [("px", 1.0), ("py", -1.0), ("angle", 90.0)])
def test_a_slider_changes_only_the_data_of_the_pictures(key: str, value: float) -> None:
    app = opened(PAGE, px="1.2", py="1")
    before = pictures(app)
    app.select_slider(key=key).set_value(value).run()
    assert not app.exception
    after = pictures(app)
    for name in (MAP, DIAL):
        assert before[name][0] == after[name][0]
        assert before[name][1] != after[name][1]


def test_the_field_comes_when_it_is_asked_for_and_can_be_of_one_length() -> None:
    app = opened(PAGE)
    bare = pictures(app)[MAP][1]["field"]
    app.toggle(key="field").set_value(True).run()
    grown = pictures(app)[MAP][1]["field"]
    app.toggle(key="unit").set_value(True).run()
    assert not app.exception
    assert len(bare) < len(grown)
    assert pictures(app)[MAP][1]["field"] != grown


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("flat", "At (0, 0) ∇f = 0"),
        ("ridge", "At (0, 1) there is no gradient: along x the slope is −1 before the point and 1 after it."),
        ("no value", "f has no value at (x, y) = (0, 0)"),
        (
            "partials only",
            "At (0, 0) both partial derivatives exist, 0 and 0, and yet f is not differentiable",
        ),
        ("nowhere", "there is no surface to stand on"),
        ("outside", "f has no value at (x, y) = (−2, 1)"),
        ("constant", "This function is constant"),
    ],
)
def test_a_place_without_a_gradient_is_explained(place: str, sentence: str) -> None:
    assert sentence in said(opened(PAGE, **PLACES[place]))


@pytest.mark.parametrize(("g", "alone"), [("x^2", "x^2"), ("y^2 + sin y", "x^2 + sin(x)")])
def test_a_function_of_one_variable_is_offered_the_lesson_on_it(g: str, alone: str) -> None:
    app = opened(PAGE, g=g)
    assert f"This function depends on {g[0]} alone" in said(app)
    (link,) = [link.proto for link in app.get("page_link") if "Take it to" in link.proto.label]
    assert link.page == "derivative_rules"
    there = opened("pages/derivative_rules.py", f=alone)
    assert not there.warning


def ends_of(app: AppTest) -> dict[str, float]:
    """Where the map ends."""
    given = {one["name"]: one.get("value") for one in json.loads(pictures(app)[MAP][0])["params"]}
    return {name: given[name] for name in ("left", "right", "top")}


def test_the_map_can_be_cut_by_hand_and_keeps_the_point_inside() -> None:
    app = opened(PAGE, px="1", py="1", xlo="-2", xhi="4", yhi="3")
    assert ends_of(app) == {"left": -2, "right": 4, "top": 3}
    app.select_slider(key="px").set_value(5.0).run()
    assert ends_of(app) == {"left": -2, "right": 5 + 0.25 * 7, "top": 3}
    assert "The window in x has to end above its start." in said(opened(PAGE, xlo="3", xhi="1"))


def test_without_a_gradient_each_way_is_worked_out_once() -> None:
    app = opened(PAGE, **PLACES["ridge"])
    app.toggle(key="steps: all").set_value(True).run()
    assert [shown(app).count(title) for title in ("Along x", "Along 135°")] == [1, 1]


def test_the_partial_derivatives_are_worked_out_one_at_a_time() -> None:
    app = opened(PAGE, g="3x^2 y^3", px="1", py="2", tab="Slices", axis="y")
    app.toggle(key="steps: all").set_value(True).run()
    assert not app.exception
    assert r"9" in written(app) and "= 36" in written(app)


def test_the_second_partials_are_equal_and_the_counterexample_is_not() -> None:
    app = opened(PAGE, g="3x^2 y^3", px="1", py="2", tab="Second partials")
    app.toggle(key="steps: all").set_value(True).run()
    # ∂²f/∂x∂y = 18xy² = 72 at (1, 2)
    assert "72" in written(app)
    assert "At the origin the two differ" in shown(app)


def test_three_variables_have_a_gradient_of_three() -> None:
    app = opened(PAGE, tab="Three variables")
    # ∇(2x + 3y² − sin z) = (2, 6y, −cos z) at (1, 2, 0); √(4 + 144 + 1) = 12.2066
    assert "At (x, y, z) = (1, 2, 0) f grows fastest along (2, 12, −1), by 12.207 per unit." in shown(app)


def test_polar_coordinates_stretch_a_square_by_r() -> None:
    app = with_checks_open(opened(PAGE, tab="Jacobian", m1="3"))
    assert "det J = 3" in shown(app)
    assert "The determinant of the matrix" in said(app)
    assert any("its image, and the parallelogram" in name for name in pictures(app))


@pytest.mark.parametrize("components", ["x^2", "cos t\nsin t\nt", "x y\nx + y\nsin x", "x + y z", "x\ny\nz"])
@pytest.mark.parametrize("chain", ["one", "two"])
def test_every_shape_of_jacobian_is_worked_out(components: str, chain: str) -> None:
    app = opened(PAGE, tab="Jacobian", map=components, chain=chain)
    assert not app.exception
    count = len(components.split("\n"))
    fits = chain == "one" or count == 2
    assert (
        fits == bool(app.button(key="steps: Next"))
        if fits
        else "give the inner one 2 components" in said(app)
    )


def test_the_chain_of_jacobians_undoes_the_circle() -> None:
    app = opened(PAGE, tab="Jacobian", chain="two", step="4")
    assert r"2 r & 0" in written(app)


def test_components_that_do_not_parse_are_pointed_at_in_their_line() -> None:
    app = opened(PAGE, tab="Jacobian")
    before = pictures(app)
    app.text_area(key="map").input("r cos t\nr sin(+) t").run()
    assert not app.exception
    assert any(text.startswith("Line 2: ") for text in shown(app))
    assert [code.value for code in app.code if code.value.startswith("r sin(+) t")]
    assert app.text_area(key="map").value == "r cos t\nr sin(+) t"
    assert pictures(app) == before
    assert values_after(app, LESSON)["map"] == "r cos t\nr sin t"


def test_along_the_path_of_the_sources_z_changes_as_the_rule_says() -> None:
    app = with_checks_open(opened(PAGE, tab="Along a path", g="x^2 - 3x y + 2y^2", t="0"))
    # dz/dt = −46 sin 4t − 72 cos 4t
    assert "dz/dt = −72" in said(app)
    assert "Gradient times velocity" in said(app)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"tlo": "3", "thi": "1"}, "t has to end at a finite number above its start."),
        ({"g": "(x^90 + y)^29", "xt": "(t + 1)^30"}, "One function put into the other is too much here."),
    ],
)
def test_a_path_that_cannot_be_walked_is_explained(asked: dict[str, str], sentence: str) -> None:
    app = opened(PAGE, tab="Along a path", **asked)
    assert not app.exception
    assert sentence in said(app)


@pytest.mark.parametrize("typed", ["x^2 + )", "<b>x</b>", "**x**", "$y$", "datum.h", "x" * 400, "z = x z"])
def test_a_wrong_function_keeps_the_picture_and_is_shown_as_typed(typed: str) -> None:
    app = opened(PAGE)
    before = pictures(app)
    app.text_input(key="g").input(typed).run()
    assert not app.exception
    assert pictures(app) == before
    assert any(code.value.startswith(typed) for code in app.code)
    assert not any(typed in element.proto.body for element in (*app.markdown, *app.latex, *app.get("html")))


@pytest.mark.parametrize("myth", MYTHS[LESSON], ids=lambda myth: myth.name)
def test_see_it_shows_the_counterexample_of_a_myth(myth: Myth) -> None:
    app = opened(PAGE, tab="Myths")
    assert myth.compute().sentence in shown(app)
    app.button(key=f"myth: {myth.name}").click().run()
    assert not app.exception
    assert not app.warning
    assert {name: values_after(app, LESSON)[name] for name in myth.values} == myth.values


@pytest.mark.parametrize("example", EXAMPLES[LESSON], ids=lambda example: example.name)
def test_every_example_opens_with_its_notice(example: Example) -> None:
    app = opened(PAGE, **example.values)
    assert not app.exception
    assert example.notice in shown(app)


def test_the_largest_slope_of_the_dial_is_the_length_of_the_gradient() -> None:
    app = opened(PAGE, g="x^2 + 4y^2", px="1", py="1", angle="75.963757", tab="Direction")
    assert f"slope {math.hypot(2, 8):.5f}" in pictures(app)[DIAL][1]["needle"].decode("utf-8", "ignore")
