"""The rows of losses: values by hand, slopes against differences, convexity by chords."""

import numpy as np
import pytest

from core.losses import CLASSIFICATION, REGRESSION, Loss

ALL = (*REGRESSION, *CLASSIFICATION)
every_loss = pytest.mark.parametrize("loss", ALL, ids=lambda loss: loss.name)
PLACES = np.linspace(-4.03, 4.01, 403)

# By hand; Huber at 3 is 3 − 1/2, the log-loss at margin 0 is log 2.
BY_HAND = {
    "square": {3.0: 4.5, -1.0: 0.5},
    "absolute": {3.0: 3.0, -1.0: 1.0},
    "huber": {3.0: 2.5, -1.0: 0.5, 0.5: 0.125},
    "zero_one": {-0.1: 1.0, 0.0: 1.0, 0.1: 0.0},
    "log": {0.0: np.log(2), -800.0: 800.0},
    "hinge": {-1.0: 2.0, 1.0: 0.0, 2.0: 0.0},
}


@every_loss
def test_values_are_those_by_hand(loss: Loss) -> None:
    for place, value in BY_HAND[loss.name].items():
        assert loss.value(np.array([place]))[0] == pytest.approx(value)


@every_loss
def test_slopes_agree_with_differences_away_from_corners(loss: Loss) -> None:
    h = 1e-6
    quotient = (loss.value(PLACES + h) - loss.value(PLACES - h)) / (2 * h)
    assert loss.slope(PLACES) == pytest.approx(quotient, abs=1e-6)


@pytest.mark.parametrize(("name", "corner"), [("absolute", 0.0), ("zero_one", 0.0), ("hinge", 1.0)])
def test_there_is_no_slope_at_a_corner(name: str, corner: float) -> None:
    (loss,) = (row for row in ALL if row.name == name)
    assert np.isnan(loss.slope(np.array([corner]))).all()


@every_loss
def test_a_row_is_convex_exactly_if_no_chord_lies_below_it(loss: Loss) -> None:
    a, b = PLACES[:, None], PLACES[None, :]
    gap = loss.value((a + b).ravel() / 2) - (loss.value(a) + loss.value(b)).ravel() / 2
    assert bool(gap.max() <= 1e-12) is loss.convex
