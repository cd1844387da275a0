"""The marks of the runs behind the chosen one: thin lines, small points, a name where there is room."""

from math import ceil
from typing import Any

from charts.encodings import EDGE, Layer, calculate, field
from charts.family import OTHERS
from charts.label_layers import NARROW, halo
from charts.palette import FAMILY_DASHES, FAMILY_SHAPES, LABEL_SIZE, Palette
from charts.path_data import INSIDE, OUTSIDE, UNDEFINED
from charts.path_layers import point_area
from charts.scrubber import CURRENT, SHOWN, stride

WIDTH = 1.5
MOST_DOTS = 25
LEGEND_ROW = -16
CELL = (230, 52)
DOTTED = (1, 3)
"""The dashes of the places beyond the palette's, which begin again with its colours in other shapes."""

PLACES = list(range(1, 2 * len(FAMILY_SHAPES) + 1))

OWN_LOOKS: Layer = {
    "resolve": {"scale": {"color": "independent", "shape": "independent", "strokeDash": "independent"}}
}
"""For a layer that holds a family beside the chosen run: each has a scale of its own for its looks."""


def family_colour(ink: Palette) -> Layer:
    """The colour of a place in the family."""
    return _by_place([*ink.family, *ink.family])


def family_dash() -> Layer:
    return _by_place([list(dash) for dash in (*FAMILY_DASHES, *[DOTTED] * len(FAMILY_DASHES))])


def family_shape() -> Layer:
    again = (*FAMILY_SHAPES[3:], *FAMILY_SHAPES[:3])
    return _by_place([*FAMILY_SHAPES, *again])


def _by_place(looks: list[Any]) -> Layer:
    scale = {"domain": PLACES, "range": looks}
    return {"field": "side", "type": "nominal", "scale": scale, "legend": None}


def family_layers(ink: Palette, steps: int) -> list[Layer]:
    """Everything of the others in the picture of the plane, and the row of their names above it.

    The data `others` holds the chosen run too, as side 0: a name beside it has no room.
    """
    return [*family_marks(ink, steps), legend(ink)]


def family_marks(ink: Palette, steps: int) -> list[Layer]:
    """The lines and points of the data `others` up to the slider's step, and names where there is room."""
    return [
        {
            "data": {"name": OTHERS},
            "transform": [{"filter": f"datum.side > 0 && {SHOWN}"}],
            "layer": [_segments(ink), _points(ink, steps)],
        },
        {
            "data": {"name": OTHERS},
            "transform": [{"filter": CURRENT}, *_room(), {"filter": "datum.side > 0"}],
            "layer": [_current(ink), _edges(ink), *_names(ink)],
        },
    ]


def _segments(ink: Palette) -> Layer:
    return {
        "name": "other_segments",
        "transform": [{"filter": "datum.drawn"}],
        "mark": {"type": "rule", "strokeWidth": WIDTH, "aria": False},
        "encoding": {
            "x": field("ax"),
            "y": field("ay"),
            "x2": {"field": "bx"},
            "y2": {"field": "by"},
            "color": family_colour(ink),
            "strokeDash": family_dash(),
        },
    }


def _points(ink: Palette, steps: int) -> Layer:
    """A dot at some of the steps: a hundred of them on one path are a line, and cost the browser the most."""
    mark = {"type": "point", "filled": True, "size": point_area(steps) * 0.6, "opacity": 1, "aria": False}
    return {
        "name": "other_points",
        "transform": [{"filter": f"datum.kind == {INSIDE} && datum.k % {_dot_stride(steps)} == 0"}],
        "mark": mark,
        "encoding": {
            "x": field("px"),
            "y": field("py"),
            "color": family_colour(ink),
            "shape": family_shape(),
        },
    }


def _dot_stride(steps: int) -> int:
    """Every how many steps a path behind the chosen one has a dot; odd, so that hops are seen to.

    >>> _dot_stride(20), _dot_stride(100), _dot_stride(1000)
    (1, 5, 45)
    """
    every = stride(steps)
    drawn = steps / every
    return every * (ceil(drawn / MOST_DOTS) | 1) if drawn > MOST_DOTS else every


def _current(ink: Palette) -> Layer:
    mark = {"type": "point", "filled": True, "size": 80, "opacity": 1, "aria": False}
    return {
        "name": "other_current",
        "transform": [{"filter": f"datum.kind == {INSIDE}"}],
        "mark": {**mark, "stroke": ink.background, "strokeWidth": 1.5},
        "encoding": {
            "x": field("px"),
            "y": field("py"),
            "color": family_colour(ink),
            "shape": family_shape(),
        },
    }


