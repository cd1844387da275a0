"""The spellings the language promises to read, each beside the one canonical text it comes to."""

import pytest

from core.expression import parse

WRITTEN = [
    ("x^2 - 4x + 4", "x^2 - 4*x + 4"),
    ("2(x+1)(x-3)", "2*(x + 1)*(x - 3)"),
    ("4x", "4*x"),
    ("x y", "x*y"),
    ("xy", "x*y"),
    ("2pi x", "2*pi*x"),
    ("sin x", "sin(x)"),
    ("sin 2x", "sin(2*x)"),
    ("sin x cos x", "sin(x)*cos(x)"),
    ("sin^2 x", "sin(x)^2"),
    ("sin²(x)", "sin(x)^2"),
    ("|x|", "abs(x)"),
    ("|x-1| + |x+1|", "abs(x - 1) + abs(x + 1)"),
    ("e^x", "e^x"),
    ("e^(-x^2)", "e^(-x^2)"),
    ("exp(x)", "exp(x)"),
    ("√x", "sqrt(x)"),
    ("√(x+1)", "sqrt(x + 1)"),
    ("√-x", "sqrt(-x)"),
    ("∛-x", "cbrt(-x)"),
    ("π", "pi"),
    ("x²", "x^2"),
    ("x³", "x^3"),
    ("ln x", "log(x)"),
    ("log(x)", "log(x)"),
    ("log(x, 2)", "log(x, 2)"),
    ("log_2(x)", "log(x, 2)"),
    ("log2(x)", "log2(x)"),
    ("log10(x)", "log10(x)"),
    ("2^x", "2^x"),
    ("x**2", "x^2"),
    ("3·x", "3*x"),
    ("3⋅x", "3*x"),
    ("3×x", "3*x"),
    ("6÷x", "6/x"),
    ("6∕x", "6/x"),
    ("x − 1", "x - 1"),
    ("x – 1", "x - 1"),
    ("1/2x", "1/2*x"),
    ("sin 2x/3", "sin(2*x)/3"),
    ("-x^2", "-x^2"),
    ("(-x)^2", "(-x)^2"),
    ("2^3^x", "2^3^x"),
    ("(2^3)^x", "(2^3)^x"),
    ("1e-3", "0.001"),
    (".5", "0.5"),
    ("5.", "5"),
    ("z = x y", "x*y"),
    ("z = x^2 + y^2", "x^2 + y^2"),
    ("f(x, y) = x - y", "x - y"),
    ("cbrt(x)", "cbrt(x)"),
    ("x^(2/3)", "x^(2/3)"),
    ("e", "e"),
    ("pi", "pi"),
    ("arcsin x", "asin(x)"),
    ("arccos x", "acos(x)"),
    ("arctan x", "atan(x)"),
    ("{x < 0: -1, x > 0: 1}", "{x < 0: -1, x > 0: 1}"),
    ("{x = 0: 0, sin(1/x)}", "{x = 0: 0, sin(1/x)}"),
    ("{0 < x <= 1: x, 1 < x ≤ 2: 2 - x, 0}", "{0 < x <= 1: x, 1 < x <= 2: 2 - x, 0}"),
    ("{x ≥ 0: √x, x < 0: -√-x}", "{x >= 0: sqrt(x), x < 0: -sqrt(-x)}"),
    ("max(x, y, 0)", "max(x, y, 0)"),
    ("sigmoid(x) + relu x + softplus(2x) step x", "sigmoid(x) + relu(x) + softplus(2*x)*step(x)"),
]

HEADINGS = [("f(x) = x^2", "x^2"), ("y = x^2", "x^2"), ("g(x)=x²", "x^2"), ("h = x", "x"), ("z=2x", "2*x")]


@pytest.mark.parametrize(("written", "canonical"), WRITTEN)
def test_what_people_write_is_read(written: str, canonical: str) -> None:
    assert str(parse(written, ("x", "y"))) == canonical


@pytest.mark.parametrize(("written", "canonical"), HEADINGS)
def test_a_heading_of_one_variable_is_left_out(written: str, canonical: str) -> None:
    assert str(parse(written)) == canonical


@pytest.mark.parametrize("canonical", sorted({canonical for _, canonical in WRITTEN}))
def test_a_canonical_text_is_read_as_itself(canonical: str) -> None:
    assert str(parse(canonical, ("x", "y"))) == canonical


@pytest.mark.parametrize(
    ("written", "x", "value"),
    [
        ("1/2x", 3, 1.5),
        ("1/(2x)", 3, 1 / 6),
        ("-x^2", 3, -9),
        ("2^3^x", 2, 512),
        ("2 - 3 - x", 4, -5),
        ("12/3/x", 2, 2),
        ("12/3x", 2, 8),
        ("x^(1/3)", -8, -2),
        ("x^(2/3)", -8, 4),
        ("cbrt x", -27, -3),
        ("x^-2", 2, 0.25),
        ("√-x", -9, 3),
        ("{x < 0: -1, x > 0: 1}", -5, -1),
        ("{x < 0: -1, x > 0: 1}", 5, 1),
        ("{x = 0: 7, 1/x}", 0, 7),
        ("{x = 0: 7, 1/x}", 4, 0.25),
        ("{0 < x <= 1: 10, 20}", 1, 10),
        ("{0 < x <= 1: 10, 20}", 0, 20),
        ("log(x, 2)", 8, 3),
        ("log_10 x", 1000, 3),
        ("log10 x", 1000, 3),
        ("ln e^x", 2, 2),
    ],
)
def test_what_was_read_has_the_value_that_was_meant(written: str, x: float, value: float) -> None:
    assert float(parse(written)(x)) == pytest.approx(value, rel=1e-15)
