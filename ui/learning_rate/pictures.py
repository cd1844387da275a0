"""Below the run of the Learning Rate lesson: what is left, every rate at once, the rate itself."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import isfinite, log10
from typing import Any

import numpy as np
import streamlit as st

from charts.convergence import convergence_chart
from charts.rate import rate_chart
from charts.sweep import sweep_chart
from core.descent import Trace
from core.learning_rate.stability import Prediction, distances
from core.learning_rate.sweep import Sweep
from core.learning_rate.verdict import Outcome
from ui import address, pictures
from ui.controls import RAILS
from ui.descent.runs import SWEEP_STEPS, RunSetting, sweep_of
from ui.shell import dark


def pictures_below(
    runs: Mapping[float, Trace], chosen: RunSetting, result: Outcome, family: Sequence[float]
) -> None:
    """All that there is to see of this run and its rate."""
    if chosen.schedule != "constant":
        rate_picture(runs[chosen.eta], chosen.steps)
    with st.container(horizontal=True, gap="medium"):
        if result.heading.has_minimum:
            convergence_picture(runs, chosen, result, family)
        if result.kind != "still":
            sweep_picture(chosen, result.prediction)


def convergence_picture(
    runs: Mapping[float, Trace], chosen: RunSetting, result: Outcome, family: Sequence[float]
) -> None:
    """How fast the error shrinks, for the chosen rate and the family; only where there is a minimum."""
    heading = result.heading
    constant = chosen.schedule == "constant"
    factor = result.prediction.factor if result.prediction and constant else None
    picture = convergence_chart(
        chosen=chosen.eta,
        distances={rate: distances(trace, heading.point) for rate, trace in runs.items()},
        gaps={rate: trace.f - heading.value for rate, trace in runs.items()},
        steps=chosen.steps,
        family=family,
        factor=factor,
        variables=len(chosen.start),
        seed=chosen.steps,
        dark=dark(),
    )
    pictures.show(picture, "convergence")


def sweep_picture(chosen: RunSetting, prediction: Prediction | None) -> None:
    """Steps to arrive for every rate over six decades; a click chooses one."""
    limit = prediction.limit if prediction and isfinite(prediction.limit) else None
    constant = chosen.schedule == "constant"
    swept = _swept(chosen, _six_decades(limit))
    picture = sweep_chart(
        rate=swept.rate,
        steps=swept.steps,
        outcome=swept.outcome,
        chosen=chosen.eta,
        most=SWEEP_STEPS,
        best=prediction.best if prediction and constant else None,
        limit=limit if constant else None,
        dark=dark(),
    )
    pictures.show(picture, "sweep", on_click=_choose_rate)


def rate_picture(trace: Trace, steps: int) -> None:
    """The rate that was used at each step."""
    pictures.show(rate_chart(rates=trace.rate, steps=steps, dark=dark()), "rates")


def _swept(chosen: RunSetting, rates: tuple[float, ...]) -> Sweep:
    """The sweep over `rates`, the stops of the slider among them, and the chosen one.

    At a stop nothing is added, so the line is the same for every place of the slider and is not drawn anew.
    """
    asked = (chosen.text, chosen.variables, chosen.start)
    schedule = (chosen.schedule, chosen.schedule_knobs)
    stops = tuple(stop for stop in RAILS["eta"] if rates[0] <= stop <= rates[-1])
    along = sweep_of(*asked, (*rates, *stops), *schedule)
    if chosen.eta in stops:
        return along
    here = sweep_of(*asked, (chosen.eta,), *schedule)
    return replace(
        along,
        rate=np.append(along.rate, here.rate),
        steps=np.append(along.steps, here.steps),
        outcome=np.append(along.outcome, here.outcome),
    )


@lru_cache
def _six_decades(limit: float | None) -> tuple[float, ...]:
    """200 rates over six powers of ten that hold the stability limit, four of them below it."""
    top = round(log10(limit)) + 2 if limit else 1
    return tuple(np.logspace(top - 6, top, 200).tolist())


def _choose_rate(place: Mapping[str, Any]) -> None:
    address.go({"eta": float(place["eta"])})
