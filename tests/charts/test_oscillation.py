import numpy as np
import pytest
import vl_convert

from charts.oscillation import oscillation_chart
from charts.picture import Picture
from core.printed_tables.panels import panels
from tests.charts.scene import VEGA_LITE, draw, with_data


def picture(low: float = -0.1, high: float = 0.1, count: int = 101, dark: bool = False) -> Picture:
    seen = panels(low, high, count)
    return oscillation_chart(x=seen.x, y=seen.slope, panel="slope", dark=dark)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 3_000


def test_the_place_without_a_slope_is_a_gap() -> None:
    lines = {item["x"] < 300 for item in draw(picture()).marks("places")}
    assert lines == {True, False}
    columns = picture().data["places"]
    assert len(columns["x"]) == 100
    assert set(columns["piece"].tolist()) == {0, 1}


def test_a_narrower_view_leaves_the_rest_of_the_axis_empty() -> None:
    scene = draw(picture(-0.05, 0.05, 100))
    places = [item["x"] for item in scene.marks("places")]
    width = scene.marks("plane")[0]["width"]
    assert min(places) == pytest.approx(width / 4, abs=1)
    assert max(places) == pytest.approx(width * 3 / 4, abs=1)


def test_only_data_changes_with_the_controls() -> None:
    assert picture(-0.1).spec is picture(-0.02, 0.05, 500).spec
    assert picture(-0.1).alt == picture(-0.02).alt


def test_the_largest_value_is_inside_and_said() -> None:
    scene = draw(picture(count=100))
    plane = scene.marks("plane")[0]
    assert all(0 <= item["y"] <= plane["height"] for item in scene.marks("places"))
    largest = np.abs(panels(-0.1, 0.1, 100).slope).max()
    assert plane["description"].startswith("exact derivative at 100 places from −0.1 to 0.1")
    assert picture(count=100).data["frame"]["top"][0] == pytest.approx(1.05 * largest)
