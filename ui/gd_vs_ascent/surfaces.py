"""The test surfaces: each with what it punishes, a click away."""

import streamlit as st

from core.examples import EXAMPLES
from core.optimizers import OPTIMIZERS
from core.surfaces import SURFACES, Surface
from ui import address, messages
from ui.examples import example_on_screen
from ui.gd_vs_ascent.runs import NAME
from ui.gd_vs_ascent.setting import Setting
from ui.keys import Value

STEPS = 100


def values_of(surface: Surface) -> dict[str, Value]:
    """What a surface sets: as its example does, where it has one; else start, window and a usual rate."""
    for example in EXAMPLES[NAME]:
        if example.values.get("g") == surface.text:
            return dict(example.values)
    (xlo, xhi), (ylo, yhi) = surface.window
    px, py = surface.start
    eta = OPTIMIZERS[address.text("optimizer")].usual_rate
    view = {"xlo": xlo, "xhi": xhi, "ylo": ylo, "yhi": yhi}
    return {"dim": "2", "g": surface.text, "px": px, "py": py, "eta": eta, "steps": STEPS, **view}


def below(setting: Setting) -> None:  # noqa: ARG001 - every part has this signature
    """All of them, in two columns."""
    columns = st.columns(2, gap="medium")
    for place, surface in enumerate(SURFACES.values()):
        with columns[place % 2], st.container(gap=None):
            st.button(
                surface.title,
                key=f"surface: {surface.name}",
                type="tertiary",
                icon=":material/landscape:",
                on_click=_take,
                args=(surface,),
            )
            st.text(punishment(surface))
            st.caption(f"Source: {surface.source}.")


def notice() -> None:
    """What the surface on screen punishes, where no example says what to notice."""
    if address.text("dim") != "2" or example_on_screen(EXAMPLES[NAME], address.text) is not None:
        return
    for surface in SURFACES.values():
        if surface.text == address.text("g"):
            messages.tell(punishment(surface), icon=":gray[:material/lightbulb:]")


def punishment(surface: Surface) -> str:
    """What it punishes, as a sentence."""
    return f"{surface.title} punishes {surface.punishes[0].lower()}{surface.punishes[1:]}"


def _take(surface: Surface) -> None:
    """Set the surface; the optimiser in hand stays."""
    values = {name: text for name, text in values_of(surface).items() if name != "optimizer"}
    free: dict[str, Value] = dict.fromkeys(("xlo", "xhi", "ylo", "yhi"))
    address.go({**free, **values, "step": 0})
