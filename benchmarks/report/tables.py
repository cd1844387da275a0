"""The record as Markdown, and its place between the markers of docs/performance.md."""

import re
from collections.abc import Iterable, Sequence

from benchmarks.report.measures import MEASURES, middle_of_bare
from benchmarks.report.record import Record, Row
from benchmarks.serving import ROOT

PAGE = ROOT / "docs" / "performance.md"


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all but the first column are numbers.

    >>> print(table(["", "ms"], [["Limits", "12"]]))
    |  | ms |
    |---|---:|
    | Limits | 12 |
    """
    lines = [heading, *rows]
    written = ["| " + " | ".join(line) + " |" for line in lines]
    return "\n".join([written[0], "|---" + "|---:" * (len(heading) - 1) + "|", *written[1:]])


def lessons(record: Record) -> str:
    """Every lesson, the bare page first, the aims under the heading."""
    return _costs([middle_of_bare(record.lessons), *record.lessons])


def _costs(rows: Sequence[Row]) -> str:
    heading = ["", *(measure.heading for measure in MEASURES)]
    aims = ["*aim*", *(f"*{measure.aimed}*" for measure in MEASURES)]
    return table(heading, [aims, *(_line(row, judged=nth > 0) for nth, row in enumerate(rows))])


def _line(row: Row, *, judged: bool) -> list[str]:
    return [row.name, *(measure.shown(row, judged=judged) for measure in MEASURES)]


def peers(record: Record) -> str:
    """The same picture by other tools; nothing here has an aim."""
    if not record.peers:
        return "The other tools were not installed in this run."
    known = [measure for measure in MEASURES if getattr(record.peers[0].cost, measure.field) is not None]
    heading = ["", *(measure.heading for measure in known)]
    rows = [middle_of_bare(record.peers), *record.peers]
    return table(heading, [[row.name, *(one.shown(row, judged=False) for one in known)] for row in rows])


def cold(record: Record) -> str:
    """The last of these is the bare page."""
    bare = record.cold[-1]
    rows = (
        [
            start.name,
            *(
                f"{own:.1f} s ({own / beside:.2f}×)"
                for own, beside in (
                    (start.healthy, bare.healthy),
                    (start.finished, bare.finished),
                    (start.picture, bare.picture),
                )
            ),
        ]
        for start in record.cold
    )
    return table(["process started →", "answers", "first run finished", "first picture"], rows)


def growth(record: Record) -> str:
    """Times at each size, the exponent at the end, and that of the work."""
    rows = (
        [
            grown.name,
            ", ".join(map(str, grown.sizes)),
            ", ".join(f"{time:.3g}" for time in grown.milliseconds),
            f"{grown.exponent:.2f}",
            f"{grown.work:g}",
        ]
        for grown in record.growth
    )
    return table(["", "sizes", "ms", "time grows as n to the", "work as n to the"], rows)


def computed(record: Record) -> str:
    """The mathematics alone."""
    rows = (
        [one.name, f"{one.median:.1f} ms", f"{one.worst:.1f} ms", f"{one.aim:g} ms"]
        for one in record.computed
    )
    return table(["", "median", "worst", "aim"], rows)


def machine(record: Record) -> str:
    """How the figures came about."""
    known = record.machine
    before, after = (", ".join(f"{load:g}" for load in loads) for loads in (known.before, known.after))
    return (
        f"{known.cores} cores, Python {known.python}, {known.minutes:.0f} minutes; "
        f"load averages before {before}, after {after}."
    )


PARTS = {
    "machine": machine,
    "lessons": lessons,
    "peers": peers,
    "cold": cold,
    "growth": growth,
    "computed": computed,
}


def filled(page: str, record: Record) -> str:
    """The page with every part put anew between `<!-- name -->` and `<!-- end -->`."""
    for name, part in PARTS.items():
        between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        text = part(record)
        page = between.sub(lambda found, text=text: f"{found[1]}\n{text}\n\n{found[2]}", page)  # type: ignore[misc]
    return page


def write(record: Record) -> None:
    """Bring docs/performance.md up to date."""
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), record), encoding="utf-8")
