"""What went wrong: every misconception, at one part of the function at a time, held against the answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from core.answers.misconceptions import MISCONCEPTIONS, Misconception
from core.answers.places import Places, same_at
from core.answers.slopes import Slopes, slope, true_slopes
from core.answers.trees import has_variable
from core.expression import Expression
from core.expression.latex import latex
from core.expression.numeric import Program
from core.expression.tree import Binary, Node, children

MOST_CANDIDATES = 400
FEWEST_PLACES = 5
_CLOSE = 1e-9
_CONFIRMED_AT = 4


@dataclass(frozen=True)
class Diagnosis:
    """One explanation of an answer: the misconception, and the part it was applied to.

    `where` is None where it was applied throughout. `written` is what somebody with this misconception writes
    for the whole derivative, `latex` the line that shows the part, its right slope and the one that was
    written; both are made of trees, never of typed text.
    """

    misconception: Misconception
    where: Node | None
    written: Expression
    latex: str

    @property
    def sentence(self) -> str:
        """What it looks like, for the reader; the part itself is shown beside it."""
        place = "throughout" if self.where is None else "in the part shown"
        return f"It looks like this, {place}: {self.misconception.name} {self.misconception.truth}"


def diagnoses(e: Expression, answer: Expression, places: Places) -> tuple[Diagnosis, ...]:
    """All explanations of a wrong answer, the likeliest first; none where no row of the table fits.

    `places` are where f, f′ and the answer have values, the witness against the answer first.
    """
    candidates = list(islice(_candidates(e), MOST_CANDIDATES))
    program = Program([candidate.written.tree for candidate in candidates], e.variables)
    typed = answer(places.floats)
    found: dict[tuple[str, str], Diagnosis] = {}
    for candidate, values in zip(candidates, program(places.floats), strict=True):
        if _agree(values, typed) and _confirmed(candidate, answer, places.exact):
            found.setdefault((candidate.misconception.key, candidate.latex), candidate)
    return tuple(found.values())


def misread(e: Expression, misconception: Misconception) -> Iterator[Diagnosis]:
    """f′ as somebody with this misconception writes it: with it at one part of f, then with it throughout."""
    right = true_slopes(e.tree)
    parts: set[int] = set()
    for where, wrong, whole in _at_one_part(e.tree, misconception, right):
        parts.add(id(where))
        yield _written(e, misconception, where, whole, _line(where, right[id(where)], wrong))
    if len(parts) > 1:
        whole = _throughout(e.tree, misconception)
        yield _written(e, misconception, None, whole, _line(e.tree, right[id(e.tree)], whole))


def _candidates(e: Expression) -> Iterator[Diagnosis]:
    for misconception in MISCONCEPTIONS:
        yield from misread(e, misconception)


def _written(e: Expression, row: Misconception, where: Node | None, whole: Node, line: str) -> Diagnosis:
    return Diagnosis(row, where, Expression.of_tree(whole, e.variables), line)


def _at_one_part(node: Node, row: Misconception, right: dict[int, Node]) -> Iterator[tuple[Node, Node, Node]]:
    """(part, its wrong slope, that of the whole then), outermost parts first."""
    parts = children(node)
    below = tuple(right[id(part)] for part in parts)
    for wrong in row.wrong(node, below):
        yield node, wrong, wrong
    for place, part in enumerate(parts):
        # What a constant in an exponent or a factor is mistaken for, nobody writes.
        if has_variable(part) or _is_sum(node):
            for where, its_wrong, changed in _at_one_part(part, row, right):
                yield where, its_wrong, slope(node, _replaced(below, place, changed))


def _throughout(node: Node, row: Misconception) -> Node:
    """The slope of somebody who makes the mistake wherever it can be made."""
    below = tuple(_throughout(part, row) for part in children(node))
    wrong = row.wrong(node, below) if has_variable(node) else ()
    return wrong[0] if wrong else slope(node, below)


def _is_sum(node: Node) -> bool:
    return isinstance(node, Binary) and node.operator in ("+", "-")


def _replaced(below: Slopes, place: int, changed: Node) -> Slopes:
    return (*below[:place], changed, *below[place + 1 :])


def _line(where: Node, right: Node, wrong: Node) -> str:
    r"""(part)′ = right, written was wrong."""
    return (
        rf"\left({latex(where)}\right)' = {latex(right)}"
        rf"\qquad \text{{written: }} {latex(wrong)}"
    )


def _agree(values: NDArray[np.float64], typed: NDArray[np.float64]) -> bool:
    known = np.isfinite(values) & np.isfinite(typed)
    if np.count_nonzero(known) < min(FEWEST_PLACES, typed.size):
        return False
    size = np.maximum(np.abs(values), np.abs(typed))[known]
    return bool((np.abs(values - typed)[known] <= _CLOSE * size).all())


def _confirmed(candidate: Diagnosis, answer: Expression, exact: tuple[Fraction, ...]) -> bool:
    """Whether the two agree in many digits too, and first of all at the witness, where f′ does not."""
    verdicts = [same_at(candidate.written, answer, x) for x in exact[:_CONFIRMED_AT]]
    return verdicts[0] is True and False not in verdicts
