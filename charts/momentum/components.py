"""The error along each eigenvector against the step, on a logarithmic axis, beside what is foretold."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, log10
from typing import Any

import numpy as np

from charts.clipping import Floats, cut_segments
from charts.convergence_data import Line, Range, decades, line
from charts.encodings import Layer, calculate, field
from charts.family_layers import OWN_LOOKS, family_colour, family_shape
from charts.label_layers import NARROW
from charts.log_axis import power_axis, powers
from charts.palette import LABEL_SIZE, PATH_WIDTH, palette
from charts.picture import Columns, Picture
from charts.race.legend import BESIDE, racer_places
from charts.scrubber import CURRENT, FRAME, frame_columns, scrubber, shown_steps, stride
from charts.theme import fixed_scale, settings
from core.numbers import number

DASH = [6, 4]
LINE = 20
"""Pixels of a line of the list; each component has two of them and some air."""


@dataclass(frozen=True, eq=False)
class Component:
    """The error along one eigenvector: its λ, e (k+1,), and the factor per step that its roots foretell."""

    eigenvalue: float
    values: Floats
    factor: float

    @property
    def name(self) -> str:
        """What is written beside it."""
        return f"λ = {number(self.eigenvalue, 4)}"


def components_chart(
    *,
    components: Sequence[Component],
    steps: int,
    seed: int = 0,
    dark: bool = False,
    height: int = 300,
) -> Picture:
    """|e_k| of each component against k, and dashed from its start the factor per step that is foretold.

    The slider reads off the numbers at a step. A value of 0 leaves the axis downwards, growth upwards.
    """
    places = racer_places(len(components))
    lines = [line(place, one.name, np.abs(one.values)) for place, one in zip(places, components, strict=True)]
    axis = decades(lines)
    return Picture(
        spec=_template(steps, dark, height),
        data={
            "lines": _line_columns(lines, components, axis, stride(steps)),
            "predicted": _predicted_columns(lines, components, axis, steps),
            FRAME: {
                **frame_columns(seed, steps, " ".join(map(_told, components))),
                "low": np.array([axis[0]], dtype=np.int16),
                "high": np.array([axis[1]], dtype=np.int16),
            },
        },
        alt=f"The error along each axis of the bowl after each of {steps} steps, on a logarithmic axis.",
    )


def _line_columns(lines: Sequence[Line], components: Sequence[Component], axis: Range, every: int) -> Columns:
    """A row for every so many steps of each component, as long as it is a number."""
    parts = [
        _rows(order, item, one.factor, axis, every)
        for order, (item, one) in enumerate(zip(lines, components, strict=True))
    ]
    return {column: np.concatenate([part[column] for part in parts]) for column in parts[0]}


def _rows(order: int, item: Line, factor: float, axis: Range, every: int) -> Columns:
    known = int(np.isfinite(item.values).cumprod().sum())
    kept = shown_steps(max(known, 1), every)
    at = np.nan_to_num(item.exponent[kept], nan=axis[0] - 1, neginf=axis[0] - 1, posinf=axis[1] + 1)
    return {
        "side": np.full(len(kept), item.place, dtype=np.int8),
        "order": np.full(len(kept), order, dtype=np.int8),
        "k": kept.astype(np.int16),
        "last": np.full(len(kept), kept[-1], dtype=np.int16),
        # One decade beyond the axis is enough for a line to be seen leaving.
        "at": np.clip(at, axis[0] - 1, axis[1] + 1).astype(np.float32),
        "inside": (axis[0] <= at) & (at <= axis[1]),
        "measured": np.array([f"{item.name}: |e| = {number(e, 3)}" for e in item.values[kept].tolist()]),
        "foretold": np.full(len(kept), f"dashed: × {number(factor, 4)} a step"),
    }


def _predicted_columns(
    lines: Sequence[Line], components: Sequence[Component], axis: Range, steps: int
) -> Columns:
    """A straight line from each start, cut at the axis; none for a factor of 0."""
    rows = []
    for item, one in zip(lines, components, strict=True):
        first = float(item.exponent[0])
        if one.factor <= 0 or not isfinite(first):
            continue
        end = (float(steps), first + steps * log10(one.factor))
        a, b, _ = cut_segments(
            np.array([[0.0, first]]), np.array([end]), ((0.0, float(steps)), (float(axis[0]), float(axis[1])))
        )
        rows.append((item.place, *a[0].tolist(), *b[0].tolist()))
    table = np.array(rows, dtype=np.float32).reshape(-1, 5)
    names = ("side", "k", "at", "k_end", "at_end")
    return {
        name: table[:, i].astype(np.int8 if name == "side" else np.float32) for i, name in enumerate(names)
    }


def _told(one: Component) -> str:
    known = np.abs(one.values[np.isfinite(one.values)])
    first, last = (number(float(value), 3) for value in (known[0], known[-1]))
    return (
        f"Along the axis with {one.name} the error goes from {first} to {last} in {len(known) - 1} steps; "
        f"foretold is a factor of {number(one.factor, 4)} at each."
    )


@lru_cache(maxsize=64)
def _template(steps: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    row = f"data('{FRAME}')[0]"
    k = {
        "scale": fixed_scale((0, steps), [0, {"expr": "room"}]),
        "axis": {
            "title": "step k",
            "format": "d",
            "tickMinStep": 1,
            "tickCount": {"expr": f"min({steps}, clamp(room / 50, 1, 10))"},
        },
    }
    at = {
        "scale": fixed_scale(({"expr": "low"}, {"expr": "high"})),
        "axis": power_axis(title=None, tickCount={"expr": "ceil(height / 40)"}),
    }
    return {
        **settings(ink),
        "height": height,
        "params": [
            *scrubber(steps),
            {"name": "low", "expr": f"{row}.low"},
            {"name": "high", "expr": f"{row}.high"},
            {"name": "room", "expr": f"width < {NARROW} ? width : width - {BESIDE}"},
            powers(),
        ],
        "layer": [
            _plane(),
            _predicted(family_colour(ink), field("k", **k), field("at", **at)),
            *_curves(family_colour(ink), ink.background),
            *_list(family_colour(ink)),
        ],
        **OWN_LOOKS,
    }


def _plane() -> Layer:
    """The frame, which carries the picture's words."""
    sides = {
        "x": {"value": 0},
        "x2": {"value": {"expr": "room"}},
        "y": {"value": 0},
        "y2": {"value": "height"},
    }
    look = {"type": "rect", "fillOpacity": 0, "strokeOpacity": 0, "tooltip": None}
    words = {"description": {"field": "words"}}
    return {"name": "plane", "data": {"name": FRAME}, "mark": look, "encoding": {**sides, **words}}


