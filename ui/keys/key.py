"""One value that the address holds, and the shortest text for it."""

from collections.abc import Callable
from dataclasses import dataclass

Value = str | float | int | bool | tuple[str, ...] | None


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
    >>> canonical(("gd", "adam"))
    'gd,adam'
    """
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
