"""An image of few colours inside the data of a picture: a PNG made here, and the layer that shows it."""

import struct
import zlib
from base64 import b64encode

import numpy as np
from numpy.typing import NDArray

from charts.encodings import Layer


def data_address(index: NDArray[np.uint8], colours: NDArray[np.uint8]) -> str:
    """The PNG as a data: address, the topmost row first."""
    return "data:image/png;base64," + b64encode(png(index, colours)).decode()


def png(index: NDArray[np.uint8], colours: NDArray[np.uint8]) -> bytes:
    """A PNG of colour numbers (rows, columns) and their palette (n ≤ 256, 3); PNG specification, §11.

    >>> png(np.zeros((1, 1), dtype=np.uint8), np.zeros((1, 3), dtype=np.uint8))[:4]
    b'\\x89PNG'
    """
    rows, columns = index.shape
    # Each row is preceded by the number of its filter, 0 for none.
    lines = np.hstack([np.zeros((rows, 1), dtype=np.uint8), index]).tobytes()
    head = struct.pack(">IIBBBBB", columns, rows, 8, 3, 0, 0, 0)
    parts = (b"IHDR", head), (b"PLTE", colours.tobytes()), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def rgb(colour: str) -> NDArray[np.float64]:
    """#RRGGBB as three numbers from 0 to 255 (3,)."""
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float64)


def image_layer() -> Layer:
    """The image of the data set "image" over the panel of `across` × `down` pixels at the top left."""
    size = {"width": {"expr": "across"}, "height": {"expr": "down"}}
    corner = {"x": 0, "y": 0, "align": "left", "baseline": "top", "aspect": False, "aria": False}
    return {
        "name": "image",
        "data": {"name": "image"},
        "mark": {"type": "image", **corner, **size},
        "encoding": {"url": {"field": "url", "type": "nominal"}},
    }
