"""Which epochs are drawn, and when each is shown."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from charts.training.parts.beside import heights, is_logarithmic, loss_range
from charts.training.parts.epochs import MOST_DRAWN, drawn_epochs, epoch_data, spans
from tests.charts.training.trained import line

losses = st.lists(st.floats(1e-8, 1e8), min_size=1, max_size=30).map(np.array)


def test_first_and_last_are_drawn_and_more_at_the_beginning() -> None:
    training = line(epochs=300, rate=0.01)
    drawn = drawn_epochs(training)
    assert drawn[0] == 0 and drawn[-1] == training.epochs == 300
    assert len(drawn) <= MOST_DRAWN
    assert (np.diff(drawn, 2) >= -1).all() and np.diff(drawn)[0] == 1


def test_few_epochs_are_all_drawn() -> None:
    assert drawn_epochs(line(epochs=7)).tolist() == list(range(8))


def test_every_epoch_of_the_slider_shows_exactly_one_drawn_epoch() -> None:
    columns = spans(line(epochs=300, rate=0.01))
    shown = [((columns["k"] <= epoch) & (epoch <= columns["until"])).sum() for epoch in range(301)]
    assert set(shown) == {1}


def test_what_diverged_is_drawn_up_to_its_last_finite_epoch() -> None:
    training = line(rate=50.0, epochs=100)
    assert training.status == "diverged"
    drawn = drawn_epochs(training)
    assert np.isfinite(training.parameters[drawn]).all()


def test_the_readout_has_the_numbers_of_its_epoch() -> None:
    says = epoch_data(line(), None, "")["epochs"]["says"]
    # E = 38 at (0, 0), and L = E/6; after one step E = 14·0.49 + 3/9 + 38 + 12·0.7/3 − 42·0.7 − 20/3
    assert says[0] == "epoch 0, loss 6.333, m = 0, b = 0"
    assert says[1] == "epoch 1, loss 1.988, m = 0.7, b ≈ 0.3333"


@given(losses)
def test_every_loss_has_a_place_on_its_axis(values: np.ndarray) -> None:
    logarithmic = is_logarithmic(values)
    low, high = loss_range(values, logarithmic)
    first = heights(np.array([values[0]]), logarithmic)
    assert low < high and low <= first <= high


def test_the_axis_is_logarithmic_from_two_powers_of_ten_on() -> None:
    assert is_logarithmic(np.array([1000.0, 1.0]))
    assert not is_logarithmic(np.array([50.0, 1.0]))
    assert not is_logarithmic(np.array([1000.0, 0.0]))
    assert not is_logarithmic(np.array([np.nan]))
