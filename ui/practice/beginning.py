"""A run before the answer is given: where it begins, and nothing of where it goes."""

from dataclasses import dataclass

from charts.clipping import Floats
from charts.path_data import Walk
from charts.standstill import Standstill
from core.errors import CalculusError
from ui.descent.runs import RunSetting, run_of


@dataclass(frozen=True, eq=False)
class Beginning:
    """The first iterate of a run: x (1, d), f (1,), gradient (1, d)."""

    x: Floats
    f: Floats
    gradient: Floats


def beginning(asked: RunSetting) -> Walk:
    """The start with its value and slope; without them where f has no value there."""
    try:
        whole = run_of(asked)
    except CalculusError:
        return Standstill(asked.start)
    return Beginning(whole.x[:1], whole.f[:1], whole.gradient[:1])
