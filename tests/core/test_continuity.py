import math

import pytest
from mpmath import mp, mpf

from core.continuity.breaks import break_at, breaks
from core.continuity.checks import condition_checks, limit_check
from core.continuity.conditions import continuity_at
from core.continuity.sentences import break_sentence, kind_sentence
from core.continuity.suspects import suspects
from core.continuity.zeros import zeros
from core.expression import Expression, parse
from core.expression.printer import text as printed
from core.limiting.evidence import numeric_evidence
from core.limiting.point import read_point
from core.limiting.trend import Trend


@pytest.mark.parametrize(
    ("text", "a", "kind", "holds"),
    [
        # the four panels of the source, and the other ways to break
        ("x^2", 1, "continuous", (True, True, True)),
        ("sign x", 0, "jump", (True, False, False)),
        ("sin(x)/x", 0, "removable", (False, True, False)),
        ("{x = 1: 5, x^2}", 1, "removable", (True, True, False)),
        ("1/x^2", 0, "infinite", (False, False, False)),
        ("tan x", 0, "continuous", (True, True, True)),
        ("sin(1/x)", 0, "oscillating", (False, False, False)),
        ("{x = 0: 0, x sin(1/x)}", 0, "continuous", (True, True, True)),
        ("sqrt x", 0, "end of the domain", (True, False, False)),
        ("log x", 0, "end of the domain", (False, False, False)),
        ("log x", -1, "outside the domain", (False, False, False)),
        ("sqrt(x) + sqrt(-x)", 0, "isolated", (True, False, False)),
        ("floor x", 2.5, "continuous", (True, True, True)),
    ],
)
def test_the_checklist_tells_the_kind(text: str, a: float, kind: str, holds: tuple[bool, ...]) -> None:
    checklist = continuity_at(parse(text), a)
    assert checklist.kind == kind
    assert tuple(condition.holds for condition in checklist.conditions) == holds
    assert checklist.is_continuous == (kind == "continuous")


def test_a_jump_has_a_height_and_no_limit() -> None:
    checklist = continuity_at(parse("sign x"), 0)
    assert (checklist.jump, checklist.limit) == (2, None)
    assert checklist.conditions[1].found == "from the left f tends to −1, from the right f tends to 1"


def test_the_conditions_say_what_was_found() -> None:
    asked = [condition.asks for condition in continuity_at(parse("{x = 1: 5, x^2}"), 1).conditions]
    found = [condition.found for condition in continuity_at(parse("{x = 1: 5, x^2}"), 1).conditions]
    assert asked == ["Is f(a) defined?", "Does the limit of f at a exist?", "Is the limit f(a)?"]
    assert found == ["f(a) = 5", "from both sides f tends to 1", "the limit is 1, f(a) is 5"]


SENTENCES = {
    ("x^2", "2"): "f is continuous at x = 2: all three conditions hold.",
    ("sin(x)/x", "0"): (
        "f has a removable break at x = 0: it tends to 1 and has no value there. With the value 1 it would "
        "be continuous."
    ),
    ("{x = 1: 5, x^2}", "1"): (
        "f has a removable break at x = 1: it tends to 1 and is 5 there. With the value 1 it would be "
        "continuous."
    ),
    ("floor(x^2)", "sqrt(2)"): (
        "f jumps by 1 at x = sqrt(2): from 1 on the left to 2 on the right. No value at the point could mend "
        "that."
    ),
    ("tan x", "pi/2"): "f has an infinite break at x = pi/2: beside it the values outgrow every bound.",
    ("sin(1/x)", "0"): "f has an oscillating break at x = 0: beside it the values settle nowhere.",
    ("sqrt x", "0"): (
        "x = 0 is an end of the domain: f has values on the right only, so there is no limit from both "
        "sides. Seen from the right alone, f is continuous."
    ),
    ("log(cos x)", "pi/2"): (
        "x = pi/2 is an end of the domain: f has values on the left only, so there is no limit from both "
        "sides."
    ),
    ("sqrt(x) + sqrt(-x)", "0"): (
        "x = 0 is an isolated point of the domain: f has a value there and none beside it, so nothing can "
        "come near, and there is no limit."
    ),
    ("log x", "-1"): "f has no values near x = −1: x = −1 lies outside the domain.",
    ("{x = 0: 1, 1/log(log(1/|x|))}", "0"): (
        "Whether f is continuous at x = 0 stays undecided: the values near it do not settle."
    ),
}


