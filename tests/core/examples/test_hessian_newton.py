"""Every claim in the notice of every example of the lesson, computed again."""

import numpy as np
import pytest

from core.basins import basins, complex_basins
from core.convexity import convexity
from core.curvature import hessian_at
from core.descent import run
from core.examples.example import Example
from core.examples.hessian_newton import HESSIAN_NEWTON
from core.expression import Expression, parse
from core.newton import NewtonRun, newton_minimise, newton_root
from core.newton.many_digits import digits_right
from core.second_derivative import concavity, second_derivative_test
from tests.core.examples.claims import Claims

EXAMPLES = {example.name: example for example in HESSIAN_NEWTON}
SEEN = {"tab", "basin", "aim", "p", "xlo", "xhi", "ylo", "yhi"}
CLAIMS = Claims[Example]()


def function(example: Example) -> Expression:
    values = example.values
    return parse(values["f"]) if values["dim"] == "1" else parse(values["g"], ("x", "y"))


def start(example: Example) -> list[float]:
    keys = ("x0",) if example.values["dim"] == "1" else ("px", "py")
    return [float(example.values[key]) for key in keys]


def newton(example: Example, method: str = "newton", steps: int = 50) -> NewtonRun:
    return newton_minimise(function(example), start(example), method, steps)


@pytest.mark.parametrize("example", HESSIAN_NEWTON, ids=EXAMPLES)
def test_an_example_sets_the_keys_of_its_dimension_and_perhaps_what_is_seen(example: Example) -> None:
    own = {"f", "x0"} if example.values["dim"] == "1" else {"g", "px", "py"}
    assert set(example.values) - SEEN == {"dim"} | own
    assert example.lesson == "hessian_newton"


def test_the_claims_of_every_example_are_computed_below() -> None:
    assert set(CLAIMS) == set(EXAMPLES)
    assert len(EXAMPLES) == len(HESSIAN_NEWTON)


@pytest.mark.parametrize("example", HESSIAN_NEWTON, ids=EXAMPLES)
def test_what_there_is_to_notice_is_true(example: Example) -> None:
    CLAIMS[example.name](example)


@CLAIMS.of("newton")
def eight_steps(example: Example) -> None:
    walk = newton(example)
    assert walk.steps == 8
    left = np.linalg.norm(walk.x, axis=1)
    assert (left[1:4] > left[:3] / 2).all()
    digits = digits_right(walk)
    assert digits is not None
    assert digits.exact[-4:].round().tolist() == [1, 3, 7, 16]


@CLAIMS.of("minimum")
def both_eigenvalues_positive(example: Example) -> None:
    e = function(example)
    for place in ((0.0, 0.0), (2.0, 1.0), (-7.0, 3.0)):
        assert hessian_at(e, place).eigenvalues == pytest.approx([5 - 2**0.5, 5 + 2**0.5])
    assert hessian_at(e, (0.0, 0.0)).eigenvalues == pytest.approx([3.58579, 6.41421], abs=5e-6)
    assert (newton(example).steps, newton(example).outcome.kind) == (1, "minimum")


@CLAIMS.of("maximum")
def both_eigenvalues_negative(example: Example) -> None:
    assert hessian_at(function(example), (0.0, 0.0)).eigenvalues == pytest.approx(
        [-6.41421, -3.58579], abs=5e-6
    )
    assert (newton(example).steps, newton(example).outcome.kind) == (1, "maximum")


@CLAIMS.of("saddle")
def one_step_to_the_saddle_and_descent_off_it(example: Example) -> None:
    assert hessian_at(function(example), (0.0, 0.0)).eigenvalues.tolist() == [-4, 4]
    assert (newton(example).steps, newton(example).outcome.kind) == (1, "saddle")
    descent = run(function(example), start(example), rate=0.1, steps=50)
    assert abs(descent.x[-1, 0]) < 1e-6
    assert abs(descent.x[-1, 1]) > 1e4


