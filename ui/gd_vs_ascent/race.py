"""The race: the chosen optimiser and any others from one start, and who arrives when."""

from dataclasses import replace

import streamlit as st

from charts.race import Contender, race_curves_chart, race_line_chart, race_paths_chart
from core.numbers import number
from core.optimizers import OPTIMIZERS
from core.race import Place, Race, goal_checks, places, sentence
from core.race.table import By
from ui import address, checks, pictures
from ui.cached import curve_of, levels_of
from ui.controls import choice, knob_values, several
from ui.descent.picture import start_at
from ui.descent.runs import RunSetting
from ui.gd_vs_ascent import runs
from ui.gd_vs_ascent.cached import race_of
from ui.gd_vs_ascent.setting import Setting, sense, which_sense
from ui.messages import explained, tell
from ui.shell import dark

FLAG = ":gray[:material/flag:]"
NO_BREAK = "\u00a0"
PACES = {"usual": "Each its usual η", "same": "The same η"}


def controls(setting: Setting) -> None:  # noqa: ARG001 - every part has this signature
    """Who else races, with which rate, down or up."""
    several("against", {name: row.title for name, row in OPTIMIZERS.items()})
    with st.container(horizontal=True, vertical_alignment="center"):
        choice("pace", PACES, bare=True)
        which_sense()


def picture(setting: Setting) -> None:
    """All paths, scrubbed together, or what is left to the minimum."""
    if not setting.can_start:
        runs.picture(setting)
        return
    race = _race(setting)
    with st.container(gap="small"):
        paths = {"map": "Map" if setting.in_the_plane else "On the curve"}
        if choice("look", {**paths, "curves": "What is left"}, bare=True) == "map":
            (_paths if setting.in_the_plane else _on_the_curve)(race, setting)
        else:
            _curves(race, setting)


def said(setting: Setting) -> None:
    """Who is first, with the check of the first place they came to."""
    with explained():
        race = _race(setting)
        verdict = sentence(race, setting.chosen.variables, _by())
        found = goal_checks(race)
        if found:
            checks.said(verdict, found[0], FLAG)
        else:
            tell(verdict, FLAG)


def below(setting: Setting) -> None:
    """Who arrived, when, and at what cost."""
    with st.container(key="places"):
        choice("by", {"steps": "Ranked by steps", "evaluations": "Ranked by evaluations"}, bare=True)
        _table(places(_race(setting), setting.chosen.variables, _by()))
    others = "the same η" if address.text("pace") == "same" else "its usual rate"
    st.caption(
        f"{OPTIMIZERS[setting.chosen.optimizer].title} runs with the η and knobs set above, each other one "
        f"with {others}. Steps and evaluations count up to the arrival, else up to the end. "
        "An evaluation is a look at f or at ∇f; a Hessian counts as one for each variable."
    )


def _paths(race: Race, setting: Setting) -> None:
    steps = setting.chosen.steps
    chart = race_paths_chart(
        levels=levels_of(setting.chosen.text, *setting.box),
        runs=race.traces,
        window=setting.box,
        steps=steps,
        seed=address.whole("step") or steps,
        dark=dark(),
        height=320,
    )
    pictures.show(chart, "race", on_click=start_at)
    st.caption("Click the map to start there; slide to let all of them walk.")


def _on_the_curve(race: Race, setting: Setting) -> None:
    steps = setting.chosen.steps
    chart = race_line_chart(
        curve=curve_of(setting.chosen.text, *setting.window.x, setting.window.y),
        runs=race.traces,
        window=setting.box,
        steps=steps,
        seed=address.whole("step") or steps,
        dark=dark(),
    )
    pictures.show(chart, "race on the curve", on_click=start_at)
    st.caption("Click the picture to start there; slide to let all of them walk.")


def _curves(race: Race, setting: Setting) -> None:
    """The distance to a minimum, or what is left of f, on a logarithmic axis; needs a minimum."""
    if not race.goals:
        runs.picture(setting)
        return
    contenders = [
        Contender(lane.racer.title, lane.distance, lane.gap, lane.evaluations, lane.arrival)
        for lane in race.lanes
    ]
    steps = setting.chosen.steps
    chart = race_curves_chart(
        contenders=contenders,
        steps=steps,
        variables=len(setting.chosen.variables),
        seed=address.whole("step") or steps,
        dark=dark(),
    )
    pictures.show(chart, "race curves")


def _table(rows: tuple[Place, ...]) -> None:
    st.table(
        {
            "place": [number(row.rank) if row.rank else "−" for row in rows],
            "optimiser": [row.title for row in rows],
            "η": [number(row.rate) for row in rows],
            "steps": [number(row.steps) for row in rows],
            "evaluations": [number(row.evaluations) for row in rows],
            "ends at": [row.end for row in rows],
            "f there": [number(row.value, 4).replace(" ", NO_BREAK) for row in rows],
            "how it ends": [row.said for row in rows],
        },
        hide_index=True,
        border="horizontal",
    )


def _race(setting: Setting) -> Race:
    return race_of(_racers(setting.chosen), sense())


def _racers(chosen: RunSetting) -> tuple[RunSetting, ...]:
    """The chosen one first, so that it keeps its colour; nobody races twice."""
    same = address.text("pace") == "same"
    others = [OPTIMIZERS[name] for name in address.several("against") if name != chosen.optimizer]
    return (
        chosen,
        *(
            replace(
                chosen,
                optimizer=row.name,
                eta=chosen.eta if same else row.usual_rate,
                knobs=knob_values(row),
            )
            for row in others
        ),
    )


def _by() -> By:
    return "evaluations" if address.text("by") == "evaluations" else "steps"
