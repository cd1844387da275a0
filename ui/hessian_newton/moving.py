"""A click in a picture moves the point."""

from collections.abc import Mapping
from typing import Any

from ui import address

_KEYS = {"px": "px", "py": "py", "x": "px", "y": "py"}


def move(place: Mapping[str, Any]) -> None:
    """The clicked place of a map, or of a curve, becomes the point."""
    curve = set(place) == {"x"}
    address.go({"x0" if curve else _KEYS[name]: float(value) for name, value in place.items()})
