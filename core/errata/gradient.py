"""Several variables, first derivatives."""

from core.errata.erratum import Erratum, essential, lecture, myth, slides

GRADIENT = (
    Erratum(
        14,
        "Mixed partial derivatives",
        "mathematics",
        slides("381", "340"),
        says="dz/(dx dy) = z_x + z_y.",
        right="It is d/dx of dz/dy: for x² + y² it is 0.",
        why="The sum is 2x + 2y, at (1, 2) it is 6.",
        shown=(myth("gradient", "mixed-is-a-sum"),),
    ),
    Erratum(
        15,
        "The direction of the gradient",
        "mathematics",
        slides("476", "453"),
        says="θ = tan⁻¹(f_y/f_x); in the second copy tanh⁻¹.",
        right="θ = atan2(f_y, f_x): −135° for (−2, −2).",
        why="tan⁻¹ gives 45°, the opposite, and fails where f_x = 0. tanh⁻¹ is infinite at 1 and complex "
        "beyond.",
        shown=(myth("gradient", "direction-is-atan"),),
    ),
    Erratum(
        16,
        "The shape of the Jacobian",
        "mathematics",
        slides("485", "464, 466"),
        says="For f from ℝⁿ to ℝᵐ, J is n × m; J_ij = ∂f_i/∂x_i in the second copy.",
        right="J is m × n, and J_ij = ∂f_i/∂x_j: 3 × 2 for two inputs and three outputs.",
        why="J times a step of n coordinates has to give m changes.",
        shown=(myth("gradient", "jacobian-is-n-by-m"),),
    ),
    Erratum(
        17,
        "Which way is steepest, and which way is down",
        "mathematics",
        essential("37, 42, 342"),
        says="Each component of the gradient is the steepest ascent in its dimension; follow the gradient to "
        "the minimum.",
        right="Only the whole vector is steepest: for (2, 8) the slope along it is 8.24621, along the axes 2 "
        "and 8. Minus the gradient leads down.",
        why="The slope along a unit vector u is ∇f · u, largest when u points along ∇f.",
        shown=(myth("gradient", "component-is-steepest"), myth("gradient", "gradient-leads-down")),
    ),
    Erratum(
        47,
        "A directional derivative of 0.42",
        "wording",
        lecture("478–484"),
        says="f′_u(−0.2, 1) = 0.42 for u = (0.71, 0.71).",
        right="The function is lost with the figure. The only one printed, x² + 2xy − y, gives 0.141421.",
        why="u has length 1.0041: divide by it, or the number is not a slope per unit of way.",
        shown=(myth("gradient", "rounded-unit-vector"),),
    ),
)
