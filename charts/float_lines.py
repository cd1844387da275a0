"""Errors on a logarithmic height against a number that moves: named lines, and their values where it is."""

from collections.abc import Mapping
from functools import lru_cache
from math import ceil, floor
from typing import Any, Literal

import numpy as np

from charts.clipping import Floats
from charts.encodings import Layer, calculate, field
from charts.inner_slider import SEED, inner_slider, seed_columns
from charts.log_axis import exponents, power_axis, powers
from charts.palette import LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.theme import fixed_scale, settings
from core.numbers import number

Lines = Mapping[str, Floats]
Across = Literal["count", "power"]

FOUND, ZERO, BEYOND = 0, 1, 2
"""Kinds of a row: an error with a logarithm, none at all (drawn at the foot), infinite (at the top)."""

MOST = 4
DASHES = ([1, 0], [8, 3], [5, 3], [2, 3])
SHAPES = ("circle", "square", "diamond", "triangle-up")
LINE_HEIGHT = 19
SLIDER = "shown_k"


def float_lines_chart(
    *,
    x: Floats,
    lines: Lines,
    now: int,
    title: str,
    words: str,
    across: Across = "count",
    slider: str | None = None,
    dark: bool = False,
    height: int = 240,
) -> Picture:
    """Up to four rows of errors (k,) over x (k,); `now` is the index the values are written for.

    `across` says whether x is counted or holds exponents of ten. With a `slider`, named so, the lines are
    drawn as far as it stands, and it starts at `now`.
    """
    if not 1 <= len(lines) <= MOST:
        raise ValueError(f"A picture of errors has 1 to {MOST} lines, not {len(lines)}.")
    last = len(x) - 1
    window = (float(x.min()), float(x.max())), _heights(lines)
    return Picture(
        spec=_template(tuple(lines), window, title, across, slider, last, dark, height),
        data={"errors": error_columns(x, lines, window[1]), SEED: seed_columns(now, last, words)},
        alt=f"The error against {title}: {', '.join(lines)}.",
    )


def error_columns(x: Floats, lines: Lines, heights: tuple[float, float]) -> Columns:
    """One row for each line and place: k, x, the height, the line and the kind.

    What is no number is left out, and nothing infinite leaves.
    """
    raised = [exponents(errors) for errors in lines.values()]
    y = np.concatenate(raised)
    errors = np.concatenate(list(lines.values()))
    kind = np.where(errors == 0, ZERO, np.where(np.isfinite(errors), FOUND, BEYOND))
    edge = np.where(kind == ZERO, heights[0], heights[1])
    keep = ~np.isnan(errors)
    return {
        "k": np.tile(np.arange(len(x)), len(lines))[keep].astype(np.int16),
        "x": np.tile(x, len(lines))[keep].astype(np.float64),
        "y": np.where(kind == FOUND, y, edge)[keep].astype(np.float32),
        "line": np.repeat(np.arange(len(lines)), len(x))[keep].astype(np.int8),
        "kind": kind[keep].astype(np.int8),
    }


def _heights(lines: Lines) -> tuple[float, float]:
    """Whole exponents around all errors, with one more below for errors of 0, and above for infinite ones."""
    room = any(np.isinf(errors).any() for errors in lines.values())
    known = np.concatenate([exponents(errors) for errors in lines.values()])
    known = known[np.isfinite(known)]
    if not len(known):
        return -1.0, float(room)
    low = floor(known.min())
    return float(low - 1), float(max(ceil(known.max()), low + 1) + room)


Window = tuple[tuple[float, float], tuple[float, float]]


@lru_cache(maxsize=64)
def _template(
    names: tuple[str, ...],
    window: Window,
    title: str,
    across: Across,
    slider: str | None,
    last: int,
    dark: bool,
    height: int,
) -> dict[str, Any]:
    ink = palette(dark)
    wide = {"tickCount": {"expr": "ceil(width / 70)"}}
    axis = (
        power_axis(title=title, **wide)
        if across == "power"
        else {"title": title, "tickMinStep": 1, "format": "d", **wide}
    )
    x = {"scale": fixed_scale(window[0]), "axis": axis}
    y = {
        "scale": fixed_scale(window[1]),
        "axis": power_axis(title=None, tickCount={"expr": "ceil(height / 40)"}),
    }
    moving = inner_slider(SLIDER, slider, last) if slider else [_fixed()]
    return {
        **settings(ink),
        "height": height,
        "params": [powers(), _tens(), {"name": "names", "value": list(names)}, *moving],
        "layer": [
            _plane(ink),
            _lines(ink, len(names), field("x", **x), field("y", **y), grows=slider is not None),
            _points(ink, len(names)),
            *_readout(ink, len(names), _moved(title, across) if slider else "''"),
        ],
    }


