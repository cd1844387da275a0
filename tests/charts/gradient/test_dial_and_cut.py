"""The dial and the cut in its direction, as Vega draws them."""

import math

import numpy as np
import pytest
import vl_convert

from charts.gradient import dial_chart, straight_cut_chart
from charts.picture import Picture
from core.expression import parse
from core.slopes import dial, slope_towards, straight_section
from core.windows import Window
from tests.charts.scene import VEGA_LITE, Scene, draw, with_data

WINDOW = Window((-5.0, 5.0), (-5.0, 5.0))


def turned(
    angle: float, text: str = "x^2 + y^2", at: tuple[float, float] = (2.0, 3.0), dark: bool = False
) -> Picture:
    e = parse(text, ("x", "y"))
    return dial_chart(dial=dial(e, at), angle=angle, slope=slope_towards(e, at, angle), dark=dark)


def cut(angle: float, text: str = "x^2 + y^2", at: tuple[float, float] = (2.0, 3.0)) -> Picture:
    return straight_cut_chart(cut=straight_section(parse(text, ("x", "y")), at, angle, WINDOW))


def polar(scene: Scene) -> tuple[np.ndarray, np.ndarray, float]:
    """Angles in degrees and radii of the drawn curve, and the ring's radius."""
    (ring,) = scene.marks("ring")
    x = np.array([vertex["x"] for vertex in scene.marks("curve")]) - ring["x"]
    y = ring["y"] - np.array([vertex["y"] for vertex in scene.marks("curve")])
    return np.degrees(np.arctan2(y, x)), np.hypot(x, y), math.sqrt(ring["size"]) / 2


@pytest.mark.parametrize("dark", [False, True])
def test_the_dial_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(turned(100, dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


@pytest.mark.parametrize(
    ("text", "at", "steepest"), [("x^2 + y^2", (2.0, 3.0), 56.309932), ("-x", (0.0, 0.0), 180.0)]
)
def test_the_drawn_curve_is_farthest_out_along_the_gradient(
    text: str, at: tuple[float, float], steepest: float
) -> None:
    angles, radius, _ = polar(draw(turned(0, text, at)))
    assert abs((angles[np.argmax(radius)] - steepest + 180) % 360 - 180) < 0.1


def test_the_curve_crosses_the_ring_along_the_level_curve() -> None:
    scene = draw(turned(0))
    angles, radius, ring = polar(scene)
    for level in (146.309932, -33.690068):
        near = int(np.argmin(np.abs((angles - level + 180) % 360 - 180)))
        assert radius[near] == pytest.approx(ring, abs=0.05)
    assert len(scene.marks("level")) == 2


@pytest.mark.parametrize("angle", [0.0, 100.0, -135.0])
def test_the_needle_ends_on_the_curve_at_its_angle(angle: float) -> None:
    shown = turned(angle)
    needle = shown.data["needle"]
    x, y = float(needle["bx"][0]), float(needle["by"][0])
    assert abs((math.degrees(math.atan2(y, x)) - angle + 180) % 360 - 180) < 1e-9
    share = math.cos(math.radians(angle - 56.309932474))
    assert math.hypot(x, y) == pytest.approx(1 + 0.6 * share, abs=1e-6)
    (shaft,) = draw(shown).marks("needle")
    drawn = math.degrees(math.atan2(shaft["y"] - shaft["y2"], shaft["x2"] - shaft["x"]))
    assert abs((drawn - angle + 180) % 360 - 180) < 0.01


def test_the_dial_reads_its_slope() -> None:
    assert draw(turned(45)).texts("reads") == ["towards 45°: slope 7.07107"]
    (plane,) = draw(turned(45)).marks("plane")
    assert plane["description"] == "Towards 45° the slope is 7.07107. It is largest towards 56.31°."


def test_on_a_ridge_it_says_that_only_one_side_was_seen() -> None:
    scene = draw(turned(45, "|x| + |y|", (0.0, 1.0)))
    assert scene.texts("reads") == ["towards 45°: one-sided slope 1.41421"]
    assert scene.marks("gradient") == scene.marks("level") == []


def test_where_nothing_has_a_slope_the_needle_ends_on_the_ring() -> None:
    shown = turned(0, "log x + y", (-1.0, 0.0))
    assert draw(shown).texts("reads") == ["towards 0°: no slope"]
    assert float(shown.data["needle"]["bx"][0]) == 1.0


def test_turning_the_dial_changes_data_only() -> None:
    assert turned(10).spec is turned(200, "x y", (1.0, 1.0)).spec
    names = {parameter["name"] for parameter in turned(10).spec["params"]}
    assert "pointed_angle" in names


@pytest.mark.parametrize("angle", [0.0, 45.0, 200.0])
def test_the_tangent_of_the_cut_has_the_slope_of_its_direction(angle: float) -> None:
    row = cut(angle).data["tangent"]
    expected = 4 * math.cos(math.radians(angle)) + 6 * math.sin(math.radians(angle))
    slope = (row["y1"][0] - row["y0"][0]) / (row["x1"][0] - row["x0"][0])
    assert slope == pytest.approx(expected, rel=1e-12)
    scene = draw(cut(angle))
    (line,), (dot,) = scene.marks("tangent"), scene.marks("point")
    drawn = (line["y2"] - line["y"]) / (line["x2"] - line["x"])
    assert dot["y"] == pytest.approx(line["y"] + drawn * (dot["x"] - line["x"]), abs=0.05)


def test_the_cut_says_its_slope_or_that_there_is_none() -> None:
    assert draw(cut(45)).texts("says") == ["towards 45°: slope 7.07107"]
    ridge = draw(cut(0, "|x| + |y|", (0.0, 1.0)))
    assert ridge.texts("says") == ["towards 0°: no slope"] and ridge.marks("tangent") == []


def test_a_cut_outside_the_domain_is_drawn_without_a_point() -> None:
    scene = draw(cut(0, "log x + y", (-1.0, 0.0)))
    assert scene.marks("point") == scene.marks("tangent") == []
    assert scene.marks("curve")


def test_turning_the_cut_changes_data_only() -> None:
    assert cut(10).spec is cut(200).spec


@pytest.mark.parametrize(
    ("angle", "names"), [(120.0, ["∇f", "u"]), (45.0, ["", "u, ∇f"]), (56.309932, ["", "u ∥ ∇f"])]
)
def test_needles_close_together_share_one_name(angle: float, names: list[str]) -> None:
    data = turned(angle).data
    assert [str(data[name]["says"][0]) for name in ("gradient", "needle")] == names
