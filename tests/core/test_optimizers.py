"""Every row of the table of optimisers, and the two rows' own arithmetic."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import MPContext

from core.optimizers import OPTIMIZERS, Optimizer, normalised_gradient, plain_gradient

EVERY = pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
components = st.floats(-1e150, 1e150).filter(lambda value: value == 0 or abs(value) > 1e-150)


def defaults(optimizer: Optimizer) -> dict[str, float]:
    return {knob.name: knob.default for knob in optimizer.knobs}


def test_rows_are_filed_under_their_own_names() -> None:
    assert list(OPTIMIZERS) == [row.name for row in OPTIMIZERS.values()]
    assert {"gd", "normalised"} <= set(OPTIMIZERS)


@EVERY
def test_a_knob_starts_inside_its_range(optimizer: Optimizer) -> None:
    for knob in optimizer.knobs:
        assert knob.low <= knob.default <= knob.high


@EVERY
def test_a_row_with_a_memory_says_what_it_remembers(optimizer: Optimizer) -> None:
    state = optimizer.init(np.zeros(2))
    assert bool(state) == bool(optimizer.remembers)
    assert (optimizer.direction is None) == bool(optimizer.remembers)


@EVERY
def test_descending_a_bowl_comes_within_one_rate_of_its_bottom(optimizer: Optimizer) -> None:
    x, state = np.array([3.0, -2.0]), optimizer.init(np.array([3.0, -2.0]))
    for _ in range(400):
        step, state = optimizer.update(2 * x, state, 0.05, **defaults(optimizer))
        x = x + step
    assert np.linalg.norm(x) <= 0.05


@EVERY
def test_a_batch_moves_as_its_members_move_alone(optimizer: Optimizer) -> None:
    gradients = np.array([[[3.0, 4.0], [0.0, 0.0]], [[-1.0, 0.0], [1e200, 1e200]]])
    together, _ = optimizer.update(gradients, optimizer.init(gradients), 0.3, **defaults(optimizer))
    assert together.shape == gradients.shape
    for place in np.ndindex(2, 2):
        alone, _ = optimizer.update(
            gradients[place], optimizer.init(gradients[place]), 0.3, **defaults(optimizer)
        )
        assert together[place].tolist() == alone.tolist()


@EVERY
def test_an_update_changes_neither_gradient_nor_state(optimizer: Optimizer) -> None:
    gradient, start = np.array([3.0, -4.0]), np.zeros(2)
    state = optimizer.init(start)
    before = tuple(part.copy() for part in state)
    optimizer.update(gradient, state, 0.3, **defaults(optimizer))
    assert gradient.tolist() == [3.0, -4.0]
    assert all(np.array_equal(old, kept) for old, kept in zip(before, state, strict=True))


@EVERY
def test_an_update_is_arithmetic_on_many_digits_too(optimizer: Optimizer) -> None:
    mp = MPContext()
    mp.dps = 40
    gradient = np.array([mp.mpf(1), mp.mpf(2)], dtype=object)
    exact, _ = optimizer.update(gradient, optimizer.init(gradient), mp.mpf("0.1"), **defaults(optimizer))
    rounded, _ = optimizer.update(
        np.array([1.0, 2.0]), optimizer.init(np.zeros(2)), 0.1, **defaults(optimizer)
    )
    assert [float(part) for part in exact] == pytest.approx(rounded.tolist(), rel=1e-15)
    assert all(type(part) is mp.mpf for part in exact)


@given(st.lists(components, min_size=1, max_size=3), st.floats(1e-6, 1e3))
def test_a_normalised_step_is_as_long_as_the_rate(parts: list[float], rate: float) -> None:
    step, _ = normalised_gradient(np.array(parts), (), rate)
    expected = rate if any(parts) else 0.0
    assert np.linalg.norm(step) == pytest.approx(expected, rel=1e-12)


def test_where_the_gradient_is_zero_a_normalised_step_is_zero() -> None:
    step, _ = normalised_gradient(np.zeros(2), (), 0.4)
    assert np.array_equal(step, [0.0, 0.0])


@given(st.lists(components, min_size=1, max_size=3), st.floats(1e-6, 1e3))
def test_the_plain_step_is_exactly_minus_rate_times_gradient(parts: list[float], rate: float) -> None:
    step, _ = plain_gradient(np.array(parts), (), rate)
    assert step.tolist() == [-(rate * part) for part in parts]
