"""Minima, maxima, convexity."""

from core.errata.erratum import Erratum, lecture, myth, notes, page, slides

EXTREMA = (
    Erratum(
        26,
        "The derivative of three squares",
        "slip",
        notes("293"),
        says="2x − a + 2x − 2b + 2x − 2c.",
        right="2x − 2a + 2x − 2b + 2x − 2c, which is 0 at (a + b + c)/3.",
        why="A factor 2 is lost; the result is right. With 1, 2 and 6 it is 3.",
        shown=(
            page("training", model="mean", data="three_power_lines", tab="One sample", step="1"),
            page("derivative_rules", f="(x - 1)^2 + (x - 2)^2 + (x - 6)^2", x0="3"),
        ),
    ),
    Erratum(
        27,
        "Heads seven times out of ten",
        "mathematics",
        notes("314, 324"),
        says="The derivative of (1 − P)³ is 3(1 − P)(−1); log(P⁷(1 − P)³) = 0.",
        right="It is 3(1 − P)²(−1), and it is the derivative of the logarithm that is 0. P = 0.7, where P⁷(1 "
        "− P)³ = 0.0022235661.",
        why="The logarithm itself is at most −6.1086.",
        shown=(
            myth("training", "logarithm-is-zero"),
            page("training", model="coin", data="coin", eta="0.02", batch="10", tab="One sample", step="1"),
            page("derivative_rules", f="x^7 (1 - x)^3", x0="0.7"),
        ),
    ),
    Erratum(
        41,
        "Concave upwards",
        "mathematics",
        lecture("379–380, 398–399"),
        says="Concave upwards has a local maximum; below its secants is concave downwards; otherwise there "
        "is no optimum.",
        right="Below its secants is convex, which is concave upwards: a level point is a minimum. A function "
        "that is neither can have one too.",
        why="x² has f″ = 2 and lies below its chords. x⁴(2 + sin(1/x)) is neither near 0, and every value "
        "beside 0 is above f(0) = 0.",
        shown=(
            myth("derivative_rules", "concave-up"),
            myth("derivative_rules", "neither-has-no-optimum"),
            myth("hessian_newton", "below-the-chord"),
            myth("hessian_newton", "otherwise-no-optimum"),
        ),
    ),
    Erratum(
        42,
        "Slope 0 at a point",
        "mathematics",
        lecture("361"),
        says="Where the slope is 0, f is constant near the point.",
        right="f is constant where the slope is 0 on a whole interval.",
        why="x³ has slope 0 at 0 and rises all the way: f(−0.1) = −0.001, f(0.1) = 0.001.",
        shown=(
            myth("derivative_rules", "level-is-constant"),
            myth("hessian_newton", "level-place-is-flat"),
        ),
    ),
    Erratum(
        43,
        "Extremum and slope 0",
        "wording",
        (*lecture("367"), *slides("504")),
        says="At an extremum df = 0; critical points are those with slope 0.",
        right="Only inside the interval and only where there is a slope. Points without a slope are critical "
        "too, and slope 0 makes only a candidate.",
        why="x on [0, 1] is largest at 1 with slope 1; |x| is least at 0 without a slope; x³ has slope 0 at "
        "0 and no extremum.",
        shown=(
            myth("derivative_rules", "level-is-extreme"),
            myth("derivative_rules", "extreme-is-level"),
            myth("hessian_newton", "level-is-the-test"),
        ),
    ),
    Erratum(
        44,
        "What convexity promises",
        "mathematics",
        lecture("678–683"),
        says="A bounded convex function has a unique optimum, descent necessarily finds it; MAE and MSE are "
        "convex.",
        right="Unique needs strictly convex; that there is an optimum needs more; descent needs a smooth f "
        "and a rate below 2/L.",
        why="max(|x| − 1, 0) is least on all of [−1, 1]. eˣ has no minimum. |x − 1| + |x − 3| is 2 on all of "
        "[1, 3], with corners. MSE is convex in the weights of a linear model, not in those of a network.",
        shown=(
            myth("derivative_rules", "convex-is-unique"),
            myth("hessian_newton", "convex-has-one-minimum"),
            myth("learning_rate", "convex-is-enough"),
        ),
    ),
    Erratum(
        50,
        "The curve with the points A to E",
        "wording",
        notes("248–253"),
        says="A, B, C and E are local minima; the slope is 0 at A to D (E is struck out).",
        right="A smooth minimum inside the interval has slope 0. E is an end or a corner, or the strike is a "
        "mistake; and D, the global minimum, is a local one too.",
        why="The figure is lost, so which of the two holds at E cannot be known.",
        shown=(myth("derivative_rules", "extreme-is-level"),),
    ),
)
