"""Every optimiser, schedule and method of Newton takes the same steps in its script as in the lesson."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest

from core.descent import run
from core.expression import parse
from core.newton import METHODS, newton_run
from core.newton.target import Target
from core.optimizers import OPTIMIZERS
from core.schedules import SCHEDULES
from core.take_home import gd_vs_ascent_script, hessian_newton_script, learning_rate_script
from core.take_home.hessian_newton import METHOD_LINES
from core.take_home.steps_in_python import OPTIMIZER_LINES, SCHEDULE_LINES
from tests.core.take_home.running import printed_by, rows

PLANE = parse("(1 - x)^2 + 10(y - x^2)^2", ("x", "y"))
LINE = parse("x^4/4 - x^2 + 2x + cos(x)")
CASES = ((PLANE, [-1.2, 1.0]), (LINE, [0.4]))


def test_every_row_of_the_tables_has_its_lines() -> None:
    assert OPTIMIZER_LINES.keys() == OPTIMIZERS.keys()
    assert SCHEDULE_LINES.keys() == SCHEDULES.keys()
    assert METHOD_LINES.keys() == METHODS.keys()


def test_every_optimiser_goes_the_same_way_down_and_up(tmp_path: Path) -> None:
    scripts, wanted = [], []
    for name, (e, start) in product(OPTIMIZERS, CASES):
        rate = 0.5 * OPTIMIZERS[name].usual_rate
        traces = [run(e, start, name, rate, 12, sense) for sense in ("descent", "ascent")]
        scripts.append(gd_vs_ascent_script(e, traces, rate, 12))
        wanted.append([[*trace.x[k], trace.f[k]] for trace in traces for k in range(len(trace.x))])
    for script, output, numbers in zip(scripts, printed_by(scripts, tmp_path), wanted, strict=True):
        found = [row[1:-1] for row in rows(output)]
        np.testing.assert_allclose(found, numbers, rtol=1e-7, atol=1e-9, err_msg=script)


def test_every_schedule_gives_the_same_rates(tmp_path: Path) -> None:
    scripts, wanted = [], []
    for name, (e, start) in product(SCHEDULES, CASES):
        knobs = {knob.name: knob.default for knob in SCHEDULES[name].knobs}
        rate = 5.0 if name == "backtracking" else 0.03
        trace = run(e, start, rate=rate, steps=25, schedule=name, schedule_knobs=knobs)
        scripts.append(learning_rate_script(e, trace, rate, 25, knobs))
        wanted.append([[*trace.x[k], trace.f[k], trace.rate[k - 1]] for k in range(1, len(trace.x))])
    for script, output, numbers in zip(scripts, printed_by(scripts, tmp_path), wanted, strict=True):
        found = [row[1:] for row in rows(output)][1:]
        np.testing.assert_allclose(found, numbers, rtol=1e-9, atol=1e-12, err_msg=script)


def test_every_method_of_newton_takes_the_same_steps(tmp_path: Path) -> None:
    cases = [(name, Target(e, "minimum"), start) for name in METHODS for e, start in CASES]
    roots = [(name, Target(LINE, "root"), [2.5]) for name, row in METHODS.items() if "root" in row.aims]
    monkey = parse("x^3 - 3x*y^2", ("x", "y"))
    hard = [("trust", Target(monkey, "minimum"), [0.5, 0.0]), ("levenberg", Target(LINE, "minimum"), [0.0])]
    runs = [newton_run(target, start, name, 15) for name, target, start in (*cases, *roots, *hard)]
    assert min(found.steps for found in runs) >= 3
    scripts = [hessian_newton_script(found) for found in runs]
    for found, script, output in zip(runs, scripts, printed_by(scripts, tmp_path), strict=True):
        printed = [row[1:] for row in rows(output)]
        numbers = [[*found.x[k], found.f[k]] for k in range(found.steps + 1)]
        np.testing.assert_allclose(printed, numbers, rtol=1e-6, atol=1e-7, err_msg=script)


def test_the_hard_case_of_a_trust_region_is_met(tmp_path: Path) -> None:
    """On the x-axis ∇(x² − y²) has no part along the lowest eigenvector, which fills up the length."""
    found = newton_run(Target(parse("x^2 - y^2", ("x", "y")), "minimum"), [0.5, 0.0], "trust", 4)
    (output,) = printed_by([hessian_newton_script(found)], tmp_path)
    assert rows(output)[1][1:3] == pytest.approx(found.x[1].tolist(), abs=1e-12)
    assert abs(found.x[1][1]) > 0.5
