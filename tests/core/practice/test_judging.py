"""How answers are judged: forms that are alike, named slips, nonsense, hints and solutions."""

import math
import re
from fractions import Fraction

import pytest

from core.errors import CalculusError
from core.numbers import number_latex
from core.practice import LESSONS, Question, Situation, question_about, questions, score
from core.practice.answering import NumberAnswer
from core.practice.wording import curve, surface

pytestmark = pytest.mark.usefixtures("patient_symbols")


def about(lesson: str, kind: str, text: str, **beside: object) -> Question:
    e = surface(text) if "y" in text else curve(text)
    return question_about(lesson, Situation(e, **beside), kind)


STEP = {"point": (3.0,), "eta": 0.1}
ONWARD = {"point": (0.0, 0.0), "direction": (3.0, 4.0)}
SLIPS = (
    ("gd_vs_ascent", "next iterate", "x^2", STEP, "3.6", "sign"),
    ("gd_vs_ascent", "next iterate", "x^2", STEP, "-3", "rate"),
    ("gd_vs_ascent", "next iterate", "x^2", STEP, "-0.6", "step alone"),
    ("gd_vs_ascent", "next iterate", "x^2", STEP, "6", "slope"),
    ("gd_vs_ascent", "next iterate", "x^2", STEP, "2.1", "value"),
    ("gd_vs_ascent", "second iterate", "x^2", STEP, "1.8", "old slope"),
    ("gd_vs_ascent", "next point", "x^2 + 3y^2", {"point": (1.0, 1.0), "eta": 0.1}, "(1.2, 1.6)", "sign"),
    ("learning_rate", "largest rate", "2x^2", {"point": (1.0,)}, "1/4", "best rate"),
    ("learning_rate", "largest rate in the plane", "x^2 + 4y^2", {"point": (1.0, 1.0)}, "1", "flattest"),
    ("learning_rate", "error factor", "x^2", {"point": (1.0,), "eta": 0.3}, "0.6", "ηλ"),
    ("learning_rate", "fate", "x^2", {"point": (1.0,), "eta": 0.9}, "diverges", "diverges"),
    ("hessian_newton", "Newton for a root", "x^2 - 2", {"point": (1.0,)}, "0.5", "sign"),
    ("hessian_newton", "Newton for a root", "x^2 - 2", {"point": (3.0,)}, "0", "other aim"),
    ("hessian_newton", "Newton for a minimum", "x^3 - 3x", {"point": (2.0,)}, "16/9", "other aim"),
    ("hessian_newton", "mixed derivative", "x^2 y", {"point": (3.0, 1.0)}, "2", "along x"),
    ("hessian_newton", "eigenvalue", "x^2 + 4y^2", {"point": (0.0, 0.0)}, "2", "smaller"),
    ("gradient", "gradient", "x^2 + 3y", {"point": (2.0, 1.0)}, "(3, 4)", "order"),
    ("gradient", "partial derivative", "x^2 y", {"point": (1.0, 1.0)}, "x^2", "other variable"),
    ("gradient", "steepest slope", "3x + 4y", {"point": (0.0, 0.0)}, "25", "no root"),
    ("gradient", "steepest direction", "3x + 4y", {"point": (0.0, 0.0)}, "(3, 4)", "length"),
    ("gradient", "steepest direction", "3x + 4y", {"point": (0.0, 0.0)}, "-0.6, -0.8", "opposite"),
    ("gradient", "directional derivative", "x + y", ONWARD, "7", "not normalised"),
    ("derivative_rules", "differentiate", "x e^x", {}, "e^x", "product-of-slopes"),
    ("derivative_rules", "differentiate", "sin(3x)", {}, "cos(3x)", "inner-forgotten"),
    ("derivative_rules", "slope", "x^3", {"point": (2.0,)}, "8", "value"),
    ("derivative_rules", "tangent", "x^2", {"point": (3.0,)}, "2x", "slope as formula"),
    ("derivative_rules", "tangent", "x^2", {"point": (3.0,)}, "6x", "through the origin"),
    ("numerical_error", "quotient", "x^2", {"point": (3.0,), "h": 0.5}, "3.25", "not divided"),
    ("numerical_error", "order", "e^x", {"point": (1.0,), "h": 0.1, "stencil": "central"}, "10", "order"),
    ("limits", "limit", "(x^2 - 9)/(x - 3)", {"a": "3"}, "none", "no value there"),
    ("limits", "limit", "(x^2 - 9)/(x - 3)", {"a": "3"}, "1", "form"),
    ("limits", "limit", "{x < 1: x, x = 1: 5, x}", {"a": "1"}, "5", "value there"),
    ("limits", "limit", "|x|/x", {"a": "0"}, "1", "one side"),
    ("limits", "delta", "4x", {"a": "1", "epsilon": 0.2}, "0.8", "multiplied"),
)  # fmt: skip