@CLAIMS.of("inflection")
def down_to_zero_and_up_from_there(example: Example) -> None:
    found = concavity(function(example), -2.5, 2.5)
    assert [(piece.high, piece.bend) for piece in found.pieces] == [(0.0, "down"), (2.5, "up")]
    walk = newton(example)
    assert (walk.steps, walk.outcome.kind) == (5, "minimum")
    assert walk.x[-1, 0] == pytest.approx(1)
    assert walk.jacobian[0, 0, 0] == 6 * 2


@CLAIMS.of("more-information")
def the_fourth_derivative_decides(example: Example) -> None:
    found = second_derivative_test(function(example), 0.0)
    assert (found.values, found.order, found.verdict) == ((0, 0, 0, 0, 24), 4, "minimum")


@CLAIMS.of("cube-roots")
def between_two_colours_lies_the_third(example: Example) -> None:
    window = ((-2.0, 2.0), (-2.0, 2.0))
    found = complex_basins(parse(example.values["p"], ("z",)), window, cells=200)
    assert found is not None
    assert len(found.goals) == 3
    # next to each other in a row only two colours can be; in a square about such a border there are three
    goal = found.goal
    borders = np.argwhere(goal[:, 1:] != goal[:, :-1])
    inside = borders[((borders > 8) & (borders < 190)).all(axis=1)]
    kinds = [len(np.unique(goal[i - 8 : i + 9, j - 8 : j + 9])) for i, j in inside]
    assert np.mean(np.array(kinds) == 3) > 0.9


@CLAIMS.of("omega")
def the_omega_constant_in_eight_steps(example: Example) -> None:
    walk = newton(example)
    assert walk.steps == 8
    x = walk.x[-1, 0]
    assert x == pytest.approx(0.5671432904, abs=5e-11)
    assert x * np.exp(x) == pytest.approx(1)
    digits = digits_right(walk)
    assert digits is not None
    assert digits.exact[-5:].round().tolist() == [1, 2, 4, 8, 16]


@CLAIMS.of("cycle")
def zero_and_one_in_turn(example: Example) -> None:
    walk = newton(example)
    assert walk.outcome.kind == "cycle"
    assert walk.x[:3, 0].tolist() == [0, 1, 0]
    x = np.linspace(-2, 2, 9)
    assert walk.target.over((x,))[0][:, 0] == pytest.approx(x**3 - 2 * x + 2)
    mended = newton(example, "damped")
    assert mended.outcome.kind == "minimum"
    assert mended.x[-1, 0] == pytest.approx(-1.76929, abs=5e-6)


@CLAIMS.of("flies-off")
def farther_at_every_step(example: Example) -> None:
    walk = newton(example)
    assert walk.x[:4, 0] == pytest.approx([1.5, -1.69408, 2.32113, -5.11409], abs=5e-6)
    assert walk.outcome.kind == "flies-off"
    assert (np.diff(np.abs(walk.x[:, 0])) > 0).all()
    assert convexity(function(example), -4.0, 4.0).kind == "convex"
    x = np.linspace(-3, 3, 13)
    assert walk.target.over((x,))[0][:, 0] == pytest.approx(np.arctan(x))
    mended = newton(example, "damped")
    assert (mended.outcome.kind, mended.steps) == ("minimum", 4)


@CLAIMS.of("slow")
def two_thirds_of_the_error_are_left(example: Example) -> None:
    x = newton(example).x[:, 0]
    assert x[1:] / x[:-1] == pytest.approx(2 / 3)
    assert hessian_at(function(example), (0.0,)).matrix.tolist() == [[0]]


@CLAIMS.of("double-root")
def at_a_double_root_the_error_is_halved(example: Example) -> None:
    run = newton_root(function(example), float(example.values["x0"]))
    assert run.x[:4, 0].tolist() == [3, 2, 1.5, 1.25]
    assert (run.x[1:11, 0] - 1) / (run.x[:10, 0] - 1) == pytest.approx(1 / 2)
    digits = digits_right(run)
    assert digits is not None
    assert "3.3 steps for one more digit" in digits.sentence


