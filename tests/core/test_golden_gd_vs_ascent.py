"""Every golden case of the lesson, computed again: it holds, or it is an erratum whose right value holds."""

from fractions import Fraction
from typing import Any

import mpmath
import numpy as np
import pytest
import sympy

from core.descent import run
from core.descent.comparison import mirror
from core.expression import Expression, parse
from core.gradient import gradient_at, gradient_field
from tests.core.golden import Case, Golden

GOLDEN = Golden("gd_vs_ascent")
BY_ID, checks = GOLDEN.cases, GOLDEN.checked_by
SURFACE = parse(BY_ID["surf85-grad-x"]["input"]["f"], ("x", "y"))
STEEP = parse("exp(x) - log(x)")
OMEGA = float(mpmath.lambertw(1).real)


def test_all_36_cases_are_here_and_each_is_checked() -> None:
    assert len(BY_ID) == 36
    assert set(GOLDEN.checks) == set(BY_ID)


@pytest.mark.parametrize("name", BY_ID)
def test_golden_case_holds(name: str) -> None:
    GOLDEN.check(name)


def rounds_to(value: float, printed: str) -> bool:
    """Whether the printed decimals are those of the value, to half a unit of the last one."""
    decimals = len(printed.partition(".")[2])
    return bool(abs(value - float(printed)) <= 0.5 * 10**-decimals * (1 + 1e-9))


def slope(e: Expression, *where: float) -> np.ndarray:
    return gradient_at(e, where).vector


def same_formula(first: sympy.Expr, second: str) -> bool:
    return sympy.expand(first - parse(second).sympy) == 0


@checks("follow-gradient-to-min")
def _follow(case: Case) -> None:
    e, start, rate = parse(case["input"]["f"]), [case["input"]["x0"]], case["input"]["lr"]
    up = run(e, start, rate=rate, steps=1, sense="ascent")
    down = run(e, start, rate=rate, steps=1)
    assert up.x[1, 0] == float(case["verified"]["x0+lr*grad"])
    assert down.x[1, 0] == float(case["verified"]["x0-lr*grad"])
    assert up.f[1] > up.f[0] and down.f[1] < down.f[0]


@checks("surf85-grad-x", "surf85-grad-y")
def _surface_gradient(case: Case) -> None:
    axis = 0 if case["id"].endswith("x") else 1
    value = slope(SURFACE, *case["input"]["point"])[axis]
    assert value == pytest.approx(float(Fraction(case["verified"]["exact"])), rel=1e-14)
    assert rounds_to(value, case["claimed"]) is case["agrees"]


@checks("surf85-step")
def _surface_step(case: Case) -> None:
    there = run(SURFACE, case["input"]["point"], rate=case["input"]["alpha"], steps=1).x[1]
    for value, name in zip(there, "xy", strict=True):
        assert value == pytest.approx(float(case["verified"][name]), rel=1e-14)
        assert rounds_to(value, case["claimed"][name])


@checks("surf85-start")
def _surface_start(case: Case) -> None:
    for where in ((0.5, 0.5), (0.5, 0.6)):
        expected = [float(text) for text in case["verified"][f"gradient_at_({where[0]},{where[1]})"]]
        assert slope(SURFACE, *where) == pytest.approx(expected, abs=1e-10)
    next_from_printed = run(SURFACE, case["input"]["printed_start"], rate=0.05, steps=1).x[1]
    assert not rounds_to(next_from_printed[0], BY_ID["surf85-step"]["claimed"]["x"])


@checks("surf85-converge")
def _surface_trace(case: Case) -> None:
    trace = run(SURFACE, case["input"]["start"], rate=case["input"]["alpha"], steps=150)
    distance = np.linalg.norm(trace.x - [4.0, 4.0], axis=1)
    first_near = int(np.argmax(distance <= 1e-6))
    assert first_near == case["verified"]["steps_to_within_1e-6_of_(4,4)"]
    for step, where in (*case["verified"]["trace"].items(), (first_near, case["verified"]["final"])):
        assert trace.x[int(step)] == pytest.approx([float(text) for text in where], rel=1e-13)


@checks("quad-derivative", "quad-neg-derivative")
def _derivative(case: Case) -> None:
    (partial,) = gradient_field(parse(case["input"]["f"])).partials
    assert same_formula(partial, case["verified"]["derivative"])
    assert same_formula(partial, case["claimed"]) is case["agrees"]


@checks("quad-critical")
def _critical(case: Case) -> None:
    e = parse(case["input"]["f"])
    roots = sympy.solve(gradient_field(e).partials[0])
    assert str(roots) == case["verified"]
    assert run(e, [float(case["claimed"])]).status.kind == "critical-start"


