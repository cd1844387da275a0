"""Words of Numerical Error."""

from core.glossary.term import Term


def _error(kind: str) -> dict[str, str]:
    return {"tab": "Four errors", "error": kind}


def _formula(stencil: str) -> dict[str, str]:
    return {"f": "sin(x)", "x0": "1", "stencil": stencil, "tab": "Best h"}


NUMERICAL_ERROR = (
    Term(
        "float",
        "A number as computers keep it: a sign, a power of two and a fixed count of binary digits, 53 in "
        "float64.",
        "numerical_error",
        {"tab": "One h"},
    ),
    Term(
        "machine epsilon",
        "The gap from 1 to the next float, 2⁻⁵² in float64, about 2.2 × 10⁻¹⁶.",
        "numerical_error",
        {"tab": "Machine ε"},
        symbol="ε",
    ),
    Term(
        "ulp",
        "Unit in the last place: the gap between a float and the next one. It grows with the number.",
        "numerical_error",
        {"tab": "Machine ε"},
    ),
    Term(
        "round-off error",
        "What is lost when a result is rounded to the nearest float.",
        "numerical_error",
        _error("round-off"),
    ),
    Term(
        "truncation error",
        "What is lost when an endless process is cut off, such as a series after some terms, or a limit at "
        "some h.",
        "numerical_error",
        _error("truncation"),
    ),
    Term(
        "overflow",
        "A result is larger than the largest float, about 1.8 × 10³⁰⁸ in float64, and becomes ∞.",
        "numerical_error",
        {**_error("range"), "power": "710"},
    ),
    Term(
        "underflow",
        "A result is nearer to 0 than the smallest float and becomes 0.",
        "numerical_error",
        {**_error("range"), "power": "-750"},
    ),
    Term(
        "cancellation",
        "Two nearly equal numbers are subtracted: the leading digits go, and what remains is mostly their "
        "error.",
        "numerical_error",
        _error("cancellation"),
    ),
    Term(
        "accumulation",
        "Small errors add up over many operations, as in a sum of a million terms.",
        "numerical_error",
        _error("accumulation"),
    ),
    Term(
        "numerical differentiation",
        "A derivative from values of f at a few points, without a formula for f′.",
        "numerical_error",
    ),
    Term(
        "stencil",
        "The points beside x that a difference formula uses, with their weights.",
        "numerical_error",
        {"all": "true", "tab": "Best h"},
    ),
    Term(
        "forward difference",
        "(f(x + h) − f(x))/h. Its truncation error is about h·f″/2.",
        "numerical_error",
        _formula("forward"),
    ),
    Term(
        "backward difference",
        "(f(x) − f(x − h))/h. Its truncation error is about −h·f″/2.",
        "numerical_error",
        _formula("backward"),
    ),
    Term(
        "central difference",
        "(f(x + h) − f(x − h))/2h, also called symmetric. Its truncation error is about h²·f‴/6.",
        "numerical_error",
        _formula("central"),
    ),
    Term(
        "Richardson extrapolation",
        "Two results with different h are combined so that the leading term of their error goes away.",
        "numerical_error",
        _formula("richardson"),
    ),
    Term(
        "complex step",
        "Im f(x + ih)/h: a slope without a subtraction, so h can be tiny.",
        "numerical_error",
        _formula("complex_step"),
    ),
    Term(
        "best h",
        "The step at which truncation and round-off together are least. A smaller one is worse.",
        "numerical_error",
        _formula("forward"),
    ),
    Term(
        "order of a formula",
        "The power of h with which its truncation error shrinks: 1 for the forward, 2 for the central "
        "difference.",
        "numerical_error",
        {"f": "sin(x)", "x0": "1", "all": "true", "tab": "Best h"},
    ),
    Term(
        "absolute error",
        "|computed − true|, in the units of the result.",
        "numerical_error",
        {"tab": "Tables"},
    ),
    Term(
        "relative error",
        "|computed − true|/|true|: it tells how many leading digits are right.",
        "numerical_error",
        {"tab": "Tables", "table": "oscillation"},
    ),
    Term(
        "dual number",
        "a + bε with ε² = 0. Reckoning with x + ε carries the derivative along, exactly.",
        "numerical_error",
        {"tab": "The way out"},
    ),
    Term(
        "automatic differentiation",
        "The rules of differentiation applied to numbers, operation by operation. No formula is made and no "
        "h is needed.",
        "numerical_error",
        {"tab": "The way out"},
    ),
)
