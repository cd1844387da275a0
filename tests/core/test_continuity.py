import math

import pytest
from mpmath import mp, mpf

from core.continuity.breaks import break_at, breaks
from core.continuity.conditions import continuity_at
from core.continuity.suspects import suspects
from core.continuity.zeros import zeros
from core.expression import Expression, parse
from core.expression.printer import text as printed
from core.limiting.scales import Evidence


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
    assert asked == ["f(a) is defined", "the limit of f at a exists", "the limit equals f(a)"]
    assert found == ["f(a) = 5", "from both sides f tends to 1", "the limit is 1, f(a) is 5"]


def test_limits_known_from_elsewhere_take_the_place_of_the_evidence() -> None:
    known = Evidence("finite", mpf(1))
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
