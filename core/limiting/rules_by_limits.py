"""Rules that use limits already known: constants, put in, sums and products, known quotients, squeezing."""

from collections.abc import Callable

import sympy

from core.limiting.form import Form, arrival
from core.limiting.one_side import X
from core.limiting.problem import Move, Problem, latex

_KNOWN = {
    sympy.sin: r"\frac{\sin u}{u}",
    sympy.tan: r"\frac{\tan u}{u}",
    sympy.asin: r"\frac{\arcsin u}{u}",
    sympy.atan: r"\frac{\arctan u}{u}",
    sympy.sinh: r"\frac{\sinh u}{u}",
    sympy.tanh: r"\frac{\tanh u}{u}",
}
_BOUNDED = (sympy.sin, sympy.cos, sympy.atan, sympy.tanh, sympy.erf)


def constant(problem: Problem) -> Move | None:
    """lim c → c"""
    if problem.function.has(X):
        return None
    why = "There is no x here: the number is the same at every step of the way."
    return Move("A constant", latex(problem.function), why, value=problem.function)


def put_in(problem: Problem) -> Move | None:
    """lim f(x) → f(a), where the limit laws allow it."""
    end = arrival(problem, problem.function)
    if isinstance(end, Form):
        return None
    value = end if end.is_infinite else problem.limit()
    if value is None or (end != value and sympy.simplify(end - value) != 0):
        return None
    if value.is_infinite:
        why = "The laws for limits leave one way: the size grows without bound, and the sign is settled."
    elif _is_value(problem, value):
        why = "What f is made of is continuous here: the limit is the value."
    else:
        why = "Every part has a limit here, and the laws for sums, products and quotients put them together."
    return Move("Put in", latex(value), why, value=value)


def _is_value(problem: Problem, limit: sympy.Expr) -> bool:
    """Whether the limit is f(a): e^(1/x) tends to 0 from the left of 0, and has no value there."""
    if problem.point.infinite:
        return False
    at = problem.function.subs(X, problem.point.sympy)
    return bool(at == limit or (at.is_real and sympy.simplify(at - limit) == 0))


def known_quotients(problem: Problem) -> Move | None:
    """sin(3x)/x → 3x/x, because sin u / u → 1."""
    top, bottom = sympy.fraction(problem.function)
    used: dict[str, sympy.Expr] = {}
    new = _replaced(problem, top, used) / _replaced(problem, bottom, used)
    if not used:
        return None
    following = problem.of(sympy.powsimp(sympy.cancel(new) if new.is_rational_function(X) else new))
    facts = r",\; ".join(rf"{name} \to 1" for name in used)
    why = "The quotient is known to tend to 1 as u → 0, so such a factor may give way to its simple partner."
    return Move("Known limits", rf"{following.latex()} \qquad \left({facts}\right)", why, following=following)


def exp_of_log(problem: Problem) -> Move | None:
    """u^v → e^(v·log u), as with 1^∞, 0⁰ and ∞⁰."""
    base, exponent = problem.function.as_base_exp()
    if isinstance(problem.function, sympy.exp) or not (base.has(X) and exponent.has(X)):
        return None
    inner = problem.of(exponent * sympy.log(base))
    why = "u^v = e^(v·log u), and the exponential function is continuous: the limit of the exponent decides."
    return _through(inner, "Write the power with exp and log", why, sympy.exp)


def continuous_outside(problem: Problem) -> Move | None:
    """lim g(u(x)) → g(lim u(x)), where g is continuous at that limit."""
    function = problem.function
    if (
        not isinstance(function, (sympy.Function, sympy.Pow))
        or len([a for a in function.args if a.has(X)]) != 1
    ):
        return None
    (inside,) = (argument for argument in function.args if argument.has(X))
    if not isinstance(arrival(problem, inside), Form):
        return None
    why = "The outer function is continuous, so the limit may be taken inside."

    def outer(value: sympy.Expr) -> sympy.Expr:
        return function.func(*(value if argument == inside else argument for argument in function.args))

    return _through(problem.of(inside), "Take the limit inside", why, outer)


def part_by_part(problem: Problem) -> Move | None:
    """lim (u + v) → lim u + lim v and lim u·v → lim u · lim v, where the parts have limits."""
    function = problem.function
    if not isinstance(function, (sympy.Add, sympy.Mul)):
        return None
    constant, _ = function.as_independent(X, as_Add=isinstance(function, sympy.Add))
    parts = _groups(problem, function, constant)
    if parts is None:
        return None
    together = function.func
    idle = 0 if isinstance(function, sympy.Add) else 1
    joined = (" + " if isinstance(function, sympy.Add) else r" \cdot ").join(
        ([] if constant == idle else [latex(constant)]) + [problem.of(part).latex() for part in parts]
    )
    return Move(
        "Part by part",
        joined,
        "Each part has a limit of its own, and they may be put together.",
        through=tuple(problem.of(part) for part in parts),
        join=lambda *values: together(constant, *values),
    )


