"""Where names stand in a picture: each at the best of its places, clear of other names and of the lines.

All in pixels of a picture of a usual size, with y downwards. A greedy choice, the most important name first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Align = Literal["left", "center", "right"]
Floats = NDArray[np.float64]

_CHARACTER = 0.54
"""The width of a letter of the usual sans serif, in font sizes, rounded up."""

_LINE = 1.25
_CLASH, _OUTSIDE, _NEXT = 1000.0, 400.0, 0.6
_CLEAR = 2.0
_CELL = 4.0


@dataclass(frozen=True)
class Offset:
    """Where a name stands beside its anchor: shifted by (dx, dy), aligned so; dy is that of its middle."""

    dx: float
    dy: float
    align: Align


@dataclass(frozen=True, eq=False)
class Name:
    """A name, the anchors (n, 2) it may stand at, and how it may stand there; the first of each is best."""

    text: str
    size: float
    anchors: Floats
    offsets: tuple[Offset, ...]


@dataclass(frozen=True)
class Place:
    """Which of its anchors a name stands at, and how."""

    anchor: int
    offset: Offset


def placed(names: Sequence[Name], lines: Floats, size: tuple[float, float]) -> list[Place]:
    """A place for each name in a picture of this width and height; `lines` (n, 3) holds x, y and a weight.

    >>> above, below = Offset(0, -12, "center"), Offset(0, 12, "center")
    >>> here = np.array([[100.0, 50.0]])
    >>> twice = [Name("one", 12, here, (above, below)), Name("two", 12, here, (above, below))]
    >>> [place.offset.dy for place in placed(twice, np.empty((0, 3)), (200.0, 100.0))]
    [-12, 12]
    """
    taken = np.empty((0, 4))
    under = _sums(lines, size)
    places = []
    for name in names:
        boxes = _boxes(name)
        best = int(np.argmin(_costs(boxes, taken, size) + _under(boxes, under)))
        taken = np.vstack([taken, boxes[best]])
        places.append(Place(best // len(name.offsets), name.offsets[best % len(name.offsets)]))
    return places


def _boxes(name: Name) -> Floats:
    """(left, top, right, bottom) of the name for each anchor and offset, (anchors · offsets, 4)."""
    width, tall = len(name.text) * name.size * _CHARACTER, name.size * _LINE
    share = {"left": 0.0, "center": 0.5, "right": 1.0}
    left = np.array([offset.dx - share[offset.align] * width for offset in name.offsets])
    top = np.array([offset.dy - tall / 2 for offset in name.offsets])
    x, y = (name.anchors[:, k, None] for k in (0, 1))
    return np.stack([x + left, y + top, x + left + width, y + top + tall], axis=2).reshape(-1, 4)


def _costs(boxes: Floats, taken: Floats, size: tuple[float, float]) -> Floats:
    """How bad each place is: other names under it, parts outside the picture, its rank."""
    left, top, right, bottom = (boxes[:, k, None] for k in range(4))
    clash = ((left < taken[:, 2] + _CLEAR) & (right > taken[:, 0] - _CLEAR)
             & (top < taken[:, 3]) & (bottom > taken[:, 1]))  # fmt: skip
    outside = (left < 0) | (top < 0) | (right > size[0]) | (bottom > size[1])
    cost: Floats = _CLASH * clash.sum(axis=1) + _OUTSIDE * outside[:, 0] + _NEXT * np.arange(len(boxes))
    return cost


def _sums(lines: Floats, size: tuple[float, float]) -> Floats:
    """The weight of the lines above and left of each corner of a grid: a box is four of them."""
    shape = tuple(int(length // _CELL) + 1 for length in size)
    cells = np.zeros((shape[0] + 1, shape[1] + 1))
    x, y = (np.clip(lines[:, k] // _CELL, 0, shape[k] - 1).astype(np.intp) for k in (0, 1))
    np.add.at(cells, (x + 1, y + 1), lines[:, 2])
    sums: Floats = cells.cumsum(axis=0).cumsum(axis=1)
    return sums


def _under(boxes: Floats, sums: Floats) -> Floats:
    """The weight of the lines under each box."""
    corners = [
        np.clip(np.rint(boxes[:, k] / _CELL), 0, sums.shape[k % 2] - 1).astype(np.intp) for k in range(4)
    ]
    left, top, right, bottom = corners
    weight: Floats = sums[right, bottom] - sums[left, bottom] - sums[right, top] + sums[left, top]
    return weight
