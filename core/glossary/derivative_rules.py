"""Words of Derivative Rules."""

from core.glossary.term import Term

_COMBINED = {"tab": "Rules", "group": "Sums, products, quotients"}
_NESTED = {"tab": "Rules", "group": "Functions within functions"}


def _special(name: str, **more: str) -> dict[str, str]:
    return {"tab": "Special cases", "special": name, **more}


DERIVATIVE_RULES = (
    Term(
        "derivative",
        "The slope of f at x: the limit of the difference quotient as h goes to 0.",
        "derivative_rules",
        symbol="f′, df/dx",
    ),
    Term(
        "differentiable",
        "f has a derivative there: near the point it looks like a straight line. It is then continuous too.",
        "derivative_rules",
        _special("kinks"),
    ),
    Term(
        "Leibniz notation",
        "df/dx: it names the variable, and makes the chain rule look like a product of fractions.",
        "derivative_rules",
        {"f": "sin(3x)", "notation": "leibniz"},
    ),
    Term(
        "Lagrange notation",
        "f′(x), f″(x): short, for one variable.",
        "derivative_rules",
        {"f": "sin(3x)", "notation": "lagrange"},
    ),
    Term("power rule", "(xⁿ)′ = n·xⁿ⁻¹.", "derivative_rules", {"f": "x^4", "x0": "1"}),
    Term(
        "sum rule",
        "(g + h)′ = g′ + h′.",
        "derivative_rules",
        {"f": "3x^4 + 4x", "x0": "1"},
    ),
    Term(
        "product rule",
        "(g·h)′ = g′·h + g·h′.",
        "derivative_rules",
        {"f": "(x - 2)(x + 3)", "x0": "1"},
    ),
    Term("quotient rule", "(g/h)′ = (g′·h − g·h′)/h².", "derivative_rules", _COMBINED),
    Term(
        "chain rule",
        "(f(g(x)))′ = f′(g(x))·g′(x): the slopes of nested functions multiply.",
        "derivative_rules",
        _NESTED,
    ),
    Term(
        "inverse function",
        "The g that undoes f: g(f(x)) = x. Its slope is g′(y) = 1/f′(g(y)).",
        "derivative_rules",
        _special("inverse"),
    ),
    Term(
        "second derivative",
        "The derivative of the derivative: how the slope changes, and so which way the curve bends.",
        "derivative_rules",
        {"order": "2"},
        symbol="f″",
    ),
    Term(
        "stationary point",
        "A point with f′ = 0, or ∇f = 0 for several variables: the tangent is level.",
        "derivative_rules",
        {"f": "x^3 - 3x", "x0": "1"},
    ),
    Term(
        "critical point",
        "A stationary point, or a point where f has no derivative: a candidate for a minimum or maximum.",
        "derivative_rules",
        {"f": "|x|", "x0": "0"},
    ),
    Term(
        "inflection point",
        "A point where the curve changes from bending up to bending down, or back.",
        "derivative_rules",
        {"f": "x^3 - 3x", "x0": "0", "order": "2"},
    ),
    Term(
        "Taylor polynomial",
        "The polynomial with the same value and the same first n derivatives at a point.",
        "derivative_rules",
        {"f": "e^x", "tab": "Taylor"},
    ),
    Term(
        "Euler's number",
        "e = 2.71828…, the limit of (1 + 1/n)ⁿ, and the base whose power is its own derivative.",
        "derivative_rules",
        _special("euler"),
        symbol="e",
    ),
    Term(
        "natural logarithm",
        "The exponent to which e has to be raised: the inverse of eˣ. Its slope is 1/x.",
        "derivative_rules",
        _special("inverse", pair="exponential and logarithm"),
        symbol="ln",
    ),
    Term(
        "sigmoid",
        "σ(x) = 1/(1 + e⁻ˣ), which takes every number into (0, 1). σ′ = σ(1 − σ).",
        "derivative_rules",
        _special("sigmoid"),
        symbol="σ",
    ),
    Term(
        "corner",
        "A point with one slope from the left and another from the right, as |x| has at 0.",
        "derivative_rules",
        _special("kinks", kink="corner"),
    ),
    Term(
        "cusp",
        "A point where the slopes of both sides are infinite, with opposite signs.",
        "derivative_rules",
        _special("kinks", kink="cusp"),
    ),
    Term(
        "vertical tangent",
        "A point where the slope is infinite with one sign, as of the cube root at 0.",
        "derivative_rules",
        _special("kinks", kink="vertical tangent"),
    ),
    Term(
        "symbolic differentiation",
        "A formula for f′ made from the formula of f by rules.",
        "derivative_rules",
    ),
    Term(
        "computational graph",
        "A function drawn as its operations, each joined to the ones it needs.",
        "derivative_rules",
        {"tab": "Graph"},
    ),
    Term(
        "forward pass",
        "The values of a computational graph from the inputs to the result.",
        "derivative_rules",
        {"tab": "Graph", "way": "forward"},
    ),
    Term(
        "backpropagation",
        "The chain rule from the result back to the inputs: one pass gives the slopes by all of them.",
        "derivative_rules",
        {"tab": "Graph", "way": "backward"},
    ),
)
