"""Words of Limits."""

from core.glossary.term import Term


def _seen(f: str, a: str, **more: str) -> dict[str, str]:
    return {"f": f, "a": a, **more}


_PARABOLA = _seen("x^2", "1", tab="To the derivative")

LIMITS = (
    Term(
        "limit",
        "The number that f(x) comes as near to as you like, once x is near enough to a. What f is at a "
        "itself does not matter.",
        "limits",
    ),
    Term(
        "one-sided limit",
        "The limit when x comes near a from one side only, from the left or from the right.",
        "limits",
        _seen("sign x", "0", side="right"),
    ),
    Term(
        "infinite limit",
        "f grows beyond every bound as x comes near a. It describes how f behaves; ∞ is no number.",
        "limits",
        _seen("1/x^2", "0"),
    ),
    Term(
        "limit at infinity",
        "The number that f(x) settles at as x grows without end.",
        "limits",
        _seen("(1 + 1/x)^x", "oo"),
    ),
    Term(
        "epsilon and delta",
        "ε says how near f has to be to the limit, δ how near x must come for it. The limit is L if every ε "
        "has its δ.",
        "limits",
        symbol="ε, δ",
    ),
    Term(
        "oscillation",
        "f goes back and forth without settling, so that it has no limit there.",
        "limits",
        _seen("sin(1/x)", "0"),
    ),
    Term(
        "indeterminate form",
        "An expression such as 0/0 that does not tell the limit by itself: it may be anything, and has to be "
        "worked out.",
        "limits",
        _seen("sin(x)/x", "0"),
    ),
    Term(
        "continuous",
        "At a: f(a) is defined, the limit for x → a exists, and the two are equal.",
        "limits",
        _seen("x^2", "2", tab="Continuity"),
    ),
    Term(
        "hole",
        "A place where the limit exists and the value is missing or another one; one value mends it.",
        "limits",
        _seen("(x^2 - 4)/(x - 2)", "2", tab="Continuity"),
    ),
    Term(
        "jump",
        "A place where the limits from the left and from the right are two different numbers.",
        "limits",
        _seen("sign x", "0", tab="Continuity"),
    ),
    Term(
        "pole",
        "A place near which |f| grows beyond every bound, as 1/x does at 0.",
        "limits",
        _seen("1/x", "0", tab="Continuity"),
    ),
    Term(
        "domain",
        "All x for which f(x) is defined.",
        "limits",
        _seen("sqrt(x)", "0", tab="Continuity"),
    ),
    Term(
        "secant",
        "The line through two points of a curve. Its slope is the mean rate of change between them.",
        "limits",
        _PARABOLA,
    ),
    Term(
        "tangent",
        "The line that the secants turn into as the two points come together. Its slope is the derivative.",
        "limits",
        _PARABOLA,
    ),
    Term(
        "difference quotient",
        "(f(x + h) − f(x))/h: rise over run, the slope of a secant.",
        "limits",
        _PARABOLA,
    ),
    Term(
        "path to a point",
        "A way on which (x, y) comes near a point. A limit in the plane has to be the same along all of "
        "them.",
        "limits",
        {"g": "x^2 y/(x^4 + y^2)", "path": "parabola", "tab": "In the plane"},
    ),
    Term(
        "squeeze",
        "If f lies between two functions with the same limit, it has that limit too.",
        "limits",
        _seen("x sin(1/x)", "0"),
    ),
    Term(
        "rate of change",
        "How much f changes per unit of x: over a stretch the slope of the secant, at a point the "
        "derivative.",
        "limits",
        _PARABOLA,
    ),
)
