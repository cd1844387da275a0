"""The marks of the runs inside a picture of the plane: lines with heads, points, exits, the current step.

Places are in the window's units; the parameters sx and sy (pixels per unit) turn them into the angles a
person sees, so that an arrow head points along its line at any size of the picture.
"""

from charts.encodings import EDGE, PATH, Layer, calculate, field, walk_colour, walk_dash, walk_shape
from charts.label_layers import name_layer, readout_layers, start_layer
from charts.palette import CURRENT_AREA, PATH_WIDTH, POINT_AREA, Palette
from charts.path_data import INSIDE, OUTSIDE, UNDEFINED
from charts.path_exits import exit_layers
from charts.scrubber import CURRENT, SHOWN

LEAST_ARROW = 18
HEAD_BACK = 9
SPACING = 36
TANGENT = 55


def path_layers(
    ink: Palette, steps: int, names: tuple[str, ...], *, called: tuple[str, str] = ("step k", "f")
) -> list[Layer]:
    """Everything of the runs, back to front; `names` are the coordinates, for the tooltips.

    Many steps are drawn with smaller points. One coordinate means a curve, which has a tangent. `called` says
    what k and f are there; where they are anything else, the picture has its own names and readout.
    """
    tangent = [_tangent(ink)] if len(names) == 1 else []
    words = [name_layer(ink), *readout_layers(ink, names)] if called == ("step k", "f") else []
    return [
        {
            "data": PATH,
            "transform": [{"filter": SHOWN}],
            "layer": [
                _segments(ink),
                _heads(ink),
                _points(ink, names, point_area(steps), called),
                *exit_layers(ink, names),
            ],
        },
        {
            "data": PATH,
            "transform": [{"filter": CURRENT}],
            "layer": [
                *tangent,
                _current(ink),
                _edges(ink),
                _undefined(ink),
                *words,
            ],
        },
        start_layer(ink),
    ]


def _segments(ink: Palette) -> Layer:
    return {
        "name": "segments",
        "transform": [{"filter": "datum.drawn"}],
        "mark": {"type": "rule", "strokeWidth": PATH_WIDTH, "aria": False, "strokeCap": "butt"},
        "encoding": {
            "x": field("ax"),
            "y": field("ay"),
            "x2": {"field": "bx"},
            "y2": {"field": "by"},
            "color": walk_colour(ink),
            "strokeDash": walk_dash(),
        },
    }


def _heads(ink: Palette) -> Layer:
    """A wedge before the end of each line long enough to have a direction, and every SPACING pixels else.

    A line that leaves the window has its wedge on the frame, see `charts/path_exits.py`.
    """
    along = calculate(
        dx="(datum.bx - datum.ax) * sx",
        dy="(datum.by - datum.ay) * sy",
        long="sqrt(datum.dx * datum.dx + datum.dy * datum.dy)",
        back=f"min({HEAD_BACK} / datum.long, 0.5)",
        hx="datum.bx - datum.back * datum.dx / sx",
        hy="datum.by - datum.back * datum.dy / sy",
        turn="atan2(datum.dx, datum.dy) * 180 / PI",
    )
    total = {
        "window": [{"op": "sum", "field": "long", "as": "total"}],
        "groupby": ["side"],
        "sort": [{"field": "k"}],
    }
    passes = f"floor(datum.total / {SPACING}) > floor((datum.total - datum.long) / {SPACING})"
    inside = f"datum.drawn && datum.kind != {OUTSIDE}"
    seen = f"{inside} && (datum.long > {LEAST_ARROW} || datum.long > 1 && {passes})"
    return {
        "name": "heads",
        "transform": [*along, total, {"filter": seen}],
        "mark": {
            "type": "point",
            "shape": "triangle",
            "filled": True,
            "size": 70,
            "opacity": 1,
            "aria": False,
        },
        "encoding": {
            "x": field("hx"),
            "y": field("hy"),
            "angle": field("turn", scale=None),
            "color": walk_colour(ink),
        },
    }


def point_area(steps: int) -> float:
    """The size of one point among so many: whole up to 20 steps, then smaller so that lines stay visible."""
    return POINT_AREA * min(1.0, max(20 / steps, 0.25))


def _points(ink: Palette, names: tuple[str, ...], area: float, called: tuple[str, str]) -> Layer:
    slope = "slope" if len(names) == 1 else "gradient"
    return {
        "name": "points",
        "transform": [{"filter": f"datum.kind == {INSIDE}"}],
        "mark": {
            "type": "point",
            "filled": True,
            "size": area,
            "opacity": 1,
            "aria": False,
            "cursor": "pointer",
        },
        "encoding": {
            "x": field("px"),
            "y": field("py"),
            "color": walk_colour(ink),
            "shape": walk_shape(),
            "tooltip": [
                {"field": "run", "type": "nominal", "title": "run"},
                {"field": "k", "type": "quantitative", "title": called[0]},
                {"field": "says_x", "type": "nominal", "title": ", ".join(names)},
                {"field": "says_f", "type": "nominal", "title": called[1]},
                {"field": "says_slope", "type": "nominal", "title": slope},
            ],
        },
    }


def _tangent(ink: Palette) -> Layer:
    """The tangent at the current point, the same length on screen at any slope, cut at the window's sides."""
    ends = calculate(
        reach=f"{TANGENT} / sqrt(sx * sx + datum.slope * datum.slope * sy * sy)",
        t0="max(-datum.reach, left - datum.px)",
        t1="min(datum.reach, right - datum.px)",
        tx0="datum.px + datum.t0",
        tx1="datum.px + datum.t1",
        ty0="datum.py + datum.slope * datum.t0",
        ty1="datum.py + datum.slope * datum.t1",
    )
    return {
        "name": "tangent",
        "transform": [{"filter": f"datum.kind == {INSIDE} && datum.sloped"}, *ends],
        "mark": {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.slope, "clip": True, "aria": False},
        "encoding": {"x": field("tx0"), "x2": {"field": "tx1"}, "y": field("ty0"), "y2": {"field": "ty1"}},
    }


def _current(ink: Palette) -> Layer:
    mark = {"type": "point", "filled": True, "size": CURRENT_AREA, "opacity": 1, "aria": False}
    return {
        "name": "current",
        "transform": [{"filter": f"datum.kind == {INSIDE}"}],
        "mark": {**mark, "stroke": ink.background, "strokeWidth": 2},
        "encoding": {"x": field("px"), "y": field("py"), "color": walk_colour(ink), "shape": walk_shape()},
    }


def _edges(ink: Palette) -> Layer:
    """A current point outside the window: a wedge on the frame that points to where it went."""
    return {
        "name": "edges",
        "transform": [
            {"filter": f"datum.kind == {OUTSIDE}"},
            *calculate(turn="atan2(datum.ox, datum.oy) * 180 / PI"),
        ],
        "mark": EDGE,
        "encoding": {
            "x": field("px"),
            "y": field("py"),
            "angle": field("turn", scale=None),
            "color": walk_colour(ink),
        },
    }


def _undefined(ink: Palette) -> Layer:
    return {
        "name": "undefined",
        "transform": [{"filter": f"datum.kind == {UNDEFINED}"}],
        "mark": {
            "type": "point",
            "shape": "cross",
            "angle": 45,
            "size": 160,
            "strokeWidth": 2.5,
            "opacity": 1,
            "aria": False,
        },
        "encoding": {"x": field("px"), "y": field("py"), "color": walk_colour(ink)},
    }
