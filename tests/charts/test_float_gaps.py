from itertools import pairwise

import numpy as np
import pytest
import vl_convert

from charts.float_gaps import float_gaps_chart, stair_columns
from charts.float_rounding import float_rounding_chart
from charts.picture import Picture
from core.floating.epsilon import landings
from core.floating.formats import FORMATS
from core.floating.gaps import gaps
from tests.charts.scene import VEGA_LITE, draw, with_data


def stairs(x: float = 3.0, dtype: str = "float64", dark: bool = False) -> Picture:
    return float_gaps_chart(gaps=gaps(x, dtype), dark=dark)


def line(seed: int = 0, dtype: str = "float64", dark: bool = False) -> Picture:
    return float_rounding_chart(landings=landings(dtype), seed=seed, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("make", [stairs, line])
def test_they_compile_and_are_drawn(make: type, dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(make(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 2_000


def test_each_stair_is_twice_as_high_and_twice_as_wide_as_the_one_before() -> None:
    scene = draw(stairs())
    foot = scene.marks("plane")[0]["height"]
    steps = scene.marks("steps")
    heights = [foot - item["y"] for item in steps]
    widths = [abs(item["x2"] - item["x"]) for item in steps]
    for low, high in pairwise(heights):
        assert high == pytest.approx(2 * low)
    for narrow, wide in pairwise(widths[1:]):
        assert wide == pytest.approx(2 * narrow)


def test_the_gap_is_written_on_the_stairs_that_are_wide_enough() -> None:
    assert draw(stairs()).texts("widths") == ["2.22 × 10⁻¹⁶", "4.44 × 10⁻¹⁶"]


def test_the_number_stands_on_its_stair_under_its_name() -> None:
    scene = draw(stairs(-3.0, "float16"))
    (dot,), last = scene.marks("here"), scene.marks("steps")[-1]
    assert dot["y"] == pytest.approx(last["y"])
    assert dot["x"] == pytest.approx(3 / 4 * scene.marks("plane")[0]["width"])
    assert scene.texts("name") == ["x = −3"]


def test_the_words_of_the_stairs_are_the_verdict() -> None:
    assert (
        draw(stairs())
        .marks("plane")[0]["description"]
        .startswith("In float64 the number next to 3 is 3.0000000000000004, 4.44 × 10⁻¹⁶ away.")
    )


@pytest.mark.parametrize("x", [0.0, 1e-320, 65504.0, 1.7976931348623157e308])
def test_the_ends_of_the_formats_leave_no_number_that_is_not_finite(x: float) -> None:
    for columns in stairs(x).data.values():
        for column in columns.values():
            assert column.dtype.kind == "U" or np.isfinite(column).all()


def test_only_data_changes_with_the_number_and_the_format() -> None:
    assert stairs(3.0).spec is stairs(1e-9, "float32").spec
    assert line(0).spec is line(5, "float16").spec
    assert len(stair_columns(gaps(3.0, "float64"))["x0"]) == 4


@pytest.mark.parametrize(
    ("seed", "says"),
    [
        (0, "1 + 0 → 1"),
        (8, "1 + 8/16 ε → 1"),
        (9, "1 + 9/16 ε → 1 + ε"),
        (16, "1 + ε → 1 + ε"),
        (24, "1 + 24/16 ε → 1 + 2ε"),
    ],
)
def test_the_arrow_leads_from_one_plus_d_to_where_it_is_rounded(seed: int, says: str) -> None:
    scene = draw(line(seed))
    (arrow,), (lands,), (lies,) = scene.marks("arrow"), scene.marks("lands"), scene.marks("lies")
    numbers = [item["x"] for item in scene.marks("numbers")]
    assert scene.texts("readout") == [says]
    assert arrow["x"] == pytest.approx(lies["x"])
    assert lands["x"] == pytest.approx(min(numbers, key=lambda at: abs(at - lands["x"])), abs=1.1)


@pytest.mark.parametrize("dtype", FORMATS)
def test_the_words_of_the_line_say_where_the_border_is(dtype: str) -> None:
    assert draw(line(dtype=dtype)).marks("plane")[0]["description"] == (
        "1 + d is rounded to 1 up to d = 8/16 ε, and to 1 + ε from d = 9/16 ε on."
    )
