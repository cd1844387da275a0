"""Arrows on the map: the gradient with its right angle, the chosen direction, and the field."""

import math

import numpy as np

from charts.clipping import Floats
from charts.encodings import Layer, calculate, field
from charts.label_layers import halo
from charts.palette import CURVE_WIDTH, LABEL_SIZE, Palette
from charts.picture import Columns
from core.slopes.field import ArrowField

HEAD = 13
"""Pixels from an arrow's tip to the end of its head."""

CORNER = 11
"""Pixels of the little square that marks a right angle."""

ROOM, LETTER = 24, 6.5
"""Pixels that words above a tip need, and one letter of them."""

_FILL = 0.94  # of a cell, for the longest arrow
_LEAST = 3.0  # px; a dot where ∇f is nearly 0


def arrow_layers(name: str, ink: Palette, colour: str) -> list[Layer]:
    """The arrows of the data set `name` (columns ax, ay, bx, by, says): shaft, head, and words at the tip.

    The shaft ends in the middle of the head, so that it does not blunt the tip. The words go to their
    `side`, −1 left or 1 right, or without that column on as the arrow does, where there is room for them
    inside the frame, else to the other: beyond the frame they would push the whole picture aside. Where they
    would lie on the shaft they stand beside it.
    """
    shaft = {"type": "rule", "strokeWidth": CURVE_WIDTH, "color": colour, "strokeCap": "butt", "aria": False}
    head = {"type": "point", "shape": "triangle", "filled": True, "size": HEAD * HEAD, "color": colour}
    ends = {"x": field("ax"), "y": field("ay"), "x2": {"field": "hx"}, "y2": {"field": "hy"}}
    place = {"x": field("hx"), "y": field("hy"), "angle": field("turn", scale=None)}
    along = calculate(
        dx="(datum.bx - datum.ax) * sx",
        dy="(datum.by - datum.ay) * sy",
        long="max(sqrt(datum.dx * datum.dx + datum.dy * datum.dy), 1e-9)",
        hx=f"datum.bx - {HEAD / 2} * datum.dx / datum.long / sx",
        hy=f"datum.by - {HEAD / 2} * datum.dy / datum.long / sy",
        turn="atan2(datum.dx, datum.dy) * 180 / PI",
    )
    return [
        {
            "data": {"name": name},
            "transform": along,
            "layer": [
                {"name": name, "mark": shaft, "encoding": ends},
                {"name": f"{name}_head", "mark": {**head, "opacity": 1, "aria": False}, "encoding": place},
                _words(name, ink, colour),
            ],
        }
    ]


def _words(name: str, ink: Palette, colour: str) -> Layer:
    """What stands at the tip, in pixels from it: `gap` across, and up, down or `drop`."""
    where = calculate(
        wish="datum.side || (datum.dx < 0 ? -1 : 1)",
        room="(datum.wish < 0 ? datum.bx - left : right - datum.bx) * sx",
        toward=f"datum.room > {LETTER} * length(datum.says) + 10 ? datum.wish : -datum.wish",
        below_top="(top - datum.by) * sy",
        above=f"datum.dy > 0 && datum.below_top > {ROOM}",
        beside="datum.dy > 0 && !datum.above && datum.toward * datum.dx <= 0",
        drop="max(0, 10 - datum.below_top)",
        shaft="6 + (datum.drop + 8) * abs(datum.dx) / max(datum.dy, 1e-9)",
        gap="datum.beside ? clamp(datum.shaft, 10, 60) : 8",
    )
    words = {
        "type": "text",
        "fontSize": LABEL_SIZE,
        "fontWeight": "bold",
        "align": {"expr": "datum.toward < 0 ? 'right' : 'left'"},
        "dx": {"expr": "datum.gap * datum.toward"},
        "dy": {"expr": "datum.above ? -14 : datum.beside ? datum.drop : 16"},
        "limit": {"expr": "across"},
    }
    says = {"field": "says"}
    told = {"x": field("bx"), "y": field("by"), "text": says, "description": says}
    return {
        "transform": [{"filter": "datum.says"}, *where],
        "layer": halo(f"{name}_says", words, ink, told, {"value": colour}),
    }


