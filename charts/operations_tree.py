"""The tree of dependencies of z(x(t), y(t)): z on the left, its inputs, and t on the right."""

from itertools import chain

import numpy as np

from charts.operations_data import Places, path
from charts.picture import Columns
from core.computational_graph import Dependencies

_LONGEST = 34
_ABOVE = 0.16


def tree_places(tree: Dependencies) -> Places:
    """(column, height) of z, of every input, and of the one variable."""
    names = list(tree.partials)
    inputs = {name: (1.0, (len(names) - 1) / 2 - row) for row, name in enumerate(names)}
    return {"z": (0.0, 0.0), **inputs, tree.variable: (2.0, 0.0)}


def tree_node_rows(where: Places) -> Columns:
    """One row per node: its place and its name."""
    names = list(where)
    nothing = np.array([""] * len(names))
    return {
        "x": np.array([where[name][0] for name in names]),
        "y": np.array([where[name][1] for name in names]),
        "label": np.array(names),
        "value": nothing,
        "slope": nothing,
        "now": np.zeros(len(names), dtype=np.bool_),
        "known": np.ones(len(names), dtype=np.bool_),
    }


def tree_edge_rows(tree: Dependencies, where: Places, step: int) -> tuple[Columns, Columns]:
    """The edges path by path, from z on, and the derivative along each; step 1 is about the first edge."""
    ends = list(chain.from_iterable((("z", name), (name, tree.variable)) for name in tree.partials))
    lines = [path(where[start], where[end]) for start, end in ends]
    count = len(lines[0][0])
    edges: Columns = {
        "edge": np.repeat(np.arange(len(ends), dtype=np.int16), count),
        "order": np.tile(np.arange(count, dtype=np.int8), len(ends)),
        "x": np.concatenate([x for x, _ in lines]),
        "y": np.concatenate([y for _, y in lines]),
        "active": np.repeat(np.arange(1, len(ends) + 1) == step, count),
    }
    middle = count // 2
    local: Columns = {
        "x": np.array([x[middle] for x, _ in lines]),
        "y": np.array([y[middle] + _ABOVE * (1 if y[middle] > 0 else -1) for _, y in lines]),
        "local": np.array(list(chain.from_iterable(_labels(tree, name) for name in tree.partials))),
    }
    return edges, local


def _labels(tree: Dependencies, name: str) -> tuple[str, str]:
    return (
        _label(f"∂z/∂{name}", str(tree.partials[name].formula)),
        _label(f"d{name}/d{tree.variable}", str(tree.slopes[name].formula)),
    )


def _label(name: str, formula: str) -> str:
    """The derivative with its formula, if that is short."""
    written = formula.replace("*", "·").replace("-", "−")
    return f"{name} = {written}" if len(written) <= _LONGEST else name
