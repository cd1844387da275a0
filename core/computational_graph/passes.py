"""Both passes through the graph as worked steps, with numbers: a value for each node, then an adjoint."""

from core.computational_graph.graph import DIGITS, Graph, Operation
from core.derivation.writing.hand import rows
from core.expression import Expression
from core.numbers import number, number_latex
from core.steps import Check, Step
from core.substitution import as_factor, formula_latex, substituted_latex

TOLERANCE = 1e-22
VALUE_TOLERANCE = 1e-9
SHOWN_DIGITS = 6
CHECK_DIGITS = 12


def forward_steps(graph: Graph) -> tuple[Step, ...]:
    """One step for each operation, from the variables to f."""
    return tuple(_forward(graph, node) for node in graph.nodes if node.inputs)


def backward_steps(graph: Graph) -> tuple[Step, ...]:
    """One step for each node, from f to the variables: v̄ = Σ w̄·∂w/∂v over the nodes w that use v."""
    return tuple(_backward(graph, node) for node in reversed(graph.nodes))


def _forward(graph: Graph, node: Operation) -> Step:
    values = {name: float(graph.values[name]) for name in node.inputs}
    value = float(graph.values[node.name])
    shown = rows(
        tex(node.name),
        formula_latex(node.operation, _names(node)),
        substituted_latex(node.operation, values, SHOWN_DIGITS),
        number_latex(value, SHOWN_DIGITS),
    )
    inputs = " and ".join(name.replace("_", "") for name in node.inputs)
    why = f"The value needs only {inputs}, which {'is' if len(node.inputs) == 1 else 'are'} known."
    return Step(f"Value of {node.name.replace('_', '')}", shown, why, _value_check(graph, node, value))


def _value_check(graph: Graph, node: Operation, value: float) -> Check:
    """The value against the typed part in float64, evaluated in one go."""
    place = [float(graph.values[name]) for name in graph.expression.variables]
    second = float(Expression("", node.part, graph.expression.variables)(*place))
    return Check(
        "The value that arrived node by node against this part of the function evaluated in one go.",
        number(value, CHECK_DIGITS),
        number(second, CHECK_DIGITS),
        0.0 if second == value or (second != second and value != value) else abs(second - value),
        VALUE_TOLERANCE * max(1.0, abs(value)),
    )


def _backward(graph: Graph, node: Operation) -> Step:
    name, adjoint = bar(node.name), float(graph.adjoints[node.name])
    users = graph.consumers[node.name]
    title = f"Derivative of f by {node.name.replace('_', '')}"
    check = _adjoint_check(graph, node)
    if node is graph.nodes[-1]:
        return Step(title, rf"{name} = \frac{{df}}{{df}} = 1", "f changes as much as f itself.", check)
    if not users:
        return Step(title, rf"{name} = 0", "f does not depend on it.", check)
    terms = [rf"{bar(user)} \cdot {_local_name(user, node.name)}" for user in users]
    numbers = [_numbers(graph, user, node.name) for user in users]
    shown = rows(name, " + ".join(terms), " + ".join(numbers), number_latex(adjoint, SHOWN_DIGITS))
    ways = "the one node that uses it" if len(users) == 1 else f"all {len(users)} nodes that use it, added up"
    why = f"A nudge reaches f through {ways}: each passes on its own derivative times the local one."
    return Step(title, shown, why, check, tuple(_edge(graph, user, node.name) for user in users))


def _edge(graph: Graph, user: str, used: str) -> Step:
    """The local derivative along one edge."""
    node = next(node for node in graph.nodes if node.name == user)
    partial = node.partials[node.inputs.index(used)]
    values = {name: float(graph.values[name]) for name in node.inputs}
    lines = [
        formula_latex(partial, _names(node)),
        substituted_latex(partial, values, SHOWN_DIGITS),
        number_latex(float(graph.locals[user, used]), SHOWN_DIGITS),
    ]
    operation = formula_latex(node.operation, _names(node))
    title = f"From {user.replace('_', '')} to {used.replace('_', '')}"
    why = "The local derivative knows one operation only, and its inputs' values from the way forward."
    shown = rows(_local_name(user, used), *dict.fromkeys(lines), given=(tex(user), operation))
    return Step(title, shown, why)


def _numbers(graph: Graph, user: str, used: str) -> str:
    values = (graph.adjoints[user], graph.locals[user, used])
    first, second = (as_factor(number_latex(float(value), SHOWN_DIGITS)) for value in values)
    return rf"{first} \cdot {second}"


def _adjoint_check(graph: Graph, node: Operation) -> Check:
    """The adjoint against a nudge of the node's value, computed through to f in 50 digits."""
    adjoint, nudged = graph.adjoints[node.name], graph.nudged(node.name)
    scale = max(1.0, abs(float(nudged)), abs(graph.value))
    both_missing = adjoint != adjoint and nudged != nudged
    return Check(
        f"The derivative that flowed back against a nudge of {node.name.replace('_', '')} by ±10⁻¹⁸, carried "
        f"through to f in {DIGITS} digits.",
        number(float(adjoint), CHECK_DIGITS),
        number(float(nudged), CHECK_DIGITS),
        0.0 if both_missing else float(abs(adjoint - nudged)),
        TOLERANCE * scale if scale == scale else TOLERANCE,
    )


def tex(name: str) -> str:
    """v_12 as LaTeX.

    >>> tex("v_12"), tex("x")
    ('v_{12}', 'x')
    """
    letter, _, index = name.partition("_")
    return f"{letter}_{{{index}}}" if index else letter


def bar(name: str) -> str:
    r"""The adjoint's name in LaTeX.

    >>> print(bar("v_12"), bar("x"))
    \bar{v}_{12} \bar{x}
    """
    letter, _, index = name.partition("_")
    return rf"\bar{{{letter}}}_{{{index}}}" if index else rf"\bar{{{letter}}}"


def _local_name(user: str, used: str) -> str:
    return rf"\frac{{\partial {tex(user)}}}{{\partial {tex(used)}}}"


def _names(node: Operation) -> dict[str, str]:
    return {name: tex(name) for name in node.inputs}
