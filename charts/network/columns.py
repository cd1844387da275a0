"""Where the units of a network stand, and what is known of them and of their edges at one stage."""

from collections.abc import Mapping

import numpy as np

from charts.picture import Columns
from core.backpropagation import Edge, Node, Pass, Stage
from core.models.worked.writing import plain
from core.numbers import number

Places = Mapping[str, tuple[float, float]]

DIGITS = 3
MOST_NAMED = 4
"""Edges between two layers that all carry their weight; where there are more, the present ones do."""

_THIN, _BROAD = 1.0, 5.0
_CROSSING, _FREE = 0.36, 0.51
_HERE, _ON_THE_WAY = 2, 1
_LETTERS = {"sigmoid": "σ"}


def places(passed: Pass) -> Places:
    """(layer, height in rows) of every node by name, and of the loss below the output."""
    found: dict[str, tuple[float, float]] = {}
    for layer in (0, 1, 2):
        names = [node.name for node in passed.nodes if node.layer == layer]
        for row, name in enumerate(names):
            found[name] = (float(layer), (len(names) - 1) / 2 - row)
    return found


def node_rows(passed: Pass, where: Places, walked: tuple[Stage, ...]) -> Columns:
    """One row per node; `walked` are the stages so far, the present one last."""
    names = [node.name for node in passed.nodes]
    texts = [_node_texts(passed, node, walked) for node in passed.nodes]
    now = _now(walked[-1])
    return {
        "x": np.array([where[name][0] for name in names]),
        "y": np.array([where[name][1] for name in names]),
        "label": np.array([text[0] for text in texts]),
        "bias": np.array([text[1] for text in texts]),
        "slope": np.array([text[2] for text in texts]),
        "now": np.array([name == now for name in names]),
        "known": np.array([_is_known(name, walked) for name in names]),
    }


def loss_row(passed: Pass, walked: tuple[Stage, ...]) -> Columns:
    """The label of the sample, and the loss once it is known."""
    label = f"y = {_short(passed.sample.label)}"
    loss = f", L = {_short(passed.sample.loss_at(passed.sample.theta))}" if Stage("loss") in walked else ""
    return {"x": np.array([2.0]), "y": np.array([0.0]), "says": np.array([label + loss])}


def edge_rows(passed: Pass, where: Places, walked: tuple[Stage, ...]) -> Columns:
    """One row per edge between nodes: its ends, its width by |w|, and `glow` where the stage is about it."""
    edges = [edge for edge in passed.edges if edge.start]
    largest = max((abs(edge.weight) for edge in edges), default=0.0) or 1.0
    widths = [_THIN + (_BROAD - _THIN) * min(abs(edge.weight) / largest, 1.0) for edge in edges]
    known = {stage.name for stage in walked if stage.kind == "edge"}
    texts = [_edge_texts(edge, known) if _is_named(passed, edge, walked) else ("", "") for edge in edges]
    crossed = passed.hidden > 1
    middles = [_label_place(where[edge.start], where[edge.end], crossed) for edge in edges]
    return {
        "x": np.array([where[edge.start][0] for edge in edges]),
        "y": np.array([where[edge.start][1] for edge in edges]),
        "x2": np.array([where[edge.end][0] for edge in edges]),
        "y2": np.array([where[edge.end][1] for edge in edges]),
        "mx": np.array([place[0] for place in middles]),
        "my": np.array([place[1] for place in middles]),
        "width": np.array(widths),
        "negative": np.array([edge.weight < 0 for edge in edges]),
        "glow": np.array([_glow(passed, edge, walked[-1]) for edge in edges], dtype=np.int8),
        "backward": np.array([walked[-1].kind != "value" for _ in edges]),
        "weight": np.array([weight for weight, _ in texts]),
        "slope": np.array([slope for _, slope in texts]),
    }


