"""Milliseconds from a key press on a slider to the redrawn chart, in a real browser."""

import statistics
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

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


@contextmanager
def browser_page() -> Iterator[Page]:
    """A fresh 1280 × 720 page that notes when a key was pressed and when a chart was drawn."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.add_init_script(WATCH)
        yield page


def redraw_milliseconds(page: Page, address: str, slider: str, presses: int = 15) -> float:
    """Median time from the arrow key on the slider named `slider` to the last drawing that follows it."""
    page.goto(address)
    thumb = page.get_by_role("slider", name=slider).first
    thumb.wait_for()
    page.locator("svg.marks").first.wait_for()
    page.wait_for_function(SETTLED)
    thumb.focus()
    times = []
    for _ in range(presses + 2):
        page.keyboard.press("ArrowRight")
        page.wait_for_function(SETTLED, polling=50)
        times.append(float(page.evaluate("window.drawn.at(-1) - window.pressed")))
    return statistics.median(times[2:])  # the first two warm the caches
