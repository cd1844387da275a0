"""The examples of Gradient; the first is what the page opens with."""

from core.examples.example import LECTURE, NOTES, OWN, SLIDES, Example


def _standing(g: str, px: str, py: str, angle: str) -> dict[str, str]:
    return {"g": g, "px": px, "py": py, "angle": angle}


_POLAR = "r cos t\nr sin t"

GRADIENT: tuple[Example, ...] = (
    Example(
        "gradient",
        "bowl",
        "A bowl: x² + y² at (2, 3)",
        _standing("x^2 + y^2", "2", "3", "0"),
        "∇f is (4, 6), straight away from the bottom, and 7.2111 long: no way is steeper. Towards 0°, along "
        "x, f climbs by 4 per unit; along the level curve, at 146.31°, by nothing.",
        NOTES,
    ),
    Example(
        "gradient",
        "bump",
        "A summit and a pit: x·e^(−(x² + y²))",
        _standing("x e^(-(x^2 + y^2))", "0.5", "0.5", "-45"),
        "Up is towards −45°, and the summit at (0.707107, 0) lies towards −67.5°: the arrow knows the slope "
        "underfoot, not where the top is. Walk a little, and it turns.",
        SLIDES,
    ),
    Example(
        "gradient",
        "saturated",
        "Flat one way: tanh x + tanh y",
        _standing("tanh x + tanh y", "2", "0", "0"),
        "∇f is (0.0706508, 1). Along x the curve has levelled off, along y it has not, so the arrow points "
        "almost along y, towards 85.96°. A neuron with such an input hardly learns from it.",
        SLIDES,
    ),
    Example(
        "gradient",
        "level-but-no-summit",
        "Level, and neither top nor bottom: −x² + y³",
        _standing("-x^2 + y^3", "0", "0", "90"),
        "∇f is (0, 0) and the tangent plane is level. Half a unit along y f is 0.125, half a unit back "
        "−0.125: level ground is no summit yet.",
        SLIDES,
    ),
    Example(
        "gradient",
        "fifth-power",
        "Two slopes apart: x⁵ + y²",
        _standing("x^5 + y^2", "0.5", "1", "0"),
        "∂f/∂x is 5x⁴ and has no y in it: the cut along x has the slope 0.3125 at any y. Along y it is 2, so "
        "the arrow points towards 81.12°.",
        SLIDES,
    ),
    Example(
        "gradient",
        "product",
        "A product: 3x²y³",
        _standing("3x^2 y^3", "1", "2", "0"),
        "With y held, 3y³ is a number and ∂f/∂x is 6xy³ = 48. With x held, ∂f/∂y is 9x²y² = 36. Together "
        "they are 60 long, towards 36.87°, steeper than both.",
        NOTES,
    ),
    Example(
        "gradient",
        "rounded-direction",
        "A direction that is too long: (0.71, 0.71)",
        _standing("x^2 + 2x y - y", "-0.2", "1", "45"),
        "∇f is (1.6, −1.4), and towards 45° f climbs by 0.141421. With u = (0.71, 0.71) the sum is 0.142, "
        "because that u is 1.00409 long: normalise first.",
        LECTURE,
    ),
    Example(
        "gradient",
        "downhill-quadrant",
        "Where tan⁻¹ points the wrong way",
        _standing("85 - x^2(x-6)y^2(y-6)/90", "2", "2", "45"),
        "∇f is (−2.13333, −2.13333): up is towards −135°. tan⁻¹(f_y/f_x) says 45°, and that is straight down "
        "to the valley at (4, 4): the slope that way is −3.01699.",
        NOTES,
    ),
    Example(
        "gradient",
        "plane",
        "The same arrow everywhere: a plane",
        _standing("2x - 3y + 1", "1", "1", "0"),
        "∇f is (2, −3) wherever you stand, and the tangent plane is the surface itself.",
        OWN,
    ),
    Example(
        "gradient",
        "fold",
        "On a fold: |x| + |y| at (0, 1)",
        _standing("|x| + |y|", "0", "1", "0"),
        "Along x the slope is −1 before the point and 1 after it, along y it is 1. One number is missing, so "
        "there is no gradient and no tangent plane.",
        OWN,
    ),
    Example(
        "gradient",
        "no-value",
        "No surface to stand on: xy/(x² + y²) at 0",
        _standing("x y/(x^2 + y^2)", "0", "0", "45"),
        "At (0, 0) f is 0/0. On both axes it is 0 all the way in, towards 45° it is 0.5: no value would "
        "mend it.",
        OWN,
    ),
    Example(
        "gradient",
        "partials-only",
        "Both partial derivatives, and no plane: √|xy|",
        _standing("sqrt(|x y|)", "0", "0", "45"),
        "On both axes f is 0, so both partial derivatives are 0. Towards 45° f climbs by 0.707107 per unit, "
        "where ∇f·u would be 0: two slopes alone do not make a tangent plane.",
        OWN,
    ),
    Example(
        "gradient",
        "three-variables",
        "Three variables: 2x + 3y² − sin z",
        {
            "tab": "Three variables",
            "three": "2x + 3y^2 - sin z",
            "qx": "1",
            "qy": "2",
            "qz": "0",
            "slope": "all",
        },
        "∇f is (2, 12, −1) at (1, 2, 0), and 12.2066 long. The graph can no longer be drawn; the arrow still "
        "points the steepest way.",
        SLIDES,
    ),
    Example(
        "gradient",
        "polar",
        "A Jacobian: polar coordinates",
        {"tab": "Jacobian", "chain": "one", "map": _POLAR, "m1": "2", "m2": "1"},
        "det J is r, here 2: a small square in r and t becomes nearly a parallelogram of twice the area. At "
        "r = 0 it is flattened, because there every angle is the same point.",
        OWN,
    ),
    Example(
        "gradient",
        "inside",
        "A product of Jacobians: x² + y² around a circle",
        {"tab": "Jacobian", "chain": "two", "map": _POLAR, "outer": "x^2 + y^2", "m1": "2", "m2": "1"},
        "In polar coordinates x² + y² is r². The product of both Jacobians finds it: (2r, 0), here (4, 0). "
        "Along the circle nothing changes.",
        OWN,
    ),
    Example(
        "gradient",
        "path",
        "A walk over a saddle",
        {"tab": "Along a path", "g": "x^2 - 3x y + 2y^2", "xt": "3sin(2t)", "yt": "4cos(2t)", "t": "0"},
        "At t = 0 the point is at (0, 4), where ∇z is (−12, 16), and moves with (6, 0): dz/dt is "
        "−12·6 + 16·0 = −72. The 16 does not count, because the walk does not go that way.",
        NOTES,
    ),
)
