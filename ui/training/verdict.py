"""What the training did, in words, with its check; and a rate that works where this one does not."""

import streamlit as st

from core.numbers import number
from core.training import Training, verdict
from ui import address, checks, messages
from ui.training.cached import loss_check_of, step_check_of, working_rate_of
from ui.training.chosen_data import take_set, usual_set
from ui.training.running import is_under_way, training_of
from ui.training.setting import Setting

_TITLES = {
    "diverged": ("Runs away", "red"),
    "risen": ("Ends higher", "red"),
    "converged": ("Converged", "green"),
    "settled": ("Settled", "green"),
    "falling": ("Still falling", "green"),
    "noisy": ("Noisy", "orange"),
    "swings": ("Swings", "orange"),
    "stuck": ("Hardly moved", "orange"),
    "flat-start": ("Nothing to do", "orange"),
}
_UNDER_WAY = "A long training goes on beside the page; what there is of it is drawn."
_AT_ONCE = 1000
"""Samples times parameters that are checked in every run; more of them take longer than a drawing."""
_NOTHING_TO_CHECK = "There was no step to take again."
_MEANING = "What the loss on all data did over the epochs, the last quarter of them above all."


def said(setting: Setting) -> Training | None:
    """The training with its verdict; None where there is none, with the reason unless the data are it."""
    if setting.objection is not None:
        return None
    with messages.explained():
        training = training_of(setting)
        if is_under_way(setting):
            messages.headline("Under way", "gray", _UNDER_WAY)
            st.text(f"The picture shows the first {training.epochs} epochs.")
        else:
            _kind(setting, training)
        return training
    return None


def _kind(setting: Setting, training: Training) -> None:
    """The kind of training, its sentence, the check of its last step."""
    found = verdict(training)
    with st.container(gap=None):
        messages.headline(*_TITLES[found.kind], _MEANING)
        st.text(found.sentence)
        with st.container(horizontal=True, vertical_alignment="center"):
            _check(training)
            if found.kind in ("diverged", "risen"):
                _another_rate(setting)


def _check(training: Training) -> None:
    """The mark of the last step; where fifty digits take their time, made when it is asked for."""
    if training.samples.size * len(training.names) <= _AT_ONCE:
        check = step_check_of(training) or loss_check_of(training)
        if check is not None:
            checks.show(check)
        return
    fold = st.popover(
        "Check it a second way",
        icon=":material/verified:",
        type="tertiary",
        key="check of training",
        on_change="rerun",
    )
    if fold.open:
        with fold:
            check = step_check_of(training) or loss_check_of(training)
            st.text(check.compared if check is not None else _NOTHING_TO_CHECK)
            if check is not None:
                st.code(checks.comparison(check), language=None)


def _another_rate(setting: Setting) -> None:
    rate = working_rate_of(setting.model, setting.samples, setting.plan)
    if rate is None:
        return
    st.button(
        f"Take η = {number(rate)}",
        key="working rate",
        icon=":material/arrow_forward:",
        on_click=address.go,
        args=({"eta": rate},),
        kwargs={"entry": False},
    )


def objection(setting: Setting) -> None:
    """Why nothing can be learned from the data in hand, and a set from which something can."""
    if setting.objection is None:
        return
    messages.tell(setting.objection)
    usual = usual_set(setting.model)
    st.button(
        f"Take the set “{usual.title}”",
        key="usual set",
        icon=":material/arrow_forward:",
        on_click=take_set,
        args=(usual.name,),
    )
