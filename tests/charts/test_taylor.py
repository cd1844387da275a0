import numpy as np
import pytest
import vl_convert

from charts.palette import LIGHT
from charts.picture import Picture
from charts.taylor import taylor_chart
from core.derivative_facts.approximations import approximations
from core.derivative_facts.taylor import taylor
from core.expression import parse
from core.sampling import sample_curve
from tests.charts.scene import VEGA_LITE, draw, with_data

WINDOW = ((-3.0, 3.0), (-1.0, 8.0))


def picture(f: str = "e^x", x0: float = 0.0, seed: int = 2, degree: int = 8, dark: bool = False) -> Picture:
    e = parse(f)
    found = approximations(taylor(e, x0, degree), *WINDOW[0])
    curve = sample_curve(e, *WINDOW[0], view=WINDOW[1])
    return taylor_chart(curve=curve, found=found, window=WINDOW, seed=seed, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_only_the_polynomial_of_the_slider_is_drawn_where_it_belongs(seed: int) -> None:
    scene = draw(picture(seed=seed))
    plane = scene.marks("plane")[0]
    value = sum(1.0 / np.prod(np.arange(1, k + 1)) for k in range(seed + 1))
    marks = scene.marks("polynomial")
    at_1 = np.interp(plane["width"] * 4 / 6, [m["x"] for m in marks], [m["y"] for m in marks])
    assert at_1 == pytest.approx(plane["height"] * (8 - value) / 9, abs=0.05)


def test_the_readout_has_the_formula_and_the_largest_error() -> None:
    scene = draw(picture(seed=1))
    assert scene.texts("formula") == ["T = 1 + x"]
    assert scene.texts("error") == ["largest error from −3 to 3: 16.1"]
    assert draw(picture("sin(x)", 1.0, seed=7)).texts("formula") == ["degree 7"]


def test_the_band_is_the_error() -> None:
    scene = draw(picture(seed=2))
    gaps = [(item["x"], abs(item["y2"] - item["y"])) for item in scene.marks("band")]
    (centre,) = scene.marks("centre")
    nearest = min(gaps, key=lambda gap: abs(gap[0] - centre["x"]))
    assert nearest[1] == pytest.approx(0, abs=0.01) and max(gap for _, gap in gaps) > 50
    assert scene.marks("band")[0]["fill"] == LIGHT.error


def test_there_is_no_band_where_f_has_no_value() -> None:
    scene = draw(picture("log(x)", 1.0))
    middle = scene.marks("plane")[0]["width"] / 2
    assert min(item["x"] for item in scene.marks("band")) >= middle - 0.1


def test_the_dot_is_where_all_polynomials_meet() -> None:
    scene = draw(picture("x^2", 1.0))
    plane, (dot,) = scene.marks("plane")[0], scene.marks("centre")
    assert (dot["x"], dot["y"]) == pytest.approx((plane["width"] * 4 / 6, plane["height"] * 7 / 9), abs=0.1)


def test_the_slider_ends_at_the_highest_degree_there_is() -> None:
    for f, last in (("e^x", 8), ("x|x|", 1)):
        bound = next(part for part in picture(f).spec["params"] if part["name"] == "degree")["bind"]
        assert (bound["min"], bound["max"]) == (0, last)


def test_its_words_hold_the_errors_of_all_degrees() -> None:
    (plane,) = draw(picture(degree=2)).marks("plane")
    assert plane["description"] == (
        "Taylor polynomials of f at x = 0. The largest errors, from degree 0 on: 19.1, 16.1, 11.6."
    )


def test_only_data_changes_with_the_function() -> None:
    assert picture("sin(x)", seed=5).spec is picture().spec
    assert picture("sin(x)").alt == picture().alt


def test_no_number_that_is_not_finite_leaves() -> None:
    for columns in picture("log(x)", 0.001).data.values():
        for column in columns.values():
            assert column.dtype.kind in "Ub" or np.isfinite(column).all()
