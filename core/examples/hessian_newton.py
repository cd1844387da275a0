"""The examples of Hessian and Newton; the first is what the page opens with."""

from core.examples.example import NOTES, OWN, Example


def _plane(g: str, px: str, py: str, **more: str) -> dict[str, str]:
    return {"dim": "2", "g": g, "px": px, "py": py, **more}


def _window(xlo: str, xhi: str, ylo: str, yhi: str) -> dict[str, str]:
    return {"xlo": xlo, "xhi": xhi, "ylo": ylo, "yhi": yhi}


def _curve(f: str, x0: str, **more: str) -> dict[str, str]:
    return {"dim": "1", "f": f, "x0": x0, **more}


HESSIAN_NEWTON: tuple[Example, ...] = (
    Example(
        "hessian_newton",
        "minimum",
        "A minimum: eigenvalues 5 ± √2",
        _plane("2x^2 + 3y^2 - x*y", "1.5", "-1.5"),
        "H is the same everywhere, with eigenvalues 3.58579 and 6.41421: both positive, so (0, 0) is a "
        "minimum. f is its own quadratic model, so one Newton step is enough.",
        NOTES,
    ),
    Example(
        "hessian_newton",
        "maximum",
        "A maximum: both eigenvalues negative",
        _plane("-2x^2 - 3y^2 - x*y + 15", "2", "1"),
        "The eigenvalues are −6.41421 and −3.58579. Newton's method goes to the maximum in one step: it "
        "looks for a level place, high or low.",
        NOTES,
    ),
    Example(
        "hessian_newton",
        "saddle",
        "A saddle: eigenvalues of opposite sign",
        _plane("2x^2 - 2y^2", "1", "0.5"),
        "The eigenvalues are −4 and 4: up along x, down along y. One Newton step leads to the saddle; "
        "gradient descent from the same start slides off along y.",
        NOTES,
    ),
    Example(
        "hessian_newton",
        "newton",
        "Newton's method from (4, 4)",
        _plane("x^4 + 0.8y^4 + 4x^2 + 2y^2 - x*y - 0.2x^2*y", "4", "4", tab="Newton"),
        "Eight steps to (0, 0). Each of the first three leaves more than half of the way; at the end each "
        "doubles the digits that are right: 1, 3, 7, 16.",
        NOTES,
    ),
    Example(
        "hessian_newton",
        "inflection",
        "Bending down, then up: x³ − 3x",
        _curve("x^3 - 3x", "2"),
        "f″ is 6x: the curve bends down left of 0 and up right of it, so 0 is an inflection point. Newton's "
        "method arrives at the minimum, 1, in 5 steps.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "more-information",
        "f″ = 0 needs more information: x⁴",
        _curve("x^4", "0"),
        "f′ and f″ are 0 at 0, and so is f‴. The fourth derivative is 24, above 0 and of even order: a "
        "minimum.",
        NOTES,
    ),
    Example(
        "hessian_newton",
        "omega",
        "eˣ − log x from 0.05",
        _curve("e^x - log(x)", "0.05", tab="Newton"),
        "Eight steps to 0.5671432904, the number for which x·eˣ = 1. The digits that are right: 1, 2, 4, 8, "
        "16.",
        NOTES,
    ),
    Example(
        "hessian_newton",
        "cycle",
        "Round and round: 0, 1, 0, 1",
        _curve("x^4/4 - x^2 + 2x", "0", tab="Newton", **_window("-3", "2", "-6", "8")),
        "f′ is x³ − 2x + 2. Its tangent at 0 meets the axis at 1, the one at 1 meets it at 0. Damped Newton "
        "arrives at the minimum, −1.76929.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "flies-off",
        "Farther at every step: f′ = atan x",
        _curve("x*atan(x) - log(1 + x^2)/2", "1.5", tab="Newton"),
        "f is convex, and still the steps grow: 1.5, −1.69408, 2.32113, −5.11409. Damped Newton, which "
        "halves them, needs 4.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "slow",
        "No doubling: x⁴",
        _curve("x^4", "1", tab="Newton"),
        "f″ is 0 at the minimum together with f′, so each step leaves two thirds of the error.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "double-root",
        "A double root: (x − 1)²",
        _curve("(x - 1)^2", "3", tab="Newton", aim="root"),
        "f touches the axis without crossing it, and f′ is 0 there too. Each step only halves the error: x "
        "is 3, 2, 1.5, 1.25. One more digit takes 3.3 steps.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "monkey-saddle",
        "Three valleys: x³ − 3xy²",
        _plane("x^3 - 3x*y^2", "1", "1", tab="Critical points"),
        "At (0, 0) H is 0 and cannot tell. Around the point f rises and falls three times: a saddle for a "
        "monkey, with a place for the tail. Newton's step only halves the distance.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "rosenbrock",
        "Rosenbrock's valley",
        _plane("100(y - x^2)^2 + (1 - x)^2", "-1.2", "1", tab="Newton", **_window("-3", "3", "-4", "2")),
        "Newton's method needs 7 steps, and on the way f rises to 1412. Gradient descent is not there after "
        "1000. The condition number at (1, 1) is 2508.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "himmelblau",
        "Himmelblau: four minima, one maximum",
        _plane("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "0", "0", tab="Basins", basin="newton"),
        "From (0, 0) Newton's method goes to the maximum at (−0.270845, −0.923039), damped Newton to the "
        "minimum at (3, 2). Nine level places share the basins.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "camel",
        "Six humps: two lowest of six minima",
        _plane("4x^2 - 2.1x^4 + x^6/3 + x*y - 4y^2 + 4y^4", "0.5", "-0.5", tab="Critical points"),
        "Newton's method arrives at (0.089842, −0.712656), where f is −1.03163. The point on the other side "
        "of (0, 0) is as low.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "degenerate-valley",
        "A cross of minima: x²y²",
        _plane("x^2*y^2", "1", "2", tab="Newton"),
        "f is 0 on both axes and nowhere less. There one eigenvalue of H is 0, and each Newton step leaves "
        "two thirds of the distance.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "flat-bottom",
        "Convex, and the minimum is not unique",
        _curve("max(|x| - 1, 0)", "2", tab="Convexity"),
        "Every x from −1 to 1 is a minimum. At 2 f″ is 0 and f′ is 1, so Newton's method has no step.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "no-minimum",
        "Convex, and no minimum: eˣ",
        _curve("e^x", "0", tab="Newton", **_window("-6", "2", "-1", "6")),
        "f′ and f″ are equal, so every Newton step is 1 to the left, for ever.",
        OWN,
    ),
    Example(
        "hessian_newton",
        "cube-roots",
        "Three roots, one fractal: z³ − 1",
        _plane("2x^2 + 3y^2 - x*y", "1.5", "-1.5", tab="Basins", basin="complex", p="z^3 - 1"),
        "Each complex start has the colour of the root that Newton's method finds from there. Where two "
        "colours meet the third is always between them.",
        OWN,
    ),
)
