"""Every optimiser on every surface: its gradient, its first three updates, and how it is known to end."""

from functools import cache
from typing import Any

import numpy as np
import pytest

from core.curvature import curvature_field
from core.descent import Trace, run
from core.descent.retracing import state_before
from core.expression import Expression
from core.gradient import gradient_field
from core.optimizers import OPTIMIZERS
from core.surfaces import SURFACES, Surface
from tests.core.optimizers.reference import gradient, hessian, iterates, mp

PROMISE = 1e-12
EPS = 2.0**-52
LONG = 1000
ARRIVED = 1e-2
FOLLOW_THE_SLOPE = ("gd", "momentum", "nesterov", "coordinate")
"""Their η is a part of the reciprocal of a curvature; the others' is a length, or a part of Newton's step."""

NEVER_RISE = {
    "gd": "the descent lemma: f falls by η‖∇f‖²/2 or more for η ≤ 1/L (Nesterov, 2018, §1.2.3)",
    "coordinate": "the same along one axis (Wright, Coordinate descent algorithms, 2015)",
    "damped": "Armijo's condition (Nocedal & Wright, (3.4))",
    "bfgs": "Armijo's condition (Nocedal & Wright, (3.4))",
}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_gradient_first_updates_and_end_are_as_they_are_known_to_be(optimizer: str, surface: str) -> None:
    where = SURFACES[surface]
    gradient_is_the_quotient_of_differences(where)
    for sense in ("descent", "ascent"):
        updates_are_the_sums_written_out(optimizer, where, sense)
    trace = long_run(optimizer, where)
    if optimizer in NEVER_RISE and where.minima:
        assert (np.diff(trace.f) <= 64 * EPS * (1 + np.abs(trace.f[:-1]))).all(), NEVER_RISE[optimizer]
    if optimizer == "normalised":
        assert np.linalg.norm(trace.step, axis=1) == pytest.approx(trace.rate, rel=1e-12)
    defeat = where.defeated.get(optimizer)
    if defeat is None:
        arrives(optimizer, where, trace)
    else:
        {"crawls": crawls, "misled": is_misled, "endless": leaves}[defeat.kind](optimizer, where, trace)


@pytest.mark.parametrize("surface", ["sphere", "ellipse", "booth", "matyas"])
def test_on_a_quadratic_newton_takes_one_step_and_the_gradient_keeps_its_rate(surface: str) -> None:
    # Each eigen-component is multiplied by 1 − λ/L at each step, so ‖x_k − x*‖ ≤ (1 − μ/L)ᵏ ‖x_0 − x*‖.
    where = SURFACES[surface]
    for name in ("newton", "damped"):
        assert long_run(name, where).steps == 1
    (goal,) = where.minima
    trace = long_run("gd", where)
    off = np.linalg.norm(trace.x - goal.point, axis=1)
    mu, most = np.linalg.eigvalsh(second(where, where.start))
    assert (off <= (1 - mu / most) ** np.arange(len(off)) * off[0] * (1 + 1e-9) + 1e-12).all()


def test_on_a_cubic_form_newton_halves_the_distance_to_the_saddle() -> None:
    # ∇f is of degree 2 and H of degree 1 (Euler), so H·x = 2∇f.
    monkey = SURFACES["monkey-saddle"]
    for name in ("newton", "damped"):
        trace = long_run(name, monkey)
        halves = np.array(monkey.start) * 0.5 ** np.arange(len(trace.x))[:, None]
        assert trace.x == pytest.approx(halves, rel=1e-9) and trace.steps > 10


def test_plain_descent_is_thrown_off_the_cliff_by_a_rate_that_is_usual_elsewhere() -> None:
    # Goodfellow, Bengio & Courville, §8.2.4: the cliff catapults the parameters very far.
    cliff = SURFACES["cliff"]
    thrown = run(cliff.expression, cliff.start, "gd", OPTIMIZERS["gd"].usual_rate, 10)
    assert thrown.status.kind == "diverged"
    assert np.abs(thrown.x[1, 0]) > 10 * cliff.window[0][1]


@cache
def gradient_is_the_quotient_of_differences(where: Surface) -> None:
    quotients = [float(part) for part in gradient(where.expression, [mp.mpf(at) for at in where.start])]
    scale = 1 + np.abs(quotients).max()
    found = gradient_field(where.expression).at(where.start)[1]
    assert found == pytest.approx(quotients, abs=PROMISE * scale)


def updates_are_the_sums_written_out(optimizer: str, where: Surface, sense: Any) -> None:
    row, e = OPTIMIZERS[optimizer], where.expression
    rate = telling_rate(optimizer, e, where.start)
    trace = run(e, where.start, optimizer, rate, 3, sense, tolerance=0)
    sign = 1 if sense == "descent" else -1
    sums = iterates(optimizer, e, where.start, rate, row.defaults, sign, trace.steps)
    assert trace.steps == 3 or (trace.steps and trace.status.kind == "diverged" and row.looks)
    for k in range(1, trace.steps + 1):
        expected = np.array([float(part) for part in sums[k]])
        assert trace.x[k] == pytest.approx(expected, abs=promise(optimizer, e, trace, k))


def telling_rate(optimizer: str, e: Expression, start: tuple[float, float]) -> float:
    """A part of Newton's way, so that nothing is there at once; else steps of about a hundredth."""
    if "hessian" in OPTIMIZERS[optimizer].looks:
        return 0.4
    if optimizer in FOLLOW_THE_SLOPE:
        return 0.01 / float(np.linalg.norm(gradient_field(e).at(start)[1]))
    return 0.01


