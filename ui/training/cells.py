"""The data as cells to edit: what is edited becomes the data at once; what cannot be used stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import streamlit as st

from core.datasets import Samples, edited, require_fit
from core.errors import CalculusError
from core.models import Model
from ui import messages
from ui.training.chosen_data import take

STAY = "The data before this stay in use."
_EDITOR, _TROUBLE = "training: editor", "training: what is wrong in the cells"
_ROW, _LEAST_HEIGHT, _MOST_HEIGHT = 35, 220, 360  # pixels
Rows = Sequence[Sequence[float | None]]


@dataclass(frozen=True, eq=False)
class Trouble:
    """What is wrong with the cells, and the cells."""

    sentence: str
    rows: Rows


@dataclass(frozen=True, eq=False)
class Editor:
    """The rows the editor began with, the data its edits have made, and which editor this is.

    Streamlit keeps edits as long as the table under them is the same; so it is until other data come.
    """

    began: Rows
    now: Samples
    number: int

    @property
    def key(self) -> str:
        """Its name among the widgets: another table is another editor."""
        return f"table {self.number}"


def cells(samples: Samples, model: Model) -> None:
    """The editor of these samples, and below it what is wrong with the last edit."""
    editor = _editor(samples)
    st.caption("Change a cell, add a row at the end, or mark rows and delete them.")
    columns = np.array(editor.began, dtype=np.float64).reshape(-1, len(samples.names)).T
    st.data_editor(
        dict(zip(samples.names, columns, strict=True)),
        key=editor.key,
        num_rows="dynamic",
        height=min(max(_ROW * (len(editor.began) + 3), _LEAST_HEIGHT), _MOST_HEIGHT),
        on_change=_take_edits,
        args=(editor, model),
    )
    if _TROUBLE in st.session_state:
        messages.tell(f"{st.session_state[_TROUBLE].sentence} {STAY}")


def edited_rows(began: Rows, changes: Mapping[str, Any], names: Sequence[str]) -> Rows:
    """The rows (n, d + 1) after the changes that Streamlit's editor reports, None for an empty cell.

    >>> edited_rows([[1, 2], [3, 4]], {"edited_rows": {0: {"y": 5}}, "deleted_rows": [1]}, ("x", "y"))
    [[1, 5]]
    """
    rows = [list(row) for row in began]
    for place, changed in changes.get("edited_rows", {}).items():
        for name, value in changed.items():
            rows[int(place)][names.index(name)] = value
    gone = set(changes.get("deleted_rows", ()))
    added = [[row.get(name) for name in names] for row in changes.get("added_rows", ())]
    return [row for place, row in enumerate(rows) if place not in gone] + added


def _editor(samples: Samples) -> Editor:
    """The editor in hand goes on as long as the data are what it made of them; else a new one begins.

    Streamlit forgets the edits of a table that was off the screen. It then begins with the data in use, or
    with what was typed and could not be used.
    """
    editor = cast(Editor | None, st.session_state.get(_EDITOR))
    same = editor is not None and _same(editor.now, samples)
    if editor is not None and same and editor.key in st.session_state:
        return editor
    if not same:
        st.session_state.pop(_TROUBLE, None)
    trouble = cast(Trouble | None, st.session_state.get(_TROUBLE))
    rows = cast(Rows, samples.table.tolist()) if trouble is None else trouble.rows
    st.session_state[_EDITOR] = Editor(rows, samples, 0 if editor is None else editor.number + 1)
    return cast(Editor, st.session_state[_EDITOR])


def _same(a: Samples, b: Samples) -> bool:
    return a is b or (a.names == b.names and a.table.tolist() == b.table.tolist())


def _take_edits(editor: Editor, model: Model) -> None:
    """What was edited becomes the data; what nothing can be learned from is said."""
    names = editor.now.names
    rows = edited_rows(editor.began, st.session_state[editor.key], names)
    try:
        samples = edited(rows, names)
        require_fit(model, samples)
    except CalculusError as error:
        st.session_state[_TROUBLE] = Trouble(str(error), rows)
        return
    st.session_state.pop(_TROUBLE, None)
    st.session_state[_EDITOR] = Editor(editor.began, samples, editor.number)
    take(samples, model)
