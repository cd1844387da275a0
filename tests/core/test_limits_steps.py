import pytest

from core.expression import parse
from core.limiting.blackboard import worked_limit
from core.limits import analyse_limit
from core.steps import Step

pytestmark = pytest.mark.usefixtures("patient_symbols")


def steps(f: str, a: str, side: str = "both") -> tuple[Step, ...]:
    report = analyse_limit(parse(f), a, side)
    assert report.complete
    return report.steps


def titles(some: tuple[Step, ...]) -> list[str]:
    return [step.title for step in some]


def every(some: tuple[Step, ...]) -> list[Step]:
    return [one for step in some for one in (step, *every(step.substeps))]


@pytest.mark.parametrize(
    ("f", "a", "side", "expected"),
    [
        ("2x", "3", "both", ["Put in"]),
        ("(x^2 - 1)/(x - 1)", "1", "both", ["Name the form", "Factor and cancel", "Put in"]),
        ("(√(x+1) - 1)/x", "0", "both", ["Name the form", "Multiply by the conjugate", "Put in"]),
        ("(3x^2 + 1)/(x^2 - x)", "oo", "both", ["Name the form", "Divide by the dominant term", "Put in"]),
        ("sin(3x)/x", "0", "both", ["Name the form", "Known limits", "A constant"]),
        ("5", "2", "both", ["A constant"]),
        ("pi", "oo", "both", ["A constant"]),
        ("floor(x)/x", "oo", "both", ["As x grows"]),
        ("x sin(1/x)", "0", "both", ["Squeeze between bounds"]),
        ("(1 + 1/x)^x", "oo", "both", ["Name the form", "Write the power with exp and log"]),
        ("x ln x", "0", "right", ["Name the form", "L'Hôpital", "Put in"]),
        ("x - x^2", "oo", "both", ["Name the form", "Factor out the dominant term", "Put in"]),
        ("|x|/x", "0", "both", ["From the left", "From the right", "Both sides"]),
        ("floor(x)", "2", "both", ["From the left", "From the right", "Both sides"]),
        ("sin x", "oo", "both", ["Two ways to come near"]),
    ],
)
def test_the_rules_of_the_course_are_used(f: str, a: str, side: str, expected: list[str]) -> None:
    assert titles(steps(f, a, side)) == expected


@pytest.mark.parametrize(
    ("f", "a", "form"),
    [
        ("sin(x)/x", "0", r"\frac{0}{0}"),
        ("log(x)/x", "oo", r"\frac{\infty}{\infty}"),
        ("x e^-x", "oo", r"\frac{\infty}{\infty}"),
        ("√(x^2 + x) - x", "oo", r"\infty - \infty"),
        ("(1 + 1/x)^x", "oo", r"1^{\infty}"),
        ("|x|^x", "0", ""),
        ("x^(1/x)", "oo", r"\infty^{0}"),
    ],
)
def test_the_indeterminate_form_is_named(f: str, a: str, form: str) -> None:
    lines = [step.latex for step in every(steps(f, a)) if step.title == "Name the form"]
    assert any(form in line for line in lines)


def test_zero_to_the_zero_is_named() -> None:
    assert "0^{0}" in steps("x^x", "0", "right")[0].latex


def test_each_line_that_changes_f_is_checked_and_holds() -> None:
    for f, a in [
        ("(x^2 - 1)/(x - 1)", "1"),
        ("sin(3x)/x", "0"),
        ("(x - sin x)/x^3", "0"),
        ("log(x)/x", "oo"),
    ]:
        lines = [step for step in every(steps(f, a)) if step.title != "Name the form"]
        assert all(step.check is not None and step.check.holds for step in lines)


def test_lhopital_says_its_conditions() -> None:
    (line,) = [step for step in steps("log(x)/x", "oo") if step.title == "L'Hôpital"]
    for condition in ("∞/∞", "derivatives near the point", "not 0 there", "has a limit"):
        assert condition in line.why


def test_two_ways_lead_to_two_values() -> None:
    (line,) = steps("sin(1/x)", "0", "right")
    assert r"\frac{\pi}{2} + 2\pi n" in line.latex and r"\to 1" in line.latex and r"\to -1" in line.latex


def test_the_jump_of_the_sides_is_said() -> None:
    assert "jumps by 2" in steps("|x|/x", "0")[-1].why


def test_where_no_rule_finishes_the_evidence_is_called_that() -> None:
    report = analyse_limit(parse("x - cbrt(x^3 - 1)"), "oo")
    assert not report.complete
    assert report.steps[-1].title == "What the numbers say"
    assert "not a proof" in report.steps[-1].why


def test_a_side_outside_the_domain_is_said_first() -> None:
    first = steps("x ln x", "0")[0]
    assert first.title == "Outside the domain" and "left" in first.why


def test_the_value_of_the_rules_is_the_verdicts() -> None:
    for f, a in [("(1 - cos x)/x^2", "0"), ("(1 + 1/x)^x", "oo"), ("(√x - 8)/(cbrt(x) - 4)", "64")]:
        worked = worked_limit(str(parse(f)), a, "left right")
        assert parse(worked["value"]["text"]).sympy == analyse_limit(parse(f), a).value


@pytest.mark.parametrize(
    ("f", "value"), [("x floor(1/x)", 1), ("x^2 floor(1/x)", 0), ("x ceil(2/x)", 2), ("1 + x floor(1/x)", 2)]
)
def test_a_floor_is_squeezed_between_its_inside_and_one_less(f: str, value: int) -> None:
    report = analyse_limit(parse(f), "0")
    assert (report.complete, report.value) == (True, value)
    lines = [step for step in every(report.steps) if step.title == "Squeeze between bounds"]
    assert len(lines) == 2 and all(r"\le" in step.latex and "floor" in step.latex for step in lines)


def test_a_floor_is_not_squeezed_where_the_walls_stay_apart() -> None:
    lines = every(analyse_limit(parse("floor(1/x)(1 + x)"), "0", "right").steps)
    assert "Squeeze between bounds" not in [step.title for step in lines]


def test_the_constant_of_a_sum_stands_in_its_line() -> None:
    (line,) = (
        step for step in every(steps("1 + x floor(1/x)", "0", "right")) if step.title == "Part by part"
    )
    assert " = 1 + " in line.latex


def test_the_limit_is_called_the_value_only_where_there_is_one() -> None:
    assert steps("x^2", "3")[-1].why.endswith("the limit is the value.")
    assert steps("sin x", "pi/2")[-1].why.endswith("the limit is the value.")
    assert "the value" not in steps("e^(1/x)", "0", "left")[-1].why
