import math
from typing import Any

import numpy as np
import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from charts.convergence import convergence_chart
from charts.convergence_data import LABEL, LEAVES, STAYS, UNDEFINED, VANISHES, decades, line
from charts.palette import LIGHT
from charts.picture import Picture
from tests.charts.scene import VEGA_LITE, Scene, draw, with_data

STEPS = 5
FAMILY = (0.05, 0.25, 0.5, 0.9, 1.1)


def distance(eta: float, steps: int = STEPS) -> np.ndarray:
    """|x_k − 2| on (x − 2)² from 0: 2 |1 − 2η|^k."""
    return 2 * np.abs(1 - 2 * eta) ** np.arange(steps + 1.0)


def picture(
    chosen: float = 0.4,
    family: tuple[float, ...] = FAMILY,
    steps: int = STEPS,
    factor: float | None = 0.2,
    **more: Any,
) -> Picture:
    distances = {eta: distance(eta, steps) for eta in (chosen, *family)}
    gaps = {eta: far**2 for eta, far in distances.items()}
    return convergence_chart(
        chosen=chosen, distances=distances, gaps=gaps, family=family, steps=steps, factor=factor, **more
    )


def of(values: np.ndarray, **more: Any) -> Picture:
    """A picture of one run with these values in both measures."""
    steps = max(len(values) - 1, 1)
    return convergence_chart(chosen=0.1, distances={0.1: values}, gaps={0.1: values}, steps=steps, **more)


def turned_to_the_gap(chart: Picture) -> Picture:
    params = [
        {**param, "value": 1} if param["name"] == "measure" else param for param in chart.spec["params"]
    ]
    return Picture({**chart.spec, "params": params}, chart.data, chart.alt)


def pixels(scene: Scene, name: str) -> list[tuple[float, float]]:
    return [(item["x"], item["y"]) for item in scene.marks(name)]


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000


def test_a_constant_factor_is_a_straight_line() -> None:
    places = np.array(pixels(draw(picture()), "chosen"))
    slopes = np.diff(places[:, 1]) / np.diff(places[:, 0])
    np.testing.assert_allclose(slopes, slopes[0], rtol=1e-4)
    assert slopes[0] > 0


def test_the_predicted_line_lies_on_a_quadratic_run_in_both_measures() -> None:
    for chart in (picture(), turned_to_the_gap(picture())):
        scene = draw(chart)
        (rule,) = scene.marks("predicted")
        line_drawn = pixels(scene, "chosen")
        assert (rule["x"], rule["y"]) == pytest.approx(line_drawn[0], abs=0.01)
        # the gap falls out of its axis before the last step, so compare the slopes
        slope = (rule["y2"] - rule["y"]) / (rule["x2"] - rule["x"])
        (x0, y0), (x1, y1) = line_drawn[:2]
        assert slope == pytest.approx((y1 - y0) / (x1 - x0), rel=1e-3)


def test_the_radio_button_turns_to_the_gap_with_its_own_axis_and_factor() -> None:
    chart = picture(seed=2)
    radio = {param["name"]: param for param in chart.spec["params"]}["measure"]["bind"]
    assert (radio["input"], radio["options"], radio["labels"]) == ("radio", [0, 1], ["|x − x*|", "f − f*"])
    scene, turned = draw(chart), draw(turned_to_the_gap(chart))
    assert scene.texts("readout") == ["η = 0.4, step 2: |x − x*| = 0.08"]
    assert turned.texts("readout") == ["η = 0.4, step 2: f − f* = 0.0064"]
    assert scene.texts("prediction") == ["predicted: × 0.2 at each step"]
    assert turned.texts("prediction") == ["predicted: × 0.04 at each step"]
    assert scene.axis_labels() != turned.axis_labels()


def test_in_the_plane_the_distance_is_a_norm() -> None:
    assert draw(picture(variables=2, seed=0)).texts("readout") == ["η = 0.4, step 0: ‖x − x*‖ = 2"]


def test_the_axis_has_whole_powers_of_ten() -> None:
    labels = draw(picture()).axis_labels()[1]
    assert labels == ["0.0001", "0.001", "0.01", "0.1", "1", "10"]


def test_only_data_changes_with_the_rate_and_the_function() -> None:
    assert picture(chosen=0.7).spec is picture().spec
    assert of(np.geomspace(1e9, 1e-3, STEPS + 1)).spec is picture().spec
    assert of(np.geomspace(1e9, 1e-3, STEPS + 1)).alt == picture().alt


def test_the_axis_reaches_from_above_the_start_to_the_least_that_is_left_in_jumps() -> None:
    assert decades([line(0, "", distance(0.4))]) == (-4, 1)
    assert decades([line(0, "", distance(0.45))]) == (-8, 1)
    assert decades([line(0, "", np.array([3.0, 2.9]))]) == (-2, 1)
    assert decades([line(0, "", np.array([1.0, 1e200]))])[1] == 1


