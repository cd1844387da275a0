"""Myths, Glossary and the words of a lesson as a person uses them."""

import pytest
from playwright.sync_api import expect

from tests.browser.app import DESKTOP, PHONE, Open, bottom, calm, picture_of, says, settle

MYTHS, GLOSSARY = "/myths?lesson=gradient", "/glossary?term=gradient&letter=G"


@pytest.mark.parametrize(
    ("path", "scheme", "size"),
    [
        (MYTHS, "light", DESKTOP),
        (GLOSSARY, "dark", DESKTOP),
        (MYTHS, "dark", PHONE),
        (GLOSSARY, "light", PHONE),
    ],
)
def test_each_reference_page_is_clean(open_page: Open, path: str, scheme: str, size: dict[str, int]) -> None:
    page = open_page(path, scheme=scheme, size=size)
    picture_of(page, f"{path[1:].split('?')[0]}-{scheme}-{size['width']}")
    assert calm(page) == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= size["width"]


def test_a_myth_opens_in_its_lesson_and_back_leads_to_the_list(open_page: Open) -> None:
    page = open_page(MYTHS)
    assert bottom(page, ".st-key-choosing") < DESKTOP["height"] / 3
    page.get_by_role("link", name="See it in Gradient").nth(1).click()
    says(page, "px", "-1")
    expect(page.get_by_label("f(x, y) =", exact=True)).to_have_value("x^2 + y^2")
    page.go_back()
    says(page, "lesson", "gradient")
    expect(page.get_by_text("Follow the gradient to the minimum.")).to_be_visible()


def test_a_search_is_in_the_address_and_survives_a_reload(open_page: Open) -> None:
    page = open_page("/glossary")
    page.get_by_label("Find", exact=True).fill("machine")
    says(page, "find", "machine")
    page.reload()
    settle(page)
    expect(page.get_by_label("Find", exact=True)).to_have_value("machine")
    expect(page.get_by_text("2⁻⁵² in float64")).to_be_visible()


def test_a_word_of_a_lesson_is_shown_by_the_pointer_and_opened_by_the_keyboard(open_page: Open) -> None:
    page = open_page("/limits?tab=Continuity")
    row = page.locator(".st-key-words")
    word, line = row.get_by_role("button", name="hole", exact=True), row.get_by_text("one value mends it")
    word.hover()
    expect(line).to_be_visible()
    page.mouse.move(1, 1)
    expect(line).to_be_hidden()
    word.focus()
    page.keyboard.press("Enter")
    expect(line).to_be_visible()
    page.keyboard.press("Escape")
    expect(line).to_be_hidden()
    expect(word).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    glossary = opened.value
    settle(glossary)
    says(glossary, "term", "hole")
    expect(glossary.locator(".st-key-term-in-hand").get_by_text("one value mends it")).to_be_visible()
    says(page, "tab", "Continuity")
