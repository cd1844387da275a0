"""Every row of the table, at points in and off its domain: all its readings agree."""

import math

import numpy as np
import pytest
import sympy

from core.expression.functions import FUNCTIONS, Function
from core.expression.precise import context
from core.expression.reading import parse

POINTS = (-800.0, -30.0, -3.0, -2.5, -1.0, -0.75, -1e-9, 0.0, 1e-9, 0.5, 1.0, 1.5, 2.0, 3.0, 30.0, 800.0)

DOMAINS = {
    "csc": lambda x: x != 0,
    "cot": lambda x: x != 0,
    "asin": lambda x: abs(x) <= 1,
    "acos": lambda x: abs(x) <= 1,
    "acosh": lambda x: x >= 1,
    "atanh": lambda x: abs(x) < 1,
    "log": lambda x: x > 0,
    "log2": lambda x: x > 0,
    "log10": lambda x: x > 0,
    "sqrt": lambda x: x >= 0,
}
"""Where a function of one variable has a value, for those that lack one at some of POINTS."""

TEXTBOOK = [
    ("sin", (math.pi / 6,), 0.5),
    ("cos", (math.pi / 3,), 0.5),
    ("tan", (math.pi / 4,), 1.0),
    ("sec", (math.pi / 3,), 2.0),
    ("csc", (math.pi / 6,), 2.0),
    ("cot", (math.pi / 4,), 1.0),
    ("asin", (1.0,), math.pi / 2),
    ("acos", (-1.0,), math.pi),
    ("atan", (1.0,), math.pi / 4),
    ("sinh", (math.log(2),), 0.75),
    ("cosh", (math.log(2),), 1.25),
    ("tanh", (math.log(2),), 0.6),
    ("asinh", (0.75,), math.log(2)),
    ("acosh", (1.25,), math.log(2)),
    ("atanh", (0.6,), math.log(2)),
    ("exp", (1.0,), math.e),
    ("log", (math.e,), 1.0),
    ("log", (81.0, 3.0), 4.0),
    ("log2", (8.0,), 3.0),
    ("log10", (1000.0,), 3.0),
    ("sqrt", (9.0,), 3.0),
    ("cbrt", (-8.0,), -2.0),
    ("abs", (-3.0,), 3.0),
    ("sign", (-3.0,), -1.0),
    ("sign", (0.0,), 0.0),
    ("floor", (-1.5,), -2.0),
    ("ceil", (-1.5,), -1.0),
    ("min", (3.0, -1.0, 2.0), -1.0),
    ("max", (3.0, -1.0, 5.0), 5.0),
    ("erf", (0.5,), 0.5204998778130465),  # Abramowitz and Stegun, table 7.1
    ("sigmoid", (math.log(3),), 0.75),
    ("relu", (-2.0,), 0.0),
    ("relu", (2.0,), 2.0),
    ("softplus", (0.0,), math.log(2)),
    ("step", (0.0,), 1.0),
    ("step", (-1e-300,), 0.0),
]

rows = pytest.mark.parametrize("row", FUNCTIONS.values(), ids=FUNCTIONS)


def arguments(row: Function, x: float) -> tuple[float, ...]:
    """x for a function of one argument, x and 0.5 for min and max."""
    return (x, 0.5)[: row.arity[0]]


def numeric(row: Function, *values: float) -> float:
    with np.errstate(all="ignore"):
        return float(row.numeric(*map(np.float64, values)))


def precise(row: Function, *values: float) -> float:
    return float(row.precise(*map(context(50).mpf, values)))


@pytest.mark.parametrize(("name", "values", "expected"), TEXTBOOK)
def test_every_reading_of_a_function_has_the_textbook_value(name, values, expected):
    row = FUNCTIONS[name]
    assert numeric(row, *values) == pytest.approx(expected, rel=1e-15, abs=1e-15)
    assert row.scalar(*values) == pytest.approx(expected, rel=1e-15, abs=1e-15)
    assert precise(row, *values) == pytest.approx(expected, rel=1e-15, abs=1e-15)
    exact = row.symbol(*(sympy.Float(value, 30) for value in values)).doit()
    assert float(exact) == pytest.approx(expected, rel=1e-14, abs=1e-15)


def test_every_row_has_a_textbook_value():
    assert {name for name, _, _ in TEXTBOOK} == set(FUNCTIONS)


@rows
@pytest.mark.parametrize("x", POINTS)
def test_float64_and_many_digits_agree_in_and_off_the_domain(row, x):
    values = arguments(row, x)
    found, true = numeric(row, *values), precise(row, *values)
    if DOMAINS.get(row.name, lambda _: True)(x):
        assert found == pytest.approx(true, rel=4e-15, abs=1e-300)
    else:
        assert math.isnan(found)
        assert math.isnan(true)


@rows
@pytest.mark.parametrize("x", POINTS)
def test_one_float_and_an_array_of_floats_agree(row, x):
    values = arguments(row, x)
    try:
        quick = row.scalar(*values)
    except (ValueError, ArithmeticError):
        # the program then asks the array form, which has no finite value to give
        assert not math.isfinite(numeric(row, *values))
        return
    assert quick == pytest.approx(numeric(row, *values), rel=1e-15, nan_ok=True)


@rows
def test_not_a_number_stays_not_a_number(row):
    assert math.isnan(numeric(row, *[math.nan] * row.arity[0]))
    try:
        assert math.isnan(row.scalar(*[math.nan] * row.arity[0]))
    except ValueError:
        assert row.name in ("floor", "ceil")


@rows
def test_least_and_most_arguments_are_accepted_by_every_reading(row):
    for count in set(row.arity):
        # 0.5 lies in every domain but that of acosh, 2 in that one
        values = [2.0 if row.name == "acosh" else 0.5 + i / 8 for i in range(count)]
        assert math.isfinite(numeric(row, *values))
        assert precise(row, *values) == pytest.approx(numeric(row, *values), rel=1e-14)
        assert row.latex(*(["x"] * count)).count("x") >= count


@rows
def test_the_example_is_a_function_of_x_that_uses_the_row(row):
    example = parse(row.example, ("x",))
    assert row.name in str(example)
    assert np.isfinite(example(0.5)) or np.isfinite(example(1.5))


def test_no_two_rows_share_a_name():
    names = [name for row in FUNCTIONS.values() for name in (row.name, *row.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "alias", ["ln", "arcsin", "arccos", "arctan", "arsinh", "arcosh", "artanh", "ceiling"]
)
def test_the_other_spellings_are_known(alias):
    assert any(alias in row.aliases for row in FUNCTIONS.values())
