"""Newton's step in one variable: the tangent at x_k meets the axis at x_{k+1}."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.curve_path import Curve, curve_columns
from charts.encodings import Layer, calculate, field
from charts.newton.plane import (
    NOW,
    STEPS,
    axes,
    curve_layer,
    dot,
    names_at_axis,
    now,
    readout,
    slider_end,
    zero_line,
)
from charts.palette import PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME, frame_columns, scrubber
from charts.start_click import START, plane_click
from charts.theme import settings
from core.newton.run import NewtonRun
from core.numbers import number


def newton_tangent_chart(
    *, curve: Curve, run: NewtonRun, window: Box, seed: int = 0, dark: bool = False, height: int = 330
) -> Picture:
    """The curve that is to be brought to 0, f or f′, and one tangent at a time; the slider picks the step.

    `curve` samples f when a root is looked for, f′ when f is minimised; `window` is its frame
    ((x_low, x_high), (y_low, y_high)). A click reports the selection "start" with x.
    """
    steps = slider_end(run.steps)
    name = "f" if run.target.aim == "root" else "f′"
    return Picture(
        spec=_template(window, steps, name, dark, height),
        data={
            "curve": curve_columns(curve, window),
            STEPS: tangent_columns(run, name),
            FRAME: frame_columns(seed, steps, _words(run, name)),
        },
        alt=f"The curve of {name} with the tangent of each of Newton's steps, one at a time.",
        selections=(START,),
    )


def tangent_columns(run: NewtonRun, name: str) -> Columns:
    """A row for each iterate: x_k and F(x_k), where its tangent meets the axis, F there, and what it says.

    `has` says whether there is a next place at all; where not, it repeats x_k.
    """
    x, f, slope = run.x[:, 0], run.field[:, 0], run.jacobian[:, 0, 0]
    shown = np.flatnonzero(np.isfinite(x) & np.isfinite(f))
    following = np.append(run.x[1:, 0], x[-1] + run.following[0])[shown]
    has = np.isfinite(following) & np.isfinite(slope[shown])
    following = np.where(has, following, x[shown])
    there = np.append(f[1:], np.nan)[shown]
    says = [_says(name, k, x[k], f[k], step) for k, step in zip(shown.tolist(), following, strict=True)]
    return {
        "k": shown.astype(np.int32),
        "last": np.full(len(shown), shown[-1], dtype=np.int32),
        "x": x[shown],
        "f": f[shown],
        "slope": np.where(has, slope[shown], 0.0),
        "next_x": following,
        "next_f": np.where(np.isfinite(there), there, 0.0),
        "has": has,
        "here": np.array([_index("x", k) for k in shown.tolist()]),
        "there": np.array([_index("x", k + 1) for k in shown.tolist()]),
        "says": np.array(says),
    }


def _index(letter: str, k: int) -> str:
    """x₁₂, as text.

    >>> _index("x", 12)
    'x₁₂'
    """
    return letter + str(k).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def _says(name: str, k: int, x: float, f: float, following: float) -> str:
    start = f"step {k}: x = {number(x, 10)}, {name} = {number(f, 4)}"
    return start if following == x else f"{start}; the tangent meets the axis at {number(following, 10)}"


def _words(run: NewtonRun, name: str) -> str:
    first, last = (number(float(run.x[k, 0])) for k in (0, -1))
    return f"Newton's steps to a zero of {name}, from x = {first} to x = {last}. {run.outcome.sentence}"


@lru_cache(maxsize=64)
def _template(window: Box, steps: int, name: str, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    x, y = axes(window, name)
    click = plane_click(window, "width", "height", ("x",))
    colour = ink.function if name == "f" else ink.slope
    return {
        **settings(ink),
        "height": height,
        "params": [*scrubber(steps), *click.params],
        "layer": [
            click.layer(ink.grid),
            zero_line(ink),
            curve_layer(colour, x, y),
            _past(ink),
            _tangent(ink, window),
            _drop(ink),
            dot(ink, "next", "next_x", "zero", ink.descent, hollow=True) | _at_zero(),
            dot(ink, "here", "x", "f", ink.descent),
            *names_at_axis(ink, window),
            readout(ink),
        ],
    }


def _at_zero() -> Layer:
    """The next place lies on the axis; there is none where the tangent is level."""
    return {"transform": [{"filter": f"{NOW} && datum.has"}, *calculate(zero="0")]}


def _tangent(ink: Palette, window: Box) -> Layer:
    """The tangent from side to side of the window."""
    (left, right), _ = window
    ends = calculate(
        x0=repr(left),
        x1=repr(right),
        y0=f"datum.f + datum.slope * ({left!r} - datum.x)",
        y1=f"datum.f + datum.slope * ({right!r} - datum.x)",
    )
    look = {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.text, "clip": True, "aria": False}
    places = {"x": field("x0"), "y": field("y0"), "x2": {"field": "x1"}, "y2": {"field": "y1"}}
    return {
        "name": "tangent",
        "data": {"name": STEPS},
        "transform": [{"filter": NOW}, *ends],
        "mark": look,
        "encoding": places,
    }


def _drop(ink: Palette) -> Layer:
    """Down or up from the axis to the curve, where the next tangent will begin."""
    look = {"type": "rule", "strokeWidth": 1.4, "strokeDash": [4, 4], "clip": True, "aria": False}
    source = now()
    source["transform"] = [{"filter": f"{NOW} && datum.has"}, *calculate(zero="0")]
    places = {"x": field("next_x"), "y": field("zero"), "y2": {"field": "next_f"}}
    return {**source, "name": "drop", "mark": {**look, "color": ink.quiet}, "encoding": places}


def _past(ink: Palette) -> Layer:
    """The steps before: thin tangents from the curve to the axis."""
    look = {"type": "rule", "strokeWidth": 1.2, "opacity": 0.7, "clip": True, "aria": False}
    places = {"x": field("x"), "y": field("f"), "x2": {"field": "next_x"}, "y2": {"field": "zero"}}
    return {
        "name": "past",
        "data": {"name": STEPS},
        "transform": [{"filter": "datum.k < step && datum.has"}, *calculate(zero="0")],
        "mark": {**look, "color": ink.descent},
        "encoding": places,
    }
