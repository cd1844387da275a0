"""GD vs Ascent as a person uses it: drag η, click a start, scrub, read the verdict, take the numbers home."""

import csv
import io
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.app import PHONE, Open, drawn, picture_of, says, settle, values, violations

LESSON = "/gd_vs_ascent"
SURFACE = f"{LESSON}?dim=2&g=85-x^2(x-6)y^2(y-6)/90&px=0.5&py=0.6&eta=0.05&steps=150"


def readouts(page: Page) -> list[str]:
    """The lines of numbers above the picture."""
    return [text for text in page.locator(".readout_marks text").all_text_contents() if text]


def scrubber(page: Page) -> Locator:
    return page.get_by_role("slider", name="step k")


def test_the_first_example_is_on_screen_with_its_numbers(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    expect(page.get_by_text("Descent has come to x = 1.99936 after 5 steps")).to_be_visible()
    expect(page.get_by_text("each step is 1.8 times as long as the one before")).to_be_visible()
    assert any("descent, step 5: x = 1.99936" in line for line in readouts(page))


def test_scrubbing_answers_in_the_browser(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    address = page.url
    scrubber(page).focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(200)
    assert any("descent, step 2: x = 1.92" in line for line in readouts(page))
    assert page.url == address


def test_a_moved_rate_keeps_the_scrubber_where_it_is(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    scrubber(page).focus()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    page.get_by_role("slider", name="Learning rate η").focus()
    page.keyboard.press("ArrowRight")
    says(page, "eta", "0.45")
    drawn(page)
    assert scrubber(page).input_value() == "3"
    assert any("step 3: x = 1.998" in line for line in readouts(page))


def test_a_click_on_the_curve_sets_the_start(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    plane = page.locator(".plane_marks path").first.bounding_box()
    assert plane is not None
    page.mouse.move(plane["x"] + plane["width"] * 0.4, plane["y"] + plane["height"] * 0.3)
    page.mouse.move(plane["x"] + plane["width"] * 0.75, plane["y"] + plane["height"] * 0.3)
    page.mouse.click(plane["x"] + plane["width"] * 0.75, plane["y"] + plane["height"] * 0.3)
    page.wait_for_function("new URLSearchParams(location.search).has('x0')")
    settle(page)
    assert float(values(page)["x0"]) == pytest.approx(4, abs=0.1)
    expect(page.get_by_label("Start x₀", exact=True)).to_have_value(values(page)["x0"])


def test_a_click_on_the_plane_sets_both_coordinates(open_page: Open) -> None:
    page = open_page(SURFACE)
    drawn(page)
    plane = page.locator(".plane_marks path").first.bounding_box()
    assert plane is not None
    page.mouse.move(plane["x"] + 5, plane["y"] + 5)
    page.mouse.click(plane["x"] + plane["width"] * 0.5, plane["y"] + plane["height"] * 0.5)
    page.wait_for_function("new URLSearchParams(location.search).get('px') !== '0.5'")
    settle(page)
    assert float(values(page)["px"]) == pytest.approx(3, abs=0.3)
    assert float(values(page)["py"]) == pytest.approx(3, abs=0.3)


def test_next_moves_the_picture_along_with_the_worked_step(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    page.locator("h1").click()
    page.keyboard.press("n")
    says(page, "step", "1")
    drawn(page)
    assert any("descent, step 1: x = 1.6" in line for line in readouts(page))
    worked = page.locator(".st-key-worked-step-1 annotation").first.text_content()
    assert worked is not None
    assert re.search(r"0 - 0\.4 \\cdot .*2 \\cdot 0 - 4.*1\.6", worked.replace("\n", " "))


def test_two_variables_walk_to_the_published_first_step(open_page: Open) -> None:
    page = open_page(f"{SURFACE}&step=1")
    drawn(page)
    expect(page.get_by_text("Descent has converged: (x, y) = (4, 4)")).to_be_visible()
    assert any("(0.50567, 0.604675)" in line for line in readouts(page))
    picture_of(page, "gd_vs_ascent-two-variables")


def test_the_switch_to_two_variables_answers_at_once_and_keeps_what_is_typed(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    page.get_by_text("f(x, y)", exact=True).click()
    field = page.get_by_label("f(x, y) =", exact=True)
    field.fill("x^2 + 30y^2")
    says(page, "g", "x^2 + 30y^2")
    expect(page.get_by_label("Start y₀", exact=True)).to_be_visible()
    expect(field).to_have_value("x^2 + 30y^2")


def test_a_function_of_two_variables_in_the_wrong_field_is_one_click_away(open_page: Open) -> None:
    page = open_page(LESSON)
    page.get_by_label("f(x) =", exact=True).fill("x^2 + 30y^2")
    page.get_by_role("button", name="Read it as f(x, y)").click()
    says(page, "dim", "2")
    says(page, "g", "x^2 + 30y^2")


def test_a_start_that_leads_nowhere_has_another_one_beside_it(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=ln x")
    drawn(page)
    page.get_by_role("button", name="Start at x = ").click()
    page.wait_for_function("new URLSearchParams(location.search).has('x0')")
    expect(page.get_by_text("Ascent has come to")).to_be_visible()


def test_the_numbers_can_be_taken_home(open_page: Open) -> None:
    page = open_page(LESSON)
    page.get_by_role("radio", name="Numbers").click()
    with page.expect_download() as caught:
        page.get_by_role("button", name="All numbers as CSV").click()
    rows = list(csv.DictReader(io.StringIO(caught.value.path().read_text())))
    assert [row["x"] for row in rows if row["run"] == "descent"] == [
        "0.0",
        "1.6",
        "1.92",
        "1.984",
        "1.9968",
        "1.99936",
    ]


def test_ascending_minus_f_is_descending_f(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Down or up")
    expect(page.get_by_text("make a loss small")).to_be_visible()
    page.get_by_text("Ascend −f instead").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    says(page, "flip", "true")
    says(page, "tab", "Down or up")
    picture_of(page, "gd_vs_ascent-mirror")


def test_a_start_outside_the_domain_is_said_and_a_click_mends_it(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=ln x&x0=-1")
    drawn(page)
    expect(page.get_by_text("The run cannot start here: log(x) is not defined at x = −1")).to_be_visible()
    plane = page.locator(".plane_marks path").first.bounding_box()
    assert plane is not None
    page.mouse.move(plane["x"] + 5, plane["y"] + 5)
    page.mouse.click(plane["x"] + plane["width"] * 0.6, plane["y"] + plane["height"] * 0.3)
    expect(page.get_by_text("The run cannot start here")).to_have_count(0)
    expect(page.get_by_text("Ascent has come to")).to_be_visible()


def test_a_window_set_by_hand_is_drawn(open_page: Open) -> None:
    page = open_page(f"{LESSON}?xlo=-10&xhi=10")
    drawn(page)
    described = page.locator("[role='graphics-document'], [aria-roledescription='visualization']").first
    assert "from −10 to 10" in (described.get_attribute("aria-label") or "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "path"), [("one", f"{LESSON}?step=1"), ("two", f"{SURFACE}&step=30")])
def test_each_picture_in_each_theme_is_clean(open_page: Open, name: str, path: str, scheme: str) -> None:
    page = open_page(path, scheme=scheme)
    drawn(page)
    picture_of(page, f"gd_vs_ascent-{name}-{scheme}")
    assert violations(page) == []


def test_on_a_phone_everything_is_there_and_clean(open_page: Open) -> None:
    page = open_page(f"{LESSON}?step=1", size=PHONE)
    drawn(page)
    picture_of(page, "gd_vs_ascent-phone")
    assert violations(page) == []
    expect(page.get_by_role("button", name="Next")).to_be_visible()
