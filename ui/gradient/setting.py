"""What the lesson is set by: the function, the point to stand on, the direction to look in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from core.expression import Expression
from core.sampling.contours import LevelCurves
from core.slopes import Standing, stretched
from core.windows import Window
from ui import address
from ui.cached import levels_of, parsed
from ui.controls import slider
from ui.gradient.cached import PLANE, Point, standing_of, window_of
from ui.messages import explained
from ui.view import ends_by_hand, view_controls


@dataclass(frozen=True)
class Setting:
    """All that a picture or a tab is computed from."""

    text: str
    point: Point
    angle: float
    window: Window

    @property
    def function(self) -> Expression:
        """The function itself."""
        return parsed(self.text, PLANE)

    @property
    def here(self) -> Standing:
        """Which way is up at the point, or why that cannot be said."""
        return standing_of(self.text, self.point)

    @property
    def levels(self) -> LevelCurves:
        """The level curves in the window."""
        return levels_of(self.text, self.window.x, self.window.y)


def controls(function: Expression) -> Setting:
    """The point and the direction, beside the picture; the point always stands inside the window."""
    with st.container(gap="xsmall"):
        point = (slider("px"), slider("py"))
        angle = slider("angle")
    return Setting(function.text, point, angle, _window(function, point))


def _window(function: Expression, point: Point) -> Window:
    """The function's own window, or the one set by hand with the point in it."""
    own = window_of(function.text, point)
    chosen = ends_by_hand(own)
    with explained():
        return own if chosen == own else stretched(chosen, point)
    return own


def window_fold() -> None:
    """The ends of the map by hand, made when the fold opens."""
    fold = st.popover("Window", icon=":material/crop_free:", type="tertiary", key="window", on_change="rerun")
    if fold.open:
        with fold:
            view_controls()


def stand_at(place: Mapping[str, Any]) -> None:
    """The clicked place becomes the point."""
    address.go({name: float(place[name]) for name in ("px", "py")})
