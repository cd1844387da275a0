"""What the lesson is set by: the function, the place, h, the number format, the formula."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from core.differences import POWERS_OF_TWO, ErrorCurve
from core.differencing.stencils import STENCILS
from core.expression import Expression
from core.floating.formats import FORMATS
from ui import address
from ui.cached import parsed
from ui.controls import RAILS, choice, menu, number, slider
from ui.numerical_error.cached import error_curve_of

GRIDS: Mapping[str, tuple[float, ...]] = {
    "decimal": tuple(map(float, RAILS["h"])),
    "binary": tuple(POWERS_OF_TWO.tolist()),
}
"""The h of the picture: those of the slider, or powers of two, which are stored exactly."""


@dataclass(frozen=True)
class Setting:
    """All that a picture or a tab is computed from, as text and numbers."""

    text: str
    x0: float
    h: float
    dtype: str
    stencil: str

    @property
    def function(self) -> Expression:
        """The function itself."""
        return parsed(self.text, ("x",))

    def curves(self, names: Sequence[str]) -> tuple[ErrorCurve, ...]:
        """The error curves of these formulas over the grid that is set now.

        Raises SettingError for what cannot be used.
        """
        h = GRIDS[address.text("grid")]
        return tuple(error_curve_of(self.text, self.x0, name, self.dtype, h) for name in names)


def controls(function: Expression) -> Setting:
    """The controls beside the picture."""
    place, formula = st.columns([2, 3], gap="small")
    with place:
        x0 = number("x0")
    with formula:
        stencil = menu("stencil", {name: row.label for name, row in STENCILS.items()})
    h = slider("h")
    dtype = choice("dtype", {name: name for name in reversed(FORMATS)}, bare=True)
    return Setting(function.text, x0, h, dtype, stencil)
