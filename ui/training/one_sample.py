"""One sample: its gradient worked out, and the gradient of all of them against difference quotients."""

import streamlit as st

from core.models.checking import checked_rows, corner_sentence, worst
from core.models.many_digits import DIGITS
from core.numbers import number, rounded_point
from core.training import Training
from ui import checks, messages
from ui.steps import worked_steps
from ui.training.cached import gradient_checks_of, sample_steps_of
from ui.training.place import Place, place
from ui.training.running import training_of
from ui.training.setting import Setting

_AGREED = ":gray[:material/functions:]"


def one_sample(setting: Setting) -> None:
    """On the left one sample on the blackboard, on the right the slopes of the loss on all data."""
    training = training_of(setting)
    left, right = st.columns(2, gap="medium")
    with right:
        where = place(training, st.container(), st.container())
        _told(training, where)
        _batch(training, where.epoch)
    with left:
        worked_steps(sample_steps_of(training, where.epoch, where.sample), folded=True)


def _told(training: Training, where: Place) -> None:
    """The sample by its numbers."""
    samples = training.samples
    if samples.columns:
        row = rounded_point(samples.table[where.sample].tolist(), samples.names)
        st.text(f"Sample {where.sample + 1} of {samples.size}: {row}.")
    else:
        st.text(f"There is nothing to predict from, so all {samples.size} samples are taken together.")


def _batch(training: Training, epoch: int) -> None:
    """Every slope beside its difference quotient."""
    found = gradient_checks_of(training, epoch)
    theta = training.parameters[epoch]
    st.table(
        {
            "parameter": list(training.called),
            "value": [number(value, 6) for value in theta.tolist()],
            "slope of L": [check.shown for check in found],
            "by differences": [check.second for check in found],
        },
        hide_index=True,
        border="horizontal",
    )
    samples = training.samples
    rows = checked_rows(training.model, theta, samples.x)
    all_of_them = f"all {rows}" if rows == samples.size else f"the first {rows} of {samples.size}"
    corner = corner_sentence(training.model, theta, samples.x[:rows])
    told = corner or (
        f"L is the mean over {all_of_them} samples. Every slope against a difference quotient in "
        f"{DIGITS} digits, the one that agrees worst in the mark."
    )
    if all(check.holds for check in found) or corner:
        checks.said(told, worst(found), _AGREED)
    else:
        messages.tell(told)
        checks.show(worst(found))
