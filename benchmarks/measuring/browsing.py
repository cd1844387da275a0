"""What a person waits for in a real browser: the first picture of a page, and that after a key press."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from benchmarks.measuring.turns import in_turns

WATCH = Path(__file__).with_name("watch.js")
SETTLED = "() => window.drawn.length > 0 && performance.now() - window.drawn.at(-1) > 400"
LOADS, ROUNDS, PRESSES = 3, 3, 3
PATIENCE = 120_000  # milliseconds


@dataclass(frozen=True)
class Moved:
    """A page and the slider on it to press: an address, and the slider's name there."""

    address: str
    slider: str


@dataclass(frozen=True)
class BrowserCost:
    """Medians in milliseconds: navigation → first picture, key press → last drawing that follows it."""

    first: float
    redrawn: float


def browser_costs(browser: Browser, pages: Sequence[Moved]) -> list[BrowserCost]:
    """What each page costs; the pages are tabs of one browser and take turns.

    The server is warm and the browser has the scripts: each page is opened once before it counts.
    No press meets a value that was there before, which a cache would know.
    """
    tabs = [watched(browser) for _ in pages]
    opens = [partial(_opened, tab, page) for tab, page in zip(tabs, pages, strict=True)]
    loads = in_turns(opens, LOADS + 1)
    for tab, page in zip(tabs, pages, strict=True):
        handle(tab, page).focus()
        press(tab)  # the first one warms the caches
    presses = in_turns([partial(_pressed, tab) for tab in tabs], ROUNDS)
    for tab in tabs:
        tab.close()
    return [
        BrowserCost(statistics.median(first[1:]), statistics.median(redrawn))
        for first, redrawn in zip(loads, presses, strict=True)
    ]


def watched(browser: Browser) -> Page:
    """A 1280 × 720 page that notes when a key was pressed and a picture was drawn."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.set_default_timeout(PATIENCE)
    page.add_init_script(path=WATCH)
    return page


def first_picture(tab: Page, address: str) -> float:
    """Milliseconds from the start of the navigation to the first picture; returns when all is drawn."""
    tab.bring_to_front()
    tab.goto(address, wait_until="commit")
    tab.wait_for_function("() => window.first > 0", polling=50)
    tab.wait_for_function(SETTLED, polling=50)
    return float(tab.evaluate("window.first"))


def _opened(tab: Page, page: Moved, _nth: int) -> list[float]:
    return [first_picture(tab, page.address)]


def handle(tab: Page, page: Moved) -> Locator:
    """The slider's handle; a page with one slider may leave it without a name."""
    named = tab.get_by_role("slider", name=page.slider)
    return (named if named.count() else tab.get_by_role("slider")).first


def _pressed(tab: Page, _nth: int) -> list[float]:
    tab.bring_to_front()
    return [press(tab) for _ in range(PRESSES + 1)][1:]


def press(tab: Page) -> float:
    """Milliseconds of one press of the arrow key."""
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function(SETTLED, polling=50)
    return float(tab.evaluate("window.drawn.at(-1) - window.pressed"))
