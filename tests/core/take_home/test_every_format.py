"""The script of Numerical Error rounds as the lesson does, for every formula, format and function."""

from pathlib import Path

import numpy as np
import pytest

from core.differences import POWERS_OF_TEN, STENCILS, error_curve
from core.expression import Expression, parse
from core.expression.functions import FUNCTIONS
from core.floating.formats import FORMATS
from core.take_home import numerical_error_script
from tests.core.take_home.running import printed_by, rows

PLACES = {"acosh": 1.5}
TABLE = [(parse(row.example), PLACES.get(row.name, 0.5)) for row in FUNCTIONS.values()]
POWERS = [(parse(text), 0.75) for text in ("x^(1/3)", "x^(3/5)", "x^x", "x^5 - 2^x", "{x < 1: x^2, 2x - 1}")]


def same(cases: list[tuple[Expression, float]], dtype: str, stencil: str, folder: Path) -> None:
    row = STENCILS[stencil]
    scripts = [numerical_error_script(e, x0, 0.01, dtype, row) for e, x0 in cases]
    for (e, x0), output in zip(cases, printed_by(scripts, folder), strict=True):
        curve = error_curve(e, x0, stencil, dtype, POWERS_OF_TEN)
        found = np.array(rows(output))
        exactly = 1e-6 if row.is_complex else 0
        np.testing.assert_allclose(found[:, 1], curve.estimate, rtol=exactly, atol=0, err_msg=str(e))
        np.testing.assert_allclose(found[:, 2], curve.error, rtol=1e-5, atol=1e-6, err_msg=str(e))


@pytest.mark.parametrize("dtype", FORMATS)
def test_every_function_is_rounded_in_its_format(dtype: str, tmp_path: Path) -> None:
    same([*TABLE, *POWERS], dtype, "forward", tmp_path)


@pytest.mark.parametrize("stencil", [name for name, row in STENCILS.items() if not row.is_complex])
def test_every_formula_adds_up_in_the_same_order(stencil: str, tmp_path: Path) -> None:
    same([(parse("e^x sin(x) - x^3/7"), 1.1)], "float64", stencil, tmp_path)


def test_every_function_that_is_analytic_steps_into_the_complex_plane(tmp_path: Path) -> None:
    cases = [(e, x0) for e, x0 in (*TABLE, *POWERS) if not error_curve(e, x0, "complex_step").why_not]
    assert len(cases) > 20
    same(cases, "float64", "complex_step", tmp_path)
