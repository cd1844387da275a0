"""Words of Hessian/Newton."""

from core.glossary.term import Term


def _curve(f: str, x0: str, **more: str) -> dict[str, str]:
    return {"dim": "1", "f": f, "x0": x0, **more}


def _convexity(f: str) -> dict[str, str]:
    return _curve(f, "1", tab="Convexity")


_SADDLE = {"g": "2x^2 - 2y^2", "px": "0", "py": "0"}

HESSIAN_NEWTON = (
    Term(
        "Hessian",
        "The matrix of all second partial derivatives. It tells how f bends in every direction.",
        "hessian_newton",
        symbol="H",
    ),
    Term(
        "eigenvector",
        "A direction that a matrix only stretches. Those of the Hessian are the directions of most and least "
        "bending.",
        "hessian_newton",
    ),
    Term(
        "eigenvalue",
        "How much a matrix stretches its eigenvector. Those of the Hessian are the curvatures along them.",
        "hessian_newton",
        symbol="λ",
    ),
    Term(
        "curvature",
        "The second derivative along a direction u, uᵀHu: how fast the slope changes on the way.",
        "hessian_newton",
    ),
    Term(
        "positive definite",
        "All eigenvalues are greater than 0: f bends up in every direction.",
        "hessian_newton",
    ),
    Term(
        "determinant",
        "Of a 2 × 2 matrix ad − bc. It is the product of the eigenvalues, and the area of the image of a "
        "unit square.",
        "hessian_newton",
        symbol="det",
    ),
    Term(
        "trace",
        "The sum of the diagonal of a matrix, and of its eigenvalues.",
        "hessian_newton",
    ),
    Term(
        "condition number",
        "The largest eigenvalue over the smallest. A large one means a long narrow valley, and slow descent.",
        "hessian_newton",
        {"g": "x^2 + 30y^2", "px": "1", "py": "1"},
        symbol="κ",
    ),
    Term(
        "minimum",
        "A point where f is least among the points near it (local) or of all (global).",
        "hessian_newton",
        {"tab": "Critical points"},
    ),
    Term(
        "maximum",
        "A point where f is largest among the points near it (local) or of all (global).",
        "hessian_newton",
        {"g": "15 - 2x^2 - 3y^2 - x*y", "px": "0", "py": "0"},
    ),
    Term(
        "saddle point",
        "A stationary point from which f rises in some directions and falls in others.",
        "hessian_newton",
        _SADDLE,
    ),
    Term(
        "convex",
        "The curve lies on or below each of its chords; every local minimum is a global one.",
        "hessian_newton",
        _convexity("x^2"),
    ),
    Term(
        "concave",
        "The curve lies on or above each of its chords: −f is convex.",
        "hessian_newton",
        _convexity("-x^2"),
    ),
    Term(
        "strictly convex",
        "The curve lies below each chord between its ends, so there is at most one minimum.",
        "hessian_newton",
        _convexity("e^x"),
    ),
    Term(
        "chord",
        "The straight piece between two points of a curve.",
        "hessian_newton",
        {**_convexity("x^2"), "left": "-1", "right": "1"},
    ),
    Term(
        "quadratic model",
        "f near a point as value, slope and curvature: f + ∇f·s + ½ sᵀHs.",
        "hessian_newton",
        {"tab": "Model"},
    ),
    Term(
        "trust region",
        "The neighbourhood in which a model is believed; it grows when the model was right and shrinks when "
        "not.",
        "hessian_newton",
        {"tab": "Newton", "method": "trust"},
    ),
    Term(
        "Newton's method",
        "Step to the stationary point of the quadratic model, x − H⁻¹∇f; for a root, x − f/f′.",
        "hessian_newton",
        {"tab": "Newton"},
    ),
    Term(
        "root",
        "An x with f(x) = 0.",
        "hessian_newton",
        _curve("x^3 - 3x", "2", tab="Newton", aim="root"),
    ),
    Term(
        "quadratic convergence",
        "The error is squared at each step: the count of right digits doubles.",
        "hessian_newton",
        _curve("x^3 - 3x", "2", tab="Newton"),
    ),
    Term(
        "damping",
        "Taking only part of a step, so that f is sure to fall.",
        "hessian_newton",
        {"tab": "Newton", "method": "damped"},
    ),
    Term(
        "basin of attraction",
        "All starts from which a method arrives at the same point.",
        "hessian_newton",
        {"tab": "Basins"},
    ),
)
