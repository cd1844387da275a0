"""What a reader takes home: the lesson's script, worked steps and numbers as files."""

import re
from collections.abc import Callable, Mapping

import streamlit as st

from core.errors import CalculusError
from core.take_home import markdown
from ui import address
from ui.course import Lesson
from ui.descent.iterates import comma_separated
from ui.keys import KEYS
from ui.take_home.asked import Asked
from ui.take_home.lesson import TakeHome
from ui.take_home.many_variables import GRADIENT, HESSIAN_NEWTON
from ui.take_home.one_variable import DERIVATIVE_RULES, LIMITS, NUMERICAL_ERROR
from ui.take_home.pictures import pictures
from ui.take_home.runs import GD_VS_ASCENT, LEARNING_RATE
from ui.take_home.training import TRAINING
from ui.training.chosen_data import long_table

_LONGEST_NAME = 40

TAKE_HOME: Mapping[str, TakeHome] = {
    "limits": LIMITS,
    "numerical_error": NUMERICAL_ERROR,
    "derivative_rules": DERIVATIVE_RULES,
    "gradient": GRADIENT,
    "hessian_newton": HESSIAN_NEWTON,
    "gd_vs_ascent": GD_VS_ASCENT,
    "learning_rate": LEARNING_RATE,
    "training": TRAINING,
}
"""By the names of the lessons."""


def files(lesson: Lesson) -> None:
    """A button for each file, which is made when it is pressed."""
    row, asked = TAKE_HOME[lesson.name], _asked(lesson)
    name = file_name(lesson.name, row.subject(asked)[1])
    st.caption("Made for what is on screen now.")
    _file("Script, in Python", f"{name}.py", "text/x-python", lambda: row.script(asked), "code")
    _file(
        "Worked steps, in Markdown", f"{name}.md", "text/markdown", lambda: steps(lesson, row, asked), "notes"
    )
    _file("Numbers, as CSV", f"{name}.csv", "text/csv", lambda: comma_separated(row.table(asked)), "table")
    pictures(name)


def _asked(lesson: Lesson) -> Asked:
    """What the page holds; a table that is too long for the address stands beside it."""
    values = {key.name: address.text(key.name) for key in KEYS[lesson.name]}
    return Asked(lesson.name, values, long_table() if "data" in values else None)


def steps(lesson: Lesson, row: TakeHome, asked: Asked) -> str:
    """The worked steps of every part, under the question and what it was set to."""
    set_to = dict([row.subject(asked)])
    set_to |= {asked.key(name).label: asked.written(name) for name in row.settings(asked)}
    return markdown(lesson.question, set_to, row.steps(asked))


def file_name(lesson: str, function: str) -> str:
    """A name for the files that every system takes: letters, digits and - alone.

    >>> file_name("limits", "sin(x)/x"), file_name("gradient", "x^2 + y^2")
    ('limits-sin-x-x', 'gradient-x-2-y-2')
    """
    plain = re.sub(r"[^a-z0-9]+", "-", function.lower()).strip("-")
    return f"{lesson.replace('_', '-')}-{plain[:_LONGEST_NAME].strip('-')}"


def _file(label: str, name: str, mime: str, made: Callable[[], str], icon: str) -> None:
    st.download_button(
        label,
        lambda: said(made),
        file_name=name,
        mime=mime,
        key=f"take home: {label}",
        icon=f":material/{icon}:",
        type="tertiary",
        on_click="ignore",
    )


def said(made: Callable[[], str]) -> str:
    """The file, or the sentence why there is none: the page is not there to say it when a file is made."""
    try:
        return made()
    except CalculusError as error:
        return f"# {error}\n"
