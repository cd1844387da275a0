"""The kinds of keys that lessons are set by, and the keys that several lessons share."""

from functools import partial
from math import inf

from core.practice import LESSONS as PRACTISED
from ui.keys.key import Key, canonical
from ui.keys.numbers import (
    read_between,
    read_choice,
    read_flag,
    read_number,
    read_optional_number,
    read_several,
    read_whole,
)
from ui.keys.texts import read_function, read_set, read_words
from ui.knobs import Table, knobs_of


def number(name: str, label: str, default: str, above: float = -inf) -> Key:
    return Key(name, label, default, partial(read_number, name=name, label=label, above=above))


def between(name: str, label: str, default: str, low: float, high: float) -> Key:
    return Key(name, label, default, partial(read_between, name=name, label=label, low=low, high=high))


def end(name: str, label: str) -> Key:
    return Key(name, label, "", partial(read_optional_number, name=name, label=label))


def whole(name: str, label: str, default: str, low: int, high: int) -> Key:
    return Key(name, label, default, partial(read_whole, name=name, label=label, low=low, high=high))


def choice(name: str, label: str, *options: str, default: str = "") -> Key:
    read = partial(read_choice, name=name, label=label, options=options)
    return Key(name, label, default or options[0], read)


def several(name: str, label: str, default: str, options: tuple[str, ...]) -> Key:
    return Key(name, label, default, partial(read_several, name=name, label=label, options=options))


def knobs(table: Table) -> tuple[Key, ...]:
    """A key for each knob of a table's rows."""
    return tuple(
        between(name, knob.label, canonical(float(knob.default)), knob.low, knob.high)
        for name, knob in knobs_of(table).items()
    )


def flag(name: str, label: str) -> Key:
    return Key(name, label, "false", partial(read_flag, name=name, label=label))


def function(name: str, label: str, default: str) -> Key:
    return Key(name, label, default, partial(read_function, name=name))


FIND = Key("find", "Find", "", read_words)

PRESENT = "present"
EVERY_LESSON = (whole("step", "Step", "0", 0, 100_000), flag(PRESENT, "Presenter view"))

WINDOW = (
    end("xlo", "Left edge"),
    end("xhi", "Right edge"),
    end("ylo", "Lower edge"),
    end("yhi", "Upper edge"),
)


def practice(lesson: str) -> tuple[Key, ...]:
    """Which set, if any; which question of it or about the function on screen; of which kind that one is."""
    return (
        Key("quiz", "Questions", "", read_set),
        whole("question", "Question", "1", 1, 999),
        choice("ask", "Kind of question", "", *(kind.name for kind in PRACTISED[lesson])),
    )


def run(eta: str) -> tuple[Key, ...]:
    """What sets a run of steps; the lesson's own rate is its default."""
    return (
        choice("dim", "Variables", "1", "2"),
        function("f", "f(x) =", "x^2 - 4x + 4"),
        number("x0", "Start x₀", "0"),
        function("g", "f(x, y) =", "x^2/2 + 2y^2"),
        number("px", "Start x₀", "-2.5"),
        number("py", "Start y₀", "2"),
        number("eta", "Learning rate η", eta, above=0),
        whole("steps", "Steps", "5", 1, 1000),
        *WINDOW,
    )
