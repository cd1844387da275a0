"""Basins of attraction as one image: a colour for each goal, paler the more steps it took."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box
from charts.curve_path import curve_columns
from charts.encodings import Layer, field
from charts.image import data_address, image_layer, rgb
from charts.image import png as png
from charts.label_layers import halo
from charts.newton.plane import curve_layer
from charts.palette import AXIS_SIZE, CURVE_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME
from charts.start_click import START, plane_click
from charts.theme import fixed_scale, settings
from core.basins import Basins
from core.basins.basins import NOWHERE
from core.numbers import number
from core.sampling import Curve

SHADES = 6
"""How many shades of one colour tell the steps apart."""

MOST_STRETCHED = 4.0

GOALS = (
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#7F7F1A", "#6A51A3",
    "#1B9E9E", "#A6761D", "#4D7F17", "#B03A5B", "#3B5BA5", "#C2A500", "#2F6B4F", "#8C564B",
)  # fmt: skip
"""Okabe and Ito's, then more in the same spirit; with so many the names at the goals tell them apart."""


def basins_chart(
    *,
    basins: Basins,
    start: tuple[float, ...] | None = None,
    axes: tuple[str, str] = ("x", "y"),
    curve: Curve | None = None,
    dark: bool = False,
    height: int = 380,
) -> Picture:
    """The window of the basins, each start in the colour of its goal, with the goals and the start marked.

    Starts taken nowhere are grey. Basins of one variable are a strip, or stripes behind the `curve` of f, as
    high as its view; `start` is then a place (x, f(x)). `axes` names both directions, such as ("Re z",
    "Im z"). A click reports the selection "start" with x, and y where there is one. The image is a PNG of one
    byte per start inside the data, as a data: address.
    """
    window = _window(basins, curve)
    return Picture(
        spec=_template(window, len(basins.window), axes, curve is not None, dark, height),
        data={
            "image": {"url": np.array([image_address(basins, dark)])},
            **({} if curve is None else {"curve": curve_columns(curve, window)}),
            "goals": _goal_columns(basins, window, on_curve=curve is not None),
            "start": _start_columns(start),
            FRAME: {"words": np.array([_words(basins)])},
        },
        alt="Each start in the window, coloured by where it is taken.",
        selections=(START,),
    )


def image_address(basins: Basins, dark: bool) -> str:
    """The image as a data: address, the topmost row first."""
    goal, steps = basins.goal[::-1], basins.steps[::-1]
    slowest = max(float(np.quantile(steps[goal >= 0], 0.98)), 1.0) if (goal >= 0).any() else 1.0
    shade = np.clip(np.floor(steps / slowest * SHADES), 0, SHADES - 1).astype(np.int16)
    index = np.where(goal == NOWHERE, 0, 1 + np.maximum(goal, 0) * SHADES + shade)
    return data_address(index.astype(np.uint8), _colours(basins, dark))


def _colours(basins: Basins, dark: bool) -> NDArray[np.uint8]:
    """Grey for nowhere, then the shades of each goal from few steps to many, toward the page's background."""
    ink = palette(dark)
    paper = rgb(ink.background)
    rows = [rgb(ink.grid)]
    for place in range(len(basins.goals)):
        colour = rgb(GOALS[place % len(GOALS)])
        rows += [colour + (paper - colour) * 0.8 * shade / SHADES for shade in range(SHADES)]
    return np.round(np.array(rows)).astype(np.uint8)


def _window(basins: Basins, curve: Curve | None) -> Box:
    if len(basins.window) == 1:
        return basins.window[0], (0.0, 1.0) if curve is None else curve.view
    return basins.window[0], basins.window[1]


def _goal_columns(basins: Basins, window: Box, *, on_curve: bool) -> Columns:
    """The goals inside the window, with what they are."""
    low, high = np.array(window).T
    points = [np.append(goal.point, goal.value if on_curve else 0.5)[:2] for goal in basins.goals]
    seen = [i for i, point in enumerate(points) if ((low <= point) & (point <= high)).all()]
    return {
        "x": np.array([points[i][0] for i in seen]),
        "y": np.array([points[i][1] for i in seen]),
        "name": np.array([basins.goals[i].kind for i in seen], dtype=np.str_),
        "share": np.array([f"{100 * basins.shares[i]:.0f} %" for i in seen], dtype=np.str_),
    }


def _start_columns(start: tuple[float, ...] | None) -> Columns:
    if start is None or not np.isfinite(start).all():
        return {"x": np.empty(0), "y": np.empty(0)}
    place = np.append(start, 0.5)[:2]
    return {"x": place[:1], "y": place[1:]}


