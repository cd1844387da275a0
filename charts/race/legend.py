"""How racers look, each by the order it is named in, and the list of their names with what they have now."""

from typing import Any

from charts.encodings import Layer
from charts.family_layers import family_colour, family_shape
from charts.label_layers import NARROW
from charts.palette import LABEL_SIZE, MOST_OF_A_FAMILY, Palette

SPREAD = (1, 5, 3, 6, 2, 4)
"""The places of a family run from blue to yellow; few racers are told apart best when they are far apart."""

MOST_RACERS = 2 * MOST_OF_A_FAMILY
BESIDE = 232
"""Pixels right of a picture for the list, on a wide page."""

LINE, CELL = 21, 110
"""Pixels of a line of the list; of a name where the list stands above in rows, on a narrow page."""


def racer_places(count: int) -> tuple[int, ...]:
    """A place of its own for each racer; those named first keep theirs when another joins.

    >>> racer_places(3), racer_places(7)[-1]
    ((1, 5, 3), 7)
    """
    if count > MOST_RACERS:
        raise ValueError(f"A race has at most {MOST_RACERS} racers.")
    again = tuple(MOST_OF_A_FAMILY + place for place in SPREAD)
    return (*SPREAD, *again)[:count]


def list_layer(ink: Palette, source: Layer, right: str) -> Layer:
    """The look, the name and the words of every racer at the step shown, right of the picture.

    `source` gives one row of each racer (columns side, run, order, words), `right` is where the picture ends,
    in pixels. On a narrow page the names alone stand above, in rows of three.
    """
    narrow = f"width < {NARROW}"
    x = f"{narrow} ? {CELL} * (datum.order % 3) : {right} + 16"
    rows = "floor(datum.latest / 3) - floor(datum.order / 3)"
    y = f"{narrow} ? -14 - 18 * ({rows}) : 10 + {LINE} * datum.order"
    latest = {"joinaggregate": [{"op": "max", "field": "order", "as": "latest"}]}
    place: dict[str, Any] = {"y": {"expr": y}, "aria": False}
    glyph = {"type": "point", "filled": True, "size": 60, "opacity": 1}
    size = {"expr": f"{narrow} ? 12 : {LABEL_SIZE}"}
    text = {"type": "text", "align": "left", "baseline": "middle", "fontSize": size, "limit": BESIDE - 31}
    said = {"expr": f"{narrow} ? datum.run : datum.run + datum.words"}
    return {
        **source,
        "transform": [*source["transform"], latest],
        "layer": [
            {
                "mark": {**glyph, **place, "x": {"expr": f"({x}) + 5"}},
                "encoding": {"color": family_colour(ink), "shape": family_shape()},
            },
            {
                "name": "racers",
                "mark": {**text, **place, "x": {"expr": f"({x}) + 15"}, "text": said},
                "encoding": {"color": family_colour(ink)},
            },
        ],
    }
