"""Higher derivatives: each is the derivative of the one before, simplified, as the definition has it."""

from dataclasses import dataclass
from functools import lru_cache

from core.derivation.derivation import Derivation, differentiate
from core.expression import Expression
from core.expression.latex import written_size

HIGHEST_ORDER = 5
LARGEST = 600
"""Numbers, names and signs of a formula that is still differentiated; the next is some five times longer."""


@dataclass(frozen=True, eq=False)
class HigherDerivatives:
    """f′, f″, … as far as the formulas stay readable; `sentence` says why it ends early, if it does."""

    derivations: tuple[Derivation, ...]
    sentence: str

    @property
    def formulas(self) -> tuple[Expression, ...]:
        """f′, f″, … as functions."""
        return tuple(one.formula for one in self.derivations)


@lru_cache(maxsize=64)
def higher_derivatives(expression: Expression, variable: str = "x", order: int = 2) -> HigherDerivatives:
    """The first `order` derivatives, 1 ≤ order ≤ 5, one derivation each.

    >>> from core.expression import parse
    >>> [str(f) for f in higher_derivatives(parse("x^3"), order=4).formulas]
    ['3*x^2', '6*x', '6', '0']
    """
    if not 1 <= order <= HIGHEST_ORDER:
        raise ValueError(f"derivatives go from order 1 to {HIGHEST_ORDER}, not {order}")
    found: list[Derivation] = []
    here = expression
    for k in range(order):
        if k and written_size(here.tree) > LARGEST:
            return HigherDerivatives(tuple(found), _too_long(k + 1))
        found.append(differentiate(here, variable))
        here = found[-1].formula
    return HigherDerivatives(tuple(found), "")


def _too_long(order: int) -> str:
    name = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}[order]
    return f"The formula of the {name} derivative would be longer than anybody reads."
