"""The words in which the layers speak Vega-Lite: columns, added columns, and how a run looks."""

from typing import Any

from charts.palette import DASHES, SHAPES, Palette

Layer = dict[str, Any]

PATH = {"name": "path"}
EDGE: Layer = {"type": "point", "shape": "triangle", "filled": True, "size": 230, "opacity": 1, "aria": False}


def field(name: str, **more: Any) -> dict[str, Any]:
    """A quantitative channel for a column."""
    return {"field": name, "type": "quantitative", **more}


def calculate(**columns: str) -> list[dict[str, str]]:
    """Transforms that add columns, in order."""
    return [{"calculate": expression, "as": name} for name, expression in columns.items()]


def walk_colour(ink: Palette) -> dict[str, Any]:
    """The run's accent: the first is descent's, the second ascent's."""
    return {
        "field": "side",
        "type": "nominal",
        "scale": {"domain": [0, 1], "range": list(ink.walks)},
        "legend": None,
    }


def walk_shape() -> dict[str, Any]:
    return {
        "field": "side",
        "type": "nominal",
        "scale": {"domain": [0, 1], "range": list(SHAPES)},
        "legend": None,
    }


def walk_dash() -> dict[str, Any]:
    dashes = [list(dash) for dash in DASHES]
    return {"field": "side", "type": "nominal", "scale": {"domain": [0, 1], "range": dashes}, "legend": None}
