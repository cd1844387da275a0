"""The derivative of the sigmoid in full: from (1 + e⁻ᶻ)⁻¹ to σ(1 − σ), line by line."""

from dataclasses import dataclass
from fractions import Fraction

from core.expression import Expression, parse
from core.limiting.neighbourhood import as_point
from core.numbers import number
from core.quotients import central
from core.steps import Check, Step

VARIABLE = ("z",)
DEFINITION = "1/(1 + e^(-z))"
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Line:
    """One line: its value as a text of the language, and the LaTeX it is shown as if that differs."""

    title: str
    value: str
    why: str
    shown: str = ""


LINES = (
    Line(
        "As a power",
        "(1 + e^(-z))^(-1)",
        "One over something is that something to the power −1, which the power rule can read.",
    ),
    Line(
        "Power rule and chain rule",
        "-(1 + e^(-z))^(-2) (-e^(-z))",
        "The exponent −1 comes down as a factor, −1 − 1 = −2 is left, and the inner slope stands behind.",
        r"-\left(1 + e^{-z}\right)^{-2} \cdot \left(1 + e^{-z}\right)'",
    ),
    Line(
        "The inner slope",
        "-(1 + e^(-z))^(-2) (-e^(-z))",
        "The 1 is constant; e⁻ᶻ keeps itself, times the slope −1 of −z.",
        r"-\left(1 + e^{-z}\right)^{-2} \cdot \left(-e^{-z}\right)",
    ),
    Line(
        "As a fraction",
        "e^(-z)/(1 + e^(-z))^2",
        "Two minus signs cancel, and the power −2 goes below the line.",
    ),
    Line(
        "Split",
        "1/(1 + e^(-z)) * e^(-z)/(1 + e^(-z))",
        "One factor of the denominator for each of two fractions; the first is σ itself.",
        r"\frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}}",
    ),
    Line(
        "Add 1 and take it away",
        "1/(1 + e^(-z)) * ((1 + e^(-z)) - 1)/(1 + e^(-z))",
        "e⁻ᶻ = (1 + e⁻ᶻ) − 1, so that the denominator stands above as well.",
        r"\frac{1}{1 + e^{-z}} \cdot \frac{\left(1 + e^{-z}\right) - 1}{1 + e^{-z}}",
    ),
    Line(
        "Divide",
        "1/(1 + e^(-z)) * (1 - 1/(1 + e^(-z)))",
        "The first part gives 1, and what is taken away is σ again.",
        r"\frac{1}{1 + e^{-z}} \cdot \left(1 - \frac{1}{1 + e^{-z}}\right)",
    ),
    Line(
        "In terms of σ",
        "sigmoid(z) (1 - sigmoid(z))",
        "The slope comes from the value alone: what the forward pass computed is all that training needs.",
    ),
)


def sigmoid_steps(z: float = 0.5) -> tuple[Step, ...]:
    """The lines; the first is checked against σ(z), all others against its difference quotient at z."""
    f = parse(DEFINITION, VARIABLE)
    place = as_point(z)
    value, quotient = float(f.precise(place)), float(central(f, (place,), 0))
    first, *others = LINES
    return (
        _step(first, r"\sigma(z) = \frac{1}{1 + e^{-z}} = ", place, value, "1/(1 + e⁻ᶻ)"),
        *(_step(line, r"\sigma'(z) = ", place, quotient, "the difference quotient of σ") for line in others),
    )


def _step(line: Line, left: str, place: Fraction, second: float, against: str) -> Step:
    e: Expression = parse(line.value, VARIABLE)
    here = float(e.precise(place))
    check = Check(
        f"This line against {against} at z = {number(float(place))}.",
        number(here, 12),
        number(second, 12),
        abs(here - second),
        _TOLERANCE,
    )
    return Step(line.title, left + (line.shown or e.latex), line.why, check)
