"""Where starts are taken: against single runs, against what is known, and as fast as a picture needs."""

import time

import numpy as np
import pytest

from core.basins import basins, complex_basins
from core.basins.complex_roots import coefficients
from core.expression import parse
from core.newton import newton_minimise, newton_root

PLANE = ("x", "y")
HIMMELBLAU = parse("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", PLANE)
SQUARE = ((-5.0, 5.0), (-5.0, 5.0))


def test_himmelblaus_four_minima_four_saddles_and_maximum_share_the_square() -> None:
    found = basins(HIMMELBLAU, SQUARE, cells=80)
    kinds = [goal.kind for goal in found.goals]
    assert (kinds.count("minimum"), kinds.count("saddle"), kinds.count("maximum")) == (4, 4, 1)
    assert max(goal.residual for goal in found.goals) <= 1e-10
    assert sum(found.shares) + found.nowhere == pytest.approx(1)
    places = {tuple(goal.point.round(6).tolist()) for goal in found.goals}
    # Himmelblau, Applied Nonlinear Programming, 1972.
    assert {(3.0, 2.0), (-2.805118, 3.131313), (-3.77931, -3.283186), (3.584428, -1.848127)} <= places


@pytest.mark.parametrize("method", ["newton", "damped", "levenberg"])
def test_a_cell_ends_where_its_own_run_ends_after_as_many_steps(method: str) -> None:
    found = basins(HIMMELBLAU, SQUARE, method, cells=12)
    for row, column in ((0, 0), (3, 7), (6, 6), (11, 2), (8, 10)):
        start = (float(found.x[column]), float(found.y[row]))
        run = newton_minimise(HIMMELBLAU, start, method, steps=100)
        goal = found.goals[found.goal[row, column]]
        assert run.x[-1] == pytest.approx(goal.point, abs=1e-6)
        # A picture calls a step of 10⁻⁹ short, a run one of 10⁻¹².
        assert 0 <= run.steps - found.steps[row, column] <= 1
        assert found.at(start) == (goal, found.steps[row, column])


def test_descent_and_the_shift_find_minima_only() -> None:
    for method in ("descent", "levenberg"):
        found = basins(HIMMELBLAU, SQUARE, method, cells=40)
        assert {goal.kind for goal in found.goals} == {"minimum"}
        assert len(found.goals) == 4


def test_a_cycle_takes_its_starts_nowhere() -> None:
    e = parse("x^3 - 2x + 2")
    found = basins(e, ((-3.0, 3.0),), aim="root", cells=300)
    (goal,) = found.goals
    assert goal.kind == "root"
    assert goal.point[0] == pytest.approx(-1.7692923542386314)
    for start in (0.05, 0.99, -1.5, 2.0):
        at_goal = newton_root(e, start, steps=60).outcome.kind == "root"
        assert (found.at((start,))[0] is goal) == at_goal


def test_the_line_of_starts_of_a_double_well_is_symmetric() -> None:
    found = basins(parse("x^4 - 2x^2"), ((-2.0, 2.0),), cells=400)
    left, middle, right = found.shares
    assert left == pytest.approx(right)
    # Newton's map sends ±1/√5 to each other; between them every start goes to the maximum.
    inside = np.abs(found.x) < 1 / np.sqrt(5) - 1e-9
    assert (found.goal[0][inside] == 1).all()
    assert middle >= inside.mean()


def test_what_only_underflows_is_no_goal() -> None:
    found = basins(parse("e^(-x^2 - y^2)", PLANE), ((-4.0, 4.0), (-4.0, 4.0)), cells=60)
    assert [goal.kind for goal in found.goals] == ["maximum"]
    assert found.nowhere > 0.9


def test_outside_the_domain_there_is_no_way_and_no_warning() -> None:
    found = basins(parse("x - log(x) + y^2", PLANE), ((-2.0, 4.0), (-1.0, 1.0)), cells=30)
    assert (found.goal[:, found.x < 0] == -1).all()
    assert found.goals[0].point == pytest.approx(np.array([1.0, 0.0]))


def test_a_line_of_minima_is_many_goals_and_the_last_stands_for_the_rest() -> None:
    found = basins(parse("x^2*y^2", PLANE), ((-2.0, 2.0), (-2.0, 2.0)), "descent", cells=60)
    assert found.goals[-1].kind == "others"
    assert np.isnan(found.goals[-1].point).all()
    assert found.shares[-1] > 0.5


def test_a_window_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="a range for each variable"):
        basins(HIMMELBLAU, SQUARE[:1])
    with pytest.raises(ValueError, match="at most 250 000"):
        basins(HIMMELBLAU, SQUARE, cells=600)


def test_the_roots_of_unity_share_the_plane_by_turns_of_a_third() -> None:
    found = complex_basins(parse("x^3 - 1"), ((-2.0, 2.0), (-2.0, 2.0)), cells=100)
    assert found is not None
    assert len(found.goals) == 3
    assert max(goal.residual for goal in found.goals) < 1e-14
    assert (found.goal == found.goal[::-1][..., :].choose([1, 0, 2])).mean() > 0.99
    right = next(i for i, goal in enumerate(found.goals) if goal.point[0] > 0)
    assert (found.goal[:, -1][40:60] == right).all()


def test_a_start_in_the_complex_plane_goes_where_the_plain_formula_takes_it() -> None:
    found = complex_basins(parse("x^3 - 1"), ((-2.0, 2.0), (-2.0, 2.0)), cells=20)
    assert found is not None
    for row, column in ((0, 0), (5, 13), (11, 3), (19, 19), (10, 1)):
        z = complex(found.x[column], found.y[row])
        for _ in range(60):
            z -= (z**3 - 1) / (3 * z**2)
        goal = found.goals[found.goal[row, column]]
        assert (z.real, z.imag) == pytest.approx(tuple(goal.point), abs=1e-9)


@pytest.mark.parametrize("text", ["sin(x)", "5", "|x|", "x^20 - 1", "1/x"])
def test_what_is_no_polynomial_of_a_fair_degree_has_no_complex_picture(text: str) -> None:
    assert coefficients(parse(text)) is None
    assert complex_basins(parse(text), SQUARE) is None


def test_a_picture_of_200_by_200_is_ready_in_a_moment() -> None:
    basins(HIMMELBLAU, SQUARE)
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        basins(HIMMELBLAU, SQUARE)
        spent.append(time.perf_counter() - start)
    # About 0.1 s on a quiet core; the ceiling is for a machine that has much else to do.
    assert min(spent) < 3
