"""Small pictures of two variables: the steepest way up, and one step of Newton's method."""

from collections.abc import Mapping

import numpy as np

from charts.clipping import Box
from charts.picture import Picture
from charts.thumbnail import Line, Mark, arrow, equal_units, thumbnail_chart
from core.curvature import curvature_field
from core.gradient import gradient_field
from core.numbers import number, point
from ui.cached import levels_of, parsed


def gradient(values: Mapping[str, str], dark: bool) -> Picture:
    """Level curves and ∇f, at a length that fits."""
    text, place = values["g"], (float(values["px"]), float(values["py"]))
    _, (across, up) = gradient_field(parsed(text, ("x", "y"))).at(place)
    reach = 2.5 / float(np.hypot(across, up))
    end = (place[0] + reach * float(across), place[1] + reach * float(up))
    window = equal_units((-3, 3), (-1, 6))
    line, head = arrow("slope", place, end)
    return thumbnail_chart(
        name="Gradient in small.",
        window=window,
        lines=[_levels(text, window), line],
        marks=[Mark("function", *place), head],
        words=f"Level curves, and at {point(place, ('x', 'y'))} an arrow towards the steepest way up, "
        f"∇f = ({number(float(across))}, {number(float(up))}), drawn shorter.",
        dark=dark,
    )


def hessian_newton(values: Mapping[str, str], dark: bool) -> Picture:
    """Level curves and x − H⁻¹∇f."""
    text, place = values["g"], (float(values["px"]), float(values["py"]))
    function = parsed(text, ("x", "y"))
    _, slope = gradient_field(function).at(place)
    step = -np.linalg.solve(curvature_field(function).at(place), slope)
    end = (place[0] + float(step[0]), place[1] + float(step[1]))
    window = equal_units((-3, 3), (-2, 2))
    line, head = arrow("slope", place, end)
    return thumbnail_chart(
        name="Hessian/Newton in small.",
        window=window,
        lines=[_levels(text, window), line],
        marks=[Mark("function", *place), head],
        words=f"Level curves of a bowl, and one step of Newton’s method from {point(place, ('x', 'y'))} "
        f"to {point(np.round(end, 12).tolist(), ('x', 'y'))}.",
        dark=dark,
    )


def _levels(text: str, window: Box) -> Line:
    levels = levels_of(text, *window)
    return Line("quiet", levels.x, levels.y, levels.line)
