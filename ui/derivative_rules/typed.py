"""A field for one more function: what is typed, and what is wrong with it."""

import streamlit as st

from core.errors import CalculusError
from core.expression import ExpressionError, UnfinishedExpression
from ui import address, messages
from ui.controls import begin

_LONGEST_TYPED = 1000
_LIVE = "300ms"


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
    if isinstance(problem, UnfinishedExpression):
        messages.tell(str(problem), icon=":gray[:material/more_horiz:]")
    elif isinstance(problem, ExpressionError):
        messages.point_at(st.session_state[name], problem.position, str(problem))
    elif problem is not None:
        messages.tell(str(problem))
    return problem is None


def _problem(name: str) -> CalculusError | None:
    """Keep the text if it is what the key holds; else what is wrong with it."""
    try:
        address.keep(name, st.session_state[name])
    except CalculusError as error:
        return error
    return None
