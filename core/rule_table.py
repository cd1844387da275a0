"""The reference table: every differentiation rule of the sources, before and after, with a live example.

The rules stand as the sources have them (slides "Calculus for ML" of IEEE Helwan, and the handwritten notes
"Calculus"); what was misprinted there is right here, and `misprint` says what was printed.
"""

from dataclasses import dataclass
from functools import lru_cache

from core.derivation import differentiate
from core.expression import Expression, parse
from core.limiting.neighbourhood import as_point
from core.numbers import number
from core.quotients import central
from core.steps import Check

TOLERANCE = 1e-9


@dataclass(frozen=True)
class RuleRow:
    """One rule: LaTeX before and after, when it holds, and the text of an example with a place to check."""

    name: str
    group: str
    before: str
    after: str
    example: str
    at: float = 1.0
    holds: str = ""
    misprint: str = ""


@dataclass(frozen=True)
class WorkedRule:
    """The example of a row, differentiated by the engine, and the check of f′ at the row's place."""

    row: RuleRow
    function: Expression
    derivative: Expression
    check: Check


BASICS, COMBINING, EXPONENTIALS, ANGLES, NESTING = (
    "Constants and powers",
    "Sums, products, quotients",
    "Exponentials and logarithms",
    "Angles and hyperbolas",
    "Functions within functions",
)

