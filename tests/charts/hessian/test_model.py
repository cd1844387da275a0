"""The quadratic model on the map: its level curves, the trusted outline, and the cut along a ray."""

import numpy as np
import pytest
import vl_convert

from charts.hessian import model_chart
from charts.picture import Picture
from core.expression import parse
from core.quadratic_model import error_along, quadratic_model, trusted_outline
from core.sampling.contours import level_curves
from tests.charts.scene import VEGA_LITE, draw, with_data

WINDOW = ((-2.0, 2.0), (-2.0, 2.0))
CUBIC = "x^2 + x^3 + y^2"


def picture(text: str = CUBIC, at: tuple[float, float] = (0.0, 0.0), angle: float = 0.0) -> Picture:
    e = parse(text, ("x", "y"))
    model = quadratic_model(e, at)
    assert model is not None
    levels = level_curves(e, WINDOW)
    return model_chart(
        levels=levels,
        model=model,
        model_levels=model.levels(WINDOW, levels),
        outline=trusted_outline(e, model, 4.0),
        ray=error_along(e, model, angle, 1.5),
        window=WINDOW,
    )


@pytest.mark.parametrize("text", [CUBIC, "x^2 - y^2", "cos(x) + log(y + 3)", "2x + y"])
def test_it_compiles_and_is_drawn(text: str) -> None:
    image = vl_convert.vegalite_to_png(with_data(picture(text)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 10_000


def test_the_mark_of_trust_stands_at_a_tenth_on_the_cubic() -> None:
    scene = draw(picture())
    (mark,) = scene.marks("trust")
    (plane,) = scene.marks("plane")
    left = plane["width"] + 62
    assert (mark["x"] - left) / (600 - left) == pytest.approx(0.1 / 1.5, abs=0.02)
    assert scene.texts("trust_name") == ["error 10 %"]


def test_an_exact_model_has_no_mark_of_mistrust() -> None:
    assert draw(picture("x^2 - y^2")).marks("trust") == []


def test_f_is_solid_and_its_model_dashed() -> None:
    scene = draw(picture())
    assert {tuple(one["strokeDash"]) for one in scene.marks("beside_q")} == {(7, 4)}
    assert scene.marks("beside_f") and not any("strokeDash" in one for one in scene.marks("beside_f"))


def test_a_moved_point_changes_data_and_never_the_spec() -> None:
    assert picture().spec is picture(at=(0.5, 1.0), angle=2.0).spec


def test_the_ray_ends_at_the_frame() -> None:
    ray = picture(at=(1.5, 0.0)).data["ray"]
    assert (ray["x"].tolist(), ray["x2"].tolist()) == ([1.5], [2.0])


def test_its_description_says_how_far_the_model_holds() -> None:
    (plane,) = draw(picture()).marks("plane")
    assert plane["description"] == "At a distance of 0.1 the error passes 10 % of the change promised."


def test_no_value_that_is_not_finite_reaches_the_browser() -> None:
    for columns in picture("log(x + 1) + y", angle=np.pi).data.values():
        for column in columns.values():
            assert column.dtype.kind not in "f" or np.isfinite(column).all()
