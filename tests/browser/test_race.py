"""A race as a person follows it: four optimisers on one map, scrubbed together, another one joins."""

import re

from playwright.sync_api import Page, expect

from tests.browser.app import PHONE, Open, calm, drawn, picture_of, says, settle

LESSON = "/gd_vs_ascent"
ELLIPSE = f"{LESSON}?dim=2&g=x^2 %2B 25y^2&px=5&py=2&eta=0.02"
RACE = f"{ELLIPSE}&tab=Race"


def racers(page: Page) -> list[str]:
    """The names right of the map, each with its value at the step shown."""
    chart = page.locator("svg.marks").first
    return [text for text in chart.locator(".racers_marks text").all_text_contents() if text]


def test_a_race_is_followed_step_by_step_in_the_browser(open_page: Open) -> None:
    page = open_page(RACE, scheme="dark")
    drawn(page)
    expect(page.get_by_text("Newton at (x, y) = (0, 0) is first within 0.001 of a minimum")).to_be_visible()
    assert [re.split(",", text)[0] for text in racers(page)] == ["Gradient", "Momentum", "Adam", "Newton"]
    end, address = racers(page), page.url
    page.get_by_role("slider", name="step k").first.focus()
    page.keyboard.press("Home")
    page.wait_for_timeout(200)
    assert all(text.endswith("f = 125") for text in racers(page))  # 5² + 25·2², where all begin
    assert racers(page) != end
    assert page.url == address
    page.get_by_role("combobox", name="Race against").fill("BFGS")
    page.keyboard.press("Enter")
    says(page, "against", "momentum,adam,newton,bfgs")
    expect(page.locator("svg.marks").first.get_by_text(re.compile("^BFGS, f = "))).to_be_visible()
    page.keyboard.press("Escape")
    picture_of(page, "gd_vs_ascent-race-dark")
    assert calm(page) == []


def test_many_starts_are_drawn_and_clean(open_page: Open) -> None:
    page = open_page(f"{ELLIPSE}&tab=Many starts&length=500")
    drawn(page)
    expect(page.get_by_text("Of 100 starts 100 % have come to one place.")).to_be_visible()
    assert page.locator("svg.marks .points_marks path").count() == 100
    picture_of(page, "gd_vs_ascent-many-starts")
    assert calm(page) == []


def test_a_click_on_the_map_of_momentum_takes_the_pair(open_page: Open) -> None:
    page = open_page(f"{ELLIPSE}&tab=Momentum")
    drawn(page)
    before = page.url
    plane = page.locator(".plane_marks path").first.bounding_box()
    assert plane is not None
    page.mouse.move(plane["x"] + 5, plane["y"] + 5)
    page.mouse.click(plane["x"] + plane["width"] / 2, plane["y"] + plane["height"] / 2)
    page.wait_for_function("before => location.href !== before", arg=before)
    settle(page)
    says(page, "momentum_beta", "0.5")
    # η = 0.04 and λ = 2: the larger root of z² − (1 + β − ηλ) z + β is (1.42 + √(1.42² − 2))/2 = 0.774.
    expect(page.get_by_text(re.compile(r"In the end a step leaves 0\.774"))).to_be_visible()


def test_on_a_phone_the_race_is_there_and_clean(open_page: Open) -> None:
    page = open_page(RACE, size=PHONE)
    drawn(page)
    assert calm(page) == []
    expect(page.get_by_text("is first within 0.001 of a minimum")).to_be_visible()


def test_a_race_on_a_line_is_scrubbed_on_the_curve_and_begins_where_it_is_clicked(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Race")
    drawn(page)
    page.get_by_role("slider", name="step k").first.focus()
    page.keyboard.press("Home")
    page.wait_for_timeout(200)
    assert all(text.endswith("f = 4") for text in racers(page))  # (0 − 2)², where all begin
    before = page.url
    plane = page.locator(".plane_marks path").first.bounding_box()
    assert plane is not None
    page.mouse.move(plane["x"] + 5, plane["y"] + 5)
    page.mouse.click(plane["x"] + plane["width"] / 4, plane["y"] + plane["height"] / 2)
    page.wait_for_function("before => location.href !== before", arg=before)
    settle(page)
    assert "x0=" in page.url and "tab=Race" in page.url
    assert len(racers(page)) == 4
    assert calm(page) == []


def test_the_error_of_momentum_is_read_axis_by_axis_at_the_step(open_page: Open) -> None:
    page = open_page(f"{ELLIPSE}&tab=Momentum&momentum_beta=0.64", scheme="dark")
    drawn(page)
    page.get_by_text("Error, axis by axis").click()
    says(page, "look", "curves")
    drawn(page)
    slider = page.get_by_role("slider", name="step k").first
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_timeout(200)
    # The start is (5, 2), and the axes are those of x and y.
    told = page.locator("svg.marks").first.locator(".measured_marks text").all_text_contents()
    assert told == ["λ = 2: |e| = 5", "λ = 50: |e| = 2"]
    foretold = page.locator("svg.marks").first.locator(".foretold_marks text").all_text_contents()
    assert foretold == ["dashed: × 0.8 a step"] * 2
    picture_of(page, "gd_vs_ascent-momentum-components-dark")
    assert calm(page) == []
