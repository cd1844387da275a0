"""Questions about the function on screen, and values that are typed before a step shows them."""

import pytest

from core.descent import run
from core.descent.walkthrough import run_steps
from core.errors import CalculusError
from core.expression import parse
from core.practice import LESSONS, Situation, Unsuitable, kinds_about, prediction, question_about
from core.practice.wording import curve, surface
from core.steps import Step


def test_any_step_of_a_run_can_be_asked_about() -> None:
    situation = Situation(curve("x^2 - 4x + 4"), (0.0,), eta=0.4, step=3)
    question = question_about("gd_vs_ascent", situation)
    assert question.text == "Gradient descent with η = 0.4 stands at x₂ = 1.92. What is x₃?"
    assert question.check("1.984").right


def test_the_first_kind_that_suits_the_function_is_asked() -> None:
    assert question_about("hessian_newton", Situation(surface("x^2 + y^2"), (0.0, 0.0))).kind == "classify"
    # (1, 1) is not level, so there is nothing to classify
    assert (
        question_about("hessian_newton", Situation(surface("x^2 y + y^2"), (1.0, 1.0))).kind
        == "mixed derivative"
    )


UNSUITABLE = (
    ("gd_vs_ascent", "next iterate", Situation(curve("x^2"), (0.0,))),
    ("gd_vs_ascent", "next iterate", Situation(curve("log x"), (-1.0,))),
    ("gd_vs_ascent", "next iterate", Situation(curve("log x"), (0.1,), eta=1.0, step=4)),
    ("learning_rate", "largest rate", Situation(curve("x"), (0.0,))),
    ("learning_rate", "largest rate", Situation(curve("x^4"), (1.0,))),
    ("learning_rate", "error factor", Situation(curve("x^4 + x^2"), (1.0,))),
    ("hessian_newton", "classify", Situation(surface("x^2 + y^2"), (1.0, 0.0))),
    ("hessian_newton", "second derivative test", Situation(curve("|x|"), (0.0,))),
    ("hessian_newton", "Newton for a root", Situation(curve("x^2 + 1"), (0.0,))),
    ("gradient", "steepest direction", Situation(surface("x^2 + y^2"), (0.0, 0.0))),
    ("gradient", "gradient", Situation(surface("|x| + y"), (0.0, 1.0))),
    ("derivative_rules", "slope", Situation(curve("1/x"), (0.0,))),
    ("derivative_rules", "which rule", Situation(curve("7"), (1.0,))),
    ("numerical_error", "quotient", Situation(curve("x^2"), (1.0,), stencil="complex_step")),
    ("numerical_error", "quotient", Situation(curve("log x"), (0.1,), h=0.5, stencil="central")),
    ("numerical_error", "best h", Situation(curve("|x|"), (0.0,), h=1e-8)),
    ("limits", "break", Situation(curve("sqrt x"), a="-3")),
    ("limits", "delta", Situation(curve("1/x"), a="0")),
    ("limits", "delta", Situation(curve("x"), a="oo")),
)


@pytest.mark.parametrize(("lesson", "kind", "situation"), UNSUITABLE)
def test_where_there_is_no_such_question_a_sentence_says_why(
    lesson: str, kind: str, situation: Situation
) -> None:
    with pytest.raises(Unsuitable) as reason:
        question_about(lesson, situation, kind)
    assert str(reason.value).endswith(".")


def test_a_kind_for_other_variables_is_unsuitable() -> None:
    with pytest.raises(Unsuitable):
        question_about("gradient", Situation(curve("x^2"), (1.0,)))
    with pytest.raises(Unsuitable):
        question_about("hessian_newton", Situation(curve("x^2"), (1.0,)), "classify")


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_names_of_kinds_are_unique_and_found_by_variables(lesson: str) -> None:
    names = [kind.name for kind in LESSONS[lesson]]
    assert len(set(names)) == len(names)
    assert sum(len(kinds_about(lesson, count)) for count in (0, 1, 2)) == len(names)


def test_typed_functions_never_reach_the_plain_text() -> None:
    situation = Situation(parse("x^2 + 17x"), (1.0,), eta=0.1)
    for lesson in ("gd_vs_ascent", "learning_rate", "derivative_rules", "numerical_error"):
        assert "17" not in question_about(lesson, situation).text


def test_the_next_line_of_a_run_is_predicted_before_it_is_seen() -> None:
    e = curve("x^2 - 4x + 4")
    step = run_steps(e, run(e, [0.0], rate=0.4, steps=3))[2]
    hidden = prediction(step)
    assert hidden is not None
    assert hidden.title == "Step 2"
    assert "1.92" not in hidden.latex
    assert hidden.check("1.92").right
    assert hidden.check("1.6").sentence == "1.6 is too small."
    with pytest.raises(CalculusError):
        hidden.check("uphill")


def test_the_next_point_of_a_run_in_the_plane_is_predicted() -> None:
    e = surface("x^2 + y^2")
    hidden = prediction(run_steps(e, run(e, [1.0, 2.0], rate=0.25, steps=2))[1])
    assert hidden is not None
    assert hidden.check("(0.5, 1)").right
    assert hidden.check("(1, 0.5)").slip == "order"


@pytest.mark.parametrize(
    ("latex", "answer"),
    [
        (r"\lim_{x \to 0} \frac{3}{2} = \frac{3}{2}", "1.5"),
        (r"a \approx 4.096 \cdot 10^{-7}", "4.096e-7"),
        (r"b = \sqrt{2}", "sqrt(2)"),
        (r"c = -\frac{\pi}{4}", "-pi/4"),
        (r"d = e^{2}", "e^2"),
    ],
)
def test_numbers_are_read_from_the_lines_of_the_app(latex: str, answer: str) -> None:
    hidden = prediction(Step("A line", latex, "Why."))
    assert hidden is not None
    assert hidden.check(answer).right


@pytest.mark.parametrize("latex", [r"f'(x) = 2 x - 4", r"\text{no limit}", r"x = \infty", r"-1 \ne 1", ""])
def test_a_line_without_a_number_at_its_end_is_not_to_be_predicted(latex: str) -> None:
    assert prediction(Step("A line", latex, "Why.")) is None
