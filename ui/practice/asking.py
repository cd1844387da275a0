"""One question on screen: its field, its hints one after another, the verdict, the worked solution."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from core.practice import Question
from core.practice.answering import ChoiceAnswer
from core.steps import Step
from ui import messages
from ui.messages import explained
from ui.practice.sheets import Sheet, mark
from ui.steps import focus, show

HINTS = 3
_LONGEST_TYPED = 300
_FIELD_WIDTH = 520
_ICONS = {True: ":green[:material/check_circle:]", False: ":red[:material/cancel:]"}


@dataclass(frozen=True)
class Move:
    """A way on from a question: what it is called, its key, and what it does."""

    label: str
    icon: str
    shortcut: str
    go: Callable[[], None]
    possible: bool = True


def ask(question: Question, sheet: Sheet, moves: tuple[Move, ...], *, once: bool) -> None:
    """The question with all that belongs to it. `once`: the first answer that can be read counts.

    The ways on are submit buttons like the check, so that what was typed is there when one comes back.
    """
    show(Step(question.text, question.latex, ""), "question")
    closed = sheet.done or (once and sheet.verdict is not None)
    with st.form(f"answer {sheet.name}", border=False):
        _field(question, sheet, closed)
        with st.container(horizontal=True, gap="small"):
            _button(sheet, "Check", "check", lambda: mark(sheet, question), possible=not closed)
            more = f"Hint {min(sheet.hints + 1, HINTS)} of {HINTS}"
            _button(sheet, more, "lightbulb", lambda: _open_hint(sheet), possible=sheet.hints < HINTS)
            _button(sheet, "Solution", "school", lambda: _open_solution(sheet), possible=not sheet.solved)
            for one in moves:
                _button(sheet, one.label, one.icon, one.go, one.shortcut, possible=one.possible)
    _verdict(sheet)
    with explained():
        _hints(question, sheet)
        if sheet.solved:
            _solution(question)
    focus(f"{sheet.name} {sheet.refused}")


def _field(question: Question, sheet: Sheet, closed: bool) -> None:
    """Choices to pick from, or a line in the language of the app."""
    expects = question.expects
    # A field that is closed in place loses its text in the browser (Streamlit 1.67): a new one shows it.
    key = f"{_key(sheet)}, closed" if closed else _key(sheet)
    if isinstance(expects, ChoiceAnswer):
        names = [option.name for option in expects.options]
        st.radio(
            "Your answer",
            names,
            index=names.index(sheet.typed) if sheet.typed in names else None,
            format_func=lambda name: expects.option(name).label,
            key=key,
            disabled=closed,
            horizontal=True,
        )
        return
    st.text_input(
        f"Your answer: {expects.invitation}",
        value=sheet.typed,
        key=key,
        max_chars=_LONGEST_TYPED,
        autocomplete="off",
        disabled=closed,
        help=expects.tolerance,
        width=_FIELD_WIDTH,
    )


def _button(
    sheet: Sheet,
    label: str,
    icon: str,
    act: Callable[[], None],
    shortcut: str | None = None,
    *,
    possible: bool,
) -> None:
    """A button that keeps what stands in the field before it does anything else."""
    st.form_submit_button(
        label,
        key=f"practice: {label.split(' ')[0]}",
        icon=f":material/{icon}:",
        on_click=_keep_and,
        args=(sheet, act),
        shortcut=shortcut,
        disabled=not possible,
    )


def _keep_and(sheet: Sheet, act: Callable[[], None]) -> None:
    sheet.typed = st.session_state.get(_key(sheet), sheet.typed) or ""
    act()


def _key(sheet: Sheet) -> str:
    return f"answer: {sheet.name}"


def _open_hint(sheet: Sheet) -> None:
    sheet.hints += 1


def _open_solution(sheet: Sheet) -> None:
    sheet.solved = True


def _verdict(sheet: Sheet) -> None:
    """Right or not and why, with the step where it went wrong; what cannot be read is only said."""
    verdict = sheet.verdict
    if sheet.mark.unread:
        messages.tell(sheet.mark.unread)
    if verdict is None:
        return
    messages.tell(verdict.sentence, _ICONS[verdict.right])
    if verdict.step is not None:
        with st.container(border=True, gap="small"):
            st.caption("Where it went wrong")
            show(verdict.step, "slip")


def _hints(question: Question, sheet: Sheet) -> None:
    if sheet.hints:
        for place, hint in enumerate(question.hints[: sheet.hints], start=1):
            show(replace(hint, title=f"Hint {place}. {hint.title}"), f"hint-{place}")


def _solution(question: Question) -> None:
    """The lesson's own worked steps, all of them."""
    messages.tell(f"The answer is {question.answer}.", ":gray[:material/school:]")
    for place, step in enumerate(question.solution):
        show(step, f"solution-{place}", folded=True)
