import pytest
import sympy

from core.expression import parse
from core.expression.symbols import symbol
from core.first_principles.difference_quotient import DEFINITION, difference_quotient, needed_rule
from core.first_principles.lines import in_powers
from core.first_principles.methods import METHODS

x = symbol("x")

WORKED = {
    # lessons from the sources (3, 3x, x², x³, 1/x, √x) and functions of the same kinds
    "3": sympy.Integer(0),
    "3x": sympy.Integer(3),
    "x^2": 2 * x,
    "x^3": 3 * x**2,
    "1/x": -1 / x**2,
    "sqrt x": 1 / (2 * sympy.sqrt(x)),
    "x^2 - 4x + 4": 2 * x - 4,
    "0.5x^2 - x": x - 1,
    "-x^2": -2 * x,
    "pi x^2": 2 * sympy.pi * x,
    "(x^2-1)/(x-1)": sympy.Integer(1),
    "x/(x^2+1)": (1 - x**2) / (x**2 + 1) ** 2,
    "1/(1-x)": 1 / (1 - x) ** 2,
    "sqrt(x^2+1)": x / sympy.sqrt(x**2 + 1),
    "sqrt(x-30)": 1 / (2 * sympy.sqrt(x - 30)),
    "2sqrt(3x+1) - x^2": 3 / sympy.sqrt(3 * x + 1) - 2 * x,
    "1/sqrt x": -1 / (2 * x * sympy.sqrt(x)),
    "x^(-1/2)": -1 / (2 * x * sympy.sqrt(x)),
    "2/sqrt(3x+1) - x^2": -3 / (3 * x + 1) ** sympy.Rational(3, 2) - 2 * x,
    "|x|": sympy.sign(x),
    "3|2x-1|": 6 * sympy.sign(2 * x - 1),
    "x - |x^2-1|": 1 - 2 * x * sympy.sign(x**2 - 1),
}


@pytest.mark.parametrize("text", WORKED)
def test_the_definition_leads_to_the_derivative(text: str) -> None:
    worked = difference_quotient(parse(text))
    assert worked.derivative is not None
    difference = (worked.derivative - WORKED[text]).subs(x, sympy.Rational(37, 3))
    assert sympy.simplify(difference if "|" in text else worked.derivative - WORKED[text]) == 0


@pytest.mark.parametrize("text", WORKED)
def test_every_line_but_the_definition_has_a_check_that_holds(text: str) -> None:
    first, *lines = difference_quotient(parse(text)).steps
    assert first is DEFINITION
    assert len(lines) >= 3
    assert all(step.check is not None and step.check.holds for step in lines)


def test_the_lines_of_x_squared_are_those_on_the_blackboard() -> None:
    lines = difference_quotient(parse("x^2")).steps[1:]
    assert [(step.title, step.latex) for step in lines] == [
        ("Substitute", r"\frac{\left(x + h\right)^{2} - x^{2}}{h}"),
        ("Expand", r"\frac{x^{2} + 2 x h + h^{2} - x^{2}}{h}"),
        ("Cancel", r"\frac{2 x h + h^{2}}{h}"),
        ("Divide by h", "2 x + h"),
        ("Let h → 0", "f'(x) = 2 x"),
    ]


def test_the_lines_of_the_square_root_use_the_conjugate() -> None:
    lines = difference_quotient(parse("sqrt x")).steps[1:]
    assert [step.latex for step in lines] == [
        r"\frac{\sqrt{x + h} - \sqrt{x}}{h}",
        r"\frac{\left(x + h\right) - x}{h \left(\sqrt{x + h} + \sqrt{x}\right)}",
        r"\frac{h}{h \left(\sqrt{x + h} + \sqrt{x}\right)}",
        r"\frac{1}{\sqrt{x + h} + \sqrt{x}}",
        r"f'(x) = \frac{1}{2 \sqrt{x}}",
    ]


def test_the_lines_of_the_absolute_value_need_no_sides() -> None:
    lines = difference_quotient(parse("|x|")).steps[1:]
    assert [step.latex for step in lines] == [
        r"\frac{\left|x + h\right| - \left|x\right|}{h}",
        r"\frac{\left(x + h\right)^{2} - x^{2}}{h \left(\left|x + h\right| + \left|x\right|\right)}",
        r"\frac{2 x h + h^{2}}{h \left(\left|x + h\right| + \left|x\right|\right)}",
        r"\frac{2 x + h}{\left|x + h\right| + \left|x\right|}",
        r"f'(x) = \frac{x}{\left|x\right|}",
    ]
    assert "there each side is looked at alone" in lines[-1].why


def test_one_over_a_root_takes_a_common_denominator_and_then_the_conjugate() -> None:
    lines = difference_quotient(parse("1/sqrt x")).steps[1:]
    assert [step.title for step in lines] == [
        "Substitute",
        "Common denominator",
        "Multiply by the conjugate",
        "Cancel",
        "Divide by h",
        "Let h → 0",
    ]
    assert lines[1].latex == r"\frac{\sqrt{x} - \sqrt{x + h}}{h \, \sqrt{x + h} \, \sqrt{x}}"
    assert lines[-1].latex == r"f'(x) = -\frac{1}{2 x^{3/2}}"


def test_a_fraction_goes_over_a_common_denominator() -> None:
    lines = difference_quotient(parse("1/x")).steps
    assert lines[2].latex == r"\frac{x - \left(x + h\right)}{h \cdot \left(x + h\right) \cdot x}"


def test_a_sum_that_is_subtracted_stands_in_brackets() -> None:
    assert difference_quotient(parse("x^2 - x")).steps[1].latex.endswith(r"- \left(x^{2} - x\right)}{h}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sin x", "derivative of sin"),
        ("exp(2x)", "chain rule"),
        ("x sin x", "product rule"),
        ("sin(x)/x", "quotient rule"),
        ("x^20", "power rule"),
        ("sin x + x", "sum rule"),
        ("1/sqrt(x) + |x|", "sum rule"),
        ("|sin x|", "chain rule"),
        ("sqrt(|x|)", "chain rule"),
        ("{x < 0: 1, x^2}", "the borders need both sides"),
    ],
)
def test_what_needs_a_rule_says_which(text: str, words: str) -> None:
    worked = difference_quotient(parse(text))
    assert worked.derivative is None and worked.steps == (DEFINITION,)
    assert worked.rule is not None and words in worked.rule


def test_a_function_that_is_nowhere_defined_on_both_sides_is_not_worked() -> None:
    assert difference_quotient(parse("sqrt(-x^2-1)")).derivative is None


def test_a_method_says_not_mine() -> None:
    assert [method(sympy.sin(x)) for method in METHODS] == [None] * len(METHODS)


def test_polynomials_are_written_by_falling_powers_of_x_and_rising_powers_of_h() -> None:
    h = sympy.Symbol("h", real=True, nonzero=True)
    assert in_powers(sympy.expand((x + h) ** 3 - x)) == "x^{3} - x + 3 x^{2} h + 3 x h^{2} + h^{3}"
    assert in_powers(sympy.Integer(0)) == "0"


def test_needed_rule_looks_at_the_outermost_operation() -> None:
    assert needed_rule(parse("log(x) * exp(x)").tree) == "The product rule is needed here."
