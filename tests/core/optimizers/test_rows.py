"""Every row of the table of optimisers keeps the same promises, whatever its rule."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import MPContext

from core.expression import parse
from core.iterating.sights import sight_of
from core.optimizers import OPTIMIZERS, Array, Optimizer, Sight, State, normalised_gradient, plain_gradient

EVERY = pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
WITH_A_MEMORY = [row for row in OPTIMIZERS.values() if row.remembers]
components = st.floats(-1e150, 1e150).filter(lambda value: value == 0 or abs(value) > 1e-150)
BOWL = parse("x^2 + y^2", ("x", "y"))


def moved(optimizer: Optimizer, x: Array, gradient: Array, state: State, rate: float) -> tuple[Array, State]:
    """One update on the round bowl, as a run makes it."""
    with np.errstate(over="ignore", invalid="ignore"):
        sight = sight_of(BOWL, x, BOWL(*x.T))
        return optimizer.move(gradient, state, rate, optimizer.defaults, sight)


def test_rows_are_filed_under_their_own_names() -> None:
    assert list(OPTIMIZERS) == [row.name for row in OPTIMIZERS.values()]
    assert list(OPTIMIZERS) == [
        "gd",
        "normalised",
        "momentum",
        "nesterov",
        "adagrad",
        "rmsprop",
        "adam",
        "adamw",
        "newton",
        "damped",
        "bfgs",
        "coordinate",
    ]


@EVERY
def test_a_knob_starts_inside_its_range(optimizer: Optimizer) -> None:
    for knob in optimizer.knobs:
        assert knob.low <= knob.default <= knob.high
        assert not knob.log or knob.low > 0


@EVERY
def test_a_row_says_its_rule_its_source_and_what_it_remembers(optimizer: Optimizer) -> None:
    assert optimizer.latex.count("{") == optimizer.latex.count("}") > 0
    assert any(character.isdigit() for character in optimizer.source)
    assert optimizer.memory.startswith("It remembers ") and optimizer.memory.endswith(".")
    assert optimizer.usual_rate > 0


@EVERY
def test_a_row_with_a_memory_has_a_state_and_no_mere_direction(optimizer: Optimizer) -> None:
    state = optimizer.init(np.zeros(2))
    assert bool(state) == bool(optimizer.remembers)
    assert not optimizer.remembers or optimizer.direction is None
    assert optimizer.sees or not optimizer.looks


@pytest.mark.parametrize("optimizer", WITH_A_MEMORY, ids=lambda row: row.name)
def test_every_part_of_a_state_has_a_name_and_begins_with_the_shape_of_the_points(
    optimizer: Optimizer,
) -> None:
    state = optimizer.init(np.zeros((7, 2)))
    assert all(name.isidentifier() for name in state._fields)
    assert [part.shape[0] for part in state] == [7] * len(state)
    some = type(state)(*(part[:3] for part in state))
    step, _ = moved(optimizer, np.ones((3, 2)), np.full((3, 2), 2.0), some, 0.1)
    assert step.shape == (3, 2)


@EVERY
def test_descending_a_bowl_at_its_usual_rate_comes_near_the_bottom(optimizer: Optimizer) -> None:
    x = np.array([3.0, -2.0])
    state = optimizer.init(x)
    for _ in range(400):
        step, state = moved(optimizer, x, 2 * x, state, optimizer.usual_rate)
        x = x + step
    assert np.linalg.norm(x) <= optimizer.usual_rate


@EVERY
def test_a_batch_moves_as_its_members_move_alone(optimizer: Optimizer) -> None:
    points = np.array([[0.5, 0.7], [1.0, 1.0], [-1.0, 2.0], [3.0, 0.0]])
    gradients = np.array([[3.0, 4.0], [0.5, -0.25], [-1.0, 0.0], [1e200, 1e200]])
    states = optimizer.init(points)
    alone = [optimizer.init(point) for point in points]
    for _ in range(3):
        together, states = moved(optimizer, points, gradients, states, 0.3)
        for i in range(len(points)):
            step, alone[i] = moved(optimizer, points[i], gradients[i], alone[i], 0.3)
            np.testing.assert_array_equal(together[i], step)
            for part, own in zip(states, alone[i], strict=True):
                np.testing.assert_array_equal(part[i], own)


@EVERY
def test_an_update_changes_neither_gradient_nor_state(optimizer: Optimizer) -> None:
    gradient, x = np.array([3.0, -4.0]), np.array([1.0, 2.0])
    state = optimizer.init(x)
    before = tuple(part.copy() for part in state)
    moved(optimizer, x, gradient, state, 0.3)
    assert gradient.tolist() == [3.0, -4.0] and x.tolist() == [1.0, 2.0]
    assert all(np.array_equal(old, kept) for old, kept in zip(before, state, strict=True))


@EVERY
def test_an_update_is_arithmetic_on_many_digits_too(optimizer: Optimizer) -> None:
    mp = MPContext()
    mp.dps = 40
    gradient, x = (np.array([mp.mpf(a), mp.mpf(b)], dtype=object) for a, b in ((1, 2), (3, -5)))
    bend = np.array([[mp.mpf(3), mp.mpf(1)], [mp.mpf(1), mp.mpf(4)]], dtype=object)

    def steps(gradient: Array, x: Array, bend: Array, rate: object) -> list[Array]:
        state, found = optimizer.init(x), []
        for k in range(3):
            sight = Sight(x, np.zeros(()), lambda: bend, lambda _, rows: np.full(len(rows), -np.inf))
            step, state = optimizer.move((k + 1) * gradient, state, rate, optimizer.defaults, sight)
            found.append(step)
        return found

    many = steps(gradient, x, bend, mp.mpf("0.1"))
    rounded = steps(*(array.astype(float) for array in (gradient, x, bend)), 0.1)
    for exact, plain in zip(many, rounded, strict=True):
        assert [float(part) for part in exact] == pytest.approx(plain.tolist(), rel=1e-14)
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
