"""The parts of the lesson: each draws the picture, says its verdict beside it, and works it out below."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from ui import address
from ui.hessian_newton import basins, convex, critical, hessian, model, newton, practising, second, tangents
from ui.hessian_newton.menus import settle_on
from ui.hessian_newton.setting import Setting
from ui.myths import myths
from ui.tabs import KEY

Draw = Callable[[Setting], None]


def _nothing(setting: Setting) -> None:
    """A part without controls of its own."""


def _myths(setting: Setting) -> None:  # noqa: ARG001 — every part has this signature
    myths("hessian_newton")


@dataclass(frozen=True)
class Part:
    """One part by its label: its controls and verdict at the right, its picture, and what stands below."""

    label: str
    controls: Draw
    picture: Draw
    said: Draw
    below: Draw


IN_THE_PLANE: Mapping[str, Part] = {
    "Hessian": Part("Hessian", _nothing, hessian.picture, hessian.said, hessian.below),
    "Critical points": Part("Critical points", _nothing, hessian.picture, critical.said, critical.below),
    "Model": Part("Model", model.controls, model.picture, model.said, model.below),
    "Newton": Part("Newton", newton.controls, newton.picture, newton.said, newton.below),
    "Basins": Part("Basins", basins.controls, basins.picture, basins.said, basins.below),
    "Myths": Part("Myths", _nothing, hessian.picture, hessian.said, _myths),
    "Practice": Part(
        "Practice", _nothing, practising.map_of_levels, practising.waiting(hessian.said), practising.below
    ),
}
ON_THE_LINE: Mapping[str, Part] = {
    "Hessian": Part("Second derivative", _nothing, second.picture, second.said, second.below),
    "Convexity": Part("Convexity", convex.controls, convex.picture, convex.said, convex.below),
    "Newton": Part("Newton", tangents.controls, tangents.picture, tangents.said, tangents.below),
    "Basins": Part("Basins", basins.controls, basins.picture, basins.said, basins.below),
    "Myths": Part("Myths", _nothing, second.picture, second.said, _myths),
    "Practice": Part("Practice", _nothing, second.picture, practising.waiting(second.said), practising.below),
}


def parts_of(setting: Setting) -> Mapping[str, Part]:
    """The parts by their keys in the address, for as many variables as there are."""
    return IN_THE_PLANE if len(setting.variables) == 2 else ON_THE_LINE


def part_in_hand(setting: Setting) -> Part:
    """The open part, known before the row of all parts is drawn further down.

    Each part has steps of its own, so a part that was just opened begins with its first.
    """
    parts = parts_of(setting)
    asked = st.session_state.get(KEY) or address.text(KEY)
    if asked not in parts:
        asked = next(iter(parts))
    if asked != address.text(KEY):
        settle_on(KEY, asked)
        address.keep("step", 0)
    return parts[asked]
