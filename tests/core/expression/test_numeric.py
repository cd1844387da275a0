"""The float64 program: exact where float64 is, NaN off the domain, quick, and silent."""

import math
import time
from fractions import Fraction

import numpy as np
import pytest

from core.expression.numeric import Program, fixed_power
from core.expression.precise import precise_value
from core.expression.reading import parse
from core.expression.tree import Binary, Negate, Node, Number, Variable

X, Y = Variable("x"), Variable("y")
SURFACE = "85 - x^2(x-6)y^2(y-6)/90"


def program(*texts: str, variables: tuple[str, ...] = ("x",)) -> Program:
    return Program([parse(text, variables).tree for text in texts], variables)


def both(text: str, x: float) -> tuple[float, float]:
    """The value over arrays and over one float."""
    compiled = program(text)
    return float(compiled(x)[0]), compiled.scalar(x)[0]


@pytest.mark.parametrize(
    ("text", "x"),
    [
        ("1/x", 0.0),
        ("1/x", -0.0),
        ("x^(-1)", 0.0),
        ("x^(-2)", 0.0),
        ("x^(-1/3)", 0.0),
        ("x^(-1/2)", 0.0),
        ("log(x)", 0.0),
        ("log(x)", -1.0),
        ("log(2, x)", 1.0),
        ("sqrt(x)", -1e-300),
        ("x^(1/2)", -1.0),
        ("x^(3/4)", -1.0),
        ("x^x", -2.0),
        ("x^x", 0.0),
        ("2^(1/x)", 0.0),
        ("atanh(x)", 1.0),
        ("log(x)^0", -1.0),
        ("0*log(x)", -1.0),
        ("{x < 1: -1, x > 1: 1}", 1.0),
        ("{log(x) < 0: 1, 2}", -1.0),
        ("max(log(x), 1)", -1.0),
        ("min(1, log(x))", -1.0),
    ],
)
def test_off_the_domain_the_value_is_nan(text, x):
    assert all(map(math.isnan, both(text, x)))


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("exp(x)", 1000.0, math.inf),
        ("-exp(x)", 1000.0, -math.inf),
        ("sinh(x)", -1000.0, -math.inf),
        ("x^5", -1e100, -math.inf),
        ("x^2", 1e200, math.inf),
        ("x^(-2)", 1e-200, math.inf),
        ("1/exp(x)", 1000.0, 0.0),
        ("x^x", 1000.0, math.inf),
        ("sigmoid(x)", -1000.0, 0.0),
        ("softplus(x)", 1000.0, 1000.0),
    ],
)
def test_too_large_is_infinite_and_too_small_is_zero(text, x, expected):
    assert both(text, x) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("x^(1/3)", -8.0, -2.0),
        ("x^(2/3)", -8.0, 4.0),
        ("x^(-1/3)", -8.0, -0.5),
        ("x^0.2", -32.0, -2.0),
        ("cbrt(x)", -27.0, -3.0),
        ("x^(3/2)", 4.0, 8.0),
        ("x^3", -2.0, -8.0),
        ("x^4", -2.0, 16.0),
        ("x^7", -2.0, -128.0),
        ("x^(-3)", -2.0, -0.125),
        ("x^0", 0.0, 1.0),
        ("0^x", 2.0, 0.0),
        ("(-2)^3*x", 1.0, -8.0),
        ("log(x, 10)", 1000.0, 3.0),
        ("log(x, 2)", 8.0, 3.0),
        ("{x < 0: -1, 0 < x <= 1: 5, x}", -2.0, -1.0),
        ("{x < 0: -1, 0 < x <= 1: 5, x}", 1.0, 5.0),
        ("{x < 0: -1, 0 < x <= 1: 5, x}", 7.0, 7.0),
        ("{x = 0: 0, sin(1/x)}", 0.0, 0.0),
        ("{x < 0: log(x), 3}", 2.0, 3.0),
        ("max(x, 2 - x, 1)", 3.0, 3.0),
        ("step(x) + sign(x)", 0.0, 1.0),
    ],
)
def test_values_follow_the_calculus_course(text, x, expected):
    assert both(text, x) == pytest.approx((expected, expected), rel=1e-15)


