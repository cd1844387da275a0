import math
from itertools import combinations
from typing import Any

import numpy as np
import pytest
import vl_convert

from charts.error_curve import error_curve_chart
from charts.error_curve_data import LOOKS, decades, error_words
from charts.error_curve_labels import SIZES
from charts.palette import DARK, LIGHT
from charts.picture import Picture
from core.differences import STENCILS, ErrorCurve, error_curve
from core.differencing.statuses import STATUSES
from core.differencing.thumbs import thumbs
from core.expression import parse
from core.numbers import number
from tests.charts.scene import VEGA_LITE, draw, with_data


def curves(text: str = "sin(x)", x: float = 1.0, dtype: str = "float64") -> list[ErrorCurve]:
    return [error_curve(parse(text), x, name, dtype) for name in STENCILS]


SINE = curves()
AXIS = 104
"""What a picture is wider than its panel."""


def picture(shown: list[ErrorCurve] = SINE, **more: Any) -> Picture:
    told = {"chosen": "forward", "h": 1e-10, "error": 5.85e-8, "status": "good", **more}
    return error_curve_chart(curves=shown, **told)


def aiming(chart: Picture, h: float) -> Picture:
    """The picture while the pointer is held down over h."""
    params = [{**param, "value": h} if param["name"] == "aim" else param for param in chart.spec["params"]]
    return Picture({**chart.spec, "params": params}, chart.data, chart.alt, chart.selections)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000
    assert draw(picture(dark=dark)).marks("now")[0]["stroke"] == (DARK if dark else LIGHT).descent


def test_a_decade_of_h_is_as_wide_everywhere() -> None:
    at = [draw(picture(h=10.0**-k)).marks("now")[0]["x"] for k in range(2, 15, 3)]
    steps = np.diff(at)
    assert np.ptp(steps) < 1e-6 and (steps < 0).all()


def test_halving_h_halves_the_error_of_a_forward_difference_where_truncation_rules() -> None:
    scene = draw(picture())
    (right, above), (left, below) = ((item["x"], item["y"]) for item in scene.marks("points")[5:16:10])
    decade_across = draw(picture(h=1.0)).marks("now")[0]["x"] - draw(picture(h=0.1)).marks("now")[0]["x"]
    low, high = decades(SINE)
    decade_up = (scene.marks("plane")[0]["height"] - 6) / (high - low)
    assert (below - above) / decade_up == pytest.approx((right - left) / decade_across, rel=0.02)


def test_every_status_has_a_look_of_its_own_shape() -> None:
    assert set(LOOKS) == set(STATUSES)
    assert len({look.shape for look in LOOKS.values()}) == len(LOOKS)


def test_the_points_take_shape_and_colour_from_their_status() -> None:
    scene = draw(picture())
    seen = {(item["shape"], item["fill"]) for item in scene.marks("points")}
    assert seen == {
        (LOOKS[name].shape, getattr(LIGHT, LOOKS[name].accent)) for name in set(SINE[0].status.tolist())
    }


def test_predicted_and_found_are_marked_and_named() -> None:
    scene = draw(picture())
    assert {"predicted best", "best found"} <= set(scene.texts("labels"))
    at = {name: scene.marks(name)[0]["x"] for name in ("predicted", "found")}
    for name, h in (("predicted", SINE[0].predicted_h), ("found", SINE[0].best_h)):
        assert at[name] == pytest.approx(draw(picture(h=h)).marks("now")[0]["x"])


def test_the_rules_of_thumb_are_marked_where_they_are() -> None:
    scene = draw(picture(thumbs=thumbs(parse("sin(x)"), SINE[0])))
    assert {"√ε", "2√(ε|f/f″|)"} <= set(scene.texts("labels"))
    at = [mark["x"] for mark in scene.marks("thumbs")]
    # For sin, f/f″ is −1 everywhere.
    wanted = (2.0**-26, 2.0**-25)
    assert at == pytest.approx([draw(picture(h=h)).marks("now")[0]["x"] for h in wanted], abs=0.5)


