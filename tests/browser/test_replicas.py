"""The replica behind an open page is killed: the page comes back by itself, and everything on it works."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.app import DESKTOP, drawn, says, values
from tests.deploy.cluster import NAMES, Cluster, cluster

CEILING = 20_000
"""Milliseconds: ten times what is promised, for a machine busy with other things. What it took is printed."""


@pytest.fixture(scope="module")
def running() -> Iterator[Cluster]:
    with cluster() as made:
        yield made


@pytest.fixture
def house(running: Cluster) -> Cluster:
    """Both replicas alive."""
    running.start(*(name for name in NAMES if name not in running.running))
    return running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own: what the console says of a broken connection is no fault here."""
    with browser.new_context(viewport=DESKTOP, reduced_motion="reduce") as context:
        yield context.new_page()


def home_of(page: Page) -> str:
    """The replica that the cookie names."""
    return next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "steepest")


def ends_a_run(payload: str | bytes) -> bool:
    message = ForwardMsg()
    message.ParseFromString(payload if isinstance(payload, bytes) else payload.encode())
    ended = message.WhichOneof("type") == "script_finished"
    return ended and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


def death(page: Page, house: Cluster) -> float:
    """Kill the replica of this page; seconds until another has sent the page. Returns when it is drawn."""
    began = time.monotonic()
    with page.expect_event("websocket", timeout=CEILING) as opened:
        house.kill(home_of(page))
    socket: WebSocket = opened.value
    socket.wait_for_event("framereceived", ends_a_run, timeout=CEILING)
    took = time.monotonic() - began
    drawn(page)
    return took


def step(page: Page, number: int) -> None:
    """Wait until this worked step is on the page."""
    expect(page.get_by_text(f"Step {number}: to")).to_be_visible(timeout=CEILING)


def numbers(page: Page) -> bytes:
    """The file that the page offers under Take home."""
    page.get_by_role("button", name="Take home").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Numbers, as CSV").click()
    content = Path(download.value.path()).read_bytes()
    page.keyboard.press("Escape")
    return content


def test_a_page_that_nobody_touched_comes_back_and_works(page: Page, house: Cluster) -> None:
    page.goto(f"{house.address}/gd_vs_ascent?f=x%5E2-3x&x0=4&step=3")
    drawn(page)
    step(page, 3)
    home = home_of(page)
    print(f"back after {death(page, house):.2f} s")
    assert home_of(page) != home
    step(page, 3)
    page.get_by_role("button", name="Next").click()
    step(page, 4)
    says(page, "step", "4")
    assert values(page) == {"f": "x^2-3x", "x0": "4", "step": "4"}


def test_a_page_in_use_comes_back_with_its_files(page: Page, house: Cluster) -> None:
    page.goto(f"{house.address}/gd_vs_ascent?f=x%5E2-3x&x0=4")
    drawn(page)
    page.get_by_label("f(x) =", exact=True).fill("x^2+2x")
    expect(page.get_by_label("f(x) =", exact=True)).to_have_value("x^2+2x")
    drawn(page)
    page.get_by_role("button", name="Next").click()
    step(page, 1)
    before = numbers(page)
    drawn(page)
    print(f"back after {death(page, house):.2f} s")
    step(page, 1)
    assert values(page) == {"f": "x^2+2x", "x0": "4", "step": "1"}
    assert numbers(page) == before
