"""What a person is told when the connection breaks, when it is back, and when a run takes its time."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.app import DESKTOP, drawn
from ui.waiting import BACK, RECONNECTING, WORKING

LESSON = "/gd_vs_ascent"


def says_that_a_run_begins(payload: str | bytes) -> bool:
    message = ForwardMsg()
    message.ParseFromString(payload if isinstance(payload, bytes) else payload.encode())
    kind = message.WhichOneof("type")
    return kind == "new_session" or (
        kind == "session_status_changed" and message.session_status_changed.script_is_running
    )


class Line:
    """The line between a browser and its server, to be cut, mended and held up."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.held: list[str | bytes] | None = None
        self.is_cut = False
        page.route_web_socket("**/_stcore/stream", self._connect)
        page.route("**/_stcore/health", self._health)

    def cut(self) -> None:
        self.is_cut = True
        self.socket.close()

    def mend(self) -> None:
        self.is_cut = False

    def hold(self) -> None:
        """Let the browser know that a run has begun, and keep back all else that comes from now on."""
        self.held = []

    def release(self) -> None:
        late, self.held = self.held or [], None
        for message in late:
            self.socket.send(message)

    def _connect(self, socket: WebSocketRoute) -> None:
        self.socket, beyond = socket, socket.connect_to_server()
        beyond.on_message(self._pass)

    def _pass(self, message: str | bytes) -> None:
        if self.held is None or says_that_a_run_begins(message):
            self.socket.send(message)
        else:
            self.held.append(message)

    def _health(self, route: Route) -> None:
        route.abort() if self.is_cut else route.continue_()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own: what the console says of a broken connection is no fault here."""
    with browser.new_context(viewport=DESKTOP, reduced_motion="reduce") as context:
        yield context.new_page()


def status(page: Page, sentence: str) -> None:
    expect(page.get_by_role("status").get_by_text(sentence)).to_be_visible(timeout=15_000)


def test_a_broken_connection_is_said_and_so_is_its_return(page: Page, address: str) -> None:
    line = Line(page)
    page.goto(address + LESSON)
    drawn(page)
    line.cut()
    status(page, RECONNECTING)
    expect(page.locator("svg.marks").first).to_be_visible()
    line.mend()
    status(page, BACK)
    expect(page.get_by_text(BACK)).to_have_count(0)


def test_a_run_that_takes_its_time_is_said_until_it_ends(page: Page, address: str) -> None:
    line = Line(page)
    page.goto(address + LESSON)
    drawn(page)
    line.hold()
    page.locator("h1").click()
    page.keyboard.press("n")
    status(page, WORKING)
    line.release()
    expect(page.get_by_text(WORKING)).to_have_count(0)
    expect(page.get_by_text("1 of 5", exact=True)).to_be_visible()
