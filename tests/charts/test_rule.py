import pytest
import vl_convert

from charts.picture import Picture
from charts.rule import rule_chart
from core.derivation import differentiate
from core.expression import parse
from core.sampling import sample_curve
from tests.charts.scene import VEGA_LITE, draw, with_data

WINDOW = ((-3.0, 3.0), (-4.0, 4.0))


def picture(text: str, dark: bool = False) -> Picture:
    e = parse(text)
    f, slope = (sample_curve(g, *WINDOW[0], view=WINDOW[1]) for g in (e, differentiate(e).formula))
    return rule_chart(function=f, derivative=slope, window=WINDOW, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture("x^2", dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 3_000


def test_the_derivative_is_zero_where_the_parabola_turns() -> None:
    scene = draw(picture("x^2"))
    lowest = max(scene.marks("f_line"), key=lambda item: item["y"])
    nearest = min(scene.marks("slope_line"), key=lambda item: abs(item["x"] - lowest["x"]))
    assert nearest["y"] == pytest.approx(lowest["y"], abs=1.5)


def test_the_curve_of_one_over_x_is_parted_at_its_pole() -> None:
    pieces = set(picture("1/x").data["f"]["piece"].tolist())
    assert len(pieces) == 2


def test_it_says_where_both_curves_come_from_and_where_they_go() -> None:
    words = draw(picture("x^3/9")).marks("plane")[0]["description"]
    assert words == "f is −3 at x = −3 and 3 at x = 3. f′ is 3 at x = −3 and 3 at x = 3."
