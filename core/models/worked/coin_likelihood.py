"""The likelihood of k ones and m zeros, and its largest value: by the product rule, and by the logarithm."""

from math import exp, log
from typing import Any

from core.derivation import differentiate
from core.derivation.checking import formula_check
from core.derivation.writing.hand import rows
from core.expression import Expression, parse
from core.models.checking import SHOWN_DIGITS, TOLERANCE, compared
from core.models.worked.writing import shown, signed_sum
from core.numbers import number
from core.steps import Check, Step

Counts = tuple[int, int]
"""How many ones, how many zeros."""

NOTED: Counts = (7, 3)
"""The tosses of the handwritten notes, whose slips are named."""

LARGEST_POWER = 30
"""Of a sum, in the language; see `core.expression.guard`."""

_LETTER = ("P",)
_ONE_PLACE = 0.4722


def likelihood(counts: Counts) -> str:
    """P^k (1 − P)^m as a text of the language.

    >>> likelihood((7, 3)), likelihood((0, 2)), likelihood((1, 1))
    ('P^7 (1 - P)^3', '(1 - P)^2', 'P (1 - P)')
    """
    return " ".join(filter(None, (_power("P", counts[0]), _power("(1 - P)", counts[1]))))


def product_slope(counts: Counts) -> str:
    """The product rule, nothing tidied.

    >>> product_slope((7, 3))
    '7 P^6 (1 - P)^3 + P^7 * 3 (1 - P)^2 * (-1)'
    """
    ones, zeros = counts
    first, second = _power("P", ones), _power("(1 - P)", zeros)
    left = " ".join(filter(None, (_many(ones), _power("P", ones - 1), second))) or "1"
    inner = " ".join(filter(None, (_many(zeros), _power("(1 - P)", zeros - 1))))
    right = " * ".join(filter(None, (first, inner, "(-1)")))
    return " + ".join([left] * bool(ones) + [right] * bool(zeros))


def factored_slope(counts: Counts) -> str:
    """What both terms share, and the bracket that is left.

    >>> factored_slope((7, 3)), factored_slope((1, 1))
    ('P^6 (1 - P)^2 (7 - 10P)', '(1 - 2P)')
    """
    ones, zeros = counts
    bracket = f"({ones} - {ones + zeros}P)"
    return " ".join(filter(None, (_power("P", ones - 1), _power("(1 - P)", zeros - 1), bracket)))


def _many(count: int) -> str:
    return "" if count == 1 else str(count)


def log_likelihood(counts: Counts) -> str:
    """k log P + m log(1 − P).

    >>> log_likelihood((7, 3))
    '7 log(P) + 3 log(1 - P)'
    """
    return " + ".join(
        [f"{counts[0]} log(P)"] * bool(counts[0]) + [f"{counts[1]} log(1 - P)"] * bool(counts[1])
    )


def _power(base: str, exponent: int) -> str:
    return "" if exponent <= 0 else base if exponent == 1 else f"{base}^{exponent}"


def likelihood_step(counts: Counts, here: float) -> Step:
    """g itself; its value goes through the logarithm, for a product of many tosses runs out of float64."""
    logarithm = _logarithm(counts, here)
    value = exp(logarithm)
    shown_value = shown(value) if value else rf"10^{{{logarithm / log(10):.0f}}}"
    bases = zip(("P", "(1 - P)"), counts, strict=True)
    written = " ".join(rf"{base}^{{{count}}}" for base, count in bases if count)
    lines = rows("g(P)", written, rf"{shown_value} \text{{ at }} P = {shown(here)}")
    ones, zeros = counts
    why = (
        f"P is the probability of a 1; {ones} of {ones + zeros} tosses are 1. Independent tosses multiply, "
        "and the P that makes these most likely is looked for."
    )
    second = _precise_likelihood(counts, here)
    size = abs(float(second)) * (1 + abs(logarithm))
    texts = number(value, SHOWN_DIGITS), number(float(second), SHOWN_DIGITS)
    check = Check("g(P) against 50 digits.", *texts, float(abs(value - second)), TOLERANCE * size)
    return Step("How likely these tosses are", lines, why, check)


