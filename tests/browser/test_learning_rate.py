"""Learning Rate as a person uses it: drag η through the outcomes, choose it in the sweep, read."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import PHONE, Open, drawn, picture_of, says, settle, values, violations

LESSON = "/learning_rate"
BOWL = f"{LESSON}?dim=2&g=x^2 %2B 30y^2&px=1&py=1&eta=0.03&steps=100"


def set_rate(page: Page, text: str) -> None:
    field = page.get_by_label("Learning rate η, exactly", exact=True)
    field.fill(text)
    field.press("Enter")
    says(page, "eta", text)
    settle(page)


def test_the_sources_pair_is_the_first_thing_to_see(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    expect(page.get_by_text("Overshoots and converges")).to_be_visible()
    expect(page.get_by_text("η·f″ = 1.8 lies between 1 and 2")).to_be_visible()
    expect(page.get_by_text("predicted 0.8, measured 0.8")).to_be_visible()
    names = page.locator("svg.marks text").all_text_contents()
    assert "η = 0.1" in names
    picture_of(page, "learning_rate-first")


def test_eta_leads_through_the_outcomes_on_a_parabola(open_page: Open) -> None:
    page = open_page(f"{LESSON}?steps=40")
    for rate, title in (
        ("0.01", "Crawls"),
        ("0.25", "Converges"),
        ("0.5", "There in one step"),
        ("0.8", "Overshoots and converges"),
        ("1", "Cycles"),
        ("1.1", "Diverges"),
    ):
        set_rate(page, rate)
        expect(page.get_by_text(title, exact=True)).to_be_visible()


def test_a_dragged_rate_changes_the_verdict(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    page.get_by_role("slider", name="Learning rate η").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(150)
    says(page, "eta", "1.2")
    expect(page.get_by_text("Diverges", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("f=x^4 - 3x^2 %2B x&x0=2&eta=0.1&steps=50", "Escapes to another valley"),
        ("f=e^x - log x&x0=2&eta=0.4&steps=50", "Leaves the domain"),
        ("f=e^x&x0=0&eta=0.1&steps=50", "Runs off"),
        ("f=-x^2&x0=0", "Stays"),
    ],
)
def test_other_functions_have_their_own_outcomes(open_page: Open, path: str, title: str) -> None:
    page = open_page(f"{LESSON}?{path}")
    drawn(page)
    expect(page.get_by_text(title, exact=True)).to_be_visible()


def test_a_click_in_the_sweep_chooses_the_rate(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    page.locator(".st-key-sweep").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    sweep = page.locator(".st-key-sweep svg.marks").bounding_box()
    assert sweep is not None
    page.mouse.move(sweep["x"] + sweep["width"] * 0.4, sweep["y"] + sweep["height"] * 0.5)
    page.mouse.move(sweep["x"] + sweep["width"] * 0.5, sweep["y"] + sweep["height"] * 0.5)
    page.mouse.down()
    page.mouse.up()
    page.wait_for_function("new URLSearchParams(location.search).has('eta')")
    settle(page)
    assert 1e-3 < float(values(page)["eta"]) < 0.5


def test_a_schedule_shows_the_rate_of_every_step(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=|x|&x0=0.55&eta=0.1&steps=50&schedule=inverse")
    drawn(page)
    expect(page.get_by_text("The rate shrinks")).to_be_visible()
    assert "η at step k" in page.locator("svg.marks text").all_text_contents()


def test_the_stability_limit_is_worked_out(open_page: Open) -> None:
    page = open_page(f"{BOWL}&step=2")
    drawn(page)
    expect(page.get_by_text("Its eigenvalues")).to_be_visible()
    page.locator("h1").click()
    page.keyboard.press("n")
    expect(page.get_by_text("The stability limit")).to_be_visible()
    picture_of(page, "learning_rate-limit")


def test_a_myth_opens_its_counterexample(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Myths")
    page.get_by_role("button", name="See it").first.click()
    says(page, "f", "x^4 - 3x^2 + x")


def test_a_function_and_a_start_walk_over_from_the_lesson_before(open_page: Open) -> None:
    page = open_page("/gd_vs_ascent?f=x^4 - 2x")
    page.get_by_role("link", name="Next: How far should one step go?").click()
    page.get_by_role("heading", name="How far should one step go?").wait_for()
    settle(page)
    says(page, "f", "x^4 - 2x")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "path"), [("one", LESSON), ("two", BOWL)])
def test_each_picture_in_each_theme_is_clean(open_page: Open, name: str, path: str, scheme: str) -> None:
    page = open_page(path, scheme=scheme)
    drawn(page)
    picture_of(page, f"learning_rate-{name}-{scheme}")
    assert violations(page) == []


def test_on_a_phone_it_is_all_there(open_page: Open) -> None:
    page = open_page(LESSON, size=PHONE)
    drawn(page)
    picture_of(page, "learning_rate-phone")
    assert violations(page) == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= PHONE["width"]
