"""Where the nodes of a computational graph stand, and what is known of them at one step of a pass."""

from collections.abc import Mapping
from typing import Literal

import numpy as np

from charts.clipping import Floats
from charts.picture import Columns
from core.computational_graph import Graph, Operation
from core.expression.printer import text
from core.numbers import number

Way = Literal["forward", "backward"]
Places = Mapping[str, tuple[float, float]]

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_BEND = 0.36
_POINTS = np.linspace(0.0, 1.0, 33)
_DIGITS = 4


def places(graph: Graph) -> Places:
    """(column, height) of every node by name: its column is the longest way to it from a variable."""
    columns: dict[str, int] = {}
    for node in graph.nodes:
        columns[node.name] = 1 + max((columns[name] for name in node.inputs), default=-1)
    found: dict[str, tuple[float, float]] = {}
    for column in sorted(set(columns.values())):
        names = [name for name, own in columns.items() if own == column]
        for row, name in enumerate(names):
            found[name] = (float(column), (len(names) - 1) / 2 - row)
    return found


def current(graph: Graph, way: Way, step: int) -> str:
    """The node that a step is about; forward only those with something to compute have a step."""
    nodes = [node for node in graph.nodes if node.inputs] if way == "forward" else list(graph.nodes[::-1])
    return nodes[min(step, len(nodes) - 1)].name if nodes else graph.nodes[-1].name


def node_rows(graph: Graph, where: Places, way: Way, now: str) -> Columns:
    """One row per node: its place, its operation, and what is known by now of its value and its slope."""
    names = [node.name for node in graph.nodes]
    reached = names.index(now)
    values = [way == "backward" or k <= reached or not node.inputs for k, node in enumerate(graph.nodes)]
    slopes = [way == "backward" and k >= reached for k in range(len(names))]
    return {
        "x": np.array([where[name][0] for name in names]),
        "y": np.array([where[name][1] for name in names]),
        "label": np.array([_label(node) for node in graph.nodes]),
        "value": np.array(_shown("= {}", graph.values, names, values)),
        "slope": np.array(_shown("slope {}", graph.adjoints, names, slopes)),
        "now": np.array([name == now for name in names]),
        "known": np.array(slopes if way == "backward" else values),
    }


def _shown(form: str, numbers: Mapping[str, object], names: list[str], known: list[bool]) -> list[str]:
    pairs = zip(names, known, strict=True)
    return [form.format(_short(numbers[name])) if is_known else "" for name, is_known in pairs]


def edge_rows(graph: Graph, where: Places, way: Way, now: str) -> Columns:
    """The points of every edge from an input to the node that uses it; a long edge bends over the others.

    `active`: the edges that this step is about.
    """
    edges = [(user.name, name) for user in graph.nodes for name in user.inputs]
    paths = [path(where[used], where[user]) for user, used in edges]
    active = [_is_active(edge, way, now) for edge in edges]
    count = len(_POINTS)
    return {
        "edge": np.repeat(np.arange(len(edges), dtype=np.int16), count),
        "order": np.tile(np.arange(count, dtype=np.int8), len(edges)),
        "x": np.concatenate([path[0] for path in paths]) if paths else np.empty(0),
        "y": np.concatenate([path[1] for path in paths]) if paths else np.empty(0),
        "active": np.repeat(np.array(active, dtype=np.bool_), count),
    }


def local_rows(graph: Graph, where: Places, way: Way, now: str) -> Columns:
    """The local derivatives along the edges of this step, backward only, at the middle of each."""
    edges = [(user.name, name) for user in graph.nodes for name in user.inputs]
    kept = [edge for edge in edges if way == "backward" and _is_active(edge, way, now)]
    middles = [path(where[used], where[user]) for user, used in kept]
    half = len(_POINTS) // 2
    return {
        "x": np.array([path[0][half] for path in middles], dtype=np.float64),
        "y": np.array([path[1][half] for path in middles], dtype=np.float64),
        "local": np.array([f"· {_short(graph.locals[edge])}" for edge in kept], dtype=np.str_),
    }


def words(graph: Graph, way: Way, now: str) -> str:
    """What the picture shows at this step, for those who cannot see it."""
    numbers, name = (graph.values, "value") if way == "forward" else (graph.adjoints, "derivative of f by it")
    return f"At {plain(now)}: the {name} is {_short(numbers[now])}."


def plain(name: str) -> str:
    """v_12 in plain letters.

    >>> plain("v_12"), plain("x")
    ('v₁₂', 'x')
    """
    letter, _, index = name.partition("_")
    return letter + index.translate(_SUBSCRIPTS)


def _label(node: Operation) -> str:
    if not node.inputs and node.name == str(getattr(node.operation, "name", "")):
        return node.name
    formula = text(node.operation)
    for name in sorted(node.inputs, key=len, reverse=True):
        formula = formula.replace(name, plain(name))
    return f"{plain(node.name)} = {formula.replace('*', '·').replace('-', '−')}"


def _short(value: object) -> str:
    return number(float(value), _DIGITS)  # type: ignore[arg-type]  # mpf has no type


def _is_active(edge: tuple[str, str], way: Way, now: str) -> bool:
    return edge[0 if way == "forward" else 1] == now


def path(start: tuple[float, float], end: tuple[float, float]) -> tuple[Floats, Floats]:
    """Straight to the next column, a bow over the columns between."""
    (x0, y0), (x1, y1) = start, end
    bow = _BEND * (x1 - x0) ** 0.5 if x1 - x0 > 1 else 0.0
    heights = y0 + (y1 - y0) * _POINTS + 4 * bow * _POINTS * (1 - _POINTS)
    return x0 + (x1 - x0) * _POINTS, heights
