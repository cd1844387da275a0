"""Rules that rewrite f: factor and cancel, common denominator, conjugate, dominant term."""

import sympy

from core.expression.smooth import RealPower
from core.limiting.form import OSCILLATING, Form, arrival
from core.limiting.one_side import X
from core.limiting.problem import Move, Problem, latex

_FAR = sympy.Symbol("far", positive=True)
_INFINITE_FORMS = (r"\frac{\infty}{\infty}", r"\infty - \infty", OSCILLATING)


def cancel(problem: Problem) -> Move | None:
    """(x² − 1)/(x − 1) → x + 1: a factor that top and bottom share."""
    top, bottom = sympy.fraction(sympy.together(problem.function))
    if not (top.is_polynomial(X) and bottom.is_polynomial(X) and bottom.has(X)):
        return None
    shorter = sympy.cancel(top / bottom)
    if sympy.degree(sympy.fraction(shorter)[1], X) >= sympy.degree(bottom, X):
        return None
    factored = rf"\frac{{{latex(sympy.factor(top))}}}{{{latex(sympy.factor(bottom))}}}"
    following = problem.of(shorter)
    return Move(
        "Factor and cancel",
        f"{problem.latex(factored)} = {following.latex()}",
        "Near the point x is not equal to it, so the common factor is not 0 and may be cancelled.",
        following=following,
        kind="same function",
    )


def common_denominator(problem: Problem) -> Move | None:
    """1/u − 1/v → (v − u)/(uv), where both grow."""
    joined = sympy.together(problem.function)
    form = arrival(problem, problem.function)
    if not (isinstance(problem.function, sympy.Add) and isinstance(form, Form)) or joined == problem.function:
        return None
    if not sympy.fraction(joined)[1].has(X):
        return None
    following = problem.of(joined)
    why = "The difference of two large terms says nothing; one fraction does."
    return Move("Bring to one denominator", following.latex(), why, following=following, kind="same function")


def conjugate(problem: Problem) -> Move | None:
    """(√u − v)/w → (u − v²)/(w·(√u + v))."""
    for factor in sympy.Mul.make_args(problem.function):
        part, power = factor.as_base_exp()
        terms = sorted(sympy.Add.make_args(part), key=lambda term: not _is_root(term))
        if len(terms) != 2 or abs(power) != 1 or not _is_root(terms[0]) or not _cancels(problem, *terms):
            continue
        first, second = terms
        other = first - second
        rest = sympy.Mul(*(one for one in sympy.Mul.make_args(problem.function) if one != factor))
        squares = sympy.expand(first**2 - second**2) ** power * rest
        following = problem.of(
            (sympy.cancel(squares) if squares.is_rational_function(X) else squares) / other**power
        )
        why = "(a + b)(a − b) = a² − b² takes the root away: multiply top and bottom by the conjugate."
        shown = rf"{problem.latex()} \cdot \frac{{{latex(other)}}}{{{latex(other)}}}"
        line = f"{shown} = {following.latex()}"
        return Move("Multiply by the conjugate", line, why, following=following, kind="same function")
    return None


def factor_out(problem: Problem) -> Move | None:
    """x − x² → x²·(1/x − 1): the term that grows fastest, out of a sum that is ∞ − ∞."""
    form = arrival(problem, problem.function)
    if not isinstance(form, Form) or form.name != r"\infty - \infty" or form.part != problem.function:
        return None
    largest = _largest(problem, problem.function)
    if largest is None:
        return None
    rest = _divided(problem, problem.function, largest)
    end = arrival(problem, rest)
    if isinstance(end, Form) or end.is_zero:
        return None
    following = problem.of(sympy.Mul(largest, rest, evaluate=False))
    why = "The term that grows fastest decides: in brackets, everything else settles."
    return Move(
        "Factor out the dominant term", following.latex(), why, following=following, kind="same function"
    )


