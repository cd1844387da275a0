"""The parts of Training as a person walks through them: golf shot after shot, a network edge by edge."""

import re

from playwright.sync_api import Page, expect

from tests.browser.app import Open, calm, drawn, picture_of, says, settle

LESSON = "/training"
NETWORK = f"{LESSON}?model=two_two_one&data=xor&eta=1&batch=4&epochs=300&seed=1&sample=4&tab=Backpropagation"


def readout(page: Page, words: str) -> str:
    """The one line of numbers in the picture that begins so."""
    return page.locator("svg.marks text").filter(has_text=re.compile(f"^{words}")).first.text_content() or ""


def test_the_ball_comes_nearer_shot_by_shot_without_a_round_trip(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    address = page.url
    slider = page.locator("input[name=shot]")
    slider.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    assert "too short" in readout(page, "shot 1:")
    page.keyboard.press("End")
    page.wait_for_timeout(200)
    assert "0.0498 m too short" in readout(page, "shot 9:")
    assert page.url == address
    picture_of(page, "training-idea")
    assert calm(page) == []


def test_next_walks_the_network_forward_and_back_edge_by_edge(open_page: Open) -> None:
    page = open_page(f"{NETWORK}&step=4", scheme="dark")
    drawn(page)
    assert "−(y − ŷ)" in readout(page, "∂L/∂z")
    page.get_by_role("button", name="Next").click()
    says(page, "step", "5")
    settle(page)
    drawn(page)
    first = readout(page, "∂L/∂w₁ =")
    assert re.fullmatch(r"∂L/∂w₁ = \S+ · \S+ = \S+", first)
    for _ in range(3):
        page.keyboard.press("n")
        page.wait_for_timeout(400)
    says(page, "step", "8")
    drawn(page)
    assert readout(page, "∂L/∂w₁₁ =").count("·") == 3
    expect(page.get_by_text("w₁₁ leads from x₁ to a₁")).to_be_visible()
    picture_of(page, "training-backpropagation-dark")
    assert calm(page) == []
