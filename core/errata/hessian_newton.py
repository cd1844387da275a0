"""Critical points, the Hessian, Newton's method."""

from core.errata.erratum import Erratum, myth, notes, page

_SURFACE = "85 - x^2 (x - 6) y^2 (y - 6)/90"
_QUARTIC = "x^4 + 0.8y^4 + 4x^2 + 2y^2 - x*y - 0.2x^2*y"

HESSIAN_NEWTON = (
    Erratum(
        28,
        "The surface of 85",
        "slip",
        notes("421"),
        says="f = 85 − x²(3x − 12)y²(y − 6)/90.",
        right="f = 85 − x²(x − 6)y²(y − 6)/90.",
        why="3x − 12 is the factor of the derivative: (x²(x − 6))′ = x(3x − 12). Line 519 has f right.",
        shown=(page("hessian_newton", g=_SURFACE, px="4", py="4"),),
    ),
    Erratum(
        29,
        "Where that surface is level",
        "mathematics",
        notes("437"),
        says="x = 0, x = 6, y = 0, y = 4.",
        right="The lines x = 0 and y = 0, where f = 85; (4, 4), a minimum with f = 3313/45 = 73.6222; (6, "
        "6), a saddle with the eigenvalues ±72/5.",
        why="Those are the zeros of f_y alone. At (4, 4) the Hessian is 64/15 times the unit matrix. On the "
        "whole plane f is unbounded below.",
        shown=(page("hessian_newton", g=_SURFACE, px="4", py="4", tab="Critical points"),),
    ),
    Erratum(
        32,
        "Eigenvalues of the first Hessian",
        "mathematics",
        notes("1010–1016, 1041–1049"),
        says="6.447 and 3.55; det(H − I); 12 − 10/1 + 23 and 41² + 101 + 23; the gradient as a 2 × 2 matrix.",
        right="5 ± √2, which is 6.41421 and 3.58579; λ² − 10λ + 23 and λ² + 10λ + 23; the gradient is a "
        "vector.",
        why="The sum has to be the trace 10 and the product the determinant 23. The −3.59 and −6.41 of the "
        "second matrix are right.",
        shown=(myth("hessian_newton", "misprinted-eigenvalues"),),
    ),
    Erratum(
        33,
        "Eigenvalues of opposite signs",
        "mathematics",
        notes("1061–1063"),
        says="(4 − λ)(4 − λ); opposite signs: “we can not conclude anything”.",
        right="(4 − λ)(−4 − λ), with the eigenvalues 4 and −4. Opposite signs prove a saddle.",
        why="Nothing can be concluded when an eigenvalue is 0 and the others have one sign.",
        shown=(myth("hessian_newton", "opposite-signs"),),
    ),
    Erratum(
        34,
        "A coefficient of the quartic",
        "mathematics",
        notes("1081–1097"),
        says="0.9y⁴; 10.8y² + 4; H(0, 0).",
        right="0.8y⁴; 9.6y² + 4; what stands there is H(x, y). H(0, 0) has the rows (8, −1) and (−1, 4).",
        why="The 3.2y³, 213.6 and 157.6 that follow all need 0.8; 0.9 would give 3.6y³, 239.2 and 176.8.",
        shown=(page("hessian_newton", g=_QUARTIC, px="4", py="4"),),
    ),
    Erratum(
        35,
        "The first Newton steps on the quartic",
        "mathematics",
        notes("1107–1113"),
        says="x₁ = 2.56; ∇f = (89.29, 63.9); H has 86.83, −2.032, 69.39; x₂ = H⁻¹∇f.",
        right="(x₁, y₁) = (2.58274, 2.62129); ∇f = (84.2456, 64.2044); H has 86.998, −2.0331, 69.963; x₂ = "
        "x₁ − H⁻¹∇f.",
        why="H⁻¹∇f alone is the step, (0.9905, 0.9465). The (1.59, 1.67) that follows is right.",
        shown=(page("hessian_newton", g=_QUARTIC, px="4", py="4", tab="Newton"),),
    ),
    Erratum(
        36,
        "How many Newton steps it takes",
        "mathematics",
        notes("1118–1120"),
        says="3 steps, to (1.75, −2.05) × 10⁻¹.",
        right="8 steps, to (4.16 × 10⁻¹⁷, −2.05 × 10⁻¹⁷). After 3 it is at (0.8706, 1.002).",
        why="Far away a step gains little; the digits double only when the run is near.",
        shown=(myth("hessian_newton", "three-steps"),),
    ),
)
