"""What Vega really draws: a picture compiled with Vega-Lite, drawn, and its marks with their pixels."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import vl_convert

from charts.picture import Picture

VEGA_LITE = "6.4"


@dataclass(frozen=True, eq=False)
class Walk:
    """A run as the pictures take it."""

    x: np.ndarray
    f: np.ndarray
    gradient: np.ndarray


@dataclass(frozen=True, eq=False)
class Curve:
    x: np.ndarray
    y: np.ndarray


@dataclass(frozen=True, eq=False)
class Levels:
    x: np.ndarray
    y: np.ndarray
    level: np.ndarray
    line: np.ndarray


PARABOLA_WINDOW = ((-2.0, 6.0), (-1.0, 17.0))
BOWL_WINDOW = ((-4.0, 4.0), (-3.0, 3.0))


def parabola_walk(*xs: float) -> Walk:
    """Iterates on x² − 4x + 4 = (x − 2)²."""
    x = np.array(xs)
    return Walk(x[:, None], (x - 2) ** 2, (2 * x - 4)[:, None])


def parabola_curve() -> Curve:
    x = np.linspace(-2, 6, 161)
    return Curve(x, (x - 2) ** 2)


def bowl_walk(*points: tuple[float, float]) -> Walk:
    """Iterates on x² + 3y²."""
    x = np.array(points)
    return Walk(x, x[:, 0] ** 2 + 3 * x[:, 1] ** 2, x * [2.0, 6.0])


def bowl_levels() -> Levels:
    """Ellipses x² + 3y² = c."""
    turn = np.linspace(0, 2 * np.pi, 41)
    levels = (1.0, 4.0, 7.0, 8.0)
    x = np.concatenate([math.sqrt(c) * np.cos(turn) for c in levels])
    y = np.concatenate([math.sqrt(c / 3) * np.sin(turn) for c in levels])
    return Levels(x, y, np.repeat(levels, 41), np.repeat(np.arange(4), 41))


def with_data(picture: Picture, width: int = 600) -> dict[str, Any]:
    """The spec with its data put in as rows, as the browser sees it."""
    rows = {
        name: [
            dict(zip(columns, row, strict=True)) for row in zip(*map(_listed, columns.values()), strict=True)
        ]
        for name, columns in picture.data.items()
    }
    return {**picture.spec, "width": width, "datasets": rows}


def _listed(column: np.ndarray) -> list[Any]:
    values: list[Any] = column.tolist()
    return values


@dataclass(frozen=True, eq=False)
class Scene:
    """The drawn marks; coordinates are pixels from the plot's upper left corner."""

    root: Mapping[str, Any]

    def marks(self, name: str) -> list[Mapping[str, Any]]:
        """The drawn items of the layer with this name."""
        return list(_items(self.root["scenegraph"], f"{name}_marks"))

    def axis_labels(self) -> list[list[str]]:
        """The numbers along each axis."""
        groups = [node for node in self.root["scenegraph"]["items"][0]["items"] if node.get("role") == "axis"]
        parts = [part for group in groups for axis in group["items"] for part in axis["items"]]
        return [[mark["text"] for mark in part["items"]] for part in parts if part["role"] == "axis-label"]

    def texts(self, name: str) -> list[str]:
        return [item["text"] for item in self.marks(name)]


def _items(node: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    for item in node.get("items", []):
        if node.get("name") == name:
            yield item
        for child in item.get("items", []):
            yield from _items(child, name)


def draw(picture: Picture, width: int = 600) -> Scene:
    return Scene(vl_convert.vegalite_to_scenegraph(with_data(picture, width), vl_version=VEGA_LITE))
