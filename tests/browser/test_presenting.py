"""Presenter view as a room sees it at 1280 × 720, and as a speaker leads it: by keys alone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.app import DESKTOP, Open, calm, drawn, picture_of, says, settle, values
from ui.course import LESSONS

LESSON = "/gd_vs_ascent"
LESSON_NAMES = [lesson.name for lesson in LESSONS if lesson.kind == "lesson"]

# A capital of Source Sans is 0.66 of its size. From eight screen heights away, the last row by the 4-6-8 rule
# of projection, those of 17 pixels on 720 are 6.7 arc minutes tall; Snellen's line for normal sight has 5.
LEAST_IN_PICTURES, LEAST_IN_TEXT = 17, 19

_LETTERS = """svgs => svgs.flatMap(svg => [...svg.querySelectorAll('text')]).map(text => {
  const { a, b } = text.getScreenCTM();
  return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
})"""


def letters(page: Page) -> list[float]:
    """How tall the letters of the pictures are on the screen, in pixels."""
    sizes: list[float] = page.locator("svg.marks").evaluate_all(_LETTERS)
    return sizes


def edges(element: Locator) -> tuple[float, float]:
    """The right and the lower edge on the screen."""
    box = element.bounding_box()
    assert box is not None
    return box["x"] + box["width"], box["y"] + box["height"]


def button(page: Page, name: str) -> None:
    """Wait for a button: its key works from then on."""
    expect(page.get_by_role("button", name=name).first).to_be_visible()


@pytest.fixture(scope="module")
def projector(browser: Browser) -> Iterator[Page]:
    """One page for all lessons: its browser has loaded the app once."""
    with browser.new_context(viewport=DESKTOP, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.mark.parametrize("name", LESSON_NAMES)
def test_picture_and_verdict_are_on_the_first_screen_and_can_be_read(
    projector: Page, address: str, name: str
) -> None:
    page = projector
    page.goto(f"{address}/{name}?present=true")
    drawn(page)
    checked = page.get_by_role("button", name=re.compile("^Checked")).first
    expect(checked).to_be_visible()
    picture_of(page, f"presenting-{name}")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")
    picture_right, picture_bottom = edges(page.locator("svg.marks").first)
    verdict_right, verdict_bottom = edges(checked)
    assert max(picture_right, verdict_right) <= DESKTOP["width"]
    assert max(picture_bottom, verdict_bottom) <= DESKTOP["height"]
    assert picture_right <= (checked.bounding_box() or {"x": 0})["x"]
    assert min(letters(page)) >= LEAST_IN_PICTURES
    sizes = main.get_by_test_id("stText").evaluate_all(
        "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize))"
    )
    assert min(sizes) >= LEAST_IN_TEXT
    for control in ("Slider", "NumberInput", "TextInput"):
        above_the_parts = page.locator(f":has(~ .st-key-tab) [data-testid=st{control}]")
        expect(above_the_parts.locator("visible=true")).to_have_count(0)
    expect(page.get_by_test_id("stSidebar").locator("visible=true")).to_have_count(0)


def test_presenter_view_is_open_to_everyone_in_the_dark_theme_too(open_page: Open) -> None:
    page = open_page(f"{LESSON}?present=true", scheme="dark")
    drawn(page)
    picture_of(page, "presenting-dark")
    assert calm(page) == []


def test_examples_pass_by_at_a_key(projector: Page, address: str) -> None:
    page = projector
    page.goto(f"{address}{LESSON}?present=true")
    drawn(page)
    formula = page.locator(".st-key-echo annotation")
    own = formula.text_content() or ""
    button(page, "Next example")
    page.keyboard.press("e")
    expect(formula).not_to_have_text(own)
    page.keyboard.press("Shift+E")
    expect(formula).to_have_text(own)


def test_a_speaker_leads_by_keys_alone(open_page: Open) -> None:
    page = open_page(f"{LESSON}?x0=1.5")
    button(page, "Present")
    page.keyboard.press("p")
    says(page, "present", "true")
    settle(page)
    button(page, "Leave presenter view")
    for key, place in {"PageDown": "1 of 5", "n": "2 of 5", "PageUp": "1 of 5"}.items():
        page.keyboard.press(key)
        expect(page.get_by_text(place, exact=True)).to_be_in_viewport()
    expect(page.locator("[class*='st-key-worked-step'] .katex-display")).to_be_in_viewport()
    rate = page.get_by_role("slider", name="Learning rate η")
    expect(rate).not_to_be_visible()
    page.keyboard.press("s")
    expect(rate).to_be_visible()
    page.keyboard.press("p")
    says(page, "present", None)
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    assert (values(page)["x0"], values(page)["step"]) == ("1.5", "1")


def test_an_enlarged_picture_knows_where_it_is_clicked_and_grows_with_the_screen(open_page: Open) -> None:
    page = open_page(f"{LESSON}?present=true")
    drawn(page)
    plane = page.locator(".vega-embed path[cursor=crosshair], .vega-embed .plane_marks path").first
    panel = plane.bounding_box()
    assert panel is not None
    page.mouse.click(panel["x"] + 0.75 * panel["width"], panel["y"] + 0.3 * panel["height"])
    page.wait_for_function("new URLSearchParams(location.search).has('x0')")
    assert 3.5 < float(values(page)["x0"]) < 4.5  # the window goes from −2 to 6
    small = min(letters(page))
    page.set_viewport_size({"width": 1920, "height": 1080})
    drawn(page)
    picture_of(page, "presenting-1920")
    assert min(letters(page)) == pytest.approx(1.5 * small, rel=0.01)
