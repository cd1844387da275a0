"""Backpropagation: the network with its values for one sample, forward and back, edge by edge."""

import streamlit as st

from charts.network import network_chart
from core.backpropagation import EXAMPLE, Pass, layer_steps
from core.training import Training
from ui import address, messages, pictures
from ui.controls import choice
from ui.shell import dark
from ui.steps import worked_steps
from ui.training.cached import pass_of, sample_steps_of
from ui.training.place import Place, place
from ui.training.running import training_of
from ui.training.setting import Setting

_WALKS = {"own": "This network", "chain": "Three layers in a chain"}
_NETWORK = {
    "model": "two_two_one",
    "data": "xor",
    "eta": 1,
    "batch": 4,
    "epochs": 2000,
    "seed": 1,
    "sample": 4,
}


def backpropagation(setting: Setting) -> None:
    """The network in hand, or the three layers of the notes, one line at a time."""
    if choice("walk", _WALKS, bare=True) == "chain":
        st.caption(
            "One input, three units one after the other, log-loss at the end: every layer farther back adds "
            "two factors."
        )
        worked_steps(layer_steps(EXAMPLE))
    elif setting.model.hidden:
        _network(training_of(setting))
    else:
        _no_network(setting)


def _network(training: Training) -> None:
    """The picture beside the step it stands at: Next moves both."""
    where = place(training, *st.columns(2, gap="medium"))
    left, right = st.columns(2, gap="medium")
    with right:
        worked_steps(sample_steps_of(training, where.epoch, where.sample), folded=True)
    with left, st.container(gap=None):
        _picture(pass_of(training, where.epoch, where.sample), where)


def _picture(passed: Pass, where: Place) -> None:
    drawn = network_chart(passed=passed, step=address.whole("step"), dark=dark())
    pictures.show(drawn, "network")
    after = "at the start" if where.epoch == 0 else f"after epoch {where.epoch}"
    st.caption(
        f"Sample {where.sample + 1} with the parameters {after}. Next goes forward, then back. Broad edges "
        "have large weights, dashed ones negative weights."
    )


def _no_network(setting: Setting) -> None:
    """What there is instead, and the way to a network."""
    messages.tell(
        f"“{setting.model.title}” has no hidden layer: its chain, from the loss to a parameter, is that of "
        "“One sample”.",
        ":gray[:material/info:]",
    )
    st.button(
        "Take the network 2–2–1 on XOR",
        key="take a network",
        icon=":material/arrow_forward:",
        on_click=address.go,
        args=({**_NETWORK, "step": 0},),
    )
