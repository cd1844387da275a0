"""The picture on top: the data and what the model says, epoch by epoch; a click adds a sample."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from charts.picture import Picture
from charts.training import field_chart, number_line_chart, scatter_chart, truth_chart
from core.datasets import MOST_ROWS, with_point
from core.training import Training
from ui import address, pictures
from ui.controls import choice
from ui.shell import dark
from ui.training.cached import closed_form_of, objection_of
from ui.training.chosen_data import take, text_and_samples
from ui.training.setting import Setting

_FIELD = 330
_ADDS = "Slide through the epochs. Click to add a sample."
_TRUTH = "Slide through the epochs. Every sample by what is true of it and what the model says."
FULL = f"There are {MOST_ROWS} samples already, and more are not taken."


def picture(setting: Setting, training: Training) -> None:
    """The one picture that fits the model and the columns of the data."""
    inputs = len(setting.samples.columns)
    clickable = inputs < 2 or (inputs == 2 and setting.model.labels)
    with st.container(gap=None):
        pictures.show(
            drawn(setting, training),
            f"training in {inputs}",
            on_click=(lambda place: _add(setting, place)) if clickable else None,
        )
        if inputs < 2 or not clickable:
            st.caption(_ADDS if clickable else _TRUTH)
            return
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(_ADDS, width="content")
            choice("label", {"1": "Adds 1", "0": "Adds 0"}, bare=True)


def drawn(setting: Setting, training: Training) -> Picture:
    """The picture of the data and of what a training made of the model."""
    samples, closed = setting.samples, closed_form_of(setting.model, setting.samples)
    best = None if closed is None else closed.parameters
    match len(samples.columns):
        case 0:
            one = None if best is None else float(best[0])
            return number_line_chart(training=training, closed=one, dark=dark())
        case 1:
            return scatter_chart(training=training, closed=best, dark=dark())
        case 2 if setting.model.labels:
            return field_chart(training=training, dark=dark(), height=_FIELD)
    return truth_chart(training=training, dark=dark())


def _add(setting: Setting, place: Mapping[str, Any]) -> None:
    """One sample more where the click was; what the model could not learn from is not taken.

    Of two clicks in a hurry the second finds the first one's sample among the data already.
    """
    samples = text_and_samples()[1]
    if samples.names != setting.samples.names:
        return
    if samples.size >= MOST_ROWS:
        address.notes()["data"] = FULL
        return
    more = with_point(samples, _values(setting, place))
    objection = objection_of(setting.model, more)
    if objection is not None:
        address.notes()["data"] = objection
        return
    take(more, setting.model)


def _values(setting: Setting, place: Mapping[str, Any]) -> tuple[float, ...]:
    """The row of a click: columns of x first, y last, a label snapped to 0 or 1."""
    labels, inputs = setting.model.labels, len(setting.samples.columns)
    x = tuple(float(place[name]) for name in ("x", "y")[:inputs])
    if inputs == 2:
        return (*x, float(address.text("label")))
    y = float(place["x"] if inputs == 0 else place["y"])
    return (*x, float(y >= 1 / 2) if labels else y)
