"""Whatever is typed, and wherever: curves, verdicts and pictures come without a warning."""

import re

import numpy as np
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from charts.error_curve import error_curve_chart
from core.differences import POWERS_OF_TWO, STENCILS, error_curve
from core.differencing.agreement import disagreement
from core.differencing.no_derivative import point_without_derivative
from core.differencing.statuses import STATUSES
from core.differencing.thumbs import thumbs
from core.differencing.verdict import verdict
from core.errors import SettingError
from core.expression import Expression, parse
from tests.core.expression.trees import functions

POINTS = st.sampled_from([0.0, 1.0, -1.0, 0.5, 0.1, 1e-5, 1e-300, 5e-324, 1e10, 1e300]) | st.floats(-10, 10)


def of_one_variable(e: Expression) -> Expression:
    return parse(re.sub(r"\by\b", "x", str(e)))


@given(functions(), POINTS, st.sampled_from(["float16", "float32", "float64"]))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_function_and_no_point_brings_it_down(two: Expression, x: float, dtype: str) -> None:
    e = of_one_variable(two)
    try:
        curves = [error_curve(e, x, name, dtype, POWERS_OF_TWO[::4]) for name in STENCILS]
    except SettingError as refusal:
        assert refusal.setting == "x0"
        assume(False)
    for name, curve in zip(STENCILS, curves, strict=True):
        assert set(curve.status.tolist()) <= set(STATUSES)
        assert ((curve.status == "no derivative") <= np.isnan(curve.error)).all()
        for said in (disagreement(curve), *(curve.reason(nth) for nth in range(len(curve.h)))):
            assert "{" not in said
        assert all(thumb.sentence.endswith(".") for thumb in thumbs(e, curve))
        found = verdict(e, x, 1e-7, dtype, name)
        assert found.check is None or found.check.holds, found.check
        chart = error_curve_chart(curves=curves, chosen=name, h=1e-7, error=found.error, status=found.status)
        for columns in chart.data.values():
            for column in columns.values():
                assert column.dtype.kind in "Ub" or np.isfinite(column).all()
    assert (point_without_derivative(e, x, dtype) is None) == bool(np.isfinite(curves[0].truth))
