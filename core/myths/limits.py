"""The myths of Limits, each a statement of the sources or of many classrooms with what refutes it."""

import math

from core.continuity import break_sentence, continuity_at
from core.continuity.breaks import break_at
from core.expression import Expression, parse
from core.limiting.neighbourhood import approaches
from core.limiting.plane import LINES, PARABOLAS, paths_to_origin
from core.limiting.trend import Trend, trend_near
from core.myths.myth import Counterexample, Myth
from core.numbers import number


def _sides(e: Expression, a: float) -> tuple[Trend, Trend]:
    left, right = (trend_near(e, way) for way in approaches(a))
    return left, right


def _three_other_conditions() -> Counterexample:
    square = parse("x^2")
    (far_out,) = approaches(math.inf)
    found, at_infinity = continuity_at(square, 2), trend_near(square, far_out)
    limit = float(found.left.limit)
    return Counterexample(
        f"x² is continuous at 2: its limit there is {number(limit)}, which is f(2) and not 2, and far out it "
        "has no limit at all.",
        found.is_continuous and limit == 4 and at_infinity.kind == "+inf",
    )


def _defined_everywhere() -> Counterexample:
    sign, reciprocal = continuity_at(parse("sign x"), 0), parse("1/x")
    smooth = [continuity_at(reciprocal, a).kind for a in (-2, -1, 1, 2)]
    return Counterexample(
        f"sign x has the value {number(float(sign.value))} at 0, and jumps there by "
        f"{number(float(sign.jump))}. 1/x has no value at 0, and is continuous at −2, −1, 1 and 2, as at "
        "every point of its domain.",
        sign.kind == "jump" and set(smooth) == {"continuous"},
    )


def _limit_is_the_value() -> Counterexample:
    moved, missing = continuity_at(parse("{x = 1: 5, x^2}"), 1), continuity_at(parse("sin(x)/x"), 0)
    value, limit, other = (float(each) for each in (moved.value, moved.left.limit, missing.left.limit))
    return Counterexample(
        f"The function that is 5 at 1 and x² elsewhere tends to {number(limit)} at 1, and f(1) = "
        f"{number(value)}. sin(x)/x tends to {number(other)} at 0, where it has no value.",
        limit != value and math.isnan(float(missing.value)) and missing.kind == "removable",
    )


def _two_ways_to_have_none() -> Counterexample:
    e = parse("1/x^2")
    left, right = _sides(e, 0)
    near, other = ([number(float(e(way * x))) for x in (0.1, 0.01, 0.001)] for way in (1, -1))
    return Counterexample(
        f"1/x² is {', '.join(near)} at 0.1, 0.01, 0.001, and the same on the other side. It does not "
        "oscillate; it outgrows every number, so no number is its limit.",
        left.kind == right.kind == "+inf" and near == other,
    )


def _sine_has_no_limit() -> Counterexample:
    sine = parse("sin x")
    left, right = _sides(sine, 1)
    (far_out,) = approaches(math.inf)
    limit = float(left.limit)
    return Counterexample(
        f"At 1 sin x tends to {number(limit)} from both sides, and sin 1 = {number(math.sin(1))}. Only far "
        "out it has no limit.",
        left.agrees(right.value)
        and abs(limit - math.sin(1)) < 1e-15
        and trend_near(sine, far_out).kind == "oscillates",
    )


def _ever_nearer() -> Counterexample:
    e = parse("x sin(1/x)")
    far, near = 1 / (20 * math.pi), 1 / (22.5 * math.pi)
    left, right = _sides(e, 0)
    first, second = (round(float(e(x)), 12) for x in (far, near))
    return Counterexample(
        f"x·sin(1/x) tends to 0 at 0. At x = {number(far)} it is there: {number(first)}. Nearer to the "
        f"point, at x = {number(near)}, it is {number(second)}, farther away again.",
        left.limit == right.limit == 0 and near < far and abs(second) > abs(first),
    )


def _patched() -> Counterexample:
    e = parse("{x = 0: 0, sin(1/x)}")
    found = continuity_at(e, 0)
    tops = [1 / (2000 * math.pi + turn) for turn in (math.pi / 2, 3 * math.pi / 2)]
    high, low = (round(float(e(x)), 9) for x in tops)
    return Counterexample(
        f"With f(0) = {number(float(found.value))}, f is still {number(high)} at x = {number(tops[0])} and "
        f"{number(low)} at x = {number(tops[1])}, and again at ever smaller x: no value at 0 makes it "
        "continuous.",
        found.kind == "oscillating" and (high, low) == (1.0, -1.0),
    )


