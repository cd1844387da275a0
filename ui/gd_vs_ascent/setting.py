"""What the lesson is set by, and its method: the menu, its formula, its knobs."""

from dataclasses import dataclass, replace

import streamlit as st

from core.descent import Sense, Trace
from core.errors import SettingError
from core.expression import Expression
from core.iterating.beginning import start_of
from core.numbers import number
from core.optimizers import OPTIMIZERS, Optimizer
from core.windows import Window
from ui import address
from ui.controls import choice, knob_values, knobs, menu
from ui.descent.controls import run_controls
from ui.descent.runs import RunSetting, run_of
from ui.view import window_of

SENSES: dict[Sense, str] = {
    "descent": ":green[:material/trending_down:]",
    "ascent": ":violet[:material/trending_up:]",
}
Box = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Setting:
    """The run that is asked for, and the window it is seen in."""

    chosen: RunSetting
    window: Window

    @property
    def function(self) -> Expression:
        """The function itself."""
        return self.chosen.function

    @property
    def in_the_plane(self) -> bool:
        """Whether there are two variables, and so maps to draw on."""
        return len(self.chosen.variables) == 2

    @property
    def box(self) -> Box:
        """Both ranges of the window."""
        return self.window.x, self.window.y

    @property
    def can_start(self) -> bool:
        """Whether f has a value where the run begins."""
        try:
            start_of(self.function, self.chosen.start)
        except SettingError:
            return False
        return True


def controls(function: Expression, count: str) -> Setting:
    """The controls beside the picture; `count` is the key of the number of steps."""
    chosen = run_controls(function, method, count)
    row = OPTIMIZERS[address.text("optimizer")]
    if row.name != "gd":
        st.caption(f"{row.title}. {row.memory}")
    asked = replace(chosen, optimizer=row.name, knobs=knob_values(row))
    return Setting(asked, window_of(function, chosen.start))


def method() -> None:
    """The rule that turns a gradient into a step: its formula, what it remembers, its source, its knobs."""
    row = OPTIMIZERS[menu("optimizer", {name: row.title for name, row in OPTIMIZERS.items()})]
    st.latex(row.latex)
    st.caption(f"{row.why} {row.memory} Source: {row.source}.")
    knobs(row)
    _usual_rate(row)


def _usual_rate(row: Optimizer) -> None:
    """A rate to begin with, where another one is set."""
    if address.number("eta") == row.usual_rate:
        return
    st.button(
        f"Take η = {number(row.usual_rate)}, a usual rate for it",
        key="usual rate",
        icon=":material/arrow_forward:",
        on_click=address.go,
        args=({"eta": row.usual_rate},),
        kwargs={"entry": False},
    )


def sense() -> Sense:
    """Down or up, as the page now holds it."""
    return "ascent" if address.text("sense") == "ascent" else "descent"


def which_sense() -> Sense:
    """The switch between down and up."""
    choice("sense", {"descent": "Descent", "ascent": "Ascent"}, bare=True)
    return sense()


def both(setting: Setting) -> dict[str, Trace]:
    """The run down and the run up; raises SettingError for what cannot be run."""
    return {sense: run_of(setting.chosen, sense) for sense in SENSES}
