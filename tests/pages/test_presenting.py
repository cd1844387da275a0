"""Presenter view without a browser: who is in it, what it leaves out, how a talk goes on."""

from collections.abc import Mapping

import pytest
from streamlit.testing.v1 import AppTest

from core.examples import EXAMPLES
from tests.pages.app import opened, shown, values_after
from ui.course import LESSONS
from ui.keys import PRESENT

LESSON_NAMES = [lesson.name for lesson in LESSONS if lesson.kind == "lesson"]
PAGE = "pages/gd_vs_ascent.py"


def press(app: AppTest, label: str) -> None:
    app.button(key=f"presenting: {label}").click().run()
    assert not app.exception


def keys_of(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.button}


def links(app: AppTest) -> Mapping[str, str]:
    """Where each link of the page leads, with its query."""
    return {link.proto.label: link.proto.query_string for link in app.get("page_link")}


@pytest.mark.parametrize("name", LESSON_NAMES)
def test_a_lesson_is_presented_and_left_again(name: str) -> None:
    app = opened(f"pages/{name}.py")
    assert any(link.startswith("Next") or link == "Limits" for link in links(app))
    press(app, "Present")
    assert values_after(app, name)[PRESENT] == "true"
    assert not [label for label in links(app) if label == "Limits"]
    press(app, "Leave presenter view")
    assert values_after(app, name)[PRESENT] == "false"
    assert "Limits" in links(app)


@pytest.mark.parametrize("page", ["streamlit_app.py", "pages/myths.py", "pages/glossary.py"])
def test_what_is_no_lesson_is_not_presented(page: str) -> None:
    app = opened(page)
    assert not app.exception
    assert not any(key.startswith("presenting") for key in keys_of(app))


@pytest.mark.parametrize("name", LESSON_NAMES)
def test_the_examples_pass_by_in_their_order_and_begin_again(name: str) -> None:
    app, examples = opened(f"pages/{name}.py", present="true"), EXAMPLES[name]
    for example in (*examples[1:], examples[0]):
        press(app, "Next example")
        assert example.notice in shown(app)
        assert values_after(app, name)[PRESENT] == "true"
    press(app, "Example before")
    assert examples[-1].notice in shown(app)


def test_from_values_of_ones_own_the_examples_begin_at_their_ends() -> None:
    own = {"f": "x^2 + 7", "x0": "1.25", "present": "true"}
    forward, back = opened(PAGE, **own), opened(PAGE, **own)
    press(forward, "Next example")
    assert EXAMPLES["gd_vs_ascent"][0].notice in shown(forward)
    press(back, "Example before")
    assert EXAMPLES["gd_vs_ascent"][-1].notice in shown(back)


def test_a_talk_goes_on_in_the_next_lesson_and_ends_for_all() -> None:
    app = opened("pages/limits.py", present="true")
    onward = next(query for label, query in links(app).items() if label.startswith("Next"))
    assert "present=true" in onward
    press(app, "Leave presenter view")
    assert not any("present" in query for query in links(app).values())


def test_reset_leaves_the_speaker_in_presenter_view() -> None:
    app = opened(PAGE, present="true", x0="3")
    app.button(key="reset to example").click().run()
    values = values_after(app, "gd_vs_ascent")
    assert (values["x0"], values[PRESENT]) == ("0", "true")
