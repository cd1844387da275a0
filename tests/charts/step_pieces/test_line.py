"""The cartoon on a curve as Vega draws it: arrows across, each in its lane, for the step under the slider."""

import numpy as np
import pytest
import vl_convert

from charts.picture import Picture
from charts.step_pieces import step_pieces_line_chart
from charts.step_pieces.line import LANE, lane_arrows
from tests.charts.scene import PARABOLA_WINDOW, VEGA_LITE, draw, parabola_curve, parabola_walk, with_data
from tests.charts.step_pieces.test_cartoon import Pieces, pieces

# (x − 2)² by hand, η = 0.1 and β = 0.5 from −1: −η f′ = 0.6, then 0.3 + 0.48 from −0.4.
FIRST = pieces(1, (-1.0,), (0.0,), (0.6,))
SECOND = pieces(2, (-0.4,), (0.3,), (0.48,))
WALK = parabola_walk(-1.0, -0.4, 0.38)


def cartoon(seed: int = 2, dark: bool = False, every: tuple[Pieces, ...] = (FIRST, SECOND)) -> Picture:
    return step_pieces_line_chart(
        curve=parabola_curve(),
        walk=WALK,
        pieces=every,
        window=PARABOLA_WINDOW,
        steps=5,
        seed=seed,
        dark=dark,
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [330, 760])
def test_it_compiles_and_is_drawn(dark: bool, width: int) -> None:
    image = vl_convert.vegalite_to_png(with_data(cartoon(dark=dark), width), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 8_000


def test_the_parts_lie_across_end_to_end_in_lanes_and_end_above_the_tip_of_the_sum() -> None:
    found = {arrow.kind: arrow for arrow in lane_arrows(SECOND, 5.76, PARABOLA_WINDOW)}
    assert list(found) == ["memory", "gradient", "sum"]
    assert all(arrow.a[1] == arrow.b[1] for arrow in found.values())
    assert found["memory"].b[0] == pytest.approx(found["gradient"].a[0])
    assert found["gradient"].b[0] == pytest.approx(found["sum"].b[0])
    # Drawn twice as long: 0.78 is below a seventh of 8, and 2 · 0.78 above.
    assert found["sum"].b[0] - found["sum"].a[0] == pytest.approx(2 * 0.78)
    lane = LANE * 18
    assert [found[kind].a[1] for kind in ("sum", "gradient", "memory")] == pytest.approx(
        [5.76 + lane, 5.76 + 2 * lane, 5.76 + 3 * lane]
    )


def test_near_the_top_of_the_picture_the_lanes_are_below_the_point() -> None:
    (arrow,) = lane_arrows(FIRST, 16.0, PARABOLA_WINDOW)
    assert arrow.a[1] < 16.0


def test_the_list_and_the_words_are_sums_of_plain_numbers() -> None:
    scene = draw(cartoon(seed=2), 760)
    assert scene.texts("list") == ["memory 0.3", "gradient 0.48", "step 2 0.78", "arrows 2 times as long"]
    words = scene.marks("plane")[0]["description"]
    assert words == "Step 2: memory 0.3 + gradient 0.48 = 0.78."


def test_the_point_of_the_step_stands_on_the_curve() -> None:
    scene = draw(cartoon(seed=2), 760)
    plane, (here,) = scene.marks("plane")[0], scene.marks("here")
    assert here["x"] == pytest.approx(plane["width"] * 1.6 / 8, abs=0.1)
    assert here["y"] == pytest.approx(plane["height"] * (17 - 5.76) / 18, abs=0.1)


def test_an_arrow_that_leaves_is_cut_at_the_frame_and_none_is_infinite() -> None:
    wild = pieces(1, (-1.0,), (1e6,), (np.inf,))
    shown = cartoon(seed=1, every=(wild,))
    assert shown.data["piece_memory"]["bx"].tolist() == [6.0]
    ends = [rows[name] for kind, rows in shown.data.items() if "piece" in kind for name in ("ax", "bx")]
    assert all(np.isfinite(end).all() for end in ends)


def test_the_spec_stays_for_another_run() -> None:
    one, other = cartoon(), cartoon(seed=1, every=(SECOND,))
    assert one.spec is other.spec and one.alt == other.alt and one.selections == ("start",)


def test_a_step_that_begins_outside_is_a_wedge_on_the_frame_and_its_place_is_listed() -> None:
    wild = step_pieces_line_chart(
        curve=parabola_curve(),
        walk=parabola_walk(-1.0, 202.0, 0.0),
        pieces=(FIRST, pieces(2, (202.0,), (0.0,), (-202.0,))),
        window=PARABOLA_WINDOW,
        steps=5,
        seed=2,
    )
    scene = draw(wild, 760)
    assert scene.marks("here") == [] and len(scene.marks("outside")) == 1
    assert scene.texts("list")[-1] == "begins at (202, 4 × 10⁴)"
    assert scene.marks("plane")[0]["width"] == draw(cartoon(), 760).marks("plane")[0]["width"]