def test_numbers_are_rounded_once_however_they_are_written():
    # 0.1 + 0.2 is 0.3 exactly, and only then a float
    assert program("0.1 + 0.2 + 0x").scalar(1.0) == (0.3,)
    assert program("1e100/1e100*x").scalar(1.0) == (1.0,)


def test_a_constant_too_large_for_float64_is_infinite():
    huge = Binary("^", Number(Fraction(10**100)), Number(Fraction(9)))
    assert Program((huge, Negate(huge)), ()).scalar() == (math.inf, -math.inf)


def test_a_divisor_too_small_for_float64_raises_nothing():
    tiny = Binary("^", Binary("/", Number(Fraction(1)), Number(Fraction(10**100))), Number(Fraction(4)))
    assert math.isnan(Program((Binary("/", X, tiny),), ("x",)).scalar(1.0)[0])


def test_arrays_broadcast_against_each_other():
    x, y = np.linspace(-1, 7, 5)[:, np.newaxis], np.linspace(0, 6, 4)
    (values,) = program(SURFACE, variables=("x", "y"))(x, y)
    assert values.dtype == np.float64
    assert np.allclose(values, 85 - x**2 * (x - 6) * y**2 * (y - 6) / 90, rtol=1e-14)


def test_a_constant_fills_the_shape_and_every_output_is_its_own_array():
    x = np.arange(3.0)
    seven, first, second = Program((Number(Fraction(7)), X, X), ("x",))(x)
    first[0] = second[1] = 99
    assert seven.tolist() == [7, 7, 7]
    assert second[0] == 0
    assert x.tolist() == [0, 1, 2]


def test_integers_are_welcome():
    assert program("x/2")(np.array([1, 2, 3]))[0].tolist() == [0.5, 1.0, 1.5]


def test_no_variable_may_be_left_out():
    with pytest.raises(TypeError, match="2 values expected"):
        program("x + y", variables=("x", "y"))(1.0)
    with pytest.raises(TypeError, match="2 values expected"):
        program("x + y", variables=("x", "y")).scalar(1.0)


def test_a_shared_subexpression_is_computed_once():
    calls = []
    inner: Node = Binary("+", X, Y)
    for _ in range(40):  # written out, this tree has 2^40 leaves
        inner = Binary("*", inner, inner)
        calls.append(inner)
    (value,) = Program((inner,), ("x", "y")).scalar(0.5, 0.5)
    assert value == 1.0
    assert len(Program(calls, ("x", "y"))._scalar_steps) == 41


@pytest.mark.parametrize(
    "exponent", [Fraction(p, q) for p in (-5, -2, -1, 1, 2, 5, 6) for q in (1, 2, 3, 4, 7)]
)
def test_a_fixed_power_agrees_with_many_digits(exponent):
    size = Number(abs(exponent))
    tree = Binary("^", X, size if exponent > 0 else Negate(size))
    compiled = Program((tree,), ("x",))
    points = [-3.0, -1.0, -0.1, 0.0, 0.1, 1.0, 3.0]
    true = [float(precise_value(tree, {"x": x})) for x in points]
    assert compiled(np.array(points))[0] == pytest.approx(true, rel=1e-15, nan_ok=True)
    assert [compiled.scalar(x)[0] for x in points] == pytest.approx(true, rel=1e-15, nan_ok=True)


def test_a_power_is_prepared_once():
    assert fixed_power(Fraction(5, 7)) is fixed_power(Fraction(5, 7))


def test_a_step_on_the_surface_takes_microseconds():
    texts = (SURFACE, "-x^2y^2(y-6)/90 - x y^2(x-6)(y-6)/45", "-x^2y^2(x-6)/90 - x^2y(x-6)(y-6)/45")
    compiled = program(*texts, variables=("x", "y"))
    best = min(_seconds(lambda: compiled.scalar(0.5, 0.6)) for _ in range(20))
    assert best < 60e-6


def _seconds(work) -> float:
    started = time.process_time()
    for _ in range(20):
        work()
    return (time.process_time() - started) / 20
