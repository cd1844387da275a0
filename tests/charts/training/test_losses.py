"""Losses and parameters of a training, drawn."""

import numpy as np
import pytest
import vl_convert

from charts.training import loss_chart, parameters_chart
from core.losses import landscape_window, loss_levels
from core.training import Training
from tests.charts.scene import VEGA_LITE, draw, with_data
from tests.charts.training.trained import CLOSED, bytes_of, line, many_columns, moons, numbers_of

WINDOW = landscape_window(np.zeros(2), CLOSED)


def way(training: Training, **more):
    levels = loss_levels(training.model, training.samples, WINDOW)
    return parameters_chart(training=training, levels=levels, window=WINDOW, closed=CLOSED, **more)


@pytest.mark.parametrize("dark", [False, True])
def test_both_compile_and_are_drawn(dark: bool) -> None:
    for picture in (way(line(), dark=dark), loss_chart(training=moons(), dark=dark)):
        image = vl_convert.vegalite_to_png(with_data(picture), vl_version=VEGA_LITE)
        assert image.startswith(b"\x89PNG") and len(image) > 8_000
        assert all(np.isfinite(column).all() for column in numbers_of(picture))
        assert bytes_of(picture) < 60_000


@pytest.mark.parametrize("width", [330, 600])
def test_the_path_stands_at_its_parameters(width: int) -> None:
    training = line()
    scene = draw(way(training, seed=1), width)
    plane, (now,) = scene.marks("plane")[0], scene.marks("current")
    (left, right), (low, high) = WINDOW
    m, b = training.parameters[1]
    assert now["x"] == pytest.approx((m - left) / (right - left) * plane["width"], abs=0.05)
    assert now["y"] == pytest.approx((high - b) / (high - low) * plane["height"], abs=0.05)
    assert plane["width"] / (right - left) == pytest.approx(plane["height"] / (high - low))


def test_the_closed_form_is_marked_at_one_half_and_seven_thirds() -> None:
    scene = draw(way(line()))
    (mark,), plane = scene.marks("closed"), scene.marks("plane")[0]
    (left, right), (low, high) = WINDOW
    assert mark["x"] == pytest.approx((0.5 - left) / (right - left) * plane["width"], abs=0.05)
    assert mark["y"] == pytest.approx((high - 7 / 3) / (high - low) * plane["height"], abs=0.05)


def test_the_slider_adds_the_path_epoch_by_epoch() -> None:
    assert len(draw(way(line(), seed=3)).marks("segments")) == 3
    assert draw(way(line(), seed=3)).texts("readout")[0].startswith("epoch 3, loss ")


@pytest.mark.parametrize("seed", [0, 399, 777, 1000])
def test_a_long_path_shows_the_epoch_it_names(seed: int) -> None:
    training = line(epochs=1000, rate=0.001)
    scene = draw(way(training, seed=seed))
    (said,) = scene.texts("readout")
    k = int(said.split()[1].rstrip(","))
    assert abs(k - seed) < 5
    plane, (now,) = scene.marks("plane")[0], scene.marks("current")
    (left, right), _ = WINDOW
    assert now["x"] == pytest.approx(
        (training.parameters[k, 0] - left) / (right - left) * plane["width"], abs=0.05
    )


def test_the_window_is_that_of_start_and_closed_form_and_no_rate_moves_it() -> None:
    assert way(line(0.1)).spec is way(line(0.05)).spec
    (left, right), (low, high) = WINDOW
    assert left < 0 < right and low < 0 < high
    assert (left + right) / 2 == pytest.approx(0.5, abs=0.5)


def test_a_click_reports_a_new_start() -> None:
    assert way(line()).selections == ("start",)


def test_full_batches_have_no_line_of_their_own() -> None:
    assert draw(loss_chart(training=line())).texts("key") == ["all data"]
    minibatch = draw(loss_chart(training=line(batch=1)))
    assert minibatch.texts("key") == ["batch", "smoothed", "all data"]
    assert len(minibatch.marks("batches")) == 3 * 40 + 1


def test_the_closed_form_is_a_floor_that_no_loss_goes_below() -> None:
    scene = draw(loss_chart(training=line(rate=0.2, epochs=300), closed=25 / 36))
    (floor,) = scene.marks("closed")
    heights = [item["y"] for item in scene.marks("by_epoch")]
    assert max(heights) <= floor["y"] + 0.01
    assert floor["y"] == pytest.approx(heights[-1], abs=0.5)
    assert scene.texts("readout") == ["loss on all data: 0.6944, closed form: 0.6944"]


def test_a_loss_over_many_powers_of_ten_has_a_logarithmic_axis() -> None:
    labels = draw(loss_chart(training=many_columns())).axis_labels()
    assert any("0.01" in axis for axis in labels)


def test_a_training_that_diverges_leaves_its_beginning_readable() -> None:
    training = line(rate=5.0, epochs=20)
    picture = loss_chart(training=training)
    assert training.status == "diverged"
    assert all(np.isfinite(column).all() for column in numbers_of(picture))
    assert draw(picture).marks("by_epoch")
