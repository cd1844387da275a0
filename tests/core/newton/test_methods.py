"""The remedies as pure functions, against what the books promise of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.newton.line_search import ENOUGH, MOST_ASKED, halved
from core.newton.methods import METHODS, Sight
from core.newton.trust import within_radius

entry = st.floats(-10, 10).map(lambda value: round(value, 2))
symmetric = st.tuples(entry, entry, entry).map(lambda row: np.array([[row[0], row[1]], [row[1], row[2]]]))
vector = st.tuples(entry, entry).map(np.array)


def model(gradient: np.ndarray, hessian: np.ndarray, step: np.ndarray) -> float:
    return float(gradient @ step + step @ hessian @ step / 2)


@given(vector, symmetric, st.floats(0.1, 5.0))
def test_no_point_within_the_radius_is_lower_on_the_model(
    gradient: np.ndarray, hessian: np.ndarray, radius: float
) -> None:
    step, _ = within_radius(gradient, hessian, radius)
    assert np.linalg.norm(step) <= radius * (1 + 1e-9)
    turn = np.linspace(0, 2 * np.pi, 73)
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    others = np.concatenate([radius * part * circle for part in (0.25, 0.5, 0.75, 1.0)])
    best = min(model(gradient, hessian, other) for other in others)
    size = radius * np.linalg.norm(gradient) + radius**2 * np.abs(hessian).max()
    assert model(gradient, hessian, step) <= best + 1e-9 * size


def test_the_hard_case_moves_along_the_lowest_direction() -> None:
    step, touches = within_radius(np.array([0.0, 2.0]), np.diag([-2.0, 2.0]), 1.0)
    assert touches
    assert np.linalg.norm(step) == pytest.approx(1)
    assert abs(step[0]) == pytest.approx(np.sqrt(3) / 2)


def sight(gradient: np.ndarray, hessian: np.ndarray) -> Sight:
    """A quadratic of value 0 at the point."""
    return Sight(
        gradient[None],
        hessian[None],
        np.zeros(1),
        gradient[None],
        lambda steps, _: np.array([model(gradient, hessian, step) for step in steps]),
    )


@pytest.mark.parametrize("name", ["damped", "levenberg", "trust"])
@given(vector.filter(lambda row: np.linalg.norm(row) > 0.1), symmetric)
def test_a_remedy_leads_down(name: str, gradient: np.ndarray, hessian: np.ndarray) -> None:
    move = METHODS[name].move(sight(gradient, hessian), 1.0)
    assert np.isfinite(move.step).all()
    assert model(gradient, hessian, move.step[0]) < 0
    assert move.asked >= 1


@pytest.mark.parametrize("name", METHODS)
def test_on_a_bowl_every_method_takes_newtons_step(name: str) -> None:
    gradient, hessian = np.array([4.0, -6.0]), np.diag([2.0, 3.0])
    move = METHODS[name].move(sight(gradient, hessian), 10.0)
    assert move.step[0] == pytest.approx(np.array([-2.0, 2.0]))


def test_a_search_halves_each_row_until_its_own_value_falls() -> None:
    # x ↦ x² from 1 with steps −2·16 and −2: the whole step of the second goes to −1, no lower.
    step = np.array([[-32.0], [-2.0], [-1.0]])
    t, looks = halved(step, np.ones(3), 2 * -step[:, 0], lambda move, _: (1 + move[:, 0]) ** 2)
    assert t.tolist() == [1 / 32, 0.5, 1.0]
    assert looks == 6
    assert ((1 + t * step[:, 0]) ** 2 <= 1 - ENOUGH * t * 2 * -step[:, 0]).all()


def test_a_search_that_finds_nothing_gives_up() -> None:
    t, looks = halved(np.ones((1, 1)), np.zeros(1), np.ones(1), lambda move, _: np.full(len(move), np.nan))
    assert looks == MOST_ASKED + 1
    assert t[0] == 2.0**-MOST_ASKED


def test_the_levenberg_shift_makes_the_matrix_positive() -> None:
    move = METHODS["levenberg"].move(sight(np.array([0.1, 1.0]), np.diag([-4.0, 2.0])), 1.0)
    assert "μ = 4" in move.said
    assert move.step[0] @ np.array([0.1, 1.0]) < 0


def test_the_levenberg_shift_leaves_a_positive_matrix_alone() -> None:
    move = METHODS["levenberg"].move(sight(np.array([1.0, 1.0]), np.diag([1e-3, 1e4])), 1.0)
    assert move.said.startswith("No shift")
    assert move.step[0] == pytest.approx(np.array([-1e3, -1e-4]))
