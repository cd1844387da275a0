"""Whether a model can learn from the data in hand; if not, the one sentence that says why."""

from typing import Protocol

import numpy as np

from core.datasets.samples import Samples
from core.errors import SettingError
from core.numbers import number


class Learner(Protocol):
    """What is asked of a model here: how many columns of x it takes, and whether y must be 0 or 1."""

    @property
    def title(self) -> str:
        """Its name, for a sentence."""

    @property
    def inputs(self) -> tuple[int, int]:
        """The fewest and the most columns of x."""

    @property
    def labels(self) -> bool:
        """Whether y must be 0 or 1."""


def require_fit(model: Learner, samples: Samples) -> None:
    """Raises SettingError("…", "data") for data this model cannot learn from."""
    sentence = objection(model, samples)
    if sentence is not None:
        raise SettingError(sentence, "data")


def objection(model: Learner, samples: Samples) -> str | None:
    """The first thing that is wrong, in one sentence; None for data that fit."""
    return _about_columns(model, samples) or _about_numbers(samples) or _about_labels(model, samples)


def _about_columns(model: Learner, samples: Samples) -> str | None:
    fewest, most = model.inputs
    d = samples.x.shape[1]
    if fewest <= d <= most:
        return None
    wanted = _columns(fewest) if fewest == most else f"{fewest} to {_columns(most)}"
    given = f"{_columns(d)} beside {samples.target}" if d else f"no column beside {samples.target}"
    return f"The model “{model.title}” takes {wanted} to predict from; this table has {given}."


def _about_numbers(samples: Samples) -> str | None:
    if samples.size == 0:
        return "There is no data yet: add a point or choose a set."
    bad = np.argwhere(~np.isfinite(samples.table))
    if len(bad):
        row, column = bad[0].tolist()
        return f"Row {row + 1} has no number in the column {samples.names[column]}."
    constant = np.flatnonzero(np.ptp(samples.x, axis=0) == 0)
    if len(constant):
        name, value = samples.columns[constant[0]], number(float(samples.x[0, constant[0]]))
        return f"Every {name} is {value}, so nothing can be learned from that column: add another value."
    return None


def _about_labels(model: Learner, samples: Samples) -> str | None:
    if not model.labels:
        return None
    other = np.flatnonzero((samples.y != 0) & (samples.y != 1))
    if len(other):
        row = int(other[0])
        value = number(float(samples.y[row]))
        return f"{samples.target} must be 0 or 1 for this model; row {row + 1} has {value}."
    if np.ptp(samples.y) == 0:
        only = number(float(samples.y[0]))
        return f"Every {samples.target} is {only}: with one class only there is nothing to tell apart."
    return None


def _columns(count: int) -> str:
    return {0: "no column", 1: "1 column"}.get(count, f"{count} columns")
