"""The one place that turns a CalculusError into a message. What a person typed is never read as Markdown."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from core.errors import CalculusError


@contextmanager
def explained() -> Iterator[None]:
    """Whatever a person got wrong inside is said where it happened, and the page goes on after it."""
    try:
        yield
    except CalculusError as error:
        tell(str(error))


def tell(sentence: str, icon: str = ":orange[:material/error:]") -> None:
    """A sentence beside a sign."""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="top", wrap=False):
        st.markdown(icon, width="content")
        st.text(sentence, width="stretch")


def point_at(text: str, position: int, sentence: str) -> None:
    """The typed text with a mark under the place, in letters of one width, and the sentence beside it."""
    visible = "".join(letter if letter.isprintable() else " " for letter in text)
    with st.container(key="problem", horizontal=True, vertical_alignment="center"):
        st.code(f"{visible}\n{' ' * position}▲", language=None, width="content")
        tell(sentence)


def headline(title: str, colour: str, definition: str) -> None:
    """A named result in its colour; its definition opens on hover."""
    st.markdown(f"**:{colour}[{title}]**", help=definition)
