"""Practice on the pages: the set of a link, marks and score, nonsense, hints; predictions in the steps."""

import pytest
from streamlit.testing.v1 import AppTest

from core.practice import LESSONS, kinds_about, questions
from core.practice.answering import ChoiceAnswer
from tests.pages.app import opened, pictures, said, values_after
from ui.keys import KEYS

WAITS = "The verdict waits here until you have answered."


def practice(lesson: str, **address: str) -> AppTest:
    return opened(f"pages/{lesson}.py", tab="Practice", **address)


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [one for one in app.button if one.label.startswith(label)]
    return button.click().run()


def answer(app: AppTest, text: str) -> AppTest:
    (field,) = [one for one in app.text_input if one.label.startswith("Your answer")]
    field.set_value(text)
    return press(app, "Check")


def field_of(app: AppTest) -> str:
    (field,) = [one for one in app.text_input if one.label.startswith("Your answer")]
    return str(field.value)


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("place", ["1", "4", "9"])
def test_a_link_opens_the_very_question_of_the_set(lesson: str, place: str) -> None:
    app = practice(lesson, quiz="41", question=place)
    assert not app.exception
    question = questions(lesson, 41)[int(place) - 1]
    assert question.text in [one.value for one in app.text]
    assert question.latex in [one.value.strip("$\n ") for one in app.latex]
    assert f"Question {place} of 10." in said(app)


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("turn", ["1", "2", "8"])
def test_the_function_on_screen_is_asked_about_and_its_verdict_waits(lesson: str, turn: str) -> None:
    app = practice(lesson, question=turn)
    assert not app.exception
    assert WAITS in said(app)
    app = press(app, "Solution")
    assert not app.exception
    assert WAITS not in said(app)
    assert "The answer is " in said(app)


KINDS = [
    (lesson, dim, kind.name) for lesson in LESSONS for dim in (0, 1, 2) for kind in kinds_about(lesson, dim)
]


@pytest.mark.parametrize(("lesson", "dim", "kind"), KINDS)
def test_every_kind_can_be_chosen_and_asks_or_says_why_not(lesson: str, dim: int, kind: str) -> None:
    where = {"dim": str(dim)} if any(key.name == "dim" for key in KEYS[lesson]) else {}
    app = practice(lesson, ask=kind, **where)
    assert not app.exception
    assert values_after(app, lesson)["ask"] == kind
    assert (WAITS in said(app)) != ("There is no such question here." in said(app))


def test_the_question_follows_the_function_and_the_step_on_screen() -> None:
    app = practice("gd_vs_ascent", f="x^2", x0="4", eta="0.25", step="1")
    assert "Gradient descent with η = 0.25 stands at x₁ = 2. What is x₂?" in said(app)
    app = answer(app, "1")
    assert "Right: 1." in said(app)


def test_the_question_follows_the_model_the_data_and_the_start_on_screen() -> None:
    app = practice("training", data="three_points", start="1,0", eta="0.5", sample="2", ask="training step")
    assert "stands at (m, b) = (1, 0) and takes one step on the sample (2, 5) alone." in said(app)
    app = answer(app, "(4, 1.5)")
    assert "Right: (4, 1.5)." in said(app)
    app = answer(practice("training", data="three_points", ask="best line"), "(1/2, 7/3)")
    assert "Right: (0.5, 2.33333)." in said(app)


def test_another_one_asks_something_else_and_the_address_knows() -> None:
    app = practice("gd_vs_ascent")
    seen = {app.text[0].value}
    for turn in range(2, 9):
        app = press(app, "Another one")
        assert values_after(app, "gd_vs_ascent")["question"] == str(turn)
        seen |= {one.value for one in app.text if one.value.endswith("?")}
    assert len(seen) > 6


