"""Where a limit is taken: a number, an expression such as pi/2, or ±∞; and the ways to come near."""

from dataclasses import dataclass
from math import inf
from typing import Any, Literal

import sympy

from core.errors import SettingError
from core.expression import Expression, ExpressionError, parse
from core.expression.measure import post_order
from core.expression.powers import exact_value
from core.expression.precise import context, precise_value
from core.expression.tree import Variable
from core.limiting.neighbourhood import PLACE_DIGITS

Side = Literal["left", "right"]

_INFINITE = {"oo": 1, "∞": 1, "inf": 1, "infinity": 1}
_ADVICE = "a is a number such as 2, 0.5 or pi/2, or oo or -oo."


@dataclass(frozen=True)
class Point:
    """A point of the extended line; `number` is None at infinity, `infinite` is 1, −1 or 0."""

    number: Expression | None
    infinite: int

    def __str__(self) -> str:
        if self.number is None:
            return "oo" if self.infinite > 0 else "-oo"
        return str(self.number)

    @property
    def name(self) -> str:
        """The point in a sentence.

        >>> read_point("-pi/2").name, read_point("oo").name
        ('x = −pi/2', 'x → ∞')
        """
        if self.number is None:
            return "x → ∞" if self.infinite > 0 else "x → −∞"
        return f"x = {self.number}".replace("-", "−")

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides from which it can be approached: ∞ from the left only, −∞ from the right only."""
        return ("left", "right") if self.number else ("left",) if self.infinite > 0 else ("right",)

    @property
    def place(self) -> Any:
        """The point as `core.limiting.neighbourhood` takes it: ±inf, a fraction where exact, else an mpf.

        >>> read_point("-oo").place, read_point("0.1").place
        (-inf, Fraction(1, 10))
        """
        if self.number is None:
            return self.infinite * inf
        exact = exact_value(self.number.tree)
        return precise_value(self.number.tree, {}, PLACE_DIGITS) if exact is None else exact

    @property
    def sympy(self) -> sympy.Expr:
        """The point as a SymPy number, ±oo included."""
        return self.infinite * sympy.oo if self.number is None else self.number.sympy

    @property
    def latex(self) -> str:
        """As typed, ∞ as a sign."""
        if self.number is None:
            return r"\infty" if self.infinite > 0 else r"-\infty"
        return self.number.latex

    def near(self, t: Any, side: Side, digits: int) -> Any:
        """The mpf at distance t > 0 from a finite point, or the one as large as 1/t at infinity."""
        mp = context(digits)
        if self.number is None:
            return self.infinite / mp.mpf(t)
        here = precise_value(self.number.tree, {}, digits)
        return here + t if side == "right" else here - t


def read_point(text: str) -> Point:
    """The point a text means. Raises SettingError, at "a", for anything that is no number.

    >>> str(read_point("pi/2")), str(read_point(" -oo ")), read_point("oo").infinite
    ('pi/2', '-oo', 1)
    """
    bare = text.strip().replace("−", "-")
    if bare.lstrip("+-").strip().lower() in _INFINITE and bare.count("-") + bare.count("+") <= 1:
        return Point(None, -1 if bare.startswith("-") else 1)
    if not bare:
        raise SettingError(f"Type the point to come near to: {_ADVICE}", "a")
    try:
        number = parse(bare, ("x",))
    except ExpressionError as error:
        raise SettingError(f"The point cannot be read. {error} {_ADVICE}", "a") from error
    if any(isinstance(node, Variable) for node in post_order(number.tree)):
        raise SettingError(f"The point must not depend on x: {_ADVICE}", "a")
    return Point(Expression.of_tree(number.tree, ("x",)), 0)
