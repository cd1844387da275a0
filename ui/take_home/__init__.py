"""Taking it home: a fold beside the question with files of what is on screen."""

import streamlit as st

from ui.course import Lesson

OPEN = "take home"


def take_home(lesson: Lesson) -> None:
    """The fold with the files."""
    if lesson.kind != "lesson":
        return
    fold = st.popover("Take home", icon=":material/download:", type="tertiary", key=OPEN, on_change="rerun")
    if fold.open:
        # A fifth of all modules, in every lesson's first second otherwise: few people take anything home.
        from ui.take_home.files import files

        with fold, st.container(gap="xsmall"):
            files(lesson)
