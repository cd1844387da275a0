"""What is left after k steps, on a logarithmic axis: a constant factor per step is a straight line."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Floats
from charts.convergence_data import (
    MEASURES,
    Line,
    Range,
    decades,
    end_columns,
    line,
    line_columns,
    predicted_columns,
)
from charts.convergence_layers import ROOM, convergence_layers
from charts.family import places, rate_name
from charts.family_layers import OWN_LOOKS
from charts.label_layers import NARROW
from charts.log_axis import power_axis, powers
from charts.palette import palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME, frame_columns, scrubber, stride
from charts.theme import fixed_scale, settings
from core.numbers import number


def convergence_chart(
    *,
    chosen: float,
    distances: Mapping[float, Floats],
    gaps: Mapping[float, Floats],
    steps: int,
    family: Sequence[float] = (),
    factor: float | None = None,
    variables: int = 1,
    seed: int = 0,
    dark: bool = False,
    height: int = 300,
) -> Picture:
    """‖x_k − x*‖ and f(x_k) − f* against k for the chosen η and, thinly, for the rest of the family.

    `distances` and `gaps` map η to what is left at each step (k+1,), for the chosen η and for each of
    `family`, in order. `factor` is the predicted contraction per step (its square for the gap), drawn as a
    thin dashed line from the start. A radio button in the picture turns from one measure to the other; the
    slider reads off the numbers at a step. What leaves upwards ends in a wedge; what vanishes below the axis,
    or in rounding, ends in one that points down; what leaves the domain of f ends in a cross.
    """
    lines = {
        name: _lines(chosen, values, family) for name, values in zip(MEASURES, (distances, gaps), strict=True)
    }
    axes = {name: decades(lines[name]) for name in MEASURES}
    return Picture(
        spec=_template(steps, variables, dark, height),
        data={
            "lines": line_columns(lines, axes, stride(steps)),
            "ends": end_columns(lines, axes, steps),
            "predicted": predicted_columns(factor, {name: lines[name][0] for name in MEASURES}, axes, steps),
            FRAME: {**frame_columns(seed, steps, _words(lines, factor, variables)), **_axis_columns(axes)},
        },
        alt=f"What is left to the minimum after each of {steps} steps, on a logarithmic axis.",
    )


def _lines(chosen: float, values: Mapping[float, Floats], family: Sequence[float]) -> list[Line]:
    """The chosen run first: its name takes the place it wants."""
    name = rate_name(chosen)
    others = places(dict.fromkeys(family), name)
    return [
        line(0, name, values[chosen]),
        *(line(place, rate_name(rate), values[rate]) for rate, place in others.items()),
    ]


def _axis_columns(axes: Mapping[str, Range]) -> Columns:
    """The ends of both axes travel as data, so that another function needs no other spec."""
    ends = {f"{name}_{end}": axes[name][i] for name in MEASURES for i, end in enumerate(("low", "high"))}
    return {name: np.array([exponent], dtype=np.int16) for name, exponent in ends.items()}


def distance_name(variables: int) -> str:
    """|x − x*|, or the norm in the plane."""
    return "|x − x*|" if variables == 1 else "‖x − x*‖"


def _words(lines: Mapping[str, Sequence[Line]], factor: float | None, variables: int) -> str:
    said = [_line_words(item, distance_name(variables)) for item in lines["distance"]]
    if factor is not None and np.isfinite(factor):
        said.insert(1, f"The prediction is a factor of {number(factor, 4)} at each step.")
    return " ".join(said)


def _line_words(item: Line, measure: str) -> str:
    finite = np.flatnonzero(np.isfinite(item.values))
    last = int(finite[-1]) if len(finite) else 0
    first, end = (number(float(item.values[k]), 4) for k in (0, last))
    noun = "step" if last == 1 else "steps"
    return f"With {item.name}, {measure} goes from {first} to {end} in {last} {noun}."


@lru_cache(maxsize=64)
def _template(steps: int, variables: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    measures = [distance_name(variables), "f − f*"]
    k = {
        "scale": fixed_scale((0, steps), [0, {"expr": "across"}]),
        "axis": {
            "title": "step k",
            "format": "d",
            "tickMinStep": 1,
            "tickCount": {"expr": f"min({steps}, clamp(across / 50, 1, 10))"},
        },
    }
    at = {
        "scale": fixed_scale(({"expr": "low"}, {"expr": "high"})),
        "axis": power_axis(title=None, tickCount={"expr": "ceil(height / 40)"}),
    }
    return {
        **settings(ink),
        "height": height,
        "params": [*scrubber(steps), _measure(measures), *_ends(), _across(), powers()],
        "layer": convergence_layers(ink, x=k, y=at, measures=measures),
        **OWN_LOOKS,
    }


def _measure(measures: Sequence[str]) -> dict[str, Any]:
    """The parameter `measure`: 0 for the distance, 1 for the gap."""
    bound = {"input": "radio", "options": [0, 1], "labels": list(measures), "name": "show"}
    return {"name": "measure", "value": 0, "bind": bound}


def _ends() -> list[dict[str, Any]]:
    row = f"data('{FRAME}')[0]"
    return [
        {"name": end, "expr": f"measure ? {row}.gap_{end} : {row}.distance_{end}"} for end in ("low", "high")
    ]


def _across() -> dict[str, Any]:
    """Pixels of the lines; right of them is room for their names."""
    wide, narrow = ROOM
    return {"name": "across", "expr": f"width - (width < {NARROW} ? {narrow} : {wide})"}
