"""Where a run leaves the window: a wedge on the frame where its line goes out, with the place it goes to."""

from charts.encodings import EDGE, Layer, calculate, field, walk_colour
from charts.label_layers import halo
from charts.palette import Palette
from charts.path_data import OUTSIDE

WEDGE = 150
NAME_SIZE = 12
LEAST_WIDTH = 320
"""Pixels of the plane that the coordinates need."""

BELOW = "(52 + 16 * datum.side)"
"""Pixels from the upper or lower frame: the names of the current points take the first two lines."""


def exit_layers(ink: Palette, names: tuple[str, ...]) -> list[Layer]:
    """For the rows of the steps so far: a wedge at every line that leaves, and the first place outside.

    The current step is not named here: its own name says where it went. `names` are the coordinates; with
    one, the place is (x, f).
    """
    leaving = {"filter": f"datum.drawn && datum.kind == {OUTSIDE}"}
    place = {"x": field("bx"), "y": field("by")}
    return [_wedges(leaving, place, names, ink), _names(leaving, place, names, ink)]


def _wedges(leaving: Layer, place: Layer, names: tuple[str, ...], ink: Palette) -> Layer:
    along = calculate(turn="atan2((datum.bx - datum.ax) * sx, (datum.by - datum.ay) * sy) * 180 / PI")
    return {
        "name": "exits",
        "transform": [leaving, *along],
        "mark": {**EDGE, "size": WEDGE},
        "encoding": {
            **place,
            "angle": field("turn", scale=None),
            "color": walk_colour(ink),
            "tooltip": [
                {"field": "run", "type": "nominal", "title": "run"},
                {"field": "k", "type": "quantitative", "title": "step k"},
                {"field": "says_x", "type": "nominal", "title": ", ".join(names)},
                {"field": "says_f", "type": "nominal", "title": "f"},
            ],
        },
    }


def _names(leaving: Layer, place: Layer, names: tuple[str, ...], ink: Palette) -> Layer:
    """The coordinates of the first place outside, where the names of the current points leave room.

    A narrow picture has none; there the tooltip and the picture's words say where the run went.
    """
    first = {
        "window": [{"op": "row_number", "as": "nth"}],
        "groupby": ["side"],
        "sort": [{"field": "k"}],
    }
    where = "datum.says_x" if len(names) > 1 else "'(' + datum.says_x + ', ' + datum.says_f + ')'"
    words = calculate(
        toward="datum.bx > (left + right) / 2 ? -1 : 1", to=f"'step ' + datum.k + ' to ' + {where}"
    )
    beside = "datum.side ? 32 : -32"
    shown = f"datum.nth == 1 && datum.k < step && (right - left) * sx > {LEAST_WIDTH}"
    text = {
        "type": "text",
        "fontSize": NAME_SIZE,
        "align": {"expr": "datum.toward < 0 ? 'right' : 'left'"},
        "dx": {"expr": "14 * datum.toward"},
        "dy": {"expr": f"datum.oy > 0 ? {BELOW} : datum.oy < 0 ? -{BELOW} : {beside}"},
        "aria": False,
    }
    return {
        "transform": [leaving, first, {"filter": shown}, *words],
        "layer": halo("exit_names", text, ink, {**place, "text": {"field": "to"}}, walk_colour(ink)),
    }
