import pytest
import vl_convert

from charts.operations import dependencies_chart, operations_chart
from charts.operations_data import Way
from charts.picture import Picture
from core.computational_graph import computational_graph, dependencies
from core.expression import parse
from tests.charts.scene import VEGA_LITE, draw, with_data


def graph(way: Way, step: int, dark: bool = False) -> Picture:
    found = computational_graph(parse("sin(x^2) x"), (2.0,))
    return operations_chart(graph=found, way=way, step=step, dark=dark)


def tree(step: int) -> Picture:
    inner = {"x": parse("3 sin(2t)", ("t",)), "y": parse("4 cos(2t)", ("t",))}
    return dependencies_chart(tree=dependencies(parse("x^2 - 3x y + 2y^2", ("x", "y")), inner), step=step)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("way", ["forward", "backward"])
def test_it_compiles_and_is_drawn(way: Way, dark: bool) -> None:
    image = vl_convert.vegalite_to_png(with_data(graph(way, 0, dark)), vl_version=VEGA_LITE)
    assert image.startswith(b"\x89PNG") and len(image) > 5_000


def test_values_come_one_by_one_on_the_way_forward() -> None:
    known = [sum(bool(text) for text in draw(graph("forward", step)).texts("value")) for step in (0, 1, 2)]
    assert known[0] < known[1] < known[2]
    assert "= 4" in draw(graph("forward", 0)).texts("value")


def test_derivatives_come_from_the_end_on_the_way_backward() -> None:
    first = [text for text in draw(graph("backward", 0)).texts("slope") if text]
    last = [text for text in draw(graph("backward", 9)).texts("slope") if text]
    assert len(first) < len(last)


def test_a_step_keeps_the_spec_and_moves_the_data() -> None:
    one, two = graph("forward", 0), graph("forward", 1)
    assert one.spec is two.spec and one.alt == two.alt
    assert one.data["nodes"]["now"].tolist() != two.data["nodes"]["now"].tolist()


def test_the_tree_names_each_partial_on_its_edge() -> None:
    scene = draw(tree(0))
    assert len(scene.marks("nodes")) >= 4
    assert draw(tree(1)).texts("locals")