def test_a_rule_without_a_value_is_not_marked() -> None:
    chart = picture(curves("2x", 3.0), thumbs=thumbs(parse("2x"), curves("2x", 3.0)[0]))
    assert len(draw(chart).marks("thumbs")) == 1


def test_where_there_is_no_error_nothing_is_named() -> None:
    nowhere = curves("log(x)", -1.0)
    scene = draw(picture(nowhere, thumbs=thumbs(parse("log(x)"), nowhere[0]), error=math.nan))
    assert scene.texts("labels") == [] and scene.marks("thumbs") == []


def test_the_causes_are_named_with_their_powers() -> None:
    assert {"truncation ∝ h", "rounding ∝ 1/h"} <= set(draw(picture()).texts("labels"))
    assert "truncation ∝ h²" in draw(picture(chosen="central")).texts("labels")
    assert "rounding" in draw(picture(chosen="complex_step")).texts("labels")


def test_the_cause_lines_have_their_slopes() -> None:
    columns = picture(chosen="five_point").data["causes"]

    def slope(cause: int, ends: slice) -> float:
        mine = columns["cause"] == cause
        return float(np.diff(columns["at"][mine][ends])[0] / np.diff(columns["h_at"][mine][ends])[0])

    # From the largest h to the smallest: the power 4 of h, and 1/h where h is small.
    assert slope(0, slice(0, 2)) == pytest.approx(4, rel=1e-5)
    assert slope(1, slice(-2, None)) == pytest.approx(-1, rel=1e-3)


def test_a_parabola_has_no_truncation_line_under_the_central_difference() -> None:
    chart = picture(curves("x^2", 3.0), chosen="central")
    assert set(chart.data["causes"]["cause"].tolist()) == {1, 2}
    texts = draw(chart).texts("labels")
    assert "rounding ∝ 1/h" in texts and not any(text.startswith("truncation") for text in texts)


def test_all_stencils_with_an_error_are_named_where_there_is_room() -> None:
    names = {"backward", "central", "five-point", "Richardson", "complex step"}
    assert names | {"forward"} <= set(draw(picture(), width=700).texts("labels"))
    narrow = draw(picture(), width=400).texts("labels")
    assert not names & set(narrow) and "forward" in narrow


