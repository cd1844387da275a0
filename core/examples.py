"""The named examples of every lesson: what to put in the address, what to notice, and where it comes from."""

from dataclasses import dataclass

SLIDES = "Calculus for ML, slides of IEEE Helwan"
ESSENTIAL = "Essential Math for the Deep Learning"
NOTES = "Calculus, handwritten notes"
LECTURE = "Math for machine learning, HSE, lecture 7"
OWN = ""


@dataclass(frozen=True)
class Example:
    """One entry of a lesson's picker.

    `name` is unique within the lesson; `values` are the keys of the address and their texts; every claim in
    `notice` is computed again by the tests. `source` is "" for an example of this course's own.
    """

    lesson: str
    name: str
    title: str
    values: dict[str, str]
    notice: str
    source: str


def _limit(f: str, a: str, side: str = "both") -> dict[str, str]:
    return {"f": f, "a": a, "side": side}


_LIMITS = (
    Example(
        "limits",
        "hole",
        "A hole: (x² − 1)/(x − 1) at 1",
        _limit("(x^2 - 1)/(x - 1)", "1"),
        "At 1 itself f is 0/0, no number. Everywhere else f is x + 1, so from both sides you arrive at 2. "
        "Zoom in as far as you like: the hole stays a single point.",
        OWN,
    ),
    Example(
        "limits",
        "line",
        "No surprise: 2x at 3",
        _limit("2x", "3"),
        "The limit is 6, and so is f(3). For ε = 0.3 any x within 0.15 of 3 will do: δ is ε/2.",
        SLIDES,
    ),
    Example(
        "limits",
        "one-over-x",
        "1/x at 0, from both sides",
        _limit("1/x", "0"),
        "From the right f grows beyond every bound, from the left it falls below every one. Come near from "
        "the right only, and open Tables: 10, 100, 1000, a zero more in every row.",
        SLIDES,
    ),
    Example(
        "limits",
        "oscillation",
        "Never settling: sin(1/x) at 0",
        _limit("sin(1/x)", "0"),
        "However near to 0, f goes all the way from −1 to 1 and back. Zoom in: it never calms down. The two "
        "diamonds are 0.6 or more apart, so no number is within ε = 0.3 of both.",
        ESSENTIAL,
    ),
    Example(
        "limits",
        "one-over-x-right",
        "1/x at 0, from the right",
        _limit("1/x", "0", "right"),
        "10, 100, 1000, 10000, 100000, 1000000: how many zeros can you add? As many as you like. That is "
        "what ∞ means here.",
        SLIDES,
    ),
    Example(
        "limits",
        "one-over-x-left",
        "1/x at 0, from the left",
        _limit("1/x", "0", "left"),
        "On this side f is negative: −10, −100, −1000, and below every bound.",
        SLIDES,
    ),
    Example(
        "limits",
        "one-over-square",
        "1/x² at 0: the sides agree, and yet",
        _limit("1/x^2", "0"),
        "Both sides do the same, and nothing oscillates. There is no limit all the same, because f outgrows "
        "every number: a third way to have none.",
        OWN,
    ),
    Example(
        "limits",
        "sine-far-out",
        "sin x, far out",
        _limit("sin x", "oo"),
        "At 0, π, 2π, 3π f is 0; at π/2 and every full turn beyond it is 1. Both go on for ever, so there is "
        "no one number that f comes near to.",
        SLIDES,
    ),
    Example(
        "limits",
        "continuous",
        "Four panels: continuous",
        {**_limit("x^2", "1"), "tab": "Continuity"},
        "f(1) is defined, the limit exists, and both are 1: no break.",
        LECTURE,
    ),
    Example(
        "limits",
        "not-defined",
        "Four panels: f(a) is not defined",
        {**_limit("sin(x)/x", "0"), "tab": "Continuity"},
        "The limit is 1, but f(0) is missing. One point, filled in with 1, would mend it.",
        LECTURE,
    ),
    Example(
        "limits",
        "no-limit",
        "Four panels: the limit does not exist",
        {**_limit("sign x", "0"), "tab": "Continuity"},
        "f(0) is 0, but from the left f is −1 and from the right 1. No value at 0 could mend a jump of 2.",
        LECTURE,
    ),
    Example(
        "limits",
        "another-value",
        "Four panels: the limit is not f(a)",
        {**_limit("{x < 1: x^2, x = 1: 5, x > 1: x^2}", "1"), "tab": "Continuity"},
        "f(1) is 5 and the limit is 1: the limit never looks at the point itself.",
        LECTURE,
    ),
    Example(
        "limits",
        "sine-over-x",
        "sin(x)/x at 0",
        _limit("sin(x)/x", "0"),
        "0/0 again, and the limit is 1: near 0 the sine is as good as its angle. At 0.1 f is 0.998334.",
        OWN,
    ),
    Example(
        "limits",
        "jump",
        "A jump: |x|/x at 0",
        _limit("|x|/x", "0"),
        "From the left f is −1, from the right 1, and the picture is the same at every zoom. For ε = 1 "
        "there are still two values that no L can serve.",
        LECTURE,
    ),
    Example(
        "limits",
        "stairs",
        "A stair: floor x at 2",
        _limit("floor x", "2"),
        "The filled dot is f(2) = 2, the open one the limit from the left, 1. From the right alone, f is "
        "continuous at 2.",
        OWN,
    ),
    Example(
        "limits",
        "squeeze",
        "Squeezed: x·sin(1/x) at 0",
        _limit("x sin(1/x)", "0"),
        "f oscillates as wildly as sin(1/x), but between −|x| and |x|, and these close in on 0. Coming "
        "nearer does not mean nearer with every step: f is 0 again and again on the way.",
        LECTURE,
    ),
    Example(
        "limits",
        "euler",
        "(1 + 1/x)ˣ, far out",
        _limit("(1+1/x)^x", "oo"),
        "2, then 2.59374 at 10 and 2.70481 at 100: the limit is e. Open Tables: at 10¹⁶ float64 says 1.",
        NOTES,
    ),
    Example(
        "limits",
        "x-log-x",
        "x·ln x at 0, from the right",
        _limit("x ln x", "0", "right"),
        "ln x falls without bound, yet x shrinks faster: 0·(−∞) turns out to be 0. At 0.01 f is −0.0460517.",
        OWN,
    ),
    Example(
        "limits",
        "conjugate",
        "A root: (√(x+1) − 1)/x at 0",
        _limit("(sqrt(x+1) - 1)/x", "0"),
        "0/0, and the conjugate mends it: f is 1/(√(x+1) + 1), which is 1/2 at 0.",
        OWN,
    ),
    Example(
        "limits",
        "x-to-the-x",
        "0⁰: xˣ at 0, from the right",
        _limit("x^x", "0", "right"),
        "The form 0⁰ decides nothing; this one tends to 1. On the way f dips: at 1/e it is lowest, 0.692201.",
        OWN,
    ),
)


