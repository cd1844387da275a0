"""A moved control runs the lesson alone: what frames it is not sent again, and yet is never out of date."""

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.app import Open, says, settle


def sent_for(page: Page, key: str) -> set[str]:
    """The kinds of elements that the server sends for one press of a key, on a slider that has the focus."""
    kinds: set[str] = set()
    page.reload()
    with page.expect_websocket() as opened:
        pass
    settle(page)
    page.get_by_role("slider", name="Learning rate").first.focus()
    opened.value.on("framereceived", lambda payload: kinds.add(kind_of(payload)))
    page.keyboard.press(key)
    page.wait_for_timeout(500)
    settle(page)
    return kinds


def kind_of(payload: str | bytes) -> str:
    message = ForwardMsg()
    message.ParseFromString(payload if isinstance(payload, bytes) else payload.encode())
    return message.delta.new_element.WhichOneof("type") or ""


def test_a_moved_slider_sends_the_picture_and_not_the_course(open_page: Open) -> None:
    kinds = sent_for(open_page("/learning_rate"), "ArrowRight")
    assert "vega_lite_chart" in kinds
    assert not kinds & {"page_link", "text_input", "heading", "html"}


@pytest.mark.parametrize("lesson", ["gd_vs_ascent", "learning_rate", "hessian_newton"])
def test_the_other_kind_of_function_brings_its_own_field(open_page: Open, lesson: str) -> None:
    page = open_page(f"/{lesson}?dim=1")
    expect(page.get_by_label("f(x) =", exact=True)).to_be_visible()
    page.get_by_text("f(x, y)", exact=True).click()
    expect(page.get_by_label("f(x, y) =", exact=True)).to_be_visible()
    says(page, "dim", "2" if lesson != "hessian_newton" else None)


def test_an_open_link_follows_the_step(open_page: Open) -> None:
    page = open_page("/learning_rate")
    page.get_by_role("button", name="Share").click()
    link = page.get_by_test_id("stPopoverBody").locator("code")
    expect(link).not_to_contain_text("step=")
    page.keyboard.press("n")
    expect(link).to_contain_text("step=1")