def words_side(across: float, other: float) -> int:
    """The side of an arrow's words, 1 right or −1 left: away from another arrow from the same point.

    Both are the x of a unit vector; without another arrow, NaN, the words go on as the arrow does.

    >>> words_side(-0.2, math.nan), words_side(-0.2, -0.9), words_side(0.2, 0.9)
    (-1, 1, -1)
    """
    return 1 if across >= (0.0 if math.isnan(other) else other) else -1


def right_angle_layer(name: str, ink: Palette) -> Layer:
    """The little square between an arrow and the level curve, drawn as its two outer sides."""
    sides = calculate(
        dx="(datum.bx - datum.ax) * sx",
        dy="(datum.by - datum.ay) * sy",
        step=f"{CORNER} / max(sqrt(datum.dx * datum.dx + datum.dy * datum.dy), 1e-9)",
        ox="datum.ax + datum.step * (datum.dx - datum.dy) / sx",
        oy="datum.ay + datum.step * (datum.dy + datum.dx) / sy",
        ux="datum.ax + datum.step * datum.dx / sx",
        uy="datum.ay + datum.step * datum.dy / sy",
        vx="datum.ax - datum.step * datum.dy / sx",
        vy="datum.ay + datum.step * datum.dx / sy",
    )
    look = {"type": "rule", "strokeWidth": 1.4, "color": ink.text, "aria": False}
    return {
        "data": {"name": name},
        "transform": [{"filter": "datum.upright"}, *sides],
        "layer": [
            {
                "name": f"corner_{side}",
                "mark": look,
                "encoding": {
                    "x": field(f"{side}x"),
                    "y": field(f"{side}y"),
                    "x2": {"field": "ox"},
                    "y2": {"field": "oy"},
                },
            }
            for side in ("u", "v")
        ],
    }


def field_layer(ink: Palette) -> Layer:
    """One symbol for each arrow of the field, turned and scaled, its middle on its point."""
    look = {"type": "point", "shape": "arrow", "filled": True, "color": ink.quiet, "opacity": 0.75}
    sized = calculate(
        turn="atan2(datum.dx * sx, datum.dy * sy) * 180 / PI",
        area=f"pow(max(datum.cell * sx * datum.share * {_FILL}, {_LEAST}), 2)",
    )
    return {
        "name": "field",
        "data": {"name": "field"},
        "transform": sized,
        "mark": {**look, "aria": False},
        "encoding": {
            "x": field("x"),
            "y": field("y"),
            "angle": field("turn", scale=None),
            "size": field("area", scale=None),
        },
    }


def field_columns(found: ArrowField | None, unit: bool) -> Columns:
    """Rows of the field: place, direction, the cell's width, and the length as a share of it.

    The length is |∇f| over `usual_size`, at most 1; with `unit` it is 1 for every arrow that has a direction.
    """
    vectors = np.empty((0, 2)) if found is None else found.vectors
    points = np.empty((0, 2)) if found is None else found.points
    size = np.hypot(*vectors.T)
    with_size = np.where(size > 0, size, 1.0)
    share = (size > 0).astype(np.float64) if unit else np.minimum(size / usual_size(vectors), 1.0)
    return {
        "x": points[:, 0].astype(np.float32),
        "y": points[:, 1].astype(np.float32),
        "dx": (vectors[:, 0] / with_size).astype(np.float32),
        "dy": (vectors[:, 1] / with_size).astype(np.float32),
        "cell": np.full(len(points), 0.0 if found is None else found.spacing, dtype=np.float32),
        "share": share.astype(np.float32),
    }


def usual_size(vectors: Floats) -> float:
    """The |∇f| of the longest arrows: what nine in ten stay below, so that one pole does not shrink the rest.

    >>> usual_size(np.array([[3.0, 4.0], [0.0, 5.0], [0.0, 0.0]]))
    5.0
    """
    size = np.hypot(*vectors.T)
    size = size[(size > 0) & np.isfinite(size)]
    return float(np.quantile(size, 0.9)) if size.size else 1.0
