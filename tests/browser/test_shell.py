"""What a person meets on every page: first screen, typing, mistakes, steps by keyboard, sharing."""

from playwright.sync_api import Page, expect

from tests.browser.app import DESKTOP, Open, bottom, picture_of, says, settle, values

LESSON = "/gd_vs_ascent"


def type_slowly(page: Page, text: str) -> None:
    field = page.get_by_label("f(x) =", exact=True)
    field.fill("")
    field.press_sequentially(text, delay=30)
    page.wait_for_timeout(700)
    settle(page)


def test_the_first_screen_holds_question_function_picture_and_controls(open_page: Open) -> None:
    page = open_page(LESSON)
    page.locator(".vega-embed svg, .vega-embed canvas").first.wait_for()
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(1000)  # until the row of the field has its place
    assert bottom(page, "h1") < DESKTOP["height"]
    assert bottom(page, "[data-testid='stTextInput']") < DESKTOP["height"] / 3
    assert bottom(page, ".vega-embed") <= DESKTOP["height"]
    assert bottom(page, "[data-testid='stSlider']") < DESKTOP["height"]


def test_typing_leaves_one_entry_and_the_echo_follows(open_page: Open) -> None:
    page = open_page(LESSON)
    before = page.evaluate("history.length")
    type_slowly(page, "x^4 - 3x^2")
    says(page, "f", "x^4 - 3x^2")
    assert page.evaluate("history.length") == before + 1
    expect(page.locator(".st-key-echo annotation")).to_contain_text("x^{4}")


def test_a_wrong_function_is_explained_at_its_place_and_the_picture_stays(open_page: Open) -> None:
    page = open_page(LESSON)
    type_slowly(page, "x^2 + foo(x)")
    mark = page.get_by_text("▲")
    assert mark.inner_text().split("\n")[1].index("▲") == "x^2 + foo(x)".index("foo")
    expect(page.locator(".vega-embed").first).to_be_visible()
    expect(page.locator(".st-key-echo annotation")).to_contain_text("x^{2} - 4")
    picture_of(page, "shell-wrong-function")


def test_markdown_and_html_in_a_function_stay_text(open_page: Open) -> None:
    page = open_page(LESSON)
    type_slowly(page, "**x** <img src=x> $y$ [a](b) :red[z]")
    assert page.get_by_test_id("stMain").locator("img").count() == 0
    assert page.get_by_text("▲").inner_text().split("\n")[0] == "**x** <img src=x> $y$ [a](b) :red[z]"


def test_half_typed_brackets_show_no_error(open_page: Open) -> None:
    page = open_page(LESSON)
    for text in ("x^", "sin(", "2(x+1)(x", "|x"):
        type_slowly(page, text)
        expect(page.get_by_text("▲")).to_have_count(0)


def test_next_and_back_by_keyboard(open_page: Open) -> None:
    page = open_page(LESSON)
    expect(page.get_by_text("0 of 5", exact=True)).to_be_visible()
    page.locator("h1").click()
    before = page.evaluate("history.length")
    for wanted in ("1", "2", "3"):
        page.keyboard.press("n")
        expect(page.get_by_text(f"{wanted} of 5", exact=True)).to_be_visible()
    page.keyboard.press("b")
    expect(page.get_by_text("2 of 5", exact=True)).to_be_visible()
    page.wait_for_timeout(300)
    says(page, "step", "2")
    assert page.evaluate("history.length") == before
    page.reload()
    settle(page)
    expect(page.get_by_text("2 of 5", exact=True)).to_be_visible()


def test_the_keys_of_the_steps_do_not_disturb_typing_nor_a_slider(open_page: Open) -> None:
    page = open_page(LESSON)
    type_slowly(page, "sin x + b")
    expect(page.get_by_text("0 of 5", exact=True)).to_be_visible()
    page.get_by_role("slider", name="Learning rate η").focus()
    page.keyboard.press("n")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    expect(page.get_by_text("0 of 5", exact=True)).to_be_visible()
    says(page, "eta", "0.45")


def test_show_all_steps_at_once(open_page: Open) -> None:
    page = open_page(f"{LESSON}?steps=60&eta=0.01")
    page.get_by_text("Show all").click()
    expect(page.get_by_text("0 to 24 of 60", exact=True)).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("25 to 49 of 60", exact=True)).to_be_visible()
    expect(page.locator("[class*='st-key-worked-step']")).to_have_count(25)


def test_a_check_opens_to_both_numbers(open_page: Open) -> None:
    page = open_page(f"{LESSON}?step=1")
    page.locator(".st-key-worked-step-1").get_by_role("button", name="Checked a second way").click()
    opened = page.get_by_test_id("stPopoverBody")
    for word in ("shown here", "second way", "difference", "allowed"):
        expect(opened).to_contain_text(word)
    picture_of(page, "shell-check-open")


def test_share_gives_the_full_address(open_page: Open) -> None:
    page = open_page(f"{LESSON}?x0=1.5")
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_test_id("stPopoverBody")).to_contain_text("/gd_vs_ascent?x0=1.5")


def test_reset_returns_to_the_example(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=x%5E3&x0=7&eta=0.01")
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_label("f(x) =", exact=True)).to_have_value("x^2 - 4x + 4")
    expect(page.get_by_label("Start x₀", exact=True)).to_have_value("0")
    says(page, "f", None)
    assert values(page) == {}


def test_home_leads_into_a_lesson_and_a_path_to_its_example_and_part(open_page: Open) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Which way does the slope send you").click()
    expect(page.get_by_label("f(x) =", exact=True)).to_be_visible()
    assert page.url.split("?")[0].endswith("/gd_vs_ascent")
    page.go_back()
    page.get_by_text("Numerical analysis · 70 min").click()
    page.get_by_role("link", name="Newton’s method: digits that double").click()
    expect(page.get_by_label("f(x) =", exact=True)).to_have_value("e^x - log(x)")
    expect(page.get_by_role("radio", name="Newton", exact=True)).to_be_checked()


def test_the_help_lists_the_language(open_page: Open) -> None:
    page = open_page(LESSON)
    page.get_by_role("button", name="Help").click()
    opened = page.get_by_test_id("stPopoverBody")
    expect(opened.get_by_text("softplus", exact=True).first).to_be_visible()
    expect(opened.get_by_text("(1/2)*x", exact=True)).to_be_visible()
    picture_of(page, "shell-help")
