"""Practice as a person uses it: a set by keyboard to its score, hints, nonsense, a reload, predictions."""

import pytest
from playwright.sync_api import Page, expect

from core.practice import Question, questions
from core.practice.answering import ChoiceAnswer, NumberAnswer
from tests.browser.app import PHONE, Open, calm, drawn, picture_of, says, settle, values

LESSON = "/gd_vs_ascent"
SEED = 5


def field_of(page: Page) -> str:
    return page.get_by_role("textbox", name="Your answer").input_value()


def answer(page: Page, question: Question, *, right: bool) -> None:
    """By keyboard alone; the field of a new question has the focus."""
    if isinstance(question.expects, ChoiceAnswer):
        names = [one.name for one in question.expects.options]
        wanted = question.worked.answer if right else next(n for n in names if n != question.worked.answer)
        expect(page.get_by_test_id("stForm").get_by_role("radio").first).to_be_focused()
        page.keyboard.press("Space")
        for _ in range(names.index(wanted)):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
    else:
        expect(page.get_by_role("textbox", name="Your answer")).to_be_focused()
        wrong = "12345" if isinstance(question.expects, NumberAnswer) else "(12345, 54321)"
        page.keyboard.insert_text(question.answer.replace("−", "-") if right else wrong)
    page.keyboard.press("Enter")
    mark = "Right" if right else "cancel"
    expect(page.get_by_text(mark).last).to_be_visible()
    if not isinstance(question.expects, ChoiceAnswer):
        expect(page.get_by_role("textbox", name="Your answer")).not_to_have_value("")


def test_a_set_is_answered_by_keyboard_to_its_score(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Practice&quiz={SEED}")
    drawn(page)
    page.get_by_role("textbox", name="Your answer").or_(
        page.get_by_test_id("stForm").get_by_role("radio").first
    ).first.focus()
    for place, question in enumerate(questions("gd_vs_ascent", SEED), start=1):
        expect(page.get_by_text(f"Question {place} of 10.")).to_be_visible()
        answer(page, question, right=place % 5 > 0)
        if place < 10:
            page.keyboard.press("n")
            says(page, "question", str(place + 1))
    expect(page.get_by_text(f"Set {SEED}: 8 of 10 right, 2 wrong.")).to_be_visible()
    assert calm(page) == []
    picture_of(page, "practice-score")
    page.get_by_role("button", name="See 5").click()
    says(page, "question", "5")
    page.reload()
    settle(page)
    expect(page.get_by_text("Question 5 of 10.")).to_be_visible()
    expect(page.get_by_text(questions("gd_vs_ascent", SEED)[4].text)).to_be_visible()
    expect(page.get_by_text("Set 5:")).to_have_count(0)


def test_nonsense_hints_a_slip_and_the_solution(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Practice")
    drawn(page)
    field = page.get_by_role("textbox", name="Your answer")
    expect(page.get_by_text("The verdict waits here until you have answered.")).to_be_visible()
    field.fill("<b>up(")
    field.press("Enter")
    expect(page.get_by_text("This cannot be read as a number.")).to_be_visible()
    expect(field).to_be_focused()
    assert field_of(page) == "<b>up("
    for count in (1, 2, 3):
        page.get_by_role("button", name=f"Hint {count} of 3").click()
        expect(page.get_by_text(f"Hint {count}.")).to_be_visible()
    field.fill("-1.6")
    field.press("Enter")
    expect(page.get_by_text("That is the step without the minus sign: ascent.")).to_be_visible()
    expect(page.get_by_text("Where it went wrong")).to_be_visible()
    assert calm(page) == []
    page.get_by_role("button", name="Solution").click()
    expect(page.get_by_text("The answer is 1.6.")).to_be_visible()
    expect(page.get_by_text("The verdict waits")).to_have_count(0)
    assert field_of(page) == "-1.6"
    picture_of(page, "practice-solution")


def test_the_link_holds_the_set_and_the_question(open_page: Open) -> None:
    page = open_page("/learning_rate?tab=Practice")
    drawn(page)
    page.get_by_text("A set of ten", exact=True).click()
    says(page, "quiz", "1")
    page.get_by_test_id("stForm").get_by_role("button", name="Next").click()
    says(page, "question", "2")
    page.get_by_role("button", name="Another set").click()
    says(page, "question", None)
    assert values(page)["quiz"] != "1"


def test_a_line_is_predicted_by_keyboard_before_it_is_seen(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    switch = page.get_by_role("switch", name="Predict")
    switch.focus()
    page.keyboard.press("Space")
    expect(switch).not_to_be_focused()
    for step, typed, verdict in (("1", "1.6", "Right."), ("2", "1.5", "1.5 is too small.")):
        page.keyboard.press("n")
        field = page.get_by_role("textbox", name="What comes next")
        expect(field).to_be_focused()
        page.keyboard.insert_text(typed)
        page.keyboard.press("Enter")
        expect(page.get_by_text(verdict)).to_be_visible()
        says(page, "step", step)
        expect(field).to_have_count(0)
    page.keyboard.press("n")
    expect(page.get_by_text("Step 3", exact=True)).to_be_visible()
    assert calm(page) == []
    picture_of(page, "practice-predict")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_a_question_fits(open_page: Open, scheme: str) -> None:
    page = open_page("/limits?tab=Practice&quiz=3&question=5", scheme=scheme, size=PHONE)
    drawn(page)
    expect(page.get_by_text("Question 5 of 10.")).to_be_visible()
    assert calm(page) == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= PHONE["width"]