def test_a_slip_is_told_with_the_step_where_it_happened() -> None:
    app = answer(practice("gd_vs_ascent"), "-1.6")
    assert "That is the step without the minus sign: ascent." in said(app)
    assert "Where it went wrong" in said(app)
    assert WAITS in said(app)
    app = answer(app, "8/5")
    assert "Right: 1.6." in said(app)
    assert "Where it went wrong" not in said(app)


def test_nonsense_is_a_sentence_and_counts_nothing_and_stays_in_the_field() -> None:
    app = practice("gd_vs_ascent", quiz="7", question="1")
    app = answer(app, "uphill (")
    assert "Two numbers are asked for, with a comma between" in said(app)
    assert "✗" not in said(app)
    assert field_of(app) == "uphill ("
    app = press(app, "Check")
    app = press(app, "Next")
    app = press(app, "Back")
    assert field_of(app) == "uphill ("
    app = answer(app, "<b>**1**</b>")
    assert "✗" not in said(app)


def test_nothing_typed_is_no_answer() -> None:
    app = answer(practice("gd_vs_ascent", quiz="7", question="1"), "  ")
    assert "Nothing was answered yet." in said(app)
    assert "✗" not in said(app)


def test_what_was_typed_waits_while_one_looks_at_another_question() -> None:
    app = practice("gd_vs_ascent", quiz="7", question="1")
    (field,) = [one for one in app.text_input if one.label.startswith("Your answer")]
    field.set_value("0.3 + ")
    app = press(app, "Next")
    assert app.radio or field_of(app) == ""
    app = press(app, "Back")
    assert field_of(app) == "0.3 + "
    assert "✗" not in said(app)


def test_three_hints_open_one_after_another() -> None:
    app = practice("gd_vs_ascent")
    for count in (1, 2, 3):
        app = press(app, f"Hint {count} of 3")
        assert [f"Hint {n}." in said(app) for n in (1, 2, 3)] == [n <= count for n in (1, 2, 3)]
    (button,) = [one for one in app.button if one.label.startswith("Hint")]
    assert button.disabled
    assert "The answer is" not in said(app)


def test_a_set_answered_right_and_wrong_comes_to_its_score() -> None:
    every = questions("gd_vs_ascent", 5)
    app = practice("gd_vs_ascent", quiz="5")
    for place, question in enumerate(every, start=1):
        right = question.worked.answer
        if isinstance(question.expects, ChoiceAnswer):
            names = [one.name for one in question.expects.options]
            app.radio[-1].set_value(right if place % 2 else next(one for one in names if one != right))
            app = press(app, "Check")
        else:
            app = answer(app, question.answer.replace("−", "-") if place % 2 else WRONG[type(right)])
        app = press(app, "Next") if place < 10 else app
    assert not app.exception
    assert "Set 5: 5 of 10 right, 5 wrong." in said(app)
    assert [one.label for one in app.button if one.label.startswith("See ")] == [
        f"See {place}" for place in (2, 4, 6, 8, 10)
    ]
    app = press(app, "See 4")
    assert values_after(app, "gd_vs_ascent")["question"] == "4"
    app = press(app, "Begin again")
    assert "Set 5: " not in said(app)
    assert values_after(app, "gd_vs_ascent")["question"] == "1"


WRONG = {float: "12345", tuple: "(12345, 54321)"}


def test_a_question_given_up_is_not_wrong_and_holds_no_score_back() -> None:
    app = practice("gd_vs_ascent", quiz="5")
    for place in range(1, 11):
        app = press(app, "Solution")
        app = press(app, "Next") if place < 10 else app
    assert "Set 5: 0 of 10 right, 10 not answered yet." in said(app)


def test_in_a_set_the_first_answer_counts() -> None:
    app = answer(practice("gd_vs_ascent", quiz="5", question="1"), "12345")
    (field,) = [one for one in app.text_input if one.label.startswith("Your answer")]
    (check,) = [one for one in app.button if one.label == "Check"]
    assert field.disabled
    assert check.disabled


