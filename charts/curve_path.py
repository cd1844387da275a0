"""Descent and ascent on a curve y = f(x), beside the value along the way."""

from functools import lru_cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box
from charts.encodings import Layer, field
from charts.family import OTHERS, Family, with_family
from charts.family_layers import OWN_LOOKS, behind, family_layers, family_value_layer
from charts.palette import CURVE_WIDTH, palette
from charts.path_data import Walks, curve_path_columns
from charts.path_layers import path_layers
from charts.picture import Columns, Picture
from charts.screen import place_type
from charts.scrubber import FRAME, frame_columns, scrubber, stride
from charts.start_click import START, plane_click
from charts.theme import fixed_scale, settings
from charts.value_layers import value_layer
from charts.words import curve_name, walks_words

GAP = 26


class Curve(Protocol):
    """Samples of f, x and y (n,), with NaN between the pieces; `core.sampling.Curve` is one."""

    @property
    def x(self) -> NDArray[np.float64]: ...
    @property
    def y(self) -> NDArray[np.float64]: ...


def descent_curve_chart(
    *,
    curve: Curve,
    runs: Walks,
    window: Box,
    steps: int,
    others: Family | None = None,
    seed: int = 0,
    dark: bool = False,
    height: int = 330,
) -> Picture:
    """The curve in the window ((x_low, x_high), (y_low, y_high)) and the runs on it, up to the slider's step.

    `runs` maps the name written beside a path to the run; the first is drawn as descent, the second as
    ascent. `steps` is the slider's end, `seed` the step it starts at. A click reports the selection "start"
    with x. The right-hand panel has the same height scale: a point on the curve and its value stand side by
    side. `others` maps other learning rates, in order, to the runs from the same start with them: they are
    drawn thinly behind the one run of `runs`.
    """
    family = with_family(runs, others)
    return Picture(
        spec=_template(window, steps, dark, height, others is not None),
        data={
            "curve": curve_columns(curve, window),
            "path": curve_path_columns(runs, window, every=stride(steps)),
            **(
                {OTHERS: curve_path_columns(family.drawn(window), window, family.sides, stride(steps))}
                if others is not None
                else {}
            ),
            FRAME: frame_columns(seed, steps, walks_words(family.runs, window, ("x",))),
        },
        alt=curve_name(window, steps),
        selections=(START,),
    )


def curve_columns(curve: Curve, window: Box) -> Columns:
    """x, y and the number of the piece, without the rows that separate the pieces.

    >>> class Broken:
    ...     x, y = np.array([0.0, 1.0, 1.0, 2.0]), np.array([0.0, np.nan, 5.0, 6.0])
    >>> {name: column.tolist() for name, column in curve_columns(Broken(), ((0.0, 2.0), (0.0, 6.0))).items()}
    {'x': [0.0, 1.0, 2.0], 'y': [0.0, 5.0, 6.0], 'piece': [0, 1, 1]}
    """
    gap = ~(np.isfinite(curve.x) & np.isfinite(curve.y))
    return {
        "x": curve.x[~gap].astype(place_type(window[0])),
        "y": curve.y[~gap].astype(place_type(window[1])),
        "piece": np.cumsum(gap)[~gap].astype(np.int32),
    }


@lru_cache(maxsize=256)
def _template(window: Box, steps: int, dark: bool, height: int, several: bool) -> dict[str, Any]:
    ink = palette(dark)
    x, y = _plane_axes(window)
    k, value = _value_axes(window[1], steps)
    click = plane_click(window, "split", "height", ("x",))
    beside = value_layer(ink, steps, x=k, y=value)
    if several:
        beside = behind(beside, family_value_layer(ink, x=k, y=value))
    main: Layer = {
        "layer": [
            click.layer(ink.grid),
            _curve(ink.function, field("x", **x), field("y", **y)),
            *(family_layers(ink, steps) if several else []),
            *path_layers(ink, steps, names=("x",)),
        ],
        **(OWN_LOOKS if several else {}),
    }
    return {
        **settings(ink),
        "height": height,
        "params": [*scrubber(steps), *_layout(window), *click.params],
        "layer": [main, beside],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _layout(window: Box) -> list[dict[str, Any]]:
    """Pixels: the curve is left of `split`, the values right of it."""
    (left, right), (low, high) = window
    return [
        {"name": "left", "value": left},
        {"name": "right", "value": right},
        {"name": "bottom", "value": low},
        {"name": "split", "expr": "width * 0.72"},
        {"name": "sx", "expr": f"split / {right - left!r}"},
        {"name": "sy", "expr": f"height / {high - low!r}"},
    ]


def _plane_axes(window: Box) -> tuple[Layer, Layer]:
    x = {
        "scale": fixed_scale(window[0], [0, {"expr": "split"}]),
        "axis": {"title": "x", "orient": "bottom", "tickCount": {"expr": "ceil(split / 70)"}},
    }
    y = {
        "scale": fixed_scale(window[1]),
        "axis": {"title": "f", "titleAngle": 0, "orient": "left", "tickCount": {"expr": "ceil(height / 50)"}},
    }
    return x, y


def _value_axes(values: tuple[float, float], steps: int) -> tuple[Layer, Layer]:
    k = {
        "scale": fixed_scale((0, steps), [{"expr": f"split + {GAP}"}, {"expr": "width"}]),
        "axis": {
            "title": "f at step k",
            "orient": "bottom",
            "format": "d",
            "grid": True,
            "tickMinStep": 1,
            "tickCount": {"expr": f"min({steps}, clamp((width - split - {GAP}) / 36, 1, 6))"},
        },
    }
    f = {
        "scale": fixed_scale(values),
        # On the left without labels: a grid of an axis on the right would be mirrored to the wrong panel.
        "axis": {
            "title": None,
            "orient": "left",
            "labels": False,
            "grid": True,
            "tickCount": {"expr": "ceil(height / 50)"},
        },
    }
    return k, f


def _curve(colour: str, x: dict[str, Any], y: dict[str, Any]) -> Layer:
    return {
        "name": "curve",
        "data": {"name": "curve"},
        "mark": {"type": "line", "strokeWidth": CURVE_WIDTH, "color": colour, "clip": True, "aria": False},
        "encoding": {"x": x, "y": y, "detail": {"field": "piece", "type": "nominal"}},
    }
