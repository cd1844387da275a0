"""Numbers and choices as the address writes them, read by the same checks as typed ones."""

import re
from math import inf, isfinite

from core.errors import SettingError

_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_LONGEST_NUMBER = 40


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


def read_between(text: str, *, name: str, label: str, low: float, high: float) -> float:
    """A decimal number from `low` to `high`, both included.

    >>> read_between("-0.05", name="lo", label="Min", low=-0.1, high=-0.01)
    -0.05
    """
    value = read_number(text, name=name, label=label)
    if not low <= value <= high:
        raise SettingError(f"{label} must lie between {low:g} and {high:g}.", name)
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


def read_several(text: str, *, name: str, label: str, options: tuple[str, ...]) -> tuple[str, ...]:
    """Some of the options or none, with commas between them, each once, in the order they are named.

    >>> read_several("adam,gd,adam", name="against", label="Against", options=("gd", "adam"))
    ('adam', 'gd')
    """
    named = dict.fromkeys(part.strip() for part in text.split(",") if part.strip())
    if not named.keys() <= set(options):
        raise SettingError(f"{label} must be some of: {', '.join(options)}.", name)
    return tuple(named)


def read_flag(text: str, *, name: str, label: str) -> bool:
    """true or false."""
    return read_choice(text, name=name, label=label, options=("true", "false")) == "true"
