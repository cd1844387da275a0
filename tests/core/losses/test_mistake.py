"""A confident mistake: both losses and slopes against the golden values, differences and the definition."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingError
from core.losses import mistake, mistake_steps, squared_loss, squared_slope

GOLDEN = {
    case["id"]: case
    for case in json.loads(
        (Path(__file__).parents[2] / "golden" / "training.json").read_text(encoding="utf-8")
    )
}


def test_golden_logloss_large_small() -> None:
    case = GOLDEN["logloss-large-small"]
    losses = [mistake(prediction).log_loss for prediction in case["input"]["yhat"]]
    assert losses == pytest.approx([float(value) for value in case["verified"]["L"]], rel=1e-14)


def test_a_confident_mistake_moves_the_log_loss_and_hardly_the_square() -> None:
    found = mistake(0.01, 1)
    assert found.log_slope == pytest.approx(-0.99, rel=1e-14)
    assert found.squared_slope == pytest.approx(-0.99 * 0.01 * 0.99, rel=1e-13)
    assert found.sentence == (
        "With ŷ = 0.01 and y = 1 the squared loss has the slope −0.0098 in z and the log-loss −0.99, "
        "101 times as much."
    )


@given(st.floats(1e-9, 1 - 1e-9), st.sampled_from([0, 1]))
def test_every_slope_agrees_with_many_digits(prediction: float, label: int) -> None:
    steps = mistake_steps(mistake(prediction, label))
    assert len(steps) == 4
    assert all(step.check is not None and step.check.holds for step in steps)


@given(st.floats(1e-6, 1 - 1e-6))
def test_both_labels_are_mirror_images(prediction: float) -> None:
    one, zero = mistake(prediction, 1), mistake(1 - prediction, 0)
    assert one.log_loss == pytest.approx(zero.log_loss, rel=1e-9)
    assert one.squared_slope == pytest.approx(-zero.squared_slope, rel=1e-9)


def test_the_squared_loss_is_not_convex_in_z() -> None:
    ends = squared_loss(np.array([-8.0, 0.0]), 1)
    assert float(squared_loss(-4.0, 1)) > ends.mean()


def test_a_slope_vanishes_without_overflow_however_sure_the_model_is() -> None:
    assert squared_slope(np.array([-800.0, 800.0]), 1).tolist() == [0.0, 0.0]


def test_a_right_and_a_wrong_prediction_are_told_apart() -> None:
    assert mistake_steps(mistake(0.01, 1))[0].why.endswith("it is wrong.")
    assert mistake_steps(mistake(0.01, 0))[0].why.endswith("it is right.")


@pytest.mark.parametrize(("prediction", "label"), [(0.0, 1), (1.0, 0), (float("nan"), 1), (0.5, 2)])
def test_a_setting_out_of_range_is_named(prediction: float, label: int) -> None:
    with pytest.raises(SettingError):
        mistake(prediction, label)
