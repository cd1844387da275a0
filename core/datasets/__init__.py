"""Data that a model can learn from: named sets, tables people bring along, and what is wrong with those."""

from core.datasets.address import TOO_LONG_FOR_A_LINK, data_in, read_written, written
from core.datasets.complaint import TableError
from core.datasets.dataset import Dataset
from core.datasets.editing import edited, with_point, with_value, without_point
from core.datasets.fitness import objection, require_fit
from core.datasets.named import DATASETS, named_samples
from core.datasets.reading import LIMITS, MOST_COLUMNS, MOST_ROWS, Reading, read_table
from core.datasets.rows import decoded
from core.datasets.samples import Samples, samples_of

__all__ = [
    "DATASETS",
    "LIMITS",
    "MOST_COLUMNS",
    "MOST_ROWS",
    "TOO_LONG_FOR_A_LINK",
    "Dataset",
    "Reading",
    "Samples",
    "TableError",
    "data_in",
    "decoded",
    "edited",
    "named_samples",
    "objection",
    "read_table",
    "read_written",
    "require_fit",
    "samples_of",
    "with_point",
    "with_value",
    "without_point",
    "written",
]
