"""Why this step: the arrows that add up to it, and the same on the blackboard."""

from functools import partial
from typing import Any

import streamlit as st

from charts.picture import Picture
from charts.scrubber import shown_steps, stride
from charts.step_pieces import step_pieces_chart, step_pieces_line_chart
from core.descent import Trace
from core.expression import Expression
from core.optimizers import OPTIMIZERS
from core.step_pieces import piece_steps
from core.steps import LazySteps, Step
from ui import address, checks, pictures
from ui.cached import curve_of, levels_of
from ui.descent.picture import start_at
from ui.descent.runs import run_of, verdict_of
from ui.gd_vs_ascent import runs
from ui.gd_vs_ascent.cached import pieces_of
from ui.gd_vs_ascent.setting import SENSES, Setting, sense, which_sense
from ui.messages import explained
from ui.shell import dark
from ui.steps import worked_steps


def controls(setting: Setting) -> None:  # noqa: ARG001 - every part has this signature
    """Whose step is taken apart."""
    which_sense()


def picture(setting: Setting) -> None:
    """The arrows of the step under the slider; the runs where there is no step."""
    if not setting.can_start or not _trace(setting).steps:
        runs.picture(setting)
        return
    trace, chosen = _trace(setting), setting.chosen
    ks = shown_steps(trace.steps + 1, stride(chosen.steps)).tolist()
    draw = partial(
        _on_the_map if setting.in_the_plane else _on_the_curve,
        walk=trace,
        pieces=pieces_of(chosen, trace.sense, tuple(k for k in ks if k)),
        window=setting.box,
        steps=chosen.steps,
        ascent=trace.sense == "ascent",
        seed=max(address.whole("step"), 1),
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(draw(setting), f"pieces in {len(chosen.variables)}", on_click=start_at)
        st.caption("Slide to another step; click the picture to start there.")


def _on_the_map(setting: Setting, **shown: Any) -> Picture:
    return step_pieces_chart(levels=levels_of(setting.chosen.text, *setting.box), **shown)


def _on_the_curve(setting: Setting, **shown: Any) -> Picture:
    curve = curve_of(setting.chosen.text, *setting.window.x, setting.window.y)
    return step_pieces_line_chart(curve=curve, **shown)


def said(setting: Setting) -> None:
    """What the run did."""
    with explained():
        verdict = verdict_of(setting.chosen, _trace(setting).sense)
        checks.said(verdict.sentence, verdict.check, SENSES[_trace(setting).sense])


def below(setting: Setting) -> None:
    """The rule, then each step with the pieces it is made of."""
    worked_steps(_walk(setting.function, _trace(setting)))


def _trace(setting: Setting) -> Trace:
    return run_of(setting.chosen, sense())


def _walk(function: Expression, trace: Trace) -> LazySteps:
    """Step k of the reader is step k of the run; before the first stands the rule."""
    makers = [partial(_apart, function, trace, k) for k in range(1, trace.steps + 1)]
    return LazySteps([partial(_rule, trace), *makers])


def _rule(trace: Trace) -> Step:
    row = OPTIMIZERS[trace.optimizer]
    return Step(f"The rule: {row.title}", row.latex, f"{row.why} {row.memory}")


def _apart(function: Expression, trace: Trace, k: int) -> Step:
    """The sum on top, and inside it what it is the sum of."""
    *pieces, whole = piece_steps(function, trace, k)
    return Step(whole.title, whole.latex, whole.why, whole.check, tuple(pieces))
