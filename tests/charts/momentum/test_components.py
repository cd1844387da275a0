"""The error axis by axis as Vega draws it: measured lines beside the straight ones that are foretold."""

import numpy as np
import pytest
import vl_convert

from charts.momentum import Component, components_chart
from charts.picture import Picture
from tests.charts.scene import VEGA_LITE, draw, with_data

STEPS = 12
# A double root 0.5: e_k = (4 + 4k)·2⁻ᵏ; a complex pair of size 0.5: e_k = 2·2⁻ᵏ cos(πk/3).
K = np.arange(STEPS + 1)
CREEPING = Component(2.0, (4.0 + 4.0 * K) * 0.5**K, 0.5)
SWINGING = Component(50.0, 2.0 * 0.5**K * np.cos(np.pi * K / 3), 0.5)


def picture(*components: Component, seed: int = 3, dark: bool = False) -> Picture:
    return components_chart(components=components or (CREEPING, SWINGING), steps=STEPS, seed=seed, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [330, 760])
def test_it_compiles_and_is_drawn(dark: bool, width: int) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark), width), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 6_000


def test_the_list_says_each_component_at_the_step_and_its_predicted_factor() -> None:
    scene = draw(picture(seed=3), 760)
    # (4 + 12)/8 = 2, and 2/8·cos π = −0.25
    assert scene.texts("measured") == ["λ = 2: |e| = 2", "λ = 50: |e| = 0.25"]
    assert scene.texts("foretold") == ["dashed: × 0.5 a step"] * 2


def test_on_a_narrow_page_the_list_stands_above_in_one_line_each() -> None:
    marks = draw(picture(seed=0), 330).marks("measured")
    assert [mark["text"] for mark in marks] == [
        "λ = 2: |e| = 4, dashed: × 0.5 a step",
        "λ = 50: |e| = 2, dashed: × 0.5 a step",
    ]
    assert all(mark["y"] < 0 for mark in marks)
    assert all(mark["opacity"] == 0 for mark in draw(picture(), 330).marks("foretold"))


def test_the_predicted_line_falls_by_the_factor_at_each_step() -> None:
    columns = picture().data["predicted"]
    fall = (columns["at_end"] - columns["at"]) / (columns["k_end"] - columns["k"])
    assert fall == pytest.approx([np.log10(0.5)] * 2, abs=1e-6)
    assert columns["at"] == pytest.approx(np.log10([4.0, 2.0]))


def test_each_pair_of_lines_begins_in_one_point_and_has_one_colour() -> None:
    scene = draw(picture(SWINGING, seed=0), 760)
    (dashed,), (current,) = scene.marks("predicted"), scene.marks("current")
    assert (dashed["x"], dashed["y"]) == pytest.approx((current["x"], current["y"]))
    assert dashed["stroke"] == current["fill"]


def test_growth_leaves_upwards_and_a_zero_downwards_and_nothing_is_infinite() -> None:
    growing = Component(50.0, 2.0 * 3.0**K, 3.0)
    done = Component(2.0, np.where(K == 0, 4.0, 0.0), 0.0)
    shown = picture(growing, done)
    lines, axis = shown.data["lines"], [int(shown.data["frame"][end][0]) for end in ("low", "high")]
    assert np.isfinite(lines["at"]).all()
    assert lines["at"].min() == axis[0] - 1 and lines["at"].max() == axis[1] + 1
    assert len(shown.data["predicted"]["k"]) == 1
    assert "× 0 a step" in draw(shown).texts("foretold")[1]


def test_what_overflows_ends_its_line() -> None:
    lost = Component(50.0, np.array([2.0, -np.inf, np.nan]), 9.0)
    assert picture(lost).data["lines"]["k"].tolist() == [0]


def test_only_data_changes_with_the_run() -> None:
    one, other = picture(), picture(SWINGING, seed=1)
    assert one.spec is other.spec and one.alt == other.alt


def test_the_words_tell_what_was_measured_and_what_was_foretold() -> None:
    words = draw(picture(CREEPING)).marks("plane")[0]["description"]
    assert words == (
        "Along the axis with λ = 2 the error goes from 4 to 0.0127 in 12 steps; "
        "foretold is a factor of 0.5 at each."
    )