@pytest.mark.parametrize(("text", "a"), SENTENCES)
def test_the_checklist_comes_to_a_sentence(text: str, a: str) -> None:
    point = read_point(a)
    assert kind_sentence(continuity_at(parse(text), point.place), point.name) == SENTENCES[text, a]


def test_a_condition_is_a_question_with_its_answer() -> None:
    first, second, third = continuity_at(parse("sin(x)/x"), 0).conditions
    assert first.sentence == "Is f(a) defined? No: f(a) is undefined."
    assert second.sentence == "Does the limit of f at a exist? Yes: from both sides f tends to 1."
    assert third.sentence == "Is the limit f(a)? No: the limit is 1, but there is no f(a)."
    open_ = continuity_at(parse("{x = 0: 1, 1/log(log(1/|x|))}"), 0).conditions[1]
    assert open_.sentence.startswith("Does the limit of f at a exist? Not known: ")


@pytest.mark.parametrize(
    ("text", "a", "counts"),
    [
        ("x^2", "2", (1, 2, 1)),
        ("sin x", "pi/2", (1, 2, 1)),
        ("tan x", "pi/2", (0, 2, 0)),
        ("sign x", "0", (1, 2, 0)),
        ("{x = pi/3: 5, x}", "pi/3", (0, 2, 0)),
        ("sin(1/x)", "0", (0, 2, 0)),
        ("{x = 0: 1, 1/log(log(1/|x|))}", "0", (1, 0, 0)),
    ],
)
def test_each_condition_is_held_against_a_second_way(text: str, a: str, counts: tuple[int, ...]) -> None:
    e, point = parse(text), read_point(a)
    checks = condition_checks(e, point, continuity_at(e, point.place))
    assert tuple(map(len, checks)) == counts
    assert all(check.holds for row in checks for check in row)


def test_a_limit_that_the_other_way_refuses_does_not_hold() -> None:
    e, point = parse("x^2"), read_point("2")
    evidence = numeric_evidence(e, point, "left")
    wrong = limit_check(Trend("finite", mpf(5)), evidence)
    assert wrong is not None and not wrong.holds and (wrong.shown, wrong.second) == ("5", "4")
    other = limit_check(Trend("+inf"), evidence)
    assert other is not None and not other.holds and other.second == "f tends to 4"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("|x|", ["corner: f is continuous; its slope is −1 from the left, and is 1 from the right."]),
        ("x^(2/3)", ["cusp: f is continuous; its slope is −∞ from the left, and is ∞ from the right."]),
        (
            "{x = 0: 0, x sin(1/x)}",
            [
                "oscillating slope: f is continuous; its slope settles nowhere from the left, and settles "
                "nowhere from the right."
            ],
        ),
        ("(x^2-1)/(x-1)", ["removable: the limit is 2, and f has no value there."]),
        ("{x = 1: 5, x^2}", ["removable: the limit is 1, and f has the value 5 there."]),
        ("1/x", ["infinite: −∞ from the left, ∞ from the right."]),
        ("sign(x - 1)", ["jump: −1 from the left, 1 from the right."]),
        ("sin(1/x)", ["oscillating: the values settle nowhere."]),
        ("sqrt x", ["end of the domain: f has values on the right only."]),
        ("sqrt(x) + sqrt(-x)", ["isolated: f is 0 here and has no values beside it."]),
    ],
)
def test_each_break_of_a_scan_has_its_line(text: str, lines: list[str]) -> None:
    assert [break_sentence(place) for place in breaks(parse(text), -1.7, 1.8).places] == lines


def test_limits_known_from_elsewhere_take_the_place_of_the_trends() -> None:
    known = Trend("finite", mpf(1))
    checklist = continuity_at(parse("{x = 0: 1, 1/log(log(1/|x|))}"), 0, left=known, right=known)
    assert checklist.kind == "continuous"


