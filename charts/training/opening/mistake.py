"""Log-loss beside squared loss at a confident mistake: the losses over z, and their slopes."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Floats
from charts.encodings import Layer, field
from charts.inner_slider import inner_slider, seed_columns
from charts.label_layers import NARROW, words_above
from charts.palette import CURRENT_AREA, CURVE_WIDTH, Palette, palette
from charts.picture import Picture
from charts.scrubber import FRAME
from charts.theme import fixed_scale, settings
from charts.training.parts.frame import panel
from charts.training.parts.key import Entry, key_layer
from core.losses import squared_loss, squared_slope
from core.models.log_loss import log_loss, log_loss_slope, sigmoid
from core.numbers import number

CURVES, PLACES, NOW = "curves", "places", "datum.k == percent"
DASHES = ([1, 0], [8, 3])
WIDEST = 7.0
SUREST = 0.999
GAP = 64


def mistake_chart(
    *, label: int = 1, prediction: float = 0.01, dark: bool = False, height: int = 300
) -> Picture:
    """Log-loss and squared loss of ŷ = σ(z) over z, and their slopes beside them; the slider moves ŷ.

    It counts ŷ in percent and begins at `prediction`; its ends are 0.1 % and 99.9 %. The truth is `label`.
    """
    percent = np.arange(101)
    seed = int(np.clip(np.rint(100 * prediction), 0, 100))
    places = _columns(_logit(np.clip(percent / 100, 1 - SUREST, SUREST)), label)
    says = [_says(places, k, label) for k in percent.tolist()]
    return Picture(
        spec=_template(label, dark, height),
        data={
            CURVES: _columns(np.linspace(-WIDEST, WIDEST, 113), label),
            PLACES: {**places, "k": percent.astype(np.int16), "says": np.array(says)},
            FRAME: seed_columns(seed, 100, f"The truth is {label}. {says[seed]}."),
        },
        alt=f"Log-loss and squared loss over z where the truth is {label}, and the slopes of both.",
    )


def _logit(prediction: Floats) -> Floats:
    """z = log(ŷ / (1 − ŷ)), where σ(z) = ŷ."""
    z: Floats = np.log(prediction) - np.log1p(-prediction)
    return z


def _columns(z: Floats, label: int) -> dict[str, Floats]:
    truth = np.array(float(label))
    return {
        "z": z,
        "log": log_loss(z, truth),
        "squared": squared_loss(z, truth),
        "log_slope": log_loss_slope(z, truth),
        "squared_slope": squared_slope(z, truth),
    }


def _says(places: dict[str, Floats], k: int, label: int) -> str:
    log, squared = (number(float(places[name][k]), 3) for name in ("log_slope", "squared_slope"))
    said = number(float(sigmoid(places["z"][k])), 3)
    return f"ŷ = {said}, y = {label}: slopes {log} (log-loss), {squared} (squared)"


@lru_cache(maxsize=8)
def _template(label: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    entries = [Entry("log-loss", "stroke", ink.function), Entry("squared loss", "dashed", ink.slope)]
    slopes = (-1.1, 0.1) if label else (-0.1, 1.1)
    left: Layer = {
        "layer": [
            panel(ink, "across", "down"),
            *_pair(ink, ("log", "squared"), (0.0, 7.2), "left"),
            _readout(ink),
            key_layer(ink, entries),
        ]
    }
    right: Layer = {"layer": _pair(ink, ("log_slope", "squared_slope"), slopes, "right")}
    layout = {
        "wide": f"width >= {NARROW}",
        "across": f"wide ? (width - {GAP}) / 2 : width",
        "down": "wide ? height : 0.45 * height",
        "right_start": f"wide ? across + {GAP} : 0",
        "right_top": "wide ? 0 : down + 50",
    }
    return {
        **settings(ink),
        "height": height,
        "params": [
            *inner_slider("percent", "ŷ in %", 100, FRAME),
            *({"name": name, "expr": expression} for name, expression in layout.items()),
        ],
        "layer": [left, right],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _pair(ink: Palette, names: tuple[str, str], heights: tuple[float, float], side: str) -> list[Layer]:
    """The curves of both losses, or of both slopes, with a point on each at the slider's place."""
    x, y = _axes(heights, side)
    looks = zip(names, (ink.function, ink.slope), DASHES, strict=True)
    layers: list[Layer] = []
    for name, colour, dash in looks:
        line = {"type": "line", "strokeWidth": CURVE_WIDTH, "color": colour, "strokeDash": dash, "clip": True}
        dot = {"type": "point", "filled": True, "size": CURRENT_AREA, "opacity": 1, "color": colour}
        encoding = {"x": field("z", **x), "y": field(name, **y)}
        layers += [
            {"data": {"name": CURVES}, "name": name, "mark": {**line, "aria": False}, "encoding": encoding},
            {
                "data": {"name": PLACES},
                "name": f"{name}_now",
                "transform": [{"filter": NOW}],
                "mark": {**dot, "stroke": ink.background, "strokeWidth": 2, "aria": False},
                "encoding": encoding,
            },
        ]
    return layers


def _axes(heights: tuple[float, float], side: str) -> tuple[Layer, Layer]:
    on_left = side == "left"
    start, end = ("0", "across") if on_left else ("right_start", "width")
    top, bottom = ("0", "down") if on_left else ("right_top", "height")
    x = {
        "scale": fixed_scale((-WIDEST, WIDEST), [{"expr": start}, {"expr": end}]),
        "axis": {
            "title": "z",
            "orient": "bottom",
            "offset": {"expr": f"{bottom} - height"},
            "grid": False,
            "tickCount": 5,
        },
    }
    y = {
        "scale": fixed_scale(heights, [{"expr": bottom}, {"expr": top}]),
        "axis": {
            "title": "loss" if on_left else "slope in z",
            "orient": "left",
            "offset": {"expr": f"-({start})"},
            "grid": not on_left,
            "tickCount": {"expr": f"ceil(({bottom} - ({top})) / 45)"},
        },
    }
    return x, y


def _readout(ink: Palette) -> Layer:
    return {
        "name": "readout",
        "data": {"name": PLACES},
        "transform": [{"filter": NOW}],
        "mark": words_above(ink, 16),
        "encoding": {"text": {"field": "says"}, "description": {"field": "says"}},
    }
