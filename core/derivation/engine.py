"""The engine: asks `RULES` in order, works out the parts the same way, and keeps all of it as a tree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from core.derivation.rules import RULES
from core.derivation.rules.moves import Move, Rule
from core.derivation.terms.building import is_flat, names_in, times
from core.derivation.terms.slots import fill, part, slope
from core.derivation.terms.tidying import tidied
from core.expression.symbols import from_sympy, symbol, to_sympy
from core.expression.tree import Node, Variable

LETTERS = "uvwsrpq"
"""Names for inner functions, in this order; after them u_1, v_1, …"""

CHAIN_WHY = "The slope of the outer function at {letter}, times the slope of the inner function {letter}."


@dataclass(frozen=True, eq=False)
class Derived:
    """One node of a derivation: d/d`variable` of `part` by `rule`.

    move: the rule's own before → after over slots, with the parts it saw.
    inner: one node per part of the move. outer: for the chain rule, the node of F(u) with respect to u.
    letter: the name u of the inner function there, else None.
    put: the rule's formula with the parts' derivatives put in; after: the same, tidied.
    """

    rule: Rule
    variable: str
    part: Node
    move: Move
    inner: tuple["Derived", ...]
    outer: "Derived | None"
    letter: str | None
    put: Node
    after: Node

    @property
    def title(self) -> str:
        """The rule's title, with the function's name where the rule is one for many functions."""
        return self.rule.title.format(name=getattr(self.part, "function", ""))

    @property
    def why(self) -> str:
        """The rule's sentence; of a constant with other variables in it, that they are held."""
        held = sorted(names_in(self.part)) if self.rule.name == "constant" else []
        if held:
            return f"{' and '.join(held)} held constant: what does not change has slope 0."
        return self.rule.why

    @property
    def before(self) -> Node:
        """The part as the rule sees it: 3·(x·sin x) of 3·x·sin x."""
        return fill(self.move.before, parts_of(self.move))

    @property
    def substeps(self) -> tuple["Derived", ...]:
        """The nodes below, the outer function of a chain first."""
        return self.inner if self.outer is None else (self.outer, *self.inner)

    def nodes(self) -> Iterator["Derived"]:
        """This node and all below, each before its substeps."""
        yield self
        for below in self.substeps:
            yield from below.nodes()


def derived(f: Node, x: str, variables: Sequence[str], rules: Sequence[Rule] = RULES) -> Derived:
    """The derivation of d/dx f; `variables` are the names that inner functions must not take."""
    return _Engine(x, variables, rules).derived(f, x)


class _Engine:
    """One derivation; a letter is given once."""

    def __init__(self, x: str, variables: Sequence[str], rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._letters = _letters({x, *variables})

    def derived(self, f: Node, x: str) -> Derived:
        rule, move = self._chosen(f, x)
        if move.outer and move.parts[0] != Variable(x):
            return self._chain(rule, move, f, x)
        # With u = x the outer derivative is the derivative.
        inner = () if move.outer else tuple(self.derived(u, x) for u in move.parts)
        return _node(rule, x, f, move, inner)

    def _chosen(self, f: Node, x: str) -> tuple[Rule, Move]:
        for rule in self._rules:
            move = rule.apply(f, x)
            if move is not None:
                return rule, move
        return NO_RULE, _taken_from_sympy(f, x)

    def _chain(self, rule: Rule, move: Move, f: Node, x: str) -> Derived:
        """d/dx [F(u)] → F′(u)·u′"""
        letter = next(self._letters)
        inside = self.derived(move.parts[0], x)
        if is_flat(inside.after) or symbol(x) not in to_sympy(move.parts[0]).free_symbols:
            # F′ may have no value at a value that u keeps: ∛ in ∛(x − x), ⌊ ⌋ in ⌊sign x⌋.
            return _node(FLAT_INSIDE, x, f, Move(move.parts, move.before, slope(0)), (inside,))
        u = Variable(letter)
        standing = Move((u,), move.before, move.after, outer=True)
        outer = _node(rule, letter, fill(move.before, {part(0).name: u}), standing, ())
        whole = Move(move.parts, move.before, times(move.after, slope(0)))
        chain = Rule("chain", "Chain rule", CHAIN_WHY.format(letter=letter), rule.apply)
        return _node(chain, x, f, whole, (inside,), outer, letter)


def _node(
    rule: Rule,
    x: str,
    f: Node,
    move: Move,
    inner: tuple[Derived, ...],
    outer: Derived | None = None,
    letter: str | None = None,
) -> Derived:
    trees = {**parts_of(move)} | {slope(place).name: below.after for place, below in enumerate(inner)}
    put, after = fill(move.after, trees), fill(move.after, trees, tidied)
    return Derived(rule, x, f, move, inner, outer, letter, put, after)


def parts_of(move: Move) -> Mapping[str, Node]:
    """The parts by the names of their slots."""
    return {part(place).name: u for place, u in enumerate(move.parts)}


def _letters(taken: set[str]) -> Iterator[str]:
    for round_ in count():
        for letter in LETTERS:
            name = f"{letter}_{round_}" if round_ else letter
            if name not in taken:
                yield name


def _taken_from_sympy(f: Node, x: str) -> Move:
    """d/dx [f] → what SymPy says"""
    return Move((), f, from_sympy(to_sympy(f).diff(symbol(x))))


def _never(f: Node, x: str) -> None:  # noqa: ARG001
    return None


NO_RULE = Rule(
    "no rule",
    "No rule of this course",
    "The table has no rule for this part; the derivative is SymPy's, and the check is ours.",
    _never,
)
"""For a function that joins the language before its rule joins the table."""

FLAT_INSIDE = Rule(
    "flat inside",
    "Flat inside",
    "Where the inner function does not change, nothing made of it does: both slopes are 0.",
    _never,
)
"""For F(u) with a u that keeps its value, such as x − x or sign x."""
