"""Whole ranges of a computation: each error again with the decimal module, and where the ends are."""

import math
from decimal import Decimal, localcontext

import numpy as np
import pytest

from core.errors import SettingError
from core.float_errors.sweeps import exponential_sweep, log_sum_exp_sweep, quadratic_sweep
from core.floating.formats import FORMATS


@pytest.mark.parametrize(("dtype", "first", "last"), [("float64", -740, 700), ("float32", -100, 80),
                                                       ("float16", -10, 10)])  # fmt: skip
def test_e_to_the_x_is_finite_between_the_ends_of_the_format(dtype: str, first: int, last: int) -> None:
    sweep = exponential_sweep(dtype)
    errors = sweep.errors["eˣ"]
    assert (errors[sweep.x < first - 10] == 1).all()
    assert np.isinf(errors[sweep.x > last + 10]).all()
    inside = errors[(sweep.x > first + 40) & (sweep.x <= last)] if dtype != "float16" else errors[80:82]
    assert len(inside) and (inside < 2 * float(FORMATS[dtype].epsilon)).all()


def test_the_error_of_an_exponential_is_that_of_the_decimal_module() -> None:
    sweep = exponential_sweep("float64")
    with localcontext() as context:
        context.prec = 50
        for x in (-700.0, -30.0, 10.0, 400.0):
            truth = Decimal(x).exp()
            wanted = float(abs(Decimal(float(np.exp(x))) / truth - 1))
            assert sweep.errors["eˣ"][sweep.nearest(x)] == pytest.approx(wanted, rel=1e-6, abs=1e-30)


def test_log_sum_exp_as_written_ends_where_a_power_does_and_the_other_way_does_not() -> None:
    sweep = log_sum_exp_sweep("float64")
    written, shifted = sweep.errors["as written"], sweep.errors["largest taken out"]
    # e^(s + 2) is beyond float64 from s + 2 > 709.78 on, and all three powers are 0 below −745.13 − 2.
    assert np.isinf(written[sweep.x >= 710]).all() and np.isfinite(written[np.abs(sweep.x) <= 700]).all()
    assert np.isinf(written[sweep.x <= -750]).all()
    assert (shifted[sweep.x != 0] < 1e-15).all()


def test_the_stable_root_keeps_its_digits_where_the_formula_loses_them() -> None:
    sweep = quadratic_sweep("float64")
    formula, stable = sweep.errors["the formula"], sweep.errors["stable form"]
    assert (stable < 8 * 2.0**-52).all()
    with localcontext() as context:
        context.prec = 60
        b = Decimal(10) ** 8
        truth = (-b + (b * b - 4).sqrt()) / 2
        wanted = float(abs(Decimal("-7.450580596923828e-09") / truth - 1))
    assert formula[sweep.nearest(8.0)] == pytest.approx(wanted, rel=1e-12)
    assert (formula[sweep.x > 8.5] == 1).all()


def test_b_squared_beyond_the_format_leaves_no_number() -> None:
    sweep = quadratic_sweep("float16")
    beyond = 10.0**sweep.x > 256
    for errors in sweep.errors.values():
        assert np.isnan(errors[beyond]).all() and np.isfinite(errors[10.0**sweep.x < 255]).all()


@pytest.mark.parametrize("sweep", [exponential_sweep, log_sum_exp_sweep, quadratic_sweep])
def test_an_unknown_format_names_its_control(sweep: object) -> None:
    with pytest.raises(SettingError) as refusal:
        sweep("float8")  # type: ignore[operator]
    assert refusal.value.setting == "dtype"


def test_the_nearest_place_of_a_sweep_is_found() -> None:
    sweep = exponential_sweep("float64")
    assert sweep.x[sweep.nearest(709.0)] == 710 and math.isclose(sweep.x[sweep.nearest(-1.0)], 0)
