"""The closed form: where training is heading, found without training, beside where it stands."""

import streamlit as st

from core.closed_form import NO_WAY, ClosedForm
from core.numbers import number
from core.training import Training
from ui import checks, messages
from ui.steps import worked_steps
from ui.training.cached import closed_form_of
from ui.training.running import training_of
from ui.training.setting import Setting

_GOAL = ":green[:material/flag:]"
_NONE = ":gray[:material/info:]"


def closed(setting: Setting) -> None:
    """The way there in worked steps, and how far the training is from it."""
    training = training_of(setting)
    found = closed_form_of(setting.model, setting.samples)
    if found is None:
        messages.tell(NO_WAY, _NONE)
        return
    left, right = st.columns([3, 2], gap="medium")
    with right:
        if found.check is None:
            messages.tell(found.sentence, _GOAL if found.parameters is not None else _NONE)
        else:
            checks.said(found.sentence, found.check, _GOAL)
        _beside(training, found)
    with left:
        if len(found.steps):
            worked_steps(found.steps)


def _beside(training: Training, found: ClosedForm) -> None:
    """Parameters and loss of the training beside those of the closed form."""
    if found.parameters is None:
        return
    here, there = training.parameters[-1].tolist(), found.parameters.tolist()
    loss = float(training.epoch_losses[-1])
    exact = [str(value) for value in found.exact] if found.exact is not None else [number(v) for v in there]
    st.table(
        {
            "": [*training.called, "loss"],
            "closed form": [*(text.replace("-", "−") for text in exact), number(found.loss)],
            f"after epoch {training.epochs}": [*map(number, here), number(loss)],
            "still to go": [
                *(number(a - b, 3) for a, b in zip(there, here, strict=True)),
                number(found.loss - loss, 3),
            ],
        },
        hide_index=True,
        border="horizontal",
    )