def words(passed: Pass, walked: tuple[Stage, ...]) -> str:
    """The line of numbers of this stage."""
    stage, sample = walked[-1], passed.sample
    match stage.kind:
        case "value":
            node = passed.node(stage.name)
            kind = "sigmoid" if stage.name == "ŷ" else sample.model.activation
            called = f"{_LETTERS.get(kind, kind)}({_short(node.total)})"
            return f"{plain(node.name)} = {called} = {_short(node.value)}"
        case "loss":
            return f"L = {_short(sample.loss_at(sample.theta))} for y = {_short(sample.label)}"
        case "miss":
            return f"∂L/∂z = −(y − ŷ) = {_short(passed.miss)}"
        case "edge":
            return _chain(passed, next(edge for edge in passed.edges if edge.name == stage.name))
        case "update":
            losses = [_short(sample.loss_at(theta)) for theta in (sample.theta, passed.updated)]
            return f"All weights step against their slopes: L goes from {losses[0]} to {losses[1]}"


def _chain(passed: Pass, edge: Edge) -> str:
    factors = [passed.miss, *(factor.value for factor in edge.factors[2:])]
    first, *others = [_short(value) for value in factors]
    product = " · ".join([first, *(f"({text})" if text.startswith("−") else text for text in others)])
    return f"∂L/∂{plain(edge.name)} = {product} = {_short(edge.derivative)}"


def _node_texts(passed: Pass, node: Node, walked: tuple[Stage, ...]) -> tuple[str, str, str]:
    """Its name and value, its bias, and the slope of the loss by its value."""
    name = plain(node.name)
    known = _is_known(node.name, walked)
    label = f"{name} = {_short(node.value)}" if known else name
    bias = f"{plain(node.bias)} = {_short(node.bias_value)}" if node.bias else ""
    return label, bias, f"slope {_short(node.derivative)}" if _has_slope(passed, node, walked) else ""


def _is_known(name: str, walked: tuple[Stage, ...]) -> bool:
    return name.startswith("x") or Stage("value", name) in walked


def _has_slope(passed: Pass, node: Node, walked: tuple[Stage, ...]) -> bool:
    """ŷ from the turn on, a unit once one of the edges into it was walked."""
    if node.layer == 2:
        return Stage("miss") in walked
    ends = {edge.name for edge in passed.edges if edge.end == node.name}
    return any(stage.kind == "edge" and stage.name in ends for stage in walked)


def _now(stage: Stage) -> str:
    """The node that a stage is about: its own, or the one that a bias belongs to."""
    if stage.kind == "value":
        return stage.name
    if stage.kind in ("loss", "miss") or stage.name == "b":
        return "ŷ"
    return f"a{stage.name[1:]}" if stage.name.startswith("b") else ""


def _glow(passed: Pass, edge: Edge, stage: Stage) -> int:
    """2 for the edges a stage is about, 1 for those its slope came back along."""
    if stage.kind == "value":
        return _HERE if edge.end == stage.name else 0
    if stage.kind == "update" or edge.name == stage.name:
        return _HERE
    if stage.kind != "edge":
        return 0
    own = next(one for one in passed.edges if one.name == stage.name)
    return _ON_THE_WAY if edge.start == own.end else 0


def _is_named(passed: Pass, edge: Edge, walked: tuple[Stage, ...]) -> bool:
    between = len(passed.sample.inputs) * passed.hidden
    own = walked[-1].kind == "edge" and walked[-1].name == edge.name
    return own or max(between, passed.hidden) <= MOST_NAMED


def _label_place(start: tuple[float, float], end: tuple[float, float], crossed: bool) -> tuple[float, float]:
    """In the middle of an edge that no other crosses, else nearer to its start."""
    share = _CROSSING if crossed and start[0] == 0 and start[1] != end[1] else _FREE
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def _edge_texts(edge: Edge, known: set[str]) -> tuple[str, str]:
    """Its weight, and the slope of the loss by it once that is known."""
    slope = _short(edge.derivative) if edge.name in known else ""
    return f"{plain(edge.name)} = {_short(edge.weight)}", slope


def _short(value: float) -> str:
    return number(value, DIGITS)
