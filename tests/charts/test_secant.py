import pytest
import vl_convert

from charts.palette import LIGHT
from charts.picture import Picture
from charts.secant import secant_chart
from core.expression import parse
from core.first_principles.secants import secants
from core.sampling import sample_curve
from tests.charts.scene import VEGA_LITE, draw, with_data

WINDOW = ((-1.0, 3.0), (-1.0, 7.0))


def picture(
    text: str = "x^2", a: float = 1, seed: int = 0, dark: bool = False, widest: float = 1.0
) -> Picture:
    e = parse(text)
    curve = sample_curve(e, *WINDOW[0], view=WINDOW[1])
    return secant_chart(
        curve=curve, secants=secants(e, a, widest=widest), window=WINDOW, seed=seed, dark=dark
    )


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


@pytest.mark.parametrize("seed", [0, 12, 30])
def test_the_secant_goes_through_both_points_on_the_curve(seed: int) -> None:
    scene = draw(picture(seed=seed))
    (line,), (fixed,), (moving,) = (scene.marks(name) for name in ("secant", "fixed", "moving"))
    slope = (line["y2"] - line["y"]) / (line["x2"] - line["x"])
    for dot in (fixed, moving):
        assert dot["y"] == pytest.approx(line["y"] + slope * (dot["x"] - line["x"]), abs=0.01)


def test_the_last_secant_lies_on_the_tangent() -> None:
    scene = draw(picture(seed=48))
    (secant,), (tangent,) = scene.marks("secant"), scene.marks("tangent")
    for end in ("x", "y", "x2", "y2"):
        assert secant[end] == pytest.approx(tangent[end], abs=0.05)
    assert tangent["stroke"] == LIGHT.slope


def test_the_readout_follows_the_slider() -> None:
    assert draw(picture(seed=0)).texts("readout") == ["h = 1: slope 3"]
    assert draw(picture(seed=12)).texts("readout") == ["h = 0.1: slope 2.1"]
    assert draw(picture(seed=12, widest=-1.0)).texts("readout") == ["h = −0.1: slope 1.9"]


def test_the_legs_of_the_triangle_are_h_and_the_rise() -> None:
    scene = draw(picture(seed=0))
    plane, (run,), (rise,) = scene.marks("plane")[0], scene.marks("run"), scene.marks("rise")
    assert abs(run["x2"] - run["x"]) == pytest.approx(plane["width"] / 4, abs=0.01)
    assert abs(rise["y2"] - rise["y"]) == pytest.approx(3 / 8 * plane["height"], abs=0.01)


def test_a_corner_has_no_tangent_and_the_words_say_so() -> None:
    scene = draw(picture("|x-1|", 1))
    assert scene.marks("tangent") == []
    assert scene.marks("plane")[0]["description"].endswith("There is no tangent.")


def test_its_words_hold_the_numbers() -> None:
    assert draw(picture()).marks("plane")[0]["description"] == (
        "Secants through x = 1: for h = 1 the slope is 3, for h = 0.0001 it is 2.0001. "
        "The tangent has slope 2."
    )


def test_secants_without_a_slope_are_left_out() -> None:
    data = picture("sqrt x", 0.5, widest=-1.0).data["secants"]
    assert data["k"][0] > 0 and len(data["k"]) == len(data["says"]) < 49


def test_only_data_changes_with_the_function_and_the_seed() -> None:
    assert picture("x^3", seed=5).spec is picture().spec
    assert picture("x^3").alt == picture().alt
