"""The myths of Hessian and Newton, each a statement of the sources with the numbers that refute it."""

from core.convexity import chord, convexity
from core.curvature import hessian_at
from core.expression import parse
from core.gradient import gradient_at
from core.myths.myth import Counterexample, Myth
from core.newton import newton_minimise
from core.numbers import number, point

_XY = ("x", "y")
_BOWL = "2x^2 + 3y^2 - x*y"
_SADDLE = "2x^2 - 2y^2"
_QUARTIC = "x^4 + 0.8y^4 + 4x^2 + 2y^2 - x*y - 0.2x^2*y"
_WAVY = "x^4 (2 + sin(1/x))"
_FLAT = "max(|x| - 1, 0)"


def _misprinted_eigenvalues() -> Counterexample:
    low, high = hessian_at(parse(_BOWL, _XY), (0.0, 0.0)).eigenvalues.tolist()
    claimed = 6.447, 3.55
    return Counterexample(
        f"The eigenvalues are {number(high)} and {number(low)}: sum {number(low + high)}, product "
        f"{number(low * high)}. The printed ones have sum {number(sum(claimed))} and product "
        f"{number(claimed[0] * claimed[1], 5)}.",
        abs(low + high - 10) < 1e-12 < abs(sum(claimed) - 10) and abs(low * high - 23) < 1e-12,
    )


def _nothing_to_conclude() -> Counterexample:
    f = parse(_SADDLE, _XY)
    hessian = hessian_at(f, (0.0, 0.0))
    low, high = hessian.eigenvalues.tolist()
    along, across = float(f(0.1, 0.0)), float(f(0.0, 0.1))
    return Counterexample(
        f"At (0, 0) the eigenvalues are {number(low)} and {number(high)}, and f(0.1, 0) = {number(along)}, "
        f"f(0, 0.1) = {number(across)}: up one way and down the other, however near.",
        hessian.kind == "saddle" and along > 0 > across,
    )


def _three_steps() -> Counterexample:
    run = newton_minimise(parse(_QUARTIC, _XY), (4.0, 4.0))
    third, last = (point(run.x[k].tolist(), _XY, 4) for k in (3, run.steps))
    return Counterexample(
        f"After 3 steps {third}. It takes {run.steps}, to {last}.",
        run.steps == 8 and bool(abs(run.x[3]).min() > 0.8) and bool(abs(run.x[8]).max() < 1e-16),
    )


def _below_the_chord() -> Counterexample:
    f = parse("x^2")
    found, over = chord(f, -1.0, 1.0), convexity(f, -1.0, 1.0)
    run = newton_minimise(f, (0.0,))
    return Counterexample(
        f"x² from −1 to 1: in the middle the chord is at {number(found.chord)} and the curve at "
        f"{number(found.curve)}. It lies below its chords, f″ is 2, and 0 is a {run.outcome.kind}.",
        found.gap > 0 and over.kind == "convex" and run.outcome.kind == "minimum",
    )


def _otherwise_no_optimum() -> Counterexample:
    f = parse(_WAVY)
    found = convexity(f, -0.1, 0.11)
    least = min(float(f(sign * 10.0**-k)) for k in range(1, 6) for sign in (-1, 1))
    gaps = [number(pair.gap, 3) for pair in (found.below, found.above) if pair is not None]
    return Counterexample(
        f"x⁴(2 + sin(1/x)) has chords on both sides near 0 (chord − curve is {' and '.join(gaps)}), and yet "
        "every value beside 0 is above f(0) = 0.",
        found.kind == "neither" and least > 0,
    )


def _level_place_is_flat() -> Counterexample:
    f = parse("x^2 - y^2", _XY)
    slope = gradient_at(f, (0.0, 0.0)).magnitude
    values = [float(f(*at)) for at in ((0.1, 0.0), (0.0, 0.1))]
    return Counterexample(
        f"At (0, 0) the gradient of x² − y² is {number(slope)}, but f(0.1, 0) = {number(values[0])} and "
        f"f(0, 0.1) = {number(values[1])}.",
        slope == 0 and values[0] > 0 > values[1],
    )


