"""The tab of the chain rule along a path: a point walks over the map, and z with it."""

import streamlit as st

from charts.path_chain import path_chain_chart
from core.path_chain import path_chain_steps
from ui import address, checks, messages, pictures
from ui.cached import levels_of
from ui.controls import number
from ui.gradient.cached import chain_of, rate_check_of, walk_of
from ui.gradient.setting import Setting
from ui.shell import dark
from ui.steps import worked_steps
from ui.typed import typed


def path(setting: Setting) -> None:
    """Two fields for x(t) and y(t), the picture, and dz/dt = ∇z · (x′, y′) at one t."""
    columns = st.columns([3, 3, 2, 2, 2], gap="small")
    for place, name in zip(columns, ("xt", "yt"), strict=False):
        with place:
            typed(name)
    for place, name in zip(columns[2:], ("t", "tlo", "thi"), strict=True):
        with place:
            number(name)
    t, low, high = (address.number(name) for name in ("t", "tlo", "thi"))
    asked = (setting.text, address.text("xt"), address.text("yt"))
    chain, walk = chain_of(*asked), walk_of(*asked, low, high)
    drawn = path_chain_chart(
        levels=levels_of(setting.text, walk.window.x, walk.window.y),
        walk=walk,
        seed=walk.stop(t),
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(drawn, "path")
        st.caption("z is the f(x, y) on top. Slide to walk along the path; the steps are for the t above.")
    moving = chain.at(t)
    check = rate_check_of(*asked, t)
    if check is None:
        messages.tell(chain.sentence(moving))
    else:
        checks.said(chain.sentence(moving), check, ":gray[:material/route:]")
    worked_steps(path_chain_steps(chain, moving), folded=True)
