"""The myths of Learning Rate, each with a run that refutes it."""

import numpy as np

from core.descent import run
from core.expression import parse
from core.learning_rate.stability import predict
from core.myths.myth import Counterexample, Myth
from core.numbers import number


def _smaller_is_safer() -> Counterexample:
    e = parse("x^4 - 3x^2 + x")
    large, small = (run(e, [2.0], rate=rate, steps=200) for rate in (0.1, 0.01))
    low, high = float(large.f[-1]), float(small.f[-1])
    return Counterexample(
        f"From x = 2 on x⁴ − 3x² + x, η = 0.1 ends where f = {number(low)} and η = 0.01 where f = "
        f"{number(high)}: the small steps stay in the poorer valley.",
        large.status.kind == small.status.kind == "converged" and low < high,
    )


def _falling_loss_is_enough() -> Counterexample:
    e = parse("x^2 + 30y^2", ("x", "y"))
    best = predict(e, (0.0, 0.0), 0.001).best
    slow, quick = (run(e, [1.0, 1.0], rate=rate, steps=100) for rate in (0.001, best))
    always_down = bool((np.diff(slow.f) < 0).all())
    far, near = (float(np.linalg.norm(trace.x[-1])) for trace in (slow, quick))
    return Counterexample(
        "On x² + 30y² with η = 0.001 f falls at each of 100 steps, and the run is still "
        f"{number(far, 3)} from the minimum; η = {number(best, 3)} comes within {number(near, 3)}.",
        always_down and far > 100 * near,
    )


def _convex_is_enough() -> Counterexample:
    trace = run(parse("e^x"), [0.0], rate=0.1, steps=1000, tolerance=0.0)
    strides = np.abs(trace.step[:, 0])
    return Counterexample(
        f"eˣ is convex and η = 0.1 is small, but after 1000 steps x = {number(float(trace.x[-1, 0]))} "
        "and still moving left: there is no minimum to arrive at.",
        bool((trace.step < 0).all() and strides[-1] * 1000 > 0.5),
    )


LEARNING_RATE = (
    Myth(
        "learning_rate",
        "smaller-is-safer",
        "A smaller η is always safer.",
        "Small steps do not diverge, but they may need more steps than there are, and they stay in "
        "the first valley they meet, however poor.",
        {"dim": "1", "f": "x^4 - 3x^2 + x", "x0": "2", "eta": "0.01", "steps": "200", "schedule": "constant"},
        _smaller_is_safer,
    ),
    Myth(
        "learning_rate",
        "falling-loss",
        "If the loss goes down, η is right.",
        "Below 2/λ_max the loss goes down with every η; how fast is decided by max |1 − ηλ|, and "
        "the best constant rate is 2/(λ_min + λ_max).",
        {
            "dim": "2",
            "g": "x^2 + 30y^2",
            "px": "1",
            "py": "1",
            "eta": "0.001",
            "steps": "100",
            "schedule": "constant",
        },
        _falling_loss_is_enough,
    ),
    Myth(
        "learning_rate",
        "convex-is-enough",
        "On a convex function a small η always converges.",
        "It converges if a minimum exists and η is below 2 over the largest curvature on the way.",
        {"dim": "1", "f": "e^x", "x0": "0", "eta": "0.1", "steps": "1000", "schedule": "constant"},
        _convex_is_enough,
    ),
)