def boxes(chart: Picture, narrow: bool) -> list[tuple[float, float, float, float]]:
    """The box of every name in a picture of the size the names are placed for: left, top, right, bottom."""
    scene = draw(chart, width=int(SIZES[narrow][0]) + AXIS)
    assert 0 <= scene.marks("plane")[0]["width"] - SIZES[narrow][0] < 40
    found = []
    for item in scene.marks("labels"):
        wide, tall = 0.54 * item["fontSize"] * len(item["text"]), item["fontSize"]
        x, y = item["x"] + item["dx"], item["y"] + item["dy"]
        left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[item["align"]] * wide
        found.append((left, y - tall / 2, left + wide, y + tall / 2))
    return found


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("chosen", STENCILS)
@pytest.mark.parametrize(("text", "x"), [("x^2", 3.0), ("sin(x)", 1.0), ("sin(1/x)", 0.01), ("x^3", 0.0)])
def test_no_name_stands_on_another(text: str, x: float, chosen: str, narrow: bool) -> None:
    shown = curves(text, x)
    found = boxes(
        picture(shown, chosen=chosen, thumbs=thumbs(parse(text), shown[list(STENCILS).index(chosen)])), narrow
    )
    assert len(found) >= 3
    for a, b in combinations(found, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_an_error_of_0_is_named_where_it_is_drawn() -> None:
    assert "error 0" in draw(picture(curves("x^2", 3.0))).texts("labels")
    shown = [curve for curve in SINE if not (curve.error == 0).any()]
    assert "error 0" not in draw(picture(shown)).texts("labels")


def test_an_error_of_0_stands_at_the_foot_and_none_at_the_top() -> None:
    chart = picture(curves("|x|", 1.0), chosen="complex_step")
    low, high = decades(curves("|x|", 1.0))
    assert set(chart.data["points"]["at"].tolist()) == {high}
    exact = picture(curves("cos(x)", 0.0), chosen="central")
    assert set(exact.data["points"]["at"].tolist()) == {decades(curves("cos(x)", 0.0))[0]}
    assert low < high


def test_the_readout_says_what_is_known_of_the_h_now() -> None:
    assert draw(picture()).texts("readout") == ["h = 10⁻¹⁰: error 5.85 × 10⁻⁸, good"]
    assert error_words(math.nan, "no derivative") == "no derivative"


def test_while_the_pointer_is_down_the_readout_follows_it_from_power_to_power() -> None:
    scene = draw(aiming(picture(), 2.0**-30))
    (line,) = scene.texts("readout")
    nth = 30
    assert line == f"h = 2^-30 = 9.31e-10: {error_words(float(SINE[0].error[nth]), SINE[0].status[nth])}"
    assert scene.marks("knob") == []
    assert scene.marks("now")[0]["x"] == pytest.approx(draw(picture(h=2.0**-30)).marks("now")[0]["x"])


def test_a_click_is_a_point_selection_of_h_by_click_alone() -> None:
    assert picture().selections == ("h",)
    vega = vl_convert.vegalite_to_vega(with_data(picture()), vl_version=VEGA_LITE)
    (listener,) = [signal for signal in vega["signals"] if signal["name"] == "h_tuple"]
    (event,) = listener["on"][0]["events"]
    assert (event["type"], event["markname"]) == ("click", "plane_marks")
    (press,) = [signal for signal in vega["signals"] if signal["name"] == "press"]
    assert press["on"][0]["update"] == "press + 1"
    assert vega["marks"][-1]["name"] == "plane_marks"


def test_the_pointer_is_sent_to_powers_of_two_within_the_picture() -> None:
    (aim,) = [param for param in picture().spec["params"] if param["name"] == "aim"]
    assert "pow(2, clamp(round(" in aim["on"][0]["update"] and "-52, 0)" in aim["on"][0]["update"]


def test_only_data_changes_with_h() -> None:
    assert picture(h=0.01, error=0.1, status="truncation dominates").spec is picture().spec
    assert picture(h=0.01).alt == picture().alt


def test_its_words_hold_the_numbers() -> None:
    (plane,) = draw(picture()).marks("plane")
    # What is found is the machine's own: another library of sines has other digits.
    found = f"h = {number(SINE[0].best_h, 3)}, error {number(SINE[0].best_error, 3)}"
    assert plane["description"] == (
        f"The forward formula with h = 10⁻¹⁰: error 5.85 × 10⁻⁸, good. Best found: {found}. "
        "Predicted best: h = 2.3 × 10⁻⁸, error 1.93 × 10⁻⁸."
    )


@pytest.mark.parametrize(
    ("text", "x", "dtype"),
    [("|x|", 0.0, "float64"), ("exp(x)", 11.0, "float16"), ("sin(1/x)", 1e-5, "float64"),
     ("x^2", 0.0, "float32"), ("log(x)", -1.0, "float64"), ("exp(x)", 700.0, "float64")],
)  # fmt: skip
def test_whatever_the_point_no_number_that_is_not_finite_leaves(text: str, x: float, dtype: str) -> None:
    for chosen in STENCILS:
        chart = picture(curves(text, x, dtype), chosen=chosen, error=math.nan, status="overflow")
        for columns in chart.data.values():
            for column in columns.values():
                assert column.dtype.kind in "Ub" or np.isfinite(column).all()
    assert draw(chart).marks("plane")


def test_the_data_of_six_stencils_stay_small() -> None:
    chart = picture()
    rows = {name: len(next(iter(columns.values()))) for name, columns in chart.data.items()}
    assert rows["points"] == 53 and sum(rows.values()) < 510
