"""Every term of the course: said in a line, written once, and shown at an address that its lesson reads."""

import re

import numpy as np
import pytest

from core.glossary import TERMS, Term, found, letters, term
from ui.course import LESSONS
from ui.keys import KEYS, canonical

LONGEST_LINE = 160

every_term = pytest.mark.parametrize("one", TERMS.values(), ids=lambda one: one.key)

ASKED_FOR = (
    "limit",
    "derivative",
    "secant",
    "stencil",
    "round-off-error",
    "machine-epsilon",
    "ulp",
    "gradient",
    "jacobian",
    "hessian",
    "eigenvalue",
    "convex",
    "saddle-point",
    "learning-rate",
    "momentum",
    "stability-limit",
    "loss",
    "batch",
    "epoch",
    "backpropagation",
)


@pytest.mark.parametrize("key", ASKED_FOR)
def test_a_word_that_every_lesson_uses_is_there(key: str) -> None:
    assert term(key).key == key


@every_term
def test_a_term_is_said_in_a_line(one: Term) -> None:
    assert one.line.endswith(".")
    assert len(one.line) <= LONGEST_LINE
    assert not one.line.lower().startswith((one.name.lower() + " is", "the " + one.name.lower() + " is"))


@every_term
def test_a_line_has_nothing_that_markdown_would_read(one: Term) -> None:
    assert not re.search(r"[*`<>$~\\\[\]#]|:\w+:", f"{one.title} {one.line}")
    assert not re.search(r"(?<!\w)_|_(?!\w)", f"{one.title} {one.line}")


@every_term
def test_a_term_has_an_address_that_its_lesson_reads(one: Term) -> None:
    assert one.lesson in {lesson.name for lesson in LESSONS if lesson.kind == "lesson"}
    keys = {key.name: key for key in KEYS[one.lesson]}
    for name, text in one.values.items():
        assert canonical(keys[name].read(text)) == text


def test_no_two_terms_have_one_name() -> None:
    names = [one.name.lower() for one in TERMS.values()]
    assert len(set(names)) == len(names) >= 90


def test_the_terms_stand_in_the_order_of_the_alphabet_under_their_letters() -> None:
    assert list(TERMS) == sorted(TERMS)
    assert letters() == tuple(dict.fromkeys(one.letter for one in TERMS.values()))


def test_every_lesson_has_words_of_its_own() -> None:
    assert {one.lesson for one in TERMS.values()} >= {
        "limits",
        "numerical_error",
        "derivative_rules",
        "gradient",
        "hessian_newton",
        "gd_vs_ascent",
        "learning_rate",
        "training",
    }


def test_a_term_there_is_not_is_refused_by_name() -> None:
    with pytest.raises(LookupError, match="no term nonsense"):
        term("nonsense")


def test_a_search_wants_every_word_whatever_the_case() -> None:
    names = {one.name for one in found(TERMS.values(), "SLOPE tangent", lambda one: f"{one.name} {one.line}")}
    assert "secant" not in names
    assert {"tangent", "cusp"} & names == {"tangent"}


def test_the_numbers_in_the_lines_are_those_of_float64() -> None:
    float64 = np.finfo(np.float64)
    assert f"{float64.nmant + 1} in float64" in term("float").line
    assert float64.eps == 2.0**-52
    assert "2⁻⁵² in float64" in term("machine-epsilon").line
    assert f"{float64.max:.1e}" == "1.8e+308"
    assert "1.8 × 10³⁰⁸" in term("overflow").line
    assert f"{np.e:.5f}"[:-1] in term("eulers-number").line
