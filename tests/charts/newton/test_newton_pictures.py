"""The tangent, the parabola and the digits as Vega draws them."""

import numpy as np
import pytest
import vl_convert

from charts.level_path import descent_levels_chart
from charts.newton.digits import digits_chart
from charts.newton.parabola import newton_parabola_chart
from charts.newton.tangent import newton_tangent_chart
from charts.picture import Picture
from core.expression import parse
from core.newton import newton_minimise, newton_root
from core.sampling import sample_curve
from tests.charts.scene import VEGA_LITE, bowl_levels, draw, with_data

WINDOW = ((-3.0, 3.0), (-4.0, 4.0))


def tangents(text: str = "x^2 - 2", start: float = 1.0, seed: int = 0, dark: bool = False) -> Picture:
    e = parse(text)
    curve = sample_curve(e, *WINDOW[0], view=WINDOW[1])
    return newton_tangent_chart(curve=curve, run=newton_root(e, start), window=WINDOW, seed=seed, dark=dark)


def parabolas(text: str = "x^4/4 - x", start: float = 2.0, seed: int = 0, dark: bool = False) -> Picture:
    e = parse(text)
    curve = sample_curve(e, *WINDOW[0], view=WINDOW[1])
    run = newton_minimise(e, [start])
    return newton_parabola_chart(curve=curve, run=run, window=WINDOW, seed=seed, dark=dark)


def digits(dark: bool = False) -> Picture:
    return digits_chart(
        digits={"Newton": np.array([0, 1, 2, 4, 8, 16, np.inf]), "descent": np.array([-0.2, 0.5, 1.0])},
        dark=dark,
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("build", [tangents, parabolas, digits])
def test_it_compiles_and_is_drawn(build: object, dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(build(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG")
    assert len(image) > 5_000


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_tangent_goes_through_the_point_and_meets_the_axis_at_the_next_place(seed: int) -> None:
    scene = draw(tangents(seed=seed))
    (line,), (here,), (following,), (zero,) = (
        scene.marks(name) for name in ("tangent", "here", "next", "zero")
    )
    slope = (line["y2"] - line["y"]) / (line["x2"] - line["x"])
    for dot in (here, following):
        assert dot["y"] == pytest.approx(line["y"] + slope * (dot["x"] - line["x"]), abs=0.01)
    assert following["y"] == pytest.approx(zero["y"])
    x = newton_root(parse("x^2 - 2"), 1.0).x[:, 0]
    width = scene.marks("plane")[0]["width"]
    assert [here["x"], following["x"]] == pytest.approx(
        [(x[k] + 3) / 6 * width for k in (seed, seed + 1)], abs=0.01
    )


def test_the_numbers_above_the_tangent_follow_the_slider() -> None:
    assert draw(tangents(seed=0)).texts("readout") == [
        "step 0: x = 1, f = −1; the tangent meets the axis at 1.5"
    ]
    assert draw(tangents(seed=1)).texts("here_name") == ["x₁"]
    assert draw(tangents(seed=1)).texts("next_name") == ["x₂"]


def test_the_steps_before_stay_as_thin_lines() -> None:
    assert len(draw(tangents(seed=0)).marks("past")) == 0
    assert len(draw(tangents(seed=2)).marks("past")) == 2


def test_a_level_tangent_has_no_next_place() -> None:
    scene = draw(tangents("x^2 + 1", 0.0))
    assert scene.marks("next") == []
    assert len(scene.marks("tangent")) == 1
    assert scene.texts("readout") == ["step 0: x = 0, f = 1"]


def test_a_run_that_leaves_for_good_is_drawn_up_to_its_end() -> None:
    picture = tangents("atan(x)", 1.5, seed=7)
    assert all(np.isfinite(picture.data["steps"][name]).all() for name in ("x", "f", "slope", "next_x"))
    assert draw(picture).texts("readout")[0].startswith("step 7: x = −2.383028897 × 10¹³, f = −1.571;")


@pytest.mark.parametrize("seed", [0, 1])
def test_the_parabola_touches_the_curve_and_is_lowest_at_the_next_place(seed: int) -> None:
    scene = draw(parabolas(seed=seed))
    (here,), (following,) = scene.marks("here"), scene.marks("next")
    places = np.array([(item["x"], item["y"]) for item in scene.marks("parabola")])
    lowest = places[places[:, 1].argmax()]
    assert abs(lowest[0] - following["x"]) <= 3
    assert lowest[1] == pytest.approx(following["y"], abs=0.5)
    nearest = places[np.abs(places[:, 0] - here["x"]).argmin()]
    assert abs(nearest[0] - here["x"]) <= 3
    run = newton_minimise(parse("x^4/4 - x"), [2.0])
    height = scene.marks("plane")[0]["height"]
    assert here["y"] == pytest.approx((4 - run.f[seed]) / 8 * height, abs=0.01)


def test_only_data_changes_with_function_start_and_seed() -> None:
    assert tangents("x^3 - 2", 1.0, seed=0).alt == tangents().alt
    assert tangents("x^2 - 2", 1.2).spec is tangents().spec
    assert parabolas(start=1.9).spec is parabolas().spec


def test_the_words_hold_the_outcome() -> None:
    words = draw(tangents("atan(x)", 1.5)).marks("plane")[0]["description"]
    assert words.endswith("the run is broken off there.")


def test_a_click_reports_x() -> None:
    for picture in (tangents(), parabolas()):
        assert picture.selections == ("start",)
        (selection,) = picture.spec["layer"][0]["params"]
        assert selection["select"]["fields"] == ["x"]


def test_the_parabola_is_for_minimising_only() -> None:
    with pytest.raises(ValueError, match="minimising"):
        newton_parabola_chart(
            curve=sample_curve(parse("x"), -1, 1), run=newton_root(parse("x"), 1.0), window=WINDOW
        )


def test_digits_stand_at_their_height_and_infinity_at_the_top() -> None:
    scene = draw(digits())
    newton = scene.marks("points")[:7]
    heights = [newton[0]["y"] - item["y"] for item in newton]
    assert np.array(heights[1:]) / heights[1] == pytest.approx([1, 2, 4, 8, 16, 64])
    assert scene.texts("numbers")[1:7] == ["1", "2", "4", "8", "16", "64"]
    assert scene.texts("names") == ["Newton", "descent"]
    assert scene.texts("float64_name") == ["all that float64 holds"]


def test_a_run_of_newton_in_the_plane_fits_the_picture_of_paths() -> None:
    e = parse("x^2 + 3y^2 + x^4/10", ("x", "y"))
    run = newton_minimise(e, (2.0, 1.0))
    picture = descent_levels_chart(
        levels=bowl_levels(), runs={"Newton": run}, window=((-4.0, 4.0), (-3.0, 3.0)), steps=run.steps, seed=1
    )
    scene = draw(picture)
    assert scene.texts("readout")[0].startswith("Newton, step 1: (x, y) = (")
    assert len(scene.marks("segments")) == 1
