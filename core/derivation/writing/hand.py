"""Rules and derivatives in LaTeX: d/dx in front of what waits, and a colour for the part being worked on.

Colours are constants and stand in no text that a person typed. They read about equally well on white and on
near-black (contrast 4.2 to 4.4 to one on both); a page may replace them by those of its theme.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from core.derivation.engine import Derived
from core.derivation.terms.slots import part, slope
from core.expression.latex import latex
from core.expression.printer import ATOM, POWER, PRODUCT, SUM, decimal, tightness
from core.expression.tree import Binary, Branch, Call, Condition, Negate, Node, Number, Piecewise, Variable
from core.substitution import formula_latex

COLOURS = ("#1E80C4", "#C65A11", "#008A60", "#B4559A")
"""For the parts of a rule, in order: blue, orange, green, magenta."""

Notation = Literal["leibniz", "lagrange"]
Paint = Callable[[str, int], str]

_CLOSED = frozenset(("abs", "floor", "ceil"))


def coloured(text: str, place: int) -> str:
    r"""The LaTeX in the colour of this place.

    >>> print(coloured("x", 0))
    \textcolor{#1E80C4}{x}
    """
    return rf"\textcolor{{{COLOURS[place % len(COLOURS)]}}}{{{text}}}"


def plain(text: str, place: int) -> str:  # noqa: ARG001
    """The LaTeX as it is."""
    return text


@dataclass(frozen=True)
class Written:
    """A piece of LaTeX and how tightly it holds together (see `core.expression.printer`)."""

    text: str
    tightness: int

    def within(self, place: int) -> str:
        """In brackets where the place asks for something tighter."""
        return self.text if self.tightness >= place else rf"\left({self.text}\right)"


@dataclass(frozen=True)
class Hand:
    """How to write: the notation, the variables that take ∂ instead of d, and the colours."""

    notation: Notation = "leibniz"
    partial: frozenset[str] = frozenset()
    paint: Paint = coloured

    @classmethod
    def for_variables(
        cls, variables: Sequence[str], notation: Notation = "leibniz", paint: Paint = coloured
    ) -> "Hand":
        """∂ for a function of several variables, d for a function of one."""
        return cls(notation, frozenset(variables) if len(variables) > 1 else frozenset(), paint)

    def operator(self, variable: str) -> str:
        """d/dx, or ∂/∂x where other variables are held constant."""
        d = self._d(variable)
        return rf"\frac{{{d.strip()}}}{{{d}{variable}}}"

    def derivative_of(self, text: str, variable: str) -> str:
        """d/dx (…) or (…)′."""
        if self.notation == "leibniz":
            return rf"{self.operator(variable)}\left({text}\right)"
        mark = rf"_{{{variable}}}" if variable in self.partial else ""
        return rf"\left({text}\right)'{mark}"

    def name(self, variable: str) -> str:
        """What the whole derivative is called: df/dx, ∂f/∂x, f′(x)."""
        if self.notation == "lagrange":
            return f"f_{{{variable}}}" if variable in self.partial else f"f'({variable})"
        return self.short("f", variable)

    def short(self, letter: str, variable: str) -> str:
        """du/dx or u′ of a named inner function."""
        if self.notation == "lagrange":
            return rf"{letter}_{{{variable}}}" if variable in self.partial else rf"{letter}'"
        d = self._d(variable)
        return rf"\frac{{{d}{letter}}}{{{d}{variable}}}"

    def _d(self, variable: str) -> str:
        return r"\partial " if variable in self.partial else "d"

    def part(self, node: Derived, place: int, *, bright: bool = True) -> Written:
        """A part of the node's function, in the colour of its place or plain."""
        tree = node.move.parts[place]
        text = formula_latex(tree)
        return Written(self.paint(text, place) if bright else text, holds(tree))

    def waiting(self, node: Derived, place: int, *, bright: bool = True) -> Written:
        """The derivative of a part, still to be worked out."""
        text = self.derivative_of(formula_latex(node.move.parts[place]), node.variable)
        return Written(self.paint(text, place) if bright else text, POWER)

    def done(self, node: Derived, place: int, *, bright: bool = True) -> Written:
        """The derivative of a part, worked out."""
        tree = node.inner[place].after
        text = formula_latex(tree)
        return Written(self.paint(text, place) if bright else text, holds(tree))


def line(formula: Node, slots: Mapping[str, Written]) -> str:
    r"""A rule's formula with its slots written out, bracketed where their places ask for it.

    >>> from core.expression.tree import Binary
    >>> print(line(Binary("*", part(0), slope(0)), {"#0": Written("x + 1", SUM), "#0'": Written("2", ATOM)}))
    \left(x + 1\right) \cdot 2
    """
    used: dict[str, str] = {}

    def placed(node: Node, place: int) -> Node:
        match node:
            case Variable(name) if name in slots:
                used[f"{name} {place}"] = slots[name].within(place)
                return Variable(f"{name} {place}")
            case Negate(operand):
                return Negate(placed(operand, PRODUCT))
            case Binary(operator, left, right):
                before, after = _PLACES[operator]
                return Binary(operator, placed(left, before), placed(right, after))
            case Call(function, arguments):
                return Call(function, tuple(placed(argument, SUM) for argument in arguments))
            case Piecewise(branches, otherwise):
                last = None if otherwise is None else placed(otherwise, SUM)
                return Piecewise(tuple(map(branch_placed, branches)), last)
            case _:
                return node

    def branch_placed(branch: Branch) -> Branch:
        operands = tuple(placed(operand, SUM) for operand in branch.condition.operands)
        return Branch(Condition(operands, branch.condition.relations), placed(branch.value, SUM))

    return latex(placed(formula, SUM), used, dotted=True)


_PLACES = {"+": (SUM, PRODUCT), "-": (SUM, PRODUCT), "*": (PRODUCT, POWER), "/": (SUM, SUM), "^": (ATOM, SUM)}
"""How tightly each side of an operator must hold, as in `core.expression.latex`."""


def holds(node: Node) -> int:
    """How tightly the LaTeX of a tree holds together."""
    match node:
        case Number(value):
            digits = decimal(value)
            return POWER if digits is None else PRODUCT if "e" in digits else ATOM
        case Binary("/"):
            return POWER
        case Call(function):
            return ATOM if function in _CLOSED else POWER
        case Piecewise():
            return SUM - 1
        case _:
            return tightness(node)


def rule_slots(node: Derived, hand: Hand) -> dict[str, Written]:
    """All parts and all waiting derivatives, each part in its colour."""
    places = range(len(node.move.parts))
    return {part(k).name: hand.part(node, k) for k in places} | {
        slope(k).name: hand.waiting(node, k) for k in places
    }


def progress_slots(node: Derived, hand: Hand, upto: int, bright: int) -> dict[str, Written]:
    """The derivatives before `upto` worked out, the others waiting; the one at `bright` in its colour."""
    slots = {}
    for k in range(len(node.move.parts)):
        slots[part(k).name] = hand.part(node, k, bright=False)
        state = hand.done if k < upto else hand.waiting
        slots[slope(k).name] = state(node, k, bright=k == bright)
    return slots


def put_in(node: Derived, hand: Hand) -> str:
    """The rule's formula with all derivatives put in, before anything is tidied."""
    places = range(len(node.move.parts))
    slots = {part(k).name: hand.part(node, k, bright=False) for k in places}
    if node.inner:
        slots |= {slope(k).name: hand.done(node, k, bright=False) for k in places}
    return line(node.move.after, slots)


def rows(first: str, *others: str, given: tuple[str, str] | None = None) -> str:
    r"""Lines of a calculation below each other, each after the first with its equals sign.

    given: a definition that stands above them, as u = 2x.

    >>> print(rows("f", "2 x", "4"))
    \begin{aligned} f &= 2 x \\ &= 4 \end{aligned}
    """
    lines = [f"{given[0]} &= {given[1]}"] if given else []
    lines += [f"{first} &= {others[0]}", *(f"&= {other}" for other in others[1:])]
    body = r" \\ ".join(lines)
    return rf"\begin{{aligned}} {body} \end{{aligned}}"