def _curve(f: str, x0: str, eta: str, steps: str, optimizer: str = "gd") -> dict[str, str]:
    return {"dim": "1", "f": f, "x0": x0, "eta": eta, "steps": steps, "optimizer": optimizer}


def _surface(g: str, start: tuple[str, str], eta: str, steps: str, optimizer: str = "gd") -> dict[str, str]:
    px, py = start
    return {"dim": "2", "g": g, "px": px, "py": py, "eta": eta, "steps": steps, "optimizer": optimizer}


_GD_VS_ASCENT = (
    Example(
        "gd_vs_ascent",
        "parabola",
        "A parabola, downhill",
        _curve("x^2 - 4x + 4", "0", "0.4", "5"),
        "Descent visits 1.6, 1.92, 1.984, 1.9968 and 1.99936: each step is 0.2 times as long as the one "
        "before. Ascent takes the same first step the other way, and each further step is 1.8 times as "
        "long.",
        SLIDES,
    ),
    Example(
        "gd_vs_ascent",
        "parabola-turned-over",
        "The same parabola, turned over",
        _curve("-(x^2 - 4x + 4)", "0", "0.4", "5"),
        "Now it is ascent that visits 1.6, 1.92, 1.984, 1.9968 and 1.99936: climbing −f is descending f.",
        SLIDES,
    ),
    Example(
        "gd_vs_ascent",
        "omega",
        "A steep start: eˣ − log x",
        _curve("e^x - log x", "0.05", "0.005", "600"),
        "The slope at 0.05 is −18.9487, so the first step is long; within 10⁻⁶ of the minimum at "
        "0.567143 it is only after 505 steps. Ascent steps out of the domain at once, to "
        "−0.0447436, where log x has no value.",
        NOTES,
    ),
    Example(
        "gd_vs_ascent",
        "square",
        "x² from 9, step by step",
        _curve("x^2", "9", "0.1", "20"),
        "Every step keeps 0.8 of what is left: 9, 7.2, 5.76, 4.608. After 20 steps 0.103763 is left.",
        ESSENTIAL,
    ),
    Example(
        "gd_vs_ascent",
        "surface-85",
        "A valley in two variables",
        _surface("85 - x^2(x-6)y^2(y-6)/90", ("0.5", "0.6"), "0.05", "150"),
        "The first step goes to (0.50567, 0.604675), a crawl over nearly flat ground. After 129 steps "
        "descent is within 10⁻⁶ of the minimum (4, 4).",
        NOTES,
    ),
    Example(
        "gd_vs_ascent",
        "hopping",
        "η = 1: neither here nor there",
        _curve("x^2", "9", "1", "10"),
        "Each step lands as high on the other side: 9, −9, 9, −9. With a smaller η it would "
        "settle, with a larger one it would run away.",
        ESSENTIAL,
    ),
    Example(
        "gd_vs_ascent",
        "overshooting",
        "η = 1.1: descent that climbs",
        _curve("x^2", "1", "1.1", "20"),
        "Descent points the right way every time and steps too far: 1, −1.2, 1.44, −1.728. f grows with "
        "each step.",
        LECTURE,
    ),
    Example(
        "gd_vs_ascent",
        "normalised",
        "The gradient's length divided away",
        _curve("x^2", "1", "0.4", "10", "normalised"),
        "Every step is 0.4 long, also beside the minimum: 1, 0.6, 0.2, and then −0.2, 0.2, −0.2 without "
        "end. The plain gradient with the same η goes 1, 0.2, 0.04, 0.008.",
        LECTURE,
    ),
    Example(
        "gd_vs_ascent",
        "no-minimum",
        "Convex, and yet no minimum: eˣ",
        _curve("e^x", "0", "0.5", "100"),
        "f falls with every step and the slope falls with it, so descent slows down and never arrives: "
        "there is no minimum to arrive at.",
        LECTURE,
    ),
    Example(
        "gd_vs_ascent",
        "two-valleys",
        "Two valleys",
        _curve("x^4 - 4x^2 + x", "0.5", "0.05", "100"),
        "From 0.5 descent arrives at 1.347, in the shallower valley. Start at 0 and it finds the deeper "
        "one, at −1.473: the slope tells only of the ground underfoot.",
        OWN,
    ),
    Example(
        "gd_vs_ascent",
        "level-spot",
        "A level spot that is no minimum: x³",
        _curve("x^3", "1", "0.1", "200"),
        "Descent creeps towards 0, where the slope is 0 but f has no minimum. Start at −0.1 and it runs "
        "away.",
        LECTURE,
    ),
    Example(
        "gd_vs_ascent",
        "corner",
        "Onto the corner of |x|",
        _curve("|x|", "1", "0.5", "10"),
        "The second step lands on 0 exactly: the minimum, but |x| has no slope there. With η = 0.4 "
        "it would hop between 0.2 and −0.2, for the slope never gets smaller.",
        LECTURE,
    ),
    Example(
        "gd_vs_ascent",
        "flat-bottom",
        "More than one minimum",
        _curve("max(|x| - 1, 0)", "2", "0.3", "20"),
        "f is convex and every point between −1 and 1 is a minimum. Descent stops at the first one it "
        "meets, 0.8.",
        LECTURE,
    ),
    Example(
        "gd_vs_ascent",
        "saddle",
        "Past a saddle",
        _surface("x^2 - y^2", ("1", "0.001"), "0.1", "40"),
        "x shrinks to 0.8 of itself with each step and y grows to 1.2 of itself: towards the "
        "saddle first, then away. From (1, 0) exactly, y stays 0 and descent closes in on the saddle.",
        OWN,
    ),
    Example(
        "gd_vs_ascent",
        "himmelblau",
        "Four valleys and a hill",
        _surface("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", ("0", "0"), "0.01", "200"),
        "Descent arrives at (3, 2), one of four minima with f = 0. Ascent arrives at the one hilltop, "
        "(−0.270845, −0.923039).",
        "Himmelblau, Applied Nonlinear Programming, 1972",
    ),
    Example(
        "gd_vs_ascent",
        "banana",
        "A curved, narrow valley",
        _surface("(1 - x)^2 + 100(y - x^2)^2", ("-1.2", "1"), "0.001", "1000"),
        "A few steps lead into the valley y = x², hundreds more hardly along it: the minimum is at "
        "(1, 1), and after 1000 steps descent is still more than half a unit away.",
        "Rosenbrock, The Computer Journal 3, 1960",
    ),
    Example(
        "gd_vs_ascent",
        "hill-and-hollow",
        "A hill and a hollow",
        _surface("x e^(-(x^2 + y^2))", ("0.2", "0.6"), "0.5", "100"),
        "From one start, descent arrives in the hollow at (−0.707107, 0) and ascent on the hilltop at "
        "(0.707107, 0).",
        SLIDES,
    ),
)


