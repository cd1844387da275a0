"""The pictures of the opening: golf, typical losses, a confident mistake, the chord."""

import numpy as np
import pytest
import vl_convert

from charts.training.opening import golf_chart, losses_chart, mistake_chart, segment_chart
from core.datasets import named_samples
from core.golf import play
from core.losses import CLASSIFICATION, REGRESSION, segment_between
from core.models import model_named
from tests.charts.scene import VEGA_LITE, draw, with_data
from tests.charts.training.trained import bytes_of, numbers_of

SOLVES = np.array([10.0, 10, 10, 10, -5, -15, 10, -10, -5])
BENT = segment_between(
    model_named("two_two_one"), named_samples("xor"), SOLVES, SOLVES[[1, 0, 3, 2, 5, 4, 7, 6, 8]]
)
FLAT = segment_between(model_named("line"), named_samples("three_points"), np.zeros(2), np.array([2.0, 1.0]))
PICTURES = {
    "golf": lambda dark: golf_chart(golf=play(), dark=dark),
    "golf too hard": lambda dark: golf_chart(golf=play(rate=1e-2), dark=dark),
    "regression": lambda dark: losses_chart(losses=REGRESSION, across="residual", dark=dark),
    "classification": lambda dark: losses_chart(losses=CLASSIFICATION, across="margin", dark=dark),
    "mistake": lambda dark: mistake_chart(dark=dark),
    "segment": lambda dark: segment_chart(segment=BENT, dark=dark),
}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", PICTURES)
def test_it_compiles_and_is_drawn(name: str, dark: bool) -> None:
    picture = PICTURES[name](dark)
    image = vl_convert.vegalite_to_png(with_data(picture), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 8_000
    assert all(np.isfinite(column).all() for column in numbers_of(picture))
    assert bytes_of(picture) < 20_000


@pytest.mark.parametrize("width", [330, 700])
def test_the_ball_lands_where_physics_says(width: int) -> None:
    scene = draw(golf_chart(golf=play(), seed=1), width)
    plane, (ball,) = scene.marks("plane")[0], scene.marks("ball")
    # 48.38 m of the 240 that the picture shows; a metre is as long upwards as across
    reach = 4 * plane["height"]
    assert ball["x"] == pytest.approx(48.3844 / 240 * reach, abs=0.1)
    (flight,) = {min(item["y"] for item in scene.marks("flight"))}
    assert plane["height"] - flight == pytest.approx(48.3844 / 4 / 240 * reach, abs=0.1)
    assert scene.marks("pole")[0]["x"] == pytest.approx(150 / 240 * reach, abs=0.1)


def test_shots_are_added_one_by_one() -> None:
    scene = draw(golf_chart(golf=play(), seed=3))
    assert scene.texts("readout") == ["shot 3: 2.943 kN, 45.2 m too short"]
    assert len(scene.marks("points")) == 3
    none = draw(golf_chart(golf=play(), seed=0))
    assert not none.marks("ball") and not none.texts("readout")


def test_the_last_shot_stays_when_the_slider_goes_on() -> None:
    assert draw(golf_chart(golf=play(rate=3e-4), seed=12)).texts("readout")[0].startswith("shot 3: ")


def test_the_tangent_goes_down_towards_the_hole() -> None:
    (tangent,) = draw(golf_chart(golf=play(), seed=1)).marks("tangent")
    assert tangent["x2"] > tangent["x"] and tangent["y2"] > tangent["y"]


def test_another_rate_of_golf_needs_no_other_spec() -> None:
    assert golf_chart(golf=play()).spec is golf_chart(golf=play(rate=2e-4)).spec


def test_a_confident_mistake_has_two_losses_and_two_slopes() -> None:
    scene = draw(mistake_chart(label=1, prediction=0.01))
    (said,) = scene.texts("readout")
    assert said == "ŷ = 0.01, y = 1: slopes −0.99 (log-loss), −0.0098 (squared)"
    log, squared = scene.marks("log_slope_now"), scene.marks("squared_slope_now")
    assert log[0]["y"] > squared[0]["y"] + 100


def test_every_loss_is_drawn_in_its_place() -> None:
    scene = draw(losses_chart(losses=CLASSIFICATION, across="margin"))
    assert scene.texts("key") == ["0–1", "log", "hinge"]
    assert len(scene.marks("shapes")) == 3 * 122


def test_the_gap_above_the_chord_is_shown_and_told() -> None:
    scene = draw(segment_chart(segment=BENT))
    (gap,) = scene.marks("gap")
    assert abs(gap["y2"] - gap["y"]) > 50
    assert scene.texts("readout")[0].endswith("above the chord: not convex")
    assert draw(segment_chart(segment=FLAT)).texts("readout") == ["nowhere above the chord"]
