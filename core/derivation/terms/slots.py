"""A rule's formula has slots: u for a part of the function, u′ for its derivative. `fill` puts trees in.

A slot is a variable whose name nobody can type, so a formula with slots is printed and evaluated like any
other tree.
"""

from collections.abc import Callable, Mapping

from core.expression.tree import Binary, Branch, Call, Condition, Negate, Node, Piecewise, Variable

Build = Callable[[Node], Node]


def part(place: int) -> Variable:
    """The slot of the part in this place."""
    return Variable(f"#{place}")


def slope(place: int) -> Variable:
    """The slot of the derivative of the part in this place."""
    return Variable(f"#{place}'")


def fill(formula: Node, trees: Mapping[str, Node], build: Build = lambda node: node) -> Node:
    """The formula with trees in place of the variables that `trees` names; `build` finishes each new node.

    >>> fill(Negate(part(0)), {part(0).name: Variable("x")})
    Negate(operand=Variable(name='x'))
    """

    def filled(node: Node) -> Node:
        match node:
            case Variable(name):
                return trees.get(name, node)
            case Negate(operand):
                return build(Negate(filled(operand)))
            case Binary(operator, left, right):
                return build(Binary(operator, filled(left), filled(right)))
            case Call(function, arguments):
                return build(Call(function, tuple(map(filled, arguments))))
            case Piecewise(branches, otherwise):
                last = None if otherwise is None else filled(otherwise)
                return build(Piecewise(tuple(map(line, branches)), last))
            case _:
                return node

    def line(branch: Branch) -> Branch:
        operands = tuple(map(filled, branch.condition.operands))
        return Branch(Condition(operands, branch.condition.relations), filled(branch.value))

    return filled(formula)
