"""The map over (η, β): how fast heavy-ball steps settle, with the ridge of best β and the chosen pair."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box
from charts.encodings import Layer, field
from charts.image import data_address, image_layer, rgb
from charts.label_layers import NARROW, halo, nearest_readout
from charts.palette import AXIS_SIZE, CURRENT_AREA, PATH_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.scrubber import FRAME
from charts.start_click import START, plane_click
from charts.theme import fixed_scale, settings
from core.momentum import RateMap, factor
from core.momentum.rates import steps_per_digit
from core.numbers import number

BANDS = 14
"""So many shades from the fastest pair to those that only just settle."""

PALEST = 0.9
"""How far the slowest shade is on its way to the background."""


def momentum_map_chart(
    *,
    found: RateMap,
    chosen: tuple[float, float] | None = None,
    dark: bool = False,
    height: int = 360,
) -> Picture:
    """η across, β upwards; pairs that do not settle are grey. `chosen` is a pair (η, β).

    A click reports the selection "start" with the fields eta and beta. The image is a PNG inside the data.
    """
    eta, beta = found.window
    return Picture(
        spec=_template((eta, beta), dark, height),
        data={
            "image": {"url": np.array([_address(found, dark)])},
            "ridge": _line(found.ridge),
            "edge": _line(found.edge),
            "names": _names(found),
            "best": _pair((found.best.rate, found.best.beta)),
            "chosen": _chosen(found, chosen),
            FRAME: {"words": np.array([_words(found, chosen)])},
        },
        alt="How fast momentum settles for each learning rate η and each β.",
        selections=(START,),
    )


def _address(found: RateMap, dark: bool) -> str:
    """Bands of equal width from the best factor, in full colour, to 1; grey where nothing settles."""
    ink = palette(dark)
    share = (found.factor - found.best.factor) / (1 - found.best.factor)
    band = np.clip(np.floor(share * BANDS), 0, BANDS - 1)
    index = np.where(found.factor < 1, 1 + band, 0)[::-1].astype(np.uint8)
    fast, paper = rgb(ink.function), rgb(ink.background)
    shades = [fast + (paper - fast) * PALEST * step / (BANDS - 1) for step in range(BANDS)]
    return data_address(index, np.round([rgb(ink.grid), *shades]).astype(np.uint8))


def _line(points: NDArray[np.float64]) -> Columns:
    return {"eta": points[:, 0], "beta": points[:, 1], "order": np.arange(len(points))}


def _pair(pair: tuple[float, float]) -> Columns:
    return {"eta": np.array([pair[0]]), "beta": np.array([pair[1]])}


def _chosen(found: RateMap, pair: tuple[float, float] | None) -> Columns:
    """The chosen pair inside the map, and what a step leaves there."""
    (_, most), _ = found.window
    if pair is None or not (0 <= pair[0] <= most and 0 <= pair[1] <= 1):
        nothing = np.empty(0, dtype=np.str_)
        return {"eta": np.empty(0), "beta": np.empty(0), "says": nothing, "short": nothing}
    here, left = _here(pair), _what_is_left(found, pair)
    return {**_pair(pair), "says": np.array([f"{here}: {left}"]), "short": np.array([left.capitalize()])}


def _here(pair: tuple[float, float]) -> str:
    return f"η = {number(pair[0], 4)}, β = {number(pair[1], 4)}"


def _what_is_left(found: RateMap, pair: tuple[float, float]) -> str:
    left = _left(found, pair)
    if left >= 1:
        return f"a step multiplies the error by {number(left, 4)}, it does not settle"
    digit = number(steps_per_digit(left), 3)
    return f"a step leaves {number(left, 4)} of the error, {digit} steps a digit"


def _left(found: RateMap, pair: tuple[float, float]) -> float:
    products = pair[0] * np.array([found.least, found.most])
    return float(factor(products, pair[1]).max())


def _names(found: RateMap) -> Columns:
    """Words where they are true: at the best pair, on the ridge, and where nothing settles."""
    (_, most), _ = found.window
    beside = found.ridge[len(found.ridge) // 4]
    return {
        "eta": np.array([found.best.rate, beside[0], 0.8 * most]),
        "beta": np.array([found.best.beta, beside[1], 0.22]),
        "name": np.array(["best pair", "best β for each η", "does not settle"]),
        "dy": np.array([18, -10, 0]),
        "align": np.array(["center", "left", "center"]),
    }


def _words(found: RateMap, chosen: tuple[float, float] | None) -> str:
    best, without = found.best, number(found.best.descent_factor, 4)
    at_best = (
        f"The best pair is η = {number(best.rate, 4)}, β = {number(best.beta, 4)}: a step leaves "
        f"{number(best.factor, 4)} of the error, and without momentum at best {without}."
    )
    return (
        at_best if chosen is None else f"{at_best} Chosen: {_here(chosen)}: {_what_is_left(found, chosen)}."
    )


@lru_cache(maxsize=64)
def _template(window: Box, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    click = plane_click(window, "across", "down", ("eta", "beta"))
    x, y = _axes(window)
    return {
        **settings(ink),
        "height": height,
        "params": [{"name": "across", "expr": "width"}, {"name": "down", "expr": "height"}, *click.params],
        "layer": [
            image_layer(),
            click.layer(ink.grid),
            _border(ink, field("eta", **x), field("beta", **y)),
            *_ridge(ink),
            *_best(ink),
            *_labels(ink),
            *_chosen_marks(ink),
            nearest_readout("chosen", "0", f"width < {NARROW} ? datum.short : datum.says", ink),
        ],
    }


def _axes(window: Box) -> tuple[Layer, Layer]:
    x = {
        "scale": fixed_scale(window[0]),
        "axis": {"title": "learning rate η", "grid": False, "tickCount": {"expr": "ceil(across / 80)"}},
    }
    y = {
        "scale": fixed_scale(window[1]),
        "axis": {"title": "momentum β", "grid": False, "tickCount": {"expr": "ceil(down / 50)"}},
    }
    return x, y


def _border(ink: Palette, x: Layer, y: Layer) -> Layer:
    """β = ηL/2 − 1, where the steepest direction hops for ever."""
    mark = {"type": "line", "strokeWidth": 1.5, "strokeDash": [4, 4], "color": ink.quiet, "aria": False}
    return {"name": "edge", "data": {"name": "edge"}, "mark": mark, "encoding": {"x": x, "y": y}}


def _ridge(ink: Palette) -> list[Layer]:
    """The line of best β, with a rim in the background's colour."""
    place = {"x": field("eta"), "y": field("beta"), "order": field("order")}
    line = {"type": "line", "strokeWidth": PATH_WIDTH, "color": ink.slope, "aria": False}
    rim = {**line, "strokeWidth": PATH_WIDTH + 3, "color": ink.background}
    data = {"data": {"name": "ridge"}, "encoding": place}
    return [{**data, "mark": rim}, {**data, "name": "ridge", "mark": line}]


