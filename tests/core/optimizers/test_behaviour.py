"""What the literature says of each method: that it arrives, how soon, and where it is known not to."""

import numpy as np
import pytest

from core.curvature import hessian_at
from core.descent import Trace, run
from core.descent.comparison import mirror
from core.expression import parse
from core.optimizers import OPTIMIZERS
from core.surfaces import SURFACES

BOWL = parse("x^2 + 3y^2", ("x", "y"))
CANNOT_SETTLE = {"normalised", "adamw"}


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS.keys() - CANNOT_SETTLE))
def test_on_a_bowl_every_other_method_settles_in_the_minimum(optimizer: str) -> None:
    trace = run(BOWL, [2.0, 1.0], optimizer, OPTIMIZERS[optimizer].usual_rate, 1000)
    assert trace.status.kind == "converged"
    assert np.linalg.norm(trace.x[-1]) <= 1e-6


def test_the_normalised_gradient_hops_over_the_minimum_within_half_a_rate() -> None:
    trace = run(BOWL, [2.0, 1.0], "normalised", 0.1, 1000)
    assert trace.status.kind == "step-limit"
    assert 0.01 < np.linalg.norm(trace.x[-1]) <= 0.06


@pytest.mark.parametrize("pull", [0.1, 0.5])
def test_adamw_settles_beside_the_minimum_where_decay_and_average_slope_balance(pull: float) -> None:
    # Loshchilov & Hutter: the decay is no part of the gradient, so ∇f is not 0 where the steps end.
    trace = run(parse("(x - 1)^2"), [3.0], "adamw", 0.01, 1000, knobs={"decay": pull})
    assert abs(trace.x[-1, 0] - 1) > 1e-4
    free = run(parse("(x - 1)^2"), [3.0], "adamw", 0.01, 1000, knobs={"decay": 0.0})
    assert free.x.tolist() == run(parse("(x - 1)^2"), [3.0], "adam", 0.01, 1000).x.tolist()


def test_on_rosenbrock_bfgs_needs_34_steps_and_newton_with_a_line_search_21() -> None:
    # Nocedal & Wright, Numerical Optimization, §6.1: 34 and 21 from (−1.2, 1) to ‖∇f‖ ≤ 10⁻⁵.
    e = SURFACES["rosenbrock"].expression
    for optimizer, published in (("bfgs", 34), ("damped", 21)):
        trace = run(e, [-1.2, 1.0], optimizer, 1.0, 100, tolerance=1e-5)
        assert trace.status.kind == "converged" and abs(trace.steps - published) <= 1
        assert trace.x[-1] == pytest.approx([1, 1], abs=1e-4)


def test_on_a_quadratic_newton_arrives_in_one_step_and_bfgs_learns_the_inverse_hessian() -> None:
    assert run(BOWL, [2.0, 1.0], "newton", 1.0, 5).steps == 1
    assert run(BOWL, [2.0, 1.0], "newton", 0.5, 5).x[1].tolist() == [1.0, 0.5]


def test_momentum_is_faster_than_the_gradient_in_a_long_valley() -> None:
    valley = parse("x^2 + 100y^2", ("x", "y"))
    steps = {}
    for optimizer, rate, knobs in (("gd", 0.0099, {}), ("momentum", 0.0165, {"beta": 0.67})):
        trace = run(valley, [1.0, 1.0], optimizer, rate, 1000, tolerance=1e-4, knobs=knobs)
        assert trace.status.kind == "converged"
        steps[optimizer] = trace.steps
    assert steps["momentum"] < steps["gd"] / 4


def test_coordinate_descent_is_there_after_one_round_where_no_coordinate_needs_the_other() -> None:
    trace = run(parse("(x - 3)^2 + (y + 1)^2", ("x", "y")), [0.0, 0.0], "coordinate", 0.5, 10)
    assert trace.x.tolist() == [[0.0, 0.0], [3.0, 0.0], [3.0, -1.0]]


def test_the_first_step_of_adam_is_as_long_as_the_rate_in_every_coordinate() -> None:
    # m̂ = ∇f and √v̂ = |∇f| at the first step, however steep f is.
    for text in ("(x^2 + 50y^2)/1000", "x^2 + 50y^2", "1e6 (x^2 + 50y^2)"):
        trace = run(parse(text, ("x", "y")), [1.0, -2.0], "adam", 0.1, 1)
        assert trace.step[0] == pytest.approx([-0.1, 0.1], rel=1e-4)


def test_newton_goes_to_a_maximum_and_damped_newton_does_not() -> None:
    hill = parse("cos(x)")
    assert run(hill, [0.3], "newton", 1.0, 20).x[-1, 0] == pytest.approx(0, abs=1e-6)
    assert run(hill, [0.3], "damped", 1.0, 50).f[-1] == pytest.approx(-1)


@pytest.mark.parametrize("text", ["x", "x + y^4", "x^3 + y"])
def test_without_an_inverse_of_the_hessian_newton_says_so_and_takes_no_step(text: str) -> None:
    variables = ("x", "y") if "y" in text else ("x",)
    trace = run(parse(text, variables), [0.5] * len(variables), "newton", 1.0)
    assert trace.status.kind == "no-step" and trace.steps == 0
    assert "there is no Newton step" in trace.status.sentence


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("surface", ["booth", "himmelblau", "ackley"])
def test_climbing_the_negated_surface_is_descending_the_surface(surface: str, optimizer: str) -> None:
    where = SURFACES[surface]
    rate = OPTIMIZERS[optimizer].usual_rate * (1 if OPTIMIZERS[optimizer].looks else 0.01)
    both = mirror(where.expression, where.start, optimizer, rate, 8)
    assert both.difference.max() <= 1e-9 * (1 + np.abs(both.descent.x).max())


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS.keys() - {"newton"}))
def test_every_method_but_newton_climbs_when_it_is_asked_to(optimizer: str) -> None:
    hill = parse("10 - x^2 - 2y^2", ("x", "y"))
    trace = run(hill, [2.0, 1.0], optimizer, OPTIMIZERS[optimizer].usual_rate, 400, "ascent")
    assert trace.f[-1] > 9.9


def test_looks_at_f_are_counted_for_every_step() -> None:
    trace = run(SURFACES["rosenbrock"].expression, [-1.2, 1.0], "damped", 1.0, 4)
    halvings = [round(np.log2(1 / _share(trace, k))) for k in range(4)]
    assert trace.asked.tolist() == [halved + 1 for halved in halvings]
    assert run(BOWL, [2.0, 1.0], "adam", 0.1, 4).asked.tolist() == [0] * 4
    assert run(BOWL, [2.0, 1.0], "gd", 1.0, 2, schedule="backtracking").asked.min() >= 1


def _share(trace: Trace, k: int) -> float:
    """Which part of Newton's step was taken."""
    matrix = hessian_at(SURFACES["rosenbrock"].expression, trace.x[k].tolist()).matrix
    whole = np.linalg.solve(matrix, trace.gradient[k])
    return float(np.linalg.norm(trace.step[k]) / np.linalg.norm(whole))
