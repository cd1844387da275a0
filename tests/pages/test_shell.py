"""The course as data, and every page without a browser."""

import pytest

from core.examples import EXAMPLES
from tests.pages.app import ROOT, opened, shown, values_after
from ui.course import LESSONS, lesson_of, next_lesson
from ui.keys import KEYS, canonical

NAMES = [lesson.name for lesson in LESSONS]
WITH_EXAMPLES = [lesson.name for lesson in LESSONS if lesson.kind == "lesson"]


def test_the_table_of_lessons_is_the_folder_of_pages() -> None:
    assert sorted(NAMES) == sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def test_every_lesson_has_its_keys_and_they_have_one_name_each() -> None:
    assert set(KEYS) == set(NAMES)
    for keys in KEYS.values():
        assert len({key.name for key in keys}) == len(keys)


@pytest.mark.parametrize("name", NAMES)
def test_every_default_is_what_its_key_would_write(name: str) -> None:
    for key in KEYS[name]:
        assert canonical(key.read(key.default)) == key.default


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_every_example_is_an_address_of_its_lesson(name: str) -> None:
    keys = {key.name: key for key in KEYS[name]}
    for example in EXAMPLES[name]:
        for key, text in example.values.items():
            assert canonical(keys[key].read(text)) == text


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_a_lesson_starts_with_its_first_example(name: str) -> None:
    defaults = {key.name: key.default for key in KEYS[name]}
    assert EXAMPLES[name][0].values.items() <= defaults.items()


def test_the_course_leads_from_each_lesson_to_the_one_behind_it() -> None:
    lessons = [lesson for lesson in LESSONS if lesson.kind == "lesson"]
    assert [next_lesson(lesson) for lesson in lessons] == [*lessons[1:], None]


def test_a_page_without_a_row_is_refused_by_name() -> None:
    with pytest.raises(LookupError, match=r"pages/nowhere\.py"):
        lesson_of("/somewhere/pages/nowhere.py")


@pytest.mark.parametrize("page", ["streamlit_app.py", *(lesson.path for lesson in LESSONS)])
def test_a_page_opens_without_an_exception(page: str) -> None:
    app = opened(page)
    assert not app.exception
    assert len(app.title) == 1


def test_home_asks_the_question_of_every_lesson() -> None:
    labels = [link.proto.label for link in opened("streamlit_app.py").get("page_link")]
    assert {f"**{lesson.question}**" for lesson in LESSONS} <= set(labels)


def test_a_broken_link_is_named_and_the_rest_stands() -> None:
    app = opened("pages/gd_vs_ascent.py", eta="0", steps="1.5", x0="2.5", dim="3")
    assert not app.exception
    (warning,) = app.warning
    assert all(f"`{name}`" in warning.value for name in ("eta", "steps", "dim"))
    assert "x0" not in warning.value
    assert app.number_input(key="x0").value == 2.5


def test_a_wrong_function_is_pointed_at_and_the_last_good_one_stays() -> None:
    app = opened("pages/gd_vs_ascent.py")
    app.text_input(key="f").input("x^2 + $").run()
    assert not app.exception
    assert "x^2 + $\n      ▲" in shown(app)
    assert any("x^{2} - 4" in latex.value for latex in app.latex)


def test_text_of_a_person_never_becomes_markdown() -> None:
    app = opened("pages/gd_vs_ascent.py")
    app.text_input(key="f").input("**bold** <b>").run()
    assert not any("bold" in str(element.value) for element in app.markdown)


def test_an_example_sets_all_its_values_at_once() -> None:
    app = opened("pages/gd_vs_ascent.py", x0="3", step="2")
    example = EXAMPLES["gd_vs_ascent"][3]
    app.session_state["examples"] = True
    app.run().button(key=f"example: {example.name}").click().run()
    assert app.text_input(key="f").value == example.values["f"]
    assert canonical(app.number_input(key="x0").value) == example.values["x0"]
    assert canonical(app.select_slider(key="eta").value) == example.values["eta"]
    assert example.notice in shown(app)


def test_reset_returns_to_the_example_in_hand() -> None:
    app = opened("pages/gd_vs_ascent.py")
    example = EXAMPLES["gd_vs_ascent"][3]
    app.session_state["examples"] = True
    app.run().button(key=f"example: {example.name}").click().run()
    app.number_input(key="x0").set_value(-1.0).run()
    app.button(key="reset to example").click().run()
    assert canonical(app.number_input(key="x0").value) == example.values["x0"]


def test_a_rate_of_zero_is_refused_at_its_box_and_the_old_one_stands() -> None:
    app = opened("pages/gd_vs_ascent.py")
    app.number_input(key="eta: exactly").set_value(0.0).run()
    assert values_after(app, "gd_vs_ascent")["eta"] == "0.4"
    assert "Learning rate η must be greater than 0." in shown(app)


def test_the_steps_are_read_one_at_a_time() -> None:
    app = opened("pages/gd_vs_ascent.py", step="2")
    app.button(key="steps: Next").click().run()
    assert values_after(app, "gd_vs_ascent")["step"] == "3"
    assert "3 of 5" in shown(app)
