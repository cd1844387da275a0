"""A real server, a real browser, and everything the console said."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from benchmarks.chromium import chromium
from benchmarks.serving import ROOT, server
from tests.browser.app import DESKTOP, Open, settle

# On a deep link Streamlit looks for its own server beside the page first, and is answered 404.
ALLOWED = re.compile(r"/[a-z_]+/_stcore/(health|host-config)$")


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The app on a free port, with a home directory of its own."""
    with server(ROOT / "streamlit_app.py") as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or Playwright's own where there is none."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def errors() -> list[str]:
    """What the console and the page complained about; a test that opens a page ends with none."""
    return []


@pytest.fixture
def open_page(browser: Browser, address: str, errors: list[str]) -> Iterator[Open]:
    """Open a path of the app in a fresh context, and wait until it is drawn."""
    contexts: list[BrowserContext] = []

    def opened(
        path: str = "/", scheme: str = "light", size: dict[str, int] = DESKTOP, touch: bool = False
    ) -> Page:
        context = browser.new_context(
            viewport=size, color_scheme=scheme, reduced_motion="reduce", has_touch=touch, is_mobile=touch
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: _note(message, errors))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address + path)
        settle(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


def _note(message: ConsoleMessage, errors: list[str]) -> None:
    source = message.location.get("url", "")
    if message.type == "error" and not ALLOWED.search(urlsplit(source).path):
        errors.append(f"{message.text} ({source})")
