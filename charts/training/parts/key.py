"""What the marks are, in one row above the readout, each name beside its mark and in its colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.encodings import Layer, field
from charts.label_layers import NARROW
from charts.palette import AXIS_SIZE, SHAPES, Palette
from charts.training.parts.samples import two_colours

ROW = -37
_LETTER = 7.2
"""Pixels of a letter of the usual sans serif at this size."""


@dataclass(frozen=True)
class Entry:
    """One name with the shape ("stroke", "dashed", or that of a point) and the colour of its mark."""

    says: str
    shape: str
    colour: str


def fit_entries(ink: Palette, *, closed: bool, misses: bool) -> list[Entry]:
    """The entries of a picture with a line or a curve."""
    dashed = [Entry("closed form", "dashed", ink.exact)] if closed else []
    missed = [Entry("miss", "stroke", ink.error)] if misses else []
    return [Entry("prediction", "stroke", ink.descent), *dashed, *missed]


def label_entries(ink: Palette) -> list[Entry]:
    """The marks of the labels 0 and 1."""
    looks = zip(SHAPES, two_colours(ink), strict=True)
    return [Entry(f"label {label}", shape, colour) for label, (shape, colour) in enumerate(looks)]


def key_layer(ink: Palette, entries: Sequence[Entry]) -> Layer:
    """The row of all entries."""
    at = 0.0
    rows = []
    for entry in entries:
        places = {"at": at, "middle": at + 7, "end": at + 14}
        rows.append({**places, "says": entry.says, "shape": entry.shape, "colour": entry.colour})
        at += 24 + _LETTER * len(entry.says)
    return {"data": {"values": rows}, "layer": [*_glyphs(), _names(ink)]}


def _glyphs() -> list[Layer]:
    colour = {"field": "colour", "type": "nominal", "scale": None}
    is_line = "datum.shape == 'stroke' || datum.shape == 'dashed'"
    line = {"type": "rule", "strokeWidth": 2.5, "aria": False}
    ends = {"x": field("at", scale=None), "x2": {"field": "end"}, "y": {"value": ROW}}
    point = {"type": "point", "filled": True, "size": 80, "opacity": 1, "aria": False}
    middle = {"x": field("middle", scale=None), "y": {"value": ROW}}
    shape = {"field": "shape", "type": "nominal", "scale": None}
    dashed = {"condition": {"test": "datum.shape == 'dashed'", "value": [4, 3]}, "value": [1, 0]}
    return [
        {
            "transform": [{"filter": is_line}],
            "mark": line,
            "encoding": {**ends, "color": colour, "strokeDash": dashed},
        },
        {
            "transform": [{"filter": f"!({is_line})"}],
            "mark": point,
            "encoding": {**middle, "color": colour, "shape": shape},
        },
    ]


def _names(ink: Palette) -> Layer:
    size = {"expr": f"width < {NARROW} ? 12 : {AXIS_SIZE}"}
    text = {"type": "text", "align": "left", "baseline": "middle", "fontSize": size, "y": ROW, "aria": False}
    return {
        "name": "key",
        "mark": {**text, "x": {"expr": "datum.at + 19"}, "color": ink.text},
        "encoding": {"text": {"field": "says"}},
    }
