"""The coin: the most likely P by the product and by its logarithm, "product is hard, sum is easy"."""

from functools import partial as applied

import numpy as np

from core.derivation.writing.hand import rows
from core.models.checking import compared, slope_check
from core.models.many_digits import precise_loss
from core.models.model import Floats
from core.models.one_number import COIN, no_inputs
from core.models.worked.coin_likelihood import (
    LARGEST_POWER,
    factored_step,
    likelihood_step,
    log_slope_step,
    log_stationary_step,
    logarithm_step,
    product_step,
    stationary_step,
)
from core.models.worked.writing import shown, signed_sum, update
from core.numbers import number
from core.steps import LazySteps, Step


def coin_steps(theta: Floats, y: Floats, rate: float) -> LazySteps:
    """g(P) = P^k (1 − P)^m for k ones and m zeros among the tosses y; θ is (P,).

    The way over the product is left out beyond powers of 30, where nobody would go it.
    """
    counts = int(y.sum()), len(y) - int(y.sum())
    here = float(theta[0])
    inside = min(counts) > 0
    makers = [applied(likelihood_step, counts, here)]
    if max(counts) <= LARGEST_POWER:
        makers.append(applied(product_step, counts, here))
        makers += [applied(factored_step, counts, here), applied(stationary_step, counts)] if inside else []
    makers += [applied(logarithm_step, counts, here), applied(log_slope_step, counts, here)]
    makers += [applied(log_stationary_step, counts)] if inside else []
    makers += [applied(_loss_slope, theta, y), applied(_update, theta, y, rate)]
    return LazySteps(makers)


def _loss_slope(theta: Floats, y: Floats) -> Step:
    x = no_inputs(len(y))
    here, slope = float(theta[0]), float(COIN.gradient(theta, x, y)[0])
    ones, zeros = int(y.sum()), len(y) - int(y.sum())
    terms = [rf"\frac{{{ones}}}{{{shown(here)}}}"] * bool(ones)
    terms += [rf"-\frac{{{zeros}}}{{{shown(1 - here)}}}"] * bool(zeros)
    factors = [rf"-\frac{{1}}{{{len(y)}}}", rf"\left({signed_sum(terms)}\right)"]
    lines = rows(r"\frac{dL}{dP}", r"-\frac{1}{n} (\log g)'(P)", r" \cdot ".join(factors), shown(slope))
    why = "Losses are made small, so training takes −log g, and its mean over the tosses: the log-loss."
    return Step("As a loss, here and now", lines, why, slope_check(COIN, theta, x, y, 0, slope))


def _update(theta: Floats, y: Floats, rate: float) -> Step:
    x = no_inputs(len(y))
    slope = float(COIN.gradient(theta, x, y)[0])
    after = theta - rate * slope
    rule, numbers, result = update("P", float(theta[0]), rate, slope)
    before, then = (float(COIN.loss(p, x, y)) for p in (theta, after))
    why = f"Against the slope. The log-loss goes from {number(before, 5)} to {number(then, 5)}."
    if np.isnan(then):
        why = "Against the slope, and too far: P is no probability any more, and its loss is undefined."
    second = precise_loss(COIN, after.tolist(), x, y)
    check = compared("The loss afterwards against 50 digits.", then, second)
    return Step("Step against the gradient", rf"P \leftarrow {rule} = {numbers} = {result}", why, check)
