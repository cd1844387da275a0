"""One run of everything, page after page, each beside the bare page in the same turns."""

import os
import platform
import statistics
import time
from collections.abc import Sequence
from dataclasses import asdict

from playwright.sync_api import Browser, Error

from benchmarks.chromium import chromium
from benchmarks.computing import course, limits
from benchmarks.computing.work import Work
from benchmarks.measuring import growth
from benchmarks.measuring.browsing import BrowserCost, Moved, browser_costs
from benchmarks.measuring.cold import cold_starts
from benchmarks.measuring.peers import PEERS, Peer, installed, peer_costs
from benchmarks.measuring.processor import load
from benchmarks.measuring.server import ServerCost, reruns_per_second, server_costs
from benchmarks.report.measures import MEASURES
from benchmarks.report.record import Cold, Computed, Cost, Grown, Machine, Record, Row
from benchmarks.serving import Served, streamlit_server
from benchmarks.subjects import APP, BARE, SUBJECTS, Subject, subjects_named

AS_IT_COMES = ("--runner.postScriptGC=true",)
"""A bare page is served with what Streamlit does by default, where the project has it otherwise."""

COLD = subjects_named("Learning Rate, f(x)")[0]


def say(text: str) -> None:
    """A line of progress, seen at once."""
    print(text, flush=True)


def full() -> Record:
    """Lessons, peers, cold starts, growth and the mathematics alone."""
    before, started = load(), time.monotonic()
    with chromium() as browser, streamlit_server(BARE.script, *AS_IT_COMES) as bare:
        rows = lessons(SUBJECTS, browser, bare)
        others = peers(browser, bare)
        starts = cold(browser)
    grown, alone = growths(), computed()
    minutes = (time.monotonic() - started) / 60
    machine = Machine(os.cpu_count() or 1, platform.python_version(), before, load(), minutes)
    return Record(machine, rows, others, starts, grown, alone)


def some(subjects: Sequence[Subject]) -> tuple[Row, ...]:
    """These pages alone."""
    with chromium() as browser, streamlit_server(BARE.script, *AS_IT_COMES) as bare:
        return lessons(subjects, browser, bare)


def lessons(subjects: Sequence[Subject], browser: Browser, bare: Served) -> tuple[Row, ...]:
    """Each in a fresh server of its own, so that the order of the pages says nothing."""
    say(f"{'':28}" + "".join(f"{measure.heading:>27}" for measure in MEASURES))
    speed = reruns_per_second(BARE, bare)
    return tuple(_lesson(subject, browser, bare, speed) for subject in subjects)


def _lesson(subject: Subject, browser: Browser, bare: Served, speed_beside: float) -> Row:
    with streamlit_server(subject.script) as served:
        pair, servers = (BARE, subject), (bare, served)
        beside, own = server_costs(pair, servers)
        pages = [
            Moved(page.at(where.address), page.slider) for page, where in zip(pair, servers, strict=True)
        ]
        seen_beside, seen = browser_costs(browser, pages)
        speed = reruns_per_second(subject, served)
    return said(Row(subject.name, cost(own, speed, seen), cost(beside, speed_beside, seen_beside)))


def cost(server: ServerCost, per_second: float, browser: BrowserCost) -> Cost:
    """All that was found about one page."""
    return Cost(**asdict(server), per_second=per_second, **asdict(browser))


def said(row: Row) -> Row:
    """The row, after it was printed."""
    say(f"{row.name:28}" + "".join(f"{measure.shown(row).strip('*'):>27}" for measure in MEASURES))
    return row


def peers(browser: Browser, bare: Served) -> tuple[Row, ...]:
    """The same picture by other tools, if they are installed."""
    if not installed():
        say("The other tools are not installed (make bench says why), so they are left out.")
        return ()
    return tuple(row for peer in PEERS for row in _peer(peer, browser, bare))


def _peer(peer: Peer, browser: Browser, bare: Served) -> list[Row]:
    """Its row; none when it did not start or answer, which must not cost the run."""
    try:
        found, beside = peer_costs(browser, peer, bare)
    except (RuntimeError, Error) as failure:
        say(f"{peer.name} is left out: {failure}")
        return []
    own = Cost(slider=found.answered, kilobytes=found.kilobytes, **asdict(found.browser))
    return [said(Row(peer.name, own, Cost(**asdict(beside))))]


def cold(browser: Browser) -> tuple[Cold, ...]:
    """The app's and the bare page's."""
    pair = zip((COLD.name, BARE.name), cold_starts(browser, COLD), strict=True)
    starts = tuple(Cold(name, **asdict(start)) for name, start in pair)
    for start in starts:
        say(f"cold start, {start.name:24}{start.finished:8.2f} s{start.picture:8.2f} s to the first picture")
    return starts


def growths() -> tuple[Grown, ...]:
    """On pages and in the mathematics alone."""
    with streamlit_server(APP) as served:
        return tuple(_grown(one) for one in (*growth.pages(served), *growth.COMPUTED))


def _grown(growing: growth.Growing) -> Grown:
    found = growth.growth(growing)
    say(f"{found.name:40} n^{found.exponent:.2f} for work n^{found.work:g}")
    return Grown(**asdict(found))


def computed() -> tuple[Computed, ...]:
    """The mathematics alone."""
    return tuple(_computed(work) for work in (*course.WORKS, *limits.WORKS))


def _computed(work: Work) -> Computed:
    times = work.times()
    found = Computed(work.name, statistics.median(times), max(times), work.aim)
    say(f"{found.name:48}{found.median:9.1f} ms{found.worst:9.1f} ms at worst")
    return found
