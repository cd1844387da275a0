"""The walk over the tree that writes it in a dialect."""

import re
from dataclasses import dataclass
from fractions import Fraction

from core.expression.powers import exact_value
from core.expression.python_source.dialect import PRODUCT, SUM, Chain, Dialect, Piece, quotient
from core.expression.tree import (
    Binary,
    Call,
    Condition,
    Constant,
    Negate,
    Node,
    Number,
    Piecewise,
    Variable,
)

_NAME = re.compile(r"(?<![.\w])[A-Za-z_]\w*(?=\()")


@dataclass(frozen=True)
class Source:
    """A Python expression, and the definitions it needs, in order."""

    text: str
    definitions: tuple[str, ...]


def source(node: Node, dialect: Dialect) -> Source:
    """The tree as a Python expression of its variables.

    >>> from fractions import Fraction
    >>> from core.expression.python_source.in_numpy import NUMPY
    >>> source(Binary("-", Call("sin", (Variable("x"),)), Number(Fraction(1, 4))), NUMPY).text
    'np.sin(x) - 0.25'
    """
    text = _Writer(dialect).piece(node).text
    return Source(text, definitions_of(text, dialect))


def definitions_of(text: str, dialect: Dialect) -> tuple[str, ...]:
    """What a text calls that the dialect defines, the definitions of these definitions first."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(_NAME.findall(text)):
        definition = dialect.definitions.get(name)
        if definition is not None:
            inner = definition.replace(f"def {name}(", "", 1)
            found |= dict.fromkeys(definitions_of(inner, dialect), "")
            found[definition] = ""
    return tuple(found)


class _Writer:
    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._written: dict[int, tuple[Node, Piece]] = {}

    def piece(self, node: Node) -> Piece:
        # by identity: a derivative shares its subtrees
        if id(node) not in self._written:
            self._written[id(node)] = (node, self._new(node))
        return self._written[id(node)][1]

    def _new(self, node: Node) -> Piece:
        exact = exact_value(node)
        if exact is not None:
            size = self._dialect.number(abs(exact))
            return size if exact >= 0 else Piece(f"-{size.within(PRODUCT)}", SUM)
        constant = self._dialect.constant(node, self.piece)
        return self._written_out(node) if constant is None else constant

    def _written_out(self, node: Node) -> Piece:
        match node:
            case Constant(name):
                return Piece(self._dialect.constants[name])
            case Variable(name):
                return Piece(name)
            case Negate(operand):
                return Piece(f"-{self.piece(operand).within(PRODUCT)}", SUM)
            case Binary("^", base, exponent):
                return self._power(base, exponent)
            case Binary(("+" | "-") as sign, left, right):
                text = f"{self.piece(left).within(SUM)} {sign} {self.piece(right).within(PRODUCT)}"
                return Piece(text, SUM)
            case Binary("*", left, right):
                text = f"{self.piece(left).within(PRODUCT)}*{self.piece(right).within(PRODUCT + 1)}"
                return Piece(text, PRODUCT)
            case Binary(_, left, right):
                return quotient(self.piece(left), self.piece(right))
            case Call(function, arguments):
                return self._call(function, arguments)
            case Piecewise(branches, otherwise):
                lines = [(self._chain(branch.condition), self.piece(branch.value)) for branch in branches]
                last = Piece(self._dialect.undefined) if otherwise is None else self.piece(otherwise)
                return self._dialect.pieces(lines, last)
            case _:
                raise TypeError(f"no source for {type(node).__name__}")

    def _power(self, base: Node, exponent: Node) -> Piece:
        fraction = exact_value(exponent)
        if fraction is not None:
            return self._dialect.power(self.piece(base), fraction)
        if base == Constant("e"):
            return self._dialect.calls["exp"](self.piece(exponent))
        return self._dialect.real_power(self.piece(base), self.piece(exponent))

    def _call(self, function: str, arguments: tuple[Node, ...]) -> Piece:
        # a quotient of logarithms is off in the last digit: log(1000, 10) should be 3
        if function == "log" and len(arguments) == 2:
            whole = {Fraction(2): "log2", Fraction(10): "log10"}.get(exact_value(arguments[1]) or Fraction(0))
            if whole:
                return self._dialect.calls[whole](self.piece(arguments[0]))
            return self._dialect.calls["log to a base"](*map(self.piece, arguments))
        return self._dialect.calls[function](*map(self.piece, arguments))

    def _chain(self, condition: Condition) -> Chain:
        plain = (Variable, Number, Constant)
        sides = tuple(map(self.piece, condition.operands))
        computed = tuple(
            self.piece(operand)
            for operand in condition.operands
            if not isinstance(operand, plain) and exact_value(operand) is None
        )
        return Chain(sides, condition.relations, computed)
