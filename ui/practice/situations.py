"""What a question about the function on screen is made from: the values of the page, and others near them."""

from dataclasses import replace
from functools import lru_cache
from math import cos, radians, sin
from typing import Any

from core.errors import CalculusError
from core.iterating.beginning import start_keys
from core.limiting.point import read_point
from core.practice import Learning, Question, Situation, kinds_about, question_about
from core.practice.draws import Draws
from ui import address
from ui.cached import parsed
from ui.keys import FUNCTION_VARIABLES
from ui.practice.learning import learning_elsewhere, learning_on_screen

_AS_THEY_ARE = {
    "eta": "eta",
    "sense": "sense",
    "side": "side",
    "eps": "epsilon",
    "h": "h",
    "stencil": "stencil",
}
"""Keys of the address, and what a situation calls them."""

_LATER = "distance"
"""The kind that asks where several steps lead."""

_RATES = (0.1, 0.2, 0.25, 0.4, 0.05, 0.5)
_STEPS_OF_H = (0.1, 0.01, 0.5, 1e-4, 1e-8, 1e-12)
_WAYS = ((3.0, 4.0), (1.0, 1.0), (0.0, 1.0), (-3.0, 4.0), (1.0, -2.0))
_TRIES = 20
_KEPT = 500


def on_screen() -> Situation | Learning:
    """What the page now holds: a model and its data, or a function with a place and its numbers."""
    return learning_on_screen() if address.has("model") else _function_on_screen()


def _function_on_screen() -> Situation:
    """The function, the place and the numbers; of a run its next step."""
    name = _function_key()
    e = parsed(address.text(name), FUNCTION_VARIABLES[name])
    values: dict[str, Any] = {
        field: address.value(key) for key, field in _AS_THEY_ARE.items() if address.has(key)
    }
    if address.has("side"):
        values["a"] = address.text("a")
        if read_point(values["a"]).infinite:
            values["side"] = "both"
    else:
        values["point"] = tuple(address.number(key) for key in start_keys(len(e.variables)))
    if address.has("angle"):
        angle = radians(address.number("angle"))
        values["direction"] = (round(cos(angle), 12), round(sin(angle), 12))
    if address.has("steps"):
        values["step"] = address.whole("step") + 1
    return Situation(e, **values)


def _function_key() -> str:
    """Of both functions the one that the picture shows."""
    if address.has("dim"):
        return "g" if address.text("dim") == "2" else "f"
    return "f" if address.has("f") else "g"


@lru_cache(maxsize=_KEPT)
def asked(lesson: str, here: Situation | Learning, kind: str, turn: int) -> Question:
    """The question of this turn, 1, 2, … Raises Unsuitable, with the reason, where there is none.

    Without a kind all that can be asked at the place on screen take turns; after that, and of one kind from
    the second turn on, it is the same function at other places, or the same model with other numbers.
    """
    kinds = (kind,) if kind else tuple(one.name for one in kinds_about(lesson, here.variables))
    found, reasons = _possible(lesson, here, kinds)
    if turn <= len(found):
        return found[turn - 1]
    for attempt in range(_TRIES):
        found, refused = _possible(lesson, _near(here, turn, attempt), kinds)
        reasons += refused
        if found:
            return found[turn % len(found)]
    raise reasons[0]


def _possible(
    lesson: str, here: Situation | Learning, kinds: tuple[str, ...]
) -> tuple[list[Question], list[CalculusError]]:
    """Of these kinds the questions that have an answer here, and why the others have none."""
    found, refused = [], []
    for kind in kinds:
        try:
            found.append(question_about(lesson, _for(kind, here), kind))
        except CalculusError as reason:
            refused.append(reason)
    return found, refused


def _for(kind: str, here: Situation | Learning) -> Situation | Learning:
    """Where several steps lead is not asked of the first one."""
    if isinstance(here, Situation) and kind == _LATER:
        return replace(here, step=max(here.step, 2))
    return here


def _near(here: Situation | Learning, *seeds: int) -> Situation | Learning:
    """The same function or model with other numbers."""
    if isinstance(here, Learning):
        return learning_elsewhere(here, Draws(*seeds))
    return elsewhere(here, *seeds)


def elsewhere(here: Situation, *seeds: int) -> Situation:
    """The same function at another place near it, with other round numbers; the same for the same seeds.

    >>> from core.practice.wording import curve
    >>> elsewhere(Situation(curve("x^2"), (2.5,)), 2) == elsewhere(Situation(curve("x^2"), (2.5,)), 2)
    True
    """
    draws = Draws(*seeds)
    there = replace(
        here,
        point=tuple(round(x) + float(draws.whole(-3, 3)) for x in here.point),
        eta=draws.pick(_RATES),
        h=draws.pick(_STEPS_OF_H),
        direction=draws.pick(_WAYS),
        epsilon=draws.pick((0.1, 0.2, 0.5, 1.0)),
        step=draws.whole(1, 4),
    )
    if read_point(here.a).infinite:
        return there
    return replace(there, a=str(draws.whole(-4, 4)), side=draws.pick(("both", "left", "right")))
