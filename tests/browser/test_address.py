"""The address is the state: links, reload, Back and Forward, and one history entry for one wish."""

from playwright.sync_api import Page, expect

from tests.browser.app import Open, says, settle, values

LESSON = "/gd_vs_ascent"


def shows(page: Page, label: str, text: str) -> None:
    expect(page.locator("input").and_(page.get_by_label(label, exact=True))).to_have_value(text)


def entries(page: Page) -> int:
    return int(page.evaluate("history.length"))


def type_function(page: Page, text: str) -> None:
    field = page.get_by_label("f(x) =", exact=True)
    field.fill(text)
    page.wait_for_timeout(700)
    settle(page)


def test_a_link_opens_what_it_says(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=x%5E2%2B1&x0=-3.25&eta=0.0123&steps=17&optimizer=normalised")
    shows(page, "f(x) =", "x^2+1")
    shows(page, "Start x₀", "-3.25")
    shows(page, "Learning rate η, exactly", "0.0123")
    shows(page, "Steps", "17")
    page.get_by_role("button", name="More").click()
    expect(page.get_by_role("combobox", name="Optimiser")).to_have_value("Normalised gradient")


def test_a_link_keeps_its_address_and_leaves_one_entry(open_page: Open) -> None:
    page = open_page(f"{LESSON}?x0=5&eta=0.4")
    says(page, "x0", "5")
    assert entries(page) == 2  # the blank page every tab starts with, and this one


def test_a_function_typed_goes_into_the_address_and_survives_reload(open_page: Open) -> None:
    page = open_page(LESSON)
    type_function(page, "x^2 + 3x")
    says(page, "f", "x^2 + 3x")
    page.reload()
    settle(page)
    shows(page, "f(x) =", "x^2 + 3x")


def test_unfinished_text_stays_out_of_the_address(open_page: Open) -> None:
    page = open_page(LESSON)
    type_function(page, "x^3")
    type_function(page, "x^3 + (")
    says(page, "f", "x^3")
    shows(page, "f(x) =", "x^3 + (")


def test_a_typed_number_keeps_every_digit(open_page: Open) -> None:
    page = open_page(LESSON)
    for text in ("0.05", "0.005", "0.001", "0.1234567890123", "-1500000.25"):
        field = page.get_by_label("Start x₀", exact=True)
        field.fill(text)
        field.press("Enter")
        page.wait_for_timeout(300)
        settle(page)
        says(page, "x0", text)
        shows(page, "Start x₀", text)


def test_an_exact_rate_moves_the_slider_to_the_same_value(open_page: Open) -> None:
    page = open_page(LESSON)
    field = page.get_by_label("Learning rate η, exactly", exact=True)
    field.fill("0.0051234")
    field.press("Enter")
    page.wait_for_timeout(300)
    settle(page)
    says(page, "eta", "0.0051234")
    thumb = page.get_by_role("slider", name="Learning rate η")
    assert thumb.get_attribute("aria-valuetext") == "0.0051234"
    assert entries(page) == 2  # the blank page every tab starts with, and this one


def test_twenty_steps_of_a_slider_leave_at_most_one_entry(open_page: Open) -> None:
    page = open_page(LESSON)
    before = entries(page)
    page.get_by_role("slider", name="Learning rate η").focus()
    for _ in range(20):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(120)
    settle(page)
    assert entries(page) - before <= 1
    assert float(values(page)["eta"]) < 0.1
    shows(page, "Learning rate η, exactly", values(page)["eta"])


def test_an_example_is_one_entry_and_back_undoes_it(open_page: Open) -> None:
    page = open_page(f"{LESSON}?x0=1.5&eta=0.2&steps=9")
    before = entries(page)
    page.get_by_role("button", name="Examples").click()
    page.get_by_role("button", name="x² from 9, step by step").click()
    page.wait_for_timeout(500)
    settle(page)
    assert {**values(page)} == {"f": "x^2", "x0": "9", "eta": "0.1", "steps": "20"}
    assert entries(page) == before + 1
    page.go_back()
    shows(page, "f(x) =", "x^2 - 4x + 4")
    shows(page, "Start x₀", "1.5")
    shows(page, "Learning rate η, exactly", "0.2")
    shows(page, "Steps", "9")
    page.go_forward()
    shows(page, "Start x₀", "9")
    shows(page, "Learning rate η, exactly", "0.1")


def test_home_and_back_restores_every_key(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=x%5E4&x0=1.25&eta=0.05&steps=7")
    page.get_by_role("link", name="Steepest").click()
    page.get_by_role("heading", name="Steepest").wait_for()
    settle(page)
    assert values(page) == {"f": "x^4"}
    page.go_back()
    shows(page, "f(x) =", "x^4")
    shows(page, "Start x₀", "1.25")
    shows(page, "Learning rate η, exactly", "0.05")
    shows(page, "Steps", "7")
    assert values(page) == {"f": "x^4", "x0": "1.25", "eta": "0.05", "steps": "7"}


def test_the_sidebar_leads_back_to_what_was_set(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=x%5E4&x0=1.25&eta=0.05")
    page.get_by_role("link", name="Steepest").click()
    page.get_by_role("heading", name="Steepest").wait_for()
    settle(page)
    page.get_by_test_id("stSidebar").get_by_role("link", name="GD vs Ascent").click()
    page.get_by_label("Start x₀", exact=True).wait_for()
    settle(page)
    shows(page, "f(x) =", "x^4")
    shows(page, "Start x₀", "1.25")
    shows(page, "Learning rate η, exactly", "0.05")


def test_a_value_that_cannot_be_used_is_named(open_page: Open) -> None:
    page = open_page(f"{LESSON}?eta=-3&x0=abc&f=__import__('os')")
    note = page.get_by_text("cannot be used")
    assert all(name in note.inner_text() for name in ("eta", "x0", "f"))
    shows(page, "Learning rate η, exactly", "0.4")
    shows(page, "f(x) =", "x^2 - 4x + 4")
    type_function(page, "x^2")
    assert "eta" in page.get_by_text("cannot be used").inner_text()


def test_a_click_on_the_picture_is_one_entry_and_sets_the_start(open_page: Open) -> None:
    page = open_page(LESSON)
    before = entries(page)
    plane = page.locator(".vega-embed path[cursor=crosshair], .vega-embed .plane_marks path").first
    plane.wait_for(state="attached")
    page.wait_for_timeout(500)
    panel = plane.bounding_box()
    assert panel is not None
    page.mouse.click(panel["x"] + 0.75 * panel["width"], panel["y"] + 0.3 * panel["height"])
    page.wait_for_function("new URLSearchParams(location.search).has('x0')")
    settle(page)
    assert 3.5 < float(values(page)["x0"]) < 4.5  # the window goes from −2 to 6
    assert entries(page) == before + 1
    page.go_back()
    shows(page, "Start x₀", "0")


def test_an_embedded_page_stays_embedded(open_page: Open) -> None:
    page = open_page(f"{LESSON}?embed=true&x0=1")
    field = page.get_by_label("Start x₀", exact=True)
    field.fill("2")
    field.press("Enter")
    says(page, "x0", "2")
    says(page, "embed", "true")
