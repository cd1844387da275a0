"""The picture of a point on its way over level curves, as Vega draws it."""

import math

import numpy as np
import pytest
import vl_convert

from charts.path_chain import path_chain_chart
from charts.picture import Picture
from core.expression import parse
from core.path_chain import path_chain
from core.sampling.contours import level_curves
from tests.charts.scene import VEGA_LITE, draw, with_data

WIDTHS = (330, 420, 600, 900)
SOURCE = ("x^2 - 3x y + 2y^2", "3sin(2t)", "4cos(2t)")


def picture(
    z: str = SOURCE[0],
    x: str = SOURCE[1],
    y: str = SOURCE[2],
    seed: int = 6,
    dark: bool = False,
    ends: tuple[float, float] = (0.0, 3.0),
) -> Picture:
    chain = path_chain(parse(z, ("x", "y")), parse(x, ("t",)), parse(y, ("t",)))
    walk = chain.walk(*ends)
    levels = level_curves(chain.z, (walk.window.x, walk.window.y))
    return path_chain_chart(levels=levels, walk=walk, seed=seed, dark=dark)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000


@pytest.mark.parametrize("width", WIDTHS)
def test_gradient_and_velocity_point_where_the_numbers_say(width: int) -> None:
    scene = draw(picture(), width)
    # t = 0.3 by hand: ∇z = (2x − 3y, 4y − 3x), velocity (6 cos 0.6, −8 sin 0.6).
    x, y = 3 * math.sin(0.6), 4 * math.cos(0.6)
    expected = {
        "gradient": math.atan2(4 * y - 3 * x, 2 * x - 3 * y),
        "velocity": math.atan2(-8 * math.sin(0.6), 6 * math.cos(0.6)),
    }
    for name, angle in expected.items():
        (line,) = scene.marks(name)
        assert math.atan2(line["y"] - line["y2"], line["x2"] - line["x"]) == pytest.approx(angle, abs=1e-4)


@pytest.mark.parametrize("seed", [0, 17, 60])
def test_on_a_level_curve_the_arrows_are_seen_at_a_right_angle(seed: int) -> None:
    scene = draw(picture("x^2 + y^2", "cos t", "sin t", seed))
    (gradient,), (velocity,) = scene.marks("gradient"), scene.marks("velocity")
    first, second = (
        np.array([line["x2"] - line["x"], line["y2"] - line["y"]]) for line in (gradient, velocity)
    )
    assert first @ second == pytest.approx(0.0, abs=0.01)
    assert np.linalg.norm(first) > 20 and np.linalg.norm(second) > 20


@pytest.mark.parametrize("width", [330, 900])
def test_arrows_stay_inside_the_plane(width: int) -> None:
    for seed in (0, 13, 37, 60):
        scene = draw(picture(seed=seed), width)
        (plane,) = scene.marks("plane")
        for line in (*scene.marks("gradient"), *scene.marks("velocity")):
            assert 0 <= line["x2"] <= plane["width"] and 0 <= line["y2"] <= plane["height"]


def test_the_tangent_beside_the_plane_has_the_slope_of_z() -> None:
    scene = draw(picture("x + y", "t", "t", 30, ends=(0.0, 2.0)))
    (tangent,) = scene.marks("tangent")
    values = scene.marks("values")
    slope = (tangent["y2"] - tangent["y"]) / (tangent["x2"] - tangent["x"])
    first, last = values[0], values[-1]
    assert slope == pytest.approx((last["y2"] - first["y"]) / (last["x2"] - first["x"]), rel=1e-3)


def test_the_readout_multiplies_gradient_and_velocity() -> None:
    (wide,) = draw(picture(), 600).texts("readout")
    assert wide == "t = 0.3: ∇z · velocity = (−6.52, 8.12) · (4.95, −4.52) = −68.96"
    (narrow,) = draw(picture(), 330).texts("readout")
    assert narrow == "t = 0.3: dz/dt = −68.96"


def test_where_the_point_has_no_value_nothing_is_drawn_of_it() -> None:
    scene = draw(picture("ln x + y", "t", "t", 0, ends=(-1.0, 2.0)))
    assert scene.marks("point") == scene.marks("gradient") == scene.marks("tangent") == []
    assert len(scene.marks("path")) > 100


def test_without_a_gradient_the_point_is_drawn_and_no_rate_is_claimed() -> None:
    scene = draw(picture("|x| + y", "t", "t^2", 30, ends=(-1.0, 1.0)))
    assert len(scene.marks("point")) == 1 and scene.marks("gradient") == []
    assert scene.texts("readout") == ["t = 0: no dz/dt by the rule"]


def test_only_data_changes_with_the_seed_and_a_function_of_the_same_ranges() -> None:
    first, other = picture("x + y", "t", "t", 3), picture("y + x", "3 - t", "3 - t", 9)
    assert first.spec is other.spec and first.alt == other.alt


def test_its_words_hold_the_start_and_the_end() -> None:
    words = draw(picture("x + y", "t", "2t", ends=(0.0, 2.0))).marks("plane")[0]["description"]
    assert "At the start, t = 0: ∇z · velocity = (1, 1) · (1, 2) = 3" in words
    assert words.endswith("at the end, t = 2: ∇z · velocity = (1, 1) · (1, 2) = 3.")


def test_the_data_beside_the_level_curves_stay_small() -> None:
    tables = {name: table for name, table in picture().data.items() if not name.startswith("level")}
    assert sum(column.nbytes for table in tables.values() for column in table.values()) < 60_000
