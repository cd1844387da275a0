"""Every limit, exactly: the last text that passes, the first that does not, and the reason."""

import pytest
import sympy

from core.expression import ExpressionError, parse


def nested(head: str, times: int, inner: str = "x") -> str:
    return f"{head}(" * times + inner + ")" * times


LIMITS = {
    "characters": ("x" + " " * 299, "x" + " " * 300, "This text has 301 characters; the most is 300.", 300),
    "tokens": (
        "+" + "+".join(["(x)"] * 50),
        "++" + "+".join(["(x)"] * 50),
        "This formula has 201 parts; the most is 200.",
        200,
    ),
    "nodes": (
        "-" + "+".join(["x"] * 75),
        "+".join(["x"] * 76),
        "This formula has 151 numbers, names and signs; the most is 150.",
        0,
    ),
    "depth": (nested("-", 24), nested("-", 25), "This formula is nested more than 25 levels deep.", 0),
    "functions": (
        "sin(cos(tanh(atan(erf(|x|)))))",
        "√(sin(cos(tanh(atan(erf(|x|))))))",
        "More than 6 functions stand within one another.",
        0,
    ),
    "brackets": (
        nested("", 50),
        nested("", 51),
        "Too many brackets stand within one another here.",
        51,
    ),
    "digits": (
        "0.1234567890123456",
        "0.12345678901234567",
        "This number has more than 16 digits, which is more than the computer can tell.",
        0,
    ),
    "large numbers": ("1e100", "1e101", "Numbers here lie between 1e−100 and 1e100; this one does not.", 0),
    "small numbers": ("1e-100", "1e-101", "Numbers here lie between 1e−100 and 1e100; this one does not.", 0),
    "powers": ("x^100", "x^101", "Constant powers go up to 100; this one is larger.", 2),
    "negative powers": ("x^-100", "x^-101", "Constant powers go up to 100; this one is larger.", 2),
    "broken powers": ("x^99.5", "x^100.5", "Constant powers go up to 100; this one is larger.", 2),
    "powers of a sum": ("(x-1)^30", "(x-1)^31", "Powers of a sum go up to 30; this one is larger.", 6),
    "negative powers of a sum": (
        "(x-1)^-30",
        "(x-1)^-31",
        "Powers of a sum go up to 30; this one is larger.",
        6,
    ),
    "towers": (
        "x^x^x",
        "x^x^x^x",
        "More than 2 powers with a variable in the exponent stand within one another.",
        0,
    ),
}


@pytest.mark.parametrize("name", LIMITS)
def test_the_last_text_within_a_limit_passes_and_the_next_is_refused(name: str) -> None:
    passes, fails, sentence, position = LIMITS[name]
    parse(passes)
    with pytest.raises(ExpressionError) as refused:
        parse(fails)
    assert (str(refused.value), refused.value.position) == (sentence, position)


def test_sixteen_digits_are_counted_without_zeros_at_either_end() -> None:
    assert float(parse("0.00001234567890123456")(0.0)) == 1.234567890123456e-05
    assert float(parse("1234567890123456000")(0.0)) == 1.234567890123456e18


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("9^9^9", "This number is too large: computers reckon up to about 1.8e308."),
        ("cosh 711", "This number is too large: computers reckon up to about 1.8e308."),
        ("log(-1)", "log(−1) has no real value."),
        ("(-1)^(1/4)", "(−1)^(1/4) has no real value."),
        ("asin(x) + asin(2)", "asin(2) has no real value."),
        ("atanh(1)", "atanh(1) has no real value."),
        ("log(1, 1)", "log(1, 1) has no real value."),
        ("1/0", "Dividing by zero has no value."),
        ("1/(0.1 + 0.2 - 0.3)", "Dividing by zero has no value."),
        ("max(1/0, x)", "Dividing by zero has no value."),
        ("{x < 0: 1/0, 1}", "Dividing by zero has no value."),
        ("(0 - 0)^-1", "Zero to a negative power has no value: it divides by zero."),
        ("tan(pi/2)", "This part has no real value, whatever the variables are."),
        ("x/sin(pi)", "This part has no real value, whatever the variables are."),
        ("1/((√2)^2 - 2)", "This part has no real value, whatever the variables are."),
        ("log(0x)", "This part has no real value, whatever the variables are."),
        ("log(x, 1)", "This part has no real value, whatever the variables are."),
    ],
)
def test_a_part_that_is_no_real_number_is_refused_with_its_reason(typed: str, sentence: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        parse(typed)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("typed", ["oo", "-oo", "inf", "infinity", "nan", "zoo", "I", "∞", "x + I", "x/oo"])
def test_no_name_of_infinity_or_of_an_imaginary_number_is_known(typed: str) -> None:
    with pytest.raises(ExpressionError):
        parse(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "0^0",
        "x^0",
        "0/x",
        "x - x",
        "√(-x^2 - 1)",
        "log(-x^2 - 1)",
        "1/x",
        "tan x",
        "(-8)^(1/3)",
        "x^(1/3)",
        "{0 = 1: x}",
        "floor(1/x)",
        "cbrt(-1) + x^x",
        "|x|/x",
        "log|x|",
    ],
)
def test_what_comes_out_holds_no_infinity_and_nothing_imaginary(typed: str) -> None:
    form = parse(typed).sympy
    assert not form.has(sympy.oo, -sympy.oo, sympy.zoo, sympy.nan, sympy.I)
