"""The myths of Gradient, each a statement of the sources with the numbers that refute it."""

import math

import numpy as np

from core.curvature import hessian_at
from core.descent import run
from core.expression import parse
from core.gradient import gradient_at
from core.jacobian import jacobian, vector_function
from core.myths.myth import Counterexample, Myth
from core.numbers import number

_PLANE = ("x", "y")


def _mixed_is_a_sum() -> Counterexample:
    z = parse("x^2 + y^2", _PLANE)
    mixed = float(hessian_at(z, (1.0, 2.0)).matrix[0, 1])
    across, up = gradient_at(z, (1.0, 2.0)).vector.tolist()
    return Counterexample(
        f"For z = x² + y² the slope along y is 2y, and its slope along x is {number(mixed)}. "
        f"The sum z_x + z_y at (1, 2) is {number(across + up)}.",
        mixed == 0 and across + up == 6.0,
    )


def _direction_is_atan() -> Counterexample:
    f = parse("x^2 + y^2", _PLANE)
    across, up = gradient_at(f, (-1.0, -1.0)).vector.tolist()
    by_atan, right = (math.degrees(angle) for angle in (math.atan(up / across), math.atan2(up, across)))
    upright = gradient_at(f, (0.0, 1.0)).vector.tolist()
    return Counterexample(
        f"At (−1, −1) on x² + y² the gradient is ({number(across)}, {number(up)}): tan⁻¹ says "
        f"{number(by_atan)}°, the opposite of atan2, {number(right)}°. At (0, 1) f_x is "
        f"{number(upright[0])}, and f_y/f_x does not exist; atan2 says "
        f"{number(math.degrees(math.atan2(upright[1], upright[0])))}°.",
        math.isclose(by_atan - right, 180.0) and upright[0] == 0 and upright[1] != 0,
    )


def _jacobian_is_n_by_m() -> Counterexample:
    f = vector_function("x y\nx + y\nsin x", _PLANE)
    matrix = jacobian(f).at((1.0, 2.0)).matrix
    rows, columns = matrix.shape
    step = np.array([0.001, -0.002])
    start, end = f(1.0, 2.0), f(*(np.array([1.0, 2.0]) + step))
    gap = float(np.abs(end - start - matrix @ step).max())
    return Counterexample(
        f"(x·y, x + y, sin x) has 2 inputs and 3 outputs, and its Jacobian is {rows} × {columns}: times a "
        f"step of 2 coordinates it gives 3 changes, here within {number(gap, 2)} of the true ones.",
        (rows, columns) == (3, 2) and gap < 1e-5,
    )


def _component_is_steepest() -> Counterexample:
    slope = gradient_at(parse("x^2 + 4y^2", _PLANE), (1.0, 1.0))
    across, up = slope.vector.tolist()
    return Counterexample(
        f"On x² + 4y² at (1, 1) the slope along x is {number(across)} and along y {number(up)}. Along the "
        f"whole vector ({number(across)}, {number(up)}) it is {number(slope.magnitude)}.",
        slope.magnitude > max(abs(across), abs(up)),
    )


def _gradient_leads_down() -> Counterexample:
    f = parse("x^2 + 4y^2", _PLANE)
    up, down = (run(f, [1.0, 1.0], rate=0.1, steps=3, sense=sense) for sense in ("ascent", "descent"))
    start, high, low = float(up.f[0]), float(up.f[-1]), float(down.f[-1])
    return Counterexample(
        f"On x² + 4y² from (1, 1), where f = {number(start)}: three steps of 0.1 along ∇f lead to f = "
        f"{number(high)}, three along −∇f to f = {number(low)}.",
        high > start > low,
    )


def _rounded_unit_vector() -> Counterexample:
    slope = gradient_at(parse("x^2 + 2x y - y", _PLANE), (-0.2, 1.0)).vector
    u = np.array([0.71, 0.71])
    length = float(np.hypot(*u))
    rounded, exact = float(slope @ u), float(slope @ (u / length))
    return Counterexample(
        f"(0.71, 0.71) has length {number(length, 5)}. On x² + 2xy − y at (−0.2, 1) it gives "
        f"{number(rounded)}; divided by its length it gives {number(exact)}, the slope per unit of way.",
        abs(length - 1) > 0.004 and abs(rounded - exact) > 5e-4,
    )


def _seen(g: str, px: str, py: str, tab: str, **more: str) -> dict[str, str]:
    return {"g": g, "px": px, "py": py, "tab": tab, **more}


GRADIENT = (
    Myth(
        "gradient",
        "mixed-is-a-sum",
        "The mixed partial derivative of z is z_x + z_y.",
        "It is the slope along x of the slope along y: one derivative after the other, not their sum.",
        _seen("x^2 + y^2", "1", "2", "Second partials"),
        _mixed_is_a_sum,
    ),
    Myth(
        "gradient",
        "direction-is-atan",
        "The direction of the gradient is θ = tan⁻¹(f_y/f_x).",
        "It is atan2(f_y, f_x). The quotient forgets the signs, and does not exist where f_x = 0.",
        _seen("x^2 + y^2", "-1", "-1", "Steps", step="3"),
        _direction_is_atan,
    ),
    Myth(
        "gradient",
        "jacobian-is-n-by-m",
        "The Jacobian of a function from ℝⁿ to ℝᵐ is an n × m matrix.",
        "It is m × n: a row for each output, a column for each input, J_ij = ∂f_i/∂x_j.",
        {"tab": "Jacobian", "map": "x y\nx + y\nsin x", "m1": "1", "m2": "2"},
        _jacobian_is_n_by_m,
    ),
    Myth(
        "gradient",
        "component-is-steepest",
        "Each component of the gradient is the steepest ascent in its dimension.",
        "A component is the slope along its axis. The steepest direction is the whole vector, and |∇f| its "
        "slope.",
        _seen("x^2 + 4y^2", "1", "1", "Direction", angle="90"),
        _component_is_steepest,
    ),
    Myth(
        "gradient",
        "gradient-leads-down",
        "Follow the gradient to the minimum.",
        "The gradient points uphill. Descent follows −∇f.",
        _seen("x^2 + 4y^2", "1", "1", "Slices"),
        _gradient_leads_down,
    ),
    Myth(
        "gradient",
        "rounded-unit-vector",
        "With u = (0.71, 0.71), ∇f · u is the slope in that direction.",
        "Only a u of length 1 gives a slope per unit of way: divide by |u| first.",
        _seen("x^2 + 2x y - y", "-0.2", "1", "Direction", angle="45"),
        _rounded_unit_vector,
    ),
)
"""E14, E15, E16, E17 twice and E47 of the errata, in this order."""
