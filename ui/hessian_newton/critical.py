"""All critical points in the window: how many of what, each with its certificate, and the way to it."""

import streamlit as st

from core.critical_points.exact import ExactPlaces, Pair
from core.critical_points.points import CriticalMap, CriticalPoint
from ui import address, checks, messages
from ui.hessian_newton.cached import critical_of, exact_of, region_of
from ui.hessian_newton.setting import Setting

_ICONS = {
    "minimum": ":green[:material/vertical_align_bottom:]",
    "maximum": ":violet[:material/vertical_align_top:]",
    "saddle": ":orange[:material/swap_vert:]",
    "degenerate": ":gray[:material/help:]",
}
_CORNER = ":gray[:material/change_history:]"
_SET = ":gray[:material/timeline:]"
_POLL = 0.4
ASKING = "Asking SymPy for the exact coordinates …"


def said(setting: Setting) -> None:
    """How many there are, and how much of the window is convex."""
    st.text(critical_of(setting.text, setting.box).sentence)
    st.text(region_of(setting.text, setting.box).sentence)
    st.caption("Found from 841 starts. Each is certified; no search proves that there is no other.")


def below(setting: Setting) -> None:
    """The list: points, whole sets of them, and corners that ∇f = 0 does not find."""
    found = critical_of(setting.text, setting.box)
    for corner in found.corners:
        messages.tell(corner.sentence(), _CORNER)
    for one in found.sets:
        checks.said(one.sentence, one.check, _SET)
    if found.points:
        _points(setting, found)


def _points(setting: Setting, found: CriticalMap) -> None:
    answer = exact_of(setting.text, setting.box)
    exact = answer.result() if answer.done() else None
    if exact is None:
        _until_answered(setting)
    with st.container(gap="xsmall"):
        for place, point in enumerate(found.points):
            _point(point, place, exact.latex[place] if exact else None)
    if exact is not None and exact.silence:
        messages.tell(_decimals(exact), ":gray[:material/info:]")


def _decimals(exact: ExactPlaces) -> str:
    return f"{exact.silence} What SymPy did not solve is written in decimals."


def _point(point: CriticalPoint, place: int, exact: Pair | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            "Go there",
            key=f"critical {place}",
            icon=":material/my_location:",
            type="tertiary",
            on_click=address.go,
            args=(dict(zip(("px", "py"), point.point.tolist(), strict=True)),),
        )
        checks.show(point.check)
        st.markdown(_ICONS[point.kind], width="content")
        st.text(point.sentence, width="content")
        if exact is not None and not point.exact:
            st.markdown(rf"$({exact[0]}, \; {exact[1]})$", width="content")


@st.fragment(run_every=_POLL)
def _until_answered(setting: Setting) -> None:
    """Look again until SymPy has answered; decimals are on screen meanwhile."""
    if exact_of(setting.text, setting.box).done():
        st.rerun()
    st.caption(ASKING)
