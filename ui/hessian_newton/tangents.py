"""Newton's method for a function of x, in two columns: to a root of f, or to a level place of f."""

from contextlib import suppress
from math import isfinite
from typing import cast

import streamlit as st

from charts.newton.parabola import newton_parabola_chart
from charts.newton.tangent import newton_tangent_chart
from core.errors import SettingError
from core.newton import NewtonRun
from core.newton.columns import ROWS
from core.newton.target import Aim
from core.sampling import Curve
from ui import address, checks, pictures
from ui.cached import curve_of
from ui.controls import choice
from ui.hessian_newton import newton, second
from ui.hessian_newton.cached import Box, same_step_of, slope_curve_of
from ui.hessian_newton.menus import AIMS
from ui.hessian_newton.moving import move
from ui.hessian_newton.setting import Setting
from ui.messages import explained
from ui.shell import dark


def controls(setting: Setting) -> None:  # noqa: ARG001 — every part has this signature
    """What is looked for, and how."""
    newton.method_menu(cast(Aim, choice("aim", AIMS, bare=True)))


def picture(setting: Setting) -> None:
    """Tangents to a root of f, parabolas to a minimum; where the run cannot begin, the curve alone."""
    run = _run_that_begins(setting)
    if run is None:
        second.picture(setting)
        return
    curve = curve_of(setting.text, *setting.window.x, setting.window.y)
    with st.container(gap=None):
        if run.target.aim == "root":
            _tangents(run, curve, _with_axis(setting.box), "tangents")
        else:
            _parabolas(run, curve, setting.box)
        newton.reason()


def _parabolas(run: NewtonRun, curve: Curve, box: Box) -> None:
    with st.container(gap=None):
        drawn = newton_parabola_chart(curve=curve, run=run, window=box, seed=_shown(), dark=dark())
        pictures.show(drawn, "parabolas", on_click=move)
        st.caption("Slide from step to step: each parabola shares f, f′ and f″ with the curve.")


def _run_that_begins(setting: Setting) -> NewtonRun | None:
    """The run, None where there is not even a first tangent; why is said beside the picture."""
    with suppress(SettingError):
        run = _run(setting)
        return run if isfinite(run.field[0, 0]) else None
    return None


def _run(setting: Setting) -> NewtonRun:
    return newton.chosen_run(setting, cast(Aim, address.text("aim")))


def _shown() -> int:
    """The worked step to x_k begins at x_{k−1}, and there the picture draws its tangent."""
    return max(address.whole("step") - 1, 0)


def _with_axis(box: Box) -> Box:
    """The window with the x axis in it, where the tangents are to arrive."""
    x, (low, high) = box
    spare = 0.06 * (high - low)
    return x, (min(low, -spare), max(high, spare))


def _tangents(run: NewtonRun, curve: Curve, box: Box, key: str) -> None:
    with st.container(gap=None):
        drawn = newton_tangent_chart(curve=curve, run=run, window=box, seed=_shown(), dark=dark())
        pictures.show(drawn, key, on_click=move)
        st.caption("Slide from step to step: each tangent meets the axis at the next x.")


def said(setting: Setting) -> None:
    """How the run ended."""
    with explained():
        newton.run_said(_run(setting))


def below(setting: Setting) -> None:
    """The steps and the digits, both columns beside each other, and every method from the same start."""
    run = _run(setting)
    newton.steps_and_digits(run)
    _two_columns(setting, run)
    if run.target.aim == "minimum":
        newton.comparison(setting)


def _two_columns(setting: Setting, run: NewtonRun) -> None:
    """Minimising f is looking for a root of f′: the same picture, the same step."""
    fold = st.expander("Root and minimum in two columns: one step", key="columns", on_change="rerun")
    if not fold.open:
        return
    with fold:
        st.table(
            {
                "": [row.title for row in ROWS],
                "Root of f": [f"${row.root}$" for row in ROWS],
                "Minimum of g": [f"${row.minimum}$" for row in ROWS],
            },
            hide_index=True,
            border="horizontal",
        )
        if run.target.aim == "minimum" and isfinite(run.field[0, 0]):
            slope, heights = slope_curve_of(setting.text, *setting.box)
            _tangents(run, slope, (setting.window.x, heights), "tangents of f′")
            checks.show(same_step_of(setting.text, setting.point[0]))
