"""Samples and predictions, drawn: pixels against the numbers of the training."""

import base64

import numpy as np
import pytest
import vl_convert

from charts.palette import LIGHT
from charts.picture import Picture
from charts.training import field_chart, number_line_chart, scatter_chart, truth_chart
from core.datasets import named_samples
from core.models import model_named
from core.training import train
from tests.charts.scene import VEGA_LITE, Scene, draw, with_data
from tests.charts.training.trained import (
    CLOSED,
    THREE,
    bytes_of,
    line,
    logistic,
    many_columns,
    mean,
    moons,
    numbers_of,
)

WIDTHS = (330, 600, 900)
PICTURES = {
    "scatter": lambda dark: scatter_chart(training=line(), closed=CLOSED, dark=dark),
    "field": lambda dark: field_chart(training=moons(), dark=dark),
    "number line": lambda dark: number_line_chart(training=mean(), closed=3.0, dark=dark),
    "truth": lambda dark: truth_chart(training=many_columns(), dark=dark),
    "truth of labels": lambda dark: truth_chart(training=logistic(), dark=dark),
}
every_picture = pytest.mark.parametrize("name", PICTURES)


def place(scene: Scene, window: tuple[tuple[float, float], tuple[float, float]], x: float, y: float) -> tuple:
    """Where a point of the window stands, in pixels."""
    plane = scene.marks("plane")[0]
    (left, right), (low, high) = window
    return (x - left) / (right - left) * plane["width"], (high - y) / (high - low) * plane["height"]


