"""A race on the curve of f as Vega draws it."""

import numpy as np
import pytest
import vl_convert

from charts.picture import Picture
from charts.race import race_line_chart
from tests.charts.scene import PARABOLA_WINDOW, VEGA_LITE, draw, parabola_curve, parabola_walk, with_data

RUNS = {
    "Gradient": parabola_walk(-1.0, 0.5, 1.25, 1.625),
    "Momentum": parabola_walk(-1.0, 0.5, 2.75, 4.0),
    "Newton": parabola_walk(-1.0, 2.0),
}


def line(seed: int = 1, dark: bool = False, runs=RUNS) -> Picture:
    return race_line_chart(
        curve=parabola_curve(), runs=runs, window=PARABOLA_WINDOW, steps=3, seed=seed, dark=dark
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [330, 760])
def test_it_compiles_and_is_drawn(dark: bool, width: int) -> None:
    image = vl_convert.vegalite_to_png(with_data(line(dark=dark), width), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 8_000


def test_every_racer_stands_on_the_curve_and_is_listed_with_its_value() -> None:
    scene = draw(line(seed=2), 760)
    assert scene.texts("racers") == ["Gradient, f = 0.5625", "Momentum, f = 0.5625", "Newton, f = 0"]
    plane = scene.marks("plane")[0]
    (left, right), (low, high) = PARABOLA_WINDOW
    for mark, x in zip(scene.marks("other_current"), (1.25, 2.75, 2.0), strict=True):
        assert mark["x"] == pytest.approx(plane["width"] * (x - left) / (right - left), abs=0.1)
        assert mark["y"] == pytest.approx(plane["height"] * (high - (x - 2) ** 2) / (high - low), abs=0.1)


def test_all_begin_at_the_start_which_is_named() -> None:
    scene = draw(line(seed=0), 760)
    assert scene.texts("start_name") == ["start"]
    assert scene.texts("racers") == [f"{name}, f = 9" for name in RUNS]


def test_a_racer_that_leaves_the_picture_is_shown_leaving() -> None:
    scene = draw(line(seed=1, runs={"Wild": parabola_walk(-1.0, 30.0)}), 760)
    assert scene.marks("other_current") == [] and len(scene.marks("other_edges")) == 1
    assert scene.texts("racers") == ["Wild, x = 30"]


def test_what_overflows_breaks_no_picture() -> None:
    with np.errstate(over="ignore"):
        shown = line(runs={"Wild": parabola_walk(-1.0, 1e200, np.inf)})
    assert all(
        np.isfinite(column).all()
        for rows in shown.data.values()
        for column in rows.values()
        if column.dtype.kind == "f"
    )
    assert draw(shown).texts("racers") == ["Wild, x = 10²⁰⁰"]


def test_only_data_changes_and_a_click_reports_x() -> None:
    one, other = line(), line(seed=3, runs={"Newton": RUNS["Newton"]})
    assert one.spec is other.spec and one.alt == other.alt
    (selection,) = one.spec["layer"][0]["params"]
    assert selection["select"]["fields"] == ["x"] and one.selections == ("start",)
