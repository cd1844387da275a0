"""Corners, poles, edges of the domain: the scripts run there too, and agree with the screen."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest

from core.differences import POWERS_OF_TEN, STENCILS, error_curve
from core.errors import CalculusError
from core.expression import parse
from core.gradient import gradient_at
from core.take_home import numerical_error_script
from tests.core.take_home.running import printed_by, rows, values
from ui.take_home.asked import Asked
from ui.take_home.files import TAKE_HOME

ON_THE_LINE = (
    "sqrt(x)",
    "log x",
    "1/x",
    "|x|",
    "x|x|",
    "cbrt(x)",
    "{x<0: -x, x^2}",
    "x^x",
    "1/(1+1/x)",
    "e^(-1/x^2)",
    "floor x",
    "5",
)
IN_THE_PLANE = ("log(x y)", "|x|+y^2", "cbrt(x)+y", "1/(x^2+y^2)", "x^y", "sqrt(x^2+y^2)", "x|x| + y", "y")
PLACES = ("0", "-1", "0.5")


def outputs(page: str, cases: list[dict[str, str]], folder: Path) -> list[tuple[Asked, str]]:
    """What the scripts print where there is one: a start without a value has a sentence instead."""
    made = []
    for values_ in cases:
        asked = Asked(page, values_)
        try:
            made.append((asked, TAKE_HOME[page].script(asked)))
        except CalculusError:
            continue
    assert len(made) > len(cases) / 3
    printed = printed_by([script for _, script in made], folder)
    return [(asked, output) for (asked, _), output in zip(made, printed, strict=True)]


def test_derivatives_where_a_formula_or_f_has_no_value(tmp_path: Path) -> None:
    cases = [{"f": f, "x0": x0, "order": "2"} for f, x0 in product(ON_THE_LINE, PLACES)]
    for asked, output in outputs("derivative_rules", cases, tmp_path):
        wanted = [float(text) for text in TAKE_HOME["derivative_rules"].table(asked)["value"]]
        found = values(output)
        printed = [found[name][0] for name in ("f", "f1", "f2")[: len(wanted)]]
        np.testing.assert_allclose(printed, wanted, rtol=1e-9, err_msg=str(asked.values))


@pytest.mark.parametrize("stencil", ["central", "complex_step"])
def test_difference_quotients_where_f_has_no_value_or_no_slope(stencil: str, tmp_path: Path) -> None:
    cases = [{"f": f, "x0": x0, "stencil": stencil} for f, x0 in product(ON_THE_LINE, PLACES)]
    for asked, output in outputs("numerical_error", cases, tmp_path):
        curve = error_curve(parse(asked.text("f")), asked.number("x0"), stencil, "float64", POWERS_OF_TEN)
        found = np.array(rows(output))
        exactly = 1e-6 if stencil == "complex_step" else 0
        about = str(asked.values)
        np.testing.assert_allclose(found[:, 1], curve.estimate, rtol=exactly, err_msg=about)
        np.testing.assert_allclose(found[:, 2], curve.error, rtol=1e-4, atol=1e-6, err_msg=about)


def test_a_formula_that_does_not_apply_has_a_sentence() -> None:
    with pytest.raises(CalculusError, match=r"\w+ .*\."):
        numerical_error_script(parse("|x|"), 1.0, 0.01, "float64", STENCILS["complex_step"])


def test_gradients_at_corners_and_poles(tmp_path: Path) -> None:
    cases = [{"g": g, "px": px, "py": "0"} for g, px in product(IN_THE_PLANE, PLACES)]
    for asked, output in outputs("gradient", cases, tmp_path):
        there = gradient_at(parse(asked.text("g"), ("x", "y")), (asked.number("px"), 0.0)).vector
        found = values(output)
        printed = [*found["df/dx"], *found["df/dy"]]
        np.testing.assert_allclose(printed, there, rtol=1e-9, atol=1e-12, err_msg=str(asked.values))


@pytest.mark.parametrize("method", ["newton", "damped", "levenberg", "trust"])
def test_newton_where_the_hessian_is_singular_or_missing(method: str, tmp_path: Path) -> None:
    cases = [
        {"dim": "2", "g": g, "px": px, "py": "2", "method": method} for g, px in product(IN_THE_PLANE, PLACES)
    ]
    for asked, output in outputs("hessian_newton", cases, tmp_path):
        table = TAKE_HOME["hessian_newton"].table(asked)
        wanted = np.array([[float(text) for text in table[name]] for name in ("k", "x", "y", "f")]).T
        # after a few steps of a run without a goal the last digit decides where it goes
        found = np.array(rows(output))
        assert len(found) == len(wanted)
        np.testing.assert_allclose(found[:4], wanted[:4], rtol=1e-6, atol=1e-9, err_msg=str(asked.values))