@CLAIMS.of("monkey-saddle")
def three_times_up_and_down(example: Example) -> None:
    e = function(example)
    assert hessian_at(e, (0.0, 0.0)).matrix.tolist() == [[0, 0], [0, 0]]
    turn = np.linspace(0, 2 * np.pi, 361)[:-1]
    around = e(0.1 * np.cos(turn + 0.001), 0.1 * np.sin(turn + 0.001))
    assert np.count_nonzero(np.diff(np.sign(np.append(around, around[0])))) == 6
    x = np.linalg.norm(newton(example).x, axis=1)
    assert x[1:] / x[:-1] == pytest.approx(0.5)


@CLAIMS.of("rosenbrock")
def over_the_hill_in_seven_steps(example: Example) -> None:
    walk = newton(example)
    assert (walk.steps, walk.outcome.kind) == (7, "minimum")
    assert walk.f.max() == pytest.approx(1412, abs=0.5)
    descent = run(function(example), start(example), rate=1.0, steps=1000, schedule="backtracking")
    assert descent.status.kind == "step-limit"
    low, high = hessian_at(function(example), (1.0, 1.0)).eigenvalues
    assert high / low == pytest.approx(2508, abs=0.5)


@CLAIMS.of("himmelblau")
def to_the_maximum_or_to_a_minimum(example: Example) -> None:
    walk, mended = newton(example), newton(example, "damped")
    assert walk.outcome.kind == "maximum"
    assert walk.x[-1] == pytest.approx(np.array([-0.270845, -0.923039]), abs=5e-7)
    assert mended.outcome.kind == "minimum"
    assert mended.x[-1] == pytest.approx(np.array([3.0, 2.0]))
    assert len(basins(function(example), ((-5.0, 5.0), (-5.0, 5.0)), cells=60).goals) == 9


@CLAIMS.of("camel")
def the_lowest_of_six(example: Example) -> None:
    walk = newton(example)
    assert walk.outcome.kind == "minimum"
    assert walk.x[-1] == pytest.approx(np.array([0.089842, -0.712656]), abs=5e-7)
    assert walk.f[-1] == pytest.approx(-1.03163, abs=5e-6)
    assert float(function(example)(*-walk.x[-1])) == pytest.approx(walk.f[-1], abs=1e-14)
    goals = basins(function(example), ((-2.0, 2.0), (-1.0, 1.0)), cells=80).goals
    minima = sorted(goal.value for goal in goals if goal.kind == "minimum")
    assert len(minima) == 6
    assert minima[0] == pytest.approx(walk.f[-1])
    assert minima[2] > minima[1] + 0.5


@CLAIMS.of("degenerate-valley")
def level_along_both_axes(example: Example) -> None:
    e = function(example)
    places = np.linspace(-3, 3, 25)
    assert (e(places, 0 * places) == 0).all()
    assert (e(*np.meshgrid(places, places)) >= 0).all()
    for place in ((1.5, 0.0), (0.0, -2.0)):
        assert np.abs(hessian_at(e, place).eigenvalues).min() == 0
    x = np.linalg.norm(newton(example).x, axis=1)
    assert x[1:] / x[:-1] == pytest.approx(2 / 3)


@CLAIMS.of("flat-bottom")
def no_step_from_a_straight_side(example: Example) -> None:
    f = function(example)
    assert convexity(f, -3.0, 3.0).kind == "convex"
    assert (f(np.linspace(-1, 1, 21)) == 0).all()
    walk = newton(example)
    assert (walk.outcome.kind, walk.steps) == ("singular", 0)
    assert (walk.field[0, 0], walk.jacobian[0, 0, 0]) == (1, 0)


@CLAIMS.of("no-minimum")
def one_to_the_left_for_ever(example: Example) -> None:
    assert convexity(function(example), -3.0, 3.0).kind == "convex"
    walk = newton(example)
    assert walk.step == pytest.approx(-np.ones_like(walk.step))
    assert walk.outcome.kind == "step-limit"