def test_another_set_and_a_typed_one_begin_at_their_first_question() -> None:
    app = practice("learning_rate", quiz="5", question="6")
    (box,) = [one for one in app.number_input if one.label == "Set"]
    app = box.set_value(77).run()
    assert (values_after(app, "learning_rate")["quiz"], values_after(app, "learning_rate")["question"]) == (
        "77",
        "1",
    )
    assert questions("learning_rate", 77)[0].text in said(app)
    app = press(press(app, "Next"), "Another set")
    assert values_after(app, "learning_rate")["question"] == "1"


def test_a_set_that_does_not_exist_falls_back_with_a_note() -> None:
    app = practice("learning_rate", quiz="-3", question="many")
    (note,) = app.warning
    assert "`quiz`" in note.value
    assert "`question`" in note.value


def test_a_kind_for_another_number_of_variables_gives_way() -> None:
    app = practice("gd_vs_ascent", ask="next point", dim="1")
    assert values_after(app, "gd_vs_ascent")["ask"] == ""
    assert WAITS in said(app)


def test_a_function_nothing_can_be_asked_about_is_said_to_be_one() -> None:
    app = practice("learning_rate", f="x", ask="best rate")
    assert not app.exception
    assert "There is no such question here." in said(app)
    assert WAITS not in said(app)


def predicting(**address: str) -> AppTest:
    app = opened("pages/gd_vs_ascent.py", **address)
    (switch,) = [one for one in app.toggle if one.label == "Predict"]
    return switch.set_value(True).run()


def predict(app: AppTest, text: str) -> AppTest:
    (field,) = [one for one in app.text_input if one.label.startswith("What comes next")]
    field.set_value(text)
    return press(app, "Check")


def lines(app: AppTest) -> str:
    return "\n".join(one.value for one in app.latex)


def test_the_next_line_is_hidden_until_it_was_predicted() -> None:
    app = press(predicting(), "Next")
    assert values_after(app, "gd_vs_ascent")["step"] == "0"
    assert r"0 - 0.4 \cdot \left(-4\right)" in lines(app)
    assert "1.6" not in lines(app)
    app = predict(app, "8/5")
    assert values_after(app, "gd_vs_ascent")["step"] == "1"
    assert "Right. The slope at 0 is −4" in said(app)
    assert "= 1.6" in lines(app)


def test_a_wrong_prediction_shows_the_line_and_why() -> None:
    app = predict(press(predicting(), "Next"), "1.5")
    assert "1.5 is too small." in said(app)
    assert "= 1.6" in lines(app)
    app = press(app, "Next")
    assert "1.92" not in lines(app)


def test_nonsense_for_a_prediction_shows_nothing() -> None:
    app = predict(press(predicting(), "Next"), "uphill")
    assert "This cannot be read as a number." in said(app)
    assert "1.6" not in lines(app)


def test_a_line_nobody_predicts_comes_with_next_or_with_show_it() -> None:
    app = press(press(predicting(), "Next"), "Next")
    assert "= 1.6" in lines(app)
    app = press(press(app, "Next"), "Show it")
    assert "= 1.92" in lines(app)
    assert values_after(app, "gd_vs_ascent")["step"] == "2"


def test_without_the_switch_next_shows_the_next_line_at_once() -> None:
    app = press(opened("pages/gd_vs_ascent.py"), "Next")
    assert "= 1.6" in lines(app)
    assert not [one for one in app.text_input if one.label.startswith("What comes next")]


@pytest.mark.parametrize(
    "lesson", ["gradient", "hessian_newton", "gd_vs_ascent", "learning_rate", "training"]
)
def test_a_picture_that_would_tell_comes_with_the_answer(lesson: str) -> None:
    app = practice(lesson)
    before = pictures(app)
    after = pictures(press(app, "Solution"))
    assert before.keys() != after.keys() or all(before[name] != after[name] for name in before)
    assert after == pictures(practice(lesson, quiz="1"))
