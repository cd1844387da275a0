"""The loss along the straight line between two parameters, and the chord: convex or not."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.encodings import Layer, field
from charts.label_layers import words_above
from charts.palette import CURVE_WIDTH, PATH_WIDTH, Palette, palette
from charts.picture import Picture
from charts.scrubber import FRAME
from charts.theme import fixed_scale, settings
from charts.training.parts.frame import panel
from charts.training.parts.key import Entry, key_layer
from core.losses import Segment
from core.numbers import number

CURVE, WORST = "curve", "worst"


def segment_chart(*, segment: Segment, dark: bool = False, height: int = 280) -> Picture:
    """L((1 − t)θ₀ + tθ₁) over t with its chord, and the place where it is farthest above the chord."""
    low, high = float(segment.loss.min()), float(max(segment.loss.max(), segment.chord.max()))
    spare = 0.1 * (high - low) or max(abs(high), 1.0) / 2
    k = segment.worst
    columns = {"t": segment.t, "loss": segment.loss, "chord": segment.chord}
    return Picture(
        spec=_template(dark, height),
        data={
            CURVE: columns,
            WORST: {name: values[k : k + 1] for name, values in columns.items()},
            FRAME: {
                "low": np.array([low - spare]),
                "high": np.array([high + spare]),
                "says": np.array([_says(segment)]),
                "words": np.array([segment.sentence]),
            },
        },
        alt="The loss along the straight line between the ends of two trainings, with its chord.",
    )


def _says(segment: Segment) -> str:
    gap = number(abs(segment.above), 3)
    if segment.proves:
        return f"{gap} above the chord: not convex"
    return "nowhere above the chord"


@lru_cache(maxsize=8)
def _template(dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    entries = [Entry("loss", "stroke", ink.function), Entry("chord", "dashed", ink.exact)]
    ends = [{"name": f"loss_{end}", "expr": f"data('{FRAME}')[0].{end}"} for end in ("low", "high")]
    return {
        **settings(ink),
        "height": height,
        "params": ends,
        "layer": [
            panel(ink),
            _gap(ink),
            _line(ink.function, "loss", {"strokeWidth": CURVE_WIDTH}),
            _line(ink.exact, "chord", {"strokeWidth": PATH_WIDTH, "strokeDash": [5, 4]}),
            _ends(ink),
            key_layer(ink, entries),
            {
                "name": "readout",
                "data": {"name": FRAME},
                "mark": words_above(ink, 16),
                "encoding": {"text": {"field": "says"}, "description": {"field": "says"}},
            },
        ],
    }


def _line(colour: str, name: str, look: Layer) -> Layer:
    x = {"scale": fixed_scale((0.0, 1.0)), "axis": {"title": "t, from one end to the other", "tickCount": 5}}
    y = {
        "scale": fixed_scale(({"expr": "loss_low"}, {"expr": "loss_high"})),
        "axis": {"title": "loss", "tickCount": {"expr": "ceil(height / 50)"}},
    }
    mark = {"type": "line", "color": colour, "clip": True, "aria": False, **look}
    encoding = {"x": field("t", **x), "y": field(name, **y)}
    return {"name": name, "data": {"name": CURVE}, "mark": mark, "encoding": encoding}


def _gap(ink: Palette) -> Layer:
    ends = {"x": field("t"), "y": field("loss"), "y2": {"field": "chord"}}
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.error, "aria": False}
    return {"name": "gap", "data": {"name": WORST}, "mark": look, "encoding": ends}


def _ends(ink: Palette) -> Layer:
    """The two parameters that the trainings ended with."""
    look = {"type": "point", "filled": True, "size": 110, "opacity": 1, "color": ink.text, "aria": False}
    return {
        "name": "ends",
        "data": {"name": CURVE},
        "transform": [{"filter": "datum.t == 0 || datum.t == 1"}],
        "mark": look,
        "encoding": {"x": field("t"), "y": field("loss")},
    }
