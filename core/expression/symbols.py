"""Tree → SymPy and SymPy → tree. No string ever reaches SymPy but the variables' own names.

Variables are real. Reading back serves derivatives: whatever `diff` makes of the language, to any order,
becomes a tree with the same real values; what is not real, or not defined, becomes `UNDEFINED`.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import reduce

import sympy
from sympy.logic.boolalg import Boolean

from core.expression.functions import FUNCTIONS
from core.expression.kinks import Pieces, relations
from core.expression.powers import exact_value
from core.expression.smooth import RealPower
from core.expression.tree import (
    Binary,
    Branch,
    Call,
    Condition,
    Constant,
    Negate,
    Node,
    Number,
    Piecewise,
    Relation,
    Variable,
)

ZERO, ONE = Number(Fraction(0)), Number(Fraction(1))
UNDEFINED: Node = Binary("/", ZERO, ZERO)
"""The tree that has no value anywhere."""

_RELATIONS: dict[Relation, type[Boolean]] = {
    "<": sympy.StrictLessThan,
    "<=": sympy.LessThan,
    ">": sympy.StrictGreaterThan,
    ">=": sympy.GreaterThan,
    "=": sympy.Eq,
}
_DOWNWARD = (sympy.StrictGreaterThan, sympy.GreaterThan)
_RELATION_NAMES = {relation: name for name, relation in _RELATIONS.items()}
_NAMES: dict[type[sympy.Basic], str] = {
    row.symbol: row.name for row in FUNCTIONS.values() if isinstance(row.symbol, type)
} | {
    sympy.Abs: "abs",
    sympy.floor: "floor",
    sympy.ceiling: "ceil",
    sympy.Max: "max",
    sympy.Min: "min",
}


def symbol(name: str) -> sympy.Symbol:
    """The real SymPy symbol of a variable."""
    return sympy.Symbol(name, real=True)


def to_sympy(node: Node) -> sympy.Expr:
    """The tree as a SymPy expression; domains may grow (x/x is 1), values on the tree's domain stay.

    >>> to_sympy(Binary("^", Variable("x"), Number(Fraction(2)))).diff(symbol("x"))
    2*x
    """
    match node:
        case Number(value):
            return sympy.Rational(value.numerator, value.denominator)
        case Constant(name):
            return sympy.pi if name == "pi" else sympy.E
        case Variable(name):
            return symbol(name)
        case Negate(operand):
            return -to_sympy(operand)
        case Binary("^", base, exponent):
            return _power(to_sympy(base), exponent)
        case Binary(operator, left, right):
            return _arithmetic(operator, to_sympy(left), to_sympy(right))
        case Call(function, arguments):
            return FUNCTIONS[function].symbol(*map(to_sympy, arguments))
        case Piecewise(branches, otherwise):
            lines = [(to_sympy(branch.value), _boolean(branch.condition)) for branch in branches]
            last = [] if otherwise is None else [(to_sympy(otherwise), sympy.true)]
            return Pieces(*lines, *last)


def _arithmetic(operator: str, left: sympy.Expr, right: sympy.Expr) -> sympy.Expr:
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right


def _power(base: sympy.Expr, exponent: Node) -> sympy.Expr:
    fraction = exact_value(exponent)
    if fraction is None:
        return base ** to_sympy(exponent)
    rational = sympy.Rational(fraction.numerator, fraction.denominator)
    return RealPower(base, rational) if fraction.denominator % 2 else base**rational


def _boolean(condition: Condition) -> Boolean:
    operands = [to_sympy(operand) for operand in condition.operands]
    sides = zip(operands, condition.relations, operands[1:], strict=False)
    return sympy.And(*(_relation(left, relation, right) for left, relation, right in sides))


def _relation(left: sympy.Expr, relation: Relation, right: sympy.Expr) -> Boolean:
    """Unevaluated, but for a side against itself: x = x has no border."""
    if left == right:
        return sympy.true if "=" in relation else sympy.false
    return _RELATIONS[relation](left, right, evaluate=False)


def from_sympy(expression: sympy.Expr) -> Node:
    """The tree of a SymPy expression in the language's functions, as `diff` leaves them.

    Equal subexpressions become one shared node. Raises TypeError for what the language has no word for.
    """
    return _Reader().node(expression)


class _Reader:
    """One reading: remembers what it has read, so that a shared subexpression is read once."""

    def __init__(self) -> None:
        self._read: dict[sympy.Basic, Node] = {}

    def node(self, expression: sympy.Expr) -> Node:
        if expression not in self._read:
            self._read[expression] = self._new(expression)
        return self._read[expression]

    def _new(self, expression: sympy.Expr) -> Node:
        match expression:
            case sympy.Symbol():
                return Variable(expression.name)
            case sympy.Rational():
                return _rational(expression)
            case sympy.Add():
                return self._sum(expression)
            case sympy.Mul():
                negative, size = self._term(expression)
                return Negate(size) if negative else size
            case sympy.Pow():
                return self._power(expression)
            case sympy.Piecewise():
                return self._pieces(expression.args)
            case sympy.Function() | sympy.Max() | sympy.Min():
                return self._call(expression)
        return _constant(expression)

    def _sum(self, expression: sympy.Add) -> Node:
        first, *rest = (self._term(term) for term in expression.as_ordered_terms())
        total: Node = Negate(first[1]) if first[0] else first[1]
        for negative, size in rest:
            total = Binary("-" if negative else "+", total, size)
        return total

    def _term(self, expression: sympy.Expr) -> tuple[bool, Node]:
        """(whether a minus stands in front, the rest): −2x/3 is (True, 2x/3)."""
        number, rest = expression.as_coeff_Mul()
        if not number.is_Rational:
            return False, _constant(number)
        over: list[Node] = [_whole(abs(number.p))] if abs(number.p) != 1 else []
        under: list[Node] = [_whole(number.q)] if number.q != 1 else []
        for factor in rest.as_ordered_factors() if rest is not sympy.S.One else ():
            base, exponent = factor.as_base_exp() if isinstance(factor, sympy.Pow) else (factor, sympy.S.One)
            if exponent.is_Rational and exponent.is_negative:
                under.append(self.node(base**-exponent))
            else:
                over.append(self.node(factor))
        top = _product(over)
        return bool(number.is_negative), Binary("/", top, _product(under)) if under else top

    def _power(self, expression: sympy.Pow) -> Node:
        base, exponent = expression.args
        if exponent is sympy.S.Half:
            return Call("sqrt", (self.node(base),))
        if exponent.is_Rational and exponent.is_negative:
            return Binary("/", ONE, self.node(base**-exponent))
        if exponent.is_Rational and exponent.q % 2 and exponent.q > 1 and not base.is_nonnegative:
            # SymPy's own root: real for bases ≥ 0 only, where the language's is real everywhere.
            below = Condition((self.node(base), ZERO), ("<",))
            power = Binary("^", self.node(base), self.node(exponent))
            return Piecewise((Branch(below, UNDEFINED),), power)
        return Binary("^", self.node(base), self.node(exponent))

    def _call(self, expression: sympy.Function) -> Node:
        arguments = tuple(self.node(argument) for argument in expression.args)
        match expression:
            case RealPower():
                return Binary("^", *arguments)
            case sympy.DiracDelta():
                return _apart(arguments[0], ZERO, ZERO)
            case sympy.Heaviside():
                return _apart(arguments[0], ZERO, ONE)
        if type(expression) is sympy.sign:
            return _apart(arguments[0], Negate(ONE), ONE)
        name = _NAMES.get(type(expression))
        if name is None:
            raise TypeError(f"the language has no word for {type(expression).__name__}")
        return Call(name, arguments)

    def _pieces(self, lines: Sequence[tuple[sympy.Expr, Boolean]]) -> Node:
        branches: list[Branch] = []
        for place, (value, condition) in enumerate(lines):
            atoms = relations(condition)
            # ≠ comes from derivatives only, where the lines that follow leave the same border out.
            borders = [sympy.Eq(*atom.args, evaluate=False) for atom in atoms if isinstance(atom, sympy.Ne)]
            branches += (Branch(self._condition([border]), UNDEFINED) for border in borders)
            chains = _chains([atom for atom in atoms if not isinstance(atom, sympy.Ne)])
            inner = self.node(value)
            if not chains:
                return Piecewise(tuple(branches), inner) if branches else inner
            for chain in chains[1:]:
                rest = self._pieces(lines[place + 1 :])
                inner = Piecewise((Branch(self._condition(chain), inner),), rest)
            branches.append(Branch(self._condition(chains[0]), inner))
        return Piecewise(tuple(branches), None) if branches else UNDEFINED

    def _condition(self, chain: Sequence[Boolean]) -> Condition:
        if len(chain) == 1 and chain[0].args[0].is_number:
            chain = [chain[0].reversed]
        operands = (chain[0].args[0], *(atom.args[1] for atom in chain))
        return Condition(
            tuple(map(self.node, operands)), tuple(_RELATION_NAMES[type(atom)] for atom in chain)
        )


def _chains(atoms: Sequence[Boolean]) -> list[list[Boolean]]:
    """The relations put together again as chains: x ≤ 1 and x > 0 are one chain, 0 < x ≤ 1."""
    several = len(atoms) > 1
    waiting = [atom.reversed if several and isinstance(atom, _DOWNWARD) else atom for atom in atoms]
    chains = []
    while waiting:
        chain = [waiting.pop(0)]
        while (place := _first(atom.args[0] == chain[-1].args[1] for atom in waiting)) is not None:
            chain.append(waiting.pop(place))
        while (place := _first(atom.args[1] == chain[0].args[0] for atom in waiting)) is not None:
            chain.insert(0, waiting.pop(place))
        chains.append(chain)
    return chains


def _first(truths: Iterable[bool]) -> int | None:
    return next((place for place, truth in enumerate(truths) if truth), None)


def _apart(middle: Node, left: Node, right: Node) -> Node:
    """left where middle < 0, right where 0 < middle, undefined between: sign and its kin in derivatives."""
    below = Branch(Condition((middle, ZERO), ("<",)), left)
    return Piecewise((below, Branch(Condition((ZERO, middle), ("<",)), right)), None)


def _constant(expression: sympy.Expr) -> Node:
    if expression is sympy.pi:
        return Constant("pi")
    if expression is sympy.E:
        return Constant("e")
    if expression in (sympy.nan, sympy.zoo, sympy.oo, -sympy.oo, sympy.I):
        return UNDEFINED
    raise TypeError(f"the language has no word for {type(expression).__name__}")


def _rational(number: sympy.Rational) -> Node:
    size: Node = _whole(abs(number.p))
    if number.q != 1:
        size = Binary("/", size, _whole(number.q))
    return Negate(size) if number.is_negative else size


def _whole(number: int) -> Number:
    return Number(Fraction(int(number)))


def _product(factors: Sequence[Node]) -> Node:
    return reduce(lambda left, right: Binary("*", left, right), factors) if factors else ONE
