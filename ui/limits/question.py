"""Where the limit is taken: the point, as text, and the side to come from."""

import streamlit as st

from core.errors import CalculusError, SettingError
from core.expression import Expression, ExpressionError, UnfinishedExpression
from ui import address, messages
from ui.controls import begin, choice
from ui.limits.cached import Question

_LONGEST_TYPED = 100
_WIDTH = 90
_SIDES = {"both": "both", "left": "left", "right": "right"}


def question(function: Expression) -> Question:
    """The limit that is asked for; the last point that could be read stands while another is typed."""
    with st.container(horizontal=True, gap="small"):
        problem = _point_input()
        asked = Question(function.text, address.text("a"), address.text("side"))
        if not asked.point.infinite:
            choice("side", _SIDES)
    _explain(problem)
    return Question(function.text, address.text("a"), address.text("side"))


def _point_input() -> CalculusError | None:
    """Keep the text if it is a point; else what is wrong with it."""
    begin("a")
    problem = None
    try:
        address.keep("a", st.session_state["a"])
    except SettingError as error:
        problem = error
    st.text_input(
        address.key_of("a").label,
        value=st.session_state["a"],
        key="a",
        live="300ms",
        max_chars=_LONGEST_TYPED,
        autocomplete="off",
        placeholder="2, pi/2, oo",
        width=_WIDTH,
    )
    return problem


def _explain(problem: CalculusError | None) -> None:
    """The sentence, and the place in the text where it has one."""
    if problem is None:
        return
    cause = problem.__cause__
    if isinstance(cause, UnfinishedExpression):
        messages.tell(str(cause), icon=":gray[:material/more_horiz:]")
    elif isinstance(cause, ExpressionError):
        messages.point_at(st.session_state["a"].strip(), cause.position, str(problem))
    else:
        messages.tell(str(problem))
