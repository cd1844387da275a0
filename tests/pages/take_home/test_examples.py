"""Every script of every example runs as it is and prints the numbers of the screen."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from math import inf, isfinite, nan

import mpmath
import numpy as np
import pytest

from core.curvature import hessian_at
from core.differences import POWERS_OF_TEN
from core.errors import CalculusError
from core.examples import EXAMPLES
from core.gradient import directional_derivative, gradient_at
from core.slopes.angles import unit
from core.symbolic import warm_up
from tests.core.take_home.running import printed_by, rows, values
from ui.cached import parsed
from ui.course import LESSONS
from ui.derivative_rules.cached import higher_of, slope_at
from ui.limits.cached import Question, tables_of
from ui.numerical_error.cached import error_curve_of
from ui.take_home.asked import Asked
from ui.take_home.files import TAKE_HOME
from ui.take_home.many_variables import function_of
from ui.take_home.one_variable import has_symbols, report

CASES = [(lesson, example.name) for lesson in TAKE_HOME for example in EXAMPLES[lesson]]
near = partial(np.testing.assert_allclose, rtol=1e-9, atol=1e-12)


def asked(lesson: str, name: str) -> Asked:
    return Asked(lesson, next(one.values for one in EXAMPLES[lesson] if one.name == name))


@pytest.fixture(scope="module")
def scripts() -> dict[tuple[str, str], str]:
    """The scripts of all examples."""
    warm_up()
    return {(lesson, name): TAKE_HOME[lesson].script(asked(lesson, name)) for lesson, name in CASES}


@pytest.fixture(scope="module")
def printed(
    scripts: dict[tuple[str, str], str], tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], str]:
    """What they print, run by one Python of their own."""
    outputs = printed_by(list(scripts.values()), tmp_path_factory.mktemp("scripts"))
    return dict(zip(scripts, outputs, strict=True))


def compare_limits(asked: Asked, output: str) -> None:
    question = Question(asked.text("f"), asked.text("a"), asked.text("side"))
    shown = [
        [row.double, float(row.value)]
        for table in tables_of(question.text, question.a, asked.whole("rows"))
        if table.side in question.sides
        for row in table.rows
    ]
    found = rows(output)
    # far out the screen takes the float64 next to 1/10⁻ᵏ, the script 10ᵏ
    near([row[1] for row in found], [row[0] for row in shown], rtol=1e-8 if question.point.infinite else 0)
    near([row[2] for row in found], [row[1] for row in shown], rtol=1e-15)
    # where the machine was too slow for the symbols, neither the screen nor the script has their answer
    shown_limits = limits_shown(question) if has_symbols(report(question)) else []
    near(limits_printed(output), shown_limits)


def limits_printed(output: str) -> list[float]:
    """SymPy's limits as numbers, NaN for a band."""
    lines = [line.partition(" = ")[2] for line in output.splitlines() if line.startswith("limit")]
    words = {"AccumBounds(-1, 1)": nan, "oo": inf, "-oo": -inf, "E": float(mpmath.e)}
    return [words[line] if line in words else float(Fraction(line)) for line in lines]


def limits_shown(question: Question) -> list[float]:
    return [nan if one.value is None else float(one.value) for one in report(question).sides]


def compare_numerical_error(asked: Asked, output: str) -> None:
    text, x0, h = asked.text("f"), asked.number("x0"), asked.number("h")
    curve = error_curve_of(text, x0, asked.text("stencil"), asked.text("dtype"), (h, *POWERS_OF_TEN))
    found = rows(output)
    near([row[0] for row in found], POWERS_OF_TEN, rtol=0)
    estimates = [*values(output)["estimate"], *(row[1] for row in found)]
    # the complex step asks complex functions of NumPy, whose last digit differs
    near(estimates, curve.estimate, rtol=1e-14 if curve.stencil.is_complex else 0, atol=0)
    near([*values(output)["error"], *(row[2] for row in found)], curve.error, rtol=1e-6, atol=1e-14)


