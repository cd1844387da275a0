"""Two columns and a label: what the model says everywhere in the plane at every epoch, as an image each.

Blue where it says 0 and orange where it says 1, paler the less sure it is; the line is where ŷ = 1/2.
"""

from functools import lru_cache
from typing import Any

import contourpy
import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box, Floats
from charts.encodings import Layer, field
from charts.image import data_address, image_layer, rgb
from charts.palette import CURVE_WIDTH, Palette, palette
from charts.picture import Columns, Picture
from charts.plane import unit_ratio
from charts.screen import place_type
from charts.start_click import START, plane_click
from charts.theme import settings
from charts.training.parts.axes import picture_axes
from charts.training.parts.beside import LOSSES, beside_params, is_logarithmic, loss_columns, loss_panel
from charts.training.parts.epochs import (
    SHOWN,
    drawn_epochs,
    epoch_data,
    epoch_slider,
    loss_words,
    readout,
    repeated,
    spans,
)
from charts.training.parts.key import Entry, key_layer, label_entries
from charts.training.parts.samples import (
    SAMPLES,
    room,
    sample_area,
    sample_columns,
    sample_layer,
    two_colours,
)
from core.sampling.polyline import kept_vertices
from core.training import Training

BOUNDARY, IMAGE = "boundary", "image"
PIXELS = 41
"""Of each image, and of the grid the boundary is drawn from, along each side."""
SHADES = 21
_TOLERANCE = 0.04
"""Of a cell: how far the drawn boundary may be from that of the grid."""


def field_chart(
    *, training: Training, seed: int | None = None, dark: bool = False, height: int = 360
) -> Picture:
    """The decision field at the slider's epoch with the boundary, the samples, and the loss beside it.

    One unit is as long upwards as across. A click reports the selection "start" with x and y, the two
    columns. For two columns of x and labels.
    """
    samples = training.samples
    window = room(samples.x[:, 0]), room(samples.x[:, 1])
    logarithmic = is_logarithmic(training.epoch_losses)
    names = (samples.columns[0], samples.columns[1])
    said = _said(training, window)
    words = f"{samples.size} samples with labels. {_right_words(training)} {loss_words(training)}"
    return Picture(
        spec=_template(
            window, names, training.plan.epochs, sample_area(samples.size), logarithmic, dark, height
        ),
        data={
            IMAGE: {**spans(training), "url": np.array(_addresses(said, dark))},
            BOUNDARY: _boundary(training, said, window),
            SAMPLES: sample_columns(samples.x[:, 0], samples.x[:, 1], samples.y, window),
            LOSSES: loss_columns(training, logarithmic),
            **epoch_data(training, seed, words),
        },
        alt="The samples over what the model says everywhere, at one epoch after the other, beside the loss.",
        selections=(START,),
    )


def _said(training: Training, window: Box) -> Floats:
    """ŷ on a grid of the window at each drawn epoch, (f, PIXELS, PIXELS), the lowest row first."""
    x, y = (np.linspace(*ends, PIXELS) for ends in window)
    grid = np.column_stack([np.tile(x, PIXELS), np.repeat(y, PIXELS)])
    predicted = training.model.predict(training.parameters[drawn_epochs(training)], grid)
    # ∞ − ∞ in a network on its way to infinity says nothing: neither 0 nor 1.
    return np.nan_to_num(predicted, nan=0.5).reshape(-1, PIXELS, PIXELS)


def _addresses(said: Floats, dark: bool) -> list[str]:
    shade = np.clip(np.rint(said * (SHADES - 1)), 0, SHADES - 1).astype(np.uint8)
    colours = _colours(dark)
    return [data_address(image[::-1], colours) for image in shade]


