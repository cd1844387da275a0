"""Which data are in hand: a named set, a table of the reader's own, or one that is too long for a link."""

from dataclasses import dataclass
from typing import cast

import streamlit as st

from core.datasets import DATASETS, Samples, written
from core.datasets.dataset import Dataset
from core.models import Model
from ui import address, messages
from ui.controls import knob_values
from ui.training.cached import objection_of, samples_of

OWN = "own"
_MINE, _LONG, _MENU = "training: own table", "training: long table", "data: menu"


@dataclass(frozen=True, eq=False)
class LongTable:
    """A table that no link holds, and the text of `data` beside which it stands."""

    beside: str
    samples: Samples


def text_and_samples() -> tuple[str, Samples]:
    """The text of `data`, and the samples in hand; the same object as long as they are the same."""
    text = address.text("data")
    long = long_table()
    if long is not None:
        return text, long
    if not is_own(text):
        return text, samples_of(text, address.whole("seed") if DATASETS[text].random else 0, knobs_in_hand())
    st.session_state[_MINE] = samples_of(text, 0)
    return text, samples_of(text, 0)


def is_own(text: str) -> bool:
    """Whether a text of `data` is a table and not the name of a set."""
    return text not in DATASETS


def long_table() -> Samples | None:
    """The table in hand that is too long for a link, if any."""
    long = cast(LongTable | None, st.session_state.get(_LONG))
    return long.samples if long is not None and long.beside == address.text("data") else None


def knobs_in_hand() -> tuple[tuple[str, float], ...]:
    """The knobs of the named set in hand."""
    return knob_values(DATASETS[address.text("data")])


def take(samples: Samples, model: Model) -> None:
    """From a callback: these samples become the data.

    A table too long for a link stays in this window, and the link holds a named set.
    """
    text, before = address.text("data"), text_and_samples()[1]
    short = written(samples)
    beside = short or (usual_set(model).name if is_own(text) else text)
    st.session_state[_MINE] = samples
    st.session_state[_LONG] = LongTable(beside, samples) if short is None else None
    address.go({"data": beside, **_batch_of(samples, before)})


def take_set(name: str) -> None:
    """This named set becomes the data."""
    before = text_and_samples()[1]
    st.session_state[_LONG] = None
    address.go({"data": name}, entry=False)
    address.go(_batch_of(text_and_samples()[1], before), entry=False)


def _batch_of(samples: Samples, before: Samples) -> dict[str, int]:
    """A batch that was all data stays all data."""
    return {"batch": samples.size} if address.whole("batch") >= before.size else {}


def usual_set(model: Model) -> Dataset:
    """The named set that shows this model best."""
    fitting = [row for row in DATASETS.values() if model.name in row.fits]
    return min(fitting, key=lambda row: row.fits.index(model.name))


def data_menu(model: Model) -> None:
    """The sets that fit the model, and the reader's own table."""
    options = _options(model)
    in_hand = OWN if long_table() is not None or is_own(address.text("data")) else address.text("data")
    st.session_state[_MENU] = in_hand
    st.selectbox(
        address.key_of("data").label,
        list(options),
        list(options).index(in_hand),
        options.__getitem__,
        key=_MENU,
        on_change=_choose,
        args=(model,),
    )


def data_note() -> None:
    """Why the data are others than those asked for, as long as they stand."""
    if "data" in address.notes():
        messages.tell(address.notes()["data"], ":orange[:material/info:]")


def _options(model: Model) -> dict[str, str]:
    text = address.text("data")
    known = {row.name: row.title for row in DATASETS.values() if model.name in row.fits or row.name == text}
    mine = cast(Samples | None, st.session_state.get(_MINE))
    in_hand = long_table() is not None or is_own(text)
    if mine is None or not (in_hand or objection_of(model, mine) is None):
        return known
    rows = "1 row" if mine.size == 1 else f"{mine.size} rows"
    return {**known, OWN: f"Your table, {rows}"}


def _choose(model: Model) -> None:
    chosen = st.session_state[_MENU]
    if chosen == OWN:
        take(st.session_state[_MINE], model)
    else:
        take_set(chosen)
