"""The marks of both panels: the square, its curved image, the parallelogram and its columns."""

from typing import Any

from charts.encodings import Layer, calculate, field
from charts.inner_slider import SEED
from charts.label_layers import NARROW, halo
from charts.palette import CURVE_WIDTH, LABEL_SIZE, PATH_WIDTH, THIN_WIDTH, Palette
from charts.theme import fixed_scale

SLIDER = "size_step"
SHOWN = f"datum.k == {SLIDER}"
GAP = 66
BELOW = 56


def layout() -> list[dict[str, Any]]:
    """Both panels are squares of `part` pixels, side by side or, on a narrow page, one below the other.

    They stand at the bottom, because room for the axis below is measured before the panels find their size.
    """
    parameters = {
        "wide": f"width >= {NARROW}",
        "part": f"wide ? min(height, (width - {GAP}) / 2) : min(width, (height - {BELOW}) / 2)",
        "image_left": f"wide ? part + {GAP} : 0",
        "image_top": "height - part",
        "square_top": f"wide ? image_top : image_top - part - {BELOW}",
    }
    return [{"name": name, "expr": expression} for name, expression in parameters.items()]


def square_panel(ink: Palette, inputs: tuple[str, ...]) -> Layer:
    """The square [0, 1]² with its half lines, and the input that each side belongs to."""
    ends = ("low", "high")
    titles = [f"Δ{name} / side" for name in inputs]
    x, y = _axes(ends, ends, "0", "square_top", titles)
    whole = {
        "x": field("nought", **x),
        "x2": {"field": "unit"},
        "y": field("nought", **y),
        "y2": {"field": "unit"},
    }
    across = {"x": field("nought"), "x2": {"field": "unit"}, "y": field("half")}
    upward = {"x": field("half"), "y": field("nought"), "y2": {"field": "unit"}}
    fill = {"type": "rect", "fill": ink.function, "fillOpacity": 0.12, "aria": False}
    border = {"stroke": ink.function, "strokeWidth": CURVE_WIDTH}
    halves = {"type": "rule", "strokeWidth": THIN_WIDTH, "color": ink.function, "aria": False}
    return {
        "data": {"name": "frame"},
        "layer": [
            _plane("plane", ink, "0", "square_top"),
            {"name": "square", "mark": {**fill, **border}, "encoding": whole},
            {"mark": halves, "encoding": across},
            {"mark": halves, "encoding": upward},
            _side_name(ink, inputs[0], ("half", "nought"), (0, 16)),
            _side_name(ink, inputs[1], ("nought", "half"), (-14, 0)),
        ],
    }


def image_panel(ink: Palette) -> Layer:
    """The image of the square for one size, over the parallelogram with the columns of J as its sides."""
    x, y = _axes(
        ("left", "right"), ("bottom", "top"), "image_left", "image_top", ["Δf₁ / side", "Δf₂ / side"]
    )
    place = {"x": field("x", **x), "y": field("y", **y)}
    return {
        "layer": [
            _plane("image_plane", ink, "image_left", "image_top"),
            _parallelogram(ink, place),
            _image(ink),
            *_columns(ink),
        ]
    }


def readout(ink: Palette) -> Layer:
    """One line of words above both panels."""
    size = {"expr": f"width < {NARROW} ? 12 : {LABEL_SIZE}"}
    text = {"type": "text", "align": "left", "baseline": "middle", "x": 0, "y": -14, "fontSize": size}
    return {
        "name": "readout",
        "data": {"name": "sizes"},
        "transform": [{"filter": SHOWN}],
        "mark": {**text, "color": ink.text},
        "encoding": {"text": {"field": "says"}, "description": {"field": "says"}},
    }


