"""Convex or not: the same training from two starts, and the loss between their ends."""

from dataclasses import replace

import streamlit as st

from charts.training.opening import segment_chart
from core.losses import TwoStarts, line_convexity_steps, segment_steps
from core.numbers import number
from core.steps import Step
from ui import checks, messages, pictures
from ui.controls import slider
from ui.shell import dark
from ui.steps import worked_steps
from ui.training.cached import two_ends_of
from ui.training.picture import drawn
from ui.training.running import training_of
from ui.training.setting import Setting

_MEET, _PART = ":green[:material/merge:]", ":orange[:material/call_split:]"
_SEEDS = tuple(range(21))

_QUADRATIC = "A mean of squares of what is linear in the parameters is convex: it bends down nowhere."
_NETWORK = (
    "Not convex: exchange two hidden units and the predictions stay, so every minimum has twins, and between "
    "them the loss rises."
)
_ARRIVE = "Trainings that arrive end with the same least loss, wherever they begin."
_WHY = {
    "mean": _QUADRATIC,
    "line": _QUADRATIC,
    "perceptron": _QUADRATIC,
    "median": "A mean of distances is convex, with corners: it bends down nowhere.",
    "coin": "−log P and −log(1 − P) both bend up, so their mean is convex.",
    "logistic": "log(1 + eᶻ) and log(1 + e⁻ᶻ) bend up, and z is linear in θ: their mean is convex.",
}


def convex(setting: Setting) -> None:
    """The chord between two ends; for a line also the Hessian that settles it."""
    left, right = st.columns([3, 2], gap="medium")
    with right:
        other = replace(setting, seed=int(slider("other", _SEEDS)), start=())
        found = two_ends_of(training_of(setting), training_of(other))
        steps = _steps(setting, found)
        _said(setting, found, steps)
    if not _has_ends(found):
        return
    with left, st.container(gap=None):
        pictures.show(segment_chart(segment=found.segment, dark=dark()), "segment")
        st.caption("From the end of the training on top, t = 0, straight to the end of the other one, t = 1.")
    worked_steps(steps)
    left, _ = st.columns([2, 1], gap="medium")
    with left:
        st.text(f"The other training, from the start that seed {other.seed} draws:")
        pictures.show(drawn(other, found.second), "other training")


def _has_ends(found: TwoStarts) -> bool:
    """Whether both trainings stay where something can be compared."""
    return "diverged" not in (found.first.status, found.second.status)


def _steps(setting: Setting, found: TwoStarts) -> tuple[Step, ...]:
    steps = segment_steps(setting.model, setting.samples, found.segment)
    return (*steps, *line_convexity_steps(setting.samples)) if setting.model.name == "line" else steps


def _said(setting: Setting, found: TwoStarts, steps: tuple[Step, ...]) -> None:
    """Whether the loss is convex, and what these two trainings show of it."""
    st.text(f"{_WHY[setting.model.name]} {_ARRIVE}" if setting.model.convex else _NETWORK)
    if found.first.plan.seed == found.second.plan.seed:
        messages.tell("Both start from the same seed. Take another one, and they may part.")
        return
    if not _has_ends(found):
        messages.tell("A training that runs away has no end to compare. A smaller η lets both settle.")
        return
    check = next(step.check for step in steps if step.check is not None)
    if check is not None:
        checks.said(found.sentence, check, _MEET if found.meet else _PART)
    st.table(
        {
            "seed": [str(run.plan.seed) for run in (found.first, found.second)],
            "loss at the start": [number(run.epoch_losses[0], 4) for run in (found.first, found.second)],
            "at the end": [number(run.epoch_losses[-1], 6) for run in (found.first, found.second)],
        },
        hide_index=True,
        border="horizontal",
    )
