"""The race: who arrives when, what it has cost, and what is said of it."""

import numpy as np
import pytest

from core.errors import SettingError
from core.expression import parse
from core.optimizers import OPTIMIZERS
from core.race import Racer, goal_checks, goal_of, places, race, sentence, usual
from core.surfaces import SURFACES

BOWL = parse("x^2 + 4y^2", ("x", "y"))
NAMES = ("x", "y")


def test_the_gradient_arrives_when_its_closed_form_does() -> None:
    # η = 0.1 multiplies x by 0.8 and y by 0.2 at each step
    lane = race(BOWL, [2.0, 1.0], [Racer("gd", 0.1)]).lanes[0]
    by_hand = [np.hypot(2 * 0.8**k, 0.2**k) for k in range(60)]
    assert lane.distance[:60] == pytest.approx(by_hand, rel=1e-9)
    assert lane.arrival == next(k for k, off in enumerate(by_hand) if off <= 1e-3)
    assert lane.gap[3] == pytest.approx((2 * 0.8**3) ** 2 + 4 * 0.2**6, rel=1e-9)


def test_a_hessian_counts_as_many_evaluations_as_it_has_columns() -> None:
    found = race(BOWL, [2.0, 1.0], [usual("gd"), usual("newton"), usual("damped")])
    gd, newton, damped = found.lanes
    assert gd.evaluations[:4].tolist() == [0, 1, 2, 3]
    assert newton.evaluations.tolist() == [0, 3]
    assert damped.evaluations.tolist() == [0, 4]
    assert (damped.cost(1).gradients, damped.cost(1).values, damped.cost(1).hessians) == (1, 1, 1)


def test_the_table_names_the_first_first_and_who_does_not_arrive_last() -> None:
    found = race(BOWL, [2.0, 1.0], [Racer("normalised", 0.1), usual("gd"), usual("newton")], 100)
    rows = places(found, NAMES)
    assert [row.optimizer for row in rows] == ["newton", "gd", "normalised"]
    assert [row.rank for row in rows] == [1, 2, None]
    assert rows[0].goal == "(x, y) = (0, 0)" and rows[0].steps == 1
    assert sentence(found, NAMES) == (
        "Newton at (x, y) = (0, 0) is first within 0.001 of a minimum: 1 step, 1 gradient, 1 Hessian. "
        "1 of 3 does not arrive."
    )


def test_those_who_need_as_much_share_the_rank() -> None:
    found = race(BOWL, [2.0, 1.0], [usual("newton"), usual("damped")])
    assert [row.rank for row in places(found, NAMES)] == [1, 1]
    assert [row.rank for row in places(found, NAMES, by="evaluations")] == [1, 2]
    assert "are first within 0.001 of a minimum: 1 step." in sentence(found, NAMES)


def test_passing_a_minimum_by_is_not_arriving() -> None:
    # η = 2 hops from 1 to 0 exactly over it: x − 2·0.5·… never stays
    found = race(parse("x^2"), [0.25], [Racer("normalised", 0.25)], 30)
    assert found.lanes[0].arrival == 1
    hopping = race(parse("x^2"), [0.2505], [Racer("normalised", 0.25)], 30)
    assert hopping.lanes[0].distance.min() <= 1e-3 and hopping.lanes[0].arrival is None


@pytest.mark.parametrize("surface", ["booth", "himmelblau", "beale", "rosenbrock"])
def test_every_minimum_found_is_published_and_has_no_slope(surface: str) -> None:
    where = SURFACES[surface]
    found = race(where.expression, where.start, [usual("bfgs"), usual("damped")], 100)
    assert found.goals and all(check.holds for check in goal_checks(found))
    for goal in found.goals:
        assert min(np.linalg.norm(goal.point - known.point) for known in where.minima) <= 1e-6


def test_an_ascent_races_for_maxima() -> None:
    found = race(parse("5 - x^2 - y^2", NAMES), [1.0, 1.0], [usual("gd"), usual("adam")], 200, "ascent")
    assert [goal.point.tolist() for goal in found.goals] == [[0.0, 0.0]]
    assert all((lane.gap >= 0).all() for lane in found.lanes)
    assert "of a maximum" in sentence(found, NAMES)


def test_a_racer_that_rests_on_a_saddle_is_told_so() -> None:
    where = SURFACES["himmelblau"]
    found = race(where.expression, [0.1, 2.9], [usual("newton"), usual("damped")], 50)
    row = next(row for row in places(found, NAMES) if row.optimizer == "newton")
    assert row.rank is None and row.said.endswith("There is a saddle, no minimum.")


def test_those_who_come_to_one_minimum_together_are_named_together() -> None:
    found = race(parse("x^2"), [1.0], [Racer("gd", 0.5), Racer("coordinate", 0.5), usual("newton")], 20)
    assert sentence(found, ("x",)) == (
        "Gradient, Coordinate descent and Newton at x = 0 are first within 0.001 of a minimum: 1 step."
    )


def test_where_f_has_no_minimum_nobody_arrives() -> None:
    found = race(parse("x + y", NAMES), [0.0, 0.0], [usual("gd"), usual("adam")], 20)
    assert not found.goals and goal_of(found, found.lanes[0]) is None
    assert np.isnan(found.lanes[0].distance).all()
    assert sentence(found, NAMES) == "No minimum was found, so nobody arrives."


def test_all_optimisers_race_at_once_and_those_who_diverge_do_no_harm() -> None:
    racers = [Racer(name, 3.0) for name in OPTIMIZERS]
    found = race(SURFACES["rosenbrock"].expression, [-1.2, 1.0], racers, 40)
    assert len(found.lanes) == len(places(found, NAMES)) == len(OPTIMIZERS)
    assert {lane.trace.status.kind for lane in found.lanes} > {"diverged"}


def test_what_cannot_be_run_is_refused_by_name() -> None:
    with pytest.raises(SettingError) as refusal:
        race(BOWL, [2.0, 1.0], [Racer("gd", -1.0)])
    assert refusal.value.setting == "eta"
    with pytest.raises(ValueError, match="races once"):
        race(BOWL, [2.0, 1.0], [usual("gd"), Racer("gd", 0.2)])