def _axes(
    across: tuple[str, str], upward: tuple[str, str], left: str, top: str, titles: list[str]
) -> tuple[Layer, Layer]:
    """Scales of one panel whose ends are columns of the data `frame`."""
    x_ends, y_ends = ([{"expr": f"data('frame')[0].{end}"} for end in ends] for ends in (across, upward))
    ticks = {"tickCount": {"expr": "ceil(part / 60)"}}
    x = {
        "scale": fixed_scale((x_ends[0], x_ends[1]), [{"expr": left}, {"expr": f"{left} + part"}]),
        "axis": {
            "title": titles[0],
            "orient": "bottom",
            "offset": {"expr": f"{top} + part - height"},
            "grid": False,
            **ticks,
        },
    }
    y = {
        "scale": fixed_scale((y_ends[0], y_ends[1]), [{"expr": f"{top} + part"}, {"expr": top}]),
        "axis": {
            "title": titles[1],
            "orient": "left",
            "offset": {"expr": f"-({left})"},
            "grid": False,
            **ticks,
        },
    }
    return x, y


def _plane(name: str, ink: Palette, left: str, top: str) -> Layer:
    return {
        "name": name,
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {
            "x": {"value": {"expr": left}},
            "x2": {"value": {"expr": f"{left} + part"}},
            "y": {"value": {"expr": top}},
            "y2": {"value": {"expr": f"{top} + part"}},
            "description": {"field": "words"},
        },
    }


def _side_name(ink: Palette, name: str, at: tuple[str, str], offset: tuple[int, int]) -> Layer:
    dx, dy = offset
    text = {"type": "text", "fontSize": LABEL_SIZE, "fontWeight": "bold", "dx": dx, "dy": dy, "aria": False}
    return {
        "mark": {**text, "text": name, "color": ink.text},
        "encoding": {"x": field(at[0]), "y": field(at[1])},
    }


def _parallelogram(ink: Palette, place: Layer) -> Layer:
    fill = {"filled": True, "fill": ink.slope, "fillOpacity": 0.14}
    look = {"type": "line", "interpolate": "linear-closed", "stroke": ink.slope, "aria": False}
    return {
        "name": "parallelogram",
        "data": {"name": "corners"},
        "mark": {**look, **fill, "strokeWidth": PATH_WIDTH, "strokeDash": [5, 4]},
        "encoding": {**place, "order": {"value": None}},
    }


def _image(ink: Palette) -> Layer:
    return {
        "name": "image",
        "data": {"name": "images"},
        "transform": [{"filter": SHOWN}],
        "mark": {"type": "line", "color": ink.function, "aria": False},
        "encoding": {
            "x": field("x"),
            "y": field("y"),
            "detail": {"field": "piece", "type": "nominal"},
            "order": {"value": None},
            "strokeWidth": {"condition": {"test": "datum.side", "value": CURVE_WIDTH}, "value": THIN_WIDTH},
        },
    }


def _columns(ink: Palette) -> list[Layer]:
    """The columns of J as arrows from the image of the corner."""
    shaft = {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.slope, "aria": False}
    head = {"type": "point", "shape": "triangle", "filled": True, "size": 90, "opacity": 1, "aria": False}
    beside = {"dx": {"expr": "(wide ? 36 : 12) * datum.across"}, "dy": {"expr": "-16 * datum.up"}}
    text = {"type": "text", "fontSize": LABEL_SIZE, "aria": False, **beside}
    source = {"data": {"name": "columns"}}
    ends = {"x": field("x"), "y": field("y")}
    return [
        {
            **source,
            "name": "column",
            "mark": shaft,
            "encoding": {"x": field("x0"), "y": field("y0"), "x2": {"field": "x"}, "y2": {"field": "y"}},
        },
        {
            **source,
            "mark": {**head, "color": ink.slope},
            "encoding": {**ends, "angle": field("turn", scale=None)},
        },
        {
            **source,
            "transform": calculate(name="wide ? 'column ' + datum.nth : '' + datum.nth"),
            "layer": halo(
                "column_names", text, ink, {**ends, "text": {"field": "name"}}, {"value": ink.slope}
            ),
        },
    ]
