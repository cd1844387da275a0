"""Every golden case of the lesson is computed again by one of the tests of its rooms."""

from tests.core.differencing.test_golden import GOLDEN as DIFFERENCING
from tests.core.floating.test_golden_floats import GOLDEN as FLOATING
from tests.core.golden import Golden
from tests.core.printed_tables.test_golden import GOLDEN as PRINTED_TABLES


def test_no_golden_case_is_left_without_a_check() -> None:
    checked = {*DIFFERENCING.checks, *FLOATING.checks, *PRINTED_TABLES.checks}
    assert checked == set(Golden("numerical_error").cases)
