"""The tab of special cases: inverse functions, Euler's number, the sigmoid, and points without a slope."""

from collections.abc import Callable, Mapping

from ui.controls import choice
from ui.derivative_rules.euler import euler
from ui.derivative_rules.inverse import inverse
from ui.derivative_rules.kinks import kinks
from ui.derivative_rules.setting import Setting
from ui.derivative_rules.sigmoid import sigmoid

PARTS: Mapping[str, tuple[str, Callable[[Setting], None]]] = {
    "inverse": ("Inverse functions", inverse),
    "euler": ("Euler’s number", euler),
    "sigmoid": ("The sigmoid", sigmoid),
    "kinks": ("Where there is no slope", kinks),
}
"""Every part by its key in the address: its title, and what it shows."""


def special(setting: Setting) -> None:
    """One of them at a time."""
    titles = {name: title for name, (title, _) in PARTS.items()}
    PARTS[choice("special", titles, bare=True)][1](setting)
