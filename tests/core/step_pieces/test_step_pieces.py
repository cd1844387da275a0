"""The cartoon: parts that add up to the step, and worked steps each with a check that can fail."""

import numpy as np
import pytest

from core.descent import run
from core.descent.retracing import state_before
from core.expression import parse
from core.optimizers import OPTIMIZERS
from core.step_pieces import CARTOONS, all_pieces, piece_steps, step_pieces
from core.surfaces import SURFACES

EVERY = pytest.mark.parametrize("optimizer", OPTIMIZERS)
SENSES = pytest.mark.parametrize("sense", ["descent", "ascent"])
WHERE = SURFACES["himmelblau"]
QUIET = ("Nothing learnt yet", "Nothing learnt", "No way down")


def some_run(optimizer: str, sense: str = "descent", steps: int = 12, start=(0.5, 0.6)):
    rate = 0.5 if OPTIMIZERS[optimizer].looks else 0.01
    return run(WHERE.expression, start, optimizer, rate, steps, sense)


def test_every_optimiser_has_its_cartoon() -> None:
    assert set(CARTOONS) == set(OPTIMIZERS)


@EVERY
@SENSES
def test_the_parts_of_every_step_add_up_to_it(optimizer: str, sense: str) -> None:
    trace = some_run(optimizer, sense)
    for pieces in all_pieces(WHERE.expression, trace):
        total = np.sum([part.vector for part in pieces.parts], axis=0)
        size = max(np.abs(part.vector).max() for part in pieces.parts)
        assert total == pytest.approx(trace.step[pieces.k - 1], abs=1e-13 * size)
        assert pieces.start.tolist() == trace.x[pieces.k - 1].tolist()


@EVERY
@SENSES
def test_every_line_of_a_worked_step_has_a_check_that_holds(optimizer: str, sense: str) -> None:
    trace = some_run(optimizer, sense)
    for k in {1, 2, min(7, trace.steps), trace.steps}:
        for step in piece_steps(WHERE.expression, trace, k):
            assert step.latex.count("{") == step.latex.count("}")
            assert step.check is not None or step.title in QUIET
            assert step.check is None or step.check.holds, (k, step.title, step.check)


@EVERY
def test_in_one_variable_every_step_is_worked_out_too(optimizer: str) -> None:
    e = parse("e^x - log x")
    trace = run(e, [0.9], optimizer, OPTIMIZERS[optimizer].usual_rate, 5)
    for k in range(1, trace.steps + 1):
        assert all(step.check is None or step.check.holds for step in piece_steps(e, trace, k))


@pytest.mark.parametrize("optimizer", ["momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"])
def test_a_wrong_gradient_is_found_by_the_scaled_step_and_where_it_is_remembered(optimizer: str) -> None:
    trace = some_run(optimizer)
    trace.gradient[4] *= 1.001
    scaled = next(step for step in piece_steps(WHERE.expression, trace, 5) if step.title == "Scaled")
    assert not scaled.check.holds
    assert not piece_steps(WHERE.expression, trace, 6)[-1].check.holds


@EVERY
def test_a_wrong_step_is_found_by_the_last_line(optimizer: str) -> None:
    trace = some_run(optimizer)
    trace.x[3] += 1e-6
    assert not piece_steps(WHERE.expression, trace, 3)[-1].check.holds


def test_at_the_first_step_nothing_is_remembered() -> None:
    for optimizer in ("momentum", "nesterov", "adam"):
        memory, gradient = step_pieces(WHERE.expression, some_run(optimizer), 1).parts
        assert (memory.kind, gradient.kind) == ("memory", "gradient")
        assert memory.vector.tolist() == [0.0, 0.0] and gradient.vector.any()


def test_the_memory_of_the_heavy_ball_is_beta_times_the_last_step() -> None:
    trace = some_run("momentum")
    for k in range(2, 8):
        memory = step_pieces(WHERE.expression, trace, k).parts[0]
        assert memory.vector == pytest.approx(0.9 * trace.step[k - 2], rel=1e-12)


def test_the_decay_points_at_the_origin_and_is_named() -> None:
    decay = step_pieces(WHERE.expression, some_run("adamw"), 5).parts[-1]
    x = some_run("adamw").x[4]
    assert decay.kind == "decay" and decay.vector == pytest.approx(-0.01 * 0.01 * x, rel=1e-12)


def test_in_an_ascent_the_bare_step_climbs() -> None:
    pieces = step_pieces(WHERE.expression, some_run("adam", "ascent"), 1)
    assert pieces.bare @ some_run("adam", "ascent").gradient[0] > 0


@EVERY
def test_the_state_left_by_a_run_is_found_again_bit_by_bit(optimizer: str) -> None:
    trace = some_run(optimizer)
    again = run(WHERE.expression, (0.5, 0.6), optimizer, float(trace.rate[0]), 6)
    for one, other in zip(state_before(trace, 6), state_before(again, 6), strict=True):
        assert one.tolist() == other.tolist()
    if optimizer == "momentum":
        assert -trace.rate[4] * state_before(trace, 6).velocity == pytest.approx(trace.step[4], rel=0, abs=0)
    if optimizer == "bfgs":
        assert state_before(trace, 6).step.tolist() == trace.step[4].tolist()


def test_a_step_halved_by_the_search_says_how_often() -> None:
    e = SURFACES["rosenbrock"].expression
    trace = run(e, [-1.2, 1.0], "damped", 1.0, 3)
    scaled = piece_steps(e, trace, 2)[-2]
    assert scaled.title == "Scaled" and scaled.why == "The step is halved 3 times until f falls enough."
    assert scaled.latex.startswith(r"\frac{\eta}{8}\, s")
