"""What is left to the minimum, on a logarithmic axis, against steps or against what they have cost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Floats
from charts.convergence import distance_name
from charts.convergence_data import MEASURES, Line, Range, decades, line, line_columns
from charts.encodings import Layer, calculate, field
from charts.family_layers import OWN_LOOKS, WIDTH, family_colour, family_dash, family_shape
from charts.label_layers import NARROW
from charts.log_axis import power_axis, powers
from charts.palette import Palette, palette
from charts.picture import Columns, Picture
from charts.race.legend import BESIDE, list_layer, racer_places
from charts.scrubber import CURRENT, FRAME, frame_columns, scrubber, stride
from charts.theme import fixed_scale, settings
from core.numbers import number

MEASURE = "datum.measure == measure"
AXES = ("steps", "evaluations")


@dataclass(frozen=True, eq=False)
class Contender:
    """One racer's curves: name, distance and gap (k+1,) at each step, and the evaluations (k+1,) by then.

    `arrival` is the step at which it arrived, None if it did not.
    """

    name: str
    distance: Floats
    gap: Floats
    evaluations: NDArray[np.int64]
    arrival: int | None = None


def race_curves_chart(
    *,
    contenders: Sequence[Contender],
    steps: int,
    variables: int = 2,
    seed: int = 0,
    dark: bool = False,
    height: int = 300,
) -> Picture:
    """‖x_k − x*‖ or f(x_k) − f* of each racer against the step k, or against its evaluations so far.

    Two radio buttons in the picture choose; the slider marks the step k on every curve, and a flag stands
    where a racer arrived. At most twelve; ValueError for more.
    """
    lines = {name: _lines(contenders, name) for name in MEASURES}
    axes = {name: decades(lines[name]) for name in MEASURES}
    return Picture(
        spec=_template(steps, variables, dark, height),
        data={
            "lines": _columns(contenders, lines, axes, stride(steps)),
            FRAME: {**frame_columns(seed, steps, _words(contenders)), **_ends(contenders, axes)},
        },
        alt=f"What is left to the minimum after each of {steps} steps of a race, on a logarithmic axis.",
    )


def _lines(contenders: Sequence[Contender], measure: str) -> list[Line]:
    sides = racer_places(len(contenders))
    return [line(side, one.name, getattr(one, measure)) for side, one in zip(sides, contenders, strict=True)]


def _columns(
    contenders: Sequence[Contender],
    lines: Mapping[str, Sequence[Line]],
    axes: Mapping[str, Range],
    every: int,
) -> Columns:
    """The rows of every line, what each had cost, its order, and whether it arrived there."""
    columns = line_columns(lines, axes, every)
    order = {side: place for place, side in enumerate(racer_places(len(contenders)))}
    places = np.array([order[int(side)] for side in columns["side"]], dtype=np.int8)
    k = columns["k"].astype(np.intp)
    cost = [contenders[place].evaluations[step] for place, step in zip(places, k, strict=True)]
    return {
        **columns,
        "order": places,
        "cost": np.array(cost, dtype=np.int32),
        "words": np.array([f", {left}" for left in _left(contenders, places, columns)]),
        "flag": _flags(contenders, places, k),
    }


def _left(contenders: Sequence[Contender], places: NDArray[np.int8], columns: Columns) -> Iterator[str]:
    """What is left at each row, in few digits."""
    for place, k, measure in zip(places, columns["k"].tolist(), columns["measure"].tolist(), strict=True):
        yield number(float(getattr(contenders[place], MEASURES[measure])[k]), 2)


def _flags(
    contenders: Sequence[Contender], places: NDArray[np.int8], k: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """The first drawn step that is not before the arrival, in both measures."""
    flags = np.zeros(len(k), dtype=np.bool_)
    for place, one in enumerate(contenders):
        if one.arrival is not None:
            own = (places == place) & (k >= one.arrival)
            flags |= own & (k == np.min(k[own], initial=np.iinfo(np.int64).max))
    return flags


def _ends(contenders: Sequence[Contender], axes: Mapping[str, Range]) -> Columns:
    """The ends of the axes travel as data, so that another race needs no other spec."""
    ends = {f"{name}_{end}": axes[name][i] for name in MEASURES for i, end in enumerate(("low", "high"))}
    most = max(int(one.evaluations[-1]) for one in contenders)
    return {name: np.array([end], dtype=np.int32) for name, end in {**ends, "most": max(most, 1)}.items()}


def _words(contenders: Sequence[Contender]) -> str:
    return " ".join(map(_told, contenders))


def _told(one: Contender) -> str:
    if one.arrival is None:
        known = one.distance[np.isfinite(one.distance)]
        left = f"; {number(float(known[-1]), 3)} is left" if len(known) else ""
        return f"{one.name} does not arrive in {len(one.distance) - 1} steps{left}."
    noun = "step" if one.arrival == 1 else "steps"
    return f"{one.name} arrives after {one.arrival} {noun} and {one.evaluations[one.arrival]} evaluations."


@lru_cache(maxsize=64)
def _template(steps: int, variables: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    across = {
        "scale": fixed_scale((0, {"expr": "reach"}), [0, {"expr": "room"}]),
        "axis": {
            "title": {"expr": "by ? 'evaluations of f, ∇f and H by then' : 'step k'"},
            "format": "d",
            "tickMinStep": 1,
            "tickCount": {"expr": "clamp(room / 60, 1, 10)"},
        },
    }
    up = {
        "scale": fixed_scale(({"expr": "low"}, {"expr": "high"})),
        "axis": power_axis(title=None, tickCount={"expr": "ceil(height / 40)"}),
    }
    measures = [distance_name(variables), "f − f*"]
    return {
        **settings(ink),
        "height": height,
        "params": [
            *scrubber(steps),
            _choice("measure", "show", measures),
            _choice("by", "against", AXES),
            *_signals(steps),
            powers(),
        ],
        "layer": [_plane(), *_curves(ink, field("across", **across), field("at", **up))],
        **OWN_LOOKS,
    }


def _choice(name: str, label: str, options: Sequence[str]) -> dict[str, Any]:
    """A parameter of 0 or 1, turned by radio buttons in the picture."""
    bound = {"input": "radio", "options": [0, 1], "labels": list(options), "name": label}
    return {"name": name, "value": 0, "bind": bound}


def _signals(steps: int) -> list[dict[str, Any]]:
    row = f"data('{FRAME}')[0]"
    ends = [
        {"name": end, "expr": f"measure ? {row}.gap_{end} : {row}.distance_{end}"} for end in ("low", "high")
    ]
    return [
        *ends,
        {"name": "reach", "expr": f"by ? {row}.most : {steps}"},
        {"name": "room", "expr": f"width < {NARROW} ? width : width - {BESIDE}"},
    ]


def _plane() -> Layer:
    """The frame, which carries the picture's words."""
    sides = {
        "x": {"value": 0},
        "x2": {"value": {"expr": "room"}},
        "y": {"value": 0},
        "y2": {"value": "height"},
    }
    return {
        "name": "plane",
        "data": {"name": FRAME},
        "mark": {"type": "rect", "fillOpacity": 0, "strokeOpacity": 0, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }


def _curves(ink: Palette, x: Layer, y: Layer) -> list[Layer]:
    """The lines, the flags of those who arrived, the step shown, and the names above."""
    place = {"x": x, "y": y, "color": family_colour(ink)}
    seen = [{"filter": MEASURE}, *calculate(across="by ? datum.cost : datum.k")]
    point = {"type": "point", "filled": True, "opacity": 1, "aria": False}
    flag = {**point, "filled": False, "size": 170, "strokeWidth": 2}
    mark = {"type": "line", "strokeWidth": WIDTH + 0.5, "clip": True, "aria": False}
    current = {**point, "size": 80, "stroke": ink.background, "strokeWidth": 1.5}
    return [
        {
            "name": "lines",
            "data": {"name": "lines"},
            "transform": [*seen, {"filter": "datum.drawn"}],
            "mark": mark,
            "encoding": {**place, "strokeDash": family_dash(), "order": field("k")},
        },
        {
            "name": "flags",
            "data": {"name": "lines"},
            "transform": [*seen, {"filter": "datum.flag && datum.outside == 0"}],
            "mark": flag,
            "encoding": place,
        },
        {
            "name": "current",
            "data": {"name": "lines"},
            "transform": [*seen, {"filter": f"{CURRENT} && datum.outside == 0"}],
            "mark": current,
            "encoding": {**place, "shape": family_shape()},
        },
        list_layer(ink, {"data": {"name": "lines"}, "transform": [*seen, {"filter": CURRENT}]}, "room"),
    ]