@pytest.mark.parametrize(("lesson", "kind", "text", "beside", "answer", "name"), SLIPS)
def test_a_known_slip_is_named_and_shown(
    lesson: str, kind: str, text: str, beside: dict[str, object], answer: str, name: str
) -> None:
    verdict = about(lesson, kind, text, **beside).check(answer)
    assert not verdict.right
    assert verdict.slip == name
    assert verdict.step is not None
    assert verdict.sentence.endswith(".")


def test_a_wrong_answer_nobody_can_explain_still_gets_a_reason() -> None:
    verdict = about("gd_vs_ascent", "next iterate", "x^2", point=(3.0,), eta=0.1).check("17.5")
    assert (verdict.right, verdict.slip, verdict.sentence) == (False, "", "17.5 is too large.")


ALIKE = (
    ("gd_vs_ascent", "next iterate", "x^2", STEP, ("2.4", "12/5", "x₁ = 2.4", "2.4000000000000001")),
    ("gradient", "gradient", "x^2 + y^2", {"point": (2.0, 3.0)}, ("(4, 6)", "4, 6", "[4; 6]", "4.0, √36")),
    ("gradient", "partial derivative", "x^2 y", {"point": (1.0, 1.0)}, ("2x y", "y*x*2", "x y + y x")),
    ("derivative_rules", "tangent", "x^2", {"point": (3.0,)}, ("6x - 9", "9 + 6(x - 3)", "y = 6x - 9")),
    ("derivative_rules", "tangent", "sin(x)", {"point": (1.0,)}, ("sin(1) + cos(1)(x - 1)",)),
    ("derivative_rules", "differentiate", "x e^x", {}, ("(x+1)e^x", "e^x + x e^x", "f(x) = exp(x)(1+x)")),
    ("hessian_newton", "Newton for a root", "x^2 - 2", {"point": (3.0,)}, ("11/6", "1.8333", "3 - 7/6")),
    ("numerical_error", "best h", "e^x", {"point": (1.0,), "h": 1e-8}, ("1e-8", "10⁻⁸", "10^-8", "1/10^8")),
    ("learning_rate", "fate", "x^2", {"point": (1.0,), "eta": 0.5}, ("one-step", "  there IN one step ")),
    ("limits", "limit", "1/x^2", {"a": "0"}, ("oo", "∞", "+oo", "inf")),
    ("limits", "limit", "sin(1/x)", {"a": "0"}, ("none", "No limit", "does not exist")),
    ("limits", "limit", "(1+2/x)^x", {"a": "oo"}, ("e^2", "7.3891", "exp(2)")),
)  # fmt: skip


@pytest.mark.parametrize(("lesson", "kind", "text", "beside", "answers"), ALIKE)
def test_an_answer_may_be_written_in_any_form(
    lesson: str, kind: str, text: str, beside: dict[str, object], answers: tuple[str, ...]
) -> None:
    question = about(lesson, kind, text, **beside)
    assert [question.check(answer).right for answer in answers] == [True] * len(answers)


def test_three_digits_are_too_few_and_four_are_enough() -> None:
    third = NumberAnswer()
    assert not third.weigh(0.333, 1 / 3).right
    assert third.weigh(0.3333, 1 / 3).right
    assert third.weigh(0.0, 1e-17).right
    assert not third.weigh(1e-6, 0.0).right


NONSENSE = (
    "what?",
    "",
    "   ",
    "x",
    "1/0",
    "1,5",
    "log(-1)",
    "(",
    "__import__('os')",
    "9" * 300,
    "∞ - ∞",
    "\x00",
)


