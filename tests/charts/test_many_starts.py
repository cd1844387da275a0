"""Many starts, drawn: colours, marks and words against what the runs did."""

import numpy as np
import pytest
import vl_convert

from charts.basins import GOALS
from charts.many_starts import many_starts_chart
from charts.palette import LIGHT
from charts.picture import Picture
from core.expression import parse
from core.many_starts import ManyStarts, grid_starts, many_starts
from core.sampling.contours import level_curves
from tests.charts.scene import VEGA_LITE, draw, with_data

WELLS = parse("(x^2 - 1)^2 + (y^2 - 1)^2", ("x", "y"))
WINDOW = ((-2.0, 2.0), (-2.0, 2.0))


def walked(rate: float = 0.05, steps: int = 200, count: int = 36, text: str | None = None) -> ManyStarts:
    e = WELLS if text is None else parse(text, ("x", "y"))
    return many_starts(e, grid_starts(WINDOW, count), rate=rate, steps=steps)


def picture(found: ManyStarts, dark: bool = False) -> Picture:
    return many_starts_chart(levels=level_curves(WELLS, WINDOW), found=found, window=WINDOW, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    drawn = vl_convert.vegalite_to_png(with_data(picture(walked(), dark)), vl_version=VEGA_LITE)
    assert drawn.startswith(b"\x89PNG") and len(drawn) > 10_000


@pytest.mark.parametrize("width", [330, 600, 900])
def test_one_unit_is_as_long_upwards_as_across(width: int) -> None:
    plane = draw(picture(walked()), width).marks("plane")[0]
    assert plane["width"] == pytest.approx(plane["height"])
    assert plane["width"] > width / 4


def test_every_start_has_the_colour_of_the_goal_in_its_quadrant() -> None:
    found = walked()
    scene = draw(picture(found))
    middle = scene.marks("plane")[0]["width"] / 2
    colours: dict[tuple[bool, bool], set[str]] = {}
    for item in scene.marks("points"):
        place = (item["x"] > middle, item["y"] < middle)
        colours.setdefault(place, set()).add(item["fill"].upper())
    # goals are ordered from left to right, and from below at the same x
    assert colours == {
        (False, False): {GOALS[0].upper()},
        (False, True): {GOALS[1].upper()},
        (True, False): {GOALS[2].upper()},
        (True, True): {GOALS[3].upper()},
    }
    assert len(scene.marks("points")) == 36


def test_the_goals_are_marked_with_their_shares() -> None:
    scene = draw(picture(walked()))
    assert scene.texts("shares") == ["25 %"] * 4
    width = scene.marks("plane")[0]["width"]
    places = sorted(
        (round(item["x"] / width, 6), round(item["y"] / width, 6)) for item in scene.marks("goals")
    )
    assert places == [(0.25, 0.25), (0.25, 0.75), (0.75, 0.25), (0.75, 0.75)]


def test_a_run_under_way_is_a_ring_with_a_line_to_where_it_is() -> None:
    found = walked(rate=0.001, steps=5, count=64)
    scene = draw(picture(found))
    rings = scene.marks("points")
    assert {ring["fill"] for ring in rings} == {"transparent"}
    assert len(rings) == 64
    assert {ring["stroke"].upper() for ring in rings} == {LIGHT.quiet.upper()}
    width = scene.marks("plane")[0]["width"]
    ends = sorted((line["x2"], line["y2"]) for line in scene.marks("ways"))
    expected = sorted(((x + 2) / 4 * width, (2 - y) / 4 * width) for x, y in found.ends.tolist())
    assert np.array(ends) == pytest.approx(np.array(expected), abs=0.01)


def test_a_lost_run_is_a_cross() -> None:
    found = walked(rate=0.6, steps=50)
    assert found.lost > 0
    scene = draw(picture(found))
    crosses = [item for item in scene.marks("points") if item["shape"] == "cross"]
    assert len(crosses) == round(found.lost * 36)


def test_the_best_end_has_a_ring_and_is_told() -> None:
    found = walked()
    scene = draw(picture(found))
    (ring,) = scene.marks("best")
    assert found.best is not None
    width = scene.marks("plane")[0]["width"]
    x, y = found.ends[found.best]
    assert (ring["x"], ring["y"]) == pytest.approx(((x + 2) / 4 * width, (2 - y) / 4 * width))
    (says,) = scene.texts("readout")
    assert says.startswith("lowest of 36: f = ")


def test_the_words_tell_the_shares_and_what_is_left() -> None:
    words = draw(picture(walked())).marks("plane")[0]["description"]
    assert words.startswith("25 % of the starts end at the minimum at (−1, −1).")
    slow = draw(picture(walked(rate=0.001, steps=5, count=64))).marks("plane")[0]["description"]
    assert slow.startswith("100 % are still under way.")


def test_only_data_changes_with_the_rate() -> None:
    one, other = picture(walked()), picture(walked(rate=0.01, steps=20))
    assert one.spec is other.spec
    assert one.alt == other.alt


def test_a_click_reports_x_and_y() -> None:
    shown = picture(walked())
    (selection,) = shown.spec["layer"][0]["params"]
    assert selection["select"]["fields"] == ["x", "y"]
    assert shown.selections == ("start",)


@pytest.mark.parametrize("text", ["sin(9x) + sin(9y)", "x^2 - y^2", "log(x) + y^2", "x + y", "3"])
def test_no_number_that_is_not_finite_leaves(text: str) -> None:
    shown = picture(walked(rate=0.3, steps=60, text=text))
    for columns in shown.data.values():
        for column in columns.values():
            assert column.dtype.kind in "U" or np.isfinite(column).all()
    draw(shown)
