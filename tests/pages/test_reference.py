"""Myths and Glossary without a browser: what is chosen, what is found, and where it leads."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from core.glossary import TERMS, letters
from core.myths import MYTHS
from tests.pages.app import opened, said, shown, values_after
from ui.course import LESSONS, Lesson
from ui.keys import KEYS
from ui.terms import words_of

MYTHS_PAGE, GLOSSARY = "pages/myths.py", "pages/glossary.py"
ALL = [myth for rows in MYTHS.values() for myth in rows]


def links(app: AppTest) -> list[tuple[str, str]]:
    """Page and query of every link on screen."""
    return [(link.proto.page, link.proto.query_string) for link in app.main.get("page_link")]


def statements(app: AppTest) -> list[str]:
    return [text.removeprefix("**Myth.** ") for text in shown(app) if text.startswith("**Myth.**")]


def terms(app: AppTest) -> list[str]:
    """The titles listed, without the one in hand."""
    return [text.split("**")[1] for text in shown(app) if text.startswith("**")]


def test_all_myths_stand_on_one_page_with_their_counterexamples() -> None:
    app = opened(MYTHS_PAGE)
    assert statements(app) == [myth.statement for myth in ALL]
    for myth in ALL:
        assert myth.truth in shown(app)
        assert myth.compute().sentence in shown(app)


def test_every_myth_leads_to_its_lesson_with_its_values() -> None:
    found = links(opened(MYTHS_PAGE))
    for name, rows in MYTHS.items():
        leading = [query for page, query in found if page == name]
        assert [query.count("=") for query in leading] == [len(myth.values) for myth in rows]


def test_a_lesson_is_chosen_in_the_address_and_by_hand() -> None:
    app = opened(MYTHS_PAGE, lesson="gradient")
    assert statements(app) == [myth.statement for myth in MYTHS["gradient"]]
    app.button_group(key="lesson").set_value("learning_rate").run()
    assert statements(app) == [myth.statement for myth in MYTHS["learning_rate"]]
    assert values_after(app, "myths")["lesson"] == "learning_rate"


def test_words_choose_the_myths_that_hold_them_in_any_part() -> None:
    app = opened(MYTHS_PAGE, find="JACOBIAN inputs")
    assert statements(app) == ["The Jacobian of a function from ℝⁿ to ℝᵐ is an n × m matrix."]
    assert f"1 of {len(ALL)} statements, each refuted by numbers computed here." in said(app)


def test_what_no_myth_holds_is_said() -> None:
    app = opened(MYTHS_PAGE, find="zebra")
    assert statements(app) == []
    assert "No myth has all these words. Try fewer, or another lesson." in shown(app)


@pytest.mark.parametrize("page", [MYTHS_PAGE, GLOSSARY])
def test_what_is_looked_for_is_never_markdown_and_never_too_long(page: str) -> None:
    app = opened(page)
    app.text_input(key="find").input("**bold** <b>").run()
    assert not any("bold" in str(element.value) for element in app.markdown)
    app.text_input(key="find").input("x" * 61).run()
    assert not app.exception
    assert "Look for at most 60 letters." in shown(app)


def test_the_glossary_lists_every_term_by_letter() -> None:
    app = opened(GLOSSARY)
    assert terms(app) == [one.title for one in TERMS.values()]
    assert [header.value for header in app.header] == list(letters())
    assert f"{len(TERMS)} of {len(TERMS)} terms." in said(app)


def test_a_letter_lists_its_terms_alone() -> None:
    app = opened(GLOSSARY, letter="H")
    assert terms(app) == [one.title for one in TERMS.values() if one.name[0] in "Hh"]


def test_a_term_in_the_address_stands_on_top_with_its_lesson() -> None:
    app = opened(GLOSSARY, term="machine-epsilon", letter="W")
    assert terms(app)[0] == "machine epsilon ε"
    assert links(app)[0] == ("numerical_error", "tab=Machine+%CE%B5")
    app.selectbox(key="term").select("gradient").run()
    assert terms(app)[0] == "gradient ∇f"
    assert values_after(app, "glossary")["term"] == "gradient"


def test_a_term_there_is_not_is_named_and_the_list_stands() -> None:
    app = opened(GLOSSARY, term="nonsense")
    (warning,) = app.warning
    assert "`term`" in warning.value
    assert len(terms(app)) == len(TERMS)


def test_words_search_names_and_lines() -> None:
    assert {"momentum β", "Nesterov momentum", "Adam"} <= set(terms(opened(GLOSSARY, find="momentum")))


@pytest.mark.parametrize(
    ("tab", "words"),
    [
        ("Continuity", ["continuous", "domain", "hole", "jump", "pole"]),
        ("To the derivative", ["difference quotient", "rate of change", "secant", "tangent"]),
        ("Tables", []),
    ],
)
def test_a_part_of_a_lesson_has_its_words(tab: str, words: list[str]) -> None:
    assert [one.name for one in words_of("limits", tab)] == words


@pytest.mark.parametrize("lesson", [row for row in LESSONS if row.kind == "lesson"], ids=lambda row: row.name)
def test_the_words_of_a_part_are_one_element(lesson: Lesson) -> None:
    app = opened(lesson.path)
    assert not app.exception
    (row,) = (each for each in app.get("bidi_component") if each.proto.component_name == "words")
    sent = json.loads(row.proto.json)["words"]
    first = next((key.default for key in KEYS[lesson.name] if key.name == "tab"), "")
    assert sent == [[one.key, one.title, one.line] for one in words_of(lesson.name, first)] != []


def test_the_reference_pages_stand_behind_the_lessons() -> None:
    kinds = [lesson.kind for lesson in LESSONS]
    assert kinds == sorted(kinds)
    assert {"myths", "glossary"} <= {lesson.name for lesson in LESSONS if lesson.kind == "reference"}
