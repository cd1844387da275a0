"""One column to predict from: the samples, and the line or curve of the model at every epoch."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box, Floats, cut_segments
from charts.encodings import Layer, field
from charts.palette import CURVE_WIDTH, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.screen import place_type
from charts.start_click import START, plane_click
from charts.theme import settings
from charts.training.parts.axes import picture_axes
from charts.training.parts.beside import LOSSES, beside_params, is_logarithmic, loss_columns, loss_panel
from charts.training.parts.epochs import (
    SHOWN,
    drawn_epochs,
    epoch_data,
    epoch_slider,
    loss_words,
    readout,
    repeated,
    spans,
)
from charts.training.parts.key import Entry, fit_entries, key_layer, label_entries
from charts.training.parts.samples import SAMPLES, room, sample_area, sample_columns, sample_layer
from core.training import Training

MODEL, RESIDUALS, CLOSED = "model", "residuals", "closed"
PLACES = 61
HEIGHTS = (-0.15, 1.15)
"""The window of labels and probabilities."""

MOST_RESIDUALS = 30
"""With more samples the misses would hide the picture."""


@dataclass(frozen=True)
class Kind:
    """What else shapes the picture: names of x and y, size of a sample, labels or numbers, line or curve."""

    names: tuple[str, str]
    area: float
    labels: bool
    straight: bool
    misses: bool
    logarithmic: bool


def scatter_chart(
    *,
    training: Training,
    closed: Floats | None = None,
    seed: int | None = None,
    dark: bool = False,
    height: int = 340,
) -> Picture:
    """The samples (x, y), the model's line or curve at the slider's epoch, and the loss beside it.

    Up to 30 samples show how far each is from the prediction. `closed` (p,) are the parameters of the closed
    form, drawn dashed. A click reports the selection "start" with x and y. For one column of x.
    """
    samples, labels = training.samples, training.model.labels
    x = samples.x[:, 0]
    window = room(x), HEIGHTS if labels else room(samples.y)
    logarithmic = is_logarithmic(training.epoch_losses)
    kind = Kind(
        (samples.columns[0], samples.target),
        sample_area(samples.size),
        labels,
        is_straight(training),
        samples.size <= MOST_RESIDUALS,
        logarithmic,
    )
    words = f"{samples.size} samples. {loss_words(training)}"
    return Picture(
        spec=_template(window, kind, training.plan.epochs, closed is not None, dark, height),
        data={
            SAMPLES: sample_columns(x, samples.y, samples.y if labels else None, window),
            MODEL: _model_columns(training, training.parameters[drawn_epochs(training)], window),
            RESIDUALS: _residual_columns(training, window),
            **({} if closed is None else {CLOSED: _model_columns(training, closed[None], window)}),
            LOSSES: loss_columns(training, logarithmic),
            **epoch_data(training, seed, words),
        },
        alt="The samples and the model's prediction at one epoch after the other, beside the loss.",
        selections=(START,),
    )


def is_straight(training: Training) -> bool:
    """Whether the model is a sum alone, without a sigmoid or hidden units."""
    return not (training.model.labels or training.model.hidden)


def _model_columns(training: Training, theta: Floats, window: Box) -> Columns:
    """The model with each θ of (f, p): a line cut at the frame, or a curve of 61 places.

    Rows of the drawn epochs say when they are shown; the closed form, a single θ, needs no epoch.
    """
    straight = is_straight(training)
    frames = spans(training) if len(theta) == len(drawn_epochs(training)) else {}
    place = np.linspace(*window[0], 2 if straight else PLACES)
    y = training.model.predict(theta, place[:, None])
    if not straight:
        x = np.tile(place, len(theta)).astype(place_type(window[0]))
        return {**repeated(frames, PLACES), "x": x, "y": y.ravel().astype(np.float32)}
    a, b = (np.column_stack([np.full(len(y), place[end]), y[:, end]]) for end in (0, 1))
    return _cut(frames, a, b, window)


def _residual_columns(training: Training, window: Box) -> Columns:
    """From each sample to its prediction at each drawn epoch; none where there are many samples."""
    samples = training.samples
    drawn = drawn_epochs(training)[: None if samples.size <= MOST_RESIDUALS else 0]
    predicted = training.model.predict(training.parameters[drawn], samples.x).ravel()
    x, y = (np.tile(values, len(drawn)) for values in (samples.x[:, 0], samples.y))
    frames = {name: column[: len(drawn)] for name, column in spans(training).items()}
    rows = repeated(frames, samples.size)
    return _cut(rows, np.column_stack([x, y]), np.column_stack([x, predicted]), window)


def _cut(rows: Columns, a: Floats, b: Floats, window: Box) -> Columns:
    """The parts of the segments inside the window, as rows x, y, x2, y2."""
    a, b, seen = cut_segments(a, b, window)
    places = {"x": a[seen, 0], "y": a[seen, 1], "x2": b[seen, 0], "y2": b[seen, 1]}
    kind = place_type(*window)
    return {
        **{name: column[seen] for name, column in rows.items()},
        **{name: column.astype(kind) for name, column in places.items()},
    }


@lru_cache(maxsize=64)
def _template(window: Box, kind: Kind, last: int, closed: bool, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = plane_click(window, "across", "down", ("x", "y"))
    x, y = picture_axes(window, kind.names)
    main: Layer = {
        "layer": [
            click.layer(ink.grid),
            *([_drawn(ink, CLOSED, kind.straight)] if closed else []),
            _residuals(ink),
            _drawn(ink, MODEL, kind.straight),
            sample_layer(ink, kind.area, kind.labels, kind.names, x=x, y=y),
            readout(ink),
            key_layer(ink, _entries(ink, kind, closed)),
        ],
    }
    return {
        **settings(ink),
        "height": height,
        "params": [*epoch_slider(last), *beside_params(None), *click.params],
        "layer": [main, loss_panel(ink, last, kind.logarithmic)],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _entries(ink: Palette, kind: Kind, closed: bool) -> list[Entry]:
    labels = label_entries(ink) if kind.labels else []
    return [*labels, *fit_entries(ink, closed=closed, misses=kind.misses)]


def _drawn(ink: Palette, data: str, straight: bool) -> Layer:
    """The model at the epoch shown, or the closed form in thin dashes."""
    own = data == MODEL
    width = {"strokeWidth": CURVE_WIDTH} if own else {"strokeWidth": PATH_WIDTH, "strokeDash": [5, 4]}
    look = {**width, "color": ink.descent if own else ink.exact, "clip": True, "aria": False}
    place = {"x": field("x"), "y": field("y")}
    ends = {"x2": {"field": "x2"}, "y2": {"field": "y2"}} if straight else {}
    return {
        "name": data,
        "data": {"name": data},
        **({"transform": [{"filter": SHOWN}]} if own else {}),
        "mark": {"type": "rule" if straight else "line", **look},
        "encoding": {**place, **ends},
    }


def _residuals(ink: Palette) -> Layer:
    ends = {"x": field("x"), "y": field("y"), "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    return {
        "name": RESIDUALS,
        "data": {"name": RESIDUALS},
        "transform": [{"filter": SHOWN}],
        "mark": {"type": "rule", "strokeWidth": 1.4, "color": ink.error, "opacity": 0.8, "aria": False},
        "encoding": ends,
    }
