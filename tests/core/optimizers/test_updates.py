"""Every optimiser on every surface: gradient and first three updates against many-digit sums written out."""

import numpy as np
import pytest

from core.curvature import curvature_field
from core.descent import Trace, run
from core.expression import Expression
from core.gradient import gradient_field
from core.optimizers import OPTIMIZERS
from core.retracing import state_before
from core.surfaces import SURFACES
from tests.core.optimizers.reference import gradient, iterates, mp

PROMISE = 1e-12
EPS = 2.0**-52


@pytest.mark.parametrize("surface", SURFACES)
def test_the_gradient_at_the_start_is_the_quotient_of_differences(surface: str) -> None:
    e, start = SURFACES[surface].expression, SURFACES[surface].start
    second = [float(part) for part in gradient(e, [mp.mpf(at) for at in start])]
    scale = 1 + np.abs(second).max()
    assert gradient_field(e).at(start)[1] == pytest.approx(second, abs=PROMISE * scale)


@pytest.mark.parametrize("sense", ["descent", "ascent"])
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_first_three_updates_are_those_of_the_sums_written_out(
    optimizer: str, surface: str, sense: str
) -> None:
    row, where = OPTIMIZERS[optimizer], SURFACES[surface]
    e = where.expression
    rate = telling_rate(optimizer, e, where.start)
    trace = run(e, where.start, optimizer, rate, 3, sense, tolerance=0)
    sign = 1 if sense == "descent" else -1
    second = iterates(optimizer, e, where.start, rate, row.defaults, sign, trace.steps)
    assert trace.steps == 3 or (trace.steps and trace.status.kind == "diverged" and row.looks)
    for k in range(1, trace.steps + 1):
        expected = np.array([float(part) for part in second[k]])
        assert trace.x[k] == pytest.approx(expected, abs=promise(optimizer, e, trace, k))


def telling_rate(optimizer: str, e: Expression, start: tuple[float, float]) -> float:
    """A part of Newton's way, so that nothing is there at once; else steps of about a hundredth."""
    if "hessian" in OPTIMIZERS[optimizer].looks:
        return 0.4
    by_length = optimizer in ("gd", "momentum", "nesterov", "coordinate")
    return 0.01 / float(np.linalg.norm(gradient_field(e).at(start)[1])) if by_length else 0.01


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
