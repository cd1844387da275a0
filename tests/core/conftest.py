"""What the tests of the core share."""

from collections.abc import Iterator

import pytest

from core.symbolic import ask, warm_up


@pytest.fixture(scope="module")
def patient_symbols() -> Iterator[None]:
    """What the symbols say does not depend on the machine: they get more time here than on screen."""
    warm_up()
    pool = ask._desk().pool
    usual = pool.deadline, pool._patience
    pool.deadline, pool._patience = 10.0, 20.0
    yield
    pool.deadline, pool._patience = usual
