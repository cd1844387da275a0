"""Functions with corners and jumps, whose derivatives are undefined exactly there.

SymPy gives |x|' = sign(x), which is 0 at 0, and differentiates a piecewise definition line by line, so that
a border gets the slope of whichever line owns it. Here every derivative is a `Pieces` over open sets: at a
corner, a jump, a tie or a border no line holds and the value is undefined. The rule is cautious: x·|x| has
slope 0 at 0, but its formula is undefined there too (`core/gradient.py` then looks at both sides).

`doit()` gives SymPy's own functions.
"""

from typing import Any

import sympy
from sympy.functions.elementary.piecewise import ExprCondPair
from sympy.logic.boolalg import Boolean

from core.expression.smooth import RealFunction

_STRICT = {
    sympy.StrictLessThan: sympy.StrictLessThan,
    sympy.LessThan: sympy.StrictLessThan,
    sympy.StrictGreaterThan: sympy.StrictGreaterThan,
    sympy.GreaterThan: sympy.StrictGreaterThan,
    sympy.Unequality: sympy.Unequality,
}
_BEYOND = {
    sympy.StrictLessThan: sympy.StrictGreaterThan,
    sympy.LessThan: sympy.StrictGreaterThan,
    sympy.StrictGreaterThan: sympy.StrictLessThan,
    sympy.GreaterThan: sympy.StrictLessThan,
}
_ONE_SIDED = (sympy.StrictLessThan, sympy.StrictGreaterThan)


class Line(ExprCondPair):  # type: ignore[misc]  # SymPy is untyped
    """A value and its condition, kept as they are: SymPy's own pair unfolds a condition with pieces in it."""

    def __new__(cls, value: sympy.Expr, condition: Boolean) -> "Line":
        """The pair of two SymPy objects."""
        line: Line = sympy.Basic.__new__(cls, value, condition)
        return line


class Pieces(sympy.Piecewise):  # type: ignore[misc]  # SymPy is untyped
    """A piecewise definition: the first line whose condition holds, undefined where none does.

    Conditions are relations, or an And of relations; the relation ≠ marks borders left out by a derivative.
    """

    def __new__(cls, *lines: tuple[sympy.Expr, Boolean], **_options: Any) -> sympy.Expr:
        """Lines stay as they were typed: SymPy's reshaping of conditions costs time without bound."""
        kept: list[Line] = []
        for value, condition in lines:
            if condition is not sympy.false:
                kept.append(Line(value, condition))
            if condition is sympy.true:
                break
        if not kept:
            return sympy.nan
        return kept[0].expr if kept[0].cond is sympy.true else sympy.Basic.__new__(cls, *kept)

    def _eval_derivative(self, symbol: sympy.Symbol) -> sympy.Expr:
        """Line by line, inside each line's region only: borders of this line and of those before are out."""
        lines: list[tuple[sympy.Expr, Boolean]] = []
        borders: dict[frozenset[sympy.Expr], Boolean] = {}
        for value, condition in self.args:
            own = {frozenset(atom.args): atom for atom in relations(condition)}
            if not any(isinstance(atom, sympy.Eq) for atom in own.values()):
                inside = [_STRICT[type(atom)](*atom.args, evaluate=False) for atom in own.values()]
                inside += [border for sides, border in borders.items() if sides not in own]
                lines.append((value.diff(symbol), _region(inside)))
            for sides, atom in own.items():
                if not isinstance(borders.get(sides, sympy.Ne), _ONE_SIDED):
                    borders[sides] = _beyond(atom) if len(own) == 1 else _away(*atom.args)
        return Pieces(*lines)

    def _eval_template_is_attr(self, is_attr: str) -> bool | None:
        """What all lines share, of their sign only where some line always holds.

        Else a derivative that is 0 off its borders would count as 0, and the chain rule would drop it.
        """
        if self.args[-1].cond is not sympy.true and is_attr not in ("is_real", "is_extended_real"):
            return None
        shared: bool | None = super()._eval_template_is_attr(is_attr)
        return shared

    def doit(self, **hints: Any) -> sympy.Expr:
        """SymPy's Piecewise."""
        return sympy.Piecewise(
            *((value.doit(**hints), condition.doit(**hints)) for value, condition in self.args)
        )


