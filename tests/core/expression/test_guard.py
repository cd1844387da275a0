"""Every limit from both sides: the last that passes and the first that does not."""

import sys

import pytest

from core.expression import ExpressionError, parse
from core.expression.work_limit import TooMuchWork, limited


def sentence(typed: str, variables: tuple[str, ...] = ("x", "y")) -> str:
    with pytest.raises(ExpressionError) as refused:
        parse(typed, variables)
    return str(refused.value)


def nested(name: str, times: int) -> str:
    return f"{name}(" * times + "x" + ")" * times


@pytest.mark.parametrize(
    ("passes", "fails", "why"),
    [
        ("x" + "+x" * 74, "x" + "+x" * 75, "the most is 150"),
        ("-(1+" * 12 + "x" + ")" * 12, "-(1+" * 13 + "x" + ")" * 13, "25 levels"),
        (nested("sin", 6), nested("sin", 7), "6 functions"),
        ("x^x^x", "x^x^x^x", "2 powers with a variable"),
        ("e^e^x", "e^e^e^x", "2 powers with a variable"),
        (nested("exp", 2), nested("exp", 3), "2 powers with a variable"),
        ("x^100", "x^101", "up to 100"),
        ("x^-100", "x^-101", "up to 100"),
        ("x^(2*50)", "x^(2*50+1)", "up to 100"),
        ("(x+1)^30", "(x+1)^31", "up to 30"),
        ("(2(x+1))^30", "(2(x+1))^31", "up to 30"),
        ("sin(x+1)^100", "((x+1)^2)^31", "up to 30"),
        ("(x^100+1)^30", "((x^100)^30)^2", "more than 3000"),
        ("(2/3)^100", "1.234567890123456^100" + "*1.234567890123456^100" * 2, "3000 digits"),
        ("x^0.618", "x^0.61803398875", "too many digits"),
        ("floor(1e50*pi)", "floor(1e60*x)", "too large for exact work"),
    ],
)
def test_a_limit_holds_on_both_sides(passes: str, fails: str, why: str) -> None:
    parse(passes, ("x", "y"))
    assert why in sentence(fails)


def test_a_sum_of_many_terms_is_one_level_deep() -> None:
    parse("+".join(["x"] * 70))
    parse("*".join(["x"] * 70))


@pytest.mark.parametrize(
    ("typed", "reason", "position"),
    [
        ("x + 9^9^9", "too large", 4),
        ("e^1000 x", "too large", 0),
        ("x + log(-1)", "log(−1) has no real value", 4),
        ("x + log(0)", "log(0) has no real value", 4),
        ("sqrt(-2)x", "sqrt(−2) has no real value", 0),
        ("x asin(2)", "asin(2) has no real value", 2),
        ("(-1)^0.5", "(−1)^0.5 has no real value", 0),
        ("x + 1/0", "Dividing by zero", 6),
        ("x/(1 - 1)", "Dividing by zero", 3),
        ("x + 0^-1", "divides by zero", 4),
        ("1 + (-2)^x", "negative number to a power", 5),
        ("x + 1/(x - x)", "no real value, whatever", 4),
        ("x + log(x - x - 1)", "no real value, whatever", 4),
    ],
)
def test_what_is_not_real_or_not_finite_is_refused_with_its_reason(
    typed: str, reason: str, position: int
) -> None:
    with pytest.raises(ExpressionError) as refused:
        parse(typed)
    assert reason in str(refused.value)
    assert refused.value.position == position


@pytest.mark.parametrize("typed", ["(-8)^(1/3)", "(-8)^(2/6)", "cbrt(-8)"])
def test_odd_roots_of_negative_numbers_are_real(typed: str) -> None:
    assert float(parse(typed)(0.0)) == -2.0


@pytest.mark.parametrize(
    "typed",
    [
        "2^(1e15 x)",
        "2^(x + 1e15)/2^x",
        "(2^x)^(1e15/x)",
        "exp(-1e15 log(2))",
        "exp(1e15 log(2) + x - x)",
        "exp(1e9 log(1 + 1e-7))",
        "e^(1e15 log(2) + x - x)",
        "2^floor(exp(30 + x - x))",
        "2^(1e3/(1e-9 + x - x))",
        "12^(x + 0.123456789)/12^x",
        "floor(exp(1e9 + x - x))",
        "ceil(cosh((100^x)^(100/x)))",
        "(0.1234567890123456*3*sqrt(1.000000000000001))^abs(10 - 0.1234567890123456)",
        "tanh(log(floor(log(10, 99)/(1e-100/1000000000000000))))",
    ],
)
def test_a_number_that_would_only_show_when_variables_cancel_is_refused(typed: str) -> None:
    assert "exact work" in sentence(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "0.5^(x/5730)",
        "100*1.05^(x/12)",
        "2^3^x",
        "10^(-0.4(x - 21.58))",
        "1.1^(x^10)",
        "2^floor(x)",
        "e^(-0.5((x - 1)/0.001)^2)",
        "e^(-x/1e-12)",
        "x^x",
        "floor(e^x)",
        "e^x - log x",
        "85 - x^2(x-6)y^2(y-6)/90",
    ],
)
def test_what_people_write_passes_the_guard(typed: str) -> None:
    form = parse(typed, ("x", "y")).sympy
    assert not form.is_number


def test_what_sympy_cannot_finish_is_refused() -> None:
    assert "too hard" in sentence("tanh(sin(10 + 0.1234567890123456 + log(e, 1.000000000000001)))")


def endless() -> None:
    def step() -> None:
        pass

    while True:
        step()


def test_limited_work_stops_after_its_calls_and_leaves_no_trace() -> None:
    with pytest.raises(TooMuchWork):
        limited(endless, 1000)
    assert sys.getprofile() is None
    assert limited(lambda: "done", 1000) == "done"
    assert sys.getprofile() is None
