"""The part of a page that its controls move: it runs alone, and what frames it is not sent again.

A moved slider costs the browser most, and that grows with the messages of a run. Without title, function,
sidebar and links a run sends half of them (docs/architecture.md).
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from ui import address, checks
from ui.messages import explained
from ui.sharing import OPEN as SHARE
from ui.take_home import OPEN as TAKE_HOME

Given = ParamSpec("Given")
_FRAMED = "frame: drawn for"
_TYPED = ("f", "g", "dim")


def moving(body: Callable[Given, None]) -> Callable[Given, None]:
    """Let `body` run alone when a control in it moves, and with the whole page otherwise.

    The whole page runs when the function changed, or when anything else did that is shown outside.
    A CalculusError ends the body with its sentence. The address follows when the body is done.
    """

    @st.fragment
    @wraps(body)
    def alone(*given: Given.args, **named: Given.kwargs) -> None:
        _mind_the_frame()
        checks.begin()
        with explained():
            body(*given, **named)
        _mind_the_frame()
        address.follow()

    @wraps(body)
    def framed(*given: Given.args, **named: Given.kwargs) -> None:
        st.session_state[_FRAMED] = _frame()
        alone(*given, **named)

    return framed


def _mind_the_frame() -> None:
    """Begin again with the whole page where what is outside shows something that is no longer so."""
    if st.session_state[_FRAMED] != _frame():
        st.rerun()


def _frame() -> tuple[object, ...]:
    """What is shown outside: the function, what was refused, and every value while a fold there shows it."""
    using = any(st.session_state.get(fold) for fold in (SHARE, TAKE_HOME))
    shared = address.shared() if using else None
    return *map(st.session_state.get, _TYPED), address.refused(), shared
