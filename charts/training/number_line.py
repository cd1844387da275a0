"""Nothing to predict from: the samples on a line, the one parameter above them, and what it costs there."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box, Floats
from charts.encodings import Layer, calculate, field
from charts.label_layers import halo
from charts.palette import CURRENT_AREA, CURVE_WIDTH, LABEL_SIZE, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.screen import place_type
from charts.start_click import START, plane_click
from charts.theme import fixed_scale, settings
from charts.training.parts.epochs import (
    SHOWN,
    drawn_epochs,
    epoch_data,
    epoch_slider,
    loss_words,
    readout,
    spans,
)
from charts.training.parts.samples import SAMPLES, room
from core.training import Training

CURVE, MODEL, CLOSED = "curve", "model", "closed"
PLACES = 241
STACK = 15
"""Pixels from one sample to the next at the same place."""


def number_line_chart(
    *,
    training: Training,
    closed: float | None = None,
    seed: int | None = None,
    dark: bool = False,
    height: int = 320,
) -> Picture:
    """The loss as a curve over the parameter with the epoch's point on it, above the samples.

    `closed` is the parameter of the closed form, a dashed line. A click reports the selection "start" with x:
    a new sample's place. For models without inputs.
    """
    samples, labels = training.samples, training.model.labels
    across = (-0.06, 1.06) if labels else room(np.append(samples.y, training.parameters[0]))
    curve = _curve(training, across)
    window = across, _heights(curve[1])
    tall = _stacked(samples.y)
    words = f"{samples.size} samples. {loss_words(training)}"
    name = training.names[0]
    return Picture(
        spec=_template(
            window, name, training.plan.epochs, int(tall.max()) + 1, closed is not None, dark, height
        ),
        data={
            SAMPLES: {"x": samples.y.astype(np.float32), "nth": tall},
            CURVE: _curve_columns(*curve, window),
            MODEL: _model_columns(training, window),
            **({} if closed is None else {CLOSED: {"x": np.array([closed])}}),
            **epoch_data(training, seed, words),
        },
        alt=f"The loss over the parameter {name}, with one epoch's value at a time, above the samples.",
        selections=(START,),
    )


def _curve(training: Training, across: tuple[float, float]) -> tuple[Floats, Floats]:
    """The loss at 241 parameters, NaN where it has no finite value."""
    place = np.linspace(*across, PLACES)
    samples = training.samples
    loss = training.model.loss(place[:, None], samples.x, samples.y)
    return place, np.where(np.isfinite(loss), loss, np.nan)


def _heights(loss: Floats) -> tuple[float, float]:
    """From below the least loss to the highest that leaves the valley half of the room."""
    known = loss[np.isfinite(loss)]
    low, high = float(known.min()), float(known.max())
    high = min(high, low + 6 * max(float(np.median(known)) - low, 1e-9))
    spare = 0.08 * (high - low) or 0.5
    return low - spare, high + spare


def _stacked(y: Floats) -> np.ndarray[Any, np.dtype[np.int16]]:
    """For each sample how many before it have the same place (n,)."""
    values, back = np.unique(y, return_inverse=True)
    counts = np.zeros(len(values), dtype=np.int16)
    nth = np.empty(len(y), dtype=np.int16)
    for i, value in enumerate(back.tolist()):
        nth[i] = counts[value]
        counts[value] += 1
    return nth


def _curve_columns(place: Floats, loss: Floats, window: Box) -> Columns:
    low, high = window[1]
    seen = np.isfinite(loss) & (loss <= high + (high - low))
    piece = np.cumsum(~seen)[seen]
    kind = place_type(*window)
    return {"x": place[seen].astype(kind), "y": loss[seen].astype(kind), "piece": piece.astype(np.int16)}


def _model_columns(training: Training, window: Box) -> Columns:
    """The parameter and its loss at each drawn epoch that the picture shows."""
    drawn = drawn_epochs(training)
    place, loss = training.parameters[drawn, 0], training.epoch_losses[drawn]
    low, high = np.array(window).T
    seen = (low[0] <= place) & (place <= high[0]) & np.isfinite(loss)
    return {
        **{name: column[seen] for name, column in spans(training).items()},
        "x": place[seen],
        "y": np.clip(loss[seen], low[1], high[1]),
    }


@lru_cache(maxsize=64)
def _template(
    window: Box, name: str, last: int, tall: int, closed: bool, dark: bool, height: int
) -> dict[str, Any]:
    ink = palette(dark)
    click = plane_click(window, "width", "height", ("x",))
    x, y = _axes(window, name)
    return {
        **settings(ink),
        "height": height,
        "params": [
            *epoch_slider(last),
            {"name": "stack", "value": min(STACK, 90 / tall)},
            {"name": "split", "expr": f"height - {22 + min(STACK * tall, 90)}"},
            *click.params,
        ],
        "layer": [
            click.layer(ink.grid),
            *(_closed(ink) if closed else []),
            _loss_curve(ink, x, y),
            _stem(ink),
            _now(ink),
            _dots(ink),
            readout(ink),
        ],
    }


def _axes(window: Box, name: str) -> tuple[Layer, Layer]:
    x = {
        "scale": fixed_scale(window[0]),
        "axis": {"title": f"samples and {name}", "grid": False, "tickCount": {"expr": "ceil(width / 60)"}},
    }
    y = {
        "scale": fixed_scale(window[1], [{"expr": "split"}, 0]),
        "axis": {"title": "loss", "tickCount": {"expr": "ceil(split / 45)"}},
    }
    return x, y


def _loss_curve(ink: Palette, x: Layer, y: Layer) -> Layer:
    look = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": ink.function, "clip": True, "aria": False}
    return {
        "name": CURVE,
        "data": {"name": CURVE},
        "mark": look,
        "encoding": {
            "x": field("x", **x),
            "y": field("y", **y),
            "detail": {"field": "piece", "type": "nominal"},
        },
    }


def _stem(ink: Palette) -> Layer:
    """From the point on the curve down to the samples."""
    return {
        "name": MODEL,
        "data": {"name": MODEL},
        "transform": [{"filter": SHOWN}],
        "mark": {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.descent, "aria": False},
        "encoding": {"x": field("x"), "y": field("y"), "y2": {"value": "height"}},
    }


def _now(ink: Palette) -> Layer:
    look = {"type": "point", "filled": True, "size": CURRENT_AREA, "opacity": 1, "aria": False}
    return {
        "name": "now",
        "data": {"name": MODEL},
        "transform": [{"filter": SHOWN}],
        "mark": {**look, "color": ink.descent, "stroke": ink.background, "strokeWidth": 2},
        "encoding": {"x": field("x"), "y": field("y")},
    }


def _dots(ink: Palette) -> Layer:
    look = {"type": "point", "filled": True, "size": 95, "opacity": 1, "aria": False, "cursor": "pointer"}
    return {
        "name": "points",
        "data": {"name": SAMPLES},
        "transform": calculate(up="datum.nth * stack"),
        "mark": {
            **look,
            "color": ink.text,
            "stroke": ink.background,
            "strokeWidth": 1.2,
            "y": {"expr": "height - 9"},
            "yOffset": {"expr": "-datum.up"},
        },
        "encoding": {
            "x": field("x"),
            "tooltip": [{"field": "x", "type": "quantitative", "title": "sample"}],
        },
    }


def _closed(ink: Palette) -> list[Layer]:
    """The closed form, and its name at the top."""
    rule = {
        "type": "rule",
        "strokeWidth": PATH_WIDTH,
        "strokeDash": [5, 4],
        "color": ink.exact,
        "aria": False,
    }
    text = {"type": "text", "fontSize": LABEL_SIZE, "y": 12, "align": "left", "dx": 6, "aria": False}
    at = {"x": field("x")}
    return [
        {"name": CLOSED, "data": {"name": CLOSED}, "mark": rule, "encoding": at},
        {
            "data": {"name": CLOSED},
            "transform": calculate(says="'closed form'"),
            "layer": halo("closed_name", text, ink, {**at, "text": {"field": "says"}}, {"value": ink.exact}),
        },
    ]
