"""Every golden case of the lesson is computed again by one of the tests of its rooms."""

import tests.core.hessian.test_golden_hessian as hessian
import tests.core.newton.test_golden_newton as newton
import tests.core.test_convexity as convexity
from tests.core.golden import Golden


def test_no_golden_case_is_left_without_a_check() -> None:
    checked = {*hessian.GOLDEN.checks, *newton.golden.checks, *convexity.golden.checks}
    assert checked == set(Golden("hessian_newton").cases)
