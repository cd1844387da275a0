"""The myths of Derivative Rules, each a statement of the sources with the numbers that refute it."""

import math

from core.answers import judge
from core.derivative_facts.inverse import PAIRS, mirrored
from core.derivative_facts.monotony import monotony
from core.derivative_facts.nonsmooth import slope_report
from core.derivative_facts.orders import derivatives
from core.dual import dual_at
from core.expression import parse
from core.expression.latex import written_size
from core.myths.myth import Counterexample, Myth
from core.numbers import number


def _constant_line() -> Counterexample:
    f = parse("3x")
    (slope,) = derivatives(f, 1)
    one, two = float(f(1.0)), float(f(2.0))
    return Counterexample(
        f"f(1) = {number(one)} and f(2) = {number(two)}: f is no constant. Its slope is: {slope} everywhere.",
        one != two and str(slope) == "3",
    )


def _trigonometric_range() -> Counterexample:
    tangent, secant = (float(parse(text)(1.5)) for text in ("tan(x)", "sec(x)"))
    return Counterexample(
        f"tan 1.5 = {number(tangent)} and sec 1.5 = {number(secant)}.", tangent > 1 and secant > 1
    )


def _against(f: str, claimed: str) -> tuple[str, bool]:
    """Where a claimed derivative is wrong, with both numbers, and whether it is."""
    found = judge(parse(f), parse(claimed))
    if found.witness is None:
        return found.sentence, False
    x, slope, wrong = (
        number(value) for value in (found.witness.x, found.witness.derivative, found.witness.answer)
    )
    return f"At x = {x} the slope is {slope}, and the statement gives {wrong}.", found.verdict == "different"


def _lost_last_factor() -> Counterexample:
    sentence, wrong = _against("sin(e^(x^2))", "cos(e^(x^2)) e^(x^2)")
    return Counterexample(f"For sin(e^(x²)) that leaves out 2x. {sentence}", wrong)


def _sixty_four() -> Counterexample:
    sentence, wrong = _against(_ALONG, "-64sin(4x) - 72cos(4x)")
    mended = judge(parse(_ALONG), parse("-46sin(4x) - 72cos(4x)"))
    return Counterexample(
        f"With x for t: {sentence} x² gives 18 sin 4t and 2y² gives −64 sin 4t, together −46 sin 4t.",
        wrong and mended.is_right,
    )


def _inverse_at_the_wrong_place() -> Counterexample:
    square = PAIRS[0]
    here, there = mirrored(square, 3.0), mirrored(square, 9.0)
    return Counterexample(
        f"√ at 9 has slope {number(here.inverse_slope)}, which is 1/f′(3) for f = x². 1/f′(9) is "
        f"{number(there.inverse_slope)}.",
        here.y == 9.0 and here.inverse_slope != there.inverse_slope,
    )


def _product_slip() -> Counterexample:
    return Counterexample(*_against("x e^x", "x e^x + x e^x"))


def _stray_prime() -> Counterexample:
    g = parse("x^2")
    (slope,) = derivatives(g, 1)
    f = parse(f"3*({slope})")
    (its_slope,) = derivatives(f, 1)
    at = 2.0
    return Counterexample(
        f"For g = x² and c = 3, f = c·g′ is 6x, and its slope at 2 is {number(float(its_slope(at)))}; "
        f"c·g′ there is {number(float(f(at)))}.",
        float(its_slope(at)) != float(f(at)) and judge(f, parse("6")).is_right,
    )


def _level_is_constant() -> Counterexample:
    cubic = monotony(parse("x^3"), -1.0, 1.0)
    (point,), (part,) = cubic.points, cubic.stretches
    low, high = (float(parse("x^3")(x)) for x in (-0.1, 0.1))
    return Counterexample(
        f"x³ has slope 0 at {number(point.x)} and is {part.direction} all the way: f(−0.1) = {number(low)}, "
        f"f(0.1) = {number(high)}.",
        point.is_stationary and part.direction == "rising" and low < high,
    )


def _level_is_extreme() -> Counterexample:
    (point,) = monotony(parse("x^3"), -2.0, 2.0).points
    return Counterexample(f"x³: {point.sentence}", point.is_stationary and point.kind == "saddle")


def _extreme_is_level() -> Counterexample:
    (point,) = monotony(parse("|x|"), -2.0, 2.0).points
    report = slope_report(parse("|x|"), 0)
    return Counterexample(
        f"|x| has its {point.kind} at {number(point.x)}. {report.sentence}",
        point.kind == "minimum" and not point.is_stationary and report.kind == "corner",
    )


def _concave_up() -> Counterexample:
    f = parse("x^2")
    _, bend = derivatives(f, 2)
    (point,) = monotony(f, -2.0, 2.0).points
    return Counterexample(
        f"x² has f″ = {bend} everywhere: it is concave upwards. At {number(point.x)} it has a {point.kind}.",
        float(bend(0.0)) > 0 and point.kind == "minimum",
    )


def _neither_has_no_optimum() -> Counterexample:
    f = parse("x^4 (2 + sin(1/x))")
    _, bend = derivatives(f, 2)
    bends = [float(bend(1 / (math.pi * (k + 0.5)))) for k in (20, 21)]
    least = min(float(f(sign * 10.0**-k)) for k in range(1, 6) for sign in (-1, 1))
    return Counterexample(
        f"Near 0 the second derivative of x⁴(2 + sin(1/x)) changes sign ({number(bends[0], 3)}, then "
        f"{number(bends[1], 3)}), and yet every value beside 0 is above f(0) = 0.",
        bends[0] * bends[1] < 0 and least > 0,
    )