def compare_derivative_rules(asked: Asked, output: str) -> None:
    x0, formulas = asked.number("x0"), higher_of(asked.text("f"), int(asked.text("order"))).formulas
    found, here = values(output), slope_at(asked.text("f"), asked.number("x0"))
    near(found["f"], [here.value])
    for order, formula in enumerate(formulas, 1):
        near(found[f"f{order}"], [formula(x0)])
        left, right = found[f"f{order} by quotients"]
        if isfinite(float(formula(x0))):
            near([left, right], [float(formula(x0))] * 2, rtol=1e-9, atol=1e-11)


def compare_gradient(asked: Asked, output: str) -> None:
    e, point = parsed(asked.text("g"), ("x", "y")), (asked.number("px"), asked.number("py"))
    found, there = values(output), gradient_at(e, point)
    near([*found["df/dx"], *found["df/dy"]], there.vector)
    near(found["length"], [there.magnitude])
    towards = unit(asked.number("angle"))
    near(found["slope in that direction"], [directional_derivative(e, point, towards)])


def compare_run(asked: Asked, output: str) -> None:
    table = TAKE_HOME[asked.page].table(asked)
    names = [name for name in table if name in ("k", "x", "y", "f")]
    wanted = np.array([[float(text) for text in table[name]] for name in names])
    near(np.array([row[: len(names)] for row in rows(output)]).T, wanted, rtol=1e-7, atol=1e-9)


def compare_hessian_newton(asked: Asked, output: str) -> None:
    compare_run(asked, output)
    x0 = [asked.number(key) for key in (("px", "py") if asked.text("dim") == "2" else ("x0",))]
    there = hessian_at(function_of(asked), x0)
    near(values(output)["Hessian"], there.matrix.ravel())
    near(values(output)["eigenvalues"], there.eigenvalues)


def compare_training(asked: Asked, output: str) -> None:
    table = TAKE_HOME["training"].table(asked)
    wanted = np.array([[float(text) for text in column] for name, column in table.items() if name != "slope"])
    near(np.array(rows(output)).T, wanted, rtol=1e-6, atol=1e-9)


COMPARED: dict[str, Callable[[Asked, str], None]] = {
    "limits": compare_limits,
    "numerical_error": compare_numerical_error,
    "derivative_rules": compare_derivative_rules,
    "gradient": compare_gradient,
    "hessian_newton": compare_hessian_newton,
    "gd_vs_ascent": compare_run,
    "learning_rate": compare_run,
    "training": compare_training,
}


def test_every_lesson_can_be_taken_home_and_is_compared() -> None:
    lessons = [row.name for row in LESSONS if row.kind == "lesson"]
    assert list(TAKE_HOME) == lessons == list(COMPARED)


@pytest.mark.parametrize(("lesson", "name"), CASES)
def test_the_script_prints_the_numbers_of_the_screen(
    lesson: str, name: str, printed: dict[tuple[str, str], str]
) -> None:
    COMPARED[lesson](asked(lesson, name), printed[lesson, name])


@pytest.mark.parametrize(("lesson", "name"), CASES)
def test_the_script_is_short_and_says_what_it_is_about(
    lesson: str, name: str, scripts: dict[tuple[str, str], str]
) -> None:
    script = scripts[lesson, name]
    subject = TAKE_HOME[lesson].subject(asked(lesson, name))
    assert script.splitlines()[1] in (f"# {subject[0]} = {subject[1]}", f"# {subject[1]}")
    assert len(script.splitlines()) <= 125


def test_a_start_without_a_value_raises_a_sentence() -> None:
    nowhere = Asked("gd_vs_ascent", {"dim": "1", "f": "log x", "x0": "-1"})
    for make in (TAKE_HOME["gd_vs_ascent"].script, TAKE_HOME["gd_vs_ascent"].steps):
        with pytest.raises(CalculusError, match="not defined"):
            make(nowhere)
