"""A number added many times: each way against the same way, written out one addition after the other."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingError
from core.float_errors.accumulation import MOST, SAMPLES, accumulated
from core.float_errors.summation import METHODS
from core.floating.formats import FORMATS

COUNTS = np.array([1, 2, 3, 10, 127, 1000, 3001])


def one_by_one(x: np.floating, n: int) -> np.floating:
    total = x - x
    for _ in range(n):
        total = total + x
    return total


def halved(values: np.ndarray) -> np.floating:
    middle = len(values) // 2
    return values[0] if middle == 0 else halved(values[:middle]) + halved(values[middle:])


def compensated(x: np.floating, n: int) -> np.floating:
    total = lost = x - x
    for _ in range(n):
        carried = x - lost
        larger = total + carried
        lost = (larger - total) - carried
        total = larger
    return total


def exact_once(x: np.floating, n: int) -> np.floating:
    return x.dtype.type(math.fsum([float(x)] * n))


def in_halves(x: np.floating, n: int) -> np.floating:
    return halved(np.full(n, x))


REFERENCES = {"naive": one_by_one, "pairwise": in_halves, "Kahan": compensated, "fsum": exact_once}


def test_every_way_to_add_has_a_reference() -> None:
    assert set(REFERENCES) == set(METHODS)


@pytest.mark.parametrize("dtype", FORMATS)
@pytest.mark.parametrize("name", METHODS)
def test_a_way_to_add_does_what_it_says(name: str, dtype: str) -> None:
    x = FORMATS[dtype].type(0.1)
    sums = METHODS[name](x, COUNTS)
    assert sums.dtype == x.dtype
    assert sums.tolist() == [float(REFERENCES[name](x, int(n))) for n in COUNTS]


def test_ten_tenths_are_those_of_the_python_tutorial() -> None:
    # Python's tutorial, "Floating-Point Arithmetic": sum([0.1] * 10) and math.fsum([0.1] * 10).
    sums = accumulated(0.1, 10).sums
    assert float(sums["naive"][-1]) == 0.9999999999999999
    assert float(sums["fsum"][-1]) == 1.0


def test_a_million_tenths_drift_in_the_sixth_decimal_and_no_better_way_does() -> None:
    shown = accumulated()
    assert float(shown.sums["naive"][-1]) == float(np.add.accumulate(np.full(MOST, 0.1))[-1])
    assert shown.verdict.startswith("0.1 added 1 000 000 times gives 100000.00000133288 in float64.")
    last = {name: values[-1] for name, values in shown.errors.items()}
    assert last["naive"] > 1e-6
    assert max(last["pairwise"], last["Kahan"], last["fsum"]) < 1e-11
    assert shown.check.holds


def test_the_naive_error_grows_with_the_terms() -> None:
    errors = accumulated().errors["naive"]
    assert errors[50] < errors[100] < errors[150] < errors[-1]


@pytest.mark.parametrize("dtype", FORMATS)
@given(st.floats(0.001, 3.0), st.integers(1, 2000))
def test_errors_are_measured_from_the_exact_product(dtype: str, term: float, count: int) -> None:
    shown = accumulated(term, count, dtype)
    x = Fraction(float(FORMATS[dtype].type(term)))
    assert shown.counts[0] == 1
    assert shown.counts[-1] == count
    assert np.all(np.diff(shown.counts) > 0)
    for name, values in shown.sums.items():
        expected = abs(Fraction(float(values[-1])) - count * x)
        assert shown.errors[name][-1] == float(expected)
    # One rounding: no more than half a gap of the sum.
    assert shown.errors["fsum"][-1] <= float(np.spacing(shown.sums["fsum"][-1])) / 2
    assert shown.check.holds


def test_in_float16_the_sum_gets_stuck_and_the_true_one_is_out_of_reach() -> None:
    shown = accumulated(0.1, MOST, "float16")
    assert float(shown.sums["naive"][-1]) == 256.0
    assert shown.stuck is not None
    assert one_by_one(np.float16(0.1), shown.stuck) == 256.0
    assert shown.verdict.endswith("The true sum is beyond float16.")
    assert np.all(np.isinf(shown.errors["fsum"][-1:]))


def test_at_most_as_many_samples_as_a_picture_needs() -> None:
    assert len(accumulated().counts) <= SAMPLES


@pytest.mark.parametrize(("term", "count", "dtype", "setting"), [
    (0.0, 10, "float64", "term"), (1e-9, 10, "float16", "term"), (float("nan"), 10, "float64", "term"),
    (0.1, 0, "float64", "count"), (0.1, MOST + 1, "float64", "count"), (0.1, 10, "float", "dtype"),
])  # fmt: skip
def test_what_cannot_be_added_up_is_refused_at_its_control(
    term: float, count: int, dtype: str, setting: str
) -> None:
    with pytest.raises(SettingError) as refused:
        accumulated(term, count, dtype)
    assert refused.value.setting == setting
