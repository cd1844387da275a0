import pytest

from core.expression import parse
from core.myths.hessian_newton import HESSIAN_NEWTON
from core.myths.myth import Myth
from core.newton import newton_minimise

every_myth = pytest.mark.parametrize("myth", HESSIAN_NEWTON, ids=lambda myth: myth.name)


@every_myth
def test_a_myth_opens_on_a_run_that_can_be_made(myth: Myth) -> None:
    values = myth.values
    if values["dim"] == "1":
        run = newton_minimise(parse(values["f"]), [float(values["x0"])])
    else:
        run = newton_minimise(parse(values["g"], ("x", "y")), [float(values["px"]), float(values["py"])])
    assert run.outcome.sentence
