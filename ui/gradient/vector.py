"""The tab of the Jacobian: all slopes of a vector function, what they do to a square, and their product."""

import streamlit as st

from charts.jacobian import parallelogram_chart
from core.jacobian import composition_steps, jacobian_steps
from core.numbers import related
from ui import address, checks, messages, pictures
from ui.cached import vector
from ui.controls import choice, number
from ui.gradient.cached import composition_of, determinant_check_of, local_map_of, squares_of
from ui.shell import dark
from ui.steps import worked_steps
from ui.typed import typed_lines

_PLACES = ("m1", "m2", "m3")
_CHAINS = {"one": "One function", "two": "One inside another"}


def jacobians() -> None:
    """One vector function at a place, or f ∘ g with g as typed first."""
    chain = choice("chain", _CHAINS, bare=True) == "two"
    fields = st.columns(2, gap="medium")
    with fields[0]:
        typed_lines("map", "Components of g, one a line" if chain else "")
    if chain:
        with fields[1]:
            typed_lines("outer")
    with fields[0] if chain else fields[1]:
        place = _place()
    if chain:
        _composed(place)
    else:
        _single(place)


def _place() -> tuple[float, ...]:
    """A box for each input of the function as typed."""
    inputs = vector(address.text("map")).inputs
    names = _PLACES[: len(inputs)]
    with st.container(horizontal=True, gap="small"):
        return tuple(number(name, label=label) for name, label in zip(names, inputs, strict=True))


def _single(place: tuple[float, ...]) -> None:
    """The square and its image where there are two inputs and two outputs, and the worked matrix."""
    text = address.text("map")
    local = local_map_of(text, place)
    if local.missing:
        messages.tell(local.missing)
    if len(place) == 2 and local.matrix.shape == (2, 2):
        with st.container(gap=None):
            pictures.show(
                parallelogram_chart(squares=squares_of(text, (place[0], place[1])), dark=dark()), "square"
            )
            st.caption("Slide to shrink the square: its image becomes the parallelogram of J.")
    check = determinant_check_of(text, place)
    if check is not None and local.determinant is not None:
        checks.said(related(local.determinant, "det J"), check, ":gray[:material/square_foot:]")
    worked_steps(jacobian_steps(local), folded=True)


def _composed(place: tuple[float, ...]) -> None:
    both = composition_of(address.text("outer"), address.text("map"))
    worked_steps(composition_steps(both, place), folded=True)
