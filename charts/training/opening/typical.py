"""Typical losses side by side, over the residual or over the margin."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from charts.encodings import field
from charts.palette import CURVE_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME
from charts.theme import fixed_scale, settings
from charts.training.parts.frame import panel
from charts.training.parts.key import Entry, key_layer
from core.losses import Loss

SHAPES = "shapes"
DASHES = ([1, 0], [8, 3], [3, 3])
WIDEST = 3.0
HIGHEST = 4.6


def losses_chart(*, losses: Sequence[Loss], across: str, dark: bool = False, height: int = 280) -> Picture:
    """Up to three losses over the residual or the margin (`across` says which), each with its dash."""
    return Picture(
        spec=_shapes_template(tuple(loss.title for loss in losses), across, dark, height),
        data={
            SHAPES: _shape_columns(losses),
            FRAME: {"words": np.array([" ".join(f"{loss.title}: {loss.why}" for loss in losses)])},
        },
        alt=f"{len(losses)} losses as curves over the {across}.",
    )


def _shape_columns(losses: Sequence[Loss]) -> Columns:
    """122 places of each loss, two of them at 0, so that a jump there is upright."""
    place = np.sort(np.append(np.linspace(-WIDEST, WIDEST, 121), 1e-9))
    return {
        "x": np.tile(place, len(losses)),
        "y": np.concatenate([loss.value(place) for loss in losses]),
        "nth": np.repeat(np.arange(len(losses), dtype=np.int8), len(place)),
    }


def _colours(ink: Palette) -> list[str]:
    return [ink.function, ink.slope, ink.ascent]


@lru_cache(maxsize=16)
def _shapes_template(titles: tuple[str, ...], across: str, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    colours, dashes = _colours(ink)[: len(titles)], list(DASHES)[: len(titles)]
    looks = zip(titles, colours, strict=True)
    entries = [
        Entry(title, "dashed" if nth else "stroke", colour) for nth, (title, colour) in enumerate(looks)
    ]
    nth = {"field": "nth", "type": "nominal", "legend": None}
    domain = {"domain": list(range(len(titles)))}
    x = {
        "scale": fixed_scale((-WIDEST, WIDEST)),
        "axis": {"title": across, "tickCount": {"expr": "ceil(width / 70)"}},
    }
    y = {
        "scale": fixed_scale((0.0, HIGHEST)),
        "axis": {"title": "loss", "tickCount": {"expr": "ceil(height / 50)"}},
    }
    curve = {"type": "line", "strokeWidth": CURVE_WIDTH, "clip": True, "aria": False}
    return {
        **settings(ink),
        "height": height,
        "layer": [
            panel(ink),
            {
                "name": SHAPES,
                "data": {"name": SHAPES},
                "mark": curve,
                "encoding": {
                    "x": field("x", **x),
                    "y": field("y", **y),
                    "color": {**nth, "scale": {**domain, "range": colours}},
                    "strokeDash": {**nth, "scale": {**domain, "range": dashes}},
                },
            },
            key_layer(ink, entries),
        ],
    }
