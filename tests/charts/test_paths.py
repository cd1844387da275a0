import math
from fractions import Fraction

import numpy as np
import pytest
import vl_convert

from charts.palette import LIGHT
from charts.paths import paths_chart
from charts.picture import Picture
from core.expression import parse
from core.limiting.plane import FAMILIES, Shape, row_of_paths
from core.sampling.contours import level_curves
from tests.charts.scene import VEGA_LITE, Scene, draw, with_data

CLASSIC, PARABOLIC = "x y/(x^2+y^2)", "x^2 y/(x^4+y^2)"


def stop(shape: Shape, m: float) -> int:
    return [path.number for path in FAMILIES[shape]].index(m)


def picture(
    text: str = CLASSIC, shape: Shape = "line", m: float = 1.0, dark: bool = False, height: int = 330
) -> Picture:
    e = parse(text, ("x", "y"))
    return paths_chart(
        levels=level_curves(e, ((-1.0, 1.0), (-1.0, 1.0))),
        row=row_of_paths(e, shape, 1.0),
        reach=1.0,
        seed=stop(shape, m),
        dark=dark,
        height=height,
    )


def side(scene: Scene) -> float:
    width: float = scene.marks("plane")[0]["width"]
    return width


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [340, 900])
def test_it_compiles_and_is_drawn(dark: bool, width: int) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark), width), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000


@pytest.mark.parametrize(("m", "rise"), [(1.0, 1.0), (-1.0, -1.0), (0.5, 0.5), (0.0, 0.0)])
def test_the_path_crosses_the_square_with_its_slope(m: float, rise: float) -> None:
    scene = draw(picture(m=m))
    places = [(mark["x"], mark["y"]) for mark in scene.marks("path")]
    across = side(scene)
    assert places[0] == pytest.approx((0, across * (1 + rise) / 2), abs=0.01)
    assert places[-1] == pytest.approx((across, across * (1 - rise) / 2), abs=0.01)


def test_the_plane_is_a_square_and_the_origin_its_middle() -> None:
    scene = draw(picture(), width=900)
    plane, (origin,) = scene.marks("plane")[0], scene.marks("origin")
    assert plane["width"] == plane["height"]
    assert (origin["x"], origin["y"]) == pytest.approx((plane["width"] / 2, plane["height"] / 2))


def test_on_a_narrow_page_the_values_go_below() -> None:
    wide, narrow = draw(picture(), width=900), draw(picture(), width=340)
    assert min(mark["x"] for mark in wide.marks("values")) > side(wide)
    assert min(mark["y"] for mark in narrow.marks("values")) > side(narrow)


def test_the_open_dot_is_the_limit_along_the_path() -> None:
    # along y = m·x the limit is m/(1 + m²): 1/2 for m = 1, 2/5 for m = 2, and the walker reads nothing else
    for m, limit in ((1.0, Fraction(1, 2)), (2.0, Fraction(2, 5)), (0.0, Fraction(0))):
        drawn = picture(m=m)
        here = drawn.data["ends"]["k"] == stop("line", m)
        assert drawn.data["ends"]["value"][here] == pytest.approx([float(limit)], abs=1e-7)
        (dot,), values = draw(drawn).marks("ends"), draw(drawn).marks("values")
        assert dot["fill"] == LIGHT.background
        assert [mark["y"] for mark in values] == pytest.approx([dot["y"]] * len(values), abs=0.01)


def test_two_ends_that_differ_make_two_dots() -> None:
    drawn = picture("x/sqrt(x^2+y^2)", m=0.0)
    assert len(draw(drawn).marks("ends")) == 2
    here = drawn.data["ends"]["k"] == stop("line", 0.0)
    assert sorted(drawn.data["ends"]["value"][here].tolist()) == [-1.0, 1.0]


@pytest.mark.parametrize(
    ("text", "shape", "m", "says"),
    [
        (CLASSIC, "line", 1.0, "Along y = x, f tends to 0.5."),
        (CLASSIC, "line", math.inf, "Along x = 0, f tends to 0."),
        (PARABOLIC, "line", 1.0, "Along y = x, f tends to 0."),
        (PARABOLIC, "parabola", 1.0, "Along y = x², f tends to 0.5."),
        ("1/(x^2+y^2)", "line", 1.0, "Along y = x, f tends to ∞."),
        ("sin(1/x)", "line", 1.0, "Along y = x, f oscillates."),
    ],
)
def test_the_readout_says_what_f_does(text: str, shape: Shape, m: float, says: str) -> None:
    assert draw(picture(text, shape, m)).texts("readout") == [says]


def test_the_words_name_several_paths_with_their_limits() -> None:
    words = draw(picture()).marks("plane")[0]["description"]
    assert words.startswith("Coming near to (0, 0): along y = −6x f tends to −0.162162;")


def test_parabolas_bend_within_the_square() -> None:
    data = picture(PARABOLIC, "parabola", 4.0).data["paths"]
    here = data["k"] == stop("parabola", 4.0)
    assert data["y"][here] == pytest.approx(4 * data["x"][here] ** 2, abs=1e-6)
    assert data["y"][here].max() == pytest.approx(1.0) and data["x"][here].max() == pytest.approx(0.5)


def test_a_pole_leaves_the_range_in_pieces() -> None:
    data = picture("1/(x^2+y^2)").data["values"]
    here = data["k"] == stop("line", 1.0)
    assert len(set(data["piece"][here].tolist())) == 2


def test_only_data_changes_with_the_function_where_the_range_is_the_same() -> None:
    assert picture().spec is picture("-x y/(x^2+y^2)").spec
    assert picture().spec is picture(m=2.0).spec


@pytest.mark.parametrize("text", ["1/(x^2+y^2)", "log(x y)", "sqrt(-1-x^2-y^2)", "exp(1/x)", "x + y", "3"])
@pytest.mark.parametrize("shape", ["line", "parabola"])
def test_no_number_that_is_not_finite_leaves(text: str, shape: Shape) -> None:
    drawn = picture(text, shape)
    for columns in drawn.data.values():
        for column in columns.values():
            assert column.dtype.kind in "Ub" or np.isfinite(column).all()
    draw(drawn)
