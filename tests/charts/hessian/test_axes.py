"""The Hessian on the map: what Vega really draws of conic, axes, critical points and cuts."""

import math

import numpy as np
import pytest
import vl_convert

from charts.hessian import hessian_chart
from charts.picture import Picture
from core.critical_points.points import critical_points
from core.curvature import hessian_at
from core.expression import parse
from core.hessian import convex_region, hessian_reading, local_conic, sections
from core.sampling.contours import level_curves
from tests.charts.scene import VEGA_LITE, draw, with_data

XY = ("x", "y")
WINDOW = ((-3.0, 3.0), (-3.0, 3.0))
BOWL = "2x^2 + 3y^2 - x y"


def picture(
    text: str, at: tuple[float, float] = (0.0, 0.0), *, shaded: bool = True, dark: bool = False
) -> Picture:
    e = parse(text, XY)
    hessian = hessian_at(e, at)
    return hessian_chart(
        levels=level_curves(e, WINDOW),
        found=hessian_reading(e, at),
        conic=local_conic(hessian, at, 1.8),
        cuts=sections(e, hessian, at, 1.8),
        critical=critical_points(e, WINDOW),
        window=WINDOW,
        region=convex_region(e, WINDOW) if shaded else None,
        dark=dark,
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("text", [BOWL, "2x^2 - 2y^2", "x^2 y^2", "|x| + |y|", "x^3 - 3x y^2"])
def test_it_compiles_and_is_drawn(text: str, dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(text, dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000


@pytest.mark.parametrize("width", [330, 600, 900])
def test_the_axes_are_drawn_at_right_angles_along_the_eigenvectors(width: int) -> None:
    first, second = draw(picture(BOWL), width).marks("axes")
    ways = [np.array([one["x2"] - one["x"], one["y2"] - one["y"]]) for one in (first, second)]
    assert abs(ways[0] @ ways[1]) / np.hypot(*ways[0]) / np.hypot(*ways[1]) < 1e-5
    # (1, √2 − 1), pixels downwards
    assert abs(ways[0][1] / ways[0][0]) == pytest.approx(math.sqrt(2) - 1, rel=1e-4)
    assert np.hypot(*ways[0]) > np.hypot(*ways[1])


def test_each_axis_says_its_eigenvalue() -> None:
    assert draw(picture("2x^2 - 2y^2")).texts("axis_names") == ["λ₁ = −4", "λ₂ = 4"]


def test_a_critical_point_has_the_shape_of_its_kind_and_its_name() -> None:
    scene = draw(picture("x^3 - 3x + y^2"))
    assert sorted(scene.texts("point_names")) == ["minimum", "saddle"]
    assert len(scene.marks("points")) == 2


def test_a_click_reports_the_keys_of_the_point_and_critical_points_carry_theirs() -> None:
    shown = picture("x^3 - 3x + y^2")
    assert shown.selections == ("start",)
    assert shown.data["points"]["px"].tolist() == [1, -1]
    selections = [
        layer["params"][0]["select"]["fields"]
        for layer in shown.spec["layer"][0]["layer"]
        if "params" in layer
    ]
    assert selections == [["px", "py"]]


def test_the_convex_region_is_shaded_only_when_asked_for() -> None:
    assert len(draw(picture("x^3 + y^2")).marks("convex")) == 72
    assert draw(picture("x^3 + y^2", shaded=False)).marks("convex") == []


def test_sets_are_dots_along_their_lines() -> None:
    dots = picture("x^2 y^2").data["sets"]
    assert len(dots["x"]) == 82
    assert np.abs(dots["x"] * dots["y"]).max() < 1e-20


def test_the_line_above_says_definiteness_and_kind() -> None:
    assert draw(picture(BOWL)).texts("readout") == ["H is positive definite: λ₁ = 3.586, λ₂ = 6.414, minimum"]
    assert draw(picture("|x| + y^2", (0.0, 1.0))).texts("readout") == ["no second derivatives here"]


def test_a_moved_point_changes_data_and_never_the_spec() -> None:
    assert picture("x^4 + y^4", (0.5, 0.5)).spec is picture("x^4 + y^4", (2.0, -1.0)).spec


def test_cuts_of_a_quadratic_lie_on_their_parabolas() -> None:
    beside = picture(BOWL).data["beside"]
    for part in ("f", "q"):
        assert (beside["part"] == part).sum() > 100
    rows = [beside["value"][beside["part"] == part] for part in ("f", "q")]
    assert rows[0] == pytest.approx(rows[1], abs=1e-5)


def test_no_value_that_is_not_finite_reaches_the_browser() -> None:
    for columns in picture("log(x) + 1/y", (1.0, 1.0)).data.values():
        for column in columns.values():
            assert column.dtype.kind not in "f" or np.isfinite(column).all()


def test_a_point_without_eigenvalues_has_no_axis() -> None:
    scene = draw(picture("|x| + y^2", (0.0, 1.0)))
    assert scene.marks("axes") == [] and scene.marks("conic") == []


def test_many_critical_points_have_no_names() -> None:
    shown = picture("sin(3x) + sin(3y)")
    assert set(shown.data["points"]["name"].tolist()) == {""}


def test_the_name_of_a_falling_curve_stands_below_its_end_and_of_a_rising_one_above() -> None:
    shown = picture("2x^2 - 2y^2")
    up = dict(zip(shown.data["labels"]["label"].tolist(), shown.data["labels"]["up"].tolist(), strict=True))
    assert up == {"λ = −4": -1, "λ = 4": 1}
