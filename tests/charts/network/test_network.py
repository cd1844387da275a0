import json
from itertools import combinations

import numpy as np
import pytest
import vl_convert

from charts.network import network_chart
from charts.picture import Picture
from core.backpropagation import Pass, backpropagate, stages
from core.models import MODELS, model_named
from tests.charts.scene import VEGA_LITE, Scene, draw, with_data

PHONE = 350
TEXTS = ("nodes_label", "nodes_bias", "nodes_slope", "edges_weight", "edges_slope", "loss")


def small() -> Pass:
    theta = np.array([0.5, -0.3, 0.8, 0.2, 0.1, -0.2, 1.2, -0.9, 0.3])
    return backpropagate(MODELS["two_two_one"], theta, np.array([1.3, -0.4]), 1.0, 0.5)


def wide(hidden: int = 8, inputs: int = 2) -> Pass:
    model = model_named("network", hidden, "tanh")
    rng = np.random.default_rng(3)
    return backpropagate(model, model.begin(inputs, rng), rng.normal(size=inputs), 0.0, 0.5)


def step_of(passed: Pass, kind: str, name: str = "") -> int:
    return next(k for k, stage in enumerate(stages(passed)) if stage.kind == kind and stage.name == name)


def drawn(passed: Pass, kind: str, name: str = "", width: int = 600) -> Scene:
    return draw(network_chart(passed=passed, step=step_of(passed, kind, name)), width)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("hidden", [1, 2, 8])
def test_it_compiles_and_is_drawn(hidden: int, dark: bool) -> None:
    picture = network_chart(passed=wide(hidden), step=4, dark=dark)
    image = vl_convert.vegalite_to_png(with_data(picture), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


def test_a_step_keeps_the_spec_and_moves_the_data() -> None:
    passed = small()
    pictures = [network_chart(passed=passed, step=step) for step in range(len(stages(passed)))]
    assert len({id(picture.spec) for picture in pictures}) == len({picture.alt for picture in pictures}) == 1
    assert len({picture.data["seed"]["words"][0] for picture in pictures}) == len(pictures)


def test_values_appear_one_by_one_and_derivatives_after_them() -> None:
    first, second = (drawn(small(), "value", name) for name in ("a1", "a2"))
    assert "a₁ = 0.606" in first.texts("nodes_label") and "a₂" in first.texts("nodes_label")
    assert "a₂ = 0.338" in second.texts("nodes_label")
    assert first.texts("nodes_slope") == first.texts("edges_slope") == []
    counts = [len(drawn(small(), "edge", name).texts("edges_slope")) for name in ("w1", "w2", "w11", "w21")]
    assert counts == [1, 2, 3, 4]


def test_the_loss_is_named_when_it_is_known() -> None:
    assert drawn(small(), "value", "ŷ").texts("loss") == ["y = 1"]
    assert drawn(small(), "loss").texts("loss") == ["y = 1, L = 0.396"]


def test_the_edge_of_the_step_glows_and_the_way_behind_it_glows_less() -> None:
    glows = drawn(small(), "edge", "w12").marks("glows")
    assert sorted(glow["strokeOpacity"] for glow in glows) == [0.2, 0.5]
    data = network_chart(passed=small(), step=step_of(small(), "edge", "w12")).data["edges"]
    bright = data["glow"].tolist().index(2)
    assert data["weight"][bright] == "w₁₂ = −0.3" and data["slope"][bright] == "0.0856"


def test_a_bias_lights_its_unit() -> None:
    data = network_chart(passed=small(), step=step_of(small(), "edge", "b2")).data["nodes"]
    assert data["label"][data["now"]].tolist() == ["a₂ = 0.338"]


def test_a_larger_weight_is_broader_and_a_negative_one_dashed() -> None:
    edges = drawn(small(), "value", "a1").marks("edges")
    data = network_chart(passed=small(), step=0).data["edges"]
    order = np.argsort([0.5, 0.3, 0.8, 0.2, 1.2, 0.9])
    by_name = {text.split(" ")[0]: width for text, width in zip(data["weight"], data["width"], strict=True)}
    widths = [by_name[name] for name in ("w₁₁", "w₁₂", "w₂₁", "w₂₂", "w₁", "w₂")]
    assert np.argsort(widths).tolist() == order.tolist()
    dashed = {edge["stroke"] for edge in edges if edge["strokeDash"] == [6, 3]}
    solid = {edge["stroke"] for edge in edges if edge["strokeDash"] != [6, 3]}
    assert len(dashed) == len(solid) == 1 and dashed != solid


def test_the_numbers_of_the_step_stand_above_and_name_the_picture() -> None:
    scene = drawn(small(), "edge", "w11")
    line = "∂L/∂w₁₁ = −0.327 · 1.2 · 0.239 · 1.3 = −0.122"
    assert scene.texts("readout") == [line]
    assert scene.marks("plane")[0]["description"] == line


def test_with_many_edges_only_the_present_one_is_named() -> None:
    scene = drawn(wide(), "edge", "w13")
    assert len(scene.texts("edges_weight")) == len(scene.texts("edges_slope")) == 1
    assert scene.texts("edges_weight")[0].startswith("w₁₃ = ")


PASSES = {"2-2-1": small(), "2-8": wide(8), "1-1": wide(1, 1), "8-8": wide(8, 8)}


@pytest.mark.parametrize("passed", PASSES.values(), ids=PASSES)
def test_on_a_phone_all_names_are_inside_and_none_covers_another(passed: Pass) -> None:
    scene = draw(network_chart(passed=passed, step=len(stages(passed)) - 1), PHONE)
    boxes = [box(mark) for name in TEXTS for mark in scene.marks(name)]
    assert all(left >= 0 and right <= PHONE for left, right, *_ in boxes)
    assert all(top >= 0 and bottom <= scene.root["height"] for *_, top, bottom in boxes)
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


def box(mark: dict) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a text, by the usual widths of a sans serif."""
    half, tall = len(mark["text"]) * mark["fontSize"] * 0.48 / 2, mark["fontSize"] * 0.6
    x, y = mark["x"] + mark.get("dx", 0), mark["y"] + mark.get("dy", 0)
    return x - half, x + half, y - tall + 1, y + tall - 1


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def test_a_picture_is_small_to_send() -> None:
    picture: Picture = network_chart(passed=wide(8, 8), step=40)
    assert len(json.dumps(with_data(picture))) < 40_000


def test_a_step_beyond_the_last_shows_the_last() -> None:
    last = len(stages(small())) - 1
    pictures = [
        network_chart(passed=small(), step=step).data["seed"]["words"][0] for step in (last, last + 5)
    ]
    assert pictures[0] == pictures[1] and "0.396 to 0.307" in pictures[0]
