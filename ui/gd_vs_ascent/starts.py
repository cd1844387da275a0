"""Many starts: the same method from all over the window, and which valley takes which share."""

from dataclasses import replace

import streamlit as st

from charts.many_starts import many_starts_chart
from core.basins import Goal
from core.gradient import slope_check
from core.many_starts import ManyStarts
from core.numbers import number, rounded_point
from core.schedules import SCHEDULES
from ui import address, checks, messages, pictures
from ui.cached import levels_of
from ui.controls import choice, knob_values, knobs, switch, whole_number
from ui.descent.picture import start_at
from ui.gd_vs_ascent import runs
from ui.gd_vs_ascent.cached import many_of
from ui.gd_vs_ascent.setting import SENSES, Setting, sense, which_sense
from ui.messages import explained
from ui.shell import dark

OTHERS = "others"
"""The kind of the goal that stands for all beyond those a picture can tell apart."""

RESTARTS = SCHEDULES["restarts"]


def controls(setting: Setting) -> None:  # noqa: ARG001 - every part has this signature
    """Where the runs begin, how many there are, down or up, and whether the rate begins anew."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        choice("spread", {"grid": "Grid", "random": "Random"}, bare=True)
        which_sense()
    left, right = st.columns(2, gap="small")
    with left:
        whole_number("starts")
    if address.text("spread") == "random":
        with right:
            whole_number("seed")
    if switch("restarts"):
        knobs(RESTARTS)


def picture(setting: Setting) -> None:
    """Every start in the colour of the place it comes to; on a line the two runs on the curve."""
    if not setting.in_the_plane or not setting.can_start:
        runs.picture(setting)
        return
    chart = many_starts_chart(
        levels=levels_of(setting.chosen.text, *setting.box),
        found=_found(setting),
        window=setting.box,
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(chart, "many starts", on_click=start_at)
        st.caption(
            "Each dot is a start, in the colour of where it ends; rings are under way, crosses are lost. "
            "Click to start there."
        )


def said(setting: Setting) -> None:
    """The best end, with its check, and what became of the others."""
    with explained():
        found = _found(setting)
        messages.tell(_summary(found), ":gray[:material/scatter_plot:]")
        if found.best is not None:
            sentence = _best(found, found.best, setting.chosen.variables)
            check = slope_check(setting.function, found.ends[found.best].tolist())
            checks.said(sentence, check, SENSES[found.sense])


def below(setting: Setting) -> None:
    """The places they come to, with their shares."""
    if not setting.in_the_plane:
        runs.only_a_curve()
    found = _found(setting)
    if address.value("restarts"):
        _restarts(found)
    order = sorted(range(len(found.goals)), key=lambda place: -found.shares[place])
    kept = [place for place in order if found.shares[place] > 0]
    if not kept:
        return
    goals = [found.goals[place] for place in kept]
    st.table(
        {
            "share": [_percent(found.shares[place]) for place in kept],
            "runs": [number(int((found.goal == place).sum())) for place in kept],
            "kind": [goal.kind for goal in goals],
            "at": [_place(goal, setting.chosen.variables) for goal in goals],
            "median steps": [_median(found, place) for place in kept],
        },
        hide_index=True,
        border="horizontal",
    )


def _restarts(found: ManyStarts) -> None:
    several = int((found.seen > 1).sum())
    st.text(
        f"{several} of {len(found.seen)} runs have rested in more than one place: after every period the "
        "rate is back at η and may throw a run out of a poor valley."
    )
    st.latex(RESTARTS.latex)
    st.caption(f"Source: {RESTARTS.source}.")


def _found(setting: Setting) -> ManyStarts:
    """All runs; raises SettingError for what cannot be run."""
    asked = replace(setting.chosen, start=())
    if address.value("restarts"):
        asked = replace(asked, schedule=RESTARTS.name, schedule_knobs=knob_values(RESTARTS))
    seed = address.whole("seed") if address.text("spread") == "random" else None
    return many_of(asked, sense(), setting.box, address.whole("starts"), seed)


def _summary(found: ManyStarts) -> str:
    """How many have come to a place, are under way, or are lost."""
    taken = [goal for goal, share in zip(found.goals, found.shares, strict=True) if share]
    where = "one place" if len(taken) == 1 else f"{len(taken)} places"
    if any(goal.kind == OTHERS for goal in taken):
        where = f"more than {len(taken) - 1} places"
    parts = [
        f"{_percent(part)} {what}"
        for part, what in (
            (sum(found.shares), f"have come to {where}"),
            (found.under_way, "are under way"),
            (found.lost, "are lost"),
        )
        if part
    ]
    # A percent sign never begins a line.
    count = "1 start" if len(found.goal) == 1 else f"{len(found.goal)} starts"
    return f"Of {count} {'; '.join(parts)}.".replace(" %", "\u00a0%")


def _best(found: ManyStarts, best: int, names: tuple[str, ...]) -> str:
    least = "lowest" if found.sense == "descent" else "highest"
    end, start = (rounded_point(places[best].tolist(), names) for places in (found.ends, found.starts))
    return f"The {least} end has f = {number(float(found.f[best]), 6)} at {end}, from {start}."


def _place(goal: Goal, names: tuple[str, ...]) -> str:
    return "elsewhere" if goal.kind == OTHERS else rounded_point(goal.point.tolist(), names)


def _percent(share: float) -> str:
    return f"{number(100 * share, 3)} %"


def _median(found: ManyStarts, place: int) -> str:
    taken = sorted(found.steps[found.goal == place].tolist())
    return number(taken[len(taken) // 2])
