"""Newton's step to a minimum: the parabola that fits f at x_k is level at x_{k+1}."""

from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.curve_path import Curve, curve_columns
from charts.encodings import Layer, calculate, field
from charts.newton.plane import NOW, STEPS, axes, curve_layer, dot, names_at_dots, readout, slider_end
from charts.newton.tangent import tangent_columns
from charts.palette import PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME, frame_columns, scrubber
from charts.start_click import START, plane_click
from charts.theme import settings
from core.newton.run import NewtonRun
from core.numbers import number

PIECES = 120


def newton_parabola_chart(
    *, curve: Curve, run: NewtonRun, window: Box, seed: int = 0, dark: bool = False, height: int = 330
) -> Picture:
    """The curve of f and the quadratic model of one step at a time; the slider picks the step.

    `run` minimises a function of one variable (ValueError else). A click reports "start" with x.
    """
    if run.target.aim != "minimum" or run.x.shape[1] != 1:
        raise ValueError("a parabola belongs to minimising a function of one variable")
    steps = slider_end(run.steps)
    return Picture(
        spec=_template(window, steps, dark, height),
        data={
            "curve": curve_columns(curve, window),
            STEPS: parabola_columns(run),
            FRAME: frame_columns(seed, steps, _words(run)),
        },
        alt="The curve of f with the parabola of each of Newton's steps, one at a time.",
        selections=(START,),
    )


def parabola_columns(run: NewtonRun) -> Columns:
    """The rows of the tangent to f′, with f and f″ at x_k and the parabola's height at its level place."""
    rows = dict(tangent_columns(run, "f′"))
    k = rows["k"]
    value, slope, bend = run.f[k], run.field[k, 0], run.jacobian[k, 0, 0]
    move = np.where(rows["has"], run.x[k, 0] * -1 + rows["next_x"], 0.0)
    bend = np.where(np.isfinite(bend), bend, 0.0)
    says = [_says(*row) for row in zip(k.tolist(), run.x[k, 0], value, bend, rows["next_x"], strict=True)]
    return {
        **{name: rows[name] for name in ("k", "last", "x", "next_x", "has", "here", "there")},
        "f": value,
        "slope": slope,
        "bend": bend,
        "next_f": value + slope * move + bend * move * move / 2,
        "says": np.array(says),
    }


def _says(k: int, x: float, value: float, bend: float, following: float) -> str:
    start = f"step {k}: x = {number(x, 10)}, f = {number(value, 6)}, f″ = {number(bend, 3)}"
    shape = "lowest" if bend > 0 else "highest"
    return start if following == x else f"{start}; the parabola is {shape} at {number(following, 10)}"


def _words(run: NewtonRun) -> str:
    first, last = (number(float(run.x[k, 0])) for k in (0, -1))
    return f"Newton's parabolas from x = {first} to x = {last}. {run.outcome.sentence}"


@lru_cache(maxsize=64)
def _template(window: Box, steps: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    x, y = axes(window, "f")
    click = plane_click(window, "width", "height", ("x",))
    return {
        **settings(ink),
        "height": height,
        "params": [*scrubber(steps), *click.params],
        "layer": [
            click.layer(ink.grid),
            curve_layer(ink.function, x, y),
            _parabola(ink, window),
            dot(ink, "next", "next_x", "next_f", ink.descent, hollow=True) | _with_a_next(),
            dot(ink, "here", "x", "f", ink.descent),
            *names_at_dots(ink),
            readout(ink),
        ],
    }


def _with_a_next() -> Layer:
    return {"transform": [{"filter": f"{NOW} && datum.has"}]}


def _parabola(ink: Palette, window: Box) -> Layer:
    """f + f′·s + ½f″·s² of the current row, drawn in the browser from its three numbers."""
    (left, right), _ = window
    row = f"data('{STEPS}')[min(step, data('{STEPS}').length - 1)]"
    look = {
        "type": "line",
        "strokeWidth": PATH_WIDTH,
        "strokeDash": [7, 3],
        "color": ink.text,
        "clip": True,
        "aria": False,
    }
    return {
        "name": "parabola",
        "data": {"sequence": {"start": 0, "stop": PIECES + 1, "as": "i"}},
        "transform": calculate(
            px=f"{left!r} + {(right - left) / PIECES!r} * datum.i",
            s=f"datum.px - {row}.x",
            py=f"{row}.f + {row}.slope * datum.s + {row}.bend * datum.s * datum.s / 2",
        ),
        "mark": look,
        "encoding": {"x": field("px"), "y": field("py")},
    }
