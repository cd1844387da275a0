"""The help beside a function: what one can type, from the tables of the language itself."""

import streamlit as st

from core.expression.language_help import language_help

_WIDTH = 640


def language_popover() -> None:
    """A button that opens to how a text is read, and to every function there is; made when it opens."""
    help_button = st.popover("Help", icon=":material/help:", key="language help", on_change="rerun")
    if not help_button.open:
        return
    known = language_help()
    with help_button, st.container(width=_WIDTH):
        st.table(
            {
                "you type": [_code(reading.typed) for reading in known.readings],
                "it means": [_code(reading.means) for reading in known.readings],
                "because": [reading.rule for reading in known.readings],
            },
            hide_index=True,
        )
        st.table(
            {
                "function": [", ".join(map(_code, row.spellings)) for row in known.functions],
                "what it is": [row.doc for row in known.functions],
                "for example": [_code(row.example) for row in known.functions],
            },
            hide_index=True,
        )


def _code(text: str) -> str:
    """Markdown for a text of the language; our own texts hold no backtick."""
    return f"`{text}`"
