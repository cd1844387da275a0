"""Words of Gradient."""

from core.glossary.term import Term

GRADIENT = (
    Term(
        "partial derivative",
        "The slope of f along one axis, with all other variables held still.",
        "gradient",
        {"tab": "Slices"},
        symbol="∂f/∂x",
    ),
    Term(
        "gradient",
        "The vector of all partial derivatives. It points where f rises fastest, and its length is that "
        "slope.",
        "gradient",
        symbol="∇f",
    ),
    Term(
        "directional derivative",
        "The slope of f along a unit vector u: ∇f · u.",
        "gradient",
        {"tab": "Direction", "angle": "45"},
    ),
    Term(
        "unit vector",
        "A vector of length 1, which says a direction and nothing else.",
        "gradient",
        {"tab": "Direction", "angle": "45"},
        symbol="u",
    ),
    Term(
        "norm",
        "The length of a vector, √(x² + y²) in the plane.",
        "gradient",
        symbol="|v|",
    ),
    Term(
        "dot product",
        "u · v = u₁v₁ + u₂v₂: largest when both point the same way, 0 when they are at right angles.",
        "gradient",
        {"tab": "Direction", "angle": "90"},
    ),
    Term(
        "level curve",
        "All points of the plane where f has one value, as on a map. The gradient stands at right angles to "
        "it.",
        "gradient",
        {"field": "true"},
    ),
    Term(
        "slice",
        "A surface cut along one axis: a curve of one variable.",
        "gradient",
        {"tab": "Slices"},
    ),
    Term(
        "surface",
        "The picture of f(x, y) as a height over each point of the plane.",
        "gradient",
        {"tab": "Surface"},
    ),
    Term(
        "tangent plane",
        "The plane that touches a surface at a point; near it f is almost this plane.",
        "gradient",
        {"tab": "Surface"},
    ),
    Term(
        "mixed partial derivative",
        "The slope along x of the slope along y. For smooth functions the order does not matter.",
        "gradient",
        {"g": "x^2 y^3", "tab": "Second partials"},
        symbol="∂²f/∂x∂y",
    ),
    Term(
        "vector function",
        "A function whose result is a vector: one component for each output.",
        "gradient",
        {"tab": "Jacobian"},
    ),
    Term(
        "Jacobian",
        "The matrix of all partial derivatives of a vector function: a row for each output, a column for "
        "each input.",
        "gradient",
        {"tab": "Jacobian"},
        symbol="J",
    ),
    Term(
        "total derivative",
        "How f changes along a path: df/dt = f_x·x′ + f_y·y′, the chain rule of several variables.",
        "gradient",
        {"tab": "Along a path"},
    ),
)
