"""The myths of Training: refuted, with numbers that were found another way."""

import json
from math import log
from pathlib import Path

import pytest

from core.datasets import DATASETS
from core.models import MODELS
from core.myths.myth import Myth
from core.myths.training import TRAINING

GOLDEN = {
    case["id"]: case
    for case in json.loads(
        (Path(__file__).parents[2] / "golden" / "training.json").read_text(encoding="utf-8")
    )
}

# The errata were computed on their own (golden cases); the others by hand or by least squares elsewhere.
NUMBERS = {
    "smaller-batch": ("from 2.63746 to 1.99768", "to 0.139251"),
    "falls-every-epoch": ("in 12 of 30 epochs",),
    "zero-loss": ("a loss of 0 on those two", "6.999 on all 30", "0.1094"),
    "one-minimum": ("the same predictions", "rises to"),
    "zero-start": (f"log 2 = {log(2):.6f}",),
    "logarithm-is-zero": ("is −6.10864 at P = 0.7", "is 0 there"),
    "another-derivative": ("all 9 weights", "∂L/∂w₁₁ = −0.121761"),
    "swapped-weights": ("product is 0.0374651", "quotient 0.0856328"),
    "ninety-two": ("m = 13, b = −68/3", "316.667", "4.16667"),
    "squared-loss": ("−0.0098 in z", "−0.99, 101 times"),
    "all-right": ("after epoch 2", "0.000781", "3.85 long", "5.83 at the end"),
    "counted-words": ("Ya 0 times and Na 2 times", "(3, 0), (0, 2), (2, 1), (0, 3)"),
}

every_myth = pytest.mark.parametrize("myth", TRAINING, ids=lambda myth: myth.name)


@every_myth
def test_a_myth_of_training_is_refuted_with_its_numbers(myth: Myth) -> None:
    found = myth.compute()
    assert found.refutes
    for text in NUMBERS[myth.name]:
        assert text in found.sentence


@every_myth
def test_a_myth_of_training_is_told_in_sentences(myth: Myth) -> None:
    for text in (myth.statement, myth.truth, myth.compute().sentence):
        assert text.endswith(".") and ".." not in text


@every_myth
def test_a_myth_opens_on_a_model_and_a_set_that_fit(myth: Myth) -> None:
    assert myth.lesson == "training"
    assert myth.values["model"] in MODELS
    assert myth.values["model"] in DATASETS[myth.values["data"]].fits


def test_the_numbers_of_the_errata_are_those_of_the_golden_cases() -> None:
    verified = {name: case["verified"] for name, case in GOLDEN.items()}
    swapped = verified["nn2-dL/dw12"]
    assert (float(swapped["autodiff_value"]), float(swapped["seed_formula_value"])) == pytest.approx(
        (0.0856328, 0.0374651), abs=5e-8
    )
    assert float(verified["nn2-dL/dw11"]["autodiff_value"]) == pytest.approx(-0.121761, abs=5e-7)
    assert float(verified["coin-log-eq-0"]["max_of_G_on_(0,1)"]) == pytest.approx(-6.10864, abs=5e-6)
    assert verified["Emb-solution"]["solution_of_printed_system_(92)"] == {"b": "-68/3", "m": "13"}
    assert verified["sentiment-table"] == [[3, 0], [0, 2], [2, 1], [0, 3]]


def test_every_myth_stands_once() -> None:
    assert sorted(myth.name for myth in TRAINING) == sorted(NUMBERS)
