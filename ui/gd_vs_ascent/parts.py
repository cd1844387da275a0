"""The parts of the lesson: each draws the picture, says its verdict beside it, and works it out below."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from ui import address
from ui.gd_vs_ascent import momentum, practising, race, runs, starts, surfaces, why
from ui.gd_vs_ascent.setting import Setting
from ui.tabs import KEY

Draw = Callable[[Setting], None]


@dataclass(frozen=True)
class Part:
    """One part: what stands below, its controls and verdict at the right, its picture.

    `count` is the key of its number of steps: one run is walked through, many together are only followed.
    """

    below: Draw
    controls: Draw = runs.nothing
    picture: Draw = runs.picture
    said: Draw = runs.said
    count: str = "steps"


PARTS: Mapping[str, Part] = {
    "Steps": Part(runs.steps),
    "Numbers": Part(runs.numbers),
    "Down or up": Part(runs.down_or_up),
    "Why this step": Part(why.below, why.controls, why.picture, why.said),
    "Race": Part(race.below, race.controls, race.picture, race.said, "length"),
    "Momentum": Part(momentum.below, momentum.controls, momentum.picture, momentum.said, "length"),
    "Many starts": Part(starts.below, starts.controls, starts.picture, starts.said, "length"),
    "Surfaces": Part(surfaces.below),
    "Practice": Part(practising.below, picture=practising.picture, said=practising.said),
}


def part_in_hand() -> Part:
    """The open part, known before the row of all parts is drawn further down."""
    return PARTS[st.session_state.get(KEY) or address.text(KEY)]
