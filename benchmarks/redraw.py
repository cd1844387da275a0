"""Milliseconds from a key press on a slider to the redrawn chart, in a real browser."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from benchmarks.chromium import chromium

# Streamlit draws charts as SVG, so a chart is redrawn when something inside its <svg> changes.
WATCH = """
window.drawn = []; window.pressed = 0;
const inside = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("svg.marks, .vega-embed");
new MutationObserver((changes) => {
  if (changes.some((change) => inside(change.target))) window.drawn.push(performance.now());
}).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
window.addEventListener("keydown", () => { window.pressed = performance.now(); window.drawn = []; }, true);
"""
SETTLED = """() => window.drawn.length > 0 && performance.now() - window.drawn.at(-1) > 400"""


@dataclass(frozen=True)
class Slider:
    """A slider to press: the address of its page, and its name there."""

    address: str
    name: str


def redraw_milliseconds(sliders: Sequence[Slider], rounds: int = 3, presses: int = 5) -> list[float]:
    """Median time for each slider, from the arrow key to the last drawing that follows it.

    The pages are tabs of one browser and take turns, so that what else the machine does meanwhile weighs
    on all of them alike. No press meets a value that was there before, which a cache would know.
    """
    times: list[list[float]] = [[] for _ in sliders]
    with chromium() as browser:
        tabs = [opened(browser, slider) for slider in sliders]
        for _ in range(rounds):
            for tab, found in zip(tabs, times, strict=True):
                tab.bring_to_front()
                found += [press(tab) for _ in range(presses + 1)][1:]
    return [statistics.median(found) for found in times]


def opened(browser: Browser, slider: Slider) -> Page:
    """A 1280 × 720 page that notes when a key was pressed and a chart was drawn; the slider has the focus."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.add_init_script(WATCH)
    page.goto(slider.address)
    page.locator("svg.marks").first.wait_for()
    page.wait_for_function(SETTLED)
    page.get_by_role("slider", name=slider.name).first.focus()
    press(page)  # the first one warms the caches
    return page


def press(page: Page) -> float:
    """Milliseconds of one press of the arrow key."""
    page.keyboard.press("ArrowRight")
    page.wait_for_function(SETTLED, polling=50)
    return float(page.evaluate("window.drawn.at(-1) - window.pressed"))
