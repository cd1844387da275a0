"""The examples of Limits; the first is what the page opens with."""

from core.examples.example import ESSENTIAL, LECTURE, NOTES, OWN, SLIDES, Example


def _limit(f: str, a: str, side: str = "both") -> dict[str, str]:
    return {"f": f, "a": a, "side": side}


LIMITS: tuple[Example, ...] = (
    Example(
        "limits",
        "hole",
        "A hole: (x² − 1)/(x − 1) at 1",
        _limit("(x^2 - 1)/(x - 1)", "1"),
        "At 1 itself f is 0/0, no number. Everywhere else f is x + 1, so from both sides you arrive at 2. "
        "Zoom in as far as you like: the hole stays a single point.",
        OWN,
    ),
    Example(
        "limits",
        "line",
        "No surprise: 2x at 3",
        _limit("2x", "3"),
        "The limit is 6, and so is f(3). For ε = 0.3 any x within 0.15 of 3 will do: δ is ε/2.",
        SLIDES,
    ),
    Example(
        "limits",
        "one-over-x",
        "1/x at 0, from both sides",
        _limit("1/x", "0"),
        "From the right f grows beyond every bound, from the left it falls below every one. Come near from "
        "the right only, and open Tables: 10, 100, 1000, a zero more in every row.",
        SLIDES,
    ),
    Example(
        "limits",
        "oscillation",
        "Never settling: sin(1/x) at 0",
        _limit("sin(1/x)", "0"),
        "However near to 0, f goes all the way from −1 to 1 and back. Zoom in: it never calms down. The two "
        "diamonds are 0.6 or more apart, so no number is within ε = 0.3 of both.",
        ESSENTIAL,
    ),
    Example(
        "limits",
        "one-over-x-right",
        "1/x at 0, from the right",
        _limit("1/x", "0", "right"),
        "10, 100, 1000, 10000, 100000, 1000000: how many zeros can you add? As many as you like. That is "
        "what ∞ means here.",
        SLIDES,
    ),
    Example(
        "limits",
        "one-over-x-left",
        "1/x at 0, from the left",
        _limit("1/x", "0", "left"),
        "On this side f is negative: −10, −100, −1000, and below every bound.",
        SLIDES,
    ),
    Example(
        "limits",
        "one-over-square",
        "1/x² at 0: the sides agree, and yet",
        _limit("1/x^2", "0"),
        "Both sides do the same, and nothing oscillates. There is no limit all the same, because f outgrows "
        "every number: a third way to have none.",
        OWN,
    ),
    Example(
        "limits",
        "sine-far-out",
        "sin x, far out",
        _limit("sin x", "oo"),
        "At 0, π, 2π, 3π f is 0; at π/2 and every full turn beyond it is 1. Both go on for ever, so there is "
        "no one number that f comes near to.",
        SLIDES,
    ),
    Example(
        "limits",
        "continuous",
        "Four panels: continuous",
        {**_limit("x^2", "1"), "tab": "Continuity"},
        "f(1) is defined, the limit exists, and both are 1: no break.",
        LECTURE,
    ),
    Example(
        "limits",
        "not-defined",
        "Four panels: f(a) is not defined",
        {**_limit("sin(x)/x", "0"), "tab": "Continuity"},
        "The limit is 1, but f(0) is missing. One point, filled in with 1, would mend it.",
        LECTURE,
    ),
    Example(
        "limits",
        "no-limit",
        "Four panels: the limit does not exist",
        {**_limit("sign x", "0"), "tab": "Continuity"},
        "f(0) is 0, but from the left f is −1 and from the right 1. No value at 0 could mend a jump of 2.",
        LECTURE,
    ),
    Example(
        "limits",
        "another-value",
        "Four panels: the limit is not f(a)",
        {**_limit("{x < 1: x^2, x = 1: 5, x > 1: x^2}", "1"), "tab": "Continuity"},
        "f(1) is 5 and the limit is 1: the limit never looks at the point itself.",
        LECTURE,
    ),
    Example(
        "limits",
        "sine-over-x",
        "sin(x)/x at 0",
        _limit("sin(x)/x", "0"),
        "0/0 again, and the limit is 1: near 0 the sine is as good as its angle. At 0.1 f is 0.998334.",
        OWN,
    ),
    Example(
        "limits",
        "jump",
        "A jump: |x|/x at 0",
        _limit("|x|/x", "0"),
        "From the left f is −1, from the right 1, and the picture is the same at every zoom. For ε = 1 "
        "there are still two values that no L can serve.",
        LECTURE,
    ),
    Example(
        "limits",
        "stairs",
        "A stair: floor x at 2",
        _limit("floor x", "2"),
        "The filled dot is f(2) = 2, the open one the limit from the left, 1. From the right alone, f is "
        "continuous at 2.",
        OWN,
    ),
    Example(
        "limits",
        "squeeze",
        "Squeezed: x·sin(1/x) at 0",
        _limit("x sin(1/x)", "0"),
        "f oscillates as wildly as sin(1/x), but between −|x| and |x|, and these close in on 0. Coming "
        "nearer does not mean nearer with every step: f is 0 again and again on the way.",
        LECTURE,
    ),
    Example(
        "limits",
        "euler",
        "(1 + 1/x)ˣ, far out",
        _limit("(1+1/x)^x", "oo"),
        "2, then 2.59374 at 10 and 2.70481 at 100: the limit is e. Open Tables: at 10¹⁶ float64 says 1.",
        NOTES,
    ),
    Example(
        "limits",
        "x-log-x",
        "x·ln x at 0, from the right",
        _limit("x ln x", "0", "right"),
        "ln x falls without bound, yet x shrinks faster: 0·(−∞) turns out to be 0. At 0.01 f is −0.0460517.",
        OWN,
    ),
    Example(
        "limits",
        "conjugate",
        "A root: (√(x+1) − 1)/x at 0",
        _limit("(sqrt(x+1) - 1)/x", "0"),
        "0/0, and the conjugate mends it: f is 1/(√(x+1) + 1), which is 1/2 at 0.",
        OWN,
    ),
    Example(
        "limits",
        "x-to-the-x",
        "0⁰: xˣ at 0, from the right",
        _limit("x^x", "0", "right"),
        "The form 0⁰ decides nothing; this one tends to 1. On the way f dips: at 1/e it is lowest, 0.692201.",
        OWN,
    ),
)
