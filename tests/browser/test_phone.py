"""A phone of 360 pixels, with a finger: formulas are typed, and everything is large enough to be pressed."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import DESKTOP, Open, drawn, picture_of, says, settle

NARROW = {"width": 360, "height": 740}
FINGER = 44

# Everything that can be pressed and is on screen, with the room there is for a finger around its middle.
SMALL = """least => [...document.querySelectorAll('[data-testid=stMain] :is(a, button, summary, input)')]
  .filter(each => !each.matches('[kind=elementToolbar], [type=range], [role=switch]'))
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().width > 0)
  .filter(each => {
    const { width, height } = each.getBoundingClientRect();
    const around = getComputedStyle(each, '::after');
    const more = around.position === 'absolute' ? -2 * parseFloat(around.top) : 0;
    return width + more < least || height + more < least;
  })
  .map(each => each.outerHTML.slice(0, 120))"""


def tapped(page: Page, *keys: str) -> None:
    for key in keys:
        page.get_by_role("button", name=key, exact=True).tap()
    page.wait_for_timeout(600)
    settle(page)


def test_a_formula_is_typed_with_the_keys_and_reaches_the_picture(open_page: Open) -> None:
    page = open_page("/derivative_rules", size=NARROW, touch=True)
    drawn(page)
    before = page.locator("svg.marks").first.inner_html()
    field = page.get_by_label("f(x) =", exact=True)
    field.tap()
    field.fill("")
    tapped(page, "bar of an absolute value", "x", "bar of an absolute value", "to the power")
    expect(field).to_be_focused()
    page.keyboard.type("3")
    tapped(page, "pi", "square root", "open bracket", "x", "close bracket")
    expect(field).to_have_value("|x|^3π√(x)")
    says(page, "f", "|x|^3π√(x)")
    expect(page.locator(".st-key-echo annotation")).to_contain_text(r"\sqrt{x}")
    expect(page.get_by_text("▲")).to_have_count(0)
    drawn(page)
    assert page.locator("svg.marks").first.inner_html() != before
    picture_of(page, "phone-keys")


def test_a_key_types_at_the_caret_and_over_what_is_selected(open_page: Open) -> None:
    page = open_page("/gradient?g=x%2B9", size=NARROW, touch=True)
    field = page.get_by_label("f(x, y) =", exact=True)
    field.tap()
    field.evaluate("field => field.setSelectionRange(1, 1)")
    tapped(page, "to the power", "y")
    expect(field).to_have_value("x^y+9")
    field.evaluate("field => field.setSelectionRange(4, 5)")
    tapped(page, "pi")
    expect(field).to_have_value("x^y+π")
    says(page, "g", "x^y+π")


@pytest.mark.parametrize("path", ["/", "/limits", "/gd_vs_ascent", "/myths"])
def test_what_is_pressed_is_large_enough_for_a_thumb(open_page: Open, path: str) -> None:
    page = open_page(path, size=NARROW, touch=True)
    page.wait_for_timeout(1500)
    assert page.evaluate(SMALL, FINGER) == []
    pad = page.locator(".st-key-keypad button")
    boxes = [key.bounding_box() for key in pad.all()]
    assert all(box is not None and min(box["width"], box["height"]) >= FINGER for box in boxes)


def test_with_a_mouse_on_a_wide_screen_there_are_no_keys(open_page: Open) -> None:
    page = open_page("/limits", size=DESKTOP)
    expect(page.locator(".st-key-keypad")).to_be_hidden()
    expect(page.get_by_label("f(x) =", exact=True)).to_be_visible()
