"""The help tells the truth: each of its lines against numbers that were worked out without the language."""

import math

import pytest

from core.expression import parse
from core.expression.functions import FUNCTIONS
from core.expression.language_help import READINGS, ReadingHelp, language_help

E = math.e

VALUES = {
    "2x(x + 1)": {3: 24, -2: 4},
    "1/2x": {3: 1.5},
    "-x^2": {3: -9},
    "2^3^x": {2: 512},
    "e^2x": {3: 3 * E * E},
    "sin 2x/3": {1: math.sin(2) / 3},
    "sin x cos x": {1: math.sin(1) * math.cos(1)},
    "sin^2 x": {1: math.sin(1) * math.sin(1)},
    "ln x": {E: 1},
    "log_2(x)": {8: 3},
    "|x - 1|": {-3: 4, 2: 1},
    "√2x": {3: 3 * math.sqrt(2)},
    "x²": {5: 25},
    "f(x) = x^2": {5: 25},
    "{x < 0: -1, 0 <= x < 1: x, 1}": {-3: -1, 0: 0, 0.5: 0.5, 1: 1, 7: 1},
    "x^(1/3)": {-8: -2, 27: 3},
    "e^x + 1e3": {1: E + 1000},
}


def test_every_rule_of_reading_has_its_values_here() -> None:
    assert [rule.typed for rule in READINGS] == list(VALUES)


@pytest.mark.parametrize("rule", READINGS, ids=lambda rule: rule.typed)
def test_a_rule_of_reading_gives_the_values_it_promises(rule: ReadingHelp) -> None:
    for text in (rule.typed, rule.means):
        for x, value in VALUES[rule.typed].items():
            assert float(parse(text)(x)) == pytest.approx(value, rel=1e-15)


def test_the_help_lists_every_function_once() -> None:
    known = language_help()
    assert known.readings == READINGS
    assert [row.spellings[0] for row in known.functions] == list(FUNCTIONS)
    spellings = [name for row in known.functions for name in row.spellings]
    assert len(spellings) == len(set(spellings))


def test_every_spelling_in_the_help_can_be_typed() -> None:
    for row in language_help().functions:
        name, *others = row.spellings
        for other in others:
            assert parse(row.example.replace(name, other, 1)) == parse(row.example)


def test_the_texts_of_the_help_stand_in_backticks_and_hold_none() -> None:
    known = language_help()
    texts = [text for rule in known.readings for text in (rule.typed, rule.means)]
    texts += [text for row in known.functions for text in (*row.spellings, row.example)]
    assert all(texts)
    assert not any("`" in text for text in texts)


def test_rules_are_sentences_and_descriptions_are_one_line() -> None:
    known = language_help()
    for rule in known.readings:
        assert rule.rule.endswith(".")
    for row in known.functions:
        assert "\n" not in row.doc
        assert not row.doc.endswith(".")
