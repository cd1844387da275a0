"""`DATASETS`: the named sets, one row each; adding one is adding a row."""

from core.datasets import classes, one_column, two_columns
from core.datasets.dataset import Dataset
from core.datasets.samples import Samples
from core.errors import SettingError

DATASETS: dict[str, Dataset] = {row.name: row for row in (*one_column.ROWS, *two_columns.ROWS, *classes.ROWS)}


def named_samples(name: str, seed: int = 0, **knobs: float) -> Samples:
    """The named set for a seed, and for its knobs where it has any.

    Raises SettingError for a name that is not in the table and for a knob out of its range.

    >>> named_samples("three_points").y.tolist()
    [2.0, 5.0, 3.0]
    """
    if name not in DATASETS:
        raise SettingError(f"There is no data set of this name; there are {', '.join(DATASETS)}.", "data")
    row = DATASETS[name]
    ranges = {knob.name: knob for knob in row.knobs}
    for knob, value in knobs.items():
        if knob not in ranges:
            raise SettingError(f"{row.title} has no such knob.", "data")
        if not ranges[knob].low <= value <= ranges[knob].high:
            low, high = ranges[knob].low, ranges[knob].high
            raise SettingError(f"The {ranges[knob].label} must be between {low:g} and {high:g}.", knob)
    return row.samples(seed, **knobs)
