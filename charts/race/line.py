"""Several runs from one start on the curve of f, scrubbed together inside the picture."""

from functools import lru_cache
from typing import Any

from charts.clipping import Box
from charts.curve_path import Curve, curve_columns
from charts.curve_plane import curve_click, curve_layer, curve_params
from charts.encodings import PATH
from charts.family import OTHERS
from charts.family_layers import OWN_LOOKS, family_marks
from charts.label_layers import start_layer
from charts.palette import palette
from charts.path_data import Walks
from charts.picture import Picture
from charts.race.legend import BESIDE, list_layer
from charts.race.racers import racer_columns, start_columns
from charts.scrubber import CURRENT, FRAME, frame_columns, scrubber, stride
from charts.start_click import START
from charts.theme import settings
from charts.words import walks_words
from core.numbers import number


def race_line_chart(
    *,
    curve: Curve,
    runs: Walks,
    window: Box,
    steps: int,
    seed: int = 0,
    dark: bool = False,
    height: int = 320,
) -> Picture:
    """The curve with all runs up to the slider's step, each under its name, in the order of `runs`.

    At most twelve; ValueError for more. A click reports the selection "start" with x.
    """
    return Picture(
        spec=_template(window, steps, dark, height),
        data={
            "curve": curve_columns(curve, window),
            OTHERS: racer_columns(runs, window, stride(steps)),
            PATH["name"]: start_columns(runs, window),
            FRAME: frame_columns(seed, steps, walks_words(runs, window, ("x",))),
        },
        alt=_name(window, steps),
        selections=(START,),
    )


def _name(window: Box, steps: int) -> str:
    low, high = (number(end) for end in window[0])
    return f"The curve of f for x from {low} to {high}, with the racing runs up to step {steps}."


@lru_cache(maxsize=64)
def _template(window: Box, steps: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = curve_click(window)
    return {
        **settings(ink),
        "height": height,
        "params": [*scrubber(steps), *curve_params(window, BESIDE), *click.params],
        "layer": [
            click.layer(ink.grid),
            curve_layer(ink, window),
            *family_marks(ink, steps),
            start_layer(ink),
            list_layer(ink, {"data": {"name": OTHERS}, "transform": [{"filter": CURRENT}]}, "across"),
        ],
        **OWN_LOOKS,
    }