def _level_is_the_test() -> Counterexample:
    run = newton_minimise(parse("x^3 - 3x"), (-2.0,))
    cone = parse("|x| + |y|", _XY)
    slope = gradient_at(cone, (0.0, 0.0)).vector
    beside = min(float(cone(*at)) for at in ((0.1, 0.0), (-0.1, 0.0), (0.0, 0.1), (0.0, -0.1)))
    return Counterexample(
        f"On x³ − 3x from −2 Newton's method finds f′ = 0 at {number(float(run.x[-1, 0]))}: a "
        f"{run.outcome.kind}. |x| + |y| is least at (0, 0), where it has no gradient.",
        run.outcome.kind == "maximum" and bool((slope != slope).all()) and beside > 0,
    )


def _convex_has_one_minimum() -> Counterexample:
    flat, falling = convexity(parse(_FLAT), -3.0, 3.0), convexity(parse("e^x"), -3.0, 3.0)
    levels = {float(parse(_FLAT)(x)) for x in (-1.0, 0.0, 1.0)}
    run = newton_minimise(parse("e^x"), (0.0,))
    return Counterexample(
        f"max(|x| − 1, 0) is {flat.kind} and 0 at −1, at 0 and at 1. eˣ is {falling.kind}, and after "
        f"{run.steps} Newton steps x = {number(float(run.x[-1, 0]))}, each step 1 to the left: there is no "
        "minimum to arrive at.",
        flat.kind == falling.kind == "convex" and levels == {0.0} and not run.outcome.arrived,
    )


def _plane(g: str, px: str, py: str) -> dict[str, str]:
    return {"dim": "2", "g": g, "px": px, "py": py}


def _curve(f: str, x0: str) -> dict[str, str]:
    return {"dim": "1", "f": f, "x0": x0}


HESSIAN_NEWTON = (
    Myth(
        "hessian_newton",
        "misprinted-eigenvalues",
        "The eigenvalues of the matrix with the rows (4, −1) and (−1, 6) are 6.447 and 3.55.",
        "They are 5 ± √2. Two checks cost nothing: the sum is the trace, the product the determinant.",
        _plane(_BOWL, "0", "0"),
        _misprinted_eigenvalues,
    ),
    Myth(
        "hessian_newton",
        "opposite-signs",
        "If the eigenvalues of the Hessian have opposite signs, nothing can be concluded.",
        "Opposite signs prove a saddle. Nothing can be concluded when an eigenvalue is 0 and the others have "
        "one sign.",
        _plane(_SADDLE, "0", "0"),
        _nothing_to_conclude,
    ),
    Myth(
        "hessian_newton",
        "three-steps",
        "From (4, 4) Newton's method is at the minimum of the quartic after 3 steps.",
        "The steps far away gain little. Once near, each doubles the digits: 8 steps in all.",
        _plane(_QUARTIC, "4", "4"),
        _three_steps,
    ),
    Myth(
        "hessian_newton",
        "below-the-chord",
        "A curve below its chords is concave downwards and has a local maximum where it is level.",
        "Below its chords is convex, concave upwards: a level place is a minimum.",
        _curve("x^2", "0"),
        _below_the_chord,
    ),
    Myth(
        "hessian_newton",
        "otherwise-no-optimum",
        "If a function is neither convex nor concave near a point, there is no optimum there.",
        "Convexity is enough for a minimum and not necessary.",
        _curve(_WAVY, "0.1"),
        _otherwise_no_optimum,
    ),
    Myth(
        "hessian_newton",
        "level-place-is-flat",
        "Where the gradient is 0 the function is constant near the point.",
        "A gradient of 0 speaks of one point. The Hessian tells what happens beside it.",
        _plane("x^2 - y^2", "0", "0"),
        _level_place_is_flat,
    ),
    Myth(
        "hessian_newton",
        "level-is-the-test",
        "Minima are the places where the slope is 0.",
        "Slope 0 makes a candidate: maxima and saddles are level too, and a corner or the end of an interval "
        "can be a minimum without slope 0.",
        _curve("x^3 - 3x", "-2"),
        _level_is_the_test,
    ),
    Myth(
        "hessian_newton",
        "convex-has-one-minimum",
        "A convex function that is bounded below has exactly one minimum.",
        "Every local minimum of a convex function is global. One alone needs strict convexity, and that "
        "there is any needs more.",
        _curve("e^x", "0"),
        _convex_has_one_minimum,
    ),
)
"""E32, E33, E36, E41 twice, E42, E43 and E44 of the errata, in this order."""