def _rate(f: str, x0: str, eta: str, steps: str, schedule: str = "constant") -> dict[str, str]:
    return {"dim": "1", "f": f, "x0": x0, "eta": eta, "steps": steps, "schedule": schedule}


_LEARNING_RATE = (
    Example(
        "learning_rate",
        "large",
        "Large steps: η = 0.9",
        _rate("x^2 - 4x + 4", "0", "0.9", "5"),
        "3.6, 0.72, 3.024, 1.1808, 2.65536: every step overshoots the minimum at 2, and the error "
        "shrinks by 0.8 while changing sign.",
        SLIDES,
    ),
    Example(
        "learning_rate",
        "small",
        "Small steps: η = 0.1",
        _rate("x^2 - 4x + 4", "0", "0.1", "5"),
        "0.4, 0.72, 0.976, 1.1808, 1.34464: no step overshoots, and the error shrinks by 0.8, "
        "exactly as fast as with η = 0.9. With η = 0.5 one step would do.",
        SLIDES,
    ),
    Example(
        "learning_rate",
        "narrow-bowl",
        "A narrow bowl",
        {
            "dim": "2",
            "g": "x^2 + 30y^2",
            "px": "1",
            "py": "1",
            "eta": "0.03",
            "steps": "100",
            "schedule": "constant",
        },
        "Across the bowl every step overshoots, along it the run creeps: the steepest curvature, "
        "60, sets the limit 1/30, and the flattest, 2, sets the time. Even the best rate, 1/31, "
        "shrinks the error by no more than 29/31.",
        OWN,
    ),
    Example(
        "learning_rate",
        "better-valley",
        "A large step finds a better valley",
        _rate("x^4 - 3x^2 + x", "2", "0.1", "50"),
        "The first step jumps from 2 to −0.1 and the run ends at −1.30084, where f = −3.51391. "
        "With η = 0.05 it stays in the valley of 1.1309, where f = −1.07023.",
        OWN,
    ),
    Example(
        "learning_rate",
        "out-of-the-domain",
        "A step out of the domain",
        _rate("e^x - log x", "2", "0.4", "50"),
        "The first step lands on −0.755622, where log x has no value. With η = 0.1 the run "
        "converges to 0.567143.",
        NOTES,
    ),
    Example(
        "learning_rate",
        "corner",
        "A corner: |x| never settles",
        _rate("|x|", "0.55", "0.1", "50"),
        "The slope of |x| does not fade, so the run hops between 0.05 and −0.05 for ever. With the "
        "schedule 1/k it settles.",
        LECTURE,
    ),
    Example(
        "learning_rate",
        "flat-bottom",
        "A flat bottom: no rate is linear",
        _rate("x^4", "1", "0.1", "500"),
        "The curvature at the minimum is 0, so no factor below 1 holds: from step 50 to step 500 "
        "the error falls only from 0.151 to 0.0497, each step by a smaller part than the one before.",
        OWN,
    ),
    Example(
        "learning_rate",
        "backtracking",
        "Let the function decide",
        _rate("x^2 - 4x + 4", "0", "30", "50", "backtracking"),
        "η = 30 would run away at once. Backtracking halves it until f falls: every step uses "
        "0.9375, and the error shrinks by 0.875.",
        "Armijo, 1966",
    ),
)