def _predicted(colour: Layer, x: Layer, y: Layer) -> Layer:
    ends = {"x2": {"field": "k_end"}, "y2": {"field": "at_end"}}
    mark = {"type": "rule", "strokeWidth": 1.5, "strokeDash": DASH, "aria": False}
    return {
        "name": "predicted",
        "data": {"name": "predicted"},
        "mark": mark,
        "encoding": {"x": x, "y": y, **ends, "color": colour},
    }


def _curves(colour: Layer, background: str) -> list[Layer]:
    """The measured lines, and the step shown on each."""
    place = {"x": field("k"), "y": field("at"), "color": colour}
    line_mark = {"type": "line", "strokeWidth": PATH_WIDTH, "clip": True, "aria": False}
    point = {"type": "point", "filled": True, "size": 90, "opacity": 1, "stroke": background, "aria": False}
    return [
        {
            "name": "lines",
            "data": {"name": "lines"},
            "mark": line_mark,
            "encoding": {**place, "order": field("k")},
        },
        {
            "name": "current",
            "data": {"name": "lines"},
            "transform": [{"filter": f"{CURRENT} && datum.inside"}],
            "mark": {**point, "strokeWidth": 1.5},
            "encoding": {**place, "shape": family_shape()},
        },
    ]


def _list(colour: Layer) -> list[Layer]:
    """Each component in two lines right of the picture, on a narrow page in one line above it."""
    narrow = f"width < {NARROW}"
    size = {"expr": f"{narrow} ? 12 : {LABEL_SIZE}"}
    text = {"type": "text", "align": "left", "baseline": "middle", "fontSize": size}
    x = {"expr": f"{narrow} ? 0 : room + 16"}
    top = f"10 + {2 * LINE + 8} * datum.order"
    says = calculate(says=f"{narrow} ? datum.measured + ', ' + datum.foretold : datum.measured")
    source = {"data": {"name": "lines"}, "transform": [{"filter": CURRENT}, *says]}
    first = {**text, "x": x, "y": {"expr": f"{narrow} ? -32 + 18 * datum.order : {top}"}}
    second = {**text, "x": x, "y": {"expr": f"{top} + {LINE}"}, "opacity": {"expr": f"{narrow} ? 0 : 1"}}
    return [
        {
            **source,
            "name": name,
            "mark": {**mark, "aria": False},
            "encoding": {"text": {"field": column}, "color": colour},
        }
        for name, mark, column in (("measured", first, "says"), ("foretold", second, "foretold"))
    ]
