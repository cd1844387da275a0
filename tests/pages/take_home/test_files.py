"""The files of a lesson: their names, what stands in them, and the fold they are made in."""

import csv
import io
import re

import pytest

from core.examples import EXAMPLES
from core.symbolic import warm_up
from tests.pages.app import opened
from ui.course import LESSONS, Lesson
from ui.descent.iterates import comma_separated
from ui.take_home import OPEN
from ui.take_home.asked import Asked
from ui.take_home.files import TAKE_HOME, file_name, said, steps

ROWS = {row.name: row for row in LESSONS if row.name in TAKE_HOME}


@pytest.fixture(scope="module", autouse=True)
def started_workers() -> None:
    warm_up()


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_the_worked_steps_name_what_they_were_made_for(row: Lesson) -> None:
    asked = Asked(row.name, EXAMPLES[row.name][0].values)
    text = steps(row, TAKE_HOME[row.name], asked)
    parts = TAKE_HOME[row.name].steps(asked)
    name, about = TAKE_HOME[row.name].subject(asked)
    assert text.startswith(f"# {row.question}\n\n- {name}: `{about}`\n- ")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == list(parts)
    assert len(re.findall(r"^### ", text, re.MULTILINE)) == sum(map(len, parts.values())) > 0
    assert "Checked a second way" in text


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_the_table_has_as_many_numbers_in_every_column(row: Lesson) -> None:
    table = TAKE_HOME[row.name].table(Asked(row.name, EXAMPLES[row.name][0].values))
    lines = list(csv.reader(io.StringIO(comma_separated(table))))
    assert lines[0] == list(table)
    assert len(lines) > 2
    assert {len(line) for line in lines} == {len(table)}


def test_numbers_of_a_table_are_not_rounded() -> None:
    values = {"f": "x^2", "x0": "3", "h": "0.01", "stencil": "forward"}
    table = TAKE_HOME["numerical_error"].table(Asked("numerical_error", values))
    assert table["estimate"][table["h"].index("0.01")] == "6.009999999999849"


@pytest.mark.parametrize("text", ["../../etc/passwd", 'a"b\\c/d:e*f?g<h>i|j', "x" * 500, "\n\r\t", "Ω"])
def test_a_file_name_is_safe_whatever_the_function_is_called(text: str) -> None:
    assert re.fullmatch(r"limits-[a-z0-9-]{0,40}", file_name("limits", text))


def test_a_file_that_cannot_be_made_holds_the_reason() -> None:
    nowhere = Asked("gd_vs_ascent", {"dim": "1", "f": "log x", "x0": "-1"})
    sentence = said(lambda: TAKE_HOME["gd_vs_ascent"].script(nowhere))
    assert re.fullmatch(r"# .*not defined.*\n", sentence)


def test_the_files_are_offered_when_the_fold_is_open_and_not_before() -> None:
    app = opened("pages/limits.py")
    assert not app.get("download_button")
    app.session_state[OPEN] = True
    app.run()
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == ["Script, in Python", "Worked steps, in Markdown", "Numbers, as CSV"]
