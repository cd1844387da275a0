"""The rules for sums, products, quotients and powers. Each docstring is before → after; c, n are constant."""

from core.derivation.rules.moves import Move
from core.derivation.terms.building import (
    ONE,
    TWO,
    ZERO,
    E,
    call,
    depends,
    minus,
    number,
    over,
    plus,
    power,
    times,
)
from core.derivation.terms.slots import part, slope
from core.derivation.terms.tidying import tidied
from core.expression.powers import exact_value
from core.expression.tree import Binary, Call, Negate, Node, Variable

U, V, DU, DV = part(0), part(1), slope(0), slope(1)


def constant(f: Node, x: str) -> Move | None:
    """d/dx [c] → 0"""
    return None if depends(f, x) else Move((), f, ZERO)


def identity(f: Node, x: str) -> Move | None:
    """d/dx [x] → 1"""
    return Move((), f, ONE) if f == Variable(x) else None


def opposite(f: Node, x: str) -> Move | None:
    """d/dx [−u] → −u′"""
    c, u = _split(f, x)
    return Move((u,), Negate(U), Negate(DU)) if u and c == Negate(ONE) else None


def constant_multiple(f: Node, x: str) -> Move | None:
    """d/dx [c·u] → c·u′"""
    match f:
        case Binary("/", u, c) if not depends(c, x) and _split(u, x)[0] is None:
            return Move((u,), over(U, c), over(DU, c))
    factor, rest = _split(f, x)
    if factor is None or rest is None:
        return None
    if isinstance(factor, Negate):
        return Move((rest,), Negate(times(factor.operand, U)), Negate(times(factor.operand, DU)))
    return Move((rest,), times(factor, U), times(factor, DU))


def total(f: Node, x: str) -> Move | None:  # noqa: ARG001
    """d/dx [u + v − w] → u′ + v′ − w′"""
    if not isinstance(f, Binary) or f.operator not in "+-":
        return None
    terms = _terms(f)
    signs = [sign for sign, _ in terms]
    before, after = ([slot(place) for place in range(len(terms))] for slot in (part, slope))
    return Move(tuple(term for _, term in terms), _signed(signs, before), _signed(signs, after))


def power_rule(f: Node, x: str) -> Move | None:
    """d/du [uⁿ] → n·uⁿ⁻¹"""
    match f:
        case Binary("^", u, n) if depends(u, x) and not depends(n, x):
            exact = exact_value(n)
            less = minus(n, ONE) if exact is None else number(exact - 1, like=n)
            lowered = ONE if less == ZERO else U if less == ONE else power(U, less)
            return Move((u,), power(U, n), ZERO if exact == 0 else times(n, lowered), outer=True)
    return None


def product(f: Node, x: str) -> Move | None:  # noqa: ARG001
    """d/dx [u·v·w] → u′·v·w + u·v′·w + u·v·w′"""
    factors = _factors(f)
    if len(factors) == 1:
        return None
    places = range(len(factors))
    terms = [times(*(slope(k) if k == moving else part(k) for k in places)) for moving in places]
    after = terms[0]
    for term in terms[1:]:
        after = plus(after, term)
    return Move(tuple(factors), times(*map(part, places)), after)


def reciprocal_as_power(f: Node, x: str) -> Move | None:  # noqa: ARG001
    """d/dx [1/uⁿ] → d/dx [u⁻ⁿ]"""
    match f:
        case Binary("/", top, below) if top == ONE:
            return Move((_raised(below),), f, DU)
    return None


def quotient(f: Node, x: str) -> Move | None:  # noqa: ARG001
    """d/dx [u/v] → (u′·v − u·v′)/v²"""
    match f:
        case Binary("/", u, v):
            return Move((u, v), over(U, V), over(minus(times(DU, V), times(U, DV)), power(V, TWO)))
    return None


def exponential(f: Node, x: str) -> Move | None:
    """d/du [aᵘ] → aᵘ·ln a, and eᵘ → eᵘ"""
    match f:
        case Binary("^", a, u) if depends(u, x) and not depends(a, x):
            if a == E:
                return Move((u,), power(E, U), power(E, U), outer=True)
            # 0^u is 0 wherever it has a value, and log 0 has none.
            after = ZERO if exact_value(a) == 0 else times(power(a, U), call("log", a))
            return Move((u,), power(a, U), after, outer=True)
    return None


def logarithm_of_base(f: Node, x: str) -> Move | None:
    """d/du [log_b u] → 1/(u·ln b)"""
    match f:
        case Call("log", (u, b)) if not depends(b, x):
            return Move((u,), call("log", U, b), over(ONE, times(U, call("log", b))), outer=True)
    return None


def change_of_base(f: Node, x: str) -> Move | None:  # noqa: ARG001
    """d/dx [log_v u] → d/dx [ln u / ln v]"""
    match f:
        case Call("log", (u, v)):
            return Move((over(call("log", u), call("log", v)),), f, DU)
    return None


def logarithmic_differentiation(f: Node, x: str) -> Move | None:
    """d/dx [uᵛ] → uᵛ·d/dx [v·ln u]"""
    match f:
        case Binary("^", u, v) if depends(u, x) and depends(v, x):
            return Move((times(v, call("log", u)),), f, times(f, DU))
    return None


def _split(f: Node, x: str) -> tuple[Node | None, Node | None]:
    """(c, u) with f = c·u, where c holds no x and u has no constant factor; None for a missing one."""
    if not depends(f, x):
        return f, None
    match f:
        case Negate(operand):
            c, u = _split(operand, x)
            return tidied(Negate(ONE if c is None else c)), u
        case Binary("*", left, right):
            (c, u), (d, v) = _split(left, x), _split(right, x)
            return _joined(c, d), _joined(u, v)
        case Binary("/", left, right) if not depends(right, x):
            c, u = _split(left, x)
            return tidied(over(ONE if c is None else c, right)), u
        case Binary("/", left, right) if not depends(left, x) and left != ONE:
            return left, over(ONE, right)
        case _:
            return None, f


def _joined(left: Node | None, right: Node | None) -> Node | None:
    if left is None or right is None:
        return right if left is None else left
    return tidied(times(left, right))


def _terms(f: Node) -> list[tuple[str, Node]]:
    """The terms with their signs: a − b + c is +a, −b, +c."""
    match f:
        case Binary(("+" | "-") as sign, left, right):
            return [*_terms(left), (sign, right)]
        case _:
            return [("+", f)]


def _signed(signs: list[str], terms: list[Variable]) -> Node:
    total: Node = terms[0]
    for sign, term in zip(signs[1:], terms[1:], strict=True):
        total = plus(total, term) if sign == "+" else minus(total, term)
    return total


def _factors(f: Node) -> list[Node]:
    match f:
        case Binary("*", left, right):
            return [*_factors(left), *_factors(right)]
        case _:
            return [f]


def _raised(below: Node) -> Node:
    """1/below as one power."""
    match below:
        case Binary("^", base, exponent):
            return power(base, tidied(Negate(exponent)))
        case Call("exp", (exponent,)):
            return call("exp", tidied(Negate(exponent)))
        case Call("sqrt", (base,)):
            return power(base, Negate(over(ONE, TWO)))
        case _:
            return power(below, Negate(ONE))
