"""Data brought along: pasted, or in a file. What cannot be read is said with its line and stays."""

import streamlit as st

from core.datasets import LIMITS, Reading, Samples, decoded, objection, read_table
from core.errors import CalculusError, SettingError
from core.models import MODELS, Model
from ui import address, messages
from ui.training.cells import STAY
from ui.training.chosen_data import take

_PASTE, _FILE = "pasted table", "uploaded table"
_TYPED, _TROUBLE, _READ = "training: pasted", "training: what is wrong", "training: how it was read"
_HEIGHT = 130
_UNDERSTOOD = ":gray[:material/check:]"


def brought(model: Model) -> None:
    """A field to paste into, a place for a file, and what is wrong with the last of them."""
    st.text_area(
        "Paste a table",
        st.session_state.get(_TYPED, ""),
        key=_PASTE,
        height=_HEIGHT,
        placeholder="hours, points\n1, 2\n2, 5\n3, 3",
        on_change=_pasted,
        args=(model,),
    )
    if _TROUBLE in st.session_state:
        messages.tell(st.session_state[_TROUBLE])
    elif st.session_state.get(_READ, ("",))[0] == address.text("data"):
        messages.tell(st.session_state[_READ][1], _UNDERSTOOD)
    fold = st.popover("CSV file", icon=":material/upload:", key="file", on_change="rerun")
    if fold.open:
        with fold:
            st.file_uploader(
                "A CSV file", type=["csv", "txt", "tsv"], key=_FILE, on_change=_uploaded, args=(model,)
            )
    st.caption(LIMITS)


def _pasted(model: Model) -> None:
    st.session_state[_TYPED] = text = st.session_state[_PASTE]
    st.session_state.pop(_TROUBLE, None)
    if text.strip():
        _take(text, model)


def _uploaded(model: Model) -> None:
    file = st.session_state[_FILE]
    st.session_state.pop(_TROUBLE, None)
    if file is not None:
        _take(file.getvalue(), model)


def _take(content: str | bytes, model: Model) -> None:
    """The table becomes the data, with a model that can learn from it; else the last good data stay."""
    try:
        reading = read_table(decoded(content) if isinstance(content, bytes) else content)
        learner = model_for(reading.samples, model)
    except CalculusError as error:
        st.session_state[_TROUBLE] = f"{error} {STAY}"
        return
    if learner is not model:
        address.go({"model": learner.name})
    take(reading.samples, learner)
    st.session_state[_READ] = address.text("data"), _understood(reading, learner, model)


def model_for(samples: Samples, model: Model) -> Model:
    """The model in hand if it can learn from these samples, else the simplest that can, labels first.

    Raises SettingError where none can, with what the model in hand has against them.
    """
    against = objection(model, samples)
    if against is None:
        return model
    able = [row for row in MODELS.values() if objection(row, samples) is None]
    if not able:
        raise SettingError(against, "data")
    return max(able, key=lambda row: row.labels)


def _understood(reading: Reading, learner: Model, model: Model) -> str:
    """What was read, and with which model."""
    rows, names = reading.samples.size, ", ".join(reading.samples.names)
    said = f"{'1 row' if rows == 1 else f'{rows} rows'} of {names}."
    changed = f" “{model.title}” cannot learn from it, “{learner.title}” can and is in hand now."
    return " ".join([said, *reading.notes]) + (changed if learner is not model else "")
