"""Limits in the plane: a path is chosen toward (0, 0), and the limit may depend on it."""

from typing import cast

import streamlit as st

from charts.paths import paths_chart
from core.errors import CalculusError
from core.expression import Expression
from core.limiting.plane import FAMILIES, Shape
from ui import address, checks, messages, pictures
from ui.cached import levels_of, parsed
from ui.controls import begin, choice
from ui.keys import FUNCTION_VARIABLES
from ui.limits.cached import path_formula_of, paths_of, row_of
from ui.shell import dark

REACH = 1.0
_LONGEST_TYPED = 1000
_SHAPES = {"line": "Lines y = mx", "parabola": "Parabolas y = mx²"}

# What to type, and how the button writes it.
_CLASSICS = {
    "x y/(x^2 + y^2)": r"$\frac{xy}{x^2 + y^2}$",
    "x^2 y/(x^4 + y^2)": r"$\frac{x^2 y}{x^4 + y^2}$",
    "x^2 y/(x^2 + y^2)": r"$\frac{x^2 y}{x^2 + y^2}$",
    "sin(x y)/(x y)": r"$\frac{\sin(xy)}{xy}$",
}


def plane() -> None:
    """The function of two variables, the path in the picture, and what the paths say together."""
    function = _function()
    left, right = st.columns([3, 2], gap="medium")
    with right:
        shape = cast(Shape, choice("path", _SHAPES, bare=True))
        _verdict(function, shape)
    with left, st.container(gap=None):
        _picture(function, shape)
        st.caption("Slide to take another path to (0, 0); beside it, what f reads on the way.")


def _function() -> Expression:
    """The field for f(x, y) and the classics; the last good function while one types."""
    begin("g")
    problem = _problem(st.session_state["g"])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(
            address.key_of("g").label,
            value=st.session_state["g"],
            key="g",
            live="300ms",
            max_chars=_LONGEST_TYPED,
            autocomplete="off",
        )
        for text, label in _CLASSICS.items():
            st.button(label, key=f"classic: {text}", on_click=address.go, args=({"g": text},))
    if problem is not None:
        messages.tell(str(problem))
    return parsed(address.text("g"), FUNCTION_VARIABLES["g"])


def _problem(text: str) -> CalculusError | None:
    """Keep the text if it is a function of x and y; else what is wrong with it."""
    try:
        address.keep("g", text)
    except CalculusError as error:
        return error
    return None


def _verdict(function: Expression, shape: Shape) -> None:
    found, held = paths_of(function.text)
    with st.container(gap=None):
        st.text(found.sentence)
        with st.container(horizontal=True, gap="small"):
            for check in held:
                checks.show(check)
    formula = path_formula_of(function.text, shape)
    if formula is not None:
        st.latex(formula, width="content")


def _picture(function: Expression, shape: Shape) -> None:
    box = (-REACH, REACH)
    drawn = paths_chart(
        levels=levels_of(function.text, box, box),
        row=row_of(function.text, shape, REACH),
        reach=REACH,
        seed=_first(shape),
        dark=dark(),
    )
    pictures.show(drawn, f"paths: {shape}")


def _first(shape: Shape) -> int:
    """The path to begin with: m = 1, where the classics differ from m = 0."""
    return next(k for k, path in enumerate(FAMILIES[shape]) if path.number == 1)
