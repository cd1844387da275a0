"""Every page, in both themes and at both widths: open to everyone, and no wider than its screen."""

import pytest
from playwright.sync_api import expect

from tests.browser.app import DESKTOP, Open, calm, drawn, picture_of, settle
from ui.course import LESSONS

NARROW = {"width": 360, "height": 740}
PAGES = ["", *(row.name for row in LESSONS)]

TOO_WIDE = "document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth"
# What a picture says of itself now is the name of a mark; the names of axes and of the whole do not count.
NAMES = """pictures => pictures.map(picture =>
  [...picture.querySelectorAll('[aria-roledescription$=" mark"]')].map(mark => mark.ariaLabel).join(' '))"""
DURATIONS = """[...document.querySelectorAll('*')].map(each => getComputedStyle(each))
  .flatMap(style => [style.transitionDuration, style.animationDuration])
  .flatMap(text => text.split(', ').map(parseFloat))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_nobody_is_kept_out(open_page: Open, name: str, scheme: str) -> None:
    page = open_page(f"/{name}", scheme=scheme)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    for size in (DESKTOP, NARROW):
        page.set_viewport_size(size)
        settle(page)
        found = calm(page)
        picture_of(page, f"everyone-{name or 'home'}-{scheme}-{size['width']}")
        assert found == [], size
        assert page.evaluate(TOO_WIDE) <= 0, size


@pytest.mark.parametrize("name", [row.name for row in LESSONS if row.kind == "lesson"])
def test_a_screen_reader_is_told_the_numbers_of_each_picture(open_page: Open, name: str) -> None:
    page = open_page(f"/{name}")
    page.locator("svg.marks").first.wait_for()
    for told in page.locator("svg.marks").evaluate_all(NAMES):
        assert any(letter.isdigit() for letter in told), told


def test_an_open_word_and_an_open_fold_are_readable_in_the_dark(open_page: Open) -> None:
    page = open_page("/limits", scheme="dark")
    page.get_by_role("button", name="Share").click()
    page.get_by_test_id("stPopoverBody").wait_for()
    assert calm(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="oscillation", exact=True).click()
    expect(page.get_by_role("dialog", name="oscillation")).to_be_visible()
    assert calm(page) == []


def test_nothing_moves_for_who_asked_for_less_motion(open_page: Open) -> None:
    page = open_page("/limits")
    drawn(page)
    page.wait_for_function(f"Math.max(...{DURATIONS}) <= 0.001")
