import pytest

from core.expression import parse
from core.gradient import gradient_at
from core.jacobian import read_vector
from core.myths import Myth
from core.myths.gradient import GRADIENT


@pytest.mark.parametrize(
    "myth", [myth for myth in GRADIENT if "g" in myth.values], ids=lambda myth: myth.name
)
def test_a_myth_opens_on_a_function_with_a_gradient_at_its_point(myth: Myth) -> None:
    g = parse(myth.values["g"], ("x", "y"))
    assert gradient_at(g, (float(myth.values["px"]), float(myth.values["py"]))).magnitude > 0


def test_the_myth_about_the_jacobian_opens_on_the_matrix_that_refutes_it() -> None:
    (myth,) = [myth for myth in GRADIENT if myth.name == "jacobian-is-n-by-m"]
    assert read_vector(myth.values["map"]).shape == (3, 2)
