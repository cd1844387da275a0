"""The outline of a panel that cannot be clicked; it carries the picture's words."""

from charts.encodings import Layer
from charts.palette import Palette
from charts.scrubber import FRAME


def panel(ink: Palette, across: str = "width", down: str = "height") -> Layer:
    """A thin outline of across × down pixels at the top left, described by the words of the data "frame"."""
    sides = {
        "x": {"value": 0},
        "x2": {"value": {"expr": across}},
        "y": {"value": 0},
        "y2": {"value": {"expr": down}},
    }
    return {
        "name": "plane",
        "data": {"name": FRAME},
        "mark": {"type": "rect", "fillOpacity": 0, "stroke": ink.grid, "tooltip": None},
        "encoding": {**sides, "description": {"field": "words"}},
    }
