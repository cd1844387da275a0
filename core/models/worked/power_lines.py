"""One number for all samples: squared distances lead to the mean, distances to the median."""

from functools import partial as applied

import numpy as np

from core.derivation.writing.hand import rows
from core.models.checking import compared, slope_check
from core.models.many_digits import precise_loss, precise_slope
from core.models.model import Floats, Model
from core.models.one_number import MEAN, MEDIAN, no_inputs
from core.models.worked.writing import MOST_TERMS, shown, signed_sum, update
from core.numbers import number
from core.steps import Check, LazySteps, Step
from core.substitution import as_factor


def mean_steps(theta: Floats, y: Floats, rate: float) -> LazySteps:
    """(c − a)² + (c − b)² + … is least at the mean; θ is (c,), y (n,) the places of the houses."""
    makers = (_squares, _slope_of_squares, _collected, _mean, _square_loss_slope)
    last = applied(_update, MEAN, theta, y, rate)
    return LazySteps([*(applied(make, theta, y) for make in makers), last])


def median_steps(theta: Floats, y: Floats, rate: float) -> LazySteps:
    """|c − a| + |c − b| + … is least where as many samples lie on one side as on the other."""
    makers = (_distances, _slope_of_distances, _median)
    last = applied(_update, MEDIAN, theta, y, rate)
    return LazySteps([*(applied(make, theta, y) for make in makers), last])


def _terms(y: Floats, form: str) -> str:
    """One term for each sample, with dots where there are many."""
    written = [form.format(as_factor(shown(value))) for value in y.tolist()]
    if len(written) > MOST_TERMS:
        written = [*written[:2], r"\dots", written[-1]]
    return " + ".join(written)


def _squares(theta: Floats, y: Floats) -> Step:
    why = "Each sample pays the square of its distance to c, as each house would for a longer power line."
    return _cost(MEAN, theta, y, r"(c - {})^2", why)


def _cost(model: Model, theta: Floats, y: Floats, form: str, why: str) -> Step:
    """The sum of what all samples pay, n times the loss."""
    x = no_inputs(len(y))
    total = len(y) * float(model.loss(theta, x, y))
    second = precise_loss(model, theta.tolist(), x, y) * len(y)
    lines = rows("f(c)", _terms(y, form), rf"{shown(total)} \text{{ at }} c = {shown(float(theta[0]))}")
    check = compared("The cost against 50 digits.", total, second, total)
    return Step("What a place costs", lines, why, check)


def _slope_of_squares(theta: Floats, y: Floats) -> Step:
    lines = rows("f'(c)", _terms(y, r"2(c - {})"), _terms(y, r"2c - 2 \cdot {}"))
    why = "The power rule for each square; the 2 stands before both. The notes lose that of the first place."
    return Step("The slope of each square", lines, why, _slope_check(theta, y))


def _collected(theta: Floats, y: Floats) -> Step:
    n, total = len(y), float(y.sum())
    bare = rf"{2 * n} c - 2 \cdot {as_factor(shown(total))}"
    lines = rows("f'(c)", bare, signed_sum([f"{2 * n} c", shown(-2 * total)]))
    return Step("Collected", lines, f"{n} times 2c, and twice the sum of all places.", _slope_check(theta, y))


def _mean(theta: Floats, y: Floats) -> Step:  # noqa: ARG001 - the place of the minimum knows no c
    n, total = len(y), float(y.sum())
    best = total / n
    given = (signed_sum([f"{2 * n} c", shown(-2 * total)]), "0")
    lines = rows("c", rf"\frac{{{shown(2 * total)}}}{{{2 * n}}}", shown(best), given=given)
    slope = precise_slope(MEAN, np.array([best]), no_inputs(n), y, 0)
    check = compared("A difference quotient there, in 50 digits, against 0.", 0.0, slope, _size(y))
    why = f"It is the mean, and a minimum: f″ = {2 * n} is positive."
    return Step("Where the slope is 0", lines, why, check)


