"""∇f on a grid of points over the window, for a field of arrows."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression
from core.gradient import gradient_field
from core.windows import Window

Floats = NDArray[np.float64]

ALONG = 13
"""Arrows along the longer side: dense enough to read the flow, with a white gap around each."""


@dataclass(frozen=True, eq=False)
class ArrowField:
    """∇f, vector (n, 2), at points (n, 2) with `spacing` between neighbours; only where it is finite."""

    points: Floats
    vectors: Floats
    spacing: float


def arrow_field(e: Expression, window: Window) -> ArrowField:
    """The gradient in the middle of square cells that fill the window."""
    spans = (window.x[1] - window.x[0], window.y[1] - window.y[0])
    spacing = max(spans) / ALONG
    axes = [_middles(*ends, spacing) for ends in (window.x, window.y)]
    points = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, 2)
    _, vectors = gradient_field(e).over(points)
    there = np.isfinite(vectors).all(axis=1)
    return ArrowField(points[there], vectors[there], spacing)


def _middles(low: float, high: float, spacing: float) -> Floats:
    count = max(1, math.floor((high - low) / spacing + 1e-9))
    rest = (high - low) - count * spacing
    return low + rest / 2 + spacing * (np.arange(count, dtype=np.float64) + 0.5)
