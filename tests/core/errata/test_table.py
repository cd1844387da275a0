"""The table of errata: whole, said in sentences, linked to myths and lessons; the file is what it gives."""

import pytest

from core.errata import CHAPTERS, ERRATA, Erratum
from core.errata.__main__ import FILE
from core.errata.erratum import myth
from core.errata.markdown import address, errata_markdown
from core.myths import MYTHS
from ui.course import LESSONS
from ui.keys import KEYS, canonical

every_erratum = pytest.mark.parametrize("one", ERRATA, ids=lambda one: f"E{one.number:02}")

COVERED = (
    "limits",
    "numerical_error",
    "derivative_rules",
    "gradient",
    "hessian_newton",
    "learning_rate",
    "training",
)
# Misreadings, a loose wording and a converse of many classrooms: not of the sources.
OWN_MYTHS = {
    ("limits", "limit-is-value"),
    ("limits", "ever-nearer"),
    ("limits", "continuous-has-slope"),
    ("limits", "all-lines"),
    ("learning_rate", "smaller-is-safer"),
    ("learning_rate", "falling-loss"),
    ("training", "smaller-batch"),
    ("training", "falls-every-epoch"),
    ("training", "zero-loss"),
    ("training", "one-minimum"),
    ("training", "zero-start"),
    ("training", "another-derivative"),
    ("training", "squared-loss"),
    ("training", "all-right"),
}


def test_the_errata_have_the_numbers_from_1_to_53_each_once() -> None:
    assert [one.number for one in ERRATA] == list(range(1, 54))
    assert sum(map(len, CHAPTERS.values())) == len(ERRATA)


def test_the_file_is_what_the_table_gives() -> None:
    assert FILE.read_text(encoding="utf-8") == errata_markdown()


@every_erratum
def test_an_erratum_says_where_what_and_why(one: Erratum) -> None:
    assert one.where
    assert one.says != one.right
    for text in (one.says, one.right, one.why):
        assert text.endswith((".", "…"))
        assert ".." not in text


@every_erratum
def test_an_erratum_opens_in_a_lesson_with_an_address_it_reads(one: Erratum) -> None:
    for shown in one.shown:
        assert shown.lesson in {lesson.name for lesson in LESSONS}
        keys = {key.name: key for key in KEYS[shown.lesson]}
        for name, text in shown.values.items():
            assert canonical(keys[name].read(text)) == text
        assert f"http://localhost:8501{address(shown)}" in errata_markdown()


def test_every_erratum_is_shown_in_a_lesson() -> None:
    assert [one.number for one in ERRATA if not one.shown] == []


def test_every_myth_that_comes_from_the_sources_stands_at_its_erratum() -> None:
    linked = {(shown.lesson, shown.myth) for one in ERRATA for shown in one.shown if shown.myth}
    covered = {(lesson, one.name) for lesson in COVERED for one in MYTHS[lesson]}
    assert linked == covered - OWN_MYTHS


def test_a_myth_that_does_not_exist_is_refused() -> None:
    with pytest.raises(LookupError, match="limits has no myth nothing"):
        myth("limits", "nothing")


def test_no_text_of_an_erratum_is_read_as_markdown() -> None:
    text = errata_markdown()
    assert r"max(\|x\| − 1, 0)" in text
    assert r"f\_y/f\_x" in text
    assert text.count("### E") == len(ERRATA)
