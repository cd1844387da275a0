"""The loss: from step to step, and over the parameters where there are two of them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import streamlit as st

from charts.training import loss_chart, parameters_chart
from core.losses import landscape_window
from core.numbers import number
from core.training import Training, smoothing
from ui import address, checks, pictures
from ui.keys import canonical
from ui.shell import dark
from ui.training.cached import closed_form_of, drawn_start_of, levels_of, loss_check_of
from ui.training.running import training_of
from ui.training.setting import Setting

_AT_THE_END = ":gray[:material/flag:]"


def loss(setting: Setting) -> None:
    """The formula, the loss of batches and of all data, the way of two parameters."""
    training = training_of(setting)
    model = setting.model
    st.latex(
        rf"{model.prediction_latex} \qquad {model.loss_latex} \qquad \text{{loss}} = \tfrac{{1}}{{n}} \sum L"
    )
    two = len(training.names) == 2
    places = st.columns(2, gap="medium") if two else [st.container()]
    with places[0]:
        _by_step(setting, training)
    if two:
        with places[1]:
            _by_parameters(setting, training)


def _by_step(setting: Setting, training: Training) -> None:
    closed = closed_form_of(setting.model, setting.samples)
    least = closed.loss if closed is not None and closed.parameters is not None else None
    pictures.show(loss_chart(training=training, closed=least, dark=dark()), "loss")
    n = setting.samples.size
    if training.plan.full(n):
        st.caption(f"Every step sees all {n} samples: one step an epoch.")
    else:
        st.caption(
            f"Every step sees {training.plan.batch} of {n} samples: {training.plan.steps_an_epoch(n)} steps "
            f"an epoch. Smoothed by a fading average ({smoothing.SOURCE}):"
        )
        st.latex(smoothing.LATEX, width="content")
    check = loss_check_of(training)
    if check is not None:
        checks.said(_reached(training), check, _AT_THE_END)


def _reached(training: Training) -> str:
    """The last finite loss, in a sentence."""
    last = int(np.flatnonzero(np.isfinite(training.epoch_losses))[-1])
    value = number(float(training.epoch_losses[last]))
    return f"The loss on all data after epoch {last}, the mean over {training.samples.size} samples: {value}."


def _by_parameters(setting: Setting, training: Training) -> None:
    """Level curves around where the training is heading."""
    closed = closed_form_of(setting.model, setting.samples)
    best = None if closed is None else closed.parameters
    known = training.parameters[np.isfinite(training.parameters).all(axis=1)]
    drawn_start = drawn_start_of(setting.model, setting.samples, setting.plan)
    window = landscape_window(drawn_start, known[-1] if best is None else best)
    drawn = parameters_chart(
        training=training,
        levels=levels_of(setting.model, setting.samples, window),
        window=window,
        closed=best,
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(drawn, "parameters", on_click=_start)
        st.caption("The same training over the loss on all data, one point an epoch. Click to start there.")
    if setting.start:
        st.button("Start where the seed says", key="drawn start", on_click=address.go, args=({"start": ""},))


def _start(place: Mapping[str, Any]) -> None:
    """Training begins where the click was."""
    address.go({"start": f"{canonical(float(place['x']))},{canonical(float(place['y']))}"})
