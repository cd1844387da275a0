import math
from typing import Any

import numpy as np
import pytest
import vl_convert

from charts.palette import DARK, LIGHT
from charts.picture import Picture
from charts.sweep import sweep_chart
from charts.sweep_data import FATES, limit_columns, strip_columns, sweep_columns
from core.expression import parse
from core.learning_rate.sweep import sweep
from tests.charts.scene import VEGA_LITE, draw, with_data

MOST = 500
RATE = np.logspace(-4, 2, 121)


def parabola() -> tuple[np.ndarray, np.ndarray]:
    """Steps until 2 |1 − 2η|^k ≤ 10⁻⁶, and outcomes, on (x − 2)² from 0: theory, not the code under test."""
    with np.errstate(divide="ignore", invalid="ignore"):
        steps = np.ceil(np.log(1e-6 / 2) / np.log(np.abs(1 - 2 * RATE)))
    arrives = (RATE < 1) & (steps <= MOST)
    outcome = np.where(arrives, "arrives", np.where(RATE < 1, "not yet", "diverged"))
    return np.where(arrives, steps, np.nan), outcome


def picture(chosen: float = 0.1, **more: Any) -> Picture:
    steps, outcome = parabola()
    settings: dict[str, Any] = {"best": 0.5, "limit": 1.0, **more}
    return sweep_chart(rate=RATE, steps=steps, outcome=outcome, chosen=chosen, most=MOST, **settings)


def aiming(chart: Picture, eta: float) -> Picture:
    """The picture while the pointer is held down over η."""
    params = [{**param, "value": eta} if param["name"] == "aim" else param for param in chart.spec["params"]]
    return Picture({**chart.spec, "params": params}, chart.data, chart.alt, chart.selections)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000
    colour = (DARK if dark else LIGHT).descent
    assert draw(picture(dark=dark)).marks("chosen")[0]["stroke"] == colour


def test_a_decade_of_rates_is_as_wide_everywhere() -> None:
    at = {eta: draw(picture(chosen=eta)).marks("chosen")[0]["x"] for eta in (0.001, 0.01, 0.1, 1.0)}
    np.testing.assert_allclose(np.diff(list(at.values())), 600 / 6, rtol=0.2)
    assert np.ptp(np.diff(list(at.values()))) < 1e-6


def test_half_the_rate_is_twice_the_steps_where_steps_are_small() -> None:
    line = [(item["x"], item["y"]) for item in draw(picture()).marks("steps")]
    (x0, y0), (x1, y1) = line[2], line[8]
    decade_across = draw(picture(chosen=0.1)).marks("chosen")[0]["x"] / 3
    scene = draw(picture())
    labels = scene.axis_labels()
    assert labels[1] == ["1", "10", "100"]
    decade_up = (scene.marks("plane")[0]["height"] - 28) / math.log10(MOST)
    assert (y1 - y0) / decade_up == pytest.approx((x1 - x0) / decade_across, rel=0.1)


def test_the_axis_writes_the_rates_themselves() -> None:
    assert draw(picture()).axis_labels()[0] == ["0.0001", "0.001", "0.01", "0.1", "1", "10", "100"]


def test_what_did_not_arrive_is_a_strip_with_its_words() -> None:
    scene = draw(picture())
    assert scene.texts("fates") == ["not there yet", "diverges"]
    slow, fast = scene.marks("bands")
    line = [item["x"] for item in scene.marks("steps")]
    assert slow["x"] + slow["width"] <= min(line) + 3 and fast["x"] >= max(line) - 3
    assert {item["y"] for item in scene.marks("bands")} == {0}


def test_a_band_too_narrow_for_its_words_has_the_short_one() -> None:
    outcome = np.array(["arrives", "left the domain", "arrives", "arrives", "arrives", "arrives"])
    steps = np.where(outcome == "arrives", 5.0, np.nan)
    chart = sweep_chart(rate=np.logspace(-2, 3, 6), steps=steps, outcome=outcome, chosen=0.1, most=9)
    assert draw(chart, width=600).texts("fates") == ["leaves"]
    assert draw(chart, width=900).texts("fates") == ["leaves the domain"]


def test_bands_meet_halfway_between_rates_of_different_outcome() -> None:
    rate, steps = np.array([100.0, 0.01, 0.1, 1.0]), np.array([np.nan, np.nan, 3.0, np.nan])
    outcome = np.array(["diverged", "not yet", "arrives", "another valley"])
    strip = strip_columns(rate, steps, outcome)
    assert strip["word"].tolist() == ["not there yet", "another valley", "diverges"]
    assert strip["from"].tolist() == [-2, -0.5, 1] and strip["to"].tolist() == [-1.5, 1, 2]


def test_a_gap_between_arrivals_splits_the_line() -> None:
    steps = np.array([5.0, 4.0, np.nan, 3.0])
    outcome = np.array(["arrives", "arrives", "diverged", "arrives"])
    columns = sweep_columns(np.array([0.1, 0.2, 0.3, 0.4]), steps, outcome, 9)
    before, still, after = columns["piece"][columns["arrives"]].tolist()
    assert before == still != after


def test_the_predicted_rates_are_marked_and_named() -> None:
    scene = draw(picture())
    assert scene.texts("limit_names") == ["best 0.5", "limit 1"]
    places = [item["x"] for item in scene.marks("limits")]
    chosen = [draw(picture(chosen=eta)).marks("chosen")[0]["x"] for eta in (0.5, 1.0)]
    assert places == pytest.approx(chosen)
    best, limit = scene.marks("limit_names")
    assert best["y"] != limit["y"]


