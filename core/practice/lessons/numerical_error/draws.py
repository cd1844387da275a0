"""What the questions about difference quotients are asked of: functions, places and steps from a seed."""

from dataclasses import replace

from core.practice.draws import Draws
from core.practice.situation import Situation
from core.practice.wording import curve, polynomial


def parabola_or_cubic(draws: Draws) -> Situation:
    """A parabola or a cubic, a whole x and a short h."""
    a, b = draws.whole(1, 3), draws.whole(-3, 3)
    factors = draws.pick(((a, b, 0), (a, 0, b), (1, 0, b, 0)))
    h = draws.pick((1.0, 0.5, 0.1, 0.2))
    x = float(draws.whole(-1, 3, 0))
    return Situation(
        curve(polynomial(*factors)), (x,), h=h, stencil=draws.pick(("forward", "central", "backward"))
    )


def bent(draws: Draws) -> Situation:
    """A cubic, for which no quotient is exact."""
    a, b = draws.whole(1, 2), draws.whole(-3, 3)
    e = curve(polynomial(a, b, 0, draws.whole(0, 4)))
    stencil = draws.pick(("forward", "central", "backward"))
    return Situation(e, (float(draws.whole(1, 3)),), h=draws.pick((1.0, 0.5, 0.1)), stencil=stencil)


_CURVES = ("e^x", "sin(x)", "log(x)", "1/x", "e^(-x)", "x e^x", "cos(x)", "atan(x)")


def smooth(draws: Draws) -> Situation:
    """A curve with all derivatives away from 0, forward or central."""
    text = draws.pick(_CURVES)
    # log 1 = 0 has no rounding to speak of, so that other small errors would decide.
    x = draws.whole(2 if "log" in text else 1, 3)
    return Situation(curve(text), (float(x),), stencil=draws.pick(("forward", "central")))


def one_of_three(draws: Draws) -> Situation:
    """An h such that it, or the one on either side, is clearly the best."""
    s = smooth(draws)
    middles = (1e-4, 1e-5, 1e-8, 1e-9, 1e-12) if s.stencil == "forward" else (1e-5, 1e-6, 1e-9, 1e-10)
    return replace(s, h=draws.pick(middles))


def one_h(draws: Draws) -> Situation:
    """An h far from the best one, or close to it."""
    s = smooth(draws)
    sizes = (
        (1e-1, 1e-2, 1e-3, 1e-8, 1e-12, 1e-13) if s.stencil == "forward" else (1e-1, 1e-2, 1e-5, 1e-10, 1e-12)
    )
    return replace(s, h=draws.pick(sizes))


def divided(draws: Draws) -> Situation:
    """h is 1/2, 1/3 or 1/10: by which the width is multiplied."""
    stencil = draws.pick(("forward", "backward", "central", "five_point"))
    return replace(smooth(draws), h=1 / draws.pick((2, 3, 10)), stencil=stencil)


def tiny(draws: Draws) -> Situation:
    """x = 1 … 10⁶ and an h about as large as the gap there."""
    x, sizes = draws.pick(
        (
            (1.0, (1e-16, 1e-15)),
            (100.0, (1e-15, 1e-14)),
            (1000.0, (1e-14, 1e-13)),
            (1e6, (1e-11, 1e-10, 1e-12)),
            (8.0, (1e-16, 1e-15)),
        )
    )
    return Situation(curve("x^2"), (x,), h=draws.pick(sizes))
