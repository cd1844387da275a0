"""What the lesson is set by: the function, the place x₀, how many derivatives, and how they are written."""

from dataclasses import dataclass
from typing import cast

import streamlit as st

from core.derivation import Derivation, HigherDerivatives
from core.derivation.writing.hand import Notation
from core.expression import Expression
from core.windows import Window
from ui import address
from ui.cached import parsed
from ui.controls import choice, slider
from ui.derivative_rules.cached import derivation_of, higher_of
from ui.keys import YOUR_TURN
from ui.tabs import KEY
from ui.view import window_of

NAMES = ("f", "f′", "f″", "f‴", "f⁽⁴⁾", "f⁽⁵⁾")
_FARTHEST = 1e6


@dataclass(frozen=True)
class Setting:
    """All that a picture or a tab is computed from."""

    text: str
    x0: float
    order: int
    notation: Notation

    @property
    def function(self) -> Expression:
        """The function itself."""
        return parsed(self.text, ("x",))

    @property
    def derivation(self) -> Derivation:
        """f′ by the rules."""
        return derivation_of(self.text)

    @property
    def higher(self) -> HigherDerivatives:
        """f′, f″ and so on, as many as are asked for."""
        return higher_of(self.text, self.order)

    @property
    def window(self) -> Window:
        """The function's own window with x₀ in it, unless x₀ is so far out that nothing else would show."""
        return window_of(self.function, (self.x0 if abs(self.x0) <= _FARTHEST else 0.0,))


def controls(function: Expression) -> Setting:
    """The place and the number of derivatives, beside the picture."""
    x0 = slider("x0")
    order = choice("order", dict(zip("12345", NAMES[1:], strict=True)), bare=True)
    if st.session_state.get("notation"):  # its control stands further down, among the steps
        address.keep("notation", st.session_state["notation"])
    return Setting(function.text, x0, int(order), cast(Notation, address.text("notation")))


def is_your_turn() -> bool:
    """Whether the reader works the derivative out; the page then keeps it to itself."""
    return str(st.session_state.get(KEY, address.text(KEY))) == YOUR_TURN
