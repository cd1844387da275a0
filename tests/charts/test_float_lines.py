import math

import numpy as np
import pytest
import vl_convert

from charts.accumulation import accumulation_chart
from charts.float_lines import BEYOND, FOUND, ZERO, error_columns, float_lines_chart
from charts.float_pictures import cosine_chart, pi_chart, series_chart, sweep_chart
from charts.picture import Picture
from core.float_errors.accumulation import accumulated
from core.float_errors.one_minus_cosine import one_minus_cosine
from core.float_errors.pi import rounded_pi
from core.float_errors.sweeps import exponential_sweep, quadratic_sweep
from core.float_errors.truncation import truncated_series
from tests.charts.scene import VEGA_LITE, draw, with_data

ERRORS = {"one": np.array([1.0, 1e-3, 1e-6]), "other": np.array([0.5, 0.0, np.inf])}


def lines(now: int = 0, dark: bool = False, slider: str | None = None) -> Picture:
    x = np.array([1.0, 2.0, 3.0])
    return float_lines_chart(
        x=x, lines=ERRORS, now=now, title="n", words="What it shows.", slider=slider, dark=dark
    )


PICTURES = {
    "lines": lines(),
    "sum": accumulation_chart(accumulation=accumulated(0.1, 5000)),
    "sum in float16": accumulation_chart(accumulation=accumulated(0.1, 10**6, "float16")),
    "pi": pi_chart(rounded=rounded_pi(5)),
    "series": series_chart(cut=truncated_series("exp", -20.0, 60)),
    "lost series": series_chart(cut=truncated_series("exp", -20.0, 60, "float16")),
    "exponential": sweep_chart(sweep=exponential_sweep("float32"), at=0.0, title="x", words=""),
    "roots in float16": sweep_chart(
        sweep=quadratic_sweep("float16"), at=2.0, title="b", words="", across="power"
    ),
    "cosine": cosine_chart(shown=one_minus_cosine(1e-4)),
    "cosine in float16": cosine_chart(shown=one_minus_cosine(1e-4, "float16")),
}


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_compiles_and_is_drawn(name: str) -> None:
    image = vl_convert.vegalite_to_png(with_data(PICTURES[name]), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


def test_the_dark_picture_is_drawn_too() -> None:
    image = vl_convert.vegalite_to_png(with_data(lines(dark=True)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


@pytest.mark.parametrize("name", PICTURES)
def test_no_number_that_is_not_finite_leaves(name: str) -> None:
    for columns in PICTURES[name].data.values():
        for column in columns.values():
            assert column.dtype.kind == "U" or np.isfinite(column).all()


def test_an_error_of_nothing_stands_at_the_foot_and_an_infinite_one_at_the_top() -> None:
    columns = error_columns(np.array([1.0, 2.0, 3.0]), ERRORS, (-7.0, 0.0))
    assert columns["y"].tolist() == pytest.approx([0, -3, -6, math.log10(0.5), -7, 0])
    assert columns["kind"].tolist() == [FOUND, FOUND, FOUND, FOUND, ZERO, BEYOND]


def test_what_is_no_number_is_left_out() -> None:
    columns = error_columns(np.array([1.0, 2.0]), {"one": np.array([np.nan, 0.1])}, (-2.0, 0.0))
    assert columns["k"].tolist() == [1] and columns["y"].tolist() == pytest.approx([-1])


@pytest.mark.parametrize(
    ("now", "texts"),
    [(0, ["one: 1", "other: 0.5"]), (1, ["one: 0.001", "other: no error"]), (2, ["one: 10⁻⁶", "other: ∞"])],
)
def test_the_values_of_now_are_written_above_the_picture(now: int, texts: list[str]) -> None:
    assert draw(lines(now)).texts("readout") == texts


def test_a_power_of_ten_higher_is_drawn_as_much_higher() -> None:
    scene = draw(lines())
    first, second, third = scene.marks("lines")[:3]
    assert second["y"] - first["y"] == pytest.approx(third["y"] - second["y"])


def test_with_a_slider_the_lines_grow_to_where_it_stands() -> None:
    assert len(draw(lines(0, slider="n")).marks("lines")) == 2
    assert len(draw(lines(2, slider="n")).marks("lines")) == len(draw(lines(0)).marks("lines")) == 6


def test_only_data_changes_with_what_moves() -> None:
    assert lines(0).spec is lines(2).spec
    assert lines(0).alt == lines(2).alt
    one, other = (pi_chart(rounded=rounded_pi(digits)) for digits in (3, 12))
    assert one.spec is other.spec
    assert one.alt == other.alt


def test_the_words_are_the_verdict() -> None:
    plane = draw(PICTURES["pi"]).marks("plane")[0]
    assert plane["description"] == rounded_pi(5).verdict


def test_the_sum_starts_with_all_its_terms() -> None:
    scene = draw(PICTURES["sum"])
    assert [text.partition(":")[0] for text in scene.texts("readout")] == [
        "naive", "pairwise", "Kahan", "fsum"
    ]  # fmt: skip
    assert scene.texts("readout")[0].endswith(", 5000 terms added")


@pytest.mark.parametrize(("x", "says"), [(-800.0, "eˣ: 1"), (800.0, "eˣ: ∞")])
def test_the_ends_of_the_numbers_are_an_error_of_1_and_of_infinity(x: float, says: str) -> None:
    chart = sweep_chart(sweep=exponential_sweep("float64"), at=x, title="x", words="")
    assert draw(chart).texts("readout") == [says]


def test_a_picture_has_no_more_lines_than_shapes() -> None:
    with pytest.raises(ValueError, match="1 to 4 lines"):
        float_lines_chart(x=np.ones(1), lines={}, now=0, title="n", words="")
