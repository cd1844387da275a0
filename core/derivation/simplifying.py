"""The last step: a shorter form of the derivative, and a sentence that says what was done to it.

SymPy proposes, numbers decide: a form counts only if it agrees with the unsimplified one in 50 digits at the
given places. Lines of a piecewise definition are simplified one by one, and their borders stay.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Any

import sympy

from core.derivation.braces import goes_into_the_lines, in_line, into_the_lines, set_aside
from core.derivation.terms.building import E, power
from core.derivation.terms.slots import fill
from core.expression.latex import written_size
from core.expression.precise import context, precise_value
from core.expression.symbols import UNDEFINED, from_sympy, to_sympy
from core.expression.tree import Binary, Call, Negate, Node, Number, Piecewise, Variable, children
from core.sympy_failures import GIVING_UP

DIGITS = 50
LARGEST = 300
"""Numbers, names and signs: beyond it a formula is left as the rules made it."""

MOST_TERMS = 60
MOST_LETTERS = 4
"""What polynomial arithmetic may have to do with: variables, functions and roots each count as a letter."""

Form = Callable[[sympy.Expr], sympy.Expr | None]
NamedForm = tuple[Form, str]
"""What is done, and the sentence that says so."""


@dataclass(frozen=True)
class Simplified:
    """The shorter form and what was done, in one sentence."""

    tree: Node
    sentence: str


NOTHING = "There is nothing left to simplify."
INTO_THE_LINES = "What stands around the braces goes into each line, and each line is simplified."
UNCHECKED = "No value of the function was found to check a shorter form with, so the formula stays."
ORDER = "Only the order of the factors changes."


def simplified(
    tree: Node, places: Sequence[Mapping[str, Any]], forms: Sequence[NamedForm] | None = None
) -> Simplified:
    """The shortest form found that agrees at the places; the tree itself where there is none, or no place.

    places: a number for each variable, where the tree has a value.
    """
    if not places:
        return Simplified(tree, UNCHECKED)
    if isinstance(tree, Piecewise):
        return _line_by_line(tree, places)
    if written_size(tree) > LARGEST:
        return Simplified(tree, "The formula is long, and stays as the rules made it.")
    closed, inside = set_aside(tree)
    if goes_into_the_lines(closed, inside):
        return replace(_line_by_line(into_the_lines(closed, inside), places), sentence=INTO_THE_LINES)
    best = Simplified(tree, NOTHING)
    for form, sentence in FORMS if forms is None else forms:
        found = _found(form, closed)
        if found is None:
            continue
        candidate = fill(_in_the_spelling_of(tree, found), inside)
        if _is_better(candidate, best.tree) and _agree(candidate, tree, places):
            best = Simplified(candidate, ORDER if _cost(candidate) == _cost(tree) else sentence)
    return best


def _line_by_line(tree: Piecewise, places: Sequence[Mapping[str, Any]]) -> Simplified:
    lines = [in_line(tree, place, branch.value) for place, branch in enumerate(tree.branches)]
    done = [value if value == UNDEFINED else simplified(value, places).tree for value in lines]
    branches = tuple(replace(b, value=value) for b, value in zip(tree.branches, done, strict=True))
    last = None if tree.otherwise is None else simplified(tree.otherwise, places).tree
    whole = Piecewise(branches, last)
    return Simplified(whole, NOTHING if whole == tree else "Each line is simplified on its own.")


def collected(e: sympy.Expr) -> sympy.Expr:
    """2·3x + x → 7x, x·x² → x³: what SymPy does while it builds."""
    return e


def factored(e: sympy.Expr) -> sympy.Expr:
    """a·b + a·c → a·(b + c)"""
    return sympy.factor_terms(e)


def expanded(e: sympy.Expr) -> sympy.Expr | None:
    """(x + 3) + (x − 2) → 2x + 1, (x + 1)·x → x² + x"""
    return sympy.expand(e) if _is_small(e) else None


def one_fraction(e: sympy.Expr) -> sympy.Expr | None:
    """a/b + c/d → one fraction, top and bottom in factors without a common one"""
    return sympy.factor(sympy.together(e)) if _is_small(e) else None


FORMS: tuple[NamedForm, ...] = (
    (collected, "Numbers are multiplied out and like terms and powers collected."),
    (factored, "The common factor is taken out."),
    (expanded, "The brackets are multiplied out and like terms collected."),
    (one_fraction, "All is put over one denominator, and common factors cancel."),
)
"""Tried in this order; a later one must be shorter to be taken."""


def _found(form: Form, tree: Node) -> Node | None:
    try:
        result = form(to_sympy(tree))
        return None if result is None else from_sympy(result)
    except GIVING_UP:
        return None


def _is_small(e: sympy.Expr) -> bool:
    """Whether all of it over one denominator, multiplied out, is a short polynomial in few letters."""
    letters = e.free_symbols | e.atoms(sympy.Function)
    roots = {p for p in e.atoms(sympy.Pow) if not p.exp.is_Integer}
    return len(letters | roots) <= MOST_LETTERS and _terms(e) <= MOST_TERMS


def _terms(e: sympy.Expr) -> int:
    """How many terms multiplying out makes at most, denominators brought to the others' numerators."""
    if isinstance(e, sympy.Add):
        below = prod(_terms(term.as_numer_denom()[1]) for term in e.args)
        return below * sum(_terms(term.as_numer_denom()[0]) for term in e.args)
    if isinstance(e, sympy.Mul):
        return prod(map(_terms, e.args))
    if isinstance(e, sympy.Pow) and e.exp.is_Integer:
        most: int = min(_terms(e.base), MOST_TERMS) ** min(abs(int(e.exp)), MOST_TERMS)
        return most
    return 1


def _is_better(new: Node, old: Node) -> bool:
    """Shorter; or as long, and a lone x that stood last in a product comes to the front: 2·eˣ·x is 2x·eˣ."""
    match old:
        case Binary("*", _, Variable()) | Negate(Binary("*", _, Variable())):
            decimals = any(isinstance(node, Number) and node.value.denominator > 1 for node in _walk(old))
            return _cost(new) < _cost(old) or (_cost(new) == _cost(old) and new != old and not decimals)
        case _:
            return _cost(new) < _cost(old)


def _in_the_spelling_of(tree: Node, found: Node) -> Node:
    """e^x for exp(x) where the function was typed so."""
    if any(isinstance(node, Call) and node.function == "exp" for node in _walk(tree)):
        return found

    def spelled(node: Node) -> Node:
        return power(E, node.arguments[0]) if isinstance(node, Call) and node.function == "exp" else node

    return fill(found, {}, spelled)


def _cost(tree: Node) -> int:
    """Signs to read; a minus, which a reader takes in at a glance, and a product weigh little."""
    light = sum(isinstance(node, Negate) for node in _walk(tree))
    negative_powers = sum(_is_negative_power(node) for node in _walk(tree))
    return 2 * written_size(tree) - light + 4 * negative_powers


def _is_negative_power(node: Node) -> bool:
    return isinstance(node, Binary) and node.operator == "^" and isinstance(node.right, Negate)


def _walk(tree: Node) -> list[Node]:
    return [tree, *(node for child in children(tree) for node in _walk(child))]


def _agree(first: Node, second: Node, places: Sequence[Mapping[str, Any]]) -> bool:
    mp = context(DIGITS)
    for place in places:
        a, b = (precise_value(tree, place, DIGITS) for tree in (first, second))
        if mp.isnan(b):
            continue
        if not abs(a - b) <= mp.mpf(10) ** (10 - DIGITS) * max(1, abs(b)):
            return False
    return True
