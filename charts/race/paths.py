"""Several runs from one start across the level curves, scrubbed together inside the picture."""

from functools import lru_cache
from typing import Any

from charts.clipping import Box
from charts.encodings import PATH
from charts.family import OTHERS
from charts.family_layers import OWN_LOOKS, family_marks
from charts.gradient.plane import map_layers
from charts.label_layers import NARROW, start_layer
from charts.palette import palette
from charts.path_data import Walks
from charts.picture import Picture
from charts.plane import LevelCurves, level_columns, level_name_columns, unit_ratio
from charts.race.legend import BESIDE, list_layer
from charts.race.racers import racer_columns, start_columns
from charts.scrubber import CURRENT, FRAME, frame_columns, scrubber, stride
from charts.start_click import START, plane_click
from charts.theme import settings
from charts.words import walks_words
from core.numbers import number


def race_paths_chart(
    *,
    levels: LevelCurves,
    runs: Walks,
    window: Box,
    steps: int,
    seed: int = 0,
    dark: bool = False,
    height: int = 360,
) -> Picture:
    """The level curves with all runs up to the slider's step, each under its name, in the order of `runs`.

    At most twelve; ValueError for more. Units are equal on both axes. A click reports the selection "start"
    with x and y.
    """
    return Picture(
        spec=_template(window, steps, dark, height),
        data={
            "levels": level_columns(levels, window),
            "level_names": level_name_columns(levels, window),
            OTHERS: racer_columns(runs, window, stride(steps)),
            PATH["name"]: start_columns(runs, window),
            FRAME: frame_columns(seed, steps, walks_words(runs, window, ("x", "y"))),
        },
        alt=_name(window, steps),
        selections=(START,),
    )


def _name(window: Box, steps: int) -> str:
    x, y = (f"{number(low)} to {number(high)}" for low, high in window)
    return f"Level curves of f for x from {x} and y from {y}, with the racing runs up to step {steps}."


@lru_cache(maxsize=64)
def _template(window: Box, steps: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = plane_click(window, "across", "down", ("x", "y"))
    return {
        **settings(ink),
        "height": height,
        "params": [*scrubber(steps), *_layout(window), *click.params],
        "layer": [
            click.layer(ink.grid),
            *map_layers(ink, window),
            *family_marks(ink, steps),
            start_layer(ink),
            list_layer(ink, {"data": {"name": OTHERS}, "transform": [{"filter": CURRENT}]}, "across"),
        ],
        **OWN_LOOKS,
    }


def _layout(window: Box) -> list[dict[str, Any]]:
    """Pixels of the plane, `across` × `down`; sx and sy per unit, and the places of its edges."""
    (left, right), (low, high) = window
    ratio = unit_ratio(window)
    layout = {
        "room": f"width < {NARROW} ? width : width - {BESIDE}",
        "down": f"min(height, room * {ratio!r})",
        "across": f"down / {ratio!r}",
        "sx": f"across / {right - left!r}",
        "sy": f"down / {high - low!r}",
    }
    edges = {"left": left, "right": right, "bottom": low, "top": high}
    ends = [{"name": name, "value": place} for name, place in edges.items()]
    return [*ends, *({"name": name, "expr": expression} for name, expression in layout.items())]