def test_a_distance_that_became_zero_ends_in_a_wedge_at_the_foot() -> None:
    chart = picture(chosen=0.5, family=(0.4,), factor=0.0)
    scene = draw(chart)
    (wedge,) = scene.marks("endings")
    assert wedge["angle"] == 180
    assert len(scene.marks("chosen")) == 2
    assert wedge["x"] == pytest.approx(pixels(scene, "chosen")[1][0])
    assert wedge["y"] == pytest.approx(scene.marks("step_line")[0]["y2"], abs=0.5)
    assert draw(picture(chosen=0.5, seed=1)).texts("readout") == ["η = 0.5, step 1: |x − x*| = 0"]


def test_what_rounding_left_does_not_stretch_the_axis() -> None:
    chart = of(np.array([2.0, 1.0, 2e-16]))
    assert chart.data["frame"]["distance_low"].tolist() == [-2]
    assert chart.data["ends"]["ending"].tolist() == [VANISHES, VANISHES]


def test_a_run_that_grows_leaves_at_the_top_with_a_wedge_where_it_crosses() -> None:
    chart = of(10.0 ** np.arange(6))
    ends = chart.data["ends"]
    assert ends["ending"].tolist() == [LEAVES, LEAVES]
    assert ends["at"].tolist() == [1, 1] and ends["k"].tolist() == [1, 1]
    (wedge,) = draw(chart).marks("endings")
    assert (wedge["y"], wedge["angle"]) == (0, 0)


def test_a_run_that_leaves_the_domain_ends_in_a_cross_where_it_was_last_defined() -> None:
    chart = of(np.array([1.0, 0.5, np.nan]))
    assert chart.data["ends"]["ending"].tolist() == [UNDEFINED, UNDEFINED]
    (cross,) = draw(chart).marks("endings")
    assert (cross["shape"], cross["angle"]) == ("cross", 45)


def test_a_run_that_stays_has_no_wedge() -> None:
    chart = picture(family=())
    assert chart.data["ends"]["ending"].tolist() == [STAYS, STAYS]
    assert draw(chart).marks("endings") == []


def test_every_run_is_named_at_its_end_in_its_colour() -> None:
    scene = draw(picture())
    assert scene.texts("names") == ["η = 0.4"]
    assert scene.texts("other_names") == [f"η = {eta}" for eta in FAMILY]
    assert [item["fill"] for item in scene.marks("other_names")] == list(LIGHT.family[:5])


def test_names_at_the_same_end_stand_apart() -> None:
    chart = picture(chosen=0.05, family=(0.051, 0.052, 0.053, 0.054))
    here = chart.data["ends"]["measure"] == 0
    low, high = (int(chart.data["frame"][f"distance_{end}"][0]) for end in ("low", "high"))
    heights = np.sort(chart.data["ends"]["beside"][here]) / (high - low)
    assert np.diff(heights).min() >= LABEL[1] * 0.99


def test_the_slider_moves_the_current_points_and_not_the_lines() -> None:
    early, late = draw(picture(seed=1)), draw(picture(seed=4))
    assert pixels(early, "chosen") == pixels(late, "chosen")
    (now,) = pixels(late, "current")
    assert now == pytest.approx(pixels(late, "chosen")[4], abs=0.01)
    assert late.marks("step_line")[0]["x"] == pytest.approx(now[0], abs=0.01)


def test_without_a_prediction_nothing_is_foretold() -> None:
    for factor in (None, math.nan):
        scene = draw(picture(factor=factor))
        assert scene.marks("predicted") == [] and scene.texts("prediction") == []


def test_a_start_at_the_minimum_is_a_picture_too() -> None:
    scene = draw(of(np.zeros(1), factor=0.5))
    assert scene.texts("readout") == ["η = 0.1, step 0: |x − x*| = 0"]
    assert scene.marks("predicted") == []


def test_its_words_hold_the_numbers() -> None:
    (mark,) = draw(picture()).marks("step_line")
    assert mark["description"].startswith(
        "With η = 0.4, |x − x*| goes from 2 to 0.00064 in 5 steps. "
        "The prediction is a factor of 0.2 at each step. "
        "With η = 0.05, |x − x*| goes from 2 to 1.181 in 5 steps."
    )


signed = st.floats(allow_nan=True, allow_infinity=True)


@given(
    st.lists(st.tuples(signed.map(abs), signed), max_size=8), st.floats(0, 1e9), st.none() | signed.map(abs)
)
def test_no_number_that_is_not_finite_leaves(
    rows: list[tuple[float, float]], start: float, factor: float | None
) -> None:
    far, gap = np.array([(start, start), *rows]).T
    chart = convergence_chart(
        chosen=0.1, distances={0.1: far}, gaps={0.1: gap}, steps=max(len(rows), 1), factor=factor
    )
    for columns in chart.data.values():
        assert len({len(column) for column in columns.values()}) == 1
        for column in columns.values():
            assert column.dtype.kind == "U" or np.isfinite(column).all()
