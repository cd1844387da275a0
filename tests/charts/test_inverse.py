import numpy as np
import pytest
import vl_convert

from charts.inverse import inverse_chart
from charts.palette import LIGHT
from charts.picture import Picture
from core.derivative_facts.inverse import PAIRS, InversePair, mirrored_points, nearest
from core.expression import parse
from core.sampling import sample_curve
from tests.charts.scene import VEGA_LITE, Scene, draw, with_data

SQUARE = PAIRS[0]


def picture(pair: InversePair = SQUARE, x0: float = 1.5, dark: bool = False) -> Picture:
    low, high = pair.window
    points = mirrored_points(pair, x0)
    f = sample_curve(parse(pair.f), max(pair.low, low), min(pair.high, high), view=pair.window)
    g = sample_curve(parse(pair.g), low, high, view=pair.window)
    return inverse_chart(pair=pair, f=f, g=g, points=points, seed=nearest(points, x0), dark=dark)


def units(scene: Scene) -> tuple[float, float, float]:
    """(pixels per unit, x and y of the origin in pixels) for the window of the square."""
    plane = scene.marks("plane")[0]
    unit = plane["height"] / 5
    return unit, plane["width"] / 2 - 2 * unit, plane["height"] - 0.5 * unit


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_it_compiles_and_is_drawn(pair: InversePair, dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(pair, pair.at, dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


@pytest.mark.parametrize("width", [360, 600, 900])
def test_units_are_equal_on_both_axes_at_every_width(width: int) -> None:
    (mirror,) = draw(picture(), width).marks("mirror")
    assert abs(mirror["x2"] - mirror["x"]) == pytest.approx(abs(mirror["y2"] - mirror["y"]), rel=1e-6)


def test_the_points_stand_at_x_y_and_y_x() -> None:
    scene = draw(picture(x0=1.5))
    unit, left, bottom = units(scene)
    (point,), (image,) = scene.marks("point"), scene.marks("mirrored")
    assert ((point["x"] - left) / unit, (bottom - point["y"]) / unit) == pytest.approx((1.5, 2.25))
    assert ((image["x"] - left) / unit, (bottom - image["y"]) / unit) == pytest.approx((2.25, 1.5))


@pytest.mark.parametrize("x0", [0.4, 1.0, 1.5])
def test_the_tangents_have_slopes_m_and_1_over_m(x0: float) -> None:
    scene = draw(picture(x0=x0))
    slopes = [
        -(mark["y2"] - mark["y"]) / (mark["x2"] - mark["x"])
        for (mark,) in (scene.marks("tangent"), scene.marks("image"))
    ]
    assert slopes == pytest.approx([2 * x0, 1 / (2 * x0)])


def test_the_readout_has_both_slopes() -> None:
    assert draw(picture(x0=1.5)).texts("readout") == ["slope 3 at (1.5, 2.25), slope 0.3333 at (2.25, 1.5)"]
    assert draw(picture(x0=0.0)).texts("readout") == ["slope 0 at x = 0; its mirror image stands upright"]


def test_a_level_tangent_has_an_upright_image() -> None:
    (image,) = draw(picture(x0=0.0)).marks("image")
    assert image["x"] == pytest.approx(image["x2"])


def test_the_curves_are_named_and_the_inverse_is_dashed() -> None:
    scene = draw(picture())
    assert scene.texts("f_name") == ["f"] and scene.texts("g_name") == ["f⁻¹"]
    assert scene.marks("g")[0]["strokeDash"] == [8, 4] and scene.marks("g")[0]["stroke"] == LIGHT.exact


def test_only_data_changes_with_the_place() -> None:
    assert picture(x0=0.7).spec is picture().spec


def test_its_words_say_what_mirrors_what() -> None:
    (plane,) = draw(picture()).marks("plane")
    assert plane["description"] == (
        "Square and root: each curve is the mirror image of the other at the line y = x."
    )


def test_no_number_that_is_not_finite_leaves() -> None:
    for pair in PAIRS:
        for columns in picture(pair, pair.at).data.values():
            for column in columns.values():
                assert column.dtype.kind in "Ub" or np.isfinite(column).all()
