"""Limits as a person uses it: zoom, move ε, read the steps, meet a limit that does not exist."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.app import (
    DESKTOP,
    PHONE,
    Open,
    bottom,
    drawn,
    picture_of,
    says,
    settle,
    values,
    violations,
)

LESSON = "/limits"
OSCILLATION = f"{LESSON}?f=sin(1/x)&a=0"
_NESTED = "sin(tan(sin(tan x))) - tan(sin(tan(sin x)))"
SLOW = f"({_NESTED})/x^7 - ({_NESTED})/(asin(atan(asin(atan x))) - atan(asin(atan(asin x))))"
"""−1/15 − 1 at 0; SymPy alone needs many times the two seconds it is given."""


def zoom(page: Page) -> Locator:
    return page.get_by_role("slider", name="zoom 10ᵏ, k")


def words(page: Page) -> list[str]:
    """What stands at the edges of the picture."""
    return page.locator(".st-key-near-the-point .labels_marks text").all_text_contents()


def judged(page: Page) -> None:
    """Wait until the symbols have had their say, however busy the machine is."""
    drawn(page)
    mark = page.get_by_role("button", name="Checked a second way").or_(
        page.get_by_role("button", name="Seen by the numbers")
    )
    expect(mark.first).to_be_visible(timeout=60_000)
    settle(page)


def type_point(page: Page, text: str) -> None:
    page.get_by_label("Point a", exact=True).fill(text)
    page.wait_for_timeout(700)
    settle(page)


def test_the_first_screen_says_what_a_limit_is(open_page: Open) -> None:
    page = open_page(LESSON)
    judged(page)
    expect(page.get_by_text("From both sides f comes as near to 2 as you like")).to_be_visible()
    expect(page.get_by_text("f(1) has no value. The limit does not ask for one")).to_be_visible()
    expect(page.get_by_text("Whenever 0 < |x − 1| < 0.3, f(x) is within 0.3 of 2")).to_be_visible()
    assert bottom(page, ".st-key-near-the-point .vega-embed") < DESKTOP["height"]
    assert bottom(page, ".st-key-tab") < DESKTOP["height"]
    picture_of(page, "limits-first")


def test_zooming_answers_in_the_browser_down_to_a_width_of_a_billionth_of_a_thousandth(
    open_page: Open,
) -> None:
    page = open_page(LESSON)
    judged(page)
    address = page.url
    assert words(page)[:3] == ["0", "a = 1", "2"]
    zoom(page).focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    assert words(page)[:3] == ["1 − 10⁻¹²", "a = 1", "1 + 10⁻¹²"]
    assert page.locator(".st-key-near-the-point .curve_marks path").count() > 0
    assert page.url == address
    picture_of(page, "limits-zoomed")


def test_a_moved_epsilon_moves_delta_and_keeps_the_zoom(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=2x&a=3")
    judged(page)
    zoom(page).focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("slider", name="ε: how near f has to be").focus()
    page.keyboard.press("ArrowLeft")
    says(page, "eps", "0.28")
    expect(page.get_by_text("Whenever 0 < |x − 3| < 0.14, f(x) is within 0.28 of 6")).to_be_visible()
    assert zoom(page).input_value() == "1"


def test_next_leads_through_the_steps_by_button_and_by_key(open_page: Open) -> None:
    page = open_page(LESSON)
    judged(page)
    expect(page.get_by_text("0 of 2", exact=True)).to_be_visible()
    page.get_by_role("button", name="Next").click()
    says(page, "step", "1")
    expect(page.get_by_text("Factor and cancel", exact=True)).to_be_visible()
    settle(page)
    page.locator("h1").click()
    page.keyboard.press("n")
    says(page, "step", "2")
    page.keyboard.press("b")
    says(page, "step", "1")


def test_a_limit_that_does_not_exist_has_two_witnesses_at_every_zoom(open_page: Open) -> None:
    page = open_page(OSCILLATION)
    judged(page)
    expect(page.get_by_text("No limit: f never settles", exact=True)).to_be_visible()
    expect(page.get_by_text("so no L is within ε of both")).to_be_visible()
    zoom(page).focus()
    for _ in range(4):
        expect(page.locator(".st-key-near-the-point .witnesses_marks path")).to_have_count(2)
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(150)


def test_the_mark_opens_to_what_both_witnesses_said(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=floor x&a=2")
    judged(page)
    page.get_by_role("button", name="Checked a second way").first.click()
    opened = page.get_by_test_id("stPopoverBody")
    for word in ("symbols", "numbers", "from the left", "from the right"):
        expect(opened).to_contain_text(word)
    picture_of(page, "limits-witnesses")


def test_a_point_is_typed_and_survives_reload_and_back(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=tan x&a=1")
    judged(page)
    type_point(page, "pi/2")
    says(page, "a", "pi/2")
    expect(page.get_by_text("No limit: the sides differ", exact=True)).to_be_visible()
    page.get_by_text("left", exact=True).first.click()
    says(page, "side", "left")
    expect(page.get_by_text("Grows without bound", exact=True)).to_be_visible()
    page.reload()
    settle(page)
    expect(page.get_by_label("Point a", exact=True)).to_have_value("pi/2")
    expect(page.get_by_text("Grows without bound", exact=True)).to_be_visible()
    page.get_by_role("button", name="Examples").click()
    page.get_by_role("button", name="sin x, far out").click()
    says(page, "a", "oo")
    expect(page.get_by_text("No limit: f never settles", exact=True)).to_be_visible()
    page.go_back()
    says(page, "a", "pi/2")
    expect(page.get_by_text("Grows without bound", exact=True)).to_be_visible()


def test_nonsense_for_a_point_is_pointed_at_and_the_picture_stays(open_page: Open) -> None:
    page = open_page(LESSON)
    judged(page)
    type_point(page, "2 + $")
    expect(page.get_by_text("The point cannot be read.")).to_be_visible()
    assert page.get_by_text("▲").inner_text().split("\n")[1].index("▲") == 4
    assert words(page)[1] == "a = 1"
    assert "a" not in values(page)
    type_point(page, "-oo")
    says(page, "a", "-oo")
    expect(page.get_by_text("As x falls, f falls below every bound.")).to_be_visible()


def test_what_takes_the_symbols_too_long_is_left_undecided_with_the_numbers_beside_it(
    open_page: Open,
) -> None:
    page = open_page(f"{LESSON}?f=x&a=0")
    judged(page)
    page.get_by_label("f(x) =", exact=True).fill(SLOW)
    mark = page.get_by_role("button", name="Only the numbers answered")
    expect(mark).to_be_visible(timeout=60_000)
    expect(page.get_by_text("the values near the point suggest −1.066666667")).to_be_visible()
    expect(page.locator(".st-key-near-the-point svg.marks")).to_be_visible()
    mark.click()
    expect(page.get_by_test_id("stPopoverBody")).to_contain_text("numbers     −1.0666666666666")


def test_the_tables_go_on_as_far_as_asked(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=(1-cos x)/x^2&a=0")
    judged(page)
    page.get_by_role("radio", name="Tables").click()
    rows = page.get_by_label("Rows", exact=True)
    rows.fill("9")
    rows.press("Enter")
    says(page, "rows", "9")
    expect(page.get_by_text("float64 gives out").first).to_be_visible()
    picture_of(page, "limits-tables")


def test_every_part_opens(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Tables")
    judged(page)
    expect(page.get_by_role("radio", name="Tables")).to_have_attribute("aria-checked", "true")
    for tab in ("Steps", "Tables", "Continuity", "To the derivative", "In the plane", "Myths"):
        page.get_by_role("radio", name=tab).click()
        expect(page.get_by_role("radio", name=tab)).to_have_attribute("aria-checked", "true")
        settle(page)
        expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_oscillation_in_each_theme_is_clean(open_page: Open, scheme: str) -> None:
    page = open_page(OSCILLATION, scheme=scheme)
    judged(page)
    picture_of(page, f"limits-oscillation-{scheme}")
    assert violations(page) == []


def test_on_a_phone_it_is_all_there(open_page: Open) -> None:
    page = open_page(LESSON, size=PHONE)
    judged(page)
    picture_of(page, "limits-phone")
    assert violations(page) == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= PHONE["width"]
    expect(page.get_by_role("button", name="Next")).to_be_visible()
