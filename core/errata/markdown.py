"""The table of errata as a Markdown text."""

import re
from itertools import groupby
from urllib.parse import urlencode

from core.errata import CHAPTERS, ERRATA
from core.errata.erratum import Erratum, Place, Shown
from core.myths import MYTHS

APP = "http://localhost:8501"
"""Where `make run` serves the app."""

_KINDS = {
    "mathematics": "wrong mathematics or numbers",
    "code": "a listing",
    "slip": "a slip of the pen or of the copy",
    "wording": "a missing condition or an unclear wording",
}
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#$~])")


def errata_markdown() -> str:
    """The whole of docs/errata.md."""
    head = (
        "# Errata\n\n"
        "What the sources of this course have wrong, for those who teach from them. What can be computed is "
        "computed again by the tests, by other means than the app's own. The links open the app where "
        f"`make run` serves it, {APP}; elsewhere put the address of your own app in its place.\n\n"
        f"{len(ERRATA)} entries. This file is written by `python -m core.errata` from the table in "
        "`core/errata/`.\n"
    )
    return "\n".join([head, *(_chapter(title, rows) for title, rows in CHAPTERS.items())])


def plain(text: str) -> str:
    """A text in which Markdown finds nothing to read.

    >>> plain("f_x and |x|")
    'f\\\\_x and \\\\|x\\\\|'
    """
    return _SPECIAL.sub(r"\\\1", text)


def address(shown: Shown) -> str:
    """The path and the query of a link into the app.

    >>> address(Shown("limits", {"f": "x^2", "a": "2"}))
    '/limits?f=x%5E2&a=2'
    """
    return f"/{shown.lesson}?{urlencode(shown.values)}"


def _chapter(title: str, rows: tuple[Erratum, ...]) -> str:
    return f"## {title}\n\n" + "\n".join(map(_entry, rows))


def _entry(one: Erratum) -> str:
    lines = [
        f"### E{one.number:02} {plain(one.title)}",
        "",
        f"- **Where:** {_where(one.where)}. Kind: {_KINDS[one.kind]}.",
        f"- **The source says:** {plain(one.says)}",
        f"- **Right:** {plain(one.right)}",
        f"- **Why:** {plain(one.why)}",
        *(f"- **See it:** {_link(shown)}" for shown in one.shown),
    ]
    return "\n".join(lines) + "\n"


def _where(places: tuple[Place, ...]) -> str:
    by_source = groupby(places, key=lambda place: place.source)
    return "; ".join(f"{source}, {_lines(', '.join(p.lines for p in group))}" for source, group in by_source)


def _lines(lines: str) -> str:
    if not lines[0].isdigit():
        return lines
    return f"lines {lines}" if "," in lines or "–" in lines else f"line {lines}"


def _link(shown: Shown) -> str:
    """A link to what shows it, named by the myth it refutes or by the lesson."""
    names = {(lesson, one.name): one.statement for lesson, rows in MYTHS.items() for one in rows}
    statement = names.get((shown.lesson, shown.myth))
    label = (
        f"`/{shown.lesson}`" if statement is None else f"the myth “{plain(statement)}” in `/{shown.lesson}`"
    )
    return f"[{label}]({APP}{address(shown)})"