def squeeze(problem: Problem) -> Move | None:
    """−|v| ≤ u·v ≤ |v| → 0, where |u| ≤ 1 and v → 0."""
    factors = sympy.Mul.make_args(problem.function)
    bounded = [factor for factor in factors if _bound(factor) is not None and problem.limit(factor) is None]
    if not bounded:
        return None
    size = sympy.Mul(*(bound for factor in bounded if (bound := _bound(factor)) is not None))
    rest = sympy.Mul(*(factor for factor in factors if factor not in bounded))
    if problem.limit(rest) != 0:
        return None
    wall = rf"\left|{latex(size * rest)}\right|"
    why = "The oscillating factor stays between fixed bounds, the other tends to 0: both walls close in."
    return Move(
        "Squeeze between bounds",
        rf"0 \qquad \left(-{wall} \le {latex(problem.function)} \le {wall},\; {wall} \to 0\right)",
        why,
        value=sympy.S.Zero,
    )


def squeeze_floor(problem: Problem) -> Move | None:
    """v·⌊u⌋ lies between v·(u − 1) and v·u, and where u outgrows all bounds and v → 0 both have one limit."""
    factors = sympy.Mul.make_args(problem.function)
    floors = [factor for factor in factors if isinstance(factor, sympy.floor)]
    if len(floors) != 1:
        return None
    inside = floors[0].args[0]
    rest = sympy.Mul(*(factor for factor in factors if factor not in floors))
    end = problem.limit(inside)
    if end is None or not end.is_infinite or problem.limit(rest) != 0:
        return None
    wall = problem.of(sympy.powsimp(rest * inside))
    u = latex(inside)
    bounds = rf"{u} - 1 < {latex(floors[0])} \le {u}"
    why = "The floor is less than 1 from what stands in it, and that difference tends to 0 in the product."
    shown = rf"{wall.latex()} \qquad \left({bounds}\right)"
    return Move("Squeeze between bounds", shown, why, through=(wall,), join=lambda value: value)


def _through(inner: Problem, title: str, why: str, outer: Callable[[sympy.Expr], sympy.Expr]) -> Move:
    hole = sympy.Symbol("L")
    shown = latex(outer(hole)).replace("L", rf"{{{inner.latex()}}}")
    return Move(title, shown, why, through=(inner,), join=outer)


def _replaced(problem: Problem, part: sympy.Expr, used: dict[str, sympy.Expr]) -> sympy.Expr:
    """The product with each factor that vanishes in a known way replaced by its partner."""
    factors = []
    for factor in sympy.Mul.make_args(part):
        base, power = factor.as_base_exp()
        partner = _partner(problem, base) if power.is_Rational else None
        if partner is None:
            factors.append(factor)
        else:
            used[partner[0]] = partner[1]
            factors.append(partner[1] ** power)
    return sympy.Mul(*factors)


def _partner(problem: Problem, base: sympy.Expr) -> tuple[str, sympy.Expr] | None:
    """(the known quotient, u) of a factor that behaves like u: sin u, e^u − 1, log(1 + u), 1 − cos u."""
    if type(base) in _KNOWN and problem.limit(base.args[0]) == 0:
        return _KNOWN[type(base)], base.args[0]
    if isinstance(base, sympy.log) and problem.limit(base.args[0]) == 1:
        return r"\frac{\log(1 + u)}{u}", base.args[0] - 1
    terms = sympy.Add.make_args(base)
    if len(terms) != 2:
        return None
    for sign in (1, -1):
        first, second = (sign * term for term in sorted(terms, key=lambda term: term.has(X)))
        if first == -1 and isinstance(second, sympy.exp) and problem.limit(second.args[0]) == 0:
            return r"\frac{e^u - 1}{u}", sign * second.args[0]
        if first == 1 and isinstance(-second, sympy.cos) and problem.limit((-second).args[0]) == 0:
            return r"\frac{1 - \cos u}{u^2 / 2}", sign * (-second).args[0] ** 2 / 2
    return None


def _groups(problem: Problem, whole: sympy.Expr, constant: sympy.Expr) -> list[sympy.Expr] | None:
    """The parts that have limits of their own (in a product, limits ≠ 0) and, as one part, all the others."""
    is_sum = isinstance(whole, sympy.Add)
    varying = [part for part in whole.args if part.has(X)]
    apart = [part for part in varying if _settles(problem.limit(part), is_sum)]
    others = [part for part in varying if part not in apart]
    parts = [*apart, whole.func(*others)] if others else apart
    # a constant factor alone is no reason to stop for
    if len(parts) + (is_sum and constant != 0) < 2:
        return None
    return parts if all(_settles(problem.limit(part), True) for part in parts) else None


def _settles(limit: sympy.Expr | None, even_at_zero: bool) -> bool:
    return limit is not None and bool(limit.is_finite) and (even_at_zero or limit != 0)


def _bound(factor: sympy.Expr) -> sympy.Expr | None:
    """A bound of |factor| that holds everywhere."""
    base, power = factor.as_base_exp()
    if not (isinstance(base, _BOUNDED) and power.is_Integer and power > 0):
        return None
    return (sympy.pi / 2) ** power if isinstance(base, sympy.atan) else sympy.S.One
