"""The small pictures of the map: what Vega really draws of lines, marks, arrows and words."""

import numpy as np
import pytest
import vl_convert

from charts.palette import palette
from charts.picture import Picture
from charts.thumbnail import HEIGHT, WIDTH, Line, Mark, arrow, thumbnail_chart
from tests.charts.scene import VEGA_LITE, draw, with_data


def picture(dark: bool = False) -> Picture:
    line, head = arrow("slope", (0, 0), (0, 0.5))
    return thumbnail_chart(
        name="A small picture.",
        window=((-1.0, 1.0), (-1.0, 1.0)),
        lines=[
            Line("quiet", (-1, 0, 0, 1), (0, 0, 1, 1), np.array([0, 0, 1, 1])),
            Line("ascent", (1, -1), (0, 1)),
            line,
        ],
        marks=[Mark("function", 0, 0, "hole"), Mark("exact", 1, 1, "square"), head],
        words="It stands at 0.",
        dark=dark,
    )


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark), WIDTH), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 1_000


def test_lines_keep_their_pieces_and_their_order() -> None:
    drawn = draw(picture(), WIDTH).marks("lines")
    assert len(drawn) == 2 + 2 + 2 + 2
    falling = [item for item in drawn if item["stroke"] == palette(False).ascent]
    assert [item["x"] for item in falling] == pytest.approx([WIDTH, 0], abs=2)
    assert falling[0]["strokeDash"] == [6, 3]


def test_a_hole_is_empty_and_an_arrow_has_its_head_where_it_ends() -> None:
    hole, square, head = draw(picture(), WIDTH).marks("marks")
    ink = palette(False)
    assert (hole["fill"], hole["stroke"]) == (ink.background, ink.function)
    assert square["fill"] == ink.exact
    assert (head["x"], head["y"]) == pytest.approx((WIDTH / 2, HEIGHT / 4), abs=2)
    assert head.get("angle", 0) == 0


def test_it_says_what_it_shows() -> None:
    (frame,) = draw(picture(), WIDTH).marks("plane")
    assert frame["description"] == "It stands at 0."
