"""Where the loss is least: mean and median, the likeliest coin, the line through three points."""

from functools import partial

import numpy as np

from core.closed_form import ClosedForm, closed_form
from core.datasets import samples_of
from core.models import MODELS
from core.practice.answering import NumberAnswer, PointAnswer
from core.practice.draws import Draws
from core.practice.hinting import line, words
from core.practice.learning import Learning
from core.practice.lessons.training.samples import LESSON, few, require, shown
from core.practice.question import Hints, Question, Slip, Unsuitable, Worked

_DISTANCES = {"mean": "squared distances", "median": "distances"}
_MOST_POINTS = 6


def number_question(s: Learning) -> Question:
    """The mean or the median, without saying so."""
    require(s, "mean", "median")
    few(s)
    text = f"Which number c has the least sum of {_DISTANCES[s.model.name]} from the samples?"
    return Question(LESSON, "best number", text, shown(s), NumberAnswer(), s, partial(_number, s))


def _number(s: Learning) -> Worked:
    found, answer = _closed(s)
    y = s.samples.y
    mean, median, half_way = float(y.mean()), float(np.median(y)), float((y.min() + y.max()) / 2)
    if s.model.name == "mean":
        hints: Hints = (words(found.steps[0]), line(found.steps[0]), line(found.steps[2]))
        other = Slip("median", median, "That is the median: distances lead to it, squares do not.", hints[2])
    else:
        middle = np.sort(y)[[(len(y) - 1) // 2, len(y) // 2]]
        if middle[0] != middle[1]:
            raise Unsuitable("An even number of samples: every c between the middle two has the least loss.")
        hints = (words(found.steps[1]), line(found.steps[1]), line(found.steps[0]))
        other = Slip("mean", mean, "That is the mean: squares lead to it, distances do not.", hints[1])
    slips = (
        other,
        Slip("half-way", half_way, "That is half-way between the ends; those between count too.", hints[1]),
        Slip("sum", float(y.sum()), "That is the sum of the samples, not yet divided.", hints[2]),
    )
    return Worked(answer, found.sentence, found.steps, hints, hints[2], slips)


def coin_question(s: Learning) -> Question:
    """k of n."""
    require(s, "coin")
    n, ones = s.samples.size, int(s.samples.y.sum())
    if not 0 < ones < n:
        raise Unsuitable("All tosses are alike, so there is nothing to work out.")
    text = f"Of {n} tosses {ones} came up 1. Which probability P of a 1 makes that most likely?"
    return Question(
        LESSON, "likeliest P", text, rf"\hat{{y}} = P, \qquad n = {n}", NumberAnswer(), s, partial(_coin, s)
    )


def _coin(s: Learning) -> Worked:
    found, answer = _closed(s)
    n, ones = s.samples.size, int(s.samples.y.sum())
    hints = (words(found.steps[0]), line(found.steps[0]), line(found.steps[1]))
    slips = (
        Slip("zeros", 1 - answer, "That is the share of zeros: P belongs to the ones.", hints[1]),
        Slip("odds", ones / (n - ones), "Those are the odds. A share divides by all tosses.", hints[1]),
        Slip("fair", 0.5, "A fair coin is not what these tosses say.", hints[2]),
    )
    return Worked(answer, "", found.steps, hints, hints[2], slips)


def line_question(s: Learning) -> Question:
    """(m, b) of the normal equations."""
    require(s, "line")
    few(s, _MOST_POINTS)
    text = "Which (m, b) give the line with the least sum of squared errors?"
    return Question(LESSON, "best line", text, shown(s), PointAnswer(), s, partial(_line, s))


def _line(s: Learning) -> Worked:
    found, _ = _closed(s)
    if found.parameters is None or found.exact is None:
        raise Unsuitable("Here many lines have the least loss.")
    m, b = found.parameters.tolist()
    hints = (words(found.steps[0]), line(found.steps[2]), line(found.steps[3]))
    slips = [Slip("order", (b, m), "Both numbers are right: the slope m comes first, then b.", hints[0])]
    (x, y), (last_x, last_y) = s.samples.table[[0, -1]].tolist()
    if x != last_x:
        steep = (last_y - y) / (last_x - x)
        told = "That line joins the first sample to the last and does not look at those between."
        slips.append(Slip("ends", (steep, y - steep * x), told, hints[0]))
    return Worked((m, b), found.sentence, found.steps, hints, hints[2], tuple(slips))


def _closed(s: Learning) -> tuple[ClosedForm, float]:
    """The closed form and its first parameter; Unsuitable where it has none."""
    found = closed_form(s.model, s.samples)
    if found is None or found.parameters is None:
        raise Unsuitable("No formula leads to the least loss here.")
    return found, float(found.parameters[0])


def places(draws: Draws) -> Learning:
    """Three or four places for the mean, three for the median; one may lie far away."""
    name = draws.pick(("mean", "median"))
    count = draws.whole(3, 4) if name == "mean" else 3
    values = [draws.whole(-4, 12) for _ in range(count - 1)]
    values.append(draws.pick([n for n in (*range(-4, 13), 20, 30) if n not in values]))
    return Learning(MODELS[name], samples_of([[float(value)] for value in draws.order(values)]))


def tosses(draws: Draws) -> Learning:
    """k ones among 5 to 20 tosses."""
    n = draws.pick((5, 8, 10, 16, 20))
    ones = draws.whole(1, n - 1, n // 2)
    return Learning(MODELS["coin"], samples_of([[1.0]] * ones + [[0.0]] * (n - ones)))


def three_points(draws: Draws) -> Learning:
    """x = −1, 0, 1, or one further to the right."""
    left = draws.whole(-1, 0)
    heights = [float(draws.whole(-4, 8)) for _ in range(3)]
    return Learning(MODELS["line"], samples_of([[float(left + k), y] for k, y in enumerate(heights)]))
