"""Runs as tables: every iterate in full precision, and what differs between down and up."""

import csv
import io
from collections.abc import Mapping, Sequence

import streamlit as st

from core.descent import Trace
from core.descent.comparison import Aspect, Mirror


def table(
    runs: Mapping[str, Trace],
    variables: tuple[str, ...],
    name: str,
    beside: Mapping[str, Sequence[float]] | None = None,
) -> None:
    """All iterates of the runs, and the same as a CSV file to take away; `beside` are further columns."""
    rows = iterate_rows(runs, variables)
    rows |= {title: [repr(float(value)) for value in column] for title, column in (beside or {}).items()}
    st.dataframe(rows, hide_index=True, alt=f"Every iterate of {' and '.join(runs)}")
    st.download_button(
        "All numbers as CSV",
        comma_separated(rows),
        file_name=f"{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def iterate_rows(runs: Mapping[str, Trace], variables: tuple[str, ...]) -> dict[str, list[str]]:
    """A column of text for each number, with all the digits that tell one float64 from the next.

    >>> from core.expression import parse
    >>> from core.descent import run
    >>> rows = iterate_rows({"descent": run(parse("x^2"), [1.0], steps=1)}, ("x",))
    >>> rows["k"], rows["x"], rows["∂f/∂x"]
    (['0', '1'], ['1.0', '0.8'], ['2.0', '1.6'])
    """
    columns: dict[str, list[str]] = {"run": [], "k": []}
    for name, trace in runs.items():
        count = len(trace.x)
        columns["run"] += [name] * count
        columns["k"] += [str(k) for k in range(count)]
        for axis, variable in enumerate(variables):
            columns.setdefault(variable, []).extend(map(repr, trace.x[:, axis].tolist()))
        columns.setdefault("f", []).extend(map(repr, trace.f.tolist()))
        for axis, variable in enumerate(variables):
            columns.setdefault(f"∂f/∂{variable}", []).extend(map(repr, trace.gradient[:, axis].tolist()))
    return columns


def comma_separated(columns: Mapping[str, Sequence[str]]) -> str:
    """The columns as CSV (RFC 4180), the names in the first line.

    >>> comma_separated({"k": ["0", "1"], "x": ["1.0", "0.8"]})
    'k,x\\r\\n0,1.0\\r\\n1,0.8\\r\\n'
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return text.getvalue()


def aspects(rows: Sequence[Aspect]) -> None:
    """The table of what differs between descent and ascent, for the function on screen."""
    st.table(
        {
            "": [row.aspect for row in rows],
            "Descent": [_entry(row.descent, row.latex) for row in rows],
            "Ascent": [_entry(row.ascent, row.latex) for row in rows],
        },
        hide_index=True,
        border="horizontal",
    )


def mirrored(mirror: Mirror, variables: tuple[str, ...]) -> None:
    """Descent on f beside ascent on −f, number by number."""
    count = len(mirror.difference)
    columns: dict[str, list[str]] = {"k": [str(k) for k in range(count)]}
    for axis, variable in enumerate(variables):
        columns[f"{variable}, descent on f"] = [repr(x) for x in mirror.descent.x[:count, axis].tolist()]
        columns[f"{variable}, ascent on −f"] = [repr(x) for x in mirror.ascent.x[:count, axis].tolist()]
    columns["difference"] = [repr(value) for value in mirror.difference.tolist()]
    st.dataframe(columns, hide_index=True, alt="Descent on f beside ascent on −f, step by step")


def _entry(text: str, latex: bool) -> str:
    return f"${text}$" if latex else text
