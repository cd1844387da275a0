"""The loss of every batch, its fading average, and the loss on all data after every epoch."""

from functools import lru_cache
from math import ceil
from typing import Any

import numpy as np

from charts.clipping import Floats
from charts.encodings import Layer, field
from charts.label_layers import nearest_readout
from charts.log_axis import power_axis, powers
from charts.palette import PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME
from charts.theme import fixed_scale, settings
from charts.training.parts.beside import heights, is_logarithmic, loss_range
from charts.training.parts.epochs import loss_words
from charts.training.parts.frame import panel
from charts.training.parts.key import Entry, key_layer
from core.numbers import number
from core.training import Training

BATCHES, SMOOTHED, EPOCH_ROWS, CLOSED = "batches", "smoothed", "by_epoch", "closed"
MOST_ROWS = 500


def loss_chart(
    *, training: Training, closed: float | None = None, dark: bool = False, height: int = 280
) -> Picture:
    """The loss against the epoch: of each batch (thin), smoothed, and on all data (points on a line).

    The axis is logarithmic where the losses reach over more than two powers of ten. `closed` is the least
    loss by the closed form, a dashed line. Where every step sees all data there are no batches to show.
    """
    everything = np.concatenate([training.epoch_losses, training.losses])
    logarithmic = is_logarithmic(everything)
    low, high = loss_range(everything, logarithmic, closed)
    batches = not training.plan.full(training.samples.size)
    return Picture(
        spec=_template(training.plan.epochs, logarithmic, batches, closed is not None, dark, height),
        data={
            **(_step_rows(training, logarithmic, (low, high)) if batches else {}),
            EPOCH_ROWS: _rows(
                np.arange(training.epochs + 1.0), training.epoch_losses, logarithmic, (low, high)
            ),
            **({} if closed is None else {CLOSED: {"at": heights(np.array([closed]), logarithmic)}}),
            FRAME: {
                "low": np.array([low]),
                "high": np.array([high]),
                "says": np.array([_says(training, closed)]),
                "words": np.array([loss_words(training)]),
            },
        },
        alt=f"The loss over {training.plan.epochs} epochs: of the batches, smoothed, and on all data.",
    )


def _step_rows(training: Training, logarithmic: bool, ends: tuple[float, float]) -> dict[str, Columns]:
    place = training.epoch_of_step
    return {
        BATCHES: _rows(place, training.losses, logarithmic, ends),
        SMOOTHED: _rows(place, training.smoothed, logarithmic, ends),
    }


def _rows(place: Floats, values: Floats, logarithmic: bool, ends: tuple[float, float]) -> Columns:
    """Evenly chosen rows, at most 500 and always the last; what is beyond the axis stands on its end."""
    at = heights(values, logarithmic)
    every = ceil(len(at) / MOST_ROWS)
    kept = np.union1d(np.arange(0, len(at), every), [len(at) - 1])
    kept = kept[np.isfinite(at[kept])]
    return {"epoch": place[kept].astype(np.float32), "at": np.clip(at[kept], *ends).astype(np.float32)}


def _says(training: Training, closed: float | None) -> str:
    known = training.epoch_losses[np.isfinite(training.epoch_losses)]
    reached = f"loss on all data: {number(float(known[-1]), 4)}"
    return reached if closed is None else f"{reached}, closed form: {number(closed, 4)}"


@lru_cache(maxsize=64)
def _template(
    last: int, logarithmic: bool, batches: bool, closed: bool, dark: bool, height: int
) -> dict[str, Any]:
    ink = palette(dark)
    x, y = _axes(last, logarithmic)
    axes: Layer = {"x": field("epoch", **x), "y": field("at", **y)}
    steps = [_line(ink, BATCHES, axes), _line(ink, SMOOTHED, axes)] if batches else []
    return {
        **settings(ink),
        "height": height,
        "params": [powers(), *_ends()],
        "layer": [
            panel(ink),
            *([_floor(ink)] if closed else []),
            *steps,
            _line(ink, EPOCH_ROWS, axes),
            key_layer(ink, _entries(ink, batches, closed)),
            nearest_readout(FRAME, "0", "datum.says", ink),
        ],
    }


def _ends() -> list[dict[str, str]]:
    """The ends of the axis travel as data, so that another rate needs no other spec."""
    return [{"name": f"loss_{end}", "expr": f"data('{FRAME}')[0].{end}"} for end in ("low", "high")]


def _axes(last: int, logarithmic: bool) -> tuple[Layer, Layer]:
    count = {"expr": f"min({last}, ceil(width / 70))"}
    x = {
        "scale": fixed_scale((0, last)),
        "axis": {"title": "epoch", "format": "d", "tickMinStep": 1, "tickCount": count, "grid": False},
    }
    labels = power_axis if logarithmic else dict[str, Any]
    y = {
        "scale": fixed_scale(({"expr": "loss_low"}, {"expr": "loss_high"})),
        "axis": labels(title="loss", tickCount={"expr": "ceil(height / 45)"}),
    }
    return x, y


def _looks(ink: Palette) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Name in the key, colour and line of each data set."""
    return {
        BATCHES: ("batch", ink.quiet, {"strokeWidth": 1, "opacity": 0.55}),
        SMOOTHED: ("smoothed", ink.ascent, {"strokeWidth": PATH_WIDTH}),
        EPOCH_ROWS: ("all data", ink.descent, {"strokeWidth": PATH_WIDTH + 0.6}),
    }


def _line(ink: Palette, name: str, axes: Layer) -> Layer:
    _, colour, line = _looks(ink)[name]
    mark = {"type": "line", "color": colour, "clip": True, "aria": False, **line}
    return {"name": name, "data": {"name": name}, "mark": mark, "encoding": axes}


def _entries(ink: Palette, batches: bool, closed: bool) -> list[Entry]:
    looks = _looks(ink)
    names = (BATCHES, SMOOTHED, EPOCH_ROWS) if batches else (EPOCH_ROWS,)
    dashed = [Entry("closed form", "dashed", ink.exact)] if closed else []
    return [*(Entry(looks[name][0], "stroke", looks[name][1]) for name in names), *dashed]


def _floor(ink: Palette) -> Layer:
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "strokeDash": [5, 4], "color": ink.exact}
    return {
        "name": CLOSED,
        "data": {"name": CLOSED},
        "mark": {**look, "clip": True, "aria": False},
        "encoding": {"y": field("at")},
    }
