"""The examples of Derivative Rules; the first is what the page opens with."""

from core.examples.example import LECTURE, NOTES, OWN, SLIDES, Example


def _rules(f: str, x0: str, order: str = "1", **more: str) -> dict[str, str]:
    return {"f": f, "x0": x0, "order": order, **more}


DERIVATIVE_RULES: tuple[Example, ...] = (
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
