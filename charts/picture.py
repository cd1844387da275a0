"""What a chart builder hands over: a constant spec, the numbers for it, and what it shows in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Columns = Mapping[str, NDArray[np.generic]]


@dataclass(frozen=True, eq=False)
class Picture:
    """A Vega-Lite spec over named data, the columns for each name, and the picture's name in words.

    `spec` is the same object for the same shape of picture (domain, labels, theme), so that the browser
    keeps the view and only exchanges the data. `alt` says what the picture is and changes only with the spec:
    Streamlit builds a view anew when its alt text changes. What the picture shows now is said by a mark that
    takes its accessible description from the data. `selections` names the parameters that report a click.
    """

    spec: Mapping[str, Any]
    data: Mapping[str, Columns]
    alt: str
    selections: tuple[str, ...] = ()
