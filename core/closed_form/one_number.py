"""One number for all samples: the median of absolute errors, and the share of tosses."""

from fractions import Fraction

import numpy as np

from core.closed_form.result import ClosedForm
from core.datasets import Samples
from core.expression.precise import context
from core.hessian.writing import equals, value_latex
from core.learning_rate.quadratics import as_typed
from core.models import Model
from core.numbers import number, number_latex
from core.steps import Check, Step

DIGITS = 50
SHOWN_VALUES = 12


def median(model: Model, samples: Samples) -> ClosedForm:
    """The c with the least (1/n) Σ|c − yᵢ|: as many yᵢ below it as above.

    With an even number every c between the middle two has the least loss; half-way is given.
    Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, §2.4.
    """
    ordered = sorted(as_typed(samples.y.tolist()))
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    middle = (low + high) / 2
    parameters = np.array([float(middle)])
    loss = float(model.loss(parameters, samples.x, samples.y))
    between = f"between {number(float(low))} and {number(float(high))}"
    where = f"at c = {number(float(middle))}" if low == high else f"for every c {between}"
    return ClosedForm(
        parameters=parameters,
        loss=loss,
        sentence=f"The least loss is {number(loss)}, {where}: at most half of the samples lie below, and at "
        "most half above.",
        steps=_median_steps(ordered, middle),
        check=_corner_check(model, samples, loss),
        exact=(middle,),
    )


def _median_steps(ordered: list[Fraction], middle: Fraction) -> tuple[Step, ...]:
    shown = [value_latex(value) for value in ordered[:SHOWN_VALUES]]
    if len(ordered) > SHOWN_VALUES:
        shown.append(r"\dots")
    below = sum(value < middle for value in ordered)
    above = sum(value > middle for value in ordered)
    at = len(ordered) - below - above
    return (
        Step("In order", r",\; ".join(shown), "Only the order counts: how far away a sample lies does not."),
        Step(
            "The slope counts sides",
            r"\frac{dL}{dc} = \frac{1}{n}\,(\text{below } c - \text{above } c)",
            "|c − y| has slope 1 for a sample below c and −1 for one above: each pulls with the same force.",
        ),
        Step(
            "The middle",
            rf"c {equals(middle)} {value_latex(middle)}: \quad {below} \text{{ below}},\; {above} "
            rf"\text{{ above}},\; {at} \text{{ at }} c",
            "No side pulls more strongly than the other side and the samples at c together can hold.",
        ),
    )


def _corner_check(model: Model, samples: Samples, loss: float) -> Check:
    """The loss is made of straight pieces with corners at the samples, so one of the corners is lowest."""
    corners = model.loss(samples.y[:, None], samples.x, samples.y)
    return Check(
        compared="The loss at the middle, and the least loss at any sample, where the loss has its corners.",
        shown=number(loss, 12),
        second=number(float(corners.min()), 12),
        difference=abs(loss - float(corners.min())),
        tolerance=1e-13 * (1 + float(np.abs(samples.y).max())),
    )


def coin(model: Model, samples: Samples) -> ClosedForm:
    """P = k/n for k ones among n tosses: the P with the greatest Pᵏ(1 − P)ⁿ⁻ᵏ.

    Goodfellow, Bengio & Courville, Deep Learning, §5.5 (maximum likelihood).
    """
    n, ones = samples.size, int(samples.y.sum())
    best = Fraction(ones, n)
    parameters = np.array([float(best)])
    loss = float(model.loss(parameters, samples.x, samples.y))
    likelihood = best**ones * (1 - best) ** (n - ones)
    return ClosedForm(
        parameters=parameters,
        loss=loss,
        sentence=f"The least loss is {number(loss)}, at P = {ones}/{n}: the share of tosses that are 1.",
        steps=_coin_steps(n, ones, likelihood),
        check=_likelihood_check(n, loss, likelihood),
        exact=(best,),
    )


def _coin_steps(n: int, ones: int, likelihood: Fraction) -> tuple[Step, ...]:
    zeros, best = n - ones, Fraction(ones, n)
    largest = context(DIGITS).log(likelihood.numerator) - context(DIGITS).log(likelihood.denominator)
    return (
        Step(
            "How likely these tosses are",
            rf"g(P) = P^{{{ones}}} (1 - P)^{{{zeros}}}",
            "Independent tosses multiply: a factor P for each 1, and 1 − P for each 0.",
        ),
        Step(
            "Take the logarithm",
            rf"\log g(P) = {ones} \log P + {zeros} \log(1 - P)",
            "A product is hard to differentiate and a sum is easy; the logarithm rises where g rises.",
        ),
        Step(
            "Its slope is 0",
            rf"\frac{{{ones}}}{{P}} - \frac{{{zeros}}}{{1 - P}} = "
            rf"\frac{{{ones}(1 - P) - {zeros} P}}{{P (1 - P)}} = 0",
            "The derivative is set to 0, not the logarithm as the notes print it: log g is at most "
            f"{number(float(largest))} and never 0.",
        ),
        Step(
            "Solve",
            rf"{ones} - {n} P = 0 \quad\Rightarrow\quad P = \frac{{{ones}}}{{{n}}} {equals(best)} "
            rf"{value_latex(best)}, \quad g(P) \approx {number_latex(float(likelihood), 8)}",
            "The slope is positive before and negative after, so this is the greatest g and the least loss.",
        ),
    )


def _likelihood_check(n: int, loss: float, likelihood: Fraction) -> Check:
    mp = context(DIGITS)
    second = float((mp.log(likelihood.denominator) - mp.log(likelihood.numerator)) / n)
    return Check(
        compared="The loss of P in float64, and −(1/n) log g(P) of the exact fraction in 50 digits.",
        shown=number(loss, 12),
        second=number(second, 12),
        difference=abs(loss - second),
        tolerance=1e-14 * (1 + second),
    )
