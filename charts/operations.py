"""A function as a graph of operations: nodes with their values, and the edges a step is about."""

from functools import lru_cache
from typing import Any, Literal

from charts.encodings import Layer, field
from charts.inner_slider import SEED, seed_columns
from charts.label_layers import halo
from charts.operations_data import Way, current, edge_rows, local_rows, node_rows, places, words
from charts.operations_tree import tree_edge_rows, tree_node_rows, tree_places
from charts.palette import AXIS_SIZE, LABEL_SIZE, PATH_WIDTH, THIN_WIDTH, Palette, palette
from charts.picture import Picture
from charts.theme import fixed_scale, settings
from core.computational_graph import Dependencies, Graph

MOST_NODES = 20
_ROW, _MARGIN = 74, 76
_ASIDE, _ABOVE = 0.6, 0.45


def operations_chart(*, graph: Graph, way: Way, step: int, dark: bool = False) -> Picture:
    """The graph from its variables on the left to f on the right, at one step of a pass."""
    where, now = places(graph), current(graph, way, step)
    edges = edge_rows(graph, where, way, now)
    heights = [*(y for _, y in where.values()), *edges["y"].tolist()]
    last = max(x for x, _ in where.values())
    return Picture(
        spec=_template(last, (min(heights), max(heights)), way, dark),
        data={
            "nodes": node_rows(graph, where, way, now),
            "edges": edges,
            "locals": local_rows(graph, where, way, now),
            SEED: seed_columns(0, 0, words(graph, way, now)),
        },
        alt=f"The computational graph of f, {len(graph.nodes)} nodes, {way}.",
    )


def dependencies_chart(*, tree: Dependencies, step: int, dark: bool = False) -> Picture:
    """The tree of z(x(t), y(t)): an edge for each derivative; `step` counts as `path_steps` does."""
    where = tree_places(tree)
    edges, local = tree_edge_rows(tree, where, step)
    spread = max(abs(y) for _, y in where.values())
    return Picture(
        spec=_template(2.0, (-spread, spread), "tree", dark),
        data={
            "nodes": tree_node_rows(where),
            "edges": edges,
            "locals": local,
            SEED: seed_columns(0, 0, ", ".join(local["local"].tolist())),
        },
        alt=f"The tree of dependencies: z depends on {' and '.join(tree.partials)}, both on one variable.",
    )


@lru_cache(maxsize=64)
def _template(
    last: float, heights: tuple[float, float], way: Way | Literal["tree"], dark: bool
) -> dict[str, Any]:
    ink = palette(dark)
    low, high = heights
    x = field("x", scale=fixed_scale((-_ASIDE, last + _ASIDE)), axis=None)
    y = field("y", scale=fixed_scale((low - _ABOVE, high + _ABOVE)), axis=None)
    accent = ink.function if way == "forward" else ink.slope
    return {
        **settings(ink),
        "height": round(_MARGIN + _ROW * (high - low + 2 * _ABOVE)),
        "layer": [
            _plane(),
            *_edges(ink, accent, x, y),
            _nodes(ink, accent),
            *_texts(ink, last),
            *_locals(ink),
            *([] if way == "tree" else [_direction(way, accent)]),
        ],
    }


def _plane() -> Layer:
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "strokeOpacity": 0, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _edges(ink: Palette, accent: str, x: Layer, y: Layer) -> list[Layer]:
    """Every edge thin, those of the step broad and in the colour of what flows."""
    encoding = {"x": x, "y": y, "order": field("order"), "detail": {"field": "edge", "type": "nominal"}}
    look = {"type": "line", "aria": False}
    return [
        {
            "name": "edges",
            "data": {"name": "edges"},
            "mark": {**look, "color": ink.quiet, "strokeWidth": THIN_WIDTH},
            "encoding": encoding,
        },
        {
            "name": "active",
            "data": {"name": "edges"},
            "transform": [{"filter": "datum.active"}],
            "mark": {**look, "color": accent, "strokeWidth": PATH_WIDTH + 1},
            "encoding": encoding,
        },
    ]


def _nodes(ink: Palette, accent: str) -> Layer:
    fill = [{"test": "datum.now", "value": accent}, {"test": "datum.known", "value": ink.text}]
    look = {"type": "point", "size": 240, "opacity": 1, "stroke": ink.text, "strokeWidth": 1.6, "aria": False}
    colour = {"condition": fill, "value": ink.background}
    return {
        "name": "nodes",
        "data": {"name": "nodes"},
        "mark": look,
        "encoding": {"x": field("x"), "y": field("y"), "fill": colour},
    }


def _texts(ink: Palette, last: float) -> list[Layer]:
    """The operation above each node, its value below, and below that the derivative of f by it."""
    rows = (
        ("label", -20, LABEL_SIZE, ink.text),
        ("value", 20, AXIS_SIZE, ink.function),
        ("slope", 37, AXIS_SIZE, ink.slope),
    )
    room = {"limit": {"expr": f"width / {last + 2 * _ASIDE} + 24"}}
    return [
        {
            "data": {"name": "nodes"},
            "layer": halo(
                name,
                {"type": "text", "dy": dy, "fontSize": size, "aria": False, **room},
                ink,
                {"x": field("x"), "y": field("y"), "text": {"field": name}},
                {"value": colour},
            ),
        }
        for name, dy, size, colour in rows
    ]


def _locals(ink: Palette) -> list[Layer]:
    look = {"type": "text", "fontSize": AXIS_SIZE, "fontWeight": "bold", "aria": False}
    place = {"x": field("x"), "y": field("y"), "text": {"field": "local"}}
    return [{"data": {"name": "locals"}, "layer": halo("locals", look, ink, place, {"value": ink.slope})}]


def _direction(way: Way, accent: str) -> Layer:
    text = "values flow →" if way == "forward" else "← derivatives flow"
    look = {"type": "text", "text": text, "x": 2, "y": 6, "align": "left", "color": accent, "aria": False}
    return {"name": "direction", "data": {"name": SEED}, "mark": {**look, "fontSize": AXIS_SIZE}}
