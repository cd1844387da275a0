"""Where each start of the window is taken: the basins of Newton, its remedies, descent, and complex roots."""

from typing import cast

import streamlit as st

from charts.basins import basins_chart
from core.basins import Basins, Goal
from core.basins.walkers import WALKERS
from core.iterating.stopping import counted
from core.newton import METHODS
from core.newton.target import Aim
from core.numbers import number, rounded_point
from core.sampling import Curve
from ui import address, messages, pictures
from ui.cached import curve_of
from ui.controls import choice
from ui.hessian_newton.cached import basins_of, complex_of, run_of
from ui.hessian_newton.menus import AIMS, menu_of
from ui.hessian_newton.moving import move
from ui.hessian_newton.setting import Setting
from ui.messages import explained
from ui.shell import dark
from ui.typed import typed

COMPLEX = "complex"
NO_POLYNOMIAL = "Basins of complex roots need a polynomial in z, of degree 1 to 12."
_CURVE, _MAP = 340, 400
_FOR_ROOTS = ("newton", "damped")
_COMPLEX_AXES = ("Re z", "Im z")


def controls(setting: Setting) -> None:
    """Which method, and for roots in the plane of complex numbers the polynomial."""
    aim = choice("aim", AIMS, bare=True) if len(setting.variables) == 1 else "minimum"
    known = {name: row.title for name, row in WALKERS.items() if aim == "minimum" or name in _FOR_ROOTS}
    if menu_of("basin", {**known, COMPLEX: "Newton, complex roots of p(z)"}) == COMPLEX:
        typed("p")


def picture(setting: Setting) -> None:
    """Each start in the colour of the place it is taken to."""
    found = _found(setting)
    if found is None:
        messages.tell(NO_POLYNOMIAL)
    elif _is_complex():
        _draw(found, "Newton's method for p, started at every complex number of the window.")
    else:
        curve = _curve(setting)
        height = () if curve is None else (float(setting.function(*setting.point)),)
        _draw(found, "Click to start there. Grey: taken nowhere.", (*setting.point, *height), curve)


def _curve(setting: Setting) -> Curve | None:
    """f itself, where it is a curve."""
    x, y = setting.box
    return curve_of(setting.text, *x, y) if len(setting.variables) == 1 else None


def _draw(
    found: Basins, words: str, start: tuple[float, ...] | None = None, curve: Curve | None = None
) -> None:
    plane = len(found.window) == 2
    drawn = basins_chart(
        basins=found,
        start=start,
        axes=_COMPLEX_AXES if start is None else ("x", "y" if plane else "f"),
        curve=curve,
        height=_MAP if plane else _CURVE,
        dark=dark(),
    )
    with st.container(gap=None):
        pictures.show(drawn, f"basins in {len(found.window)}", on_click=move if start else None)
        st.caption(words)


def _is_complex() -> bool:
    return address.text("basin") == COMPLEX


def _found(setting: Setting) -> Basins | None:
    if _is_complex():
        return complex_of(address.text("p"))
    return basins_of(setting.text, setting.variables, setting.box, address.text("basin"), _aim(setting))


def _aim(setting: Setting) -> Aim:
    return cast(Aim, address.text("aim")) if len(setting.variables) == 1 else "minimum"


def said(setting: Setting) -> None:
    """Where the point itself is taken, and how much of the window is taken nowhere."""
    found = _found(setting)
    if found is None:
        return
    if not _is_complex():
        with explained():
            messages.tell(_from_here(setting, found), ":gray[:material/conversion_path:]")
    st.text(_shared(found))
    st.caption("The paler a start, the more steps it takes.")


def _shared(found: Basins) -> str:
    goals = len(found.goals)
    if not goals:
        return "No two starts are taken to the same place."
    shared = "One place is all there is to arrive at." if goals == 1 else f"{goals} places share the window."
    lost = f" {number(100 * found.nowhere, 3)} % of the starts are taken nowhere." if found.nowhere else ""
    return shared + lost


def _from_here(setting: Setting, found: Basins) -> str:
    """The run from the point itself, in the words of the part on Newton's method; for descent its cell."""
    if found.method in METHODS:
        run = run_of(setting.text, setting.variables, setting.point, found.method, _aim(setting))
        return f"From the point: {run.outcome.sentence[0].lower()}{run.outcome.sentence[1:]}"
    here = rounded_point(setting.point, setting.variables)
    inside = all(low <= at <= high for at, (low, high) in zip(setting.point, found.window, strict=True))
    if not inside:
        return f"The point {here} lies outside the window."
    goal, steps = found.at(setting.point)
    if goal is None:
        return f"A start at {here} is taken nowhere: {counted(steps)} lead to no level place."
    return f"A start at {here} is taken to {_named(goal, setting.variables)} in {counted(steps)}."


def below(setting: Setting) -> None:
    """Every goal with its share of the window."""
    found = _found(setting)
    if found is None or not found.goals:
        return
    names = setting.variables if not _is_complex() else _COMPLEX_AXES
    ranked = sorted(zip(found.shares, found.goals, strict=True), key=lambda pair: -pair[0])
    st.table(
        {
            "taken to": [_named(goal, names) for _, goal in ranked],
            "of the window": [f"{number(100 * share, 3)} %" for share, _ in ranked],
        },
        hide_index=True,
        border="horizontal",
    )


def _named(goal: Goal, names: tuple[str, ...]) -> str:
    if goal.kind == "others":
        return "one of many other places"
    kind = "level place" if goal.kind == "degenerate" else goal.kind
    return f"the {kind} at {rounded_point(goal.point.tolist(), names)}"
