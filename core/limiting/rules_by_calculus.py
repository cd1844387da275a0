"""Rules that differentiate: L'Hôpital, the quotient it needs, and the leading term of the series."""

import sympy

from core.limiting.form import Form, arrival
from core.limiting.one_side import T, X, place, seen_from, sign_near
from core.limiting.problem import Move, Problem, back_in_x, latex

_QUOTIENT_FORMS = (r"\frac{0}{0}", r"\frac{\infty}{\infty}")


def as_quotient(problem: Problem) -> Move | None:
    """u·log v → log v / (1/u): 0·∞ as a quotient, the logarithm on top."""
    form = arrival(problem, problem.function)
    if not isinstance(form, Form) or form.name != r"0 \cdot \infty" or form.part != problem.function:
        return None
    factors = sympy.Mul.make_args(problem.function)
    over = [factor for factor in factors if factor.has(sympy.log)] or [
        factor for factor in factors if problem.limit(factor) in (sympy.oo, -sympy.oo)
    ]
    top = sympy.Mul(*over)
    rest = sympy.Mul(*(factor for factor in factors if factor not in over))
    bottom = 1 / rest
    if not over or rest == 1 or sympy.fraction(rest)[1].has(X):
        return None
    return _differentiated(problem, top, bottom, "Write the product as a quotient, then ")


def lhopital(problem: Problem) -> Move | None:
    """u/v → u'/v', where both tend to 0 or both grow without bound, v' ≠ 0 near the point."""
    function = (
        sympy.together(problem.function) if isinstance(problem.function, sympy.Add) else problem.function
    )
    top, bottom = sympy.fraction(function)
    return _differentiated(problem, top, bottom, "")


def _differentiated(problem: Problem, top: sympy.Expr, bottom: sympy.Expr, opening: str) -> Move | None:
    if not bottom.has(X):
        return None
    ends = [problem.limit(top), problem.limit(bottom)]
    if not _are_lhopitals(*ends):
        return None
    slopes = [part.diff(X) for part in (top, bottom)]
    if problem.limit(slopes[0] / slopes[1]) is None or not _keeps_off_zero(problem, slopes[1]):
        return None
    following = problem.of(_tidy(slopes[0] / slopes[1]))
    over, under = (rf"\left({latex(part)}\right)'" for part in (top, bottom))
    form = "0/0" if ends[0] == 0 else "∞/∞"
    why = (
        f"{opening}L'Hôpital: the form is {form}, top and bottom have derivatives near the point, "
        "that of the bottom is not 0 there, and the quotient of the derivatives has a limit."
    )
    fraction = rf"\frac{{{over}}}{{{under}}}"
    return Move(
        "L'Hôpital", f"{problem.latex(fraction)} = {following.latex()}", _capital(why), following=following
    )


def _keeps_off_zero(problem: Problem, slope: sympy.Expr) -> bool:
    """Whether v' has a sign near the point on each side. Raises NotImplementedError where nobody knows."""
    ends = (seen_from(slope, problem.point, side) for side in problem.sides)
    return all(sign_near(seen, end) != 0 for seen, end in ends)


def _are_lhopitals(top: sympy.Expr | None, bottom: sympy.Expr | None) -> bool:
    """0/0 or ±∞/±∞."""
    if top is None or bottom is None:
        return False
    return bool((top.is_zero and bottom.is_zero) or (top.is_infinite and bottom.is_infinite))


def leading_term(problem: Problem) -> Move | None:
    """f(x) → c·(x − a)ⁿ, the first term of its series, which decides."""
    side = problem.sides[0]
    # a staircase has no series, whatever SymPy makes of it
    if problem.point.infinite or problem.function.has(sympy.floor, sympy.ceiling):
        return None
    term = problem.function.subs(X, place(problem.point, side)).as_leading_term(T)
    following = problem.of(sympy.powsimp(back_in_x(term, problem.point, side)))
    if term.has(sympy.log) or following.function == problem.function:
        return None
    why = "Near the point f behaves like the first term of its series; all others are smaller."
    return Move("Leading term of the series", following.latex(), why, following=following)


def _tidy(quotient: sympy.Expr) -> sympy.Expr:
    """One fraction with small numbers; no deep simplification, which may hide what was done."""
    shorter = (
        sympy.cancel(quotient)
        if quotient.is_rational_function(X)
        else sympy.fraction(sympy.together(quotient))
    )
    if isinstance(shorter, tuple):
        return sympy.powsimp(shorter[0] / shorter[1])
    return shorter


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