def _quotient(f: str, x0: str, h: str, stencil: str = "forward", dtype: str = "float64") -> dict[str, str]:
    return {"f": f, "x0": x0, "h": h, "stencil": stencil, "dtype": dtype}


_OSCILLATING = {"tab": "Tables", "table": "oscillation"}

_NUMERICAL_ERROR = (
    Example(
        "numerical_error",
        "parabola",
        "x² at 3, the h of the slides",
        _quotient("x^2", "3", "0.01"),
        "f′(3) is 6, and Python prints 6.009999999999849: the error is h itself. Each zero more in h takes a "
        "zero from the error, down to about h = 10⁻⁸. From there on the error grows as h falls.",
        SLIDES,
    ),
    Example(
        "numerical_error",
        "absorbed",
        "h = 10⁻¹⁶: the answer is 0",
        _quotient("x^2", "3", "1e-16"),
        "x + h is stored as 3, because the next float after 3 is 4.4 × 10⁻¹⁶ away. Both values of f are 9, "
        "and the quotient is 0. The loss happens before anything is subtracted.",
        SLIDES,
    ),
    Example(
        "numerical_error",
        "lucky",
        "h = √ε: 6.0, by luck",
        _quotient("x^2", "3", "1.4901161193847656e-08"),
        "√ε is 2⁻²⁶, and the part h² = 2⁻⁵² of (3 + h)² is rounded away: the quotient is exactly 6. For "
        "sin x at 1 the same h leaves an error of 6.9 × 10⁻⁹.",
        SLIDES,
    ),
    Example(
        "numerical_error",
        "symmetric",
        "Central, and still wrong",
        _quotient("x^2", "3", "1e-14", "central"),
        "For x² the central (symmetric) formula has no truncation error at all, and it finds "
        "6.128431095930864: all of the error is rounding. The forward formula finds 6.217248937900877.",
        SLIDES,
    ),
    Example(
        "numerical_error",
        "oscillating",
        "sin(1/x): h longer than a turn",
        {**_quotient("sin(1/x)", "0.01", "0.001", "central"), **_OSCILLATING},
        "The quotient is 555.383 and the slope −8623.19. Rounding has no part in it: near 0.01 the function "
        "turns once in 0.00063, and h = 0.001 reaches across more than one turn.",
        ESSENTIAL,
    ),
    Example(
        "numerical_error",
        "mended",
        "sin(1/x): h that fits",
        {**_quotient("sin(1/x)", "0.01", "1e-07", "central"), **_OSCILLATING},
        "With h = 10⁻³·x² the same formula at the same place finds −8623.187: the relative error is "
        "1.6 × 10⁻⁷.",
        ESSENTIAL,
    ),
    Example(
        "numerical_error",
        "corner",
        "|x| at 0: a slope that is not there",
        _quotient("|x|", "0", "0.1", "central"),
        "The central formula reports 0, the forward one 1 and the backward one −1, for every h. |x| has no "
        "slope at 0.",
        SLIDES,
    ),
    Example(
        "numerical_error",
        "half",
        "The same in float16",
        _quotient("x^2", "3", "0.01", dtype="float16"),
        "float16 keeps 11 binary digits. Near 3 its numbers are 1/512 apart and near 9 they are 1/128 apart: "
        "the quotient is 6.25 where float64 finds 6.01.",
        OWN,
    ),
    Example(
        "numerical_error",
        "large",
        "A large value of f",
        _quotient("x^2", "100000000", "0.01"),
        "Near f(x) = 10¹⁶ floats are 2 apart, so that the quotient is a multiple of 200: it finds 200000200 "
        "instead of 200000000. With h = 1 it is exact.",
        OWN,
    ),
    Example(
        "numerical_error",
        "cancelling",
        "Digits lost inside f",
        _quotient("(1 - cos(x))/x^2", "0.0001", "1e-05", "central"),
        "The slope is −0.0000083 and the quotient −0.00024: 1 − cos x has cancelled before any difference is "
        "taken. Written as 2sin(x/2)^2/x^2 the same function gives seven right digits.",
        OWN,
    ),
    Example(
        "numerical_error",
        "complex-step",
        "A step into the complex plane",
        _quotient("e^x/sqrt(sin(x)^3 + cos(x)^3)", "1.5", "1e-17", "complex_step"),
        "Im f(x + ih)/h subtracts nothing, so h may be as small as you like: h = 10⁻¹⁷ gives "
        "4.05342789389862, where the central formula gives 0.",
        "Martins, Sturdza and Alonso, The complex-step derivative approximation, 2003",
    ),
)


