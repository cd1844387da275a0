"""z = f(x, y) over a window, and what is drawn with it: cuts, the point, the gradient, further surfaces."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from charts.clipping import Box
from charts.palette import Palette, palette
from charts.surface.axes import ticks
from charts.surface.box import Frame, Range, packed
from charts.surface.words import surface_words
from charts.theme import FONT
from core.sampling.surface_grid import Cut, SurfaceGrid

ARROW = 0.25
"""Length of the gradient's arrow beside the shorter side of the floor: it shows the direction alone."""

OPAQUE, OVERLAY = 0.88, 0.6

DASHES: tuple[tuple[int, ...], ...] = ((), (7, 4), (2, 3))
"""Of the cuts, in their order; no colour has to tell them apart."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """A second surface laid over f: a tangent plane, a quadratic model. `name` stands in the key below."""

    name: str
    grid: SurfaceGrid


@dataclass(frozen=True, eq=False)
class Scene:
    """What `drawing.js` paints, and what the picture shows in words."""

    figure: Mapping[str, Any]
    alt: str


def surface_chart(
    *,
    surface: SurfaceGrid,
    window: Box,
    heights: Range,
    point: tuple[float, float, float],
    gradient: tuple[float, float] | None = None,
    cuts: Mapping[str, Cut] | None = None,
    sheets: Sequence[Sheet] = (),
    dark: bool = False,
) -> Scene:
    """The surface over the window, cut off above and below `heights`, so that a pole squashes nothing.

    point (a, b, f(a, b)) is left out where it is outside the box. gradient (f_x, f_y) is an arrow of fixed
    length on the floor; None or 0 has none. cuts: up to three lines on the surface, by name. sheets: up to
    three further surfaces, half transparent.
    """
    ink, frame = palette(dark), Frame(window, heights)
    at = frame.fractions(*([part] for part in point))[0].tolist()
    known = point if frame.holds(at) else None
    colours = (ink.slope, ink.exact, ink.error)
    figure = {
        "sides": frame.sides,
        "axes": [
            {"name": name, "ticks": ticks(*ends)}
            for name, ends in zip("xyz", (*window, heights), strict=True)
        ],
        "ink": {name: getattr(ink, name) for name in ("text", "quiet", "grid", "background", "function")},
        "font": FONT,
        "sheets": [
            {
                "name": "f",
                "overlay": False,
                "colours": ink.levels,
                "opacity": OPAQUE,
                **_sheet(surface, frame),
            },
            *(_overlay(sheet, frame, colour) for sheet, colour in zip(sheets, colours, strict=False)),
        ],
        "lines": [
            _line(name, cut, frame, dash)
            for (name, cut), dash in zip((cuts or {}).items(), DASHES, strict=False)
        ],
        "point": at if known else None,
        "arrow": _arrow(gradient, at, frame, ink) if gradient else None,
    }
    return Scene(figure, surface_words(window, heights, known, gradient, [sheet.name for sheet in sheets]))


def _overlay(sheet: Sheet, frame: Frame, colour: str) -> dict[str, Any]:
    look = {"name": sheet.name, "overlay": True, "colours": (colour,), "opacity": OVERLAY}
    return {**look, **_sheet(sheet.grid, frame)}


@lru_cache(maxsize=64)
def _sheet(grid: SurfaceGrid, frame: Frame) -> dict[str, Any]:
    """The heights, row by row from low y to high y, and the part of the floor they stand over."""
    corners = frame.fractions(grid.x[[0, -1]], grid.y[[0, -1]], [frame.heights[0]] * 2)
    levels = frame.fractions(*np.broadcast_arrays(grid.x[0], grid.y[0], grid.z.ravel()))[:, 2]
    return {
        "u": corners[:, 0].tolist(),
        "v": corners[:, 1].tolist(),
        "columns": len(grid.x),
        "rows": len(grid.y),
        "heights": packed(levels),
    }


def _line(name: str, cut: Cut, frame: Frame, dash: tuple[int, ...]) -> dict[str, Any]:
    return {"name": name, "dash": dash, "places": packed(frame.fractions(cut.x, cut.y, cut.z))}


def _arrow(
    gradient: tuple[float, float], at: list[float], frame: Frame, ink: Palette
) -> dict[str, Any] | None:
    """From below the point along ∇f, cut at the edge of the floor; None off it or without direction."""
    length = math.hypot(*gradient)
    if not (0 < length < math.inf) or not frame.holds(at[:2]):
        return None
    reach = ARROW * min(frame.sides[:2])
    way = [reach * part / length / side for part, side in zip(gradient, frame.sides, strict=False)]
    rooms = ((1 - u) / step if step > 0 else -u / step for u, step in zip(at, way, strict=False) if step)
    share = min(1.0, *rooms)
    to = [u + share * step for u, step in zip(at, way, strict=False)]
    return {"name": "∇f", "colour": ink.ascent, "from": at[:2], "to": to}
