"""How large a tree is, in every way that costs time: counted from the leaves up, in one pass."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.expression.powers import exact_value
from core.expression.tree import Binary, Call, Negate, Node, Number, Variable, children

# beyond every limit, and still a float
_UNCOUNTED = 10**12

_ROOTS = {"sqrt": Fraction(1, 2), "cbrt": Fraction(1, 3)}


@dataclass(frozen=True, slots=True)
class Measure:
    """The sizes of one subtree.

    depth: levels of nesting; a sum or product of many terms is one level.
    functions: functions within one another.
    towers: powers with a variable in the exponent, within one another; exp counts as one.
    degree, roots: constant powers p/q within one another, multiplied: what |p/q| and q come to.
    bits: the length of the longest numerator or denominator that exact arithmetic could make of its numbers.
    bits_inside: the same of what stands in a function or under a root, where SymPy looks for factors.
    constant: no variable stands in it. plain_sum: a sum that a power would have to expand.
    """

    depth: int = 1
    functions: int = 0
    towers: int = 0
    degree: float = 1.0
    roots: int = 1
    bits: float = 0.0
    bits_inside: float = 0.0
    constant: bool = True
    plain_sum: bool = False

    @property
    def polynomial(self) -> float:
        """The degree in x^(1/q) where all roots are powers of that: what polynomial arithmetic works with."""
        return self.degree * self.roots


def post_order(tree: Node) -> Iterator[Node]:
    """Every node after its children, without recursion."""
    stack = [(tree, False)]
    while stack:
        node, expanded = stack.pop()
        if expanded:
            yield node
        else:
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(children(node)))


def measure(node: Node, below: Sequence[Measure], values: Mapping[int, float]) -> Measure:
    """The measure of a node from those of its children; `values` holds constants' values by id."""
    match node:
        case Number(value):
            return Measure(bits=max(value.numerator.bit_length(), value.denominator.bit_length()))
        case Variable():
            return Measure(constant=False)
    if not below:
        return Measure()
    power, fraction = _constant_power(node, values)
    constant = all(part.constant for part in below)
    plain_sum = not constant and _is_plain_sum(node, below)
    # 12^(p/q) becomes 2^(2p/q)·3^(p/q), with the primes raised to p
    raised = (
        power
        if plain_sum or fraction.denominator == 1
        else max(power, min(abs(fraction.numerator), _UNCOUNTED))
    )
    return Measure(
        depth=_depth(node, below),
        functions=max(part.functions for part in below) + isinstance(node, Call),
        towers=max(part.towers for part in below) + (not constant and _is_tower(node, values)),
        degree=max(part.degree for part in below) * max(1.0, power),
        roots=min(math.lcm(*(part.roots for part in below)) * fraction.denominator, _UNCOUNTED),
        bits=_bits(node, below) * max(1, math.ceil(raised)),
        bits_inside=_bits_inside(node, below, fraction),
        constant=constant,
        plain_sum=plain_sum,
    )


def _constant_power(node: Node, values: Mapping[int, float]) -> tuple[float, Fraction]:
    """(|p|, p) of u^p with a constant p, the second exact if it is rational; else 1."""
    match node:
        case Binary("^", _, exponent) if id(exponent) in values:
            return abs(values[id(exponent)]), exact_value(exponent) or Fraction(1)
        case Call(function) if function in _ROOTS:
            return 1.0, _ROOTS[function]
        case _:
            return 1.0, Fraction(1)


def _bits(node: Node, below: Sequence[Measure]) -> float:
    match node:
        case Binary("+" | "-"):
            return below[0].bits + below[1].bits + 1
        case Binary("^") if below[1].constant:
            return below[0].bits
        case _:
            return sum(part.bits for part in below)


def _bits_inside(node: Node, below: Sequence[Measure], fraction: Fraction) -> float:
    if isinstance(node, Call) or fraction.denominator > 1:
        return max(part.bits for part in below)
    return max(part.bits_inside for part in below)


def _is_tower(node: Node, values: Mapping[int, float]) -> bool:
    match node:
        case Binary("^", _, exponent):
            return id(exponent) not in values
        case Call(function):
            return function == "exp"
        case _:
            return False


def _depth(node: Node, below: Sequence[Measure]) -> int:
    if isinstance(node, Binary) and isinstance(node.left, Binary) and _same_level(node, node.left):
        return max(below[0].depth, below[1].depth + 1)
    return max(part.depth for part in below) + 1


def _same_level(node: Binary, left: Binary) -> bool:
    return any(node.operator in level and left.operator in level for level in ("+-", "*/"))


def _is_plain_sum(node: Node, below: Sequence[Measure]) -> bool:
    """Whether the power of this node is the power of a sum: (x+1), 2(x+1), (x+1)^2, but not sin(x+1)."""
    match node:
        case Binary("+" | "-"):
            return True
        case Binary("^"):
            return below[0].plain_sum
        case Binary() | Negate():
            return any(part.plain_sum for part in below)
        case _:
            return False
