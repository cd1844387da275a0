"""Hostile text under the policy of the hosted entry: a sentence or a picture, and nothing else happens.

Every text is typed in one of the lessons, the worst of each kind in all of them.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.load.entry import Entry, hosted
from tests.browser.app import DESKTOP
from tests.hostile import addresses, expected, texts
from tests.hostile.neighbour import Neighbour
from ui.course import LESSONS
from ui.keys import KEYS

TYPING = Path(texts.__file__).with_name("typing.js").read_text(encoding="utf-8")
PATIENCE = 60_000
"""Milliseconds in which a busy machine has to have answered a text; a free one takes 200."""
LONGEST_WAIT = 20.0
"""Seconds for the next visitor, on a machine that runs a browser and other tests besides; 2 on a free one."""

CURVE = ".st-key-f input", expected.as_function("x"), ""
SURFACE = ".st-key-g input", expected.as_function("x", "y"), ""
FIELDS = {
    "limits": CURVE,
    "numerical_error": CURVE,
    "derivative_rules": CURVE,
    "gradient": SURFACE,
    "hessian_newton": SURFACE,
    "gd_vs_ascent": CURVE,
    "learning_rate": (*SURFACE[:2], "dim=2&eta=0.01"),
    "training": (".st-key-pasted-table textarea", expected.as_table, "tab=Data"),
}
in_every_lesson = pytest.mark.parametrize("lesson", FIELDS)


@dataclass
class Watched:
    """A page, and what must not happen there: dialogs, errors, other hosts, refusals of the policy."""

    page: Page
    own: str
    happened: list[str] = field(default_factory=list)

    def begin(self) -> None:
        self.page.on("dialog", lambda dialog: (self.happened.append(dialog.message), dialog.dismiss()))
        self.page.on("pageerror", lambda error: self.happened.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("console", lambda said: self._said(said.text))
        self.page.on("popup", lambda other: self.happened.append(other.url))

    def evaluate(self, expression: str) -> Any:
        """What an expression is in the page; the debugger may, where the policy lets no script evaluate."""
        debugger = self.page.context.new_cdp_session(self.page)
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = debugger.send("Runtime.evaluate", asked)
        assert "exceptionDetails" not in answer, answer
        return answer["result"]["value"]

    def _asked(self, url: str) -> None:
        if urlsplit(url).netloc not in ("", self.own):
            self.happened.append(url)

    def _said(self, text: str) -> None:
        if "Content Security Policy" in text:
            self.happened.append(text)


@pytest.fixture(scope="module")
def entry() -> Iterator[Entry]:
    with hosted() as running:
        yield running


@pytest.fixture
def watched(browser: Browser, entry: Entry) -> Iterator[Watched]:
    """An empty page whose every misdeed is noted, and none may be."""
    context: BrowserContext = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(30_000)
    watch = Watched(page, urlsplit(entry.address).netloc)
    watch.begin()
    yield watch
    context.close()
    assert watch.happened == []
    assert "Uncaught" not in entry.complaints()


def opened(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("svg.marks").first.wait_for()
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for()


def share_of(lesson: str) -> list[str]:
    """The worst of each kind, and each of the others in one of the lessons."""
    place = list(FIELDS).index(lesson)
    rest = [text for text in texts.TEXTS if text not in texts.EVERYWHERE]
    return [*texts.EVERYWHERE, *rest[place :: len(FIELDS)]]


@in_every_lesson
def test_whatever_is_typed_ends_in_a_sentence_or_a_picture(
    lesson: str, watched: Watched, entry: Entry
) -> None:
    selector, read, query = FIELDS[lesson]
    opened(watched.page, f"{entry.address}/{lesson}?{query}")
    typed = [asdict(read(text)) for text in share_of(lesson)]
    asked = json.dumps({"selector": selector, "texts": typed, "patience": PATIENCE})
    with Neighbour(entry.address, lesson) as neighbour:
        outcomes = watched.evaluate(f"({TYPING})({asked})")
    assert [one["text"] for one in outcomes if not one["answered"]] == []
    assert [one["text"] for one in outcomes if one["exceptions"] or one["pwned"]] == []
    usual, longest = median(neighbour.waited), max(neighbour.waited)
    print(f"{lesson}: the next visitors waited {usual:.2f} s, at most {longest:.2f} s")
    assert longest < LONGEST_WAIT


@in_every_lesson
def test_whatever_the_address_says_the_picture_is_there(lesson: str, watched: Watched, entry: Entry) -> None:
    place = list(FIELDS).index(lesson)
    keys = [key.name for key in KEYS[lesson]]
    for query in (addresses.hostile_query(keys, place), addresses.BROKEN[place]):
        opened(watched.page, f"{entry.address}/{lesson}?{query}")
        assert watched.page.get_by_test_id("stException").count() == 0
        assert watched.evaluate("'pwned' in window") is False


def test_no_lesson_and_no_text_is_left_out() -> None:
    assert set(FIELDS) == {row.name for row in LESSONS if row.kind == "lesson"}
    assert {text for lesson in FIELDS for text in share_of(lesson)} == set(texts.TEXTS)
    assert len(texts.TEXTS) >= 200
