"""The network from its inputs on the left to its output on the right, at one stage of backpropagation."""

from functools import lru_cache
from typing import Any

from charts.encodings import Layer, field
from charts.inner_slider import SEED, seed_columns
from charts.label_layers import NARROW, halo
from charts.network.columns import edge_rows, loss_row, node_rows, places, words
from charts.palette import AXIS_SIZE, DASHES, LABEL_SIZE, Palette, palette
from charts.picture import Picture
from charts.theme import fixed_scale, settings
from core.backpropagation import Pass, stages

_ASIDE = 0.42
_ABOVE, _BELOW = 62, 48
"""Room in pixels for the texts over the highest and under the lowest node."""

_TALLEST_ROW, _SHORTEST_ROW, _SHRINK = 148, 84, 22
_GLOW = 11
LOSS_BELOW = 66
"""Pixels from the output down to the loss."""


def network_chart(*, passed: Pass, step: int, dark: bool = False) -> Picture:
    """The network at one of the `stages` of a pass, counted as the worked steps are.

    Edges are as broad as |w| is large, solid for a positive weight and dashed for a negative one.
    """
    order = stages(passed)
    walked = order[: min(max(step, 0), len(order) - 1) + 1]
    where, said = places(passed), words(passed, walked)
    inputs, hidden = len(passed.sample.inputs), passed.hidden
    return Picture(
        spec=_template(max(inputs, hidden), dark),
        data={
            "nodes": node_rows(passed, where, walked),
            "edges": edge_rows(passed, where, walked),
            "loss": loss_row(passed, walked),
            SEED: seed_columns(0, 0, said),
        },
        alt=f"A network with {_counted(inputs, 'input')}, {_counted(hidden, 'hidden unit')} and one output.",
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


@lru_cache(maxsize=32)
def _template(rows: int, dark: bool) -> dict[str, Any]:
    ink = palette(dark)
    row = max(_SHORTEST_ROW, _TALLEST_ROW - _SHRINK * max(rows - 2, 0))
    high = (rows - 1) / 2 + _ABOVE / row
    low = min(-(rows - 1) / 2 - _BELOW / row, -(LOSS_BELOW + LABEL_SIZE) / row)
    x = field("x", scale=fixed_scale((-_ASIDE, 2 + _ASIDE)), axis=None)
    y = field("y", scale=fixed_scale((low, high)), axis=None)
    return {
        **settings(ink),
        "height": round(row * (high - low)),
        "layer": [
            _plane(),
            _glows(ink, x, y),
            _edges(ink),
            _nodes(ink),
            *_node_texts(ink),
            *_edge_texts(ink),
            *_loss(ink),
            _readout(ink),
        ],
    }


def _plane() -> Layer:
    """The whole picture, named for those who cannot see it by what this stage shows."""
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "strokeOpacity": 0, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _glows(ink: Palette, x: Layer, y: Layer) -> Layer:
    """A broad light behind the edges that a stage is about, fainter along the way its slope came."""
    colour = {"condition": {"test": "datum.backward", "value": ink.slope}, "value": ink.function}
    return {
        "name": "glows",
        "data": {"name": "edges"},
        "transform": [{"filter": "datum.glow > 0"}, {"calculate": f"datum.width + {_GLOW}", "as": "broad"}],
        "mark": {"type": "rule", "strokeCap": "round", "aria": False},
        "encoding": {
            "x": x,
            "y": y,
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "strokeWidth": field("broad", scale=None),
            "strokeOpacity": {"condition": {"test": "datum.glow == 2", "value": 0.5}, "value": 0.2},
            "color": colour,
        },
    }


def _edges(ink: Palette) -> Layer:
    solid, dashed = ([*dash] for dash in DASHES)
    return {
        "name": "edges",
        "data": {"name": "edges"},
        "mark": {"type": "rule", "aria": False},
        "encoding": {
            "x": field("x"),
            "y": field("y"),
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "strokeWidth": field("width", scale=None),
            "strokeDash": {"condition": {"test": "datum.negative", "value": dashed}, "value": solid},
            "color": {"condition": {"test": "datum.negative", "value": ink.ascent}, "value": ink.function},
        },
    }


def _nodes(ink: Palette) -> Layer:
    fill = [{"test": "datum.now", "value": ink.slope}, {"test": "datum.known", "value": ink.text}]
    look = {"type": "point", "size": 260, "opacity": 1, "stroke": ink.text, "strokeWidth": 1.6, "aria": False}
    return {
        "name": "nodes",
        "data": {"name": "nodes"},
        "mark": look,
        "encoding": {"x": field("x"), "y": field("y"), "fill": {"condition": fill, "value": ink.background}},
    }


def _node_texts(ink: Palette) -> list[Layer]:
    """Name and value above the node, its bias below, and the slope of the loss by its value."""
    lines = (
        ("label", -23, LABEL_SIZE, ink.text),
        ("bias", 20, AXIS_SIZE, ink.quiet),
        ("slope", 36, AXIS_SIZE, ink.slope),
    )
    return [_text("nodes", name, ("x", "y"), dy, size, colour, ink) for name, dy, size, colour in lines]


def _edge_texts(ink: Palette) -> list[Layer]:
    lines = (("weight", -8, ink.text), ("slope", 8, ink.slope))
    return [_text("edges", name, ("mx", "my"), dy, AXIS_SIZE, colour, ink) for name, dy, colour in lines]


def _text(data: str, name: str, at: tuple[str, str], dy: int, size: int, colour: str, ink: Palette) -> Layer:
    narrow = {"expr": f"width < {NARROW} ? {size - 1} : {size}"}
    look = {"type": "text", "dy": dy, "fontSize": narrow, "aria": False}
    place = {"x": field(at[0]), "y": field(at[1]), "text": {"field": name}}
    shown = [{"filter": f"datum.{name} != ''"}]
    layers = halo(f"{data}_{name}", look, ink, place, {"value": colour})
    return {"data": {"name": data}, "transform": shown, "layer": layers}


def _loss(ink: Palette) -> list[Layer]:
    """The label and the loss, under the output."""
    look = {"type": "text", "dy": LOSS_BELOW, "fontSize": LABEL_SIZE, "aria": False}
    place = {
        "x": {"datum": 2, "type": "quantitative"},
        "y": {"datum": 0, "type": "quantitative"},
        "text": {"field": "says"},
    }
    return [{"data": {"name": "loss"}, "layer": halo("loss", look, ink, place, {"value": ink.text})}]


def _readout(ink: Palette) -> Layer:
    """The numbers of the stage on one line, above everything."""
    return {
        "name": "readout",
        "data": {"name": SEED},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "x": 2,
            "y": 2,
            "fontSize": {"expr": f"width < {NARROW} ? 12 : {LABEL_SIZE}"},
            "limit": {"expr": "width - 4"},
            "color": ink.text,
            "aria": False,
        },
        "encoding": {"text": {"field": "words"}},
    }
