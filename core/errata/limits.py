"""Limits and continuity."""

from core.errata.erratum import Erratum, essential, lecture, myth, notes, page, slides

LIMITS = (
    Erratum(
        1,
        "When a function is continuous",
        "mathematics",
        slides("104–108", "109–113"),
        says="f(a) is defined for all a, the limit for x → ∞ exists, the limit for x → a is a; “continuous” "
        "is “defined everywhere”.",
        right="Three conditions at a: f(a) is defined, the limit for x → a exists, and it equals f(a).",
        why="x² is continuous at 2: its limit there is 4, not 2, and for x → ∞ it has none.",
        shown=(myth("limits", "three-other-conditions"), myth("limits", "defined-everywhere")),
    ),
    Erratum(
        20,
        "sin(1/x) at 0",
        "mathematics",
        essential("181–187, 266"),
        says="With f(0) = 0 for sin(1/x), f′(0) = 0.",
        right="f′(0) does not exist.",
        why="f has no limit at 0, so it is not continuous there. The quotient sin(1/h)/h is unbounded: at h "
        "= 1/(100π + π/2) it is 315.73, and at h = 1/(100π + 3π/2) it is −318.872.",
        shown=(myth("limits", "patched"),),
    ),
    Erratum(
        22,
        "The table of (1 + 1/n)ⁿ",
        "slip",
        notes("136"),
        says="1/2, 10/2592 and 100/2712 for n = 1, 10 and 100.",
        right="2, 2.59374 and 2.70481.",
        why="A bar was read as a quotient, and 2.712 is wrong for every n of the table.",
        shown=(page("limits", f="(1 + 1/x)^x", a="oo", tab="Tables"),),
    ),
    Erratum(
        46,
        "A slope inside does not reach the edge",
        "mathematics",
        lecture("310, 316"),
        says="A function that is differentiable at the interior points of a set is continuous on the set.",
        right="It is continuous at those interior points.",
        why="With f(0) = 5 and f(x) = x up to 1 there is a slope at every point inside, and at 0 f tends to "
        "0. The statement about a single point is right.",
        shown=(myth("limits", "interior-is-enough"),),
    ),
    Erratum(
        53,
        "How a limit can fail",
        "wording",
        slides("92–94", "95–97"),
        says="A limit does not exist if left and right differ or if f oscillates, as sin and cos do.",
        right="It also does not exist where f is unbounded, even the same way on both sides.",
        why="1/x² is 10⁴ at ±0.01 and 10⁶ at ±0.001. sin and cos oscillate only for x → ±∞; at every number "
        "they have their value as limit.",
        shown=(myth("limits", "two-ways"), myth("limits", "sine-none")),
    ),
)
