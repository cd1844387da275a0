"""The field a function is typed into: its echo, its help, and what is wrong with it."""

import streamlit as st

from core.errors import CalculusError
from core.expression import Expression, ExpressionError, UnfinishedExpression
from ui import address, messages
from ui.cached import parsed
from ui.controls import begin
from ui.examples import example_picker
from ui.keypad import keypad
from ui.keys import FUNCTION_VARIABLES
from ui.language import language_popover

_ECHO_WIDTH = 318
_LONGEST_TYPED = 1000  # the language stops at 300 with a sentence; beyond this nothing is sent at all


def function_key() -> str:
    """The key of the function on screen: "f" of x, or "g" of x and y, as the switch beside it stands now."""
    if st.session_state.get("dim"):
        address.keep("dim", st.session_state["dim"])
    return "g" if address.text("dim") == "2" else "f"


def function_input(name: str, lesson: str) -> Expression:
    """The text under the key `name` with echo, help and examples; the last good function while one types."""
    begin(name)
    problem = _problem(st.session_state[name], name)
    row = st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall")
    with row:
        st.text_input(
            address.key_of(name).label,
            value=st.session_state[name],
            key=name,
            live="300ms",
            max_chars=_LONGEST_TYPED,
            autocomplete="off",
            icon=_icon(problem),
        )
        keypad(name, FUNCTION_VARIABLES[name])
        language_popover()
        example_picker(lesson)
    function = parsed(address.text(name), FUNCTION_VARIABLES[name])
    with row, st.container(key="echo", width=_ECHO_WIDTH):
        _echo(function, problem)
    if problem is not None and not isinstance(problem, UnfinishedExpression):
        messages.point_at(st.session_state[name], problem.position, str(problem))
        _offer_second_variable(st.session_state[name], name)
    return function


def _echo(function: Expression, problem: ExpressionError | None) -> None:
    """How the function was read, or what an unfinished text still needs."""
    if isinstance(problem, UnfinishedExpression):
        messages.tell(str(problem), icon=":gray[:material/more_horiz:]")
        return
    if problem is not None:
        st.caption("Shown until the text can be read:")
    # A long formula breaks at its signs in a line of text; st.latex would run out of the screen.
    st.markdown(rf"$\displaystyle f({', '.join(function.variables)}) = {function.latex}$")


def _offer_second_variable(text: str, name: str) -> None:
    """A function of x and y in the field for x belongs into the other one."""
    if name != "f" or not address.has("dim"):
        return
    try:
        parsed(text, FUNCTION_VARIABLES["g"])
    except CalculusError:
        return
    st.button(
        "Read it as f(x, y)",
        icon=":material/arrow_forward:",
        on_click=address.go,
        args=({"dim": "2", "g": text, "f": address.text("f")},),
    )


def _problem(text: str, name: str) -> ExpressionError | None:
    """Keep the text if it is a function; else what is wrong with it."""
    try:
        address.keep(name, text)
    except ExpressionError as error:
        return error
    return None


def _icon(problem: ExpressionError | None) -> str:
    if problem is None:
        return ":material/function:"
    if isinstance(problem, UnfinishedExpression):
        return ":material/more_horiz:"
    return ":material/error:"
