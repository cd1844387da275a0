"""The idea: what is learned, and training with one parameter, the force of a golf shot."""

from collections.abc import Sequence

import streamlit as st

from charts.training.opening import golf_chart
from core.golf import Golf, golf_steps
from core.golf.story import GOLF, LEARNED, LOOP, PROBLEMS, Point
from ui import address, checks, pictures
from ui.controls import number, slider, whole_number
from ui.shell import dark
from ui.steps import worked_steps
from ui.training.cached import golf_of
from ui.training.setting import Setting

_ENDINGS = {"hole": ":green[:material/golf_course:]", "grew": ":red[:material/trending_up:]"}
_FALLS = ":orange[:material/trending_down:]"


def idea(setting: Setting) -> None:  # noqa: ARG001 — every part has this signature
    """What is learned; a round of golf, shot by shot; the loop it shares with every training."""
    st.text(f"{LEARNED.title} is {LEARNED.sentence[0].lower()}{LEARNED.sentence[1:]}")
    left, right = st.columns([2, 1], gap="medium")
    with right:
        round_ = _round()
        _said(round_)
    with left:
        _picture(round_)
        worked_steps(golf_steps(round_))
    left, right = st.columns(2, gap="medium")
    with left:
        _list("Every shot is one turn of the loop of training. While the error decreases:", LOOP, "1.")
    with right:
        _list("A large model is trained by the same loop, with three problems:", PROBLEMS, "-")


def _round() -> Golf:
    """The round as the controls set it."""
    force, rate = slider("force"), slider("golf_eta")
    left, right = st.columns(2, gap="small")
    with left:
        target = number("target", step=10.0)
    with right:
        return golf_of(force, target, rate, whole_number("shots"))


def _picture(round_: Golf) -> None:
    """All shots so far, up to the worked one; before the first, all there are."""
    shot = address.whole("step") or len(round_.force)
    with st.container(gap=None):
        pictures.show(golf_chart(golf=round_, seed=shot, dark=dark()), "golf")
        st.caption("Slide from shot to shot. Above, every flight; below, the loss and its slope.")


def _said(round_: Golf) -> None:
    """How the round ended, and what stands for what."""
    last = golf_steps(round_)[-1].check
    if last is not None:
        checks.said(round_.sentence, last, _ENDINGS.get(round_.ending, _FALLS))
    st.caption("  \n".join(f"{point.title}: {point.sentence}." for point in GOLF))


def _list(head: str, points: Sequence[Point], sign: str) -> None:
    """Points under a sentence, in one message."""
    st.markdown("\n".join([head, "", *(f"{sign} **{point.title}.** {point.sentence}" for point in points)]))