def _edges(ink: Palette) -> Layer:
    return {
        "name": "other_edges",
        "transform": [
            {"filter": f"datum.kind == {OUTSIDE}"},
            *calculate(turn="atan2(datum.ox, datum.oy) * 180 / PI"),
        ],
        "mark": {**EDGE, "size": 130},
        "encoding": {
            "x": field("px"),
            "y": field("py"),
            "angle": field("turn", scale=None),
            "color": family_colour(ink),
        },
    }


def _room() -> list[dict[str, Any]]:
    """`nth`: which run this is in its cell of about a name's size; only the first there has room for one.

    The chosen run is the middle of its cell.
    """
    width, height = CELL
    middle = [{"op": "first_value", "field": name, "as": f"middle_{name}"} for name in ("px", "py")]
    by_side = [{"field": "side"}]
    return [
        {"window": middle, "sort": by_side, "frame": [None, None]},
        *calculate(
            cell_x=f"round((datum.px - datum.middle_px) * sx / {width})",
            cell_y=f"round((datum.py - datum.middle_py) * sy / {height})",
        ),
        {
            "window": [{"op": "row_number", "as": "nth"}],
            "groupby": ["cell_x", "cell_y"],
            "sort": by_side,
        },
    ]


def _names(ink: Palette) -> list[Layer]:
    text = {
        "type": "text",
        "fontSize": 12,
        "align": {"expr": "datum.toward < 0 ? 'right' : 'left'"},
        "dx": {"expr": "11 * datum.toward"},
        "dy": {"expr": "datum.oy > 0 ? 8 : datum.oy < 0 ? -8 : 0"},
        "aria": False,
    }
    left = f"datum.run + (datum.kind == {UNDEFINED} ? ' leaves the domain' : '')"
    place = {"x": field("px"), "y": field("py"), "text": {"field": "beside"}}
    return [
        {
            "transform": [
                {"filter": "step > 0 && datum.nth == 1"},
                *calculate(toward="datum.px > (left + right) / 2 ? -1 : 1", beside=left),
            ],
            "layer": halo("other_names", text, ink, place, family_colour(ink)),
        }
    ]


def legend(ink: Palette) -> Layer:
    """The look and the name of every other run in one row above the frame, where they never collide."""
    across = "(datum.slot - 1) * min(110, width / datum.members)"
    row = {"y": LEGEND_ROW, "aria": False}
    short = "replace(datum.run, 'η = ', '')"
    return {
        "data": {"name": OTHERS},
        "transform": [
            {"filter": "datum.k == 0 && datum.side > 0"},
            {
                "window": [{"op": "row_number", "as": "slot"}, {"op": "count", "as": "members"}],
                "sort": [{"field": "side"}],
                "frame": [None, None],
            },
            *calculate(label=f"width < {NARROW} ? {short} : datum.run"),
        ],
        "layer": [
            {
                "mark": {
                    "type": "point",
                    "filled": True,
                    "size": 60,
                    "opacity": 1,
                    **row,
                    "x": {"expr": f"5 + {across}"},
                },
                "encoding": {"color": family_colour(ink), "shape": family_shape()},
            },
            {
                "name": "legend",
                "mark": {
                    "type": "text",
                    "align": "left",
                    "baseline": "middle",
                    **row,
                    "x": {"expr": f"13 + {across}"},
                    "fontSize": {"expr": f"width < {NARROW} ? 12 : {LABEL_SIZE}"},
                },
                "encoding": {"text": {"field": "label"}, "color": family_colour(ink)},
            },
        ],
    }


def family_value_layer(ink: Palette, *, x: dict[str, Any], y: dict[str, Any]) -> Layer:
    """The others' values against k, as thin lines in the panel of values."""
    return {
        "name": "other_values",
        "data": {"name": OTHERS},
        "transform": [{"filter": f"datum.side > 0 && datum.rises && {SHOWN}"}],
        "mark": {"type": "rule", "strokeWidth": WIDTH, "aria": False},
        "encoding": {
            "x": field("cx", **x),
            "y": field("cy", **y),
            "x2": {"field": "dx"},
            "y2": {"field": "dy"},
            "color": family_colour(ink),
            "strokeDash": family_dash(),
        },
    }


def behind(panel: Layer, layer: Layer) -> Layer:
    """The panel with one more layer at its back."""
    return {**panel, "layer": [layer, *panel["layer"]], **OWN_LOOKS}