RULE_ROWS = (
    RuleRow("Constant", BASICS, "c", "0", "6"),
    RuleRow(
        "Straight line", BASICS, "a x + b", "a", "3x + 2", misprint="The slides call 3x a constant function."
    ),
    RuleRow("Square", BASICS, "x^2", "2 x", "x^2"),
    RuleRow("Cube", BASICS, "x^3", "3 x^2", "x^3"),
    RuleRow("Power", BASICS, "x^n", "n x^{n-1}", "x^4"),
    RuleRow("Reciprocal", BASICS, r"\frac{1}{x}", r"-\frac{1}{x^2}", "1/x", holds=r"x \neq 0"),
    RuleRow("Square root", BASICS, r"\sqrt{x}", r"\frac{1}{2 \sqrt{x}}", "sqrt(x)", holds="x > 0"),
    RuleRow(
        "Constant multiple",
        COMBINING,
        "c \\, g(x)",
        "c \\, g'(x)",
        "3x^4",
        misprint="The notes write f = c·g′ where f = c·g is meant.",
    ),
    RuleRow("Sum", COMBINING, "g(x) + h(x)", "g'(x) + h'(x)", "3x^4 + 4x"),
    RuleRow("Product", COMBINING, "g(x) \\, h(x)", "g'(x) \\, h(x) + g(x) \\, h'(x)", "(x - 2)(x + 3)"),
    RuleRow(
        "Product with eˣ",
        COMBINING,
        "x \\, e^x",
        "e^x + x \\, e^x",
        "x e^x",
        misprint="The first line of the notes has x·eˣ + x·eˣ, with x in place of its slope 1.",
    ),
    RuleRow(
        "Quotient",
        COMBINING,
        r"\frac{g(x)}{h(x)}",
        r"\frac{g'(x) \, h(x) - g(x) \, h'(x)}{h(x)^2}",
        "x^2/(x + 1)",
        holds=r"h(x) \neq 0",
        misprint="One copy of the slides has lost the minus sign.",
    ),
    RuleRow("Exponential", EXPONENTIALS, "e^x", "e^x", "e^x"),
    RuleRow(
        "Any base",
        EXPONENTIALS,
        "a^x",
        r"a^x \ln a",
        "2^x",
        holds="a > 0",
        misprint="The slides say that C is the constant; it is a.",
    ),
    RuleRow("Natural logarithm", EXPONENTIALS, r"\ln x", r"\frac{1}{x}", "log(x)", holds="x > 0"),
    RuleRow(
        "Logarithm of any base",
        EXPONENTIALS,
        r"\log_a x",
        r"\frac{1}{x \ln a}",
        "log(x, 10)",
        holds=r"x > 0, \; a > 0, \; a \neq 1",
    ),
    RuleRow(
        "Logarithm of a function",
        EXPONENTIALS,
        r"\log_a g(x)",
        r"\frac{g'(x)}{g(x) \ln a}",
        "log(2x^2 + 4x, 3)",
        holds="g(x) > 0",
    ),
    RuleRow("Sine", ANGLES, r"\sin x", r"\cos x", "sin(x)"),
    RuleRow("Cosine", ANGLES, r"\cos x", r"-\sin x", "cos(x)"),
    RuleRow(
        "Tangent",
        ANGLES,
        r"\tan x",
        r"\frac{1}{\cos^2 x} = \sec^2 x",
        "tan(x)",
        holds=r"\cos x \neq 0",
        misprint="The slides put all trigonometric values between −1 and 1; tan takes every value.",
    ),
    RuleRow(
        "Hyperbolic tangent",
        ANGLES,
        r"\tanh x = \frac{\sinh x}{\cosh x}",
        r"1 - \tanh^2 x = \frac{1}{\cosh^2 x}",
        "tanh(x)",
    ),
    RuleRow("Chain", NESTING, "f(g(x))", "f'(g(x)) \\, g'(x)", "sin(3x)"),
    RuleRow("Chain with eᵘ", NESTING, "e^{g(x)}", "e^{g(x)} \\, g'(x)", "e^(2x)"),
    RuleRow(
        "Chain of many",
        NESTING,
        "f_1(f_2(\\ldots f_n(x)))",
        r"\frac{df_1}{df_2} \cdot \frac{df_2}{df_3} \cdots \frac{df_{n-1}}{df_n} \cdot \frac{df_n}{dx}",
        "sin(e^(x^2))",
        0.5,
        misprint="The slides leave out the last factor dfₙ/dx, here 2x.",
    ),
    RuleRow(
        "Inverse function",
        NESTING,
        r"g = f^{-1}",
        r"g'(y) = \frac{1}{f'(g(y))}",
        "sqrt(x)",
        9.0,
        holds=r"f'(g(y)) \neq 0",
        misprint="The notes write 1/f′ without its place: at 9 it is 1/f′(3) = 1/6, not 1/f′(9) = 1/18.",
    ),
    RuleRow(
        "Sigmoid",
        NESTING,
        r"\sigma(x) = \frac{1}{1 + e^{-x}}",
        r"\sigma(x) \left(1 - \sigma(x)\right)",
        "sigmoid(x)",
        misprint="The notes lower the exponent −1 to −2 − 1; it is −1 − 1.",
    ),
)


@lru_cache(maxsize=64)
def worked_rule(row: RuleRow) -> WorkedRule:
    """The example differentiated, and f′ checked at the row's place by the difference quotient of f."""
    e = parse(row.example)
    derivative = differentiate(e).formula
    return WorkedRule(row, e, derivative, _check(e, derivative, row.at))


def _check(e: Expression, derivative: Expression, at: float) -> Check:
    place = as_point(at)
    slope, quotient = float(derivative.precise(place)), float(central(e, (place,), 0))
    return Check(
        f"The derivative at x = {number(at)} against the difference quotient of f in many digits.",
        number(slope, 12),
        number(quotient, 12),
        abs(slope - quotient),
        TOLERANCE * max(1.0, abs(slope)),
    )


def rule_groups() -> dict[str, tuple[RuleRow, ...]]:
    """The rows under the headings of the table, in order.

    >>> [row.name for row in rule_groups()["Angles and hyperbolas"]]
    ['Sine', 'Cosine', 'Tangent', 'Hyperbolic tangent']
    """
    names = dict.fromkeys(row.group for row in RULE_ROWS)
    return {name: tuple(row for row in RULE_ROWS if row.group == name) for name in names}
