"""The Hessian at the point, for a function of x and y: on the map, in words, step by step."""

import streamlit as st

from charts.hessian import hessian_chart
from core.hessian import hessian_reading, local_conic, sections
from core.newton.outcomes import place_without_dust
from ui import checks, messages, pictures
from ui.cached import levels_of
from ui.hessian_newton.cached import critical_of, hessian_check_of, hessian_steps_of, region_of, run_of
from ui.hessian_newton.moving import move
from ui.hessian_newton.setting import Setting
from ui.shell import dark
from ui.steps import worked_steps

_COLOURS = {
    "positive definite": "green",
    "negative definite": "violet",
    "indefinite": "orange",
    "undefined": "red",
}
_MEANING = "What the signs of its eigenvalues make of the Hessian H, the matrix of second derivatives."


def picture(setting: Setting) -> None:
    """Level curves, the local ellipse or hyperbola with its axes, critical points, and where f is convex."""
    found = hessian_reading(setting.function, setting.point)
    drawn = hessian_chart(
        levels=levels_of(setting.text, *setting.box),
        found=found,
        conic=local_conic(found.hessian, setting.point, setting.reach),
        cuts=sections(setting.function, found.hessian, setting.point, setting.reach),
        critical=critical_of(setting.text, setting.box),
        region=region_of(setting.text, setting.box),
        window=setting.box,
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(drawn, "hessian", on_click=move)
        st.caption(
            "Click to move the point. Green: f is convex. Beside it: f along both axes, its model dashed."
        )


def said(setting: Setting) -> None:
    """What the Hessian is at the point and why, and where Newton's step from there leads."""
    found = hessian_reading(setting.function, setting.point)
    name = found.name.capitalize() if found.exists else "No Hessian"
    messages.headline(name, _COLOURS.get(found.definiteness, "gray"), _MEANING)
    with st.container(gap=None):
        st.text(found.sentence)
        if found.exists:
            checks.show(hessian_check_of(setting.text, setting.point))
    if found.exists:
        st.text(_next(setting))


def _next(setting: Setting) -> str:
    """The best step for this bend."""
    run = run_of(setting.text, setting.variables, setting.point, "newton", "minimum")
    if run.steps:
        there = place_without_dust(run.x[1], setting.variables)
        return f"Newton's step leads to {there}."
    return f"Newton's step: {run.outcome.sentence}"


def below(setting: Setting) -> None:
    """The second derivatives, the matrix, its eigenvalues by hand, and what they prove."""
    worked_steps(hessian_steps_of(setting.text, setting.point), folded=True)