def _colours(dark: bool) -> NDArray[np.uint8]:
    """From the colour of label 0 over the page's background to that of label 1 (SHADES, 3)."""
    ink = palette(dark)
    paper, (zero, one) = rgb(ink.background), map(rgb, two_colours(ink))
    sure = np.linspace(-1.0, 1.0, SHADES)[:, None]
    strength = 0.45 * np.abs(sure)
    colours = paper + strength * (np.where(sure < 0, zero, one) - paper)
    rounded: NDArray[np.uint8] = np.rint(colours).astype(np.uint8)
    return rounded


def _boundary(training: Training, said: Floats, window: Box) -> Columns:
    """Where ŷ = 1/2 at each drawn epoch: vertices in drawing order, `line` tells the pieces apart."""
    pieces = [_lines(values) for values in said]
    vertices = [line for lines in pieces for line in lines]
    places = np.concatenate([np.empty((0, 2)), *vertices]) / (PIXELS - 1)
    low, high = np.array(window).T
    at = low + places * (high - low)
    lengths = np.array([len(line) for line in vertices], dtype=np.intp)
    rows = repeated(spans(training), np.array([sum(map(len, lines)) for lines in pieces], dtype=np.intp))
    return {
        **rows,
        "x": at[:, 0].astype(place_type(window[0])),
        "y": at[:, 1].astype(place_type(window[1])),
        "line": np.repeat(np.arange(len(vertices)), lengths).astype(np.int16),
    }


def _lines(values: Floats) -> list[Floats]:
    """The curves ŷ = 1/2 in units of the grid, without the vertices the eye can do without."""
    generator = contourpy.contour_generator(z=values, name="serial", line_type="Separate")
    found = [np.asarray(vertices, dtype=np.float64) for vertices in generator.lines(0.5)]
    return [line[_kept(line)] for line in found if len(line) > 1]


def _kept(line: Floats) -> NDArray[np.bool_]:
    ends = np.zeros(len(line), dtype=np.bool_)
    ends[[0, len(line) // 2, -1]] = True
    return kept_vertices(line[:, 0], line[:, 1], fixed=ends, tolerance=_TOLERANCE)


def _right_words(training: Training) -> str:
    """How many samples the last drawn epoch has on their side of the boundary."""
    samples = training.samples
    theta = training.parameters[drawn_epochs(training)[-1]]
    right = int(((training.model.predict(theta, samples.x) > 0.5) == (samples.y == 1)).sum())
    return f"{right} of {samples.size} are on the right side at the end."


@lru_cache(maxsize=64)
def _template(
    window: Box, names: tuple[str, str], last: int, area: float, logarithmic: bool, dark: bool, height: int
) -> dict[str, Any]:
    ink = palette(dark)
    click = plane_click(window, "across", "down", ("x", "y"))
    x, y = picture_axes(window, names)
    boundary = Entry("ŷ = 1/2", "stroke", ink.text)
    main: Layer = {
        "layer": [
            {**image_layer(), "transform": [{"filter": SHOWN}]},
            click.layer(ink.grid),
            *_boundary_layers(ink),
            sample_layer(ink, area, True, names, x=x, y=y),
            readout(ink),
            key_layer(ink, [*label_entries(ink), boundary]),
        ],
    }
    return {
        **settings(ink),
        "height": height,
        "params": [*epoch_slider(last), *beside_params(unit_ratio(window)), *click.params],
        "layer": [main, loss_panel(ink, last, logarithmic)],
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


def _boundary_layers(ink: Palette) -> list[Layer]:
    look = {"type": "line", "clip": True, "aria": False}
    encoding = {
        "x": field("x"),
        "y": field("y"),
        "detail": {"field": "line", "type": "nominal"},
        "order": {"value": None},
    }
    source = {"data": {"name": BOUNDARY}, "transform": [{"filter": SHOWN}]}
    wide = {**look, "color": ink.background, "strokeWidth": CURVE_WIDTH + 3}
    own = {**look, "color": ink.text, "strokeWidth": CURVE_WIDTH}
    return [
        {**source, "mark": wide, "encoding": encoding},
        {**source, "name": BOUNDARY, "mark": own, "encoding": encoding},
    ]
