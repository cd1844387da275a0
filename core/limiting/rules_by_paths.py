"""There is no limit when two ways to the point lead to different values."""

import sympy

from core.limiting.one_side import X
from core.limiting.problem import Move, Problem, latex

_TURNS = (
    (r"\frac{\pi}{2} + 2\pi n", sympy.S.One, sympy.S.Zero),
    (r"-\frac{\pi}{2} + 2\pi n", sympy.S.NegativeOne, sympy.S.Zero),
    (r"2\pi n", sympy.S.Zero, sympy.S.One),
    (r"\pi + 2\pi n", sympy.S.Zero, sympy.S.NegativeOne),
    (r"\frac{\pi}{4} + 2\pi n", 1 / sympy.sqrt(2), 1 / sympy.sqrt(2)),
)
"""Angles u, with sin u and cos u."""


def two_paths(problem: Problem) -> Move | None:
    """sin(1/x): along 1/x = π/2 + 2πn it is 1, along 1/x = −π/2 + 2πn it is −1.

    Applies where all that oscillates is sines and cosines of one u that grows without bound: a continuous u
    takes each of those angles ever closer to the point.
    """
    waves = _in_sines(problem.function)
    angles = {wave.args[0] for wave in waves.atoms(sympy.sin, sympy.cos) if wave.has(X)}
    if len(angles) != 1:
        return None
    (angle,) = angles
    end = problem.limit(angle) or problem.limit(-angle) or problem.limit(abs(angle))
    if end is None or not end.is_infinite:
        return None
    found: dict[sympy.Expr, str] = {}
    for turn, sine, cosine in _TURNS:
        along = _along(waves, angle, sine, cosine)
        value = None if along is None else problem.limit(along)
        if value is not None:
            found.setdefault(value, turn)
    if len(found) < 2:
        return None
    lines = r" \\ ".join(
        rf"{latex(angle)} = {turn} &:\quad {latex(problem.function)} \to {latex(value)}"
        for value, turn in list(found.items())[:2]
    )
    why = "Both sequences of x come as near as you like, and f goes to different values: there is no limit."
    return Move("Two ways to come near", rf"\begin{{aligned}} {lines} \end{{aligned}}", why)


def _along(
    function: sympy.Expr, angle: sympy.Expr, sine: sympy.Expr, cosine: sympy.Expr
) -> sympy.Expr | None:
    """f where u has those sine and cosine; None at a pole."""
    along = function.subs({sympy.sin(angle): sine, sympy.cos(angle): cosine})
    return None if along.has(sympy.zoo, sympy.nan) else along


def _in_sines(function: sympy.Expr) -> sympy.Expr:
    """tan, cot, sec and csc written with sin and cos."""
    return (
        function.replace(sympy.tan, lambda u: sympy.sin(u) / sympy.cos(u))
        .replace(sympy.cot, lambda u: sympy.cos(u) / sympy.sin(u))
        .replace(sympy.sec, lambda u: 1 / sympy.cos(u))
        .replace(sympy.csc, lambda u: 1 / sympy.sin(u))
    )
