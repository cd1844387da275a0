"""A field for one more function: what is typed, and what is wrong with it."""

import streamlit as st

from core.errors import CalculusError
from core.expression import ExpressionError, UnfinishedExpression
from core.jacobian import ComponentError
from ui import address, messages
from ui.controls import begin

_LONGEST_TYPED = 1000
_LIVE = "300ms"
_LINES_HEIGHT = 104  # pixels, three lines
_GOES_ON = ":gray[:material/more_horiz:]"


def typed(name: str, *, live: bool = True, placeholder: str = "") -> bool:
    """The field of the key `name`; whether its text could be read. The last good one stands meanwhile."""
    begin(name)
    problem = _problem(name)
    st.text_input(
        address.key_of(name).label,
        value=st.session_state[name],
        key=name,
        live=_LIVE if live else False,
        max_chars=_LONGEST_TYPED,
        autocomplete="off",
        placeholder=placeholder,
    )
    _said(problem, st.session_state[name])
    return problem is None


def typed_lines(name: str, label: str = "") -> None:
    """The field of a vector function, one component a line; a message stands at its line.

    `label`: where the function is called otherwise than its key says.
    """
    begin(name)
    problem = _problem(name)
    st.text_area(
        label or address.key_of(name).label,
        value=st.session_state[name],
        key=name,
        height=_LINES_HEIGHT,
        max_chars=_LONGEST_TYPED,
    )
    _said(problem, st.session_state[name])


def _said(problem: CalculusError | None, text: str) -> None:
    """What is wrong, with a mark under its place; nothing is wrong with what only has to go on."""
    match problem:
        case None:
            return
        case UnfinishedExpression() | ComponentError(unfinished=True):
            messages.tell(str(problem), icon=_GOES_ON)
        case ComponentError():
            messages.point_at(problem.text, problem.position, str(problem))
        case ExpressionError():
            messages.point_at(text, problem.position, str(problem))
        case _:
            messages.tell(str(problem))


def _problem(name: str) -> CalculusError | None:
    """Keep the text if it is what the key holds; else what is wrong with it."""
    try:
        address.keep(name, st.session_state[name])
    except CalculusError as error:
        return error
    return None
