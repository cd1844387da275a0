"""Every right answer of many sets, found a second time by a way that shares nothing with the first."""

import math
import re
from collections.abc import Callable, Iterator

import pytest
from mpmath import mp, mpf

from core.expression import parse
from core.practice import LESSONS, Question, Situation, question_about, questions
from tests.core.practice import second_ways as second_way
from tests.core.practice import training_again

SEEDS = {"limits": (1, 2), "hessian_newton": (1, 2), "gradient": (1, 2), "derivative_rules": (1, 2)}
pytestmark = pytest.mark.usefixtures("patient_symbols")

Check = Callable[[Question], None]
CHECKS: dict[str, Check] = {}
OUTRIGHT = second_way.SECOND_WAY | training_again.SECOND_WAY


def checks(*kinds: str) -> Callable[[Check], Check]:
    def enter(check: Check) -> Check:
        CHECKS.update(dict.fromkeys(kinds, check))
        return check

    return enter


def agree(found: object, expected: object) -> bool:
    if isinstance(found, tuple) and isinstance(expected, tuple):
        return all(map(agree, found, expected))
    if isinstance(found, float) and isinstance(expected, float):
        both_missing = math.isnan(found) and math.isnan(expected)
        return both_missing or found == expected or math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-12)
    return found == expected


@checks("which way")
def goes_where_the_quotient_says(question: Question) -> None:
    before, after = (place[0] for place in second_way.walk(question, 1))
    assert question.worked.answer == ("right" if after > before else "left")


@checks("higher or lower")
def f_is_higher_or_lower_there(question: Question) -> None:
    before, after = (second_way.value(question.situation.e, place) for place in second_way.walk(question, 1))
    rise = after - before
    assert question.worked.answer == ("equal" if abs(rise) < 1e-12 else "higher" if rise > 0 else "lower")


@checks("which rate")
def the_rate_leads_to_the_place_in_the_text(question: Question) -> None:
    told = re.findall(r"= (−?[\d.]+)", question.text)[1].replace("−", "-").rstrip(".")
    assert float(told) == pytest.approx(float(second_way.walk(question, 1)[1][0]), rel=1e-5, abs=1e-9)
    assert question.worked.answer == question.situation.eta


@checks("largest rate")
def settles_below_the_largest_rate_and_not_above(question: Question) -> None:
    rate = question.worked.answer
    assert second_way.settles(question, 0.99 * rate)
    assert not second_way.settles(question, 1.01 * rate)


@checks("best rate")
def no_other_rate_has_a_smaller_worst_factor(question: Question) -> None:
    best = question.worked.answer
    for other in (0.5, 0.9, 0.99, 1.01, 1.1, 1.5):
        assert second_way.worst_factor(question, best) < second_way.worst_factor(question, other * best)


@checks("Newton for a minimum", "Newton for a root")
def newton_solves_the_equation_of_the_quotients(question: Question) -> None:
    assert agree(question.worked.answer, second_way.step_of_newton(question))


@checks("partial derivative")
def the_formula_has_the_values_of_the_quotient(question: Question) -> None:
    e, answer = question.situation.e, question.worked.answer
    axis = 0 if "respect to x" in question.text else 1
    for place in ((mpf("0.3"), mpf("1.7")), (mpf("-2.1"), mpf("0.6"))):
        assert abs(answer.precise(*place) - second_way.slope(e, place, axis)) < 1e-20


@checks("directional derivative")
def the_slope_is_that_of_the_straight_way(question: Question) -> None:
    s = question.situation
    with mp.workdps(second_way.DIGITS):
        unit = [mpf(part) / mp.hypot(*s.direction) for part in s.direction]
        ends = (
            [at + sign * second_way.H * u for at, u in zip(s.point, unit, strict=True)] for sign in (1, -1)
        )
        ahead, behind = (second_way.value(s.e, end) for end in ends)
        slope = (ahead - behind) / (2 * second_way.H)
    assert agree(question.worked.answer, float(slope))


