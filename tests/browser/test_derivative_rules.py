"""Derivative Rules as a person uses it: the chain by keyboard, answers right and wrong, every tab."""

from playwright.sync_api import Page, expect

from tests.browser.app import Open, calm, drawn, picture_of, says, settle, type_function, values

LESSON = "/derivative_rules"
TABS = {
    "Steps": "Product rule",
    "Graph": "values flow →",
    "Your turn": "The derivative is hidden while it is your turn.",
    "Taylor": "f has all derivatives up to order 8.",
    "Rules": "Straight line",
    "Special cases": "One undoes the other",
    "Myths": "f(x) = 3x is a constant function.",
}


def answer(page: Page, text: str) -> None:
    field = page.get_by_label("Your f′(x) =")
    field.fill(text)
    field.press("Enter")
    says(page, "mine", text)
    settle(page)


def test_question_function_picture_and_controls_fit_the_first_screen(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    for place in (
        page.locator("h1"),
        page.get_by_label("f(x) =", exact=True),
        page.locator("svg.marks").first,
        page.get_by_role("slider", name="Place x₀"),
        page.get_by_text("f′ = 1. f rises there."),
        page.get_by_role("radio", name="Steps"),
    ):
        box = place.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 720
    picture_of(page, "derivative_rules-first")


def test_a_nested_chain_is_walked_by_keyboard(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=sin(e^(x^2))&x0=0.5")
    drawn(page)
    expect(page.get_by_text("0 of 3", exact=True)).to_be_visible()
    for step in (1, 2, 3):
        page.keyboard.press("n")
        says(page, "step", str(step))
        expect(page.get_by_text(f"{step} of 3", exact=True)).to_be_visible()
    page.keyboard.press("b")
    expect(page.get_by_text("2 of 3", exact=True)).to_be_visible()


def test_the_steps_inside_a_chain_open(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=sin(e^(x^2))&x0=0.5&step=1")
    drawn(page)
    before = page.locator(".katex-display").count()
    page.get_by_text("steps inside").first.click()
    expect(page.locator(".st-key-worked-step-1-0")).to_be_visible()
    assert page.locator(".katex-display").count() > before


def test_one_right_and_three_wrong_derivatives_are_told_apart(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=x^2 sin(x)&x0=1&tab=Your turn")
    drawn(page)
    for wrong, name in (
        ("2x cos(x)", "The slopes of the factors were multiplied."),
        ("2x sin(x)", "Only one factor of the product was differentiated."),
        ("2x sin(x) - x^2 cos(x)", "At x = 1 the slope is"),
    ):
        answer(page, wrong)
        expect(page.get_by_text(name, exact=False).first).to_be_visible()
    answer(page, "x(2sin(x) + x cos(x))")
    expect(page.get_by_text("Right: ", exact=False).first).to_be_visible()


def test_nonsense_for_an_answer_is_pointed_at(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Your turn")
    drawn(page)
    field = page.get_by_label("Your f′(x) =")
    field.fill("2x + )")
    field.press("Enter")
    expect(page.get_by_text("A value is missing before “)”.")).to_be_visible()


def test_nonsense_for_a_function_keeps_the_picture(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    type_function(page, "x^2 + )")
    expect(page.get_by_text("A value is missing before “)”.")).to_be_visible()
    expect(page.locator("svg.marks").first).to_be_visible()


def test_a_reload_shows_the_same_answer(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=x^2 sin(x)&x0=1&tab=Your turn&mine=2x cos(x)")
    drawn(page)
    before = values(page)
    page.reload()
    settle(page)
    expect(page.get_by_text("The slopes of the factors were multiplied.", exact=False)).to_be_visible()
    assert values(page) == before


def test_back_leads_to_the_function_before(open_page: Open) -> None:
    page = open_page(f"{LESSON}?f=x^2")
    drawn(page)
    type_function(page, "x^3")
    says(page, "f", "x^3")
    page.go_back()
    says(page, "f", "x^2")
    settle(page)
    expect(page.get_by_label("f(x) =", exact=True)).to_have_value("x^2")


def test_each_tab_opens_and_says_what_it_is_about(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    for tab, words in TABS.items():
        page.get_by_role("radio", name=tab, exact=True).click()
        expect(page.get_by_text(words).first).to_be_visible()
        settle(page)
        assert calm(page) == [], tab
        picture_of(page, f"derivative_rules-{tab}")
