"""Symbolic workers killed at work: a person reads an answer or why there is none, never a traceback."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from math import sqrt

import pytest

from benchmarks.load.entry import Entry, hosted
from benchmarks.load.visitor import Visitor

# a person would wait a second; a busy machine may need this
PATIENCE = 30.0
NO_ANSWER = ("the symbolic worker broke down over this.", "this takes too long to work out symbolically.")
UNDECIDED = "the limit is undecided"


@pytest.fixture(scope="module")
def entry() -> Iterator[Entry]:
    with hosted() as running:
        yield running


async def keep_killing(entry: Entry, killed: list[int]) -> None:
    """Kill every worker there is, again and again."""
    while True:
        for number in entry.workers():
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
                killed.append(number)
        await asyncio.sleep(0.2)


async def read(visitor: Visitor, wanted: Sequence[str]) -> str:
    """The first text on the page with one of these words in it, when it comes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for text in visitor.page.texts:
            if any(words in text for words in wanted):
                return text
        await asyncio.sleep(0.05)
    raise TimeoutError(f"none of {wanted} was said, but {visitor.page.texts}")


async def limits(entry: Entry, killed: list[int]) -> list[str]:
    """What is said of sin(nx)/x at 0 for n = 2, 3, …, and then of another one when the killing has ended."""
    said = []
    async with Visitor(entry.address, "limits", "f=sin(x)/x&a=0") as visitor:
        await visitor.rerun()
        killer = asyncio.create_task(keep_killing(entry, killed))
        for n in range(2, 10):
            await visitor.rerun({"f(x)": f"sin({n}x)/x"})
            said.append(await read(visitor, (f"the limit is {n}.", UNDECIDED)))
        killer.cancel()
        await visitor.rerun({"f(x)": "sin(11x)/x"})
        said.append(await read(visitor, ("the limit is 11.", UNDECIDED)))
        assert visitor.page.exceptions == []
    return said


def test_a_limit_whose_workers_are_killed_is_found_or_undecided_and_the_next_is_found(entry: Entry) -> None:
    killed: list[int] = []
    *during, after = asyncio.run(limits(entry, killed))
    assert len(killed) >= len(during)
    for n, sentence in enumerate(during, start=2):
        assert f"the limit is {n}." in sentence or any(why in sentence for why in NO_ANSWER)
    assert "the limit is 11." in after


async def critical_points(entry: Entry, killed: list[int]) -> list[str]:
    """What is said of x³/3 − nx + y², with its minimum at (√n, 0), and then of another one in peace."""
    said = []
    async with Visitor(entry.address, "hessian_newton", "tab=Critical+points") as visitor:
        await visitor.rerun()
        killer = asyncio.create_task(keep_killing(entry, killed))
        for n in range(2, 8):
            await visitor.rerun({"f(x, y)": f"x^3/3 - {n}x + y^2"})
            said.append(await read(visitor, ("Minimum at",)))
        killer.cancel()
        await visitor.rerun({"f(x, y)": "x^3/3 - 11x + y^2"})
        said.append(await read(visitor, (r"\sqrt{11}",)))
        assert visitor.page.exceptions == []
    return said


def test_critical_points_are_found_while_the_workers_are_killed_and_exact_when_they_live(
    entry: Entry,
) -> None:
    killed: list[int] = []
    *during, after = asyncio.run(critical_points(entry, killed))
    assert len(killed) >= len(during)
    for n, sentence in enumerate(during, start=2):
        assert f"({sqrt(n):.6g}, 0)" in sentence
    assert after == r"$(\sqrt{11}, \; 0)$"
