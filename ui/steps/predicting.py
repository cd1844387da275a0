"""Predict, then see: the value of the next line is typed before the line is shown.

Until it is shown the address stays at the step before, so that the picture does not tell either. Next asks,
Enter checks and shows, Next goes on; Next shows a line too that nobody wants to predict.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import streamlit as st

from core.errors import CalculusError
from core.practice import Prediction, Verdict, prediction
from core.steps import Step
from ui import address, messages
from ui.steps.blackboard import show
from ui.steps.focus import focus

WANTED = "steps: predict"
_ASKED = "steps: asked"
_SEEN = "steps: seen"
_UNREAD = "steps: unread"
_REFUSED = "steps: refused"
_LONGEST_TYPED = 200
_FIELD_WIDTH = 440
_ICONS = {True: ":green[:material/check_circle:]", False: ":red[:material/cancel:]"}

Line = tuple[str, str]
"""A step by its title and its line: the same one of another function is a new one to predict."""


@dataclass(frozen=True)
class Ahead:
    """The next line while it is hidden: its place among the steps, and what is to be typed."""

    place: int
    hidden: Prediction

    @property
    def line(self) -> Line:
        """What it will be when it is shown."""
        return _line(self.hidden.step)


def switch(*, possible: bool) -> None:
    """On or off; turned, it forgets what was seen, so that a second time can begin."""
    st.toggle("Predict", key=WANTED, disabled=not possible, on_change=_seen().clear)


def ahead(steps: Sequence[Step], current: int) -> Ahead | None:
    """The line after the current one, if it is to be predicted, can be, and was not seen yet."""
    if not _wanted() or current + 1 >= len(steps) or _line(steps[current + 1]) in _seen():
        return None
    hidden = prediction(steps[current + 1])
    return Ahead(current + 1, hidden) if hidden else None


def go_on(next_line: Ahead) -> None:
    """Ask for the next line; show it when it has been asked for."""
    if st.session_state.get(_ASKED) == next_line.line:
        _show(next_line, None)
    else:
        st.session_state[_ASKED] = next_line.line


def told(step: Step) -> Step:
    """Say what a prediction of this step was worth; the step as it is to be shown after that."""
    verdict = _seen().get(_line(step)) if _wanted() else None
    if verdict is None:
        return step
    messages.tell(verdict.sentence, _ICONS[verdict.right])
    # What is right was told with the step's own reason.
    return replace(step, why="") if verdict.right else step


def ask(next_line: Ahead | None) -> None:
    """The next line up to its result and a field for that, if it was asked for."""
    if next_line is not None and st.session_state.get(_ASKED) == next_line.line:
        hidden = next_line.hidden
        show(Step(hidden.title, hidden.latex, ""), str(next_line.place))
        _form(next_line)
        unread = st.session_state.pop(_UNREAD, "")
        if unread:
            messages.tell(unread)
    if _wanted():
        focus(repr((st.session_state.get(_ASKED), st.session_state.get(_REFUSED))), first=True)


def _form(next_line: Ahead) -> None:
    """The field and the two ways to the result."""
    field = f"prediction: {next_line.place}"
    with st.form(f"predict {next_line.place}", border=False):
        st.text_input(
            f"What comes next: {next_line.hidden.expects.invitation}",
            key=field,
            max_chars=_LONGEST_TYPED,
            autocomplete="off",
            help=next_line.hidden.expects.tolerance,
            width=_FIELD_WIDTH,
        )
        with st.container(horizontal=True):
            st.form_submit_button(
                "Check",
                key="predict: check",
                icon=":material/check:",
                on_click=_check,
                args=(next_line, field),
            )
            st.form_submit_button(
                "Show it",
                key="predict: show",
                icon=":material/visibility:",
                on_click=_show,
                args=(next_line, None),
            )


def _check(next_line: Ahead, field: str) -> None:
    """Nonsense is a sentence and shows nothing."""
    try:
        verdict = next_line.hidden.check(st.session_state[field])
    except CalculusError as reason:
        st.session_state[_UNREAD] = str(reason)
        st.session_state[_REFUSED] = st.session_state.get(_REFUSED, 0) + 1
    else:
        _show(next_line, verdict)


def _show(next_line: Ahead, verdict: Verdict | None) -> None:
    _seen()[next_line.line] = verdict
    address.go({"step": next_line.place}, entry=False)


def _wanted() -> bool:
    return bool(st.session_state.get(WANTED))


def _line(step: Step) -> Line:
    return step.title, step.latex


def _seen() -> dict[Line, Verdict | None]:
    """The lines that were shown, with the verdict on what was typed, if anything was."""
    return cast("dict[Line, Verdict | None]", st.session_state.setdefault(_SEEN, {}))