@checks(*(f"{way}-step{k}" for way in ("ga-ascent", "gd-descent") for k in range(1, 6)))
def _numbered_step(case: Case) -> None:
    k = case["input"]["step"]
    value = float(same_sense_run(case, k).x[k, 0])
    assert repr(value) == case["verified"]["float64_repr"]
    assert Fraction(case["verified"]["fraction"]) == 2 - 2 * (1 - 2 * Fraction(4, 10)) ** k
    assert value == float(Fraction(case["verified"]["fraction"])) == float(case["claimed"])


@checks("ga-ascent-trace", "gd-descent-trace")
def _whole_trace(case: Case) -> None:
    trace = same_sense_run(case, case["input"]["steps"])
    assert [repr(value) for value in trace.x[:, 0].tolist()] == case["verified"]["float64_repr"]
    assert trace.x[:, 0].tolist() == [float(Fraction(text)) for text in case["verified"]["exact"]]
    assert trace.x[:, 0].tolist() == [float(text) for text in case["claimed"]]


def same_sense_run(case: Case, steps: int) -> Any:
    sense = "ascent" if "ascent" in case["id"] else "descent"
    start = [float(case["input"]["x0"])]
    return run(parse(case["input"]["f"]), start, rate=case["input"]["eta"], steps=steps, sense=sense)


@checks("gd-equals-ga")
def _mirror(case: Case) -> None:
    both = mirror(parse(case["input"]["f"]), [0.0], rate=0.4, steps=5)
    identical = both.descent.x.tolist() == both.ascent.x.tolist()
    assert identical is case["verified"]["identical"]
    assert both.difference.tolist() == [0.0] * 6


def listing(x: float, rate: float, steps: int) -> list[float]:
    """The source's own program: descent on Python's x**2 along the symmetric difference with h = 10⁻³."""
    h = 1e-3
    visited = [x]
    for _ in range(steps):
        x = x - rate * (((x + h) ** 2 - (x - h) ** 2) / (2 * h))
        visited.append(x)
    return visited


@checks("gd002-default")
def _listing_at_its_sliders(case: Case) -> None:
    e, given = parse(case["input"]["f"]), case["input"]
    trace = run(e, [given["x0"]], rate=given["lr"], steps=given["steps"])
    assert trace.x[:, 0] == pytest.approx([float(text) for text in case["verified"]["exact"]], rel=1e-15)
    numerical = listing(given["x0"], given["lr"], given["steps"])
    assert [repr(value) for value in numerical] == case["verified"]["float64_repr"]


@checks("gd002-hyper")
def _listing_at_its_constants(case: Case) -> None:
    e, given = parse(case["input"]["f"]), case["input"]
    trace = run(e, [given["x0"]], rate=given["lr"], steps=given["steps"], tolerance=0)
    assert trace.x[-1, 0] == pytest.approx(float(case["verified"]["10*0.8**100"]), rel=1e-13)
    assert repr(listing(given["x0"], given["lr"], given["steps"])[-1]) == case["verified"]["x_100"]


@checks("ctrl-gd002")
def _slider(case: Case) -> None:
    slider = case["input"]["learning_rate"]
    low, high, step, value = (Fraction(str(slider[key])) for key in ("min", "max", "step", "value"))
    grid = [low + k * step for k in range(int((high - low) / step) + 1)]
    assert grid == [Fraction(text) for text in case["verified"]["grid"]]
    assert (value in grid) is case["verified"]["value_on_grid"]
    assert (high in grid) is case["verified"]["max_on_grid"]


@checks("normalize-unused")
def _normalising_makes_a_difference(case: Case) -> None:
    """In the source the switch is never read; here it is, and the run changes."""
    assert case["verified"]["occurrences_of_normalize_in_body_code"] == 0
    plain, normalised = (run(parse("x^2"), [9.0], name, 0.1, 3).x[:, 0] for name in ("gd", "normalised"))
    assert plain == pytest.approx([9, 7.2, 5.76, 4.608])
    assert normalised == pytest.approx([9, 8.9, 8.8, 8.7])


@checks("gd1d-f-ocr")
def _misprinted_function(case: Case) -> None:
    printed, right = parse(case["claimed"]["f"]), parse(case["verified"]["right_f"])
    difference = gradient_field(printed).partials[0] - parse(case["verified"]["d/dx exp(-log(x))"]).sympy
    assert sympy.simplify(difference) == 0
    misprint = float(parse(case["claimed"]["f'"])(0.05))
    assert misprint == pytest.approx(float(case["verified"]["f'(0.05)_as_printed"]), rel=1e-7)
    assert gradient_field(right).partials[0] == parse(case["verified"]["right_f'"]).sympy
    assert rounds_to(slope(right, 0.05)[0], "-18.9") and not rounds_to(misprint, "-18.9")