@pytest.mark.parametrize("missing", [None, math.nan, math.inf, 0.0, 1e9])
def test_a_predicted_rate_that_is_no_number_in_the_picture_is_left_out(missing: float | None) -> None:
    assert limit_columns(0.5, missing, (-4.0, 2.0))["name"].tolist() == ["best 0.5"]
    assert draw(picture(best=missing, limit=missing)).marks("limits") == []


def test_the_readout_says_what_becomes_of_the_chosen_rate() -> None:
    assert draw(picture(chosen=0.1)).texts("readout") == ["η = 0.1: arrives after 66 steps"]
    assert draw(picture(chosen=10.0)).texts("readout") == ["η = 10: diverges"]
    assert draw(picture(chosen=1e-4)).texts("readout") == ["η = 0.0001: not there after 500 steps"]


def test_one_step_is_not_several() -> None:
    columns = sweep_columns(np.array([0.5, 1.0]), np.array([1.0, 0.0]), np.array(["arrives"] * 2), 9)
    assert columns["says"].tolist() == ["arrives after 1 step", "arrives after 0 steps"]
    assert columns["steps_at"].tolist() == [0, 0]


def test_while_the_pointer_is_down_mark_and_readout_follow_it() -> None:
    scene = draw(aiming(picture(chosen=0.1), 10.0))
    assert scene.texts("readout") == ["η = 10: diverges"]
    assert scene.marks("chosen")[0]["x"] == pytest.approx(
        draw(picture(chosen=10.0)).marks("chosen")[0]["x"], abs=1e-6
    )
    assert scene.marks("knob")[0]["x"] == pytest.approx(scene.marks("chosen")[0]["x"])


def test_a_click_is_a_point_selection_of_eta_by_click_alone() -> None:
    assert picture().selections == ("eta",)
    plane = picture().spec["layer"][-1]
    (selection,) = plane["params"]
    assert selection["name"] == "eta" and selection["select"]["fields"] == ["eta", "nth"]
    vega = vl_convert.vegalite_to_vega(with_data(picture()), vl_version=VEGA_LITE)
    (listener,) = [signal for signal in vega["signals"] if signal["name"] == "eta_tuple"]
    (event,) = listener["on"][0]["events"]
    assert (event["type"], event["markname"]) == ("click", "plane_marks")


def test_the_row_behind_the_click_is_the_rate_aimed_at() -> None:
    aimed = draw(aiming(picture(), 0.42)).marks("plane")
    assert len(aimed) == 1
    transform = picture().spec["layer"][-1]["transform"]
    assert {"calculate": "aim", "as": "eta"} in transform


def test_the_same_rate_clicked_again_is_reported_again() -> None:
    vega = vl_convert.vegalite_to_vega(with_data(picture()), vl_version=VEGA_LITE)
    (press,) = [signal for signal in vega["signals"] if signal["name"] == "press"]
    assert press["on"][0]["update"] == "press + 1"
    assert {"calculate": "press", "as": "nth"} in picture().spec["layer"][-1]["transform"]


def test_the_clear_rectangle_lies_over_every_other_mark() -> None:
    vega = vl_convert.vegalite_to_vega(with_data(picture()), vl_version=VEGA_LITE)
    assert vega["marks"][-1]["name"] == "plane_marks"
    assert vega["marks"][-1].get("interactive", True) is True


def test_only_data_changes_with_the_chosen_rate() -> None:
    assert picture(chosen=0.7, limit=None).spec is picture().spec
    assert picture(chosen=0.7).alt == picture().alt


def test_a_chosen_rate_beyond_the_picture_is_marked_at_its_edge_under_its_own_name() -> None:
    scene = draw(picture(chosen=1e4))
    assert scene.marks("chosen")[0]["x"] == pytest.approx(scene.marks("plane")[0]["width"])
    assert scene.texts("readout") == ["η = 10⁴: diverges"]


def test_its_words_hold_the_numbers() -> None:
    description = draw(picture()).marks("plane")[0]["description"]
    assert description == (
        "Chosen: η = 0.1. Runs arrive for η between 0.0158 and 0.891; "
        "the fewest steps are 3, for η = 0.5012. "
        "Best, as predicted: 0.5. Limit, as predicted: 1."
    )


def test_where_no_run_arrives_the_words_say_so() -> None:
    outcome = np.array(["diverged", "diverged"])
    chart = sweep_chart(
        rate=np.array([1.0, 10.0]), steps=np.full(2, np.nan), outcome=outcome, chosen=1.0, most=9
    )
    assert "No run arrives." in draw(chart).marks("plane")[0]["description"]


def test_every_outcome_of_a_real_sweep_has_its_words() -> None:
    seen: set[str] = set()
    for text, start in (("x^2", 1.0), ("e^x - log x", 0.05), ("x^4/4 - x^2 + 0.3x", 1.5), ("|x|", 1.0)):
        seen |= set(sweep(parse(text), (start,), np.logspace(-4, 2, 60), steps=100).outcome.tolist())
    assert {"arrives", "diverged", "not yet"} < seen <= set(FATES)


def test_no_number_that_is_not_finite_leaves() -> None:
    for columns in picture(best=math.inf, limit=math.nan).data.values():
        for column in columns.values():
            assert column.dtype.kind in "Ub" or np.isfinite(column).all()