@checks("steepest direction")
def no_other_way_climbs_faster(question: Question) -> None:
    s = question.situation
    slopes = second_way.gradient(s.e, s.point)
    on = [
        (float(slopes[0]) * math.cos(math.radians(k)) + float(slopes[1]) * math.sin(math.radians(k)), k)
        for k in range(360)
    ]
    best = math.radians(max(on)[1])
    ux, uy = question.worked.answer
    assert math.hypot(ux, uy) == pytest.approx(1, rel=1e-12)
    assert ux * math.cos(best) + uy * math.sin(best) > math.cos(math.radians(1))


@checks("differentiate")
def the_derivative_has_the_values_of_the_quotient(question: Question) -> None:
    e, answer = question.situation.e, question.worked.answer
    for x in (mpf("1.1"), mpf("2.3")):
        assert abs(answer.precise(x) - second_way.slope(e, (x,))) < 1e-20 * (1 + abs(answer.precise(x)))


@checks("tangent")
def the_tangent_meets_the_curve_with_its_slope(question: Question) -> None:
    e, (a,), line = question.situation.e, question.situation.point, question.worked.answer
    rise = line.precise(a + 1) - line.precise(a)
    assert abs(line.precise(a) - second_way.value(e, (a,))) < 1e-20
    assert abs(rise - second_way.slope(e, (a,))) < 1e-20
    assert abs(line.precise(a + 2) - line.precise(a) - 2 * rise) < 1e-20


@checks("best h")
def the_best_h_has_the_least_error_in_plain_float64(question: Question) -> None:
    options = [option.name for option in question.expects.options]
    errors = {name: second_way.error_in_floats(question, float(name)) for name in options}
    best = min(errors, key=lambda name: errors[name])
    assert question.worked.answer == best
    assert all(error > 5 * errors[best] for name, error in errors.items() if name != best)


@checks("cause")
def the_larger_cause_is_named(question: Question) -> None:
    s = question.situation
    exact = second_way.quotient(s.e, s.point[0], s.stencil, s.h)
    truncation = float(abs(exact - second_way.slope(s.e, s.point)))
    total = second_way.error_in_floats(question, s.h)
    answer = question.worked.answer
    if answer == "neither":
        assert total < 1e-6
    else:
        assert (answer == "truncation") == (truncation > total / 2)


@checks("order")
def the_exact_error_shrinks_by_so_much(question: Question) -> None:
    assert second_way.exact_shrinking(question) == pytest.approx(question.worked.answer, rel=1e-3)


@checks("what happens")
def the_values_beside_the_point_say_so(question: Question) -> None:
    kind = question.worked.answer
    left, right = (float(second_way.near(question, side)) for side in (-1, 1))
    if kind == "oscillates":
        assert len({round(swing, 1) for swing in _swings(question)}) > 5
    elif kind == "finite":
        assert abs(left - right) < 1e-9
    elif kind == "sides-differ":
        assert abs(left - right) > 0.5
    else:
        assert min(left, right) > 1e10 if kind == "+inf" else max(left, right) < -1e10


def _swings(question: Question) -> Iterator[float]:
    """f on a row of places ever closer to the point."""
    for k in range(40):
        with mp.workdps(second_way.DIGITS):
            place = mpf(question.situation.a) + mpf("1e-6") / (1 + mpf(k) / 7_000_000)
            yield float(second_way.value(question.situation.e, (place,)))


@checks("break")
def the_break_is_what_both_sides_and_the_middle_say(question: Question) -> None:
    kind, e = question.worked.answer, question.situation.e
    left, right = (float(second_way.near(question, side)) for side in (-1, 1))
    middle = float(second_way.value(e, (mpf(question.situation.a),)))
    if kind == "oscillating":
        assert len({round(swing, 1) for swing in _swings(question)}) > 5
    elif kind == "infinite":
        assert max(abs(left), abs(right)) > 1e10
    elif kind == "jump":
        assert abs(left - right) > 1e-6
    else:
        assert abs(left - right) < 1e-9
        assert (kind == "continuous") == (abs(middle - left) < 1e-9)