@checks("gd1d-g0")
def _first_slope(case: Case) -> None:
    value = slope(parse(case["input"]["f"]), case["input"]["x"])[0]
    assert value == pytest.approx(float(case["verified"]), rel=1e-15)
    assert rounds_to(value, case["claimed"])


@checks("gd1d-x1")
def _first_step(case: Case) -> None:
    value = run(STEEP, [case["input"]["x0"]], rate=case["input"]["alpha"], steps=1).x[1, 0]
    assert value == pytest.approx(float(case["verified"]), rel=1e-15)
    assert rounds_to(value, case["claimed"])


@checks("gd1d-g1")
def _second_slope(case: Case) -> None:
    e = parse(case["input"]["f"])
    at_rounded = slope(e, 0.1447)[0]
    at_unrounded = slope(e, float(BY_ID["gd1d-x1"]["verified"]))[0]
    assert at_rounded == pytest.approx(float(case["verified"]["at_0.1447"]), rel=1e-14)
    assert at_unrounded == pytest.approx(float(case["verified"]["at_unrounded_x1"]), rel=1e-14)
    assert rounds_to(at_rounded, case["claimed"]) and not rounds_to(at_unrounded, case["claimed"])


@checks("gd1d-x2")
def _second_step(case: Case) -> None:
    rate = case["input"]["alpha"]
    rounded = run(STEEP, [0.1447], rate=rate, steps=1).x[1, 0]
    unrounded = run(STEEP, [0.05], rate=rate, steps=2).x[2, 0]
    assert rounded == pytest.approx(float(case["verified"]["from_rounded"]), rel=1e-14)
    assert unrounded == pytest.approx(float(case["verified"]["from_unrounded"]), rel=1e-14)
    assert rounds_to(rounded, case["claimed"]) and rounds_to(unrounded, case["claimed"])


@checks("gd1d-steps")
def _steps_to_omega(case: Case) -> None:
    given = case["input"]
    trace = run(STEEP, [given["start"]], rate=given["alpha"], steps=600)
    assert int(np.argmax(np.abs(trace.x[:, 0] - OMEGA) <= given["tol"])) == case["verified"]["steps_to_1e-6"]
    curvature = parse("exp(x) + 1/x^2")
    x, steps = given["start"], 0
    while abs(x - OMEGA) > 1e-12:
        x, steps = x - slope(STEEP, x)[0] / float(curvature(x)), steps + 1
    assert steps == case["verified"]["newton_steps_from_0.05_to_1e-12"]


@checks("normalised-gd")
def _normalised(case: Case) -> None:
    given = case["input"]
    for name, key in (("normalised", "normalised_iterates"), ("gd", "plain_iterates")):
        trace = run(parse(given["f"]), [given["x0"]], name, given["alpha"], 5)
        assert trace.x[:, 0] == pytest.approx([float(text) for text in case["verified"][key]], rel=1e-12)


@checks("critical-slope-zero-E")
def _interior_minima_are_level(case: Case) -> None:
    """The lost figure cannot be computed; what is right about it can: interior smooth minima are level."""
    assert case["verified"]["consistency"].endswith("has slope 0")
    e = parse("x^4 - 4x^2 + x")
    minima = [run(e, [start], rate=0.05, steps=200).x[-1, 0] for start in (-0.5, 0.5)]
    for minimum in minima:
        beside = e(np.array([minimum - 1e-3, minimum + 1e-3]))
        assert np.all(beside > float(e(minimum))) and abs(slope(e, minimum)[0]) <= 1e-6
    assert float(e(minima[0])) < float(e(minima[1]))
    assert np.isnan(slope(parse("|x|"), 0.0)[0]), "a corner is a minimum without slope 0"


@checks("gd-direction-labels")
def _directions(case: Case) -> None:
    e, where = parse(case["input"]["f"], ("x", "y")), case["input"]["point"]
    for sense in ("ascent", "descent"):
        step = run(e, where, rate=1.0, steps=1, sense=sense).step[0]
        assert step.tolist() == case["verified"][sense]


@checks("critical-slope-only")
def _level_is_not_enough(case: Case) -> None:
    corner, level = parse("|x|"), parse("x^3")
    assert case["verified"] == {
        "|x|": "minimum at 0, no derivative",
        "x**3": "slope 0 at 0, no extremum",
    }
    assert float(corner(0.0)) < min(corner(np.array([-0.1, 0.1]))) and np.isnan(slope(corner, 0.0)[0])
    assert slope(level, 0.0)[0] == 0 and float(level(-0.1)) < float(level(0.0)) < float(level(0.1))
