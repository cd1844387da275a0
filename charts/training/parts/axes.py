"""The axes of a picture that shares its view with another one: across × down pixels at the top left."""

from charts.clipping import Box
from charts.encodings import Layer
from charts.plane import plane_axes

_BESIDE = {"titleAlign": "right", "titlePadding": 2}
"""A short name beside the numbers of its axis, not over them."""


def picture_axes(window: Box, names: tuple[str, str]) -> tuple[Layer, Layer]:
    """The axes of the plane under the names of two columns or two parameters.

    A long name stands along its axis. Names that people typed are titles and nothing else.
    """
    x, y = plane_axes(window)
    turned = _BESIDE if len(names[1]) <= 2 else {"titleAngle": -90}
    return (
        {**x, "axis": {**x["axis"], "title": names[0]}},
        {**y, "axis": {**y["axis"], "title": names[1], **turned}},
    )
