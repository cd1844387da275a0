"""How a test looks at a page: when it is still, what its address says, how it looks."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from benchmarks.serving import ROOT

SCREENSHOTS = ROOT / "screenshots"
DESKTOP = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}

Open = Callable[..., Page]


# React draws the last elements of a run after the run has ended: still is what has not changed for a while.
STILL = """() => {
  const since = window.unchangedSince ??= (() => {
    const noted = {at: performance.now()};
    new MutationObserver(() => { noted.at = performance.now(); })
      .observe(document.body, {subtree: true, childList: true});
    return noted;
  })();
  const ended = document.querySelector(".stApp")?.getAttribute("data-test-script-state") === "notRunning";
  return ended && document.fonts.status === "loaded" && performance.now() - since.at > 150;
}"""


def settle(page: Page) -> None:
    """Wait until no run of the page is under way and what it sent is drawn."""
    page.locator("h1").first.wait_for()
    page.wait_for_function(STILL)


def values(page: Page) -> dict[str, str]:
    """What the address says now."""
    return {name: texts[0] for name, texts in parse_qs(urlsplit(page.url).query).items()}


def says(page: Page, name: str, text: str | None) -> None:
    """Wait until the address has this text under the key; None: until it has none."""
    page.wait_for_function(
        "([name, text]) => new URLSearchParams(location.search).get(name) === text", arg=[name, text]
    )


def picture_of(page: Page, name: str) -> Path:
    """A screenshot in the git-ignored folder."""
    SCREENSHOTS.mkdir(exist_ok=True)
    path = SCREENSHOTS / f"{name}.png"
    page.screenshot(path=path)
    return path


def bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def violations(page: Page) -> list[str]:
    """What axe-core objects to, each with the first element it means."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found]


def calm(page: Page) -> list[str]:
    """What axe-core objects to, with the pointer away and every fade at its end."""
    page.mouse.move(1, 1)
    page.wait_for_timeout(800)
    settle(page)
    return violations(page)


def type_function(page: Page, text: str) -> None:
    field = page.get_by_label("f(x) =", exact=True)
    field.fill(text)
    page.wait_for_timeout(800)
    settle(page)


def drawn(page: Page) -> None:
    page.locator("svg.marks").first.wait_for()
    settle(page)
    page.wait_for_timeout(400)
