"""A path to (0, 0) across level curves of f(x, y), beside the values along it; a slider turns the path."""

from functools import lru_cache
from typing import Any

from charts.clipping import Box
from charts.encodings import Layer, field
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.label_layers import NARROW, halo
from charts.palette import CURVE_WIDTH, LABEL_SIZE, Palette, palette
from charts.path_rows import end_columns, path_columns, readout_columns, value_columns, value_span
from charts.picture import Picture
from charts.plane import LevelCurves, level_columns, level_lines
from charts.theme import fixed_scale, settings
from core.limiting.plane import Row, Shape

SHOWN = "datum.k == path_step"
GAP = 62
SLIDERS: dict[Shape, str] = {"line": "turn the line", "parabola": "bend the parabola"}


def paths_chart(
    *,
    levels: LevelCurves,
    row: Row,
    reach: float,
    seed: int = 0,
    dark: bool = False,
    height: int = 330,
) -> Picture:
    """The square |x|, |y| ≤ reach with one path of the row at a time, and f along that path.

    An open dot is the limit along the path, two where its ends differ. `seed` is the path to start with. On
    a narrow page the values go below.
    """
    shape, last = row.walks[0].path.shape, len(row.walks) - 1
    window: Box = ((-reach, reach), (-reach, reach))
    values = value_span(row)
    return Picture(
        spec=_template(window, values, last, shape, dark, height),
        data={
            "levels": level_columns(levels, window),
            "paths": path_columns(row, window),
            "values": value_columns(row, values),
            "ends": end_columns(row, values),
            "readouts": readout_columns(row),
            SEED: seed_columns(seed, last, _words(row)),
        },
        alt=f"Level curves of f with {last + 1} paths to (0, 0), one at a time, and the values along them.",
    )


def _words(row: Row) -> str:
    told = [f"along {limit.path.name} {limit.clause}" for limit in row.limits[:: len(row.limits) // 4]]
    return f"Coming near to (0, 0): {'; '.join(told)}."


@lru_cache(maxsize=64)
def _template(
    window: Box, values: tuple[float, float], last: int, shape: Shape, dark: bool, height: int
) -> dict[str, Any]:
    ink = palette(dark)
    x, y = _plane_axes(window)
    t, value = _value_axes(window[0], values)
    plane = [_plane(ink), level_lines(ink, field("x", **x), field("y", **y)), _path(ink), _origin(ink)]
    beside = [_values(ink, field("t", **t), field("value", **value)), _zero(ink), _ends(ink), _readout(ink)]
    return {
        **settings(ink),
        "height": height,
        "params": [*inner_slider("path_step", SLIDERS[shape], last), *_layout()],
        "layer": [
            {"layer": plane},
            {"layer": beside},
        ],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _layout() -> list[dict[str, Any]]:
    """Pixels: the square at the top left, the values right of it or, if narrow, below."""
    layout = {
        "wide": f"width >= {NARROW}",
        "side": "wide ? min(height, 0.46 * width) : min(0.6 * height, width)",
        "value_left": f"wide ? side + {GAP} : 0",
        "value_top": "wide ? 0 : side + 50",
        "value_bottom": "wide ? side : height",
    }
    return [{"name": name, "expr": expression} for name, expression in layout.items()]


def _plane_axes(window: Box) -> tuple[Layer, Layer]:
    count = {"expr": "ceil(side / 60)"}
    x = {
        "scale": fixed_scale(window[0], [0, {"expr": "side"}]),
        "axis": {"title": "x", "offset": {"expr": "side - height"}, "grid": False, "tickCount": count},
    }
    y = {
        "scale": fixed_scale(window[1], [{"expr": "side"}, 0]),
        "axis": {"title": "y", "titleAngle": 0, "orient": "left", "grid": False, "tickCount": count},
    }
    return x, y


def _value_axes(across: tuple[float, float], values: tuple[float, float]) -> tuple[Layer, Layer]:
    t = {
        "scale": fixed_scale(across, [{"expr": "value_left"}, {"expr": "width"}]),
        "axis": {
            "title": "x on the path",
            "orient": "bottom",
            "offset": {"expr": "value_bottom - height"},
            "grid": False,
            "tickCount": {"expr": "ceil((width - value_left) / 60)"},
        },
    }
    value = {
        "scale": fixed_scale(values, [{"expr": "value_bottom"}, {"expr": "value_top"}]),
        "axis": {
            "title": "f",
            "titleAngle": 0,
            "orient": "left",
            "offset": {"expr": "-value_left"},
            "grid": True,
            "tickCount": {"expr": "ceil((value_bottom - value_top) / 45)"},
        },
    }
    return t, value


def _shown(name: str) -> Layer:
    return {"data": {"name": name}, "transform": [{"filter": SHOWN}]}


def _plane(ink: Palette) -> Layer:
    side = {"value": {"expr": "side"}}
    sides = {"x": {"value": 0}, "x2": side, "y": {"value": 0}, "y2": side}
    return {
        "name": "plane",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _path(ink: Palette) -> Layer:
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.slope, "aria": False}
    encoding = {"x": field("x"), "y": field("y"), "order": field("t")}
    return {**_shown("paths"), "name": "path", "mark": look, "encoding": encoding}


def _origin(ink: Palette) -> Layer:
    look = {"type": "point", "filled": True, "size": 90, "opacity": 1, "fill": ink.background, "aria": False}
    here = {"x": {"datum": 0, "type": "quantitative"}, "y": {"datum": 0, "type": "quantitative"}}
    return {
        "name": "origin",
        "data": {"name": SEED},
        "mark": {**look, "stroke": ink.slope, "strokeWidth": 2.2},
        "encoding": here,
    }


def _zero(ink: Palette) -> Layer:
    """Where the path passes (0, 0): no value is asked for there."""
    ends = {"y": {"value": {"expr": "value_top"}}, "y2": {"value": {"expr": "value_bottom"}}}
    return {
        "name": "zero",
        "data": {"name": SEED},
        "mark": {"type": "rule", "color": ink.quiet, "strokeDash": [3, 4], "aria": False},
        "encoding": {"x": {"datum": 0, "type": "quantitative"}, **ends},
    }


def _values(ink: Palette, t: Layer, value: Layer) -> Layer:
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.slope, "aria": False}
    detail = {"field": "piece", "type": "nominal"}
    return {
        **_shown("values"),
        "name": "values",
        "mark": look,
        "encoding": {"x": t, "y": value, "detail": detail, "order": field("t")},
    }


def _ends(ink: Palette) -> Layer:
    look = {"type": "point", "filled": True, "size": 110, "opacity": 1, "strokeWidth": 2.2, "aria": False}
    return {
        **_shown("ends"),
        "name": "ends",
        "mark": {**look, "fill": ink.background, "stroke": ink.exact},
        "encoding": {"x": field("t"), "y": field("value")},
    }


def _readout(ink: Palette) -> Layer:
    text = {"type": "text", "x": 0, "y": -14, "align": "left", "fontSize": LABEL_SIZE}
    return {
        "data": {"name": "readouts"},
        "transform": [{"filter": SHOWN}],
        "layer": halo("readout", text, ink, {"text": {"field": "says"}}, {"value": ink.text}),
    }
