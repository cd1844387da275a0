"""Momentum on a quadratic: every pair of η and β on a map, and the error axis by axis beside its roots."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

import streamlit as st

from charts.momentum import Component, components_chart, momentum_map_chart
from core.momentum import Momentum, momentum_steps
from core.momentum.checks import rate_check
from core.numbers import number
from core.surfaces import SURFACES
from ui import address, checks, pictures
from ui.controls import choice, slider
from ui.gd_vs_ascent import runs
from ui.gd_vs_ascent.cached import momentum_of, rate_map_of
from ui.gd_vs_ascent.setting import SENSES, Setting
from ui.gd_vs_ascent.surfaces import values_of
from ui.knobs import KNOBS
from ui.messages import explained, tell
from ui.shell import dark
from ui.steps import worked_steps

BETA = "momentum_beta"
EXAMPLE = SURFACES["ellipse"]
LOOKS = {"map": "Map of η and β", "curves": "Error, axis by axis"}


def controls(setting: Setting) -> None:  # noqa: ARG001 - every part has this signature
    """β beside η."""
    slider(BETA)


def picture(setting: Setting) -> None:
    """The map over (η, β) with the pair in hand, or the error it leaves; the runs where f is no bowl."""
    found = _found(setting) if setting.can_start else None
    if found is None:
        runs.picture(setting)
        return
    with st.container(gap="small"):
        if choice("look", LOOKS, bare=True) == "map":
            _map(found)
        else:
            _components(found, setting.chosen.steps)


def said(setting: Setting) -> None:
    """What the pair leaves of the error: predicted, and measured; the best pair, a button away."""
    with explained():
        found = _found(setting)
        if found is None:
            _no_bowl()
            return
        checks.said(_rates(found), rate_check(found), SENSES["descent"])
        best = found.joint_best
        st.button(
            f"Take the best pair: η = {number(best.rate, 4)}, β = {number(best.beta, 4)}",
            key="best pair",
            icon=":material/arrow_forward:",
            on_click=address.go,
            args=({"eta": best.rate, BETA: _kept(best.beta)},),
        )


def below(setting: Setting) -> None:
    """The theory on the blackboard."""
    found = _found(setting)
    if found is not None:
        worked_steps(momentum_steps(found))


def _map(found: Momentum) -> None:
    chart = momentum_map_chart(
        found=rate_map_of(found.least, found.most), chosen=(found.rate, found.beta), dark=dark(), height=320
    )
    with st.container(gap=None):
        pictures.show(chart, "momentum", on_click=_take)
        st.caption("The stronger the blue, the fewer steps. Click a pair of η and β to try it.")


def _components(found: Momentum, steps: int) -> None:
    """One line for each axis that the start has a part in; a round bowl's are alike."""
    if not found.felt.any():
        st.caption("The run begins in the minimum: there is no error to follow.")
        return
    components = [
        Component(m.eigenvalue, found.parts[:, place], m.factor)
        for place, m in enumerate(found.modes)
        if found.felt[place]
    ]
    chart = components_chart(
        components=components, steps=steps, seed=address.whole("step") or steps, dark=dark()
    )
    with st.container(gap=None):
        pictures.show(chart, "components")
        st.caption("e is the error along one axis of the bowl. Dashed is what the larger root leaves of it.")


def _no_bowl() -> None:
    tell("This part works on quadratics that have a minimum, and f is none.", ":gray[:material/info:]")
    st.button(
        f"Take {EXAMPLE.text}",
        key="a bowl",
        icon=":material/arrow_forward:",
        on_click=address.go,
        args=({**values_of(EXAMPLE), "eta": 0.02},),
    )


def _rates(found: Momentum) -> str:
    """The factor per step, as the roots say and as the run shows, beside plain descent's."""
    left = number(found.factor, 4)
    does = f"leaves {left} of the error" if found.factor < 1 else f"multiplies the error by {left}"
    measured = number(found.measured, 4)
    seen = f"; measured over the second half of the run: {measured}" if isfinite(found.measured) else ""
    return f"In the end a step {does}{seen}. Without momentum this η gives {number(found.descent_factor, 4)}."


def _found(setting: Setting) -> Momentum | None:
    return momentum_of(setting.chosen, address.number(BETA))


def _take(pair: Mapping[str, Any]) -> None:
    """The clicked pair."""
    address.go({"eta": float(f"{pair['eta']:.3g}"), BETA: _kept(round(float(pair["beta"]), 3))})


def _kept(beta: float) -> float:
    """β within what its slider holds."""
    return min(max(beta, KNOBS[BETA].low), KNOBS[BETA].high)
