"""The columns of the table: what is measured, how it is written, and the aim."""

from dataclasses import dataclass

from benchmarks.report.record import Cost, Row


@dataclass(frozen=True)
class Measure:
    """A field of `Cost`, its heading and unit, and its aim: a number, or a multiple of the bare page's.

    `compared`: shown with its ratio to the bare page. `at_least`: more is better.
    """

    field: str
    heading: str
    unit: str
    aim: float
    compared: bool = False
    relative: bool = False
    at_least: bool = False

    @property
    def aimed(self) -> str:
        """The aim in words.

        >>> Measure("kilobytes", "sent", "kB", 60).aimed
        '≤ 60 kB'
        """
        unit = "× bare" if self.relative else f" {self.unit}".rstrip()
        return f"{'≥' if self.at_least else '≤'} {self.aim:g}{unit}"

    def shown(self, row: Row, *, judged: bool = True) -> str:
        """A cell of the table, bold where it misses the aim; "–" where nothing was measured."""
        number = getattr(row.cost, self.field)
        if number is None:
            return "–"
        text = f"{number:.0f} {self.unit}".rstrip()
        ratio = row.ratio(self.field)
        if self.compared and ratio is not None:
            text += f" ({ratio:.2f}×)"
        return f"**{text}**" if judged and not self.met(row) else text

    def met(self, row: Row) -> bool:
        """Whether the row meets the aim, to the digits that are shown."""
        ratio, number = row.ratio(self.field), getattr(row.cost, self.field)
        found = round(ratio, 2) if self.relative and ratio is not None else round(number)
        return found >= self.aim if self.at_least else found <= self.aim


MEASURES = (
    Measure("slider", "slider, server", "ms", 20, compared=True),
    Measure("function", "new function, server", "ms", 120),
    Measure("kilobytes", "slider, sent", "kB", 60),
    Measure("per_second", "reruns per core and second", "", 40, at_least=True),
    Measure("redrawn", "key → redrawn", "ms", 1.3, compared=True, relative=True),
    Measure("first", "first picture", "ms", 1.5, compared=True, relative=True),
)


def middle_of_bare(rows: tuple[Row, ...]) -> Row:
    """The bare page as one row: the median of what it cost beside each of these."""
    found = {measure.field: _middle(rows, measure.field) for measure in MEASURES}
    return Row("bare page", Cost(**found), Cost())


def _middle(rows: tuple[Row, ...], field: str) -> float | None:
    known = sorted(number for row in rows if (number := getattr(row.bare, field)) is not None)
    return known[len(known) // 2] if known else None
