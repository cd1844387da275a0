import math
from itertools import pairwise

import numpy as np
import pytest
import vl_convert

from charts.derivatives import derivatives_chart
from charts.derivatives_data import panel_rows, segment_signs, tangent_ends
from charts.palette import DARK, LIGHT
from charts.picture import Picture
from core.derivative_facts.monotony import monotony
from core.derivative_facts.orders import derivatives
from core.derivative_facts.tangents import tangents
from core.expression import parse
from core.sampling import sample_curve
from tests.charts.scene import VEGA_LITE, Curve, Scene, draw, with_data

WINDOW = (-3.0, 3.0)


def picture(
    f: str = "x^3 - 3x",
    x0: float = -0.5,
    order: int = 1,
    dark: bool = False,
    heights: tuple[tuple[float, float], ...] | None = None,
) -> Picture:
    e = parse(f)
    orders = derivatives(e, order)
    curves = [sample_curve(g, *WINDOW) for g in (e, *orders)]
    return derivatives_chart(
        curves=curves,
        window=WINDOW,
        heights=heights or tuple(curve.view for curve in curves),
        monotony=monotony(e, *WINDOW),
        tangents=tangents(e, orders, *WINDOW, x0),
        dark=dark,
    )


def line_at(mark: dict[str, float], x: float) -> float:
    slope = (mark["y2"] - mark["y"]) / (mark["x2"] - mark["x"])
    return mark["y"] + slope * (x - mark["x"])


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("order", [1, 2, 5])
def test_it_compiles_and_is_drawn(order: int, dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(order=order, dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


@pytest.mark.parametrize("order", [1, 2, 4])
def test_every_curve_stays_in_its_own_panel(order: int) -> None:
    scene = draw(picture("tan(x)", order=order))
    spans = [panel_span(scene, panel) for panel in range(order + 1)]
    for (_, bottom), (top, _) in pairwise(spans):
        assert bottom < top
    assert spans[-1][1] <= scene.marks("plane")[0]["height"] + 0.5


def panel_span(scene: Scene, panel: int) -> tuple[float, float]:
    heights = [item["y"] for item in scene.marks(f"curve{panel}")]
    return min(heights), max(heights)


def test_all_panels_share_the_x_axis() -> None:
    scene = draw(picture(order=2, x0=0.3))
    places = [scene.marks(f"dot{panel}")[0]["x"] for panel in range(3)]
    assert places == pytest.approx([places[0]] * 3)
    assert scene.marks("upright")[0]["x"] == pytest.approx(places[0])


@pytest.mark.parametrize("x0", [-2.0, -1.0, 0.25, 1.9])
def test_the_tangent_touches_the_curve_with_the_slope_of_f(x0: float) -> None:
    scene = draw(picture(x0=x0))
    (tangent,), (dot,) = scene.marks("tangent"), scene.marks("dot0")
    assert dot["y"] == pytest.approx(line_at(tangent, dot["x"]), abs=0.01)
    curve = scene.marks("curve0")
    ups = np.interp([dot["x"] - 2, dot["x"] + 2], [p["x"] for p in curve], [p["y"] for p in curve])
    slope = (tangent["y2"] - tangent["y"]) / (tangent["x2"] - tangent["x"])
    assert slope == pytest.approx((ups[1] - ups[0]) / 4, abs=0.05)
    assert tangent["stroke"] == LIGHT.slope


def test_the_readout_says_place_value_and_slope() -> None:
    assert draw(picture(x0=-0.5)).texts("readout") == ["x = −0.5: f = 1.375, slope −2.25"]
    assert draw(picture("|x|", x0=0.0)).texts("readout") == ["x = 0: f = 0, no slope"]


def test_a_corner_has_no_tangent() -> None:
    scene = draw(picture("|x|", x0=0.0))
    assert scene.marks("tangent") == [] and len(scene.marks("dot0")) == 1 and scene.marks("dot1") == []


def test_outside_the_domain_nothing_stands_at_the_slider() -> None:
    scene = draw(picture("log(x)", x0=-1.0))
    assert scene.marks("upright") == scene.marks("dot0") == scene.marks("readout") == []


def test_the_sign_of_the_slope_is_a_colour_and_a_pattern() -> None:
    looks = {
        (item["stroke"], tuple(item.get("strokeDash") or (1, 0))) for item in draw(picture()).marks("signs")
    }
    assert looks == {(LIGHT.ascent, (1, 0)), (LIGHT.descent, (7, 7))}
    assert draw(picture()).texts("rising") == ["band solid: f′ > 0"]
    assert draw(picture()).texts("falling") == ["dashed: f′ < 0"]


def test_the_signs_change_where_the_slope_does() -> None:
    e = parse("x^3 - 3x")
    curve = sample_curve(e, *WINDOW)
    signs = segment_signs(curve, monotony(e, *WINDOW).stretches)
    middles = (curve.x[1:] + curve.x[:-1]) / 2
    assert (signs == np.sign(3 * middles**2 - 3)).all()


def test_turns_are_marked_by_shape_and_name() -> None:
    scene = draw(picture())
    assert sorted(scene.texts("names")) == ["maximum", "minimum"]
    assert {mark["shape"] for mark in scene.marks("turns")} == {"triangle-up", "triangle-down"}
    assert len(scene.marks("levels")) == 2
    (saddle,) = draw(picture("x^3")).marks("turns")
    assert (saddle["shape"], saddle["fill"]) == ("square", LIGHT.text)


def test_a_turn_without_a_slope_is_open() -> None:
    (corner,) = draw(picture("|x|")).marks("turns")
    assert (corner["shape"], corner["fill"]) == ("triangle-down", LIGHT.background)


def test_the_line_of_height_0_stands_where_the_slope_vanishes() -> None:
    scene = draw(picture(x0=1.0))
    (zero,), (dot,) = scene.marks("zero1"), scene.marks("dot1")
    assert dot["y"] == pytest.approx(zero["y"], abs=0.05)
    assert draw(picture("e^x + x")).marks("zero1") == []


def test_a_panel_cuts_its_curve_at_the_edge() -> None:
    curve = Curve(np.array([0.0, 1.0, 2.0, np.nan, 3.0, 4.0]), np.array([0.0, 2.0, 0.0, np.nan, 5.0, 1.0]))
    rows = panel_rows(curve, ((0.0, 4.0), (0.0, 1.5)))
    assert rows["y"].max() == 1.5 and rows["piece"].tolist() == [0, 0, 1, 1, 2, 2]
    assert rows["x"].tolist() == pytest.approx([0.0, 0.75, 1.25, 2.0, 3.875, 4.0])


def test_its_words_tell_where_f_rises_and_turns() -> None:
    (plane,) = draw(picture()).marks("plane")
    assert plane["description"] == (
        "f is rising from −3 to −1. f is falling from −1 to 1. f is rising from 1 to 3. "
        "Maximum at x = −1. Minimum at x = 1."
    )


def test_only_data_changes_with_the_place_and_the_function() -> None:
    heights = ((-20.0, 20.0), (-5.0, 25.0))
    one, other = picture(heights=heights), picture("x^3", x0=1.0, heights=heights)
    assert one.spec is other.spec and one.alt == other.alt
    assert picture(dark=True, heights=heights).spec is not one.spec


def test_no_number_that_is_not_finite_leaves() -> None:
    for f in ("1/x", "tan(x)", "log(x)", "|x|", "cbrt(x)", "floor(x)"):
        for columns in picture(f, order=2).data.values():
            for column in columns.values():
                assert column.dtype.kind in "Ub" or np.isfinite(column).all(), f


def test_it_is_light_enough_to_send_with_every_new_function() -> None:
    columns = picture("sin(x)", order=2).data.values()
    assert sum(column.nbytes for group in columns for column in group.values()) < 100_000


def test_the_slider_has_a_place_for_every_tangent_and_starts_at_x0() -> None:
    made = picture(x0=0.77)
    bound = next(part for part in made.spec["params"] if part["name"] == "slide")["bind"]
    assert (bound["input"], bound["min"], bound["max"]) == ("range", 0, 120)
    start = int(made.data["seed"]["k"][0])
    assert made.data["tangents"]["x"][start] == 0.77


def test_dark_and_light_use_their_own_colours() -> None:
    assert draw(picture(dark=True)).marks("curve1")[0]["stroke"] == DARK.slope


def test_f_needs_a_derivative_beside_it() -> None:
    e = parse("x")
    curve = sample_curve(e, *WINDOW)
    with pytest.raises(ValueError, match="derivatives"):
        derivatives_chart(
            curves=[curve],
            window=WINDOW,
            heights=((-1.0, 1.0),),
            monotony=monotony(e, *WINDOW),
            tangents=tangents(e, derivatives(e, 1), *WINDOW, math.pi),
        )


def test_a_tangent_that_leaves_float64_is_not_drawn() -> None:
    start, end, drawn = tangent_ends(
        np.array([1e300, 0.0]), np.array([1e300, 1.0]), np.array([1e300, 2.0]), ((-1.0, 1.0), (0.0, 2.0))
    )
    assert drawn.tolist() == [False, True]
    assert np.isfinite(start).all() and np.isfinite(end).all()
