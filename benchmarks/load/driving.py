"""A crowd at work: at a steady pace, as fast as it can, or coming and going."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

from websockets.exceptions import WebSocketException

from benchmarks.load.habits import HABITS, Habit
from benchmarks.load.visitor import Rerun, Visitor

AT_ONCE = 10
_FAILURES = (WebSocketException, OSError, TimeoutError, LookupError)


@dataclass(frozen=True)
class Done:
    """One thing that a visitor did: where, "slider" or "typed" or "opened", and what came of it."""

    lesson: str
    what: str
    rerun: Rerun


@dataclass
class Record:
    """All that was done, how often a visitor could not begin in time, and what went wrong."""

    done: list[Done] = field(default_factory=list)
    late: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, habit: Habit, what: str, rerun: Rerun) -> None:
        """Take down one rerun, and what is wrong with it."""
        self.done.append(Done(habit.lesson, what, rerun))
        self.errors += [f"{habit.lesson}, {what}: {sentence}" for sentence in rerun.exceptions]
        if not rerun.charts:
            self.errors.append(f"{habit.lesson}, {what}: no chart came")


def hosts() -> Iterator[str]:
    """Addresses of loopback in turn, so that no limit on one address is met."""
    for number in count():
        yield f"127.0.{number // 200 % 200}.{number % 200 + 1}"


@asynccontextmanager
async def crowd(address: str, sessions: int, record: Record) -> AsyncIterator[list[tuple[Visitor, Habit]]]:
    """So many visitors over all lessons, each with its page open; ten open theirs at a time."""
    gate, places = asyncio.Semaphore(AT_ONCE), hosts()
    async with AsyncExitStack() as stack:

        async def arrive(number: int) -> tuple[Visitor, Habit] | None:
            habit = HABITS[number % len(HABITS)]
            async with gate:
                try:
                    visitor = Visitor(address, habit.lesson, habit.query, next(places))
                    await stack.enter_async_context(visitor)
                    record.add(habit, "opened", await visitor.rerun())
                except _FAILURES as failure:
                    record.errors.append(f"{habit.lesson}, opened: {failure!r}")
                    return None
                return visitor, habit

        arrived = await asyncio.gather(*(arrive(number) for number in range(sessions)))
        yield [visitor for visitor in arrived if visitor is not None]


async def paced(
    visitors: list[tuple[Visitor, Habit]], record: Record, *, seconds: float, every: float, types_every: float
) -> None:
    """Each visitor moves its slider once in `every` seconds and now and then types a new function.

    The first moves are spread over one period. Time counts from when a move was due, so that a server that
    falls behind cannot hide it.
    """
    begin = time.perf_counter()
    dice = random.Random(1)
    fresh = count()

    async def visit(number: int, visitor: Visitor, habit: Habit) -> None:
        due = begin + every * number / len(visitors)
        types_at = begin + types_every * dice.random()
        while due < begin + seconds:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            types = due >= types_at
            types_at += types_every * types
            if not await _one(visitor, habit, record, next(fresh) if types else None, due):
                return
            due += every
            record.late += time.perf_counter() > due

    await asyncio.gather(*(visit(number, *one) for number, one in enumerate(visitors)))


async def as_fast_as_it_can(visitors: list[tuple[Visitor, Habit]], record: Record, *, seconds: float) -> None:
    """Each visitor moves its slider again as soon as the last move is answered."""
    end = time.perf_counter() + seconds

    async def visit(visitor: Visitor, habit: Habit) -> None:
        while time.perf_counter() < end and await _one(visitor, habit, record, None, None):
            continue

    await asyncio.gather(*(visit(*one) for one in visitors))


_notch = count(20)


async def _one(visitor: Visitor, habit: Habit, record: Record, fresh: int | None, due: float | None) -> bool:
    """Move the slider by a notch, or type what has this number; whether the visitor can go on."""
    values = {habit.slider: next(_notch)} if fresh is None else {habit.field: habit.typed(fresh)}
    what = "slider" if fresh is None else "typed"
    try:
        record.add(habit, what, await visitor.rerun(values, since=due))
    except _FAILURES as failure:
        record.errors.append(f"{habit.lesson}, {what}: {failure!r}")
        return False
    return True


async def come_and_go(address: str, sessions: int, record: Record, after_each: Callable[[int], None]) -> None:
    """So many visitors, ten at a time, each opens a page, moves its slider, types once, and leaves."""
    numbers, places, left = iter(range(sessions)), hosts(), count(1)

    async def one_after_another() -> None:
        for number in numbers:
            habit = HABITS[number % len(HABITS)]
            try:
                async with Visitor(address, habit.lesson, habit.query, next(places)) as visitor:
                    record.add(habit, "opened", await visitor.rerun())
                    await _one(visitor, habit, record, None, None)
                    await _one(visitor, habit, record, number, None)
            except _FAILURES as failure:
                record.errors.append(f"{habit.lesson}, opened: {failure!r}")
            after_each(next(left))

    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))