def dominant(problem: Problem) -> Move | None:
    """(3x² + 1)/(x² − x) → (3 + 1/x²)/(1 − 1/x): divide by what grows fastest below."""
    top, bottom = sympy.fraction(sympy.together(problem.function))
    form = arrival(problem, problem.function)
    if not isinstance(form, Form) or form.name not in _INFINITE_FORMS or not bottom.has(X):
        return None
    largest = _largest(problem, bottom)
    if largest is None:
        return None
    over, under = (_divided(problem, part, largest) for part in (top, bottom))
    following = problem.of(over / under)
    fraction = rf"\frac{{{latex(over)}}}{{{latex(under)}}}"
    if isinstance(arrival(problem, under), Form) or under == bottom:
        return None
    return Move(
        "Divide by the dominant term",
        problem.latex(fraction),
        "Top and bottom are divided by the term of the denominator that grows fastest; what is left settles.",
        following=following,
        kind="same function",
    )


def _is_root(term: sympy.Expr) -> bool:
    return any(power.exp == sympy.S.Half and power.base.has(X) for power in term.atoms(sympy.Pow))


def _cancels(problem: Problem, first: sympy.Expr, second: sympy.Expr) -> bool:
    """Whether the two terms take each other away: c − c, or ∞ − ∞."""
    one, other = problem.limit(first), problem.limit(second)
    if one is None or other is None:
        return False
    total = one + other
    return bool(total.is_zero or total is sympy.nan)


def _largest(problem: Problem, part: sympy.Expr) -> sympy.Expr | None:
    """The term beside which the others vanish; of a root, the root of its largest term."""
    best: sympy.Expr | None = None
    for term in sympy.Add.make_args(sympy.expand(part)):
        _, size = term.as_independent(X, as_Add=False)
        size = _size(problem, size)
        if size is None:
            return None
        if best is None:
            best = size
            continue
        ratio = problem.limit(size / best)
        if ratio is None:
            return None
        best = size if ratio.is_infinite else best
    return best


def _size(problem: Problem, term: sympy.Expr) -> sympy.Expr | None:
    root = _sum_under_a_root(term)
    if root is None:
        return term
    inside, power = root
    inner = _largest(problem, inside)
    return None if inner is None or not inner.is_polynomial(X) else _root_of(problem, inner, power)


def _root_of(problem: Problem, part: sympy.Expr, power: sympy.Rational) -> sympy.Expr:
    """√(x²) as x or −x, whichever is positive near the end; odd roots keep the sign."""
    sense = problem.point.infinite or 1
    far = part.subs(X, sense * _FAR)
    size = sympy.powdenest(RealPower(far, power) if power.q % 2 else far**power, force=True)
    return size.subs(_FAR, sense * X)


def _sum_under_a_root(term: sympy.Expr) -> tuple[sympy.Expr, sympy.Rational] | None:
    """(u, r) of u^r, where u is a sum and r a fraction."""
    inside, power = term.args if isinstance(term, RealPower) else term.as_base_exp()
    if isinstance(inside, sympy.Add) and power.is_Rational and not power.is_Integer:
        return inside, power
    return None


def _divided(problem: Problem, part: sympy.Expr, by: sympy.Expr) -> sympy.Expr:
    """Each term of a sum divided, under the root where it is one."""
    quotients = []
    for term in sympy.Add.make_args(sympy.expand(part)):
        constant, size = term.as_independent(X, as_Add=False)
        root = _sum_under_a_root(size)
        if root is None:
            quotients.append(sympy.powsimp(sympy.cancel(size / by)) * constant)
        else:
            quotients.append(constant * _divided_root(problem, *root, by))
    return sympy.Add(*quotients)


def _divided_root(problem: Problem, inside: sympy.Expr, power: sympy.Rational, by: sympy.Expr) -> sympy.Expr:
    """u^r/v = (u/v^(1/r))^r, with the sign of v where the root cannot carry it."""
    under = sympy.Add(*(sympy.powsimp(sympy.cancel(term / by ** (1 / power))) for term in inside.args))
    if power.q % 2 and power.p == 1:
        return RealPower(under, power)
    far = by.subs(X, (problem.point.infinite or 1) * _FAR)
    return (-1 if far.could_extract_minus_sign() else 1) * under**power