def relations(condition: Boolean) -> tuple[Boolean, ...]:
    """The relations of which a condition is made, none for True."""
    if condition is sympy.true:
        return ()
    return tuple(condition.args) if isinstance(condition, sympy.And) else (condition,)


def _below(left: sympy.Expr, right: sympy.Expr) -> Boolean:
    return sympy.StrictLessThan(left, right, evaluate=False)


def _away(left: sympy.Expr, right: sympy.Expr) -> Boolean:
    return sympy.Ne(left, right, evaluate=False)


def _beyond(relation: Boolean) -> Boolean:
    """Where the relation fails and its border is left out: x > 1 of x < 1."""
    kind = _BEYOND.get(type(relation))
    return _away(*relation.args) if kind is None else kind(*relation.args, evaluate=False)


def _region(relations: list[Boolean]) -> Boolean:
    """All relations at once, as short as can be: x > 2 for x > 1 and x > 2, false for x > 5 and x < 1."""
    tightest: dict[tuple[sympy.Basic, bool | None], tuple[sympy.Rational, Boolean]] = {}
    for relation in relations:
        key, bound = _bound(relation)
        if key not in tightest or bound > tightest[key][0]:
            tightest[key] = bound, relation
    for (u, above), (least, _) in tightest.items():
        if above and (u, False) in tightest and least >= -tightest[u, False][0]:
            return sympy.false
    return sympy.And(*(relation for _, relation in tightest.values()))


def _bound(relation: Boolean) -> tuple[tuple[sympy.Basic, bool | None], sympy.Rational]:
    """((u, whether from below), the number) of a bound, negated from above; other relations stand alone."""
    above = isinstance(relation, sympy.StrictGreaterThan)
    if isinstance(relation, _ONE_SIDED):
        left, right = relation.args
        if right.is_Rational:
            return (left, above), right if above else -right
        if left.is_Rational:
            return (right, not above), -left if above else left
    return (relation, None), sympy.S.Zero


class Modulus(sympy.Abs):  # type: ignore[misc]  # SymPy is untyped
    """|u| of a real u; its derivative is −u' where u < 0 and u' where 0 < u."""

    @classmethod
    def eval(cls, arg: sympy.Expr) -> sympy.Expr | None:
        """|u| = u or −u where the sign of u is known."""
        if arg.is_nonnegative:
            return arg
        return -arg if arg.is_nonpositive else None

    def _eval_derivative(self, symbol: sympy.Symbol) -> sympy.Expr:
        u, slope = self.args[0], self.args[0].diff(symbol)
        return Pieces((-slope, _below(u, sympy.S.Zero)), (slope, _below(sympy.S.Zero, u)))

    def doit(self, **hints: Any) -> sympy.Expr:
        """SymPy's Abs."""
        return sympy.Abs(self.args[0].doit(**hints))


class Signum(sympy.sign):  # type: ignore[misc]  # SymPy is untyped
    """The sign of u: −1, 0 or 1; its derivative is 0 except where u = 0."""

    @classmethod
    def eval(cls, arg: sympy.Expr) -> sympy.Expr | None:
        """A number where the sign of u is known."""
        if arg.is_zero:
            return sympy.S.Zero
        if arg.is_positive:
            return sympy.S.One
        return sympy.S.NegativeOne if arg.is_negative else None

    def _eval_derivative(self, symbol: sympy.Symbol) -> sympy.Expr:  # noqa: ARG002
        return Pieces((sympy.S.Zero, _away(self.args[0], sympy.S.Zero)))

    def doit(self, **hints: Any) -> sympy.Expr:
        """SymPy's sign."""
        return sympy.sign(self.args[0].doit(**hints))


class Floor(sympy.floor):  # type: ignore[misc]  # SymPy is untyped
    """The greatest integer ≤ u; its derivative is 0 except where u is an integer."""

    def _eval_derivative(self, symbol: sympy.Symbol) -> sympy.Expr:  # noqa: ARG002
        return Pieces((sympy.S.Zero, _away(self.args[0], self)))

    def doit(self, **hints: Any) -> sympy.Expr:
        """SymPy's floor."""
        return sympy.floor(self.args[0].doit(**hints))


