"""The first page of a fresh process: from its start to the first run finished, and to the first picture."""

import time
from dataclasses import dataclass
from functools import partial
from statistics import median

from playwright.sync_api import Browser

from benchmarks.measuring.browsing import first_picture, watched
from benchmarks.measuring.turns import in_turns
from benchmarks.serving import streamlit_server
from benchmarks.session import Session
from benchmarks.subjects import BARE, Subject

ROUNDS = 3


@dataclass(frozen=True)
class ColdStart:
    """Medians in seconds since the process was started."""

    healthy: float
    finished: float
    picture: float


def cold_starts(browser: Browser, subject: Subject) -> tuple[ColdStart, ColdStart]:
    """The subject's, and the bare page's in the same turns. The first round fills the browser's cache."""
    own, beside = in_turns(
        [partial(_started, browser, subject), partial(_started, browser, BARE)], rounds=ROUNDS + 1
    )
    return _middle(own[1:]), _middle(beside[1:])


def _started(browser: Browser, subject: Subject, _nth: int) -> list[ColdStart]:
    """One process for the socket alone and one for the browser: only the first page of a process is cold."""
    with streamlit_server(subject.script) as served:
        healthy = time.time() - served.started
        with Session(served.address, subject.page, subject.query) as session:
            session.rerun()
            finished = time.time() - served.started
    with streamlit_server(subject.script) as served:
        tab = watched(browser)
        first = first_picture(tab, subject.at(served.address))
        navigated = float(tab.evaluate("performance.timeOrigin")) / 1000
        tab.close()
    return [ColdStart(healthy, finished, navigated + first / 1000 - served.started)]


def _middle(starts: list[ColdStart]) -> ColdStart:
    return ColdStart(
        median(start.healthy for start in starts),
        median(start.finished for start in starts),
        median(start.picture for start in starts),
    )
