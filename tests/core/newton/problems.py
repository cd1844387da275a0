"""Functions for Newton's method, with what is known of them."""

from core.expression import Expression, parse

PLANE = ("x", "y")
QUARTIC = parse("x^4 + 0.8y^4 + 4x^2 + 2y^2 - x*y - 0.2x^2*y", PLANE)
HIMMELBLAU = parse("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", PLANE)
ROSENBROCK = parse("100(y - x^2)^2 + (1 - x)^2", PLANE)
OMEGA = parse("e^x - log(x)")


def plane(text: str) -> Expression:
    return parse(text, PLANE)