def _convex_is_unique() -> Counterexample:
    f = parse("max(|x| - 1, 0)")
    flat = next(part for part in monotony(f, -3.0, 3.0).stretches if part.direction == "constant")
    falling = monotony(parse("e^x"), -50.0, 50.0)
    return Counterexample(
        f"max(|x| − 1, 0) is convex and least at every x from {number(flat.low)} to {number(flat.high)}; "
        "eˣ is convex, bounded below by 0, and has no minimum at all.",
        flat.high > flat.low and falling.points == (),
    )


def _sympy_is_automatic() -> Counterexample:
    f = parse(_LONG)
    (slope,) = derivatives(f, 1)
    dual = dual_at(f, 0.5)
    own, grown = written_size(f.tree), written_size(slope.tree)
    same = math.isclose(float(dual.slope), float(slope(0.5)), rel_tol=1e-12)
    return Counterexample(
        f"SymPy turns this f of {own} numbers and signs into a formula of {grown}. Automatic differentiation "
        f"makes no formula: it carries two numbers through f and finds the same {number(float(dual.slope))}.",
        grown > 3 * own and same,
    )


_ALONG = "(3sin(2x))^2 - 3*3sin(2x)*4cos(2x) + 2(4cos(2x))^2"
_LONG = "x(x + 1)(x + 2)(x + 3)(x + 4)(x + 5)sin(x)"


def _seen(f: str, x0: str) -> dict[str, str]:
    return {"f": f, "x0": x0}


DERIVATIVE_RULES = (
    Myth(
        "derivative_rules",
        "constant-line",
        "f(x) = 3x is a constant function.",
        "It is linear. What is constant is its derivative.",
        _seen("3x", "1"),
        _constant_line,
    ),
    Myth(
        "derivative_rules",
        "trigonometric-range",
        "The values of the trigonometric functions lie between −1 and 1.",
        "Those of sin and cos do. tan and sec are unbounded, and tanh, which is hyperbolic, stays strictly "
        "inside.",
        _seen("tan(x)", "1.5"),
        _trigonometric_range,
    ),
    Myth(
        "derivative_rules",
        "last-factor",
        "For nested functions multiply df₁/df₂ · df₂/df₃ · … up to dfₙ₋₁/dfₙ.",
        "The innermost function depends on x too: the last factor is dfₙ/dx.",
        _seen("sin(e^(x^2))", "1"),
        _lost_last_factor,
    ),
    Myth(
        "derivative_rules",
        "sixty-four",
        "For z = x² − 3xy + 2y² with x = 3 sin 2t and y = 4 cos 2t, dz/dt = −64 sin 4t − 72 cos 4t.",
        "The first line of the working is right; collected it is −46 sin 4t − 72 cos 4t.",
        _seen(_ALONG, "0.3"),
        _sixty_four,
    ),
    Myth(
        "derivative_rules",
        "inverse-place",
        "The derivative of the inverse is 1 over the derivative of f.",
        "At the right place: g′(y) = 1/f′(g(y)). f′ is taken where y came from.",
        _seen("sqrt(x)", "9"),
        _inverse_at_the_wrong_place,
    ),
    Myth(
        "derivative_rules",
        "product-slip",
        "(x·eˣ)′ = x·eˣ + x·eˣ.",
        "The slope of x is 1: (x·eˣ)′ = eˣ + x·eˣ.",
        _seen("x e^x", "1"),
        _product_slip,
    ),
    Myth(
        "derivative_rules",
        "stray-prime",
        "If f = c·g′ then f′ = c·g′.",
        "If f = c·g then f′ = c·g′: the prime does not belong on both sides.",
        _seen("3x^2", "2"),
        _stray_prime,
    ),
    Myth(
        "derivative_rules",
        "level-is-constant",
        "Where the slope is 0 the function is constant near the point.",
        "It is constant if the slope is 0 on a whole interval; at a single point that says nothing.",
        _seen("x^3", "0"),
        _level_is_constant,
    ),
    Myth(
        "derivative_rules",
        "level-is-extreme",
        "Where the slope is 0 there is a minimum or a maximum.",
        "Slope 0 makes a candidate. What f does on both sides decides.",
        _seen("x^3", "0"),
        _level_is_extreme,
    ),
    Myth(
        "derivative_rules",
        "extreme-is-level",
        "At a minimum or maximum the slope is 0.",
        "Only where there is a slope, and not at the ends of an interval: corners are candidates too.",
        _seen("|x|", "0"),
        _extreme_is_level,
    ),
    Myth(
        "derivative_rules",
        "concave-up",
        "A function that is concave upwards has a local maximum.",
        "Concave upwards is convex: the curve lies below its chords, and a level point is a minimum.",
        _seen("x^2", "0"),
        _concave_up,
    ),
    Myth(
        "derivative_rules",
        "neither-has-no-optimum",
        "Where a function is neither concave nor convex there is no optimum.",
        "The sign of f″ is sufficient, not necessary: a minimum needs no curvature of one sign.",
        _seen("x^4 (2 + sin(1/x))", "0.1"),
        _neither_has_no_optimum,
    ),
    Myth(
        "derivative_rules",
        "convex-is-unique",
        "A bounded convex function has exactly one minimum.",
        "There is at most one if it is strictly convex, and there may be none.",
        _seen("max(|x| - 1, 0)", "0"),
        _convex_is_unique,
    ),
    Myth(
        "derivative_rules",
        "sympy-is-automatic",
        "Automatic differentiation is what SymPy does.",
        "SymPy differentiates formulas, symbolically. torch.autograd and jax carry numbers along.",
        _seen(_LONG, "0.5"),
        _sympy_is_automatic,
    ),
)
"""E02, E11, E12, E13, E23, E25, E24, E42, E43 twice, E41 twice, E44 and E49 of the errata, in this order."""
