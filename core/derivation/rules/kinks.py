"""Functions with corners and jumps: at the corner, the jump or the border there is no line.

Nothing is called 0 there in silence: {u < 0: −1, 0 < u: 1} is |u|′, and has no value at 0.
"""

from collections.abc import Callable
from dataclasses import replace

from core.derivation.rules.moves import Move
from core.derivation.terms.building import ONE, ZERO, call, cases, depends
from core.derivation.terms.slots import part, slope
from core.expression.symbols import UNDEFINED, to_sympy
from core.expression.tree import Branch, Call, Condition, Negate, Node, Piecewise, Relation

_STRICT: dict[Relation, Relation] = {"<": "<", "<=": "<", ">": ">", ">=": ">"}


def modulus(u: Node) -> Node:
    """d/du [|u|] → −1 where u < 0, 1 where 0 < u"""
    return cases((u, "<", ZERO, Negate(ONE)), (ZERO, "<", u, ONE))


def level(u: Node) -> Node:
    """d/du [sign u], d/du [step u] → 0 where u ≠ 0"""
    return cases((u, "<", ZERO, ZERO), (ZERO, "<", u, ZERO))


def floor(u: Node) -> Node:
    """d/du [⌊u⌋] → 0 where u is no integer"""
    return cases((call("floor", u), "<", u, ZERO))


def ceiling(u: Node) -> Node:
    """d/du [⌈u⌉] → 0 where u is no integer"""
    return cases((u, "<", call("ceil", u), ZERO))


def rectifier(u: Node) -> Node:
    """d/du [relu u] → 0 where u < 0, 1 where 0 < u"""
    return cases((u, "<", ZERO, ZERO), (ZERO, "<", u, ONE))


KINKS: dict[str, Callable[[Node], Node]] = {
    "abs": modulus,
    "sign": level,
    "step": level,
    "floor": floor,
    "ceil": ceiling,
    "relu": rectifier,
}


def kinked_function(f: Node, x: str) -> Move | None:  # noqa: ARG001
    """d/du [F(u)] → the row of `KINKS` for F"""
    match f:
        case Call(name, (u,)) if name in KINKS:
            return Move((u,), call(name, part(0)), KINKS[name](part(0)), outer=True)
    return None


def extreme(f: Node, x: str) -> Move | None:  # noqa: ARG001
    """d/dx [max(u, v)] → u′ where v < u, v′ where u < v; for min the other way round"""
    match f:
        case Call(("max" | "min") as name, arguments):
            # An argument that stands twice would be a tie with itself everywhere.
            parts = tuple({to_sympy(argument): argument for argument in reversed(arguments)}.values())[::-1]
            if len(parts) == 1:
                return Move(parts, part(0), slope(0))
            places = range(len(parts))
            lines = [_ahead(name, place, [k for k in places if k != place]) for place in places]
            return Move(parts, call(name, *map(part, places)), Piecewise(tuple(lines), None))
    return None


def _ahead(name: str, place: int, others: list[int]) -> Branch:
    rest: Node = part(others[0]) if len(others) == 1 else call(name, *map(part, others))
    sides = (rest, part(place)) if name == "max" else (part(place), rest)
    return Branch(Condition(sides, ("<",)), slope(place))


def branchwise(f: Node, x: str) -> Move | None:
    """d/dx [{A: u, B: v, w}] → {inside A: u′, border of A: undefined, inside B: v′, …, w′}"""
    if not isinstance(f, Piecewise):
        return None
    kept = [branch for branch in f.branches if branch.value != UNDEFINED]
    values = [branch.value for branch in kept] + ([f.otherwise] if f.otherwise is not None else [])
    if not values:
        return Move((), f, UNDEFINED)
    places = {id(branch): place for place, branch in enumerate(kept)}
    before: list[Branch] = []
    after: list[Branch] = []
    for branch in f.branches:
        place = places.get(id(branch))
        before.append(branch if place is None else replace(branch, value=part(place)))
        after += [branch] if place is None else _inside_and_border(branch.condition, place, x)
    last = len(kept)
    if f.otherwise is None:
        return Move(tuple(values), Piecewise(tuple(before), None), _pieces(_needed(f, after), None))
    return Move(tuple(values), Piecewise(tuple(before), part(last)), _pieces(after, slope(last)))


def _needed(f: Piecewise, lines: list[Branch]) -> list[Branch]:
    """Without the border lines where f is {u < v: …, v < u: …}: no line holds at the border anyhow."""
    sides = {frozenset(branch.condition.operands) for branch in f.branches}
    strict = all(branch.condition.relations in (("<",), (">",)) for branch in f.branches)
    return [line for line in lines if line.value != UNDEFINED] if strict and len(sides) == 1 else lines


def _pieces(lines: list[Branch], otherwise: Node | None) -> Node:
    """The lines, each border once."""
    distinct: list[Branch] = []
    for line in lines:
        if not any(_same_border(line, other) for other in distinct):
            distinct.append(line)
    return Piecewise(tuple(distinct), otherwise) if distinct else otherwise or UNDEFINED


def _same_border(line: Branch, other: Branch) -> bool:
    same = set(line.condition.operands) == set(other.condition.operands)
    borders = line.condition.relations == other.condition.relations == ("=",)
    return same and borders and line.value == other.value == UNDEFINED


def _inside_and_border(condition: Condition, place: int, x: str) -> list[Branch]:
    """The line with its borders taken off, then a line without value for each border that x can cross."""
    sides = list(zip(condition.operands, condition.operands[1:], strict=False))
    crossed = [_can_cross(left, right, x) for left, right in sides]
    lines = []
    if not any(moves and sign == "=" for moves, sign in zip(crossed, condition.relations, strict=True)):
        pairs = zip(crossed, condition.relations, strict=True)
        strict = tuple(_STRICT.get(sign, sign) if moves else sign for moves, sign in pairs)
        lines.append(Branch(Condition(condition.operands, strict), slope(place)))
    for k, moves in enumerate(crossed):
        if moves:
            border = tuple("=" if j == k else sign for j, sign in enumerate(condition.relations))
            lines.append(Branch(Condition(condition.operands, border), UNDEFINED))
    return lines


def _can_cross(left: Node, right: Node, x: str) -> bool:
    """Whether moving x can turn the relation over; x against −(−x) it cannot."""
    return (depends(left, x) or depends(right, x)) and to_sympy(left) != to_sympy(right)
