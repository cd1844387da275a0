"""The examples of Learning Rate; the first is what the page opens with."""

from core.examples.example import LECTURE, NOTES, OWN, SLIDES, Example


def _rate(f: str, x0: str, eta: str, steps: str, schedule: str = "constant") -> dict[str, str]:
    return {"dim": "1", "f": f, "x0": x0, "eta": eta, "steps": steps, "schedule": schedule}


LEARNING_RATE: tuple[Example, ...] = (
    Example(
        "learning_rate",
        "large",
        "Large steps: η = 0.9",
        _rate("x^2 - 4x + 4", "0", "0.9", "5"),
        "3.6, 0.72, 3.024, 1.1808, 2.65536: every step overshoots the minimum at 2, and the error "
        "shrinks by 0.8 while changing sign.",
        SLIDES,
    ),
    Example(
        "learning_rate",
        "small",
        "Small steps: η = 0.1",
        _rate("x^2 - 4x + 4", "0", "0.1", "5"),
        "0.4, 0.72, 0.976, 1.1808, 1.34464: no step overshoots, and the error shrinks by 0.8, "
        "exactly as fast as with η = 0.9. With η = 0.5 one step would do.",
        SLIDES,
    ),
    Example(
        "learning_rate",
        "narrow-bowl",
        "A narrow bowl",
        {
            "dim": "2",
            "g": "x^2 + 30y^2",
            "px": "1",
            "py": "1",
            "eta": "0.03",
            "steps": "100",
            "schedule": "constant",
        },
        "Across the bowl every step overshoots, along it the run creeps: the steepest curvature, "
        "60, sets the limit 1/30, and the flattest, 2, sets the time. Even the best rate, 1/31, "
        "shrinks the error by no more than 29/31.",
        OWN,
    ),
    Example(
        "learning_rate",
        "better-valley",
        "A large step finds a better valley",
        _rate("x^4 - 3x^2 + x", "2", "0.1", "50"),
        "The first step jumps from 2 to −0.1 and the run ends at −1.30084, where f = −3.51391. "
        "With η = 0.05 it stays in the valley of 1.1309, where f = −1.07023.",
        OWN,
    ),
    Example(
        "learning_rate",
        "out-of-the-domain",
        "A step out of the domain",
        _rate("e^x - log x", "2", "0.4", "50"),
        "The first step lands on −0.755622, where log x has no value. With η = 0.1 the run "
        "converges to 0.567143.",
        NOTES,
    ),
    Example(
        "learning_rate",
        "corner",
        "A corner: |x| never settles",
        _rate("|x|", "0.55", "0.1", "50"),
        "The slope of |x| does not fade, so the run hops between 0.05 and −0.05 for ever. With the "
        "schedule 1/k it settles.",
        LECTURE,
    ),
    Example(
        "learning_rate",
        "flat-bottom",
        "A flat bottom: no rate is linear",
        _rate("x^4", "1", "0.1", "500"),
        "The curvature at the minimum is 0, so no factor below 1 holds: from step 50 to step 500 "
        "the error falls only from 0.151 to 0.0497, each step by a smaller part than the one before.",
        OWN,
    ),
    Example(
        "learning_rate",
        "backtracking",
        "Let the function decide",
        _rate("x^2 - 4x + 4", "0", "30", "50", "backtracking"),
        "η = 30 would run away at once. Backtracking halves it until f falls: every step uses "
        "0.9375, and the error shrinks by 0.875.",
        "Armijo, 1966",
    ),
)