def _continuous_has_a_slope() -> Counterexample:
    corner = break_at(parse("|x|"), 0)
    return Counterexample(
        f"|x| has at 0 a {'slope' if corner is None else break_sentence(corner)}",
        corner is not None and corner.kind == "corner" and corner.continuity.is_continuous,
    )


def _interior_is_enough() -> Counterexample:
    e = parse("{x = 0: 5, x}")
    end = continuity_at(e, 0)
    smooth = [break_at(e, a) is None for a in (0.001, 0.5, 0.999)]
    return Counterexample(
        f"The function that is {number(float(end.value))} at 0 and x elsewhere has a slope everywhere "
        f"between 0 and 1, but at 0 it tends to {number(float(end.right.limit))}: on [0, 1] it is not "
        "continuous.",
        all(smooth) and end.right.limit != end.value,
    )


def _all_lines_agree() -> Counterexample:
    e = parse("x^2 y/(x^4 + y^2)", ("x", "y"))
    lines, every = paths_to_origin(e, LINES), paths_to_origin(e, (*LINES, *PARABOLAS))
    return Counterexample(
        f"x²y/(x⁴ + y²) tends to {lines.told[0].text} along all lines that were tried. {every.sentence}",
        lines.verdict == "agree" and every.verdict == "none",
    )


def _seen(f: str, a: str, tab: str = "Steps") -> dict[str, str]:
    return {"f": f, "a": a, "tab": tab}


LIMITS = (
    Myth(
        "limits",
        "three-other-conditions",
        "f is continuous at a if f(a) is defined for all a, the limit for x → ∞ exists, and the limit for "
        "x → a is a.",
        "Three conditions at a alone: f(a) is defined, the limit for x → a exists, and it is f(a).",
        _seen("x^2", "2", "Continuity"),
        _three_other_conditions,
    ),
    Myth(
        "limits",
        "defined-everywhere",
        "Continuous means defined everywhere.",
        "Continuity is asked at each point of the domain. A value everywhere does not make a function "
        "continuous, and a missing value elsewhere does no harm.",
        _seen("sign x", "0", "Continuity"),
        _defined_everywhere,
    ),
    Myth(
        "limits",
        "limit-is-value",
        "The limit is the value.",
        "A limit looks next to the point, never at it. That limit and value are the same is what makes a "
        "function continuous there.",
        _seen("{x = 1: 5, x^2}", "1", "Continuity"),
        _limit_is_the_value,
    ),
    Myth(
        "limits",
        "two-ways",
        "There is no limit only if the two sides differ or f oscillates.",
        "There is a third way: f may grow without bound, even the same way on both sides.",
        _seen("1/x^2", "0"),
        _two_ways_to_have_none,
    ),
    Myth(
        "limits",
        "sine-none",
        "sin and cos have no limit.",
        "Far out they have none. At every number they are continuous: the limit is the value.",
        _seen("sin x", "1"),
        _sine_has_no_limit,
    ),
    Myth(
        "limits",
        "ever-nearer",
        "With each step nearer to the point, f comes nearer to its limit.",
        "f has to stay within ε once x is within δ. On the way there it may go back and forth.",
        _seen("x sin(1/x)", "0"),
        _ever_nearer,
    ),
    Myth(
        "limits",
        "patched",
        "Setting f(0) = 0 mends sin(1/x).",
        "One value can fill a hole, where the limit exists. Where there is no limit, no value makes f "
        "continuous.",
        _seen("{x = 0: 0, sin(1/x)}", "0", "Continuity"),
        _patched,
    ),
    Myth(
        "limits",
        "continuous-has-slope",
        "A continuous function has a derivative.",
        "It is the other way round: where f has a derivative it is continuous. A corner is continuous too.",
        _seen("|x|", "0", "To the derivative"),
        _continuous_has_a_slope,
    ),
    Myth(
        "limits",
        "interior-is-enough",
        "A function with a derivative at every interior point of a set is continuous on the set.",
        "It is continuous at those interior points. What happens at the edge of the set is another question.",
        _seen("{x = 0: 5, x}", "0", "Continuity"),
        _interior_is_enough,
    ),
    Myth(
        "limits",
        "all-lines",
        "If f(x, y) tends to the same number along every line, that is the limit.",
        "Every path counts, and there are more paths than lines.",
        {"g": "x^2 y/(x^4 + y^2)", "path": "parabola", "tab": "In the plane"},
        _all_lines_agree,
    ),
)
"""E01 (twice), a misreading, E53 (twice), a loose wording, E20, a converse, E46 and another misreading."""