def _square_loss_slope(theta: Floats, y: Floats) -> Step:
    slope = float(MEAN.gradient(theta, no_inputs(len(y)), y)[0])
    lines = rows(
        r"\frac{dL}{dc}",
        r"\frac{2}{n} \sum_i (c - y_i)",
        rf"2 \left({shown(float(theta[0]))} - {as_factor(shown(float(y.mean())))}\right)",
        shown(slope),
    )
    why = "Training takes the mean of the costs, f/n: the minimum stays, and more samples do not steepen it."
    return Step("Here and now", lines, why, slope_check(MEAN, theta, no_inputs(len(y)), y, 0, slope))


def _distances(theta: Floats, y: Floats) -> Step:
    why = "Each sample pays its distance, and not the square: one far away no longer outweighs the others."
    return _cost(MEDIAN, theta, y, r"|c - {}|", why)


def _slope_of_distances(theta: Floats, y: Floats) -> Step:
    left, right = int((y < theta[0]).sum()), int((y > theta[0]).sum())
    on = len(y) - left - right
    lines = rows("f'(c)", r"\#\{y_i < c\} - \#\{y_i > c\}", f"{left} - {right}", shown(float(left - right)))
    corner = (
        f" {on} {'lies' if on == 1 else 'lie'} at c itself, where |·| has a corner: any slope from −1 to 1 "
        "touches it, and 0 is taken."
        if on
        else ""
    )
    why = f"A sample on the left pulls with slope +1, one on the right with −1, however far it is.{corner}"
    slope = float(left - right) / len(y)
    return Step("Count the sides", lines, why, slope_check(MEDIAN, theta, no_inputs(len(y)), y, 0, slope))


def _median(theta: Floats, y: Floats) -> Step:  # noqa: ARG001
    low, high = _middle(y)
    place = rf"c = {shown(low)}" if low == high else rf"{shown(low)} \le c \le {shown(high)}"
    x = no_inputs(len(y))
    best = float(MEDIAN.loss(np.array([low]), x, y))
    rivals = [precise_loss(MEDIAN, [c], x, y) for c in y.tolist()]
    check = compared("The loss there against the least at any sample.", best, min(rivals), _size(y))
    why = "As many to the left as to the right: a step to either side gains from some and loses to as many."
    if low == high:
        why = "In the middle of the sorted samples the slope changes its sign: no step to a side gains."
    return Step("The median", rf"f'(c) \ni 0 \quad\Longleftrightarrow\quad {place}", why, check)


def _middle(y: Floats) -> tuple[float, float]:
    """The ends of the interval of medians."""
    ordered = np.sort(y)
    return float(ordered[(len(y) - 1) // 2]), float(ordered[len(y) // 2])


def _update(model: Model, theta: Floats, y: Floats, rate: float) -> Step:
    x = no_inputs(len(y))
    slope = float(model.gradient(theta, x, y)[0])
    after = theta - rate * slope
    before, then = (float(model.loss(c, x, y)) for c in (theta, after))
    rule, numbers, result = update("c", float(theta[0]), rate, slope)
    why = f"Against the slope. The mean cost goes from {number(before, 5)} to {number(then, 5)}."
    second = precise_loss(model, after.tolist(), x, y)
    check = compared("The cost afterwards against 50 digits.", then, second, _size(y) ** 2)
    return Step("Step against the gradient", rf"c \leftarrow {rule} = {numbers} = {result}", why, check)


def _slope_check(theta: Floats, y: Floats) -> Check:
    """2n·c − 2Σy, worked out in this order, against n times the quotient of the mean cost."""
    slope = 2 * len(y) * float(theta[0]) - 2 * float(y.sum())
    second = precise_slope(MEAN, theta, no_inputs(len(y)), y, 0) * len(y)
    sentence = "f′ at the present c against a difference quotient of f in 50 digits."
    return compared(sentence, slope, second, len(y) * _size([*y, *theta]))


def _size(values: Floats | list[float]) -> float:
    return 1 + float(np.abs(values).max())
