"""What the lesson is set by: the function, the point, the window."""

from dataclasses import dataclass

import streamlit as st

from core.expression import Expression
from core.iterating.beginning import start_keys
from core.windows import Window
from ui.cached import parsed
from ui.controls import choice, slider
from ui.view import view_controls, window_of


@dataclass(frozen=True)
class Setting:
    """All that every part is computed from."""

    text: str
    variables: tuple[str, ...]
    point: tuple[float, ...]
    window: Window

    @property
    def function(self) -> Expression:
        """The function itself."""
        return parsed(self.text, self.variables)

    @property
    def box(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The window as the pictures take it."""
        return self.window.x, self.window.y

    @property
    def reach(self) -> float:
        """How far about the point a local picture goes: 0.22 of the window's shorter side."""
        return 0.22 * min(high - low for low, high in self.box)


def controls(function: Expression) -> Setting:
    """One or two variables, the window, and the point."""
    with st.container(horizontal=True, vertical_alignment="center"):
        choice("dim", {"1": "f(x)", "2": "f(x, y)"}, bare=True)
        fold = st.popover("Window", icon=":material/crop_free:", key="window", on_change="rerun")
        if fold.open:
            with fold:
                view_controls()
    point = tuple(slider(key) for key in start_keys(len(function.variables)))
    return Setting(function.text, function.variables, point, window_of(function, point))