@pytest.mark.parametrize("lesson", LESSONS)
def test_nonsense_is_refused_with_a_sentence_and_never_wrong(lesson: str) -> None:
    for question in questions(lesson, 2):
        for text in ("what?", "", "__import__('os')", "9" * 300, "("):
            with pytest.raises(CalculusError) as refusal:
                question.check(text)
            assert str(refusal.value).endswith((".", "?"))


@pytest.mark.parametrize("text", NONSENSE)
def test_no_nonsense_is_a_number(text: str) -> None:
    with pytest.raises(CalculusError):
        NumberAnswer().read(text)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_question_has_three_hints_a_solution_and_a_reason(lesson: str) -> None:
    for question in questions(lesson, 9, 5):
        assert len(question.hints) == 3
        assert all(hint.title and (hint.latex or hint.why) for hint in question.hints)
        assert len(set(question.hints)) == 3
        assert len(question.solution) > 0
        assert question.worked.turn.title
        verdict = question.check(_as_text(question.worked.answer))
        assert verdict.right
        assert verdict.sentence.startswith("Right")
        assert len(verdict.sentence) > len(f"Right: {question.answer}.")


def _as_text(right: object) -> str:
    if isinstance(right, float):
        return "none" if math.isnan(right) else {math.inf: "oo", -math.inf: "-oo"}.get(right, f"{right:.12f}")
    return ", ".join(f"{part:.12f}" for part in right) if isinstance(right, tuple) else str(right)


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_hint_shows_a_number_that_is_the_answer(lesson: str) -> None:
    seen = 0
    for question in questions(lesson, 12):
        right = question.worked.answer
        if not isinstance(right, float) or not math.isfinite(right) or len(number_latex(right)) < 4:
            continue
        shown = number_latex(right)
        if shown not in question.latex and question.answer not in question.text:
            seen += 1
            alone = re.compile(rf"(?<![\d.]){re.escape(shown)}(?!\d|\.\d)")
            assert not any(alone.search(hint.latex) for hint in question.hints)
    assert seen or lesson in ("limits", "derivative_rules", "gradient")


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_slip_of_a_set_is_recognised_unless_it_is_right_by_luck(lesson: str) -> None:
    for question in questions(lesson, 14, 6):
        told = {slip.sentence for slip in question.worked.slips}
        for slip in question.worked.slips:
            verdict = question.check(_as_text(slip.value))
            assert verdict.right or verdict.sentence in told
            assert verdict.right or verdict.step is not None
            assert slip.sentence.endswith(".")


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_numbers_are_kind_enough_to_be_worked_out_by_hand(lesson: str) -> None:
    for seed in (31, 32):
        for question in questions(lesson, seed, 6):
            right = question.worked.answer
            numbers = right if isinstance(right, tuple) else (right,) if isinstance(right, float) else ()
            for number in filter(math.isfinite, numbers):
                fraction = Fraction(number).limit_denominator(2000)
                assert abs(number) < 10_001
                assert math.isclose(number, fraction, rel_tol=1e-9, abs_tol=1e-12)


def test_a_set_is_scored_and_nonsense_is_not_wrong() -> None:
    asked = questions("gd_vs_ascent", 5, 4)
    answers = [_as_text(asked[0].worked.answer), "12345.678" if _is_number(asked[1]) else "stays", "rubbish"]
    found = score(asked, answers)
    assert (found.right, found.wrong, found.unread) == (1, 1, 1)
    assert found.sentence == "1 of 4 right, 1 wrong, 1 that cannot be read, 1 not answered yet."
    assert found.marks[2].unread
    assert found.marks[3].verdict is None


def _is_number(question: Question) -> bool:
    return isinstance(question.worked.answer, float)


def test_a_full_set_can_be_answered_all_right() -> None:
    asked = questions("learning_rate", 21)
    assert (
        score(asked, [_as_text(question.worked.answer) for question in asked]).sentence == "10 of 10 right."
    )


def test_more_answers_than_questions_are_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="3 answers to 2 questions"):
        score(questions("gradient", 1, 2), ["1", "2", "3"])
