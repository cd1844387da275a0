import pytest

from core.myths import MYTHS, Myth
from core.myths.limits import LIMITS

BY_NAME = {myth.name: myth for myth in LIMITS}
every_myth = pytest.mark.parametrize("myth", LIMITS, ids=list(BY_NAME))


@every_myth
def test_the_computation_refutes_it(myth: Myth) -> None:
    assert myth.compute().refutes


@every_myth
def test_it_is_said_in_sentences(myth: Myth) -> None:
    for text in (myth.statement, myth.truth, myth.compute().sentence):
        assert text.endswith(".") and ".." not in text


def test_they_stand_in_the_table_under_their_lesson_and_each_once() -> None:
    assert MYTHS["limits"] is LIMITS and len(BY_NAME) == len(LIMITS)
    assert {myth.lesson for myth in LIMITS} == {"limits"}


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        # E01: x² at 2 has the limit 4; E53: 1/x² at 0; E46: 5 against 0; the parabola's limit is 1/2
        ("three-other-conditions", ["is 4"]),
        ("limit-is-value", ["tends to 1 at 1", "f(1) = 5"]),
        ("two-ways", ["100, 10000, 10⁶"]),
        ("sine-none", ["0.841471"]),
        ("ever-nearer", ["x = 0.0159155", "0.0141471"]),
        ("continuous-has-slope", ["−1 from the left", "1 from the right"]),
        ("interior-is-enough", ["is 5 at 0", "tends to 0"]),
        ("all-lines", ["tends to 0 along all lines", "along y = x² f tends to 0.5"]),
    ],
)
def test_the_counterexample_holds_its_numbers(name: str, numbers: list[str]) -> None:
    sentence = BY_NAME[name].compute().sentence
    assert all(number in sentence for number in numbers)