def _best(ink: Palette) -> list[Layer]:
    look = {"type": "point", "shape": "diamond", "size": 130, "opacity": 1, "strokeWidth": 2, "aria": False}
    return [
        {
            "name": "best",
            "data": {"name": "best"},
            "mark": {**look, "fill": ink.background, "stroke": ink.exact},
            "encoding": {"x": field("eta"), "y": field("beta")},
        }
    ]


def _labels(ink: Palette) -> list[Layer]:
    text = {
        "type": "text",
        "fontSize": AXIS_SIZE,
        "align": {"expr": "datum.align"},
        "dx": {"expr": "datum.align == 'left' ? 10 : 0"},
        "dy": {"expr": "datum.dy"},
        "aria": False,
    }
    place = {"x": field("eta"), "y": field("beta"), "text": {"field": "name"}}
    return [{"data": {"name": "names"}, "layer": halo("names", text, ink, place, {"value": ink.text})}]


def _chosen_marks(ink: Palette) -> list[Layer]:
    """A ring in the text's colour with a rim, so that it is seen on every shade."""
    place = {"x": field("eta"), "y": field("beta")}
    ring = {"type": "point", "filled": False, "opacity": 1, "size": CURRENT_AREA, "aria": False}
    data = {"data": {"name": "chosen"}, "encoding": place}
    return [
        {**data, "mark": {**ring, "strokeWidth": 6, "color": ink.background}},
        {**data, "name": "chosen", "mark": {**ring, "strokeWidth": 2.6, "color": ink.text}},
    ]
