"""f above and f″ below: bends by colour and pattern, inflection points, and the parabola at a point."""

import numpy as np
import pytest
import vl_convert

from charts.concavity import concavity_chart
from charts.picture import Picture
from core.derivative_facts.orders import derivatives
from core.expression import parse
from core.sampling import sample_curve
from core.second_derivative import concavity, second_derivative_test
from tests.charts.scene import VEGA_LITE, draw, with_data

WINDOW = ((-2.0, 2.0), (-2.0, 4.0))
HEIGHTS = (-6.0, 12.0)


def picture(text: str = "x^3 - x", x: float = 1.0, dark: bool = False) -> Picture:
    e = parse(text)
    second = derivatives(e, 2)[1]
    return concavity_chart(
        curve=sample_curve(e, *WINDOW[0], view=WINDOW[1]),
        second=sample_curve(second, *WINDOW[0], view=HEIGHTS),
        window=WINDOW,
        heights=HEIGHTS,
        found=concavity(e, *WINDOW[0]),
        here=second_derivative_test(e, x),
        dark=dark,
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("text", ["x^3 - x", "|x|", "log(x)", "1/x", "e^(-x^2)", "3"])
def test_it_compiles_and_is_drawn(text: str, dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(text, dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 8_000


def test_the_band_changes_where_the_second_derivative_does() -> None:
    for name in ("curve", "second"):
        rows = picture().data[name]
        assert (rows["x"][rows["sign"] == -1] <= 0).all()
        assert (rows["x"][rows["sign"] == 1] >= 0).all()


def test_an_inflection_point_is_marked_and_named() -> None:
    scene = draw(picture())
    (mark,) = scene.marks("inflections")
    assert mark["x"] == pytest.approx(scene.marks("plane")[0]["width"] / 2, abs=0.5)
    assert scene.texts("inflection_names") == ["inflection"]


def test_the_parabola_shares_value_slope_and_bend_with_f() -> None:
    """x³ − x at 1: 0 + 2s + 3s²."""
    rows = picture().data["parabola"]
    s = rows["x"].astype(np.float64) - 1
    assert rows["y"] == pytest.approx(2 * s + 3 * s * s, abs=1e-5)


def test_the_line_above_says_all_three_numbers() -> None:
    assert draw(picture()).texts("readout") == ["x = 1, f = 0, f′ = 2, f″ = 6"]


def test_without_a_second_derivative_there_is_no_parabola() -> None:
    scene = draw(picture("|x|", 0.0))
    assert scene.marks("parabola") == []
    assert scene.texts("readout") == ["x = 0, f = 0"]


def test_a_moved_point_changes_data_and_never_the_spec() -> None:
    assert picture(x=0.3).spec is picture(x=-1.2).spec
    assert picture().selections == ("start",)


def test_its_description_tells_the_bends_and_the_test() -> None:
    (plane,) = draw(picture()).marks("plane")
    assert "From x = −2 to 0 f is concave down." in plane["description"]
    assert "f′ = 2, not 0" in plane["description"]
