"""Every myth of Numerical Error: refuted, with the numbers that the errata give."""

import pytest

from core.expression import parse
from core.myths import Myth
from core.myths.numerical_error import NUMERICAL_ERROR
from ui.keys import KEYS, canonical

MYTHS = {myth.name: myth for myth in NUMERICAL_ERROR}
# From the list of errata, where each was computed on its own.
NUMBERS = {
    "smallest-addend": ("1.0000000000000002", "1.1102230246251568e-16", "1 + ε/2 is 1.0"),
    "wrong-h": ("5.329070518200751", "6.217248937900877", "6.128431095930864"),
    "root-of-epsilon": ("6.32 × 10⁻⁸", "1.01 × 10⁻⁵"),
    "small-h-truncates": ("0.0001, 10⁻⁸, 10⁻¹²",),
    "threshold": ("2.01 × 10⁻²²", "2.01 × 10⁻¹⁰", "1.78 × 10⁻¹⁵"),
    "symmetric-defines": ("0 for every h", "is 1 and from the left −1"),
    "still-accurate": ("0.00221, 1.06, 1, 1, 1",),
    "unstable": ("1.96 × 10⁻¹¹", "2.22 × 10⁻⁷"),
}

every_myth = pytest.mark.parametrize("myth", NUMERICAL_ERROR, ids=list(MYTHS))


@every_myth
def test_a_myth_is_refuted_by_what_is_computed(myth: Myth) -> None:
    found = myth.compute()
    assert found.refutes
    assert found.sentence.endswith(".")


@every_myth
def test_the_numbers_are_those_of_the_errata(myth: Myth) -> None:
    sentence = myth.compute().sentence
    for text in NUMBERS[myth.name]:
        assert text in sentence


@every_myth
def test_a_myth_opens_in_its_lesson(myth: Myth) -> None:
    keys = {key.name: key for key in KEYS[myth.lesson]}
    for name, text in myth.values.items():
        assert canonical(keys[name].read(text)) == text
    assert parse(myth.values["f"]).variables == ("x",)
