"""How a run goes and how it ends: each named outcome from a function with a known end."""

import numpy as np
import pytest

from core.errors import SettingError
from core.expression import parse
from core.newton import METHODS, Target, newton_minimise, newton_root, newton_run
from core.newton.outcomes import OUTCOMES
from tests.core.newton.problems import HIMMELBLAU, OMEGA, QUARTIC, ROSENBROCK, plane

ROOTS = [
    ("x^2 - 2", 1.0, 2**0.5),
    ("x^3 - 2x - 5", 2.0, 2.0945514815423265),  # Wallis's own example
    ("cos(x) - x", 1.0, 0.7390851332151607),  # Dottie number
    ("x - e^(-x)", 0.0, 0.5671432904097838),  # omega constant
    ("x^2 - 5", 2.0, 5**0.5),
]
ENDS = [
    ("root", "atan(x)", 1.5, "flies-off"),
    ("root", "x^3 - 2x + 2", 0.0, "cycle"),
    ("root", "x^2 + 1", 1.0, "singular"),
    ("root", "log(x)", 3.0, "left-domain"),
    ("root", "sqrt(|x|)", 1.0, "cycle"),
    ("root", "cbrt(x)", 1.0, "flies-off"),
    ("root", "|x - 1| + 1", 1.0, "no-slope"),
    ("minimum", "e^x", 0.0, "step-limit"),
    ("minimum", "x^4 - 2x^2", 0.0, "maximum"),
    ("minimum", "x^4 - 2x^2", 0.9, "minimum"),
    ("minimum", "x^3", 1.0, "degenerate"),
    ("minimum", "2x + 1", 0.0, "singular"),
    ("minimum", "|x|^1.5 + x", 0.0, "no-second-derivative"),
    ("minimum", "|x| + x^2", 0.0, "no-slope"),
    ("minimum", "sqrt(x) + x^2", 1.0, "left-domain"),
]


@pytest.mark.parametrize(("text", "start", "root"), ROOTS)
def test_a_root_from_the_literature_is_found(text: str, start: float, root: float) -> None:
    run = newton_root(parse(text), start)
    assert run.outcome.kind == "root"
    assert run.x[-1, 0] == pytest.approx(root, abs=1e-14)
    assert run.steps <= 6


@pytest.mark.parametrize(("aim", "text", "start", "kind"), ENDS)
def test_a_run_ends_as_it_must(aim: str, text: str, start: float, kind: str) -> None:
    run = newton_root(parse(text), start) if aim == "root" else newton_minimise(parse(text), [start])
    assert run.outcome.kind == kind
    assert run.outcome.kind in OUTCOMES
    assert run.outcome.sentence.endswith(".")
    assert run.outcome.step == run.steps


@pytest.mark.parametrize(
    ("text", "start", "kind"),
    [
        ("x^2 - y^2", (1.0, 2.0), "saddle"),
        ("x^2 - y^2", (0.0, 0.0), "saddle"),
        ("-x^2 - y^2 + x^4", (0.1, 0.1), "maximum"),
        ("x^3 - 3x*y^2", (1.0, 1.0), "degenerate"),
        ("(x + y)^2", (1.0, 3.0), "singular"),
        ("x^2 + y", (1.0, 1.0), "singular"),
    ],
)
def test_a_run_in_the_plane_ends_as_it_must(text: str, start: tuple[float, float], kind: str) -> None:
    assert newton_minimise(plane(text), start).outcome.kind == kind


def test_the_cycle_of_the_textbook_is_0_1_0_1() -> None:
    run = newton_root(parse("x^3 - 2x + 2"), 0.0)
    assert run.x[:, 0].tolist() == [0, 1, 0, 1]
    assert run.outcome.period == 2
    assert "0, 1, 0, and so on" in run.outcome.sentence


def test_a_start_near_an_attracting_cycle_falls_into_it() -> None:
    run = newton_root(parse("x^3 - 2x + 2"), 0.1)
    assert run.outcome.kind == "cycle"
    assert sorted(np.round(run.x[-2:, 0], 9).tolist()) == [0, 1]