def _rules(f: str, x0: str, order: str = "1", **more: str) -> dict[str, str]:
    return {"f": f, "x0": x0, "order": order, **more}


_DERIVATIVE_RULES = (
    Example(
        "derivative_rules",
        "bump",
        "A product with a chain inside: x·e^(−x²/2)",
        _rules("x e^(-x^2/2)", "0"),
        "The product rule splits it, the chain rule opens the exponential, the power rule ends it. f′ is 0 "
        "at −1 and 1, where f turns.",
        OWN,
    ),
    Example(
        "derivative_rules",
        "product",
        "Two factors: (x − 2)(x + 3)",
        _rules("(x - 2)(x + 3)", "1"),
        "f′ is 2x + 1, so the slope at 1 is 3, and f turns at −1/2.",
        SLIDES,
    ),
    Example(
        "derivative_rules",
        "nested",
        "Three functions within each other: sin(e^(x²))",
        _rules("sin(e^(x^2))", "0.5"),
        "The chain rule twice, with u and v: each layer brings one factor, and the last of them is 2x.",
        NOTES,
    ),
    Example(
        "derivative_rules",
        "quotient",
        "A quotient: x²/(x + 1)",
        _rules("x^2/(x + 1)", "1"),
        "The quotient rule gives the slope 3/4 at 1. At −1 there is a pole, and no derivative.",
        SLIDES,
    ),
    Example(
        "derivative_rules",
        "orders",
        "All derivatives of sin x",
        _rules("sin(x)", "0", "4"),
        "sin, cos, −sin, −cos, and sin again: the fourth derivative is f itself.",
        SLIDES,
    ),
    Example(
        "derivative_rules",
        "approximation",
        "eˣ at 0, straight and bent: Taylor",
        _rules("e^x", "0", tab="Taylor", xlo="-2", xhi="2", ylo="-1", yhi="7"),
        "Degree 1 is the tangent 1 + x, degree 2 is 1 + x + x²/2. At x = 1 the first misses e by 0.718, the "
        "second by 0.218.",
        LECTURE,
    ),
    Example(
        "derivative_rules",
        "level",
        "Level, and yet no extreme: x³",
        _rules("x^3", "0"),
        "f′ is 0 at 0, but f rises before it and after it: a saddle.",
        LECTURE,
    ),
    Example(
        "derivative_rules",
        "corner",
        "A corner: |x|",
        _rules("|x|", "0"),
        "f has its minimum at 0, and no slope there: −1 on the left, 1 on the right.",
        NOTES,
    ),
    Example(
        "derivative_rules",
        "paths",
        "Two inputs: the paths add up",
        _rules("x e^(-x^2/2)", "1", tab="Graph", way="two"),
        "z = x² − 3xy + 2y² along x = 3 sin 2t, y = 4 cos 2t: dz/dt is −46 sin 4t − 72 cos 4t.",
        SLIDES,
    ),
)

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "limits": _LIMITS,
    "numerical_error": _NUMERICAL_ERROR,
    "derivative_rules": _DERIVATIVE_RULES,
    "gd_vs_ascent": _GD_VS_ASCENT,
    "learning_rate": _LEARNING_RATE,
}
