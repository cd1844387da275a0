"""The error of a long sum, growing as a slider inside the picture adds more terms."""

import numpy as np

from charts.float_lines import float_lines_chart
from charts.picture import Picture
from core.float_errors.accumulation import Accumulation


def accumulation_chart(
    *, accumulation: Accumulation, now: int | None = None, dark: bool = False, height: int = 240
) -> Picture:
    """|sum − n·x| for each way to add, over the number of terms; `now` is the sample to start from."""
    last = len(accumulation.counts) - 1
    return float_lines_chart(
        x=np.log10(accumulation.counts),
        lines=accumulation.errors,
        now=last if now is None else now,
        title="terms added",
        words=accumulation.verdict,
        across="power",
        slider="sample",
        dark=dark,
        height=height,
    )
