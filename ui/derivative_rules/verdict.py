"""What the rules found, in words and numbers: the derivative, the slope at x₀, and where f turns."""

import math

import streamlit as st

from core.derivation import Derivation
from core.derivation.writing.hand import Hand
from core.derivative_facts.monotony import Monotony
from core.derivative_facts.turning import CriticalPoint
from core.numbers import number, related, rounded_point
from ui import checks, messages
from ui.derivative_rules.cached import monotony_of, slope_at, slope_report_of
from ui.derivative_rules.setting import Setting, is_your_turn

_RISES = ":violet[:material/trending_up:]"
_FALLS = ":green[:material/trending_down:]"
_LEVEL = ":gray[:material/trending_flat:]"
_TURNS = {
    "minimum": ":gray[:material/vertical_align_bottom:]",
    "maximum": ":gray[:material/vertical_align_top:]",
    "saddle": _LEVEL,
    "flat": _LEVEL,
}
_TITLES = {"minimum": "Minimum", "maximum": "Maximum", "saddle": "Saddle", "flat": "Flat on one side"}
_MOST_TURNS, _MOST_GAPS = 4, 4


def said(setting: Setting) -> None:
    """The derivative with its proof, the slope at x₀, the turning points, the places without a slope."""
    if is_your_turn():
        messages.tell("The derivative is hidden while it is your turn.", ":gray[:material/visibility_off:]")
    else:
        _derivative(setting)
    _slope(setting)
    _turns(monotony_of(setting.text, *setting.window.x))
    _gaps(setting.derivation)


def _derivative(setting: Setting) -> None:
    found = setting.derivation
    name = Hand(setting.notation).name(found.variable)
    with st.container(key="result", gap=None):
        # A long formula breaks at its signs in a line of text; st.latex would run out of the screen.
        st.markdown(rf"$\displaystyle {name} = {found.formula.latex}$")
        with st.container(horizontal=True, gap="small"):
            _proof(found)
            _copies(found)


def _proof(found: Derivation) -> None:
    """The mark that opens to every comparison: SymPy, the difference quotient, and each rule on its own."""
    if not found.checks:
        return
    holds = all(check.holds for check in found.checks)
    mark = f"Checked {len(found.checks)} times" if holds else "The ways disagree"
    fold = st.popover(
        mark,
        icon=":material/verified:" if holds else ":material/error:",
        type="tertiary",
        key="proof",
        on_change="rerun",
    )
    if fold.open:
        with fold:
            for check in found.checks:
                st.text(check.compared)
                st.code(checks.comparison(check), language=None)


def _copies(found: Derivation) -> None:
    fold = st.popover("Copy", icon=":material/content_copy:", type="tertiary", key="copy", on_change="rerun")
    if fold.open:
        with fold:
            st.caption("LaTeX")
            st.code(found.formula.latex, language="latex", wrap_lines=True)
            st.code(found.latex, language="latex", wrap_lines=True)
            st.caption("Plain text")
            st.code(str(found.formula), language=None, wrap_lines=True)
            st.code(found.text, language=None)


def _slope(setting: Setting) -> None:
    """f and its slope at x₀, or why there is none."""
    here = slope_at(setting.text, setting.x0)
    place = related(setting.x0, "x₀")
    if math.isnan(here.value):
        messages.tell(f"At {place} f has no value, so it has no slope there.")
    elif math.isinf(here.value):
        messages.tell(f"At {place} f is larger than float64 can hold.")
    elif here.check is None:
        messages.tell(slope_report_of(setting.text, setting.x0).sentence)
    else:
        way, icon = _way(setting, here.slope)
        sentence = f"At {place}: {related(here.value, 'f')}, {related(here.slope, 'f′')}. {way}"
        checks.said(sentence, here.check, icon)


def _way(setting: Setting, slope: float) -> tuple[str, str]:
    if slope > 0:
        return "f rises there.", _RISES
    if slope < 0:
        return "f falls there.", _FALLS
    found = monotony_of(setting.text, *setting.window.x)
    around = [part.direction for part in found.stretches if part.low <= setting.x0 <= part.high]
    return ("f is constant there." if "constant" in around else "f is level there."), _LEVEL


def _turns(found: Monotony) -> None:
    """The turning points in the picture; why they are what they are is one click away."""
    if not found.complete:
        st.caption("f turns or breaks more often here than was followed: a narrower window shows all of it.")
    if not found.points:
        return
    with st.container(gap=None):
        for point in found.points[:_MOST_TURNS]:
            messages.tell(_named(point), _TURNS[point.kind])
        more = len(found.points) - _MOST_TURNS
        if more > 0:
            st.caption(f"And {more} more, marked in the picture.")
        fold = st.popover(
            "Each checked against f itself",
            icon=":material/verified:",
            type="tertiary",
            key="turns",
            on_change="rerun",
        )
    if fold.open:
        with fold:
            for point in found.points:
                st.text(point.sentence)
                st.code(checks.comparison(point.check), language=None)


def _named(point: CriticalPoint) -> str:
    """A turning point in a few words."""
    level = "f′ = 0" if point.is_stationary else "no slope"
    here = rounded_point((point.x,), ("x",))
    return f"{_TITLES[point.kind]} at {here}, {related(point.value, 'f')}: {level}."


def _gaps(found: Derivation) -> None:
    """Where there is no derivative, and what kind of place that is."""
    domain = found.domain
    if domain.empty or domain.gaps or domain.silences:
        messages.tell(domain.sentence, ":orange[:material/broken_image:]")
    with st.container(gap=None):
        for gap in domain.gaps[:_MOST_GAPS]:
            st.caption(f"x = {number(gap.x)}. {gap.sentence}")
        for silence in domain.silences[:_MOST_GAPS]:
            st.caption(silence.sentence)
