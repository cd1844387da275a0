"""Newton's method from the point: the run in the picture, its digits, its steps, and what it costs."""

from contextlib import suppress

import streamlit as st

from charts.level_path import descent_levels_chart
from charts.newton.digits import digits_chart
from charts.newton.plane import slider_end
from charts.path_data import Walk, Walks
from charts.standstill import Standstill
from core.errors import SettingError
from core.newton import METHODS, NewtonRun
from core.newton.comparison import cheapest
from core.newton.outcomes import OUTCOMES
from core.newton.target import Aim
from core.numbers import number, rounded_point
from ui import address, checks, messages, pictures
from ui.cached import levels_of
from ui.controls import switch
from ui.hessian_newton.cached import (
    comparison_of,
    descent_of,
    digits_of,
    last_step_check_of,
    newton_steps_of,
    run_of,
)
from ui.hessian_newton.menus import menu_of
from ui.hessian_newton.moving import move
from ui.hessian_newton.setting import Setting
from ui.messages import explained
from ui.shell import dark
from ui.steps import worked_steps

_ARRIVED = {"root": "green", "minimum": "green"}
_OTHER_PLACE = {"maximum", "saddle", "degenerate", "step-limit"}
DESCENT = "gradient descent"


def method_menu(aim: Aim) -> None:
    """The methods that serve the aim."""
    menu_of("method", {name: row.title for name, row in METHODS.items() if aim in row.aims})


def reason() -> None:
    """What the chosen method mends."""
    st.caption(METHODS[address.text("method")].reason)


def chosen_run(setting: Setting, aim: Aim = "minimum") -> NewtonRun:
    """The run of the chosen method; raises SettingError for a start without a value."""
    return run_of(setting.text, setting.variables, setting.point, address.text("method"), aim)


def controls(setting: Setting) -> None:  # noqa: ARG001 — every part has this signature
    """The method, and gradient descent from the same start."""
    method_menu("minimum")
    switch("beside")


def picture(setting: Setting) -> None:
    """The run across the level curves, up to the worked step; where it cannot begin, its start."""
    walks = _walks(setting)
    most = max(len(walk.x) - 1 for walk in walks.values())
    drawn = descent_levels_chart(
        levels=levels_of(setting.text, *setting.box),
        runs=walks,
        window=setting.box,
        steps=slider_end(most),
        seed=address.whole("step") or most,
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(drawn, "newton", on_click=move)
        st.caption("Click the map to start there; slide to walk along the run.")
        reason()


def _walks(setting: Setting) -> Walks:
    with suppress(SettingError):  # said beside the picture
        run = chosen_run(setting)
        walks: dict[str, Walk] = {METHODS[run.method].title: run}
        if address.value("beside"):
            walks[DESCENT] = descent_of(setting.text, setting.variables, setting.point)
        return walks
    return {"start": Standstill(setting.point)}


def said(setting: Setting) -> None:
    """How the run ended."""
    with explained():
        run_said(chosen_run(setting))


def run_said(run: NewtonRun) -> None:
    """The named outcome, its sentence, and how the digits grow."""
    kind = run.outcome.kind
    colour = _ARRIVED.get(kind, "orange" if kind in _OTHER_PLACE else "red")
    messages.headline(OUTCOMES[kind], colour, "How the run of Newton's method ended.")
    with st.container(gap=None):
        st.text(run.outcome.sentence)
        check = last_step_check_of(run)
        if check is not None:
            checks.show(check)


def below(setting: Setting) -> None:
    """The steps on the blackboard beside the digits; then every method from the same start."""
    run = chosen_run(setting)
    steps_and_digits(run)
    comparison(setting)


def steps_and_digits(run: NewtonRun) -> None:
    """Every step with its numbers, and how many digits are right after each."""
    left, right = st.columns([3, 2], gap="medium")
    with left:
        worked_steps(newton_steps_of(run), folded=True)
    digits = digits_of(run)
    if digits is None:
        return
    with right:
        pictures.show(digits_chart(digits={METHODS[run.method].title: digits.exact}, dark=dark()), "digits")
        st.text(digits.sentence)


def comparison(setting: Setting) -> None:
    """All methods and gradient descent from this start, worked out when the fold is opened."""
    fold = st.expander("Every method from this start, and what it costs", key="costs", on_change="rerun")
    if not fold.open:
        return
    with fold:
        rows = comparison_of(setting.text, setting.variables, setting.point)
        st.table(
            {
                "method": [row.title for row in rows],
                "steps": [number(row.steps) for row in rows],
                "ends at": [rounded_point(row.end.tolist(), setting.variables) for row in rows],
                "f there": [number(row.value) for row in rows],
                "f asked for": [number(row.cost.values) for row in rows],
                "gradients": [number(row.cost.gradients) for row in rows],
                "Hessians": [number(row.cost.hessians) for row in rows],
            },
            hide_index=True,
            border="horizontal",
        )
        st.text(cheapest(rows, setting.variables))