@pytest.mark.parametrize("dark", [False, True])
@every_picture
def test_it_compiles_and_is_drawn(name: str, dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(PICTURES[name](dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 8_000


@every_picture
def test_every_number_is_finite(name: str) -> None:
    assert all(np.isfinite(column).all() for column in numbers_of(PICTURES[name](False)))


@pytest.mark.parametrize("chart", [scatter_chart, number_line_chart, field_chart])
def test_another_rate_needs_no_other_spec(chart) -> None:
    made = {scatter_chart: line, number_line_chart: mean, field_chart: logistic}[chart]
    slow, quick = (chart(training=made(rate)) for rate in (0.01, 0.02))
    assert slow.spec is quick.spec and slow.alt == quick.alt


WINDOW = ((0.75, 3.25), (1.5, 5.5))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_line_of_an_epoch_is_where_its_parameters_put_it(width: int) -> None:
    training = line()
    scene = draw(scatter_chart(training=training, seed=1), width)
    (drawn,) = scene.marks("model")
    ends = (drawn["x"], drawn["y"]), (drawn["x2"], drawn["y2"])
    # y = 0.7x + 1/3 enters the window at its lower edge and leaves at the right
    m, b = 0.7, 1 / 3
    expected = place(scene, WINDOW, (1.5 - b) / m, 1.5), place(scene, WINDOW, 3.25, m * 3.25 + b)
    assert np.array(ends) == pytest.approx(np.array(expected), abs=0.05)


def test_the_misses_reach_from_each_sample_to_the_line() -> None:
    scene = draw(scatter_chart(training=line(), seed=40))
    m, b = line().parameters[40]
    drawn = sorted((item["x"], item["y"], item["y2"]) for item in scene.marks("residuals"))
    for (x, y, y2), (sx, sy) in zip(drawn, THREE.table.tolist(), strict=True):
        assert (x, y) == pytest.approx(place(scene, WINDOW, sx, sy), abs=0.05)
        assert y2 == pytest.approx(place(scene, WINDOW, sx, m * sx + b)[1], abs=0.05)


def test_the_closed_form_is_drawn_where_it_is_and_named() -> None:
    scene = draw(scatter_chart(training=line(), closed=CLOSED))
    (dashed,) = scene.marks("closed")
    assert dashed["y2"] == pytest.approx(place(scene, WINDOW, 3.25, 0.5 * 3.25 + 7 / 3)[1], abs=0.05)
    assert scene.texts("key") == ["prediction", "closed form", "miss"]


def test_the_slider_starts_at_the_last_epoch_unless_told_otherwise() -> None:
    assert draw(scatter_chart(training=line())).texts("readout")[0].startswith("epoch 40, ")
    assert draw(scatter_chart(training=line(), seed=2)).texts("readout")[0].startswith("epoch 2, ")


@pytest.mark.parametrize(("width", "below"), [(330, True), (600, False)])
def test_the_losses_stand_beside_the_picture_or_below_it(width: int, below: bool) -> None:
    scene = draw(scatter_chart(training=line(), seed=0), width)
    plane, (now,) = scene.marks("plane")[0], scene.marks("loss_now")
    assert (now["y"] > plane["height"]) is below
    assert (now["x"] > plane["width"]) is not below


def test_a_click_reports_a_new_sample() -> None:
    for chart, fields in (
        (scatter_chart(training=line()), ["x", "y"]),
        (field_chart(training=moons()), ["x", "y"]),
    ):
        (selection,) = [
            layer["params"][0]
            for layer in chart.spec["layer"][0]["layer"]
            if layer.get("name") == "plane" and "params" in layer
        ]
        assert selection["select"]["fields"] == fields
        assert chart.selections == ("start",)


def test_labels_have_shapes_besides_colours() -> None:
    scene = draw(field_chart(training=logistic()))
    looks = {(item["shape"], item["fill"].upper()) for item in scene.marks("points")}
    assert looks == {("circle", LIGHT.function), ("diamond", LIGHT.slope)}
    assert scene.texts("key") == ["label 0", "label 1", "ŷ = 1/2"]


@pytest.mark.parametrize("training", [logistic(), moons()], ids=["logistic", "moons"])
def test_the_boundary_is_where_the_model_says_one_half(training) -> None:
    picture = field_chart(training=training)
    columns = picture.data["boundary"]
    last = columns["k"] == training.epochs
    at = np.column_stack([columns["x"][last], columns["y"][last]]).astype(float)
    assert len(at) >= 2
    said = training.model.predict(training.parameters[-1], at)
    assert np.abs(said - 0.5).max() < 0.06


def test_every_drawn_epoch_has_its_own_image_and_one_is_shown() -> None:
    picture = field_chart(training=moons(), seed=5)
    images = picture.data["image"]["url"].tolist()
    assert len(set(images)) > 20
    assert all(base64.b64decode(image.partition(",")[2]).startswith(b"\x89PNG") for image in images)
    assert len(draw(picture).marks("image")) == 1


def test_one_unit_is_as_long_upwards_as_across_in_a_field() -> None:
    picture = field_chart(training=logistic())
    for width in WIDTHS:
        scene = draw(picture, width)
        plane = scene.marks("plane")[0]
        # sentiment: counts 0 … 3 in both columns, so the window is a square
        assert plane["width"] == pytest.approx(plane["height"])


def test_the_words_count_who_is_on_the_right_side() -> None:
    words = draw(field_chart(training=logistic())).marks("plane")[0]["description"]
    assert words.startswith("4 samples with labels. 4 of 4 are on the right side at the end.")


def test_the_parameter_stands_on_its_loss_above_the_samples() -> None:
    picture = number_line_chart(training=mean(), closed=3.0, seed=1)
    scene = draw(picture)
    # from 7 with η = 1/4 and L′ = 2(c − 3): c = 5, then the mean squared distance is 14/3 + 4
    assert scene.texts("readout") == ["epoch 1, loss 8.667, c = 5"]
    (now,) = scene.marks("now")
    curve = np.array([(item["x"], item["y"]) for item in scene.marks("curve")])
    assert now["y"] == pytest.approx(np.interp(now["x"], curve[:, 0], curve[:, 1]), abs=0.3)
    (closed,) = scene.marks("closed")
    lowest = curve[curve[:, 1].argmax(), 0]
    assert closed["x"] == pytest.approx(lowest, abs=scene.marks("plane")[0]["width"] / 200)


def test_samples_at_one_place_are_stacked() -> None:
    coin = train(model_named("coin"), named_samples("coin"), rate=0.01, batch=10, epochs=20, seed=1)
    dots = draw(number_line_chart(training=coin)).marks("points")
    columns = {x: sorted(item["y"] for item in dots if item["x"] == x) for x in {item["x"] for item in dots}}
    assert sorted(map(len, columns.values())) == [3, 7]
    assert all(len(set(heights)) == len(heights) for heights in columns.values())


def test_a_prediction_that_is_right_stands_on_the_diagonal() -> None:
    scene = draw(truth_chart(training=many_columns()))
    plane = scene.marks("plane")[0]
    for item in scene.marks("points"):
        assert item["x"] / plane["width"] == pytest.approx(1 - item["y"] / plane["height"], abs=0.005)


def test_labels_stand_in_bands_and_sides() -> None:
    scene = draw(truth_chart(training=logistic()))
    middle = scene.marks("plane")[0]["width"] / 2
    sides = {(item["shape"], item["x"] > middle) for item in scene.marks("points")}
    assert sides == {("circle", False), ("diamond", True)}


@pytest.mark.parametrize("chart", [field_chart, truth_chart])
def test_five_hundred_samples_stay_under_sixty_kilobytes(chart) -> None:
    assert bytes_of(chart(training=moons(count=500, epochs=30))) < 60_000


def test_a_training_that_diverges_is_drawn_as_far_as_it_goes() -> None:
    picture = scatter_chart(training=line(rate=50.0, epochs=100))
    assert all(np.isfinite(column).all() for column in numbers_of(picture))
    assert isinstance(picture, Picture) and draw(picture).texts("readout")
