"""A live small picture of each lesson: its first example, computed as the lesson computes it."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from charts.picture import Picture
from core.examples import EXAMPLES
from ui.home.previews import curves, planes, runs

PREVIEWS: Mapping[str, Callable[[Mapping[str, str], bool], Picture]] = {
    "limits": curves.limits,
    "numerical_error": curves.numerical_error,
    "derivative_rules": curves.derivative_rules,
    "gradient": planes.gradient,
    "hessian_newton": planes.hessian_newton,
    "gd_vs_ascent": runs.gd_vs_ascent,
    "learning_rate": runs.learning_rate,
    "training": runs.training,
}


@lru_cache(maxsize=2 * len(PREVIEWS))
def preview(lesson: str, dark: bool) -> Picture:
    """The picture of a lesson; made once for each theme."""
    return PREVIEWS[lesson](EXAMPLES[lesson][0].values, dark)