def _fixed() -> dict[str, Any]:
    return {"name": SLIDER, "expr": f"data('{SEED}')[0].k"}


def _tens() -> dict[str, Any]:
    """10ⁿ as it is written beside a mantissa."""
    written = {str(power): number(10.0**power) for power in range(-60, 31)}
    return {"name": "tens", "value": written}


def _plane(ink: Palette) -> Layer:
    sides = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"value": 0}, "y2": {"value": "height"}}
    return {
        "name": "plane",
        "data": {"name": SEED},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _lines(ink: Palette, count: int, x: Layer, y: Layer, *, grows: bool) -> Layer:
    look = {"type": "line", "strokeWidth": PATH_WIDTH, "aria": False, "clip": True}
    scale = {"domain": list(range(count)), "range": list(DASHES[:count])}
    dash = {"field": "line", "type": "nominal", "scale": scale, "legend": None}
    return {
        "name": "lines",
        "data": {"name": "errors"},
        "transform": [{"filter": f"datum.k <= {SLIDER}"}] if grows else [],
        "mark": look,
        "encoding": {"x": x, "y": y, "color": _colour(ink, count), "strokeDash": dash},
    }


def _points(ink: Palette, count: int) -> Layer:
    """Where each line stands now."""
    return {
        "name": "now",
        "data": {"name": "errors"},
        "transform": [{"filter": f"datum.k == {SLIDER}"}],
        "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1, "aria": False, "clip": True},
        "encoding": {
            "x": field("x"),
            "y": field("y"),
            "color": _colour(ink, count),
            "shape": _shape(count),
        },
    }


def _moved(title: str, across: Across) -> str:
    """What the first line says of the place where a slider stands, such as ", 1000 terms added"."""
    place = "pow(10, datum.x)" if across == "power" else "datum.x"
    return f"datum.line ? '' : ', ' + format(round({place}), 'd') + ' {title}'"


def _readout(ink: Palette, count: int, moved: str) -> list[Layer]:
    """A line of text for each line of errors, above the picture: its mark, its name, its value, `moved`."""
    row = {"expr": f"{LINE_HEIGHT} * datum.line - {LINE_HEIGHT * count - 4}"}
    now = {"data": {"name": "errors"}}
    transform: list[dict[str, str]] = [
        {"filter": f"datum.k == {SLIDER}"},
        *calculate(
            whole="floor(datum.y)",
            front="format(pow(10, datum.y - datum.whole), '.3~r')",
            plain="format(pow(10, datum.y), '.3~r')",
            power="(datum.front == '1' ? '' : datum.front + ' × ') + tens['' + datum.whole]",
            known="abs(datum.whole) <= 4 ? datum.plain : datum.power",
            value=f"datum.kind == {ZERO} ? 'no error' : datum.kind == {BEYOND} ? '∞' : datum.known",
            says=f"names[datum.line] + ': ' + datum.value + ({moved})",
        ),
    ]
    glyph = {"type": "point", "filled": True, "size": 80, "opacity": 1, "aria": False, "x": 5, "y": row}
    text = {"type": "text", "align": "left", "baseline": "middle", "fontSize": LABEL_SIZE, "x": 15, "y": row}
    return [
        {
            **now,
            "transform": transform[:1],
            "mark": glyph,
            "encoding": {"color": _colour(ink, count), "shape": _shape(count)},
        },
        {
            **now,
            "name": "readout",
            "transform": transform,
            "mark": {**text, "limit": {"expr": "width - 14"}},
            "encoding": {
                "text": {"field": "says"},
                "color": _colour(ink, count),
                "description": {"field": "says"},
            },
        },
    ]


def _colour(ink: Palette, count: int) -> dict[str, Any]:
    shades = [ink.error, ink.function, ink.ascent, ink.exact][:count]
    scale = {"domain": list(range(count)), "range": shades}
    return {"field": "line", "type": "nominal", "scale": scale, "legend": None}


def _shape(count: int) -> dict[str, Any]:
    scale = {"domain": list(range(count)), "range": list(SHAPES[:count])}
    return {"field": "line", "type": "nominal", "scale": scale, "legend": None}
