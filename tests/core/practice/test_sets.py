"""Sets of questions: the same for everybody, all different, and made without any waiting."""

import json
from pathlib import Path

import pytest

from core.errors import SettingError
from core.practice import LESSONS, questions
from core.symbolic import ask

PINNED = json.loads((Path(__file__).parent / "pinned_sets.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pinned", PINNED, ids=lambda pinned: f"{pinned['lesson']}-{pinned['seed']}")
def test_a_seed_makes_the_same_ten_questions_for_ever(pinned: dict) -> None:
    made = [
        {"kind": question.kind, "text": question.text, "latex": question.latex}
        for question in questions(pinned["lesson"], pinned["seed"])
    ]
    assert made == pinned["questions"]


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_two_questions_of_a_set_are_equal(lesson: str) -> None:
    for seed in range(30):
        made = questions(lesson, seed)
        assert len({question.key for question in made}) == len(made) == 10


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_long_set_begins_with_the_short_one(lesson: str) -> None:
    long, short = questions(lesson, 3, 30), questions(lesson, 3, 4)
    assert [question.key for question in long[:4]] == [question.key for question in short]


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_kind_of_a_lesson_comes_in_ten_questions(lesson: str) -> None:
    names = {kind.variables for kind in LESSONS[lesson]}
    made = questions(lesson, 11)
    assert {question.situation.variables for question in made} == names
    assert len({question.kind for question in made}) >= min(4, len(LESSONS[lesson]))


def test_other_seeds_and_other_lessons_have_other_questions() -> None:
    assert [q.key for q in questions("gradient", 1)] != [q.key for q in questions("gradient", 2)]
    assert questions("gd_vs_ascent", 1)[0].key != questions("learning_rate", 1)[0].key


@pytest.mark.parametrize("lesson", LESSONS)
def test_making_a_set_asks_no_worker(lesson: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*texts: str) -> None:
        raise AssertionError(f"a worker was asked {texts}")

    monkeypatch.setattr(ask._desk().pool, "ask", asked)
    monkeypatch.setattr(ask._desk(), "_remembered", {})
    assert len(questions(lesson, 4)) == 10


@pytest.mark.parametrize("lesson", LESSONS)
def test_questions_are_plain_sentences_with_latex_apart(lesson: str) -> None:
    for question in questions(lesson, 6):
        assert question.text[0].isupper() or question.text.startswith("f′")
        assert question.text[-1] in ".?"
        assert not set(question.text) & set("\\$_*`<>")
        assert any(sign in question.latex for sign in ("f(x", r"\lim", r"\hat{y}", "n ="))


@pytest.mark.parametrize(
    ("seed", "count", "setting"), [(-1, 10, "seed"), (2**32, 10, "seed"), (1, 0, "count"), (1, 31, "count")]
)
def test_a_set_that_cannot_be_made_names_its_setting(seed: int, count: int, setting: str) -> None:
    with pytest.raises(SettingError) as refusal:
        questions("limits", seed, count)
    assert refusal.value.setting == setting


def test_a_lesson_without_practice_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="no practice"):
        questions("glossary", 1)
