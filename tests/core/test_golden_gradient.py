"""Every golden case of the lesson is computed again by one of the tests of its rooms."""

import tests.core.jacobian.test_matrix as matrix
import tests.core.slopes.test_golden_gradient as slopes
import tests.core.test_tangent_plane as plane
from tests.core.golden import Golden


def test_no_golden_case_is_left_without_a_check() -> None:
    checked = {*slopes.GOLDEN.checks, *matrix.GOLDEN.checks, *plane.GOLDEN.checks}
    assert checked == set(Golden("gradient").cases)
