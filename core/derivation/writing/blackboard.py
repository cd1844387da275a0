"""A derivation as worked steps: the rule, then each waiting derivative in its turn, then what tidying leaves.

The steps of a part stand folded in the step that puts its derivative in. Every line has its check.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.derivation.checking import Place, deeper, formula_check, line_check, node_check, where_defined
from core.derivation.engine import Derived
from core.derivation.simplifying import Simplified
from core.derivation.terms.slots import part, slope
from core.derivation.writing.hand import Hand, Written, line, progress_slots, put_in, rows, rule_slots
from core.derivation.writing.reasons import reason
from core.expression.printer import ATOM, POWER
from core.steps import Step
from core.substitution import formula_latex

TIDYING = "Ones and zeros drop out, signs come together and numbers are multiplied."

Places = Sequence[Place]


@dataclass(frozen=True)
class Blackboard:
    """Writes nodes as steps, in one hand; `variables` are those of the whole function."""

    hand: Hand
    variables: tuple[str, ...]

    def whole(self, tree: Derived, last: Simplified, where: Places) -> tuple[Step, ...]:
        """All steps of a derivation, the simplification at the end."""
        shown = rows(self.hand.name(tree.variable), formula_latex(tree.after))
        if last.tree != tree.after:
            shown = rows(self.hand.name(tree.variable), formula_latex(tree.after), formula_latex(last.tree))
        check = formula_check(last.tree, tree.part, tree.variable, where, "The simplified derivative")
        return (*self._held(tree), *self.steps(tree, where), Step("Simplify", shown, last.sentence, check))

    def _held(self, tree: Derived) -> tuple[Step, ...]:
        """For a partial derivative: what stands still."""
        others = [name for name in self.variables if name != tree.variable]
        if not others:
            return ()
        names = " and ".join(others)
        standing = r", \quad ".join(rf"{name} = \text{{constant}}" for name in others)
        shown = rf"{self.hand.name(tree.variable)}: \quad {standing}"
        why = f"Only {tree.variable} moves. {names} {'counts' if len(others) == 1 else 'count'} as numbers."
        return (
            Step(f"Hold {names} constant", shown, why.replace("counts as numbers", "counts as a number")),
        )

    def steps(self, node: Derived, where: Places) -> tuple[Step, ...]:
        """The steps of one node, its parts worked out; checked where its own part has values."""
        where = where_defined(node.part, node.variable, where, self.variables)
        if not node.inner:
            return (self._leaf(node, where),)
        parts = tuple(self._part(node, k, where) for k in range(len(node.inner)))
        return (self._rule(node, where), *parts, *self._tidied(node, where))

    def _leaf(self, node: Derived, where: Places) -> Step:
        """A derivative that needs no other; a function of the table can show why."""
        before = self.hand.derivative_of(formula_latex(node.part), node.variable)
        results = [] if node.put == node.after else [put_in(node, self.hand)]
        shown = rows(before, *results, formula_latex(node.after))
        why = reason(node, where, self.steps, self.hand)
        return Step(node.title, shown, node.why, node_check(node, where), why)

    def _rule(self, node: Derived, where: Places) -> Step:
        """The rule with the derivatives of the parts still waiting, each part in its colour."""
        slots = rule_slots(node, self.hand)
        before = self.hand.derivative_of(line(node.move.before, slots), node.variable)
        after = line(node.move.after, slots)
        check = line_check(node, where)
        if node.outer is None or node.letter is None:
            return Step(node.title, rows(before, after), node.why, check)
        u, du = node.letter, self.hand.short(node.letter, node.variable)
        named = {
            part(0).name: Written(self.hand.paint(u, 0), ATOM),
            slope(0).name: Written(self.hand.paint(du, 0), POWER),
        }
        given = (named[part(0).name].text, slots[part(0).name].text)
        shown = rows(before, line(node.move.after, named), after, given=given)
        outer = self._leaf(node.outer, [deeper(node, place) for place in where])
        return Step(node.title, shown, node.why, check, (outer,))

    def _part(self, node: Derived, k: int, where: Places) -> Step:
        """One waiting derivative replaced by what it is, in the same colour before and after."""
        below = node.inner[k]
        before, after = (
            line(node.move.after, progress_slots(node, self.hand, upto, bright=k)) for upto in (k, k + 1)
        )
        working = self.steps(below, where)
        folded = working[0].substeps if len(working) == 1 else working
        check = node_check(below, where_defined(below.part, below.variable, where, self.variables))
        return Step(below.title, rows(before, after), below.why, check, folded)

    def _tidied(self, node: Derived, where: Places) -> tuple[Step, ...]:
        if node.put == node.after:
            return ()
        shown = rows(put_in(node, self.hand), formula_latex(node.after))
        return (Step("Tidy up", shown, TIDYING, node_check(node, where)),)