@checks("delta")
def f_leaves_the_band_at_delta_and_not_before(question: Question) -> None:
    s, delta = question.situation, question.worked.answer
    a, limit = float(s.a), float(second_way.near(question, 1))
    for side in (-1, 1):
        inside, outside = (float(s.e(a + side * by * delta)) for by in (0.999, 1.001))
        assert abs(inside - limit) < s.epsilon < abs(outside - limit)


def _check(question: Question) -> None:
    if question.kind in CHECKS:
        CHECKS[question.kind](question)
    else:
        assert agree(question.worked.answer, OUTRIGHT[question.kind](question)), question


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_right_answers_of_many_sets_are_found_a_second_way(lesson: str) -> None:
    for seed in SEEDS.get(lesson, (1, 2, 3, 4)):
        for question in questions(lesson, seed):
            _check(question)


def test_no_kind_of_question_is_left_without_a_second_way() -> None:
    asked = {question.kind for lesson in LESSONS for question in questions(lesson, 5, 20)}
    assert asked == set(CHECKS) | set(OUTRIGHT)


# Worked out by hand, and printed in the documents of the course: see tests/golden.
PRINTED = (
    ("gd_vs_ascent", "next iterate", "x^2 - 4x + 4", {"point": (0.0,), "eta": 0.4}, "1.6"),
    ("gd_vs_ascent", "second iterate", "x^2 - 4x + 4", {"point": (0.0,), "eta": 0.4}, "1.92"),
    ("learning_rate", "fate", "x^2 - 4x + 4", {"point": (0.0,), "eta": 0.9}, "overshoots"),
    ("learning_rate", "fate", "x^2 - 4x + 4", {"point": (0.0,), "eta": 0.1}, "converges"),
    ("learning_rate", "fate", "x^2 - 4x + 4", {"point": (0.0,), "eta": 1.1}, "diverges"),
    ("learning_rate", "largest rate", "x^2 - 4x + 4", {"point": (0.0,)}, "1"),
    ("numerical_error", "quotient", "x^2", {"point": (3.0,), "h": 0.01}, "6.01"),
    ("numerical_error", "best h", "e^x", {"point": (1.0,), "h": 1e-8}, "1e-8"),
    ("hessian_newton", "classify", "2x^2 + 3y^2 - x y", {"point": (0.0, 0.0)}, "minimum"),
    ("hessian_newton", "classify", "2x^2 - 2y^2", {"point": (0.0, 0.0)}, "saddle"),
    ("hessian_newton", "Newton for a root", "x^2 - 2", {"point": (1.0,)}, "1.5"),
    ("gradient", "gradient", "x^2 + y^2", {"point": (2.0, 3.0)}, "(4, 6)"),
    ("gradient", "partial derivative", "3x^2 y^3", {"point": (1.0, 1.0)}, "6x y^3"),
    ("derivative_rules", "differentiate", "(x - 2)(x + 3)", {"point": (1.0,)}, "2x + 1"),
    ("limits", "limit", "sin(x)/x", {"a": "0"}, "1"),
    ("limits", "limit", "1/x", {"a": "0"}, "none"),
    ("limits", "limit", "(1+1/x)^x", {"a": "oo"}, "e"),
    ("limits", "limit", "1/x^2", {"a": "0"}, "oo"),
)


@pytest.mark.parametrize(("lesson", "kind", "text", "beside", "answer"), PRINTED)
def test_published_answers_are_right(
    lesson: str, kind: str, text: str, beside: dict[str, object], answer: str
) -> None:
    variables = ("x", "y") if "y" in text else ("x",)
    question = question_about(lesson, Situation(parse(text, variables), **beside), kind)
    assert question.check(answer).right


def test_what_rounds_x_is_rounding_even_where_f_itself_is_0() -> None:
    situation = Situation(parse("log(x)"), (1.0,), h=1e-13)
    question = question_about("numerical_error", situation, "cause")
    assert question.worked.answer == "rounding"
    the_larger_cause_is_named(question)
