"""Numerical Error as a person uses it: move h, pick a format, click the curve, open every tab."""

from playwright.sync_api import Page, expect

from tests.browser.app import Open, calm, drawn, picture_of, says, settle, type_function, values

LESSON = "/numerical_error"
TABS = {
    "One h": "Nearly all of it comes from the bend of f over the width h",
    "Best h": "The rule of thumb gives h = 1.49 × 10⁻⁸",
    "Tables": "Luck: the two errors have opposite signs and cancel.",
    "Machine ε": "is the gap between 1 and the next number",
    "Four errors": "0.30000000000000004 in float64, and not 0.3",
    "The way out": "A number carries its slope along.",
    "Myths": "Machine ε is the smallest number that can be added to 1.",
}
ERRORS = {
    "Truncation": "5 terms of the series of eˣ at x = 1",
    "Overflow and underflow": "overflow",
    "Cancellation": "The formula finds −7.450580596923828 × 10⁻⁹",
    "A million times": "0.1 added 1 000 000 times gives 100000.00000133288",
}


def h_slider(page: Page, key: str, times: int) -> None:
    page.get_by_role("slider", name="Step h").focus()
    for _ in range(times):
        page.keyboard.press(key)
        page.wait_for_timeout(120)


def test_the_quotient_of_the_slides_is_the_first_thing_to_see(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    expect(page.get_by_text("gives 6.009999999999849 where f′(3) = 6")).to_be_visible()
    expect(page.get_by_text("float64 finds 6.009999999999849")).to_be_visible()
    names = page.locator("svg.marks text").all_text_contents()
    assert {"forward", "predicted best", "best found"} <= set(names)
    picture_of(page, "numerical_error-first")


def test_question_function_picture_and_controls_fit_the_first_screen(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    for place in (
        page.locator("h1"),
        page.get_by_label("f(x) =", exact=True),
        page.locator("svg.marks").first,
        page.get_by_role("slider", name="Step h"),
        page.get_by_text("float16", exact=True),
        page.get_by_role("radio", name="One h"),
    ):
        box = place.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 720


def test_a_smaller_h_helps_until_it_does_not(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    h_slider(page, "ArrowLeft", 3)
    says(page, "h", "0.001")
    expect(page.get_by_text("an error of 0.001")).to_be_visible()
    page.goto(page.url.replace("h=0.001", "h=1e-14"))
    settle(page)
    expect(page.get_by_text("rounding dominates.", exact=False).first).to_be_visible()
    h_slider(page, "ArrowLeft", 6)
    says(page, "h", "1e-16")
    expect(page.get_by_text("x + h = x.", exact=False).first).to_be_visible()


def test_a_dragged_h_leaves_at_most_one_entry_behind(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    before = page.evaluate("history.length")
    h_slider(page, "ArrowLeft", 10)
    settle(page)
    assert page.evaluate("history.length") - before <= 1


def test_a_format_is_picked_and_the_numbers_follow(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    page.get_by_text("float16", exact=True).click()
    says(page, "dtype", "float16")
    expect(page.get_by_text("In float16, the forward difference with h = 0.01 gives 6.25")).to_be_visible()


def test_a_click_in_the_curve_chooses_the_nearest_h_of_the_grid(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    plane = page.locator(".st-key-error-curve svg.marks").bounding_box()
    assert plane is not None
    x, y = plane["x"] + plane["width"] * 0.6, plane["y"] + plane["height"] * 0.5
    page.mouse.move(x - 20, y)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.up()
    page.wait_for_function("new URLSearchParams(location.search).has('h')")
    settle(page)
    chosen = float(values(page)["h"])
    assert 1e-10 < chosen < 1e-5
    assert f"{chosen:.0e}"[0] in "125"
    assert chosen == float(f"{chosen:.0e}")


def test_each_tab_opens_and_says_what_it_is_about(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    for tab, words in TABS.items():
        page.get_by_role("radio", name=tab).click()
        expect(page.get_by_text(words).first).to_be_visible()
        settle(page)
        assert calm(page) == [], tab
        picture_of(page, f"numerical_error-{tab}")


def test_each_of_the_errors_can_be_looked_at(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Four errors")
    drawn(page)
    for part, words in ERRORS.items():
        page.get_by_text(part, exact=True).click()
        expect(page.get_by_text(words).first).to_be_visible()
        assert calm(page) == [], part


def test_nonsense_is_pointed_at_and_the_picture_stays(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    type_function(page, "x^2 + )")
    expect(page.get_by_text("A value is missing before “)”.")).to_be_visible()
    expect(page.locator("svg.marks").first).to_be_visible()
    expect(page.get_by_text("gives 6.009999999999849 where f′(3) = 6")).to_be_visible()


def test_outside_the_domain_the_lesson_says_so(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=log x&x0=-1")
    expect(page.get_by_text("which is outside the domain: f has no value there.")).to_be_visible()


def test_at_the_corner_the_central_formula_reports_0(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=|x|&x0=0&stencil=central&h=0.1")
    drawn(page)
    expect(page.get_by_text("which is a corner: the slopes of the two sides differ.")).to_be_visible()
    expect(page.get_by_text("The central difference reports 0 for every h.")).to_be_visible()
    picture_of(page, "numerical_error-corner")


def test_a_link_opens_again_what_was_on_screen(open_page: Open) -> None:
    path = f"{LESSON}?f=sin(x)&x0=1&h=2e-06&dtype=float32&stencil=central&grid=binary&tab=The way out&step=1"
    page = open_page(path)
    drawn(page)
    verdict = "In float32, the central difference with h = 2 × 10⁻⁶"
    expect(page.get_by_text(verdict)).to_be_visible()
    expect(page.get_by_text("1 of 2", exact=True)).to_be_visible()
    before = values(page)
    page.reload()
    settle(page)
    expect(page.get_by_text(verdict)).to_be_visible()
    assert values(page) == before


def test_a_fraction_of_the_period_mends_the_table(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Tables")
    drawn(page)
    page.get_by_text("sin(1/x) near 0", exact=True).click()
    expect(page.get_by_text("Rounding is about 1.4 × 10⁻¹² of the error, or less.")).to_be_visible()
    page.get_by_role("slider", name="h as a fraction of the local period").focus()
    page.keyboard.press("End")
    says(page, "fraction", "1")
    expect(page.get_by_text("values of different turns")).to_have_count(2)
