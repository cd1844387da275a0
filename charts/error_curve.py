"""The error curve: error against h for several stencils, and the two causes of one of them."""

from collections.abc import Sequence
from functools import lru_cache
from math import isfinite, log10
from typing import Any

import numpy as np

from charts.error_curve_click import STEP, step_params
from charts.error_curve_data import (
    Span,
    cause_columns,
    decades,
    error_words,
    line_columns,
    mark_columns,
    point_columns,
    thumb_columns,
)
from charts.error_curve_labels import label_columns
from charts.error_curve_layers import error_layers
from charts.log_axis import power_axis, powers
from charts.palette import palette
from charts.picture import Picture
from charts.scrubber import FRAME
from charts.theme import fixed_scale, settings
from core.differences import ErrorCurve
from core.differencing.thumbs import Thumb
from core.numbers import number

_SIDE = 0.3


def error_curve_chart(
    *,
    curves: Sequence[ErrorCurve],
    chosen: str,
    h: float,
    error: float,
    status: str,
    thumbs: Sequence[Thumb] = (),
    dark: bool = False,
    height: int = 330,
) -> Picture:
    """|estimate − f′(x0)| against h, both on logarithmic axes, for up to six stencils at one point.

    `chosen` names the stencil whose causes, statuses and best h are shown; h > 0, its `error` (NaN for none)
    and `status` are what is marked now. `thumbs` are rules of thumb to mark, for the same stencil. A click,
    or a drag that ends in the picture, reports the selection "h" with h, a power of two from 2⁻⁵² to 1, and
    nth, the count of presses.
    """
    names = [curve.stencil.name for curve in curves]
    shown = curves[names.index(chosen)]
    span = decades(curves)
    ends = (log10(float(shown.h.min())) - _SIDE, log10(float(shown.h.max())) + _SIDE)
    return Picture(
        spec=_template(ends, span, names.index(chosen), dark, height),
        data={
            "lines": line_columns(curves, span),
            "points": point_columns(shown, span),
            "causes": cause_columns(shown, span),
            "marks": mark_columns(shown, span),
            "thumbs": thumb_columns(thumbs, ends),
            "labels": label_columns(tuple(curves), names.index(chosen), tuple(thumbs), ends, span),
            FRAME: {
                "chosen": np.array([min(max(log10(h), ends[0]), ends[1])]),
                "at": np.array([_at(error, span)]),
                "name": np.array([f"h = {number(h, 3)}"]),
                "says": np.array([error_words(error, status)]),
                "words": np.array([_words(shown, h, error, status)]),
            },
        },
        alt=f"The error of {len(curves)} difference formulas against h, on logarithmic axes.",
        selections=(STEP,),
    )


def _at(error: float, span: Span) -> float:
    """Where an error is marked: 0 at the foot, none at the top edge."""
    if not isfinite(error):
        return span[1]
    return min(max(log10(error), span[0]), span[1]) if error else span[0]


def _words(curve: ErrorCurve, h: float, error: float, status: str) -> str:
    said = [f"The {curve.stencil.label} formula with h = {number(h, 3)}: {error_words(error, status)}."]
    if isfinite(curve.best_h):
        said.append(f"Best found: h = {number(curve.best_h, 3)}, error {number(curve.best_error, 3)}.")
    if isfinite(curve.predicted_h):
        foretold = f"h = {number(curve.predicted_h, 3)}, error {number(curve.predicted_error, 3)}"
        said.append(f"Predicted best: {foretold}.")
    return " ".join(said)


@lru_cache(maxsize=64)
def _template(ends: Span, span: Span, chosen: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    steps = {
        "scale": fixed_scale(ends),
        "axis": power_axis(title="h", grid=False, tickCount={"expr": "clamp(width / 55, 2, 17)"}),
    }
    errors = {
        "scale": fixed_scale(span, [{"expr": "height"}, 6]),
        "axis": power_axis(title="error", tickCount={"expr": "clamp(height / 36, 2, 12)"}),
    }
    return {
        **settings(ink),
        "height": height,
        "params": [*step_params(ends), powers()],
        "layer": error_layers(ink, chosen=chosen, x=steps, y=errors),
        "resolve": {"scale": {"color": "independent", "strokeDash": "independent", "shape": "independent"}},
    }
