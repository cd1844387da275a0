"""A small crowd at the hosted entry: every rerun has its picture, nobody waits long, memory stays."""

import asyncio
from collections.abc import Iterator

import pytest

from benchmarks.load.driving import Record, come_and_go, crowd, paced
from benchmarks.load.entry import Entry, hosted
from benchmarks.load.habits import CURVES, HABITS, SURFACES, formula
from benchmarks.load.processes import weight
from benchmarks.load.report import percentile
from core.expression import parse
from ui.course import LESSONS

# what a busy machine may need: an ordinary one answers in a tenth of it
LONGEST_WAIT = 5.0
MOST_FOR_A_VISIT = 1.0
"""Megabytes."""


@pytest.fixture(scope="module")
def entry() -> Iterator[Entry]:
    with hosted() as running:
        yield running


def test_a_class_at_work_gets_its_pictures_in_time(entry: Entry) -> None:
    record = Record()

    async def work() -> None:
        async with crowd(entry.address, len(HABITS), record) as visitors:
            await paced(visitors, record, seconds=8, every=1, types_every=5)

    asyncio.run(work())
    assert record.errors == []
    done = {(one.lesson, one.what) for one in record.done}
    assert done >= {(habit.lesson, what) for habit in HABITS for what in ("opened", "slider", "typed")}
    waited = [one.rerun.seconds for one in record.done if one.what != "opened"]
    assert percentile(waited, 0.95) < LONGEST_WAIT


def test_visitors_who_left_leave_nothing_behind(entry: Entry) -> None:
    record = Record()
    seen: dict[int, float] = {}

    def look(left: int) -> None:
        seen[left] = weight(entry.number).megabytes

    asyncio.run(come_and_go(entry.address, 32, record, look))
    assert record.errors == []
    assert seen[32] - seen[16] < 16 * MOST_FOR_A_VISIT


def test_no_lesson_is_left_out() -> None:
    assert {habit.lesson for habit in HABITS} == {row.name for row in LESSONS if row.kind == "lesson"}


@pytest.mark.parametrize(("patterns", "variables"), [(CURVES, ("x",)), (SURFACES, ("x", "y"))])
def test_what_visitors_type_is_a_function_and_never_the_same(
    patterns: tuple[str, ...], variables: tuple[str, ...]
) -> None:
    typed = [formula(patterns)(number) for number in range(4000)]
    assert len(set(typed)) == len(typed)
    assert all(parse(text, variables).variables for text in typed[::400])


def test_the_share_of_a_percentile_is_reached_and_not_passed() -> None:
    waited = [float(k) for k in range(1, 101)]
    assert [percentile(reversed(waited), part) for part in (0.5, 0.95, 0.99, 1)] == [50, 95, 99, 100]
