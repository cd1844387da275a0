"""Which loss: log-loss against squared loss on a confident mistake, and the usual losses side by side."""

from collections.abc import Sequence

import streamlit as st

from charts.training.opening import losses_chart, mistake_chart
from core.losses import CLASSIFICATION, REGRESSION, Loss, mistake, mistake_steps
from ui import address, checks, pictures
from ui.controls import choice, slider
from ui.shell import dark
from ui.steps import worked_steps
from ui.training.setting import Setting

_STEEP = ":gray[:material/balance:]"


def which_loss(setting: Setting) -> None:  # noqa: ARG001 — every part has this signature
    """A model that is sure and wrong: which loss tells it so?"""
    left, right = st.columns([2, 1], gap="medium")
    with right:
        label = int(choice("truth", {"1": "The truth is 1", "0": "The truth is 0"}, bare=True))
        found = mistake(slider("yhat"), label)
        steps = mistake_steps(found)
        last = steps[-1].check
        if last is not None:
            checks.said(found.sentence, last, _STEEP)
    with left, st.container(gap=None):
        drawn = mistake_chart(label=label, prediction=address.number("yhat"), dark=dark())
        pictures.show(drawn, "mistake")
        st.caption("Slide ŷ: left both losses, right their slopes in z, which is what a weight is told.")
    worked_steps(steps)
    _usual_losses()


def _usual_losses() -> None:
    """Regression by the residual, classification by the margin."""
    left, right = st.columns(2, gap="medium")
    with left:
        _losses("Numbers to predict: by the residual r = ŷ − y.", REGRESSION, "residual r")
    with right:
        _losses("Labels: by the margin m, which is z for y = 1 and −z for y = 0.", CLASSIFICATION, "margin m")


def _losses(title: str, losses: Sequence[Loss], across: str) -> None:
    st.text(title)
    pictures.show(losses_chart(losses=losses, across=across, dark=dark()), f"losses over the {across}")
    for loss in losses:
        with st.container(gap=None):
            st.markdown(f"**{loss.title}**\u2003${loss.latex}$")
            st.text(loss.why)
            st.caption(f"{'Convex' if loss.convex else 'Not convex'}. Source: {loss.source}.")
