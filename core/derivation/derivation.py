"""`differentiate`: a function, its derivative by the rules of a course, and the proof."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import sympy

from core.derivation.checking import (
    Place,
    deeper,
    formula_check,
    node_check,
    pair_check,
    places,
    where_defined,
)
from core.derivation.domain import Domain, domain_of
from core.derivation.engine import Derived, derived
from core.derivation.simplifying import Simplified, simplified
from core.derivation.writing.blackboard import Blackboard
from core.derivation.writing.hand import Hand, Notation, line, plain, put_in, rows, rule_slots
from core.derivation.writing.transcript import transcript
from core.expression import Expression
from core.expression.symbols import from_sympy, symbol, to_sympy
from core.steps import Check, Step
from core.substitution import formula_latex


@dataclass(frozen=True, eq=False)
class Derivation:
    """d/d`variable` of `expression`.

    tree: the rules as they were applied, one node for each. simplification: what the last step did.
    places: where all checks look; none where no value of the function was found.
    """

    expression: Expression
    variable: str
    tree: Derived
    simplification: Simplified
    places: tuple[Place, ...]

    @cached_property
    def formula(self) -> Expression:
        """The derivative as a function of the language, with its LaTeX, its text and its values."""
        return Expression.of_tree(self.simplification.tree, self.expression.variables)

    @cached_property
    def result(self) -> sympy.Expr:
        """The same as a SymPy expression over real symbols."""
        return to_sympy(self.simplification.tree)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The derivation on the blackboard in Leibniz's notation, every line with its check."""
        return self.written("leibniz")

    def written(self, notation: Notation) -> tuple[Step, ...]:
        """The steps in Leibniz's or Lagrange's notation."""
        hand = Hand.for_variables(self.expression.variables, notation)
        board = Blackboard(hand, self.expression.variables)
        return board.whole(self.tree, self.simplification, self.places)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The result against SymPy and against difference quotients, then every node of the tree."""
        if not self.places:
            return ()
        last = formula_check(
            self.formula.tree, self.expression.tree, self.variable, self.places, "The derivative"
        )
        found = (
            self._against_sympy(),
            last,
            *_node_checks(self.tree, self.places, self.expression.variables),
        )
        return tuple(check for check in found if check is not None)

    def _against_sympy(self) -> Check | None:
        theirs = from_sympy(self.expression.sympy.diff(symbol(self.variable)))
        compared = "The derivative by the rules against SymPy's own, both in 50 digits"
        return pair_check(self.simplification.tree, theirs, self.variable, self.places, compared)

    @cached_property
    def domain(self) -> Domain:
        """Where f has no derivative, and what kind of point that is."""
        return domain_of(self.expression, self.formula)

    @property
    def latex(self) -> str:
        """The derivation in a few lines of LaTeX without colours, to copy."""
        hand = Hand.for_variables(self.expression.variables, paint=plain)
        opening = [line(self.tree.move.after, rule_slots(self.tree, hand))] if self.tree.inner else []
        middle = [] if self.tree.put == self.tree.after else [put_in(self.tree, hand)]
        written = map(formula_latex, (self.tree.after, self.formula.tree))
        lines = dict.fromkeys((*opening, *middle, *written))
        return rows(hand.derivative_of(formula_latex(self.expression.tree), self.variable), *lines)

    @property
    def text(self) -> str:
        """The whole derivation as plain text, to copy."""
        return transcript(self.tree, self.formula.tree, self.simplification.sentence)


@lru_cache(maxsize=256)
def differentiate(expression: Expression, variable: str = "x") -> Derivation:
    """The derivative of a function with respect to one of its variables, the others held constant.

    Raises ValueError where the function has no such variable.

    >>> from core.expression import parse
    >>> str(differentiate(parse("x e^(-x)")).formula)
    '(1 - x)*e^(-x)'
    """
    if variable not in expression.variables:
        raise ValueError(f"a function of {expression.variables} has no derivative with respect to {variable}")
    tree = derived(expression.tree, variable, expression.variables)
    where = places(expression.tree, variable, expression.variables, tree.after)
    return Derivation(expression, variable, tree, simplified(tree.after, where), where)


def _node_checks(node: Derived, where: tuple[Place, ...], variables: tuple[str, ...]) -> list[Check | None]:
    """The node's check and those below; a chain's outer function is checked at values of the inner one."""
    where = where_defined(node.part, node.variable, where, variables)
    checks = [node_check(node, where)]
    if node.outer is not None:
        checks.append(node_check(node.outer, tuple(deeper(node, place) for place in where)))
    return checks + [check for below in node.inner for check in _node_checks(below, where, variables)]
