"""The samples of a training as marks: shapes besides colours where there are labels, and a click adds one."""

import numpy as np

from charts.clipping import Box, Floats
from charts.encodings import Layer, field
from charts.palette import SHAPES, Palette
from charts.picture import Columns
from charts.screen import place_type
from core.windows import rounded_outward

SAMPLES = "samples"
AREAS = ((30, 90.0), (120, 55.0))
SMALLEST = 28.0


def sample_area(count: int) -> float:
    """The size of one sample among so many.

    >>> sample_area(3), sample_area(500)
    (90.0, 28.0)
    """
    return next((area for most, area in AREAS if count <= most), SMALLEST)


def room(values: Floats, spare: float = 0.12) -> tuple[float, float]:
    """The range of the values with a part of it to spare at both ends, rounded outward."""
    low, high = float(values.min()), float(values.max())
    beyond = spare * (high - low) or max(abs(high), 1.0) / 2
    return rounded_outward(low - beyond, high + beyond)


def sample_columns(x: Floats, y: Floats, label: Floats | None, window: Box) -> Columns:
    """One row for each sample; `label` (n,) is 0 or 1, None where there are no labels."""
    return {
        "x": x.astype(place_type(window[0])),
        "y": y.astype(place_type(window[1])),
        "label": np.zeros(len(x), dtype=np.int8) if label is None else label.astype(np.int8),
    }


def two_colours(ink: Palette) -> tuple[str, str]:
    """The colours of the labels 0 and 1."""
    return ink.function, ink.slope


def sample_layer(
    ink: Palette, area: float, labels: bool, names: tuple[str, str], *, x: Layer, y: Layer
) -> Layer:
    """The samples of the data "samples"; `names` are the titles of x and y in the tooltip.

    `x` and `y` are the scales and axes of the plane.
    """
    look = {"type": "point", "filled": True, "opacity": 1, "size": area, "stroke": ink.background}
    scale = {"domain": [0, 1]}
    by_label = {"field": "label", "type": "nominal", "legend": None}
    colours = list(two_colours(ink)) if labels else [ink.text, ink.text]
    titles = {"x": names[0], "y": names[1], **({"label": "label"} if labels else {})}
    tooltip = [{"field": key, "type": "quantitative", "title": title} for key, title in titles.items()]
    return {
        "name": "points",
        "data": {"name": SAMPLES},
        "mark": {
            **look,
            "strokeWidth": 1.2 if area > SMALLEST else 0.7,
            "clip": True,
            "aria": False,
            "cursor": "pointer",
        },
        "encoding": {
            "x": field("x", **x),
            "y": field("y", **y),
            "fill": {**by_label, "scale": {**scale, "range": colours}},
            "shape": {**by_label, "scale": {**scale, "range": list(SHAPES)}},
            "tooltip": tooltip,
        },
    }
