"""Where there is no slope: corner, cusp, jump and vertical tangent, under the microscope."""

import streamlit as st

from charts.limit import limit_chart
from core.derivative_facts.nonsmooth import KINKS, SlopeReport
from core.numbers import number
from ui import messages, pictures
from ui.controls import choice
from ui.derivative_rules.cached import slope_report_of
from ui.derivative_rules.setting import Setting
from ui.keys import canonical
from ui.limits.cached import value_of, zoom_of
from ui.shell import dark
from ui.steps import show

BY_KIND = {kink.kind: kink for kink in KINKS}
OWN = "own"


def kinks(setting: Setting) -> None:
    """A textbook example, or f itself at x₀."""
    labels = {kind: kind.capitalize() for kind in BY_KIND} | {OWN: "f at x₀"}
    chosen = choice("kink", labels, bare=True)
    kink = BY_KIND.get(chosen)
    text, a = (setting.text, setting.x0) if kink is None else (kink.f, kink.a)
    report = slope_report_of(text, a)
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(gap=None):
        _zoom(text, a)
        st.caption("Slide to zoom in. A smooth curve turns into a line; this one keeps its shape.")
    with right:
        if kink is not None:
            messages.tell(kink.notice, ":gray[:material/lightbulb:]")
        messages.tell(report.sentence, ":gray[:material/arrow_forward:]")
        _quotients(report)
    for place, step in enumerate(report.steps):
        show(step, f"kink-{place}")


def _zoom(text: str, a: float) -> None:
    name = canonical(a)
    value = value_of(text, name)
    drawn = limit_chart(zoom=zoom_of(text, name, None), value=value, limits=(), bands=None, dark=dark())
    pictures.show(drawn, "kink")


def _quotients(report: SlopeReport) -> None:
    """The quotients from both sides for falling h."""
    rows = report.rows
    st.table(
        {
            "h": [number(h) for h, _, _ in rows],
            "from the left": [number(left) for _, left, _ in rows],
            "from the right": [number(right) for _, _, right in rows],
        },
        hide_index=True,
        border="horizontal",
    )
