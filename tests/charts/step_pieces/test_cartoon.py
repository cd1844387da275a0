"""The cartoon of one step as Vega draws it: arrows end to end, for the step under the slider."""

import math
from dataclasses import dataclass

import numpy as np
import pytest
import vl_convert

from charts.picture import Picture
from charts.step_pieces import step_pieces_chart
from charts.step_pieces.arrows import arrow_columns, arrows, lengthened
from tests.charts.scene import BOWL_WINDOW, VEGA_LITE, bowl_levels, bowl_walk, draw, with_data


@dataclass(frozen=True, eq=False)
class Part:
    kind: str
    vector: np.ndarray


@dataclass(frozen=True, eq=False)
class Pieces:
    k: int
    start: np.ndarray
    bare: np.ndarray
    parts: tuple[Part, ...]
    step: np.ndarray


def pieces(k: int, start, memory, gradient, bare=None) -> Pieces:
    memory, gradient = np.array(memory), np.array(gradient)
    parts = (Part("memory", memory), Part("gradient", gradient))
    return Pieces(k, np.array(start), gradient if bare is None else np.array(bare), parts, memory + gradient)


# x² + 3y² by hand, η = 0.1 and β = 0.5 from (2, 1): −η∇f = (−0.4, −0.6), then (−0.32, −0.24) + (−0.2, −0.3).
FIRST = pieces(1, (2.0, 1.0), (0.0, 0.0), (-0.4, -0.6))
SECOND = pieces(2, (1.6, 0.4), (-0.2, -0.3), (-0.32, -0.24))
WALK = bowl_walk((2.0, 1.0), (1.6, 0.4), (1.08, -0.14))


def cartoon(seed: int = 2, dark: bool = False, every=(FIRST, SECOND)) -> Picture:
    return step_pieces_chart(
        levels=bowl_levels(), walk=WALK, pieces=every, window=BOWL_WINDOW, steps=5, seed=seed, dark=dark
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [330, 620])
def test_it_compiles_and_is_drawn(dark: bool, width: int) -> None:
    image = vl_convert.vegalite_to_png(with_data(cartoon(dark=dark), width), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 8_000


def test_the_parts_are_laid_end_to_end_and_lead_to_the_tip_of_the_sum() -> None:
    columns = arrow_columns((SECOND,), BOWL_WINDOW)
    memory, gradient, total = (columns[kind] for kind in ("memory", "gradient", "sum"))
    for tip, foot in (("bx", "ax"), ("by", "ay")):
        assert memory[tip] == pytest.approx(gradient[foot])
        assert gradient[tip] == pytest.approx(total[tip])
    assert (total["ax"][0], total["ay"][0]) == (1.6, 0.4)


def test_the_arrows_point_as_the_step_does_on_the_screen() -> None:
    shaft = draw(cartoon(seed=2)).marks("piece_sum")[0]
    seen = math.atan2(-(shaft["y2"] - shaft["y"]), shaft["x2"] - shaft["x"])
    assert seen == pytest.approx(math.atan2(-0.54, -0.52), abs=1e-3)


def test_the_slider_chooses_the_step_and_at_0_the_first_is_shown() -> None:
    assert draw(cartoon(seed=2)).texts("list")[:3] == [
        "memory (−0.2, −0.3)",
        "gradient (−0.32, −0.24)",
        "step 2 (−0.52, −0.54)",
    ]
    for seed in (0, 1):
        assert "step 1 (−0.4, −0.6)" in draw(cartoon(seed=seed)).texts("list")
    assert "step 2 (−0.52, −0.54)" in draw(cartoon(seed=5)).texts("list")


def test_a_part_of_nothing_has_no_arrow_and_one_part_alone_is_the_step() -> None:
    assert [arrow.kind for arrow in arrows(FIRST, BOWL_WINDOW)] == ["sum"]
    assert draw(cartoon(seed=1)).marks("piece_memory") == []


def test_short_arrows_are_lengthened_all_alike_and_it_is_said() -> None:
    short = pieces(1, (0.0, 0.0), (0.01, 0.0), (0.0, 0.02))
    assert lengthened(SECOND, BOWL_WINDOW) == 2 and lengthened(short, BOWL_WINDOW) == 50
    columns = arrow_columns((short,), BOWL_WINDOW)
    assert columns["memory"]["bx"] == pytest.approx([0.5]) and columns["sum"]["by"] == pytest.approx([1.0])
    assert "arrows 50 times as long" in draw(cartoon(seed=1, every=(short,))).texts("list")


def test_the_plain_gradient_step_is_drawn_only_where_it_differs() -> None:
    kinds = [
        arrow.kind for arrow in arrows(pieces(1, (0.0, 0.0), (1.0, 0), (0, 1.0), (2.0, 2.0)), BOWL_WINDOW)
    ]
    assert kinds == ["bare", "memory", "gradient", "sum"]
    same = pieces(1, (0.0, 0.0), (1.0, 0), (0, 1.0))
    assert "bare" not in [arrow.kind for arrow in arrows(same, BOWL_WINDOW)]


def test_an_arrow_that_leaves_the_window_is_cut_at_the_frame_and_none_is_infinite() -> None:
    wild = pieces(1, (0.0, 0.0), (1e6, 0.0), (0.0, np.inf))
    columns = arrow_columns((wild,), BOWL_WINDOW)
    assert columns["memory"]["bx"].tolist() == [4.0]
    assert all(np.isfinite(rows[name]).all() for rows in columns.values() for name in ("ax", "bx", "by"))


def test_the_spec_stays_for_another_run_and_an_ascent_has_its_own_colour() -> None:
    assert cartoon().spec is cartoon(seed=1, every=(SECOND,)).spec
    up = step_pieces_chart(
        levels=bowl_levels(), walk=WALK, pieces=(FIRST,), window=BOWL_WINDOW, steps=5, ascent=True
    )
    shafts = [draw(picture).marks("piece_sum")[0]["stroke"] for picture in (cartoon(), up)]
    assert shafts[0] != shafts[1]


def test_a_step_that_begins_outside_is_a_wedge_on_the_frame_and_its_place_is_listed() -> None:
    away = pieces(2, (1.0, 4e6), (-0.2, -0.3), (-0.32, -0.24))
    scene, before = draw(cartoon(every=(FIRST, away))), draw(cartoon())
    assert scene.marks("here") == [] and len(scene.marks("outside")) == 1
    assert "begins at (1, 4 × 10⁶)" in scene.texts("list")
    # The picture keeps its size: what is far away is not drawn where it is.
    for side in ("width", "height"):
        assert scene.marks("plane")[0][side] == before.marks("plane")[0][side]


def test_its_words_are_the_sum() -> None:
    description = draw(cartoon(seed=2)).marks("plane")[0]["description"]
    assert description == "Step 2: memory (−0.2, −0.3) + gradient (−0.32, −0.24) = (−0.52, −0.54)."
