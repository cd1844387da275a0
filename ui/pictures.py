"""A picture on the screen: the constant spec, with this moment's numbers beside it."""

from collections.abc import Callable, Mapping
from typing import Any

import pyarrow as pa
import streamlit as st

from charts.picture import Columns, Picture

OnClick = Callable[[Mapping[str, Any]], None]


def show(picture: Picture, key: str, on_click: OnClick | None = None) -> None:
    """Draw the picture; a click calls `on_click` with the fields of the selection, before the next run."""
    datasets = {name: table(columns) for name, columns in picture.data.items()}
    st.vega_lite_chart(
        spec={**picture.spec, "datasets": datasets},
        key=key,
        theme=None,
        alt=picture.alt,
        on_select=(lambda: _report(picture, key, on_click)) if on_click else "ignore",
        selection_mode=picture.selections if on_click else None,
    )


def table(columns: Columns) -> pa.Table:
    """Columns as an Arrow table; NaN becomes null, which Vega draws as a gap."""
    return pa.table({name: pa.array(column, from_pandas=True) for name, column in columns.items()})


def _report(picture: Picture, key: str, on_click: OnClick) -> None:
    """Hand over what was clicked; an empty selection is a click that was taken back."""
    selection = st.session_state[key]["selection"]
    for name in picture.selections:
        for point in selection.get(name, [])[:1]:
            on_click(point)
