"""What the screen tells about the language: its functions, from the one table, and how texts are read."""

from dataclasses import dataclass

from core.expression.functions import FUNCTIONS


@dataclass(frozen=True)
class FunctionHelp:
    """A function: how it may be spelled, what it is, and a text that uses it."""

    spellings: tuple[str, ...]
    doc: str
    example: str


@dataclass(frozen=True)
class ReadingHelp:
    """A rule of reading: `typed` is read as `means`, and why."""

    typed: str
    means: str
    rule: str


@dataclass(frozen=True)
class LanguageHelp:
    """All there is to know, in the order to show it."""

    readings: tuple[ReadingHelp, ...]
    functions: tuple[FunctionHelp, ...]


READINGS = (
    ReadingHelp("2x(x + 1)", "2*x*(x + 1)", "A product needs no sign between."),
    ReadingHelp("1/2x", "(1/2)*x", "Products and quotients are read from left to right."),
    ReadingHelp("-x^2", "-(x^2)", "A power comes before the minus in front of it."),
    ReadingHelp("2^3^x", "2^(3^x)", "Powers are read from right to left."),
    ReadingHelp("e^2x", "(e^2)*x", "An exponent ends at the first factor; write e^(2x) for more."),
    ReadingHelp(
        "sin 2x/3", "sin(2*x)/3", "A function without brackets takes the product written without a sign."
    ),
    ReadingHelp("sin x cos x", "sin(x)*cos(x)", "It ends where the next function begins."),
    ReadingHelp("sin^2 x", "(sin(x))^2", "A power of a function is a power of its value."),
    ReadingHelp("ln x", "log(x)", "log without a base is the natural logarithm."),
    ReadingHelp("log_2(x)", "log(x, 2)", "A base is written below or behind."),
    ReadingHelp("|x - 1|", "abs(x - 1)", "Bars are the absolute value."),
    ReadingHelp("√2x", "sqrt(2)*x", "A root sign takes one factor; write √(2x) for more."),
    ReadingHelp("x²", "x^2", "Raised digits, π, ×, ·, ÷ and − are read as what they look like."),
    ReadingHelp("f(x) = x^2", "x^2", "A heading may stand in front."),
    ReadingHelp(
        "{x < 0: -1, 0 <= x < 1: x, 1}",
        "{x < 0: -1, 0 <= x < 1: x, 1}",
        "Cases stand in braces: condition, colon, value. A last value alone stands for all other cases.",
    ),
    ReadingHelp(
        "x^(1/3)",
        "x^(1/3)",
        "cbrt(x), and x^(p/q) with odd q, are the real roots, as in a calculus course: (−8)^(1/3) is −2.",
    ),
    ReadingHelp("e^x + 1e3", "e^x + 1000", "e and pi are constants; 1e3 is 1000."),
)


def language_help() -> LanguageHelp:
    """The rules of reading, and every row of `FUNCTIONS`."""
    rows = tuple(FunctionHelp((row.name, *row.aliases), row.doc, row.example) for row in FUNCTIONS.values())
    return LanguageHelp(READINGS, rows)
