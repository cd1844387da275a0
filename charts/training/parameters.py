"""Two parameters: the way of a training over the level curves of its loss, and the closed form."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box, Floats
from charts.encodings import Layer, field
from charts.palette import Palette, palette
from charts.path_data import plane_path_columns
from charts.path_layers import path_layers
from charts.picture import Picture
from charts.plane import LevelCurves, level_columns, level_lines, level_name_columns, level_names, unit_ratio
from charts.scrubber import FRAME, shown_steps, stride
from charts.start_click import START, plane_click
from charts.theme import settings
from charts.training.parts.axes import picture_axes
from charts.training.parts.beside import (
    LOSSES,
    beside_params,
    is_logarithmic,
    loss_columns,
    loss_panel,
    loss_range,
)
from charts.training.parts.epochs import EPOCH, epoch_data, epoch_slider, loss_words, readout
from charts.training.parts.key import Entry, key_layer
from core.training import Training

CLOSED = "closed"


@dataclass(frozen=True, eq=False)
class Walk:
    """The run of the parameters: x (E+1, 2), f (E+1,) the loss on all data, and its gradient (E+1, 2)."""

    x: Floats
    f: Floats
    gradient: Floats


def parameters_chart(
    *,
    training: Training,
    levels: LevelCurves,
    window: Box,
    closed: Floats | None = None,
    seed: int | None = None,
    dark: bool = False,
    height: int = 360,
) -> Picture:
    """θ after every epoch across the level curves of the loss on all data, beside the loss.

    `levels` and `window` are those of `core.losses.loss_levels`. One unit is as long upwards as across.
    `closed` (2,) is the minimum by the closed form. A click reports the selection "start" with x and y, the
    two parameters. For models with two parameters.
    """
    every = stride(training.plan.epochs)
    walk = _walk(training)
    epochs = shown_steps(int(np.isfinite(walk.x).all(axis=1).cumprod().sum()), every)
    logarithmic = is_logarithmic(training.epoch_losses)
    names = (training.called[0], training.called[1])
    values = loss_range(walk.f, False)
    return Picture(
        spec=_template(window, names, training.plan.epochs, logarithmic, closed is not None, dark, height),
        data={
            "levels": level_columns(levels, window),
            "level_names": level_name_columns(levels, window),
            "path": plane_path_columns({"training": walk}, window, values, every=every),
            LOSSES: loss_columns(training, logarithmic, epochs),
            **({} if closed is None else {CLOSED: {"x": closed[:1], "y": closed[1:]}}),
            **epoch_data(training, seed, loss_words(training), epochs),
        },
        alt=f"The way of the parameters {names[0]} and {names[1]} over the level curves of the loss.",
        selections=(START,),
    )


def _walk(training: Training) -> Walk:
    samples = training.samples
    gradient = training.model.gradient(training.parameters, samples.x, samples.y)
    return Walk(training.parameters, training.epoch_losses, gradient)


@lru_cache(maxsize=64)
def _template(
    window: Box, names: tuple[str, str], last: int, logarithmic: bool, closed: bool, dark: bool, height: int
) -> dict[str, Any]:
    ink = palette(dark)
    click = plane_click(window, "across", "down", ("x", "y"))
    x, y = picture_axes(window, names)
    entries = [Entry("parameters", "circle", ink.descent)]
    main: Layer = {
        "layer": [
            click.layer(ink.grid),
            level_lines(ink, field("x", **x), field("y", **y)),
            level_names(ink),
            *path_layers(ink, last, names, called=("epoch", "loss")),
            *([_closed(ink)] if closed else []),
            readout(ink),
            key_layer(ink, [*entries, *([Entry("closed form", "diamond", ink.exact)] if closed else [])]),
        ],
    }
    return {
        **settings(ink),
        "height": height,
        "params": [
            *epoch_slider(last),
            *beside_params(unit_ratio(window)),
            *_place(window, stride(last)),
            *click.params,
        ],
        "layer": [main, loss_panel(ink, last, logarithmic)],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _place(window: Box, every: int) -> list[dict[str, Any]]:
    """What the layers of a path ask for: pixels per unit, the ends of the window, and the step shown."""
    (left, right), (low, high) = window
    end = f"data('{FRAME}')[0].end"
    return [
        {"name": "left", "value": left},
        {"name": "right", "value": right},
        {"name": "bottom", "value": low},
        {"name": "sx", "expr": f"across / {right - left!r}"},
        {"name": "sy", "expr": f"down / {high - low!r}"},
        {"name": "step", "expr": f"{EPOCH} >= {end} ? {end} : {every} * floor({EPOCH} / {every})"},
    ]


def _closed(ink: Palette) -> Layer:
    look = {"type": "point", "shape": "diamond", "filled": True, "size": 170, "opacity": 1, "aria": False}
    return {
        "name": CLOSED,
        "data": {"name": CLOSED},
        "mark": {**look, "color": ink.exact, "stroke": ink.background, "strokeWidth": 2},
        "encoding": {"x": field("x"), "y": field("y")},
    }
