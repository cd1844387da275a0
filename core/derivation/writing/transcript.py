"""A derivation as plain text, to paste where there is no LaTeX: one line per rule, parts indented."""

from collections.abc import Iterator

from core.derivation.engine import Derived, parts_of
from core.derivation.terms.slots import fill, slope
from core.expression.printer import text
from core.expression.tree import Node, Variable


def transcript(tree: Derived, result: Node, sentence: str) -> str:
    """The whole derivation in lines, and at the end what the simplification did."""
    last = f"Simplify: {_said(tree)} = {text(result)}    ({sentence})"
    return "\n".join((*_lines(tree, 0), last))


def _lines(node: Derived, depth: int) -> Iterator[str]:
    margin = "  " * depth
    waiting = {
        slope(k).name: Variable(_waiting(part, node.variable)) for k, part in enumerate(node.move.parts)
    }
    rule = text(fill(node.move.after, {**parts_of(node.move), **waiting}))
    if not node.inner:
        yield f"{margin}{node.title}: {_said(node)} = {text(node.after)}"
        return
    named = f", {node.letter} = {text(node.move.parts[0])}" if node.letter else ""
    yield f"{margin}{node.title}: {_said(node)} = {rule}{named}"
    for below in node.substeps:
        yield from _lines(below, depth + 1)
    yield f"{margin}= {text(node.after)}"


def _said(node: Derived) -> str:
    return _waiting(node.part, node.variable)


def _waiting(part: Node, variable: str) -> str:
    return f"d/d{variable}[{text(part)}]"
