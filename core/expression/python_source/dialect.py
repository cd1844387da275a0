"""What a library calls the functions of the language, and what it lacks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from core.expression.tree import Node

SUM, PRODUCT, POWER, ATOM = range(4)
"""How tightly a piece of Python holds together; a minus in front counts as a sum."""


@dataclass(frozen=True)
class Piece:
    """Python source and how tightly it holds together."""

    text: str
    tightness: int = ATOM

    def within(self, place: int) -> str:
        """The text as it may stand there, in brackets where they are needed."""
        return self.text if self.tightness >= place else f"({self.text})"


Call = Callable[..., Piece]
"""Pieces of the arguments → the piece of the call."""


@dataclass(frozen=True)
class Dialect:
    """How one library writes the language.

    calls: a row for each function of `FUNCTIONS`. constants: of π and e. number: an exact rational ≥ 0.
    power: (base, exponent) of u^(p/q) for an exact exponent; real_power: of any other. constant: a subtree
    without variables in its own words, None where it is written like all others. pieces: of
    [(operands with relations, value), …] and the last value. definitions: the source of what the library
    lacks, by name; a name that is written calls for its definition. decorator: what makes the definition of a
    function real, and prelude its source; both "" where none is needed.
    """

    calls: Mapping[str, Call]
    constants: Mapping[str, str]
    undefined: str
    number: Callable[[Fraction], Piece]
    power: Callable[[Piece, Fraction], Piece]
    real_power: Call
    constant: Callable[[Node, Callable[[Node], Piece]], Piece | None]
    pieces: Callable[[list[tuple["Chain", Piece]], Piece], Piece]
    definitions: Mapping[str, str]
    decorator: str
    prelude: str


@dataclass(frozen=True)
class Chain:
    """A condition: sides[0] signs[0] sides[1] signs[1] …; computed: the sides that may lack a value."""

    sides: tuple[Piece, ...]
    signs: tuple[str, ...]
    computed: tuple[Piece, ...]

    @property
    def links(self) -> list[tuple[str, str, str]]:
        """Each relation by itself: (left, sign, right)."""
        texts = [side.within(SUM) for side in self.sides]
        return list(zip(texts, self.signs, texts[1:], strict=False))

    @property
    def python(self) -> str:
        """As Python writes it: 0 < x <= 1."""
        first, *others = (side.within(SUM) for side in self.sides)
        signs = ("==" if sign == "=" else sign for sign in self.signs)
        return first + "".join(f" {sign} {other}" for sign, other in zip(signs, others, strict=True))


def called(name: str) -> Call:
    """name(…) with the arguments between commas."""
    return lambda *arguments: Piece(f"{name}({', '.join(argument.text for argument in arguments)})")


def product(*factors: Piece) -> Piece:
    """One factor after another."""
    return Piece("*".join(factor.within(POWER) for factor in factors), PRODUCT)


def quotient(above: Piece, below: Piece) -> Piece:
    """above / below."""
    return Piece(f"{above.within(PRODUCT)}/{below.within(POWER)}", PRODUCT)


def conditional(branches: list[tuple[Chain, Piece]], otherwise: Piece, unknown: str, undefined: str) -> Piece:
    """Python's own conditional; `unknown` is the test for a side without a value, which leaves it open."""
    text = otherwise.within(SUM)
    for chain, value in reversed(branches):
        text = f"{value.within(SUM)} if {chain.python} else {text}"
        if chain.computed:
            tests = " or ".join(f"{unknown}({side.text})" for side in chain.computed)
            text = f"{undefined} if {tests} else {text}"
    return Piece(f"({text})")