def test_a_quadratic_takes_one_step_from_anywhere() -> None:
    for start in ((3.0, -7.0), (1e6, 1e-6), (-0.5, 0.25)):
        run = newton_minimise(plane("2x^2 + 3y^2 - x*y + x"), start)
        assert run.steps <= 2
        assert run.x[-1] == pytest.approx(np.array([-6 / 23, -1 / 23]), abs=1e-9)


def test_the_minimum_of_the_exponential_minus_the_logarithm_is_the_omega_constant() -> None:
    run = newton_minimise(OMEGA, [0.05])
    assert run.steps == 8
    assert run.x[-1, 0] == pytest.approx(0.567143290409783873, abs=1e-15)
    assert run.f[-1] == pytest.approx(2.3303661247616806)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_takes_eight_steps_on_the_quartic(method: str) -> None:
    run = newton_minimise(QUARTIC, (4.0, 4.0), method)
    assert run.steps == 8
    assert np.abs(run.x[-1]).max() < 1e-16


@pytest.mark.parametrize("method", [name for name in METHODS if name != "newton"])
@pytest.mark.parametrize(("e", "start"), [(HIMMELBLAU, (0.5, 0.5)), (ROSENBROCK, (-1.2, 1.0))])
def test_a_remedy_never_lets_f_rise(method: str, e: object, start: tuple[float, float]) -> None:
    run = newton_minimise(e, start, method)
    assert (np.diff(run.f) <= 1e-13 * np.abs(run.f[:-1])).all()
    assert run.outcome.kind == "minimum"


@pytest.mark.parametrize("method", ["levenberg", "trust"])
@pytest.mark.parametrize(
    ("text", "start"),
    [("x^4 - 2x^2 + y^2", (0.1, 1.0)), ("x^4 - 2x^2 + y^4", (0.3, 0.5)), ("cos(x) + cos(y)", (0.3, 0.2))],
)
def test_these_remedies_leave_saddles_and_maxima_alone(
    method: str, text: str, start: tuple[float, float]
) -> None:
    run = newton_minimise(plane(text), start, method, steps=100)
    assert (np.linalg.eigvalsh(run.jacobian[-1]) > -1e-9).all()
    assert np.abs(run.field[-1]).max() < 1e-9


def test_damping_mends_what_flies_off_and_what_leaves_the_domain() -> None:
    assert newton_root(parse("atan(x)"), 1.5, "damped").x[-1, 0] == pytest.approx(0, abs=1e-12)
    assert newton_root(parse("log(x)"), 3.0, "damped").x[-1, 0] == pytest.approx(1, abs=1e-12)


def test_damping_says_where_no_step_helps() -> None:
    run = newton_minimise(parse("sqrt(1 - x^2)"), [0.9], "damped")
    assert run.outcome.kind == "stuck"
    assert run.x[-1, 0] == pytest.approx(1)


def test_what_is_counted_is_what_was_asked_for() -> None:
    run = newton_minimise(QUARTIC, (4.0, 4.0))
    assert (run.cost.values, run.cost.gradients, run.cost.hessians) == (0, 9, 9)
    assert newton_root(parse("x^2 - 2"), 1.0).cost.values == 6


def test_a_run_fits_the_pictures_of_runs() -> None:
    run = newton_minimise(QUARTIC, (4.0, 4.0))
    assert run.x.shape == run.gradient.shape == run.field.shape == (9, 2)
    assert run.f.shape == (9,)
    assert run.x[:-1] + run.step == pytest.approx(run.x[1:])


@pytest.mark.parametrize(
    ("start", "method", "steps", "setting"),
    [
        ([-1.0], "newton", 50, "x0"),
        ([1.0], "none such", 50, "method"),
        ([1.0], "newton", 0, "steps"),
        ([float("nan")], "newton", 5, "x0"),
    ],
)
def test_a_setting_of_no_use_is_named(start: list[float], method: str, steps: int, setting: str) -> None:
    with pytest.raises(SettingError) as error:
        newton_minimise(parse("log(x) + x^2"), start, method, steps)
    assert error.value.setting == setting


def test_a_root_is_looked_for_in_one_variable_and_by_methods_that_can() -> None:
    with pytest.raises(ValueError, match="one variable"):
        Target(QUARTIC, "root")
    with pytest.raises(SettingError):
        newton_run(Target(parse("x^2 - 2"), "root"), [1.0], "trust")
