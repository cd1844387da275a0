import numpy as np
import pytest
import vl_convert

from charts.curve_path import descent_curve_chart
from charts.family import Family, places, rate_name, with_family
from charts.level_path import descent_levels_chart
from charts.palette import DARK, FAMILY_DASHES, FAMILY_SHAPES, LIGHT
from charts.picture import Picture
from tests.charts.scene import (
    BOWL_WINDOW,
    PARABOLA_WINDOW,
    VEGA_LITE,
    Scene,
    Walk,
    bowl_levels,
    bowl_walk,
    draw,
    parabola_curve,
    parabola_walk,
    with_data,
)


def descents(eta: float, steps: int = 4) -> Walk:
    """x_k = 2 − 2 (1 − 2η)^k: descent on (x − 2)² from 0, in closed form."""
    return parabola_walk(*(2 - 2 * (1 - 2 * eta) ** np.arange(steps + 1)))


RATES = (0.05, 0.25, 0.5, 0.9, 1.3)
OTHERS: Family = {eta: descents(eta) for eta in RATES}


def picture(
    chosen: float = 0.4, seed: int = 4, others: Family | None = OTHERS, dark: bool = False
) -> Picture:
    return descent_curve_chart(
        curve=parabola_curve(),
        runs={rate_name(chosen): descents(chosen)},
        others=others,
        window=PARABOLA_WINDOW,
        steps=4,
        seed=seed,
        dark=dark,
    )


def plane_picture() -> Picture:
    others = {0.01: bowl_walk((2, 1), (1.96, 0.94)), 0.4: bowl_walk((2, 1), (0.4, -1.4), (0.08, 1.96))}
    return descent_levels_chart(
        levels=bowl_levels(),
        runs={"η = 0.1": bowl_walk((2, 1), (1.6, 0.4))},
        others=others,
        window=BOWL_WINDOW,
        steps=3,
        seed=2,
    )


def colours(scene: Scene, name: str, channel: str) -> set[str]:
    return {item[channel] for item in scene.marks(name)}


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn_on_a_curve_and_on_level_curves(dark: bool) -> None:
    for chart in (picture(dark=dark), plane_picture()):
        image = vl_convert.vegalite_to_png(with_data(chart), vl_version=VEGA_LITE)
        assert image.startswith(b"\x89PNG") and len(image) > 10_000


def test_the_chosen_run_is_in_the_accent_of_descent_and_the_others_in_their_ramp() -> None:
    scene = draw(picture())
    assert colours(scene, "segments", "stroke") == {LIGHT.descent}
    assert colours(scene, "other_segments", "stroke") == set(LIGHT.family[:5])
    assert colours(draw(picture(dark=True)), "other_segments", "stroke") == set(DARK.family[:5])


def test_the_others_are_thinner_than_the_chosen_run() -> None:
    scene = draw(picture())
    thickest = max(item["strokeWidth"] for item in scene.marks("other_segments"))
    assert thickest < min(item["strokeWidth"] for item in scene.marks("segments"))


def test_each_run_of_a_family_has_its_own_dash_and_shape() -> None:
    scene = draw(picture())
    dashes = {tuple(item["strokeDash"]) for item in scene.marks("other_segments")}
    assert dashes == set(FAMILY_DASHES[:5])
    assert colours(scene, "other_points", "shape") == set(FAMILY_SHAPES[:5])


def test_every_other_run_is_named_above_the_frame() -> None:
    scene = draw(picture())
    assert scene.texts("legend") == ["η = 0.05", "η = 0.25", "η = 0.5", "η = 0.9", "η = 1.3"]
    assert scene.texts("readout")[0].startswith("η = 0.4, step 4: x = ")
    across = [item["x"] for item in scene.marks("legend")]
    assert min(np.diff(across)) > 70


def test_on_a_narrow_page_the_names_above_are_the_numbers_alone() -> None:
    scene = draw(picture(), width=330)
    assert scene.texts("legend") == ["0.05", "0.25", "0.5", "0.9", "1.3"]


def test_a_rate_that_is_chosen_is_drawn_once_and_the_others_keep_their_colours() -> None:
    scene = draw(picture(chosen=0.5))
    assert scene.texts("legend") == ["η = 0.05", "η = 0.25", "η = 0.9", "η = 1.3"]
    assert colours(scene, "legend", "fill") == set(LIGHT.family[:5]) - {LIGHT.family[2]}


def test_choosing_another_rate_changes_data_alone() -> None:
    assert picture(chosen=0.7).spec is picture(chosen=0.4).spec
    assert picture(chosen=0.7).alt == picture(chosen=0.4).alt


def test_without_others_the_picture_is_what_it_was() -> None:
    alone = picture(others=None)
    assert set(alone.data) == {"curve", "path", "frame"}
    assert draw(alone).marks("other_segments") == []


def test_a_run_that_leaves_for_good_ends_with_its_first_iterate_outside() -> None:
    swings = {0.9: descents(0.9, 20), 1.3: descents(1.3, 20)}
    runs = with_family({"η = 0.4": descents(0.4)}, swings).drawn(PARABOLA_WINDOW)
    # (1 − 2·1.3)^k · 2 by hand: 2, −3.2, 5.12 …; f = 26.2 at k = 2 is beyond the window's 17.
    assert len(runs["η = 1.3"].x) == 3
    assert len(runs["η = 0.9"].x) == 21


def test_a_run_that_comes_back_is_drawn_to_its_end() -> None:
    jumps = {0.1: parabola_walk(0, 9, 2, 2.1)}
    runs = with_family({"η = 0.4": descents(0.4)}, jumps).drawn(PARABOLA_WINDOW)
    assert runs["η = 0.1"].x[:, 0].tolist() == [0, 9, 2, 2.1]


def test_a_name_stands_beside_a_current_point_only_where_there_is_room() -> None:
    apart = {0.1: parabola_walk(0, 5.5), 0.2: parabola_walk(0, 0.81)}
    chart = descent_curve_chart(
        curve=parabola_curve(),
        runs={"η = 0.3": parabola_walk(0, 0.8)},
        others=apart,
        window=PARABOLA_WINDOW,
        steps=1,
        seed=1,
    )
    assert draw(chart).texts("other_names") == ["η = 0.1"]


def test_the_words_tell_of_every_run_in_full() -> None:
    description = draw(picture()).marks("plane")[0]["description"]
    assert description.startswith("The run with η = 0.4 goes from x = 0 to x = 1.9968 in 4 steps")
    assert "The run with η = 1.3 goes from x = 0 to x = −11.1072 in 4 steps" in description


def test_places_are_counted_from_one_and_a_large_family_is_refused() -> None:
    assert places({0.1: None, 0.2: None}, "η = 9") == {0.1: 1, 0.2: 2}
    with pytest.raises(ValueError, match="at most 6"):
        places(dict.fromkeys(range(7)), "η = 9")


def test_no_number_that_is_not_finite_leaves() -> None:
    gone = Walk(
        np.array([[0.0], [1e200], [np.inf]]), np.array([4.0, np.inf, np.nan]), np.array([[-4.0], [1], [1]])
    )
    columns = picture(others={0.1: gone}).data["others"]
    assert {len(column) for column in columns.values()} == {5 + 2}
    for column in columns.values():
        assert column.dtype.kind == "U" or np.isfinite(column).all()


def test_the_same_holds_across_level_curves() -> None:
    scene = draw(plane_picture())
    assert scene.texts("legend") == ["η = 0.01", "η = 0.4"]
    assert colours(scene, "segments", "stroke") == {LIGHT.descent}
    assert len(scene.marks("other_values")) == 1 + 2