def promise(optimizer: str, e: Expression, trace: Trace, k: int) -> float:
    """10⁻¹² of the numbers' size; a matrix of condition κ, given or learnt, costs a factor κ of rounding."""
    size = 1 + np.abs(trace.x[: k + 1]).max()
    if optimizer == "bfgs":
        matrices = [state_before(trace, j + 1).inverse for j in range(1, k + 1)]
    elif "hessian" in OPTIMIZERS[optimizer].looks:
        matrices = [curvature_field(e).at(x.tolist()) for x in trace.x[:k]]
    else:
        return PROMISE * size
    return max(PROMISE, 64 * EPS * max(map(np.linalg.cond, matrices))) * size


@cache
def long_run(optimizer: str, where: Surface) -> Trace:
    """At most 1000 steps at the rate that theory calls safe, or that is small beside the window."""
    return run(where.expression, where.start, optimizer, safe_rate(optimizer, where), LONG, tolerance=1e-9)


def safe_rate(optimizer: str, where: Surface) -> float:
    """1/L; (1 − β)/L for the heavy ball, whose steps add up to 1/(1 − β) as much; whole steps by a model.

    AdaGrad's is the distance to go over √2 (Duchi, Hazan & Singer, 2011), and for those whose
    steps are about η long it is a hundredth of the way from the middle of the window to its side.
    """
    row = OPTIMIZERS[optimizer]
    if row.looks:
        return 1.0
    if optimizer in FOLLOW_THE_SLOPE:
        left = 1 - row.defaults["beta"] if optimizer == "momentum" else 1.0
        return left / steepest(where)
    if optimizer == "adagrad":
        if where.goal is None:
            return row.usual_rate
        return float(np.abs(np.subtract(where.start, where.goal.point)).max() / np.sqrt(2))
    return 0.005 * min(high - low for low, high in where.window)


@cache
def steepest(where: Surface) -> float:
    """L, the largest curvature wherever f is as low as at the start; from there no safe step leads out."""
    x, y = np.meshgrid(*(np.linspace(*side, 81) for side in where.window))
    low = where.expression(x, y) <= where.expression(*where.start)
    matrices = curvature_field(where.expression).over(np.column_stack([x[low], y[low]]))
    return float(np.abs(np.linalg.eigvalsh(matrices[np.isfinite(matrices).all(axis=(1, 2))])).max())


def second(where: Surface, at: Any) -> np.ndarray:
    """The Hessian from differences of f in many digits."""
    matrix = hessian(where.expression, [mp.mpf(float(part)) for part in at])
    return np.array(matrix.tolist(), dtype=np.float64)


def away(where: Surface, trace: Trace) -> tuple[float, float, float]:
    """How far the next minimum is and how far below, by the quadratic model, and the curvature across.

    Both are infinite where the model has no minimum.
    """
    x = trace.x[trace.last]
    H = second(where, x)
    g = np.array([float(part) for part in gradient(where.expression, [mp.mpf(float(part)) for part in x])])
    least, most = np.linalg.eigvalsh(H)
    if least <= 0:
        return np.inf, np.inf, most
    way = np.linalg.solve(H, g)
    return float(np.linalg.norm(way)), float(g @ way / 2), most


def arrives(optimizer: str, where: Surface, trace: Trace) -> None:
    """In a minimum, or as near to one as its kind of step allows."""
    off, gap, most = away(where, trace)
    ends = OPTIMIZERS[optimizer].ends
    assert trace.f[-1] < trace.f[0]
    if ends in ("minimum", "level"):
        assert off <= ARRIVED
    else:
        # A step of at most η in each of d coordinates goes no higher than ½ L d η² up the other side.
        assert gap <= most * trace.rate[0] ** 2
    if ends == "beside":
        # The pull towards 0 is balanced by a slope that leads away from 0.
        assert (trace.gradient[-1] * trace.x[-1] <= 1e-6).all()
    if optimizer in ("newton", "damped", "bfgs"):
        assert trace.status.kind == "converged" and trace.steps <= 40
    if optimizer == "gd":
        assert where.goal is not None
        assert trace.x[-1] == pytest.approx(where.goal.point, abs=ARRIVED)


def crawls(optimizer: str, where: Surface, trace: Trace) -> None:
    """Lower than it was, and not there; a rate of 1/L leaves (1 − μ/L)ᵏ of the error, still a third."""
    off, _, _ = away(where, trace)
    assert trace.status.kind == "step-limit"
    assert trace.f[-1] < trace.f[0] and off > ARRIVED
    if optimizer in ("gd", "momentum", "coordinate"):
        assert where.goal is not None
        flattest = np.linalg.eigvalsh(second(where, where.goal.point))[0]
        assert (1 - flattest / steepest(where)) ** LONG > 1 / 3


def is_misled(optimizer: str, where: Surface, trace: Trace) -> None:
    """Where H is not positive definite the model has no minimum to go to (Nocedal & Wright, §3.3)."""
    assert np.linalg.eigvalsh(second(where, where.start))[0] < 0
    assert "hessian" in OPTIMIZERS[optimizer].looks
    off, _, _ = away(where, trace)
    assert off == np.inf


def leaves(optimizer: str, where: Surface, trace: Trace) -> None:
    """Below every height it has been at, and out of the window."""
    assert trace.f[trace.last] < trace.f[0] - 5, optimizer
    low, high = np.array(where.window).T
    assert ((trace.x[trace.last] < low) | (trace.x[trace.last] > high)).any()
