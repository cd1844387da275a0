import pytest

from core.expression import parse
from core.myths import Myth
from core.myths.derivative_rules import DERIVATIVE_RULES


@pytest.mark.parametrize("myth", DERIVATIVE_RULES, ids=lambda myth: myth.name)
def test_a_myth_opens_on_a_function_with_a_value_at_its_place(myth: Myth) -> None:
    f = parse(myth.values["f"])
    value = float(f(float(myth.values["x0"])))
    assert f.variables == ("x",) and value == value