def _words(basins: Basins) -> str:
    said = [
        f"{100 * share:.0f} % of the starts are taken to {_named(goal.kind, goal.point)}."
        for goal, share in zip(basins.goals, basins.shares, strict=True)
    ]
    lost = [f"{100 * basins.nowhere:.0f} % are taken nowhere."] if basins.nowhere else []
    return " ".join([*said, *lost])


def _named(kind: str, point: NDArray[np.float64]) -> str:
    if kind == "others":
        return "one of many other places"
    place = ", ".join(number(float(value), 4) for value in point)
    name = "level place" if kind == "degenerate" else kind
    return f"the {name} at {place}" if len(point) == 1 else f"the {name} at ({place})"


@lru_cache(maxsize=64)
def _template(
    window: Box, dimension: int, names: tuple[str, str], with_curve: bool, dark: bool, height: int
) -> dict[str, Any]:
    ink = palette(dark)
    click = plane_click(window, "across", "down", ("x", "y")[:dimension])
    x, y = _axes(window, names, with_height=with_curve or dimension == 2)
    return {
        **settings(ink),
        "height": height,
        "params": [*_layout(window, dimension), *click.params],
        "layer": [
            image_layer(),
            click.layer(ink.grid),
            *(_curve(ink, x, y) if with_curve else []),
            _goals(ink, x, y),
            *_goal_names(ink),
            *_start(ink),
        ],
    }


def _layout(window: Box, dimension: int) -> list[dict[str, Any]]:
    """Pixels: one unit is as long upwards as across, unless one side is over four times the other."""
    (left, right), (low, high) = window
    if dimension == 1:
        return [{"name": "across", "expr": "width"}, {"name": "down", "expr": "height"}]
    ratio = min(max((high - low) / (right - left), 1 / MOST_STRETCHED), MOST_STRETCHED)
    return [
        {"name": "across", "expr": f"min(width, height / {ratio!r})"},
        {"name": "down", "expr": f"across * {ratio!r}"},
    ]


def _curve(ink: Palette, x: Layer, y: Layer) -> list[Layer]:
    """f over its stripes, with a rim that stands out from every colour."""
    wide = curve_layer(ink.background, field("x", **x), field("y", **y))
    wide = {**wide, "name": "curve_rim", "mark": {**wide["mark"], "strokeWidth": CURVE_WIDTH + 4}}
    return [wide, curve_layer(ink.text, field("x"), field("y"))]


def _axes(window: Box, names: tuple[str, str], *, with_height: bool) -> tuple[Layer, Layer]:
    x = {
        "scale": fixed_scale(window[0], [0, {"expr": "across"}]),
        "axis": {
            "title": names[0],
            "grid": False,
            "offset": {"expr": "down - height"},
            "tickCount": {"expr": "ceil(across / 60)"},
        },
    }
    labels = {
        "title": names[1],
        "titleAngle": 0 if len(names[1]) == 1 else -90,
        "grid": False,
        "tickCount": {"expr": "ceil(down / 50)"},
    }
    y = {
        "scale": fixed_scale(window[1], [{"expr": "down"}, 0]),
        "axis": labels if with_height else None,
    }
    return x, y


def _goals(ink: Palette, x: Layer, y: Layer) -> Layer:
    look = {"type": "point", "shape": "diamond", "size": 120, "opacity": 1, "strokeWidth": 2, "aria": False}
    tooltip = [
        {"field": "name", "type": "nominal", "title": "goal"},
        {"field": "share", "type": "nominal", "title": "of the starts"},
    ]
    return {
        "name": "goals",
        "data": {"name": "goals"},
        "mark": {**look, "fill": ink.background, "stroke": ink.text},
        "encoding": {"x": field("x", **x), "y": field("y", **y), "tooltip": tooltip},
    }


def _goal_names(ink: Palette) -> list[Layer]:
    text = {"type": "text", "fontSize": AXIS_SIZE, "dy": -15, "aria": False}
    encoding = {"x": field("x"), "y": field("y"), "text": {"field": "name"}}
    return [
        {"data": {"name": "goals"}, "layer": halo("goal_names", text, ink, encoding, {"value": ink.text})}
    ]


def _start(ink: Palette) -> list[Layer]:
    ring = {"type": "point", "size": 160, "opacity": 1, "filled": False, "clip": True, "aria": False}
    place = {"x": field("x"), "y": field("y")}
    wide = {**ring, "strokeWidth": 5, "color": ink.background}
    data = {"data": {"name": "start"}}
    return [
        {**data, "mark": wide, "encoding": place},
        {**data, "name": "start", "mark": {**ring, "strokeWidth": 2.2, "color": ink.text}, "encoding": place},
    ]
