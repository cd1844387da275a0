"""The hosted entry in a real browser: every page works under its policy and asks no other host."""

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.serving import ROOT, free_port, wait_until_healthy
from tests.browser.app import DESKTOP
from ui.course import LESSONS


@pytest.fixture(scope="module")
def hosted() -> Iterator[str]:
    """The ASGI entry under uvicorn."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "deploy.asgi:app",
        "--port",
        str(port),
        "--log-level",
        "warning",
    ]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_healthy(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_every_page_works_under_the_policy_and_asks_no_other_host(browser: Browser, hosted: str) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    complaints: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda message: complaints.append(message.text) if "Policy" in message.text else None)
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    for lesson in LESSONS:
        page.goto(f"{hosted}/{lesson.name}")
        page.locator(".stApp[data-test-script-state=notRunning]").wait_for()  # no evaluating here
        if lesson.kind == "lesson":
            expect(page.locator("svg.marks").first).to_be_visible(timeout=20_000)
    context.close()
    assert complaints == []
    assert hosts - {""} == {urlsplit(hosted).netloc}


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        return refusal.code


def test_doors_are_closed_where_strangers_have_no_business(hosted: str) -> None:
    assert status(f"{hosted}/_stcore/health") == 200
    assert status(f"{hosted}/_stcore/metrics") == 404
    assert status(f"{hosted}/limits?f={'x%2B' * 2000}1") == 414
