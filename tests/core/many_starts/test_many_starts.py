"""Many runs at once are the single runs, and their ends are counted by valley."""

import numpy as np
import pytest

from core.descent import Sense, run
from core.errors import SettingError
from core.expression import Expression, parse
from core.many_starts import grid_starts, many_starts, random_starts
from core.many_starts.walking import ENDS, STILL
from core.optimizers import OPTIMIZERS
from core.schedules import SCHEDULES
from core.surfaces import SURFACES

FOUR_WELLS = parse("(x^2 - 1)^2 + (y^2 - 1)^2", ("x", "y"))
FOUR_HILLS = parse("-(x^2 - 1)^2 - (y^2 - 1)^2", ("x", "y"))
HIMMELBLAU = SURFACES["himmelblau"].expression
SQUARE = ((-2.0, 2.0), (-2.0, 2.0))


def single(e: Expression, start: np.ndarray, **settings: object) -> np.ndarray:
    trace = run(e, start.tolist(), tolerance=STILL, **settings)  # type: ignore[arg-type]
    return np.asarray(trace.x[-1])


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize(("e", "sense"), [(FOUR_WELLS, "descent"), (FOUR_HILLS, "ascent")])
def test_every_run_of_many_is_the_run_from_its_start_alone(
    e: Expression, sense: Sense, optimizer: str
) -> None:
    starts = random_starts(SQUARE, 12, seed=5)
    found = many_starts(e, starts, optimizer, 0.02, 25, sense)
    alone = [single(e, start, optimizer=optimizer, rate=0.02, steps=25, sense=sense) for start in starts]
    assert np.abs(alone).max() < 4
    assert found.ends == pytest.approx(np.array(alone), abs=1e-9)


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_schedule_gives_many_runs_the_rates_of_one(schedule: str) -> None:
    starts = random_starts(((-4.0, 4.0), (-4.0, 4.0)), 9, seed=2)
    found = many_starts(HIMMELBLAU, starts, "gd", 0.01, 40, schedule=schedule)
    alone = [single(HIMMELBLAU, start, rate=0.01, steps=40, schedule=schedule) for start in starts]
    assert found.ends == pytest.approx(np.array(alone), abs=1e-7)


def test_a_symmetric_surface_gives_each_of_its_four_wells_a_quarter() -> None:
    found = many_starts(FOUR_WELLS, grid_starts(SQUARE, 256), rate=0.02, steps=200)
    assert [goal.point.round(9).tolist() for goal in found.goals] == [[-1, -1], [-1, 1], [1, -1], [1, 1]]
    assert [goal.kind for goal in found.goals] == ["minimum"] * 4
    assert found.shares == (0.25, 0.25, 0.25, 0.25)
    assert (found.under_way, found.lost) == (0, 0)
    # each start lies in the quadrant of its well
    points = np.array([goal.point for goal in found.goals])
    assert (np.sign(found.starts) == np.sign(points[found.goal])).all()


def test_the_ends_of_himmelblau_are_its_published_minima() -> None:
    known = np.array([minimum.point for minimum in SURFACES["himmelblau"].minima])
    found = many_starts(HIMMELBLAU, grid_starts(SURFACES["himmelblau"].window, 100), rate=0.01, steps=300)
    off = np.linalg.norm(found.ends[:, None] - known, axis=2).min(axis=1)
    assert off.max() < 1e-5
    assert sum(found.shares) == pytest.approx(1)


def test_uphill_the_goals_are_summits() -> None:
    e = parse("x e^(-x^2 - y^2)", ("x", "y"))
    found = many_starts(e, grid_starts(((0.2, 1.2), (-0.8, 0.8)), 25), rate=0.3, steps=300, sense="ascent")
    (goal,) = found.goals
    assert goal.kind == "maximum"
    assert goal.point == pytest.approx([0.5**0.5, 0])
    assert found.best is not None
    assert found.f[found.best] == found.f.max()


def test_the_best_is_the_lowest_end() -> None:
    surface = SURFACES["styblinski-tang"]
    found = many_starts(surface.expression, random_starts(surface.window, 64, seed=1), rate=0.01, steps=300)
    assert found.best is not None
    assert found.ends[found.best] == pytest.approx(surface.minima[0].point, abs=1e-6)
    assert found.f[found.best] == pytest.approx(surface.minima[0].value)


