"""The examples of GD vs Ascent; the first is what the page opens with."""

from core.examples.example import ESSENTIAL, LECTURE, NOTES, OWN, SLIDES, Example


def _curve(f: str, x0: str, eta: str, steps: str, optimizer: str = "gd") -> dict[str, str]:
    return {"dim": "1", "f": f, "x0": x0, "eta": eta, "steps": steps, "optimizer": optimizer}


def _surface(g: str, start: tuple[str, str], eta: str, steps: str, optimizer: str = "gd") -> dict[str, str]:
    px, py = start
    return {"dim": "2", "g": g, "px": px, "py": py, "eta": eta, "steps": steps, "optimizer": optimizer}


GD_VS_ASCENT: tuple[Example, ...] = (
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
