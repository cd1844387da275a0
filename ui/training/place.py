"""Where a gradient is looked at: which sample, and the weights after which epoch."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.training import Training
from ui import address
from ui.controls import slider


@dataclass(frozen=True)
class Place:
    """The sample, counted from 0, and the epoch, 0 for the start."""

    sample: int
    epoch: int


def place(training: Training, first: DeltaGenerator, second: DeltaGenerator) -> Place:
    """Two sliders, each in its box; a model without inputs takes all samples at once and needs one."""
    with first:
        epoch = _within("epoch", 0, training.epochs)
    if not training.samples.columns:
        return Place(0, epoch)
    with second:
        return Place(_within("sample", 1, training.samples.size) - 1, epoch)


def _within(key: str, least: int, most: int) -> int:
    """A slider over these whole numbers; what lies beyond them comes back to the last."""
    if address.whole(key) > most:
        address.keep(key, most)
        st.session_state[key] = most
    return int(slider(key, tuple(range(least, most + 1))))