def product_step(counts: Counts, here: float) -> Step:
    """g′ by the product rule."""
    why = "The product rule: the exponent of a bracket drops by one, and −1 is the slope of 1 − P."
    if counts == NOTED:
        why += " In the notes (1 − P)² has lost its exponent."
    if 0 in counts:
        edge = 1 if counts[0] else 0
        why = f"It is never 0 between 0 and 1: these tosses are most likely at P = {edge}, at the edge."
    line = _read(product_slope(counts))
    derivation = differentiate(_read(likelihood(counts)), "P")
    check = _line_check(line, counts, here)
    return Step("By the product: hard", rows("g'(P)", line.latex), why, check, derivation.steps)


def factored_step(counts: Counts, here: float) -> Step:
    """g′ as a product."""
    line = _read(factored_slope(counts))
    why = "What both terms have in common stands in front."
    return Step("Factored", rows("g'(P)", line.latex), why, _line_check(line, counts, here))


def stationary_step(counts: Counts) -> Step:
    """The P between 0 and 1 with g′ = 0."""
    best, total = _best(counts), sum(counts)
    given = (rf"{counts[0]} - {total} P", "0")
    lines = rows("P", rf"\frac{{{counts[0]}}}{{{total}}}", shown(best), given=given)
    value = exp(_logarithm(counts, best))
    why = f"Between 0 and 1 only the bracket can be 0, and there g is largest: {number(value, 5)}."
    slope = _read(product_slope(counts)).precise(best)
    return Step(
        "Where the slope is 0", lines, why, compared("g′ there, in 50 digits, against 0.", 0.0, slope)
    )


def logarithm_step(counts: Counts, here: float) -> Step:
    """log g, a sum."""
    line, value = _read(log_likelihood(counts)), _logarithm(counts, here)
    lines = rows(r"\log g(P)", line.latex, rf"{shown(value)} \text{{ at }} P = {shown(here)}")
    why = "The logarithm turns the product into a sum. It rises with g, so both are largest at the same P."
    check = compared("log g(P) against 50 digits.", value, line.precise(here), abs(value))
    return Step("Take the logarithm", lines, why, check)


def log_slope_step(counts: Counts, here: float) -> Step:
    """(log g)′, term by term."""
    terms = [f"{counts[0]}/P"] * bool(counts[0]) + [f"-{counts[1]}/(1 - P)"] * bool(counts[1])
    line, whole = _read(signed_sum(terms)), _read(log_likelihood(counts))
    check = formula_check(line.tree, whole.tree, "P", ({"P": _place(here)},), "This line")
    why = "Product is hard, sum is easy: each term keeps to itself."
    steps = differentiate(whole, "P").steps
    return Step("By the sum: easy", rows(r"(\log g)'(P)", line.latex), why, check, steps)


def log_stationary_step(counts: Counts) -> Step:
    """The P with (log g)′ = 0, and what is set to 0."""
    ones, zeros = counts
    best = _best(counts)
    given = (rf"{ones} (1 - P) - {zeros} P", "0")
    lines = rows("P", rf"\frac{{{ones}}}{{{ones + zeros}}}", shown(best), given=given)
    top = number(_logarithm(counts, best))
    why = (
        "The derivative of log g is set to 0, and its numerator is what counts. log g itself is never 0 "
        f"between 0 and 1: its largest value is {top}."
    )
    if counts == NOTED:
        why += " The notes write = 0 behind log g."
    slope = _read(f"{ones}/P - {zeros}/(1 - P)").precise(best)
    size = float(ones + zeros) ** 2
    check = compared("(log g)′ there, in 50 digits, against 0.", 0.0, slope, size)
    return Step("The same P", lines, why, check)


def _best(counts: Counts) -> float:
    return counts[0] / sum(counts)


def _logarithm(counts: Counts, here: float) -> float:
    """log g, NaN where P is no probability."""
    return float(_read(log_likelihood(counts))(here))


def _precise_likelihood(counts: Counts, here: float) -> Any:
    mp_power = _read("P").precise(here), _read("1 - P").precise(here)
    return mp_power[0] ** counts[0] * mp_power[1] ** counts[1]


def _read(text: str) -> Expression:
    return parse(text, _LETTER)


def _line_check(line: Expression, counts: Counts, here: float) -> Check | None:
    return formula_check(line.tree, _read(likelihood(counts)).tree, "P", ({"P": _place(here)},), "This line")


def _place(here: float) -> float:
    """Where a line is checked: at the present P, or between 0 and 1 where that is no probability."""
    return here if 0 < here < 1 else _ONE_PLACE