class Ceiling(sympy.ceiling):  # type: ignore[misc]  # SymPy is untyped
    """The least integer ≥ u; its derivative is 0 except where u is an integer."""

    def _eval_derivative(self, symbol: sympy.Symbol) -> sympy.Expr:  # noqa: ARG002
        return Pieces((sympy.S.Zero, _away(self.args[0], self)))

    def doit(self, **hints: Any) -> sympy.Expr:
        """SymPy's ceiling."""
        return sympy.ceiling(self.args[0].doit(**hints))


class Step(RealFunction):
    """The unit step: 0 where u < 0, 1 where u ≥ 0; its derivative is 0 except where u = 0."""

    @staticmethod
    def elementary(*arguments: sympy.Expr) -> sympy.Expr:
        """SymPy's Heaviside with the value 1 at 0."""
        return sympy.Heaviside(arguments[0], sympy.S.One)

    def _eval_derivative(self, symbol: sympy.Symbol) -> sympy.Expr:  # noqa: ARG002
        return Pieces((sympy.S.Zero, _away(self.args[0], sympy.S.Zero)))


class Relu(RealFunction):
    """max(0, u), the rectifier; its derivative is 0 where u < 0 and u' where 0 < u."""

    is_nonnegative = True

    @staticmethod
    def elementary(*arguments: sympy.Expr) -> sympy.Expr:
        """SymPy's Max(0, u)."""
        return sympy.Max(sympy.S.Zero, arguments[0])

    def _eval_derivative(self, symbol: sympy.Symbol) -> sympy.Expr:
        u, slope = self.args[0], self.args[0].diff(symbol)
        return Pieces((sympy.S.Zero, _below(u, sympy.S.Zero)), (slope, _below(sympy.S.Zero, u)))


class Maximum(RealFunction):
    """The greatest of its arguments; its derivative is that of the one ahead, undefined at a tie."""

    @classmethod
    def eval(cls, *arguments: sympy.Expr) -> sympy.Expr | None:
        """An argument written twice is a tie everywhere, and counts once."""
        return _without_repetition(cls, arguments)

    @staticmethod
    def elementary(*arguments: sympy.Expr) -> sympy.Expr:
        """SymPy's Max."""
        return sympy.Max(*arguments)

    def _eval_derivative(self, symbol: sympy.Symbol) -> sympy.Expr:
        return Pieces(*((u.diff(symbol), _below(rest, u)) for u, rest in _each_and_the_rest(self)))


class Minimum(RealFunction):
    """The least of its arguments; its derivative is that of the one below, undefined at a tie."""

    @classmethod
    def eval(cls, *arguments: sympy.Expr) -> sympy.Expr | None:
        """An argument written twice is a tie everywhere, and counts once."""
        return _without_repetition(cls, arguments)

    @staticmethod
    def elementary(*arguments: sympy.Expr) -> sympy.Expr:
        """SymPy's Min."""
        return sympy.Min(*arguments)

    def _eval_derivative(self, symbol: sympy.Symbol) -> sympy.Expr:
        return Pieces(*((u.diff(symbol), _below(u, rest)) for u, rest in _each_and_the_rest(self)))


def _without_repetition(kind: type[RealFunction], arguments: tuple[sympy.Expr, ...]) -> sympy.Expr | None:
    distinct = tuple(dict.fromkeys(arguments))
    if len(distinct) == len(arguments):
        return None
    return kind(*distinct) if len(distinct) > 1 else distinct[0]


def _each_and_the_rest(extreme: RealFunction) -> list[tuple[sympy.Expr, sympy.Expr]]:
    """(u, the same extreme of all the other arguments) for each argument u."""
    return [
        (
            u,
            extreme.func(*(v for v in extreme.args if v != u))
            if len(extreme.args) > 2
            else extreme.args[1 - place],
        )
        for place, u in enumerate(extreme.args)
    ]
