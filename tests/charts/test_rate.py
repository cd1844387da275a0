import numpy as np
import pytest
import vl_convert

from charts.picture import Picture
from charts.rate import rate_chart, rate_columns
from tests.charts.scene import VEGA_LITE, draw, with_data


def picture(*rates: float, steps: int = 4, dark: bool = False) -> Picture:
    return rate_chart(rates=np.array(rates), steps=steps, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(0.4, 0.2, dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 1_500


def test_the_rate_of_a_step_stands_until_the_next() -> None:
    columns = rate_columns(np.array([0.4, 0.2, 0.1]))
    assert columns["k"].tolist() == [0, 1, 2, 3]
    assert columns["rate"].tolist() == [0.4, 0.2, 0.1, 0.1]
    stairs = draw(picture(0.4, 0.2)).marks("stairs")
    assert stairs[0]["interpolate"] == "step-after"


def test_a_rate_half_as_large_is_drawn_half_as_high() -> None:
    scene = draw(picture(0.4, 0.2))
    foot = scene.marks("plane")[0]["height"]
    first, second = (foot - item["y"] for item in scene.marks("stairs")[:2])
    assert second == pytest.approx(first / 2)


def test_the_axis_of_steps_is_that_of_the_run_even_if_it_ended_early() -> None:
    scene = draw(picture(0.4, 0.2, steps=8))
    assert scene.marks("stairs")[-1]["x"] == pytest.approx(scene.marks("plane")[0]["width"] / 4)


def test_only_data_changes_with_the_rates() -> None:
    assert picture(4.0).spec is picture(0.1, 0.2).spec
    assert picture(4.0).alt == picture(0.1, 0.2).alt


@pytest.mark.parametrize(
    ("rates", "words"),
    [
        ((), "No step was taken."),
        ((0.4, 0.4), "The rate is 0.4 at every step."),
        ((0.4, 0.1, 0.2), "The rate is 0.4 at the first step and 0.2 at the last, between 0.1 and 0.4."),
    ],
)
def test_its_words_hold_the_numbers(rates: tuple[float, ...], words: str) -> None:
    assert draw(picture(*rates)).marks("plane")[0]["description"] == words


def test_no_number_that_is_not_finite_leaves() -> None:
    for columns in picture(0.4, np.inf, np.nan).data.values():
        for column in columns.values():
            assert column.dtype.kind == "U" or np.isfinite(column).all()
