"""A machine whose disk is full, or that has no folder to write into: the course goes on."""

import asyncio
import resource
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.load.driving import Record, crowd
from benchmarks.load.entry import Entry, hosted
from benchmarks.load.habits import HABITS
from benchmarks.load.visitor import Visitor
from tests.deploy.test_workers import read

# Not even the administrator of a machine, as whom containers often run, can write there.
NOWHERE = Path("/proc")
FOLDERS = {name: str(NOWHERE / "missing") for name in ("HOME", "TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME")}


def fill_the_disk() -> None:
    """From now on every write into a file fails, also into /tmp and into the log (setrlimit(2))."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.fixture(scope="module", params=["nowhere to write", "disk full"])
def entry(request: pytest.FixtureRequest) -> Iterator[Entry]:
    prepare = fill_the_disk if request.param == "disk full" else None
    with hosted(folder=NOWHERE, environment=FOLDERS, prepare=prepare) as running:
        yield running


def test_pages_and_health_are_served(entry: Entry) -> None:
    for path in ("/_stcore/health", "/", "/limits"):
        with urllib.request.urlopen(entry.address + path, timeout=30) as answer:
            assert answer.status == 200


def test_every_lesson_has_its_pictures(entry: Entry) -> None:
    record = Record()

    async def look() -> None:
        async with crowd(entry.address, len(HABITS), record):
            pass

    asyncio.run(look())
    assert record.errors == []
    assert len(record.done) == len(HABITS)


async def the_limit_of(entry: Entry, typed: str, expected: str) -> str:
    async with Visitor(entry.address, "limits", "a=0") as visitor:
        await visitor.rerun()
        await visitor.rerun({"f(x)": typed})
        return await read(visitor, (expected, "undecided"))


def test_a_new_function_is_worked_on_by_a_process_of_its_own(entry: Entry) -> None:
    said = asyncio.run(the_limit_of(entry, "sin(13x)/x", "the limit is 13."))
    assert "the limit is 13." in said
    assert entry.workers()
