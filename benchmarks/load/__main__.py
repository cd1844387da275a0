"""`python -m benchmarks.load`: many visitors of the hosted entry on one core, and what they wait and cost.

`--sessions 40 --seconds 60` is a class at work; `--closed` asks as fast as it is answered; `--churn 1000`
lets visitors come and go and watches the memory.
"""

import argparse
import asyncio
import os
import time

from benchmarks.load.driving import Record, as_fast_as_it_can, come_and_go, crowd, paced
from benchmarks.load.entry import Entry, hosted
from benchmarks.load.habits import HABITS
from benchmarks.load.processes import Weight, weight
from benchmarks.load.report import cost, faults, table

_SERVER, _CLIENTS = 0, 1
_PAUSE = 3.0
"""Seconds for a server to come to rest before its memory is read."""


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.load")
    parser.add_argument("--sessions", type=int, default=40, help="visitors at the same time")
    parser.add_argument("--seconds", type=float, default=60, help="how long they work")
    parser.add_argument("--every", type=float, default=1, help="seconds between two moves of one slider")
    parser.add_argument("--types-every", type=float, default=20, help="seconds between two new functions")
    parser.add_argument(
        "--closed", action="store_true", help="no pauses: as many reruns as the server answers"
    )
    parser.add_argument("--churn", type=int, default=0, help="so many visitors come and go instead")
    parser.add_argument("options", nargs="*", help="after --: further options of uvicorn")
    return parser.parse_args()


async def rested(entry: Entry, said: str) -> Weight:
    """Say what the server weighs after a pause."""
    await asyncio.sleep(_PAUSE)
    now = weight(entry.number)
    print(f"{said:34}{now.megabytes:8.1f} MB in {now.processes} processes", flush=True)
    return now


async def at_work(entry: Entry, wanted: argparse.Namespace) -> None:
    """A class opens its pages, works, and leaves."""
    record = Record()
    before = await rested(entry, "every lesson seen once")
    async with crowd(entry.address, wanted.sessions, record) as visitors:
        opened = await rested(entry, f"{len(visitors)} visitors")
        begin, first = time.perf_counter(), len(record.done)
        if wanted.closed:
            await as_fast_as_it_can(visitors, record, seconds=wanted.seconds)
        else:
            pace = {"seconds": wanted.seconds, "every": wanted.every, "types_every": wanted.types_every}
            await paced(visitors, record, **pace)
        took, busy = time.perf_counter() - begin, weight(entry.number)
        worked = await rested(entry, "after their work")
    await rested(entry, "after they left")
    growth = (opened.megabytes - before.megabytes, worked.megabytes - before.megabytes)
    at_rest, with_work = (megabytes / wanted.sessions for megabytes in growth)
    print(f"{at_rest:.2f} MB for each session, {with_work:.2f} MB with all that they typed")
    print(cost(opened, busy, len(record.done) - first, took))
    print(f"\nmilliseconds\n{table(record.done)}\n\n{faults(record)}")


async def coming_and_going(entry: Entry, sessions: int) -> None:
    """Print the memory after each hundred visitors."""
    record = Record()

    def look(left: int) -> None:
        if left % 100 == 0:
            now = weight(entry.number)
            print(f"{left:6} came and went{now.megabytes:9.1f} MB in {now.processes} processes", flush=True)

    await rested(entry, "every lesson seen once")
    await come_and_go(entry.address, sessions, record, look)
    await rested(entry, "at rest")
    print(f"\nmilliseconds\n{table(record.done)}\n\n{faults(record)}")


async def main() -> None:
    wanted = asked()
    with hosted(core=_SERVER, options=wanted.options) as entry:
        os.sched_setaffinity(0, {_CLIENTS})
        print(f"load of the machine before: {os.getloadavg()[0]:.2f}")
        async with crowd(entry.address, len(HABITS), Record()):
            pass
        if wanted.churn:
            await coming_and_going(entry, wanted.churn)
        else:
            await at_work(entry, wanted)
        print(f"load of the machine after: {os.getloadavg()[0]:.2f}")


if __name__ == "__main__":
    asyncio.run(main())
