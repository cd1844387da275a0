"""What the errata call right is computed again here, by other means than the app's own."""

import pytest

from core.errata import ERRATA, Erratum
from tests.core.errata.computed import derivatives, limits_and_numbers, many_variables

COMPUTED = {**limits_and_numbers.COMPUTED, **derivatives.COMPUTED, **many_variables.COMPUTED}
# What is automatic and what a covector is are words; nothing can be computed.
WORDS_ALONE = {49}

computed = pytest.mark.parametrize(
    "one", [one for one in ERRATA if one.number in COMPUTED], ids=lambda one: f"E{one.number:02}"
)


def test_every_erratum_is_computed_or_says_words_alone() -> None:
    assert COMPUTED.keys() | WORDS_ALONE == {one.number for one in ERRATA}
    assert COMPUTED.keys().isdisjoint(WORDS_ALONE)


@computed
def test_what_is_right_is_what_another_way_finds(one: Erratum) -> None:
    found = COMPUTED[one.number]()
    assert found
    for text in found:
        assert text in f"{one.right} {one.why}"
