"""Prediction against truth, for data with more columns than a picture has: every sample at every epoch."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box, Floats
from charts.encodings import Layer, field
from charts.palette import PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.screen import place_type
from charts.theme import settings
from charts.training.parts.axes import picture_axes
from charts.training.parts.beside import LOSSES, beside_params, is_logarithmic, loss_columns, loss_panel
from charts.training.parts.epochs import (
    SHOWN,
    Epochs,
    drawn_epochs,
    epoch_data,
    epoch_slider,
    loss_words,
    readout,
    repeated,
    spans,
)
from charts.training.parts.frame import panel
from charts.training.parts.key import Entry, key_layer, label_entries
from charts.training.parts.samples import SAMPLES, room, sample_area, sample_layer
from core.training import Training

MOST_ROWS = 4000
LEAST_DRAWN = 8
GUIDE = "guide"
BANDS: Box = ((-0.04, 1.04), (-0.5, 1.5))


def truth_chart(
    *, training: Training, seed: int | None = None, dark: bool = False, height: int = 340
) -> Picture:
    """Each sample at (truth, prediction) with the line where both are equal; or with labels one band for each
    label, prediction across, and the line ŷ = 1/2. The loss is beside it.
    """
    samples, labels = training.samples, training.model.labels
    epochs = drawn_epochs(training, max(LEAST_DRAWN, min(30, MOST_ROWS // samples.size)))
    predicted = training.model.predict(training.parameters[epochs], samples.x)
    window = BANDS if labels else (room(samples.y), room(samples.y))
    names = ("prediction ŷ", "label") if labels else (f"truth {samples.target}", "prediction ŷ")
    logarithmic = is_logarithmic(training.epoch_losses)
    words = f"{samples.size} samples, each with its prediction. {loss_words(training)}"
    return Picture(
        spec=_template(
            window, names, training.plan.epochs, sample_area(samples.size), labels, logarithmic, dark, height
        ),
        data={
            SAMPLES: _rows(training, epochs, predicted, window),
            LOSSES: loss_columns(training, logarithmic, epochs),
            **epoch_data(training, seed, words, epochs),
        },
        alt="The prediction of every sample against the truth, epoch by epoch, beside the loss.",
    )


def _rows(training: Training, epochs: Epochs, predicted: Floats, window: Box) -> Columns:
    """One row for each sample and epoch; a prediction beyond the window stands on its edge."""
    y, count = training.samples.y, len(epochs)
    labels = training.model.labels
    truth = np.tile(_bands(y) if labels else y, count)
    places = (predicted.ravel(), truth) if labels else (truth, predicted.ravel())
    x, up = (np.clip(values, *ends) for values, ends in zip(places, window, strict=True))
    label = np.tile(y if labels else np.zeros_like(y), count).astype(np.int8)
    kind = place_type(*window)
    return {
        **repeated(spans(training, epochs), len(y)),
        "x": x.astype(kind),
        "y": up.astype(kind),
        "label": label,
    }


def _bands(y: Floats) -> Floats:
    """Heights about 0 and 1, spread so that no sample hides another of its label (n,)."""
    spread = np.empty(len(y))
    for label in np.unique(y):
        own = np.flatnonzero(y == label)
        spread[own] = np.linspace(-0.32, 0.32, len(own)) if len(own) > 1 else 0.0
    return y + spread


@lru_cache(maxsize=64)
def _template(
    window: Box,
    names: tuple[str, str],
    last: int,
    area: float,
    labels: bool,
    logarithmic: bool,
    dark: bool,
    height: int,
) -> dict[str, Any]:
    ink = palette(dark)
    x, y = picture_axes(window, names)
    if labels:
        y = {**y, "axis": {**y["axis"], "values": [0, 1], "format": "d"}}
    guide = Entry("ŷ = 1/2" if labels else "ŷ = y", "dashed", ink.exact)
    points = sample_layer(ink, area, labels, names, x=x, y=y)
    main: Layer = {
        "layer": [
            panel(ink, "across", "down"),
            _guide(ink, window, labels),
            {**points, "transform": [{"filter": SHOWN}]},
            readout(ink),
            key_layer(ink, [*(label_entries(ink) if labels else []), guide]),
        ],
    }
    return {
        **settings(ink),
        "height": height,
        "params": [*epoch_slider(last), *beside_params(None if labels else 1.0)],
        "layer": [main, loss_panel(ink, last, logarithmic)],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _guide(ink: Palette, window: Box, labels: bool) -> Layer:
    """Where prediction and truth are equal, or where the decision changes."""
    (left, right), (low, high) = window
    row = (
        {"x": 0.5, "x2": 0.5, "y": low, "y2": high}
        if labels
        else {"x": left, "x2": right, "y": low, "y2": high}
    )
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "strokeDash": [5, 4], "color": ink.exact}
    ends = {"x": field("x"), "y": field("y"), "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    return {"name": GUIDE, "data": {"values": [row]}, "mark": {**look, "aria": False}, "encoding": ends}
