"""One step taken apart on the map: what the past adds, what the gradient adds, and the step they make."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from charts.clipping import Box
from charts.encodings import Layer, field
from charts.gradient.arrow import arrow_layers
from charts.gradient.plane import map_layers, map_params, spot
from charts.label_layers import NARROW
from charts.palette import LABEL_SIZE, THIN_WIDTH, Palette, palette
from charts.path_data import Walk, plane_path_columns
from charts.picture import Picture
from charts.plane import LevelCurves, level_columns, level_name_columns, unit_ratio
from charts.scrubber import FRAME, SHOWN, frame_columns, scrubber, stride
from charts.start_click import START, plane_click
from charts.step_pieces.arrows import LAST, Pieces, arrow_columns, list_columns, sentence, step_columns
from charts.theme import settings

BESIDE = 232
BAND = 11
"""Pixels: of the list right of the map, and across the broad arrow of the sum."""

NOW = "datum.k == clamp(step, 1, last_step)"


def step_pieces_chart(
    *,
    levels: LevelCurves,
    walk: Walk,
    pieces: Sequence[Pieces],
    window: Box,
    steps: int,
    ascent: bool = False,
    seed: int = 1,
    dark: bool = False,
    height: int = 360,
) -> Picture:
    """The map with the run so far and the arrows of the step under the slider, for a run with a step.

    `pieces` are those of the steps that the slider stops at, and of the last. Arrows too short to be seen are
    drawn longer, all of a step alike, and the line above says how many times. A click reports the selection
    "start" with x and y.
    """
    told = step_columns(pieces)
    words = sentence(min(pieces, key=lambda one: abs(one.k - seed)))
    return Picture(
        spec=_template(window, steps, ascent, dark, height),
        data={
            "levels": level_columns(levels, window),
            "level_names": level_name_columns(levels, window),
            "path": plane_path_columns({"run": walk}, window, (0.0, 1.0), (0,), stride(steps)),
            "steps": told,
            "list": list_columns(pieces, window),
            **{f"piece_{kind}": rows for kind, rows in arrow_columns(pieces, window).items()},
            FRAME: {**frame_columns(seed, steps, words), "last": told["k"][-1:]},
        },
        alt=f"Level curves of f with the pieces of one step as arrows, for steps 1 to {steps}.",
        selections=(START,),
    )


@lru_cache(maxsize=64)
def _template(window: Box, steps: int, ascent: bool, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    colours = _colours(ink, ascent)
    click = plane_click(window, "across", "down", ("x", "y"))
    last = {"name": "last_step", "expr": f"data('{FRAME}')[0].last"}
    return {
        **settings(ink),
        "height": height,
        "params": [
            *scrubber(steps),
            last,
            {"name": "room", "expr": f"width < {NARROW} ? width : width - {BESIDE}"},
            *map_params(window, f"min(height, room * {unit_ratio(window)!r})"),
            *click.params,
        ],
        "layer": [
            *map_layers(ink, window),
            _path(ink),
            *(layer for kind, colour in colours.items() for layer in _arrows(kind, ink, colour)),
            spot(ink, "here", {"data": {"name": "steps"}, "transform": [{"filter": NOW}]}, "x", "y"),
            _list(ink, colours),
            # On top, so that a click on an arrow is a click on the map too.
            click.layer(ink.grid),
        ],
    }


def _path(ink: Palette) -> Layer:
    return {
        "name": "path",
        "data": {"name": "path"},
        "transform": [{"filter": f"datum.drawn && {SHOWN}"}],
        "mark": {"type": "rule", "strokeWidth": THIN_WIDTH, "color": ink.quiet, "aria": False},
        "encoding": {
            "x": field("ax"),
            "y": field("ay"),
            "x2": {"field": "bx"},
            "y2": {"field": "by"},
        },
    }


def _colours(ink: Palette, ascent: bool) -> dict[str, str]:
    """The kinds of arrows from back to front."""
    whole = ink.ascent if ascent else ink.descent
    return {
        "bare": ink.quiet,
        LAST: whole,
        "memory": ink.function,
        "gradient": ink.slope,
        "decay": ink.error,
    }


def _arrows(kind: str, ink: Palette, colour: str) -> list[Layer]:
    """The arrows of one kind, those of the present step; the sum is a broad band behind its parts."""
    (layer,) = arrow_layers(f"piece_{kind}", ink, colour)
    shaft, *rest = layer["layer"]
    if kind == LAST:
        shaft = {**shaft, "mark": {**shaft["mark"], "strokeWidth": BAND, "opacity": 0.45}}
    now = [{"filter": NOW}, *layer["transform"]]
    return [{**layer, "transform": now, "layer": [shaft, *rest]}]


def _list(ink: Palette, colours: dict[str, str]) -> Layer:
    """The sum in numbers, right of the map; above it on a narrow page."""
    narrow = f"width < {NARROW}"
    looks = {**colours, "times": ink.quiet}
    colour = {"domain": list(looks), "range": list(looks.values())}
    text = {
        "type": "text",
        "align": "left",
        "baseline": "middle",
        "fontSize": {"expr": f"{narrow} ? 12 : {LABEL_SIZE}"},
        "x": {"expr": f"{narrow} ? 0 : across + 16"},
        "y": {"expr": f"{narrow} ? -76 + 16 * datum.line : 10 + 22 * datum.line"},
    }
    says = {"field": "says"}
    kind = {"field": "kind", "type": "nominal", "scale": colour, "legend": None}
    return {
        "name": "list",
        "data": {"name": "list"},
        "transform": [{"filter": NOW}],
        "mark": text,
        "encoding": {"text": says, "description": says, "color": kind},
    }
