"""The data as one short text for the address: the name of a set, or the table itself."""

from core.datasets.complaint import TableError
from core.datasets.named import named_samples
from core.datasets.reading import samples_of_rows
from core.datasets.rows import Row
from core.datasets.samples import Samples, usual_names

MOST_WRITTEN = 50
MOST_SIGNS = 4000

TOO_LONG_FOR_A_LINK = (
    f"A link holds a table of up to {MOST_WRITTEN} rows. This one is longer: "
    "the link holds the named set only, and the table stays in this window."
)


def written(samples: Samples) -> str | None:
    """The table, rows apart by ; and cells by , as in 1,2;2,5;3,3; None for more than 50 rows.

    The names of the columns come first where somebody named them. Every number is written with the fewest
    digits that give the same float64 again.

    >>> from core.datasets.samples import samples_of
    >>> written(samples_of([[1, 2], [2, 0.1]])), written(samples_of([[1, 1]], ("hours", "points")))
    ('1,2;2,0.1', 'hours,points;1,1')
    """
    if samples.size > MOST_WRITTEN:
        return None
    rows = [",".join(map(_shortest, row)) for row in samples.table.tolist()]
    if samples.names != usual_names(len(samples.names)):
        rows.insert(0, ",".join(samples.names))
    return ";".join(rows)


def read_written(text: str) -> Samples:
    """The samples of such a text; TableError if it is none.

    >>> read_written("1,2;2,5;3,3").y.tolist()
    [2.0, 5.0, 3.0]
    """
    if len(text) > MOST_SIGNS:
        raise TableError(f"The table in the address is longer than {MOST_SIGNS} signs.")
    lines = [line for line in text.split(";") if line.strip()]
    if not lines:
        raise TableError("There is no data in the address.")
    rows = [Row(nth, tuple(cell.strip() for cell in line.split(","))) for nth, line in enumerate(lines, 1)]
    samples = samples_of_rows(rows)
    if samples.size > MOST_WRITTEN:
        raise TableError(
            f"The address holds {samples.size} rows, and at most {MOST_WRITTEN} are read from it."
        )
    return samples


def data_in(text: str, seed: int = 0, **knobs: float) -> Samples:
    """The data that the address means: a text without a digit is the name of a set, any other a table.

    The seed and the knobs are those of a named set. Raises TableError or SettingError.

    >>> data_in("three_points").size, data_in("4,1;5,2").size
    (3, 2)
    """
    if any(sign.isdigit() for sign in text):
        return read_written(text)
    return named_samples(text, seed, **knobs)


def _shortest(value: float) -> str:
    """Repr without the signs that say nothing: 2 for 2.0, 1e16 for 1e+16."""
    return repr(value).removesuffix(".0").replace("e+", "e")