@pytest.mark.parametrize(
    ("text", "start", "rate", "end"),
    [
        ("x^2", 1.0, 1.1, "away"),
        ("x - log x", 3.0, 5.0, "no slope"),
        ("x^2", 1.0, 0.4, "still"),
        ("x^4", 1.0, 0.01, "under way"),
        ("|x|", 1.0, 0.5, "no slope"),
    ],
)
def test_how_a_run_ends_is_named(text: str, start: float, rate: float, end: str) -> None:
    found = many_starts(parse(text), np.array([[start]]), rate=rate, steps=200)
    assert ENDS[found.end[0]] == end


def test_a_singular_hessian_leaves_newton_without_a_step() -> None:
    found = many_starts(parse("x + y^2", ("x", "y")), np.array([[0.0, 1.0]]), "newton", 1.0)
    assert ENDS[found.end[0]] == "no step"
    assert found.lost == 1


def test_runs_that_fly_off_are_lost_and_the_others_go_on() -> None:
    found = many_starts(parse("x^4 - x^2"), np.array([[0.1], [30.0]]), rate=0.1, steps=100)
    assert found.goal.tolist() == [0, -1]
    assert (found.lost, found.under_way) == (0.5, 0)
    assert found.best == 0


def test_a_run_that_is_too_slow_has_come_to_no_valley() -> None:
    found = many_starts(SURFACES["rosenbrock"].expression, np.array([[-1.2, 1.0]]), rate=0.001, steps=50)
    assert found.goals == ()
    assert found.under_way == 1
    assert found.shares == ()


def test_a_rate_that_begins_anew_throws_runs_out_of_poor_valleys() -> None:
    surface = SURFACES["rastrigin"]
    starts = grid_starts(surface.window, 64)
    knobs = {"period": 40.0}
    plain = many_starts(surface.expression, starts, rate=0.002, steps=200)
    again = many_starts(
        surface.expression, starts, rate=0.02, steps=200, schedule="restarts", schedule_knobs=knobs
    )
    assert again.rest.shape == (5, 64)
    assert (plain.seen == 1).all()
    assert again.seen.max() > 1
    assert (again.rest[0] != again.goal).any()


def test_below_twice_over_the_curvature_a_restart_stays_in_its_valley() -> None:
    # at the bottom ∇f = 0: a rate that does not overshoot has nothing to throw the run out with
    knobs = {"period": 50.0}
    found = many_starts(
        FOUR_WELLS, grid_starts(SQUARE, 16), rate=0.05, steps=200, schedule="restarts", schedule_knobs=knobs
    )
    assert (found.rest == found.goal).all()
    assert (found.seen == 1).all()


def test_the_starts_that_were_given_are_left_as_they_are() -> None:
    starts = random_starts(SQUARE, 8, seed=3)
    before = starts.copy()
    found = many_starts(FOUR_WELLS, starts, "momentum", 0.01, 50)
    assert (starts == before).all()
    assert (found.starts == before).all()


@pytest.mark.parametrize(
    ("settings", "setting"),
    [
        ({"optimizer": "none"}, "optimizer"),
        ({"schedule": "none"}, "schedule"),
        ({"rate": 0.0}, "eta"),
        ({"rate": float("nan")}, "eta"),
        ({"steps": 0}, "steps"),
        ({"steps": 10**6}, "steps"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(settings: dict[str, object], setting: str) -> None:
    with pytest.raises(SettingError) as refused:
        many_starts(FOUR_WELLS, np.zeros((1, 2)), **settings)  # type: ignore[arg-type]
    assert refused.value.setting == setting


def test_a_grid_fills_the_window_with_cells_of_one_size() -> None:
    starts = grid_starts(((-1.0, 1.0), (0.0, 4.0)), 10)
    assert starts.shape == (16, 2)
    assert np.unique(starts[:, 0]).tolist() == [-0.75, -0.25, 0.25, 0.75]
    assert np.unique(starts[:, 1]).tolist() == [0.5, 1.5, 2.5, 3.5]
    assert grid_starts(((0.0, 1.0),), 10).shape == (10, 1)


def test_random_starts_lie_in_the_window_and_follow_their_seed() -> None:
    starts = random_starts(((-1.0, 1.0), (5.0, 6.0)), 500, seed=9)
    assert (np.abs(starts[:, 0]) <= 1).all() and ((starts[:, 1] >= 5) & (starts[:, 1] <= 6)).all()
    assert (starts == random_starts(((-1.0, 1.0), (5.0, 6.0)), 500, seed=9)).all()
    assert (starts != random_starts(((-1.0, 1.0), (5.0, 6.0)), 500, seed=10)).any()


@pytest.mark.parametrize("count", [0, 5000])
def test_too_few_or_too_many_starts_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 4096"):
        random_starts(SQUARE, count, seed=0)
    with pytest.raises(ValueError, match="between 1 and 4096"):
        grid_starts(SQUARE, count)
