"""The keys of the address: what each is called, what it may be, and where it starts.

A value is written in the address as text and read by the same checks as a typed one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import inf, isfinite

from core.errors import SettingError
from core.optimizers import OPTIMIZERS
from core.schedules import SCHEDULES
from ui.cached import parsed

Value = str | float | int | bool | None

_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_LONGEST_NUMBER = 40

# Which variables a function key may use; the same in every lesson, so that a function can be carried along.
FUNCTION_VARIABLES = {"f": ("x",), "g": ("x", "y")}


@dataclass(frozen=True)
class Key:
    """One value that the address holds.

    `read` turns text into the value or raises CalculusError; `default` is text that it reads.
    """

    name: str
    label: str
    default: str
    read: Callable[[str], Value]


def canonical(value: Value) -> str:
    """The shortest text that reads back to the very same value.

    >>> canonical(0.005), canonical(2.0), canonical(1e22), canonical(True), canonical(None)
    ('0.005', '2', '1e+22', 'true', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def read_number(text: str, *, name: str, label: str, above: float = -inf) -> float:
    """A finite decimal number greater than `above`; the typographic minus counts.

    >>> read_number("−1e-3", name="x0", label="Start x₀")
    -0.001
    """
    plain = text.strip().replace("−", "-")
    if len(plain) > _LONGEST_NUMBER or not _DECIMAL.fullmatch(plain):
        raise SettingError(f"{label} must be a number.", name)
    value = float(plain)
    if not isfinite(value):
        raise SettingError(f"{label} is too large.", name)
    if value <= above:
        raise SettingError(f"{label} must be greater than {above:g}.", name)
    return value


def read_optional_number(text: str, *, name: str, label: str) -> float | None:
    """A finite decimal number, or nothing at all."""
    return read_number(text, name=name, label=label) if text.strip() else None


def read_whole(text: str, *, name: str, label: str, low: int, high: int) -> int:
    """A whole number from `low` to `high`.

    >>> read_whole("5", name="steps", label="Steps", low=1, high=1000)
    5
    """
    plain = text.strip()
    value = int(plain) if re.fullmatch(r"\d{1,9}", plain, re.ASCII) else None
    if value is None or not low <= value <= high:
        raise SettingError(f"{label} must be a whole number from {low} to {high}.", name)
    return value


def read_choice(text: str, *, name: str, label: str, options: tuple[str, ...]) -> str:
    """One of the options, letter by letter."""
    if text not in options:
        raise SettingError(f"{label} must be one of: {', '.join(options)}.", name)
    return text


def read_flag(text: str, *, name: str, label: str) -> bool:
    """true or false."""
    return read_choice(text, name=name, label=label, options=("true", "false")) == "true"


def read_function(text: str, *, name: str) -> str:
    """The text itself when it is a function of the variables of "f" or "g"; else ExpressionError."""
    parsed(text, FUNCTION_VARIABLES[name])
    return text


def _number(name: str, label: str, default: str, above: float = -inf) -> Key:
    return Key(name, label, default, partial(read_number, name=name, label=label, above=above))


def _end(name: str, label: str) -> Key:
    return Key(name, label, "", partial(read_optional_number, name=name, label=label))


def _whole(name: str, label: str, default: str, low: int, high: int) -> Key:
    return Key(name, label, default, partial(read_whole, name=name, label=label, low=low, high=high))


def _choice(name: str, label: str, *options: str) -> Key:
    return Key(name, label, options[0], partial(read_choice, name=name, label=label, options=options))


def _flag(name: str, label: str) -> Key:
    return Key(name, label, "false", partial(read_flag, name=name, label=label))


def _function(name: str, label: str, default: str) -> Key:
    return Key(name, label, default, partial(read_function, name=name))


EVERY_LESSON = (_whole("step", "Step", "0", 0, 100_000),)

WINDOW = (
    _end("xlo", "Left edge"),
    _end("xhi", "Right edge"),
    _end("ylo", "Lower edge"),
    _end("yhi", "Upper edge"),
)


def _run(eta: str) -> tuple[Key, ...]:
    """What sets a run of steps; the lesson's own rate is its default."""
    return (
        _choice("dim", "Variables", "1", "2"),
        _function("f", "f(x) =", "x^2 - 4x + 4"),
        _number("x0", "Start x₀", "0"),
        _function("g", "f(x, y) =", "x^2/2 + 2y^2"),
        _number("px", "Start x₀", "-2.5"),
        _number("py", "Start y₀", "2"),
        _number("eta", "Learning rate η", eta, above=0),
        _whole("steps", "Steps", "5", 1, 1000),
        *WINDOW,
    )


KEYS: dict[str, tuple[Key, ...]] = {
    "gd_vs_ascent": (
        *_run(eta="0.4"),
        _choice("optimizer", "Optimiser", *OPTIMIZERS),
        _choice("tab", "Part", "Steps", "Numbers", "Down or up"),
        _flag("flip", "Ascend −f instead, number by number"),
        _choice("sense", "Steps of", "descent", "ascent"),
        *EVERY_LESSON,
    ),
    "learning_rate": (
        *_run(eta="0.9"),
        _choice("schedule", "Schedule", *SCHEDULES),
        _choice("tab", "Part", "Steps", "Numbers", "Myths"),
        *EVERY_LESSON,
    ),
}