def test_continuity_at_infinity_is_refused() -> None:
    with pytest.raises(ValueError, match="finite point"):
        continuity_at(parse("x"), math.inf)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x^3", []),
        ("(x^2-1)/(x-1)", [(1, "removable")]),
        ("floor x", [(n, "jump") for n in range(-4, 5)]),
        ("tan x", [(-math.pi / 2, "infinite"), (math.pi / 2, "infinite")]),
        ("|x-1| + |x+1|", [(-1, "corner"), (1, "corner")]),
        ("x^(2/3)", [(0, "cusp")]),
        ("cbrt(x-0.1)", [(0.1, "vertical tangent")]),
        ("cbrt(x^2-2)", [(-math.sqrt(2), "vertical tangent"), (math.sqrt(2), "vertical tangent")]),
        ("|x^2-2|", [(-math.sqrt(2), "corner"), (math.sqrt(2), "corner")]),
        ("x |x|", []),
        ("|x|^1.5", []),
        ("max(x, x^2, 1)", [(-1, "corner"), (1, "corner")]),
        ("{x < 1: 0, x > 1: 2}", [(1, "jump")]),
        ("{x = 0: 0, x sin(1/x)}", [(0, "oscillating slope")]),
        ("{x = 0: 0, x^2 sin(1/x)}", []),
        ("1/(x^2-2x+1)", [(1, "infinite")]),
        ("1/(1-cos x)", [(0, "infinite")]),
        ("sqrt(x-1/3)", [(1 / 3, "end of the domain")]),
        ("asin(x/2)", [(-2, "end of the domain"), (2, "end of the domain")]),
        ("atan(1/x)", [(0, "jump")]),
        ("relu(x-2)", [(2, "corner")]),
        ("1/(exp(x)-2)", [(math.log(2), "infinite")]),
    ],
)
def test_a_scan_finds_every_break_and_nothing_else(text: str, expected: list[tuple[float, str]]) -> None:
    found = breaks(parse(text), -4.2, 4.2)
    assert [place.kind for place in found.places] == [
        kind for x, kind in expected if kind != "infinite" or abs(x) < 4.2
    ]
    assert [place.x for place in found.places] == pytest.approx([x for x, _ in expected], abs=1e-15)
    assert found.complete


def test_a_scan_of_infinitely_many_poles_does_not_claim_to_be_complete() -> None:
    found = breaks(parse("1/sin(1/x)"), -1, 1)
    assert not found.complete and len(found.places) > 20


def test_a_corner_carries_both_slopes() -> None:
    corner = break_at(parse("|x|"), 0)
    assert corner is not None and corner.left_slope is not None and corner.right_slope is not None
    assert (corner.left_slope.value, corner.right_slope.value) == (-1, 1)
    assert break_at(parse("x^2"), 0) is None


def test_rounding_in_the_last_digits_makes_no_corner() -> None:
    assert break_at(parse("x"), 0.999) is None
    assert break_at(parse("{x = 0: 5, x}"), 0.999) is None


def test_suspects_are_the_parts_whose_zeros_matter() -> None:
    assert [printed(tree) for tree in suspects(parse("|x - 1|/(x^2*(x + 3))").tree)] == [
        "x",
        "x + 3",
        "x - 1",
    ]
    assert suspects(parse("exp(x)*sin(x) + x^3").tree) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3x - 1", ["1/3"]),
        ("x^2 - 2x + 1", ["1"]),
        ("sin(pi x)", ["-1", "0", "1"]),
        ("x^2 + 1", []),
        ("log x", ["1"]),
    ],
)
def test_rational_zeros_are_exact(text: str, expected: list[str]) -> None:
    assert [str(place) for place in zeros(parse(text), -1.2, 1.2).places] == expected


@pytest.mark.parametrize("text", ["x^2 - 2", "x^4 - 4x^2 + 4"])
def test_irrational_zeros_have_forty_digits_even_where_they_only_touch(text: str) -> None:
    (place,) = zeros(parse(text), 0, 3).places
    with mp.workdps(70):
        assert abs(place - mp.sqrt(2)) < mpf(10) ** -40


@pytest.mark.parametrize("end", [1, 2, 3, 4, 5, 6, 7])
def test_zeros_at_the_ends_of_the_window_are_found(end: int) -> None:
    found = zeros(parse("sin(pi x)"), -end, end)
    assert [int(place) for place in found.places] == list(range(-end, end + 1))


def test_a_function_without_values_has_no_zeros() -> None:
    e: Expression = parse("sqrt(-1 - x^4)")
    assert zeros(e, -1, 1).places == ()
