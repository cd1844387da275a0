"""The best β for an η, the best pair, and the map: against searches that know no formula."""

from fractions import Fraction

import numpy as np
import pytest

from core.momentum import best_beta, joint_best, rate_map
from core.momentum.searching import least_factor, step_factor

BETAS = np.linspace(0, 0.9999, 4001)
PAIRS = [(2.0, 50.0), (1.0, 1.5), (0.04, 1.0), (3.0, 3.0)]


def companion_factor(products: np.ndarray, beta: float) -> float:
    """By NumPy's polynomial roots, which are eigenvalues of a companion matrix."""
    return max(float(np.abs(np.roots([1, -(1 + beta - p), beta])).max()) for p in products.tolist())


@pytest.mark.parametrize(("least", "most"), PAIRS)
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9])
def test_no_other_beta_is_better_than_the_best_for_its_rate(least: float, most: float, share: float) -> None:
    rate = share * 4 / most
    best = best_beta(rate, least, most)
    assert best is not None
    H = np.diag([least, most])
    searched = step_factor(H, rate, BETAS)
    assert best.factor <= searched.min() + 1e-7
    # the grid misses the best β by less than one place, and √β grows by 1/(2√β) of that
    assert searched.min() <= best.factor + (BETAS[1] - BETAS[0]) / (2 * best.factor)
    assert companion_factor(rate * np.array([least, most]), best.beta) == pytest.approx(best.factor, abs=1e-6)
    assert best.factor == pytest.approx(best.beta**0.5, abs=1e-12)


@pytest.mark.parametrize(("least", "most"), PAIRS)
def test_no_other_pair_is_better_than_the_joint_best(least: float, most: float) -> None:
    best = joint_best(least, most)
    assert least_factor(np.diag([least, most]), (0.0, 4 / most)) == pytest.approx(best.factor, abs=1e-5)
    assert companion_factor(best.rate * np.array([least, most]), best.beta) == pytest.approx(
        best.factor, abs=1e-6
    )


def test_for_curvatures_2_and_50_the_best_pair_is_1_18_and_4_9() -> None:
    # 4/(√50 + √2)² = 4/72 and ((5 − 1)/(5 + 1))² = 4/9, by hand
    best = joint_best(2.0, 50.0)
    assert best.rate == pytest.approx(float(Fraction(1, 18)), rel=1e-15)
    assert best.beta == pytest.approx(float(Fraction(4, 9)), rel=1e-15)
    assert best.factor == pytest.approx(2 / 3, rel=1e-15)
    assert best.descent_factor == pytest.approx(48 / 52, rel=1e-15)


@pytest.mark.parametrize(
    ("rate", "beta", "set_by"),
    [(0.02, 0.64, "flattest"), (0.0722, (0.0722**0.5 * 50**0.5 - 1) ** 2, "steepest")],
)
def test_the_flattest_direction_sets_beta_up_to_the_joint_best_rate_and_the_steepest_beyond(
    rate: float, beta: float, set_by: str
) -> None:
    found = best_beta(rate, 2.0, 50.0)
    assert found is not None
    assert found.beta == pytest.approx(beta)
    assert found.set_by == set_by


def test_the_two_branches_of_the_ridge_meet_at_the_joint_best() -> None:
    corner = joint_best(2.0, 50.0)
    below, above = (best_beta(corner.rate * (1 + off), 2.0, 50.0) for off in (-1e-9, 1e-9))
    assert below is not None
    assert above is not None
    assert (below.set_by, above.set_by) == ("flattest", "steepest")
    assert below.beta == pytest.approx(corner.beta, abs=1e-8)
    assert above.beta == pytest.approx(corner.beta, abs=1e-8)


def test_from_four_over_the_largest_curvature_on_no_beta_below_1_settles() -> None:
    assert best_beta(0.08, 2.0, 50.0) is None
    assert step_factor(np.diag([2.0, 50.0]), 0.08, BETAS).min() >= 1
    assert best_beta(0.0799, 2.0, 50.0) is not None


def test_the_map_holds_the_factor_of_every_cell() -> None:
    found = rate_map(2.0, 50.0, cells=30)
    H = np.diag([2.0, 50.0])
    expected = step_factor(H, found.rate, found.beta[:, None])
    assert found.factor == pytest.approx(expected, abs=1e-6)
    assert found.window == ((0.0, 0.08), (0.0, 1.0))


def test_beside_the_edge_one_step_of_the_map_settles_and_the_next_does_not() -> None:
    found = rate_map(2.0, 50.0, cells=100)
    (rate_0, beta_0), (rate_1, beta_1) = found.edge.tolist()
    slope = (beta_1 - beta_0) / (rate_1 - rate_0)
    settles = found.beta[:, None] > beta_0 + slope * (found.rate - rate_0)
    assert ((found.factor < 1) == settles).all()


def test_every_point_of_the_ridge_is_the_lowest_of_its_column() -> None:
    found = rate_map(2.0, 50.0)
    for rate, beta in found.ridge[::8].tolist():
        here = step_factor(np.diag([2.0, 50.0]), rate, beta)
        around = step_factor(np.diag([2.0, 50.0]), rate, np.clip([beta - 0.01, beta + 0.01], 0, 1))
        assert here <= around.min()
