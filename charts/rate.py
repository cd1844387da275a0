"""The learning rate used at each step, small, to stand under the run."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Floats
from charts.encodings import Layer, field
from charts.palette import PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME
from charts.theme import fixed_scale, settings
from core.numbers import number


def rate_chart(*, rates: Floats, steps: int, dark: bool = False, height: int = 110) -> Picture:
    """η_k (k,) as a staircase: the rate of step k stands over the way from k to k + 1, out of `steps`."""
    used = rates[np.isfinite(rates)]
    return Picture(
        spec=_template(steps, dark, height),
        data={"rates": rate_columns(used), FRAME: _frame(used)},
        alt=f"The learning rate used at each of {steps} steps.",
    )


def rate_columns(rates: Floats) -> Columns:
    """One row for each step, and the last once more, where its way ends."""
    count = len(rates)
    return {
        "k": np.arange(count + 1 if count else 0, dtype=np.int16),
        "rate": np.append(rates, rates[-1:]),
    }


def _frame(rates: Floats) -> Columns:
    """The top of the axis, a little over the largest rate, and the words."""
    return {
        "top": np.array([1.15 * float(np.max(rates, initial=0.0)) or 1.0]),
        "words": np.array([_words(rates)]),
    }


def _words(rates: Floats) -> str:
    if not len(rates):
        return "No step was taken."
    first, last = number(float(rates[0]), 4), number(float(rates[-1]), 4)
    if np.all(rates == rates[0]):
        return f"The rate is {first} at every step."
    least, most = number(float(rates.min()), 4), number(float(rates.max()), 4)
    return f"The rate is {first} at the first step and {last} at the last, between {least} and {most}."


@lru_cache(maxsize=64)
def _template(steps: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    k = {
        "scale": fixed_scale((0, steps)),
        "axis": {
            "title": "η at step k",
            "format": "d",
            "grid": False,
            "tickMinStep": 1,
            "tickCount": {"expr": f"min({steps}, clamp(width / 50, 1, 10))"},
        },
    }
    eta = {
        "scale": fixed_scale((0, {"expr": f"data('{FRAME}')[0].top"})),
        "axis": {"title": None, "tickCount": 2},
    }
    return {**settings(ink), "height": height, "layer": _layers(ink, field("k", **k), field("rate", **eta))}


def _layers(ink: Palette, x: Layer, y: Layer) -> list[Layer]:
    stairs = {"interpolate": "step-after", "color": ink.descent}
    return [
        {
            "name": "rates",
            "data": {"name": "rates"},
            "mark": {"type": "area", **stairs, "opacity": 0.14, "aria": False},
            "encoding": {"x": x, "y": y},
        },
        {
            "name": "stairs",
            "data": {"name": "rates"},
            "mark": {"type": "line", **stairs, "strokeWidth": PATH_WIDTH, "aria": False},
            "encoding": {"x": x, "y": y},
        },
        {
            "name": "plane",
            "data": {"name": FRAME},
            "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
            "encoding": {
                "x": {"value": 0},
                "x2": {"value": "width"},
                "y": {"value": 0},
                "y2": {"value": "height"},
                "description": {"field": "words"},
            },
        },
    ]
