"""σ and the log-loss where a naive formula has lost its digits."""

import mpmath
import numpy as np
import pytest

from core.models.log_loss import log_loss, log_loss_slope, sigmoid

EXTREME = [-700.0, -40.0, -1e-9, 0.0, 0.3, 36.0, 700.0]


@pytest.mark.parametrize("z", EXTREME)
@pytest.mark.parametrize("y", [0.0, 1.0])
def test_loss_and_slope_keep_their_digits_however_sure_the_model_is(z: float, y: float) -> None:
    with mpmath.workdps(700):
        chance = 1 / (1 + mpmath.exp(-mpmath.mpf(z)))
        loss = -(y * mpmath.log(chance) + (1 - y) * mpmath.log(1 - chance))
        slope = chance - y
        assert float(log_loss(np.array(z), np.array(y))) == pytest.approx(float(loss), rel=1e-13)
        assert float(log_loss_slope(np.array(z), np.array(y))) == pytest.approx(float(slope), rel=1e-13)


def test_a_naive_formula_would_have_lost_them() -> None:
    naive = -np.log(np.float64(1.0)) + 0.0
    assert float(log_loss(np.array(40.0), np.array(1.0))) > naive == 0.0


def test_sigmoid_is_symmetric_about_one_half() -> None:
    z = np.linspace(-30, 30, 61)
    np.testing.assert_allclose(sigmoid(z) + sigmoid(-z), 1.0, rtol=1e-15)
