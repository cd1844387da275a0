"""Handing the lesson on: the link on the clipboard, the code on the wall, the page on paper."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.app import Open, drawn, picture_of

LESSON = "/gd_vs_ascent?x0=1.5&step=2"


def scanned(page: Page) -> str | None:
    """What a phone makes of the screen when the code has come to rest."""
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    page.wait_for_timeout(400)
    seen = zxingcpp.read_barcode(Image.open(BytesIO(page.screenshot())))
    return str(seen.text) if seen else None


def test_one_press_copies_the_link_and_another_shows_its_code(open_page: Open, address: str) -> None:
    page = open_page(LESSON)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.get_by_role("button", name="Share").click()
    fold = page.get_by_test_id("stPopoverBody")
    fold.get_by_role("button", name="Copy link").click()
    expect(fold.get_by_role("status").get_by_text("Copied.")).to_be_visible()
    picture_of(page, "sharing")
    assert page.evaluate("navigator.clipboard.readText()") == address + LESSON
    fold.get_by_text("Open in presenter view").click()
    expect(fold.locator("code")).to_contain_text("present=true")
    expect(fold.get_by_text("Copied.")).to_have_count(0)
    fold.get_by_role("button", name="QR code").click()
    assert scanned(page) == f"{address}{LESSON}&present=true"
    picture_of(page, "sharing-code")


def test_a_key_shows_a_room_the_code_as_large_as_the_screen_allows(open_page: Open, address: str) -> None:
    page = open_page(f"{LESSON}&present=true", scheme="dark")
    drawn(page)
    expect(page.get_by_role("button", name="QR code")).to_be_visible()
    page.keyboard.press("q")
    assert scanned(page) == address + LESSON
    box = page.get_by_role("img", name="QR code").bounding_box()
    assert box is not None
    assert 0.7 * 720 <= box["height"] == pytest.approx(box["width"], abs=1)
    assert box["y"] + box["height"] <= 720


def test_on_paper_are_question_function_picture_verdict_and_steps_black_on_white(open_page: Open) -> None:
    page = open_page(LESSON, scheme="dark")
    drawn(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    page.wait_for_timeout(300)
    picture_of(page, "printed")
    for kept in ("h1", ".st-key-echo .katex", "svg.marks", ".st-key-worked-step-2 .katex-display"):
        expect(page.locator(kept).first).to_be_visible()
    expect(page.get_by_text("Descent has come to")).to_be_visible()
    for left_out in ("button", "input", "[data-testid=stSidebar]", "[data-testid=stPageLink]"):
        expect(page.locator(left_out).locator("visible=true")).to_have_count(0)
    ink = "element => getComputedStyle(element).color"
    paper = "element => getComputedStyle(element).backgroundColor"
    assert page.get_by_text("Descent has come to").evaluate(ink) == "rgb(0, 0, 0)"
    assert page.locator("body").evaluate(paper) == "rgb(255, 255, 255)"
