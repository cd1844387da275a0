"""A visitor without a browser: Streamlit's own messages, the cookies of one person, and what was shown."""

import asyncio
import re
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from types import TracebackType
from typing import Self
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PLACE = re.compile(r"(\d+) of \d+")


@dataclass
class Shown:
    """What a run put on the page: values, buttons and files by their labels, and the worked step."""

    values: dict[str, str | float] = field(default_factory=dict)
    buttons: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    step: int | None = None
    session: str = ""
    headings: int = 0
    exceptions: int = 0

    def add(self, message: ForwardMsg) -> None:
        """Take in one message of the server."""
        if message.WhichOneof("type") == "new_session":
            self.session = message.new_session.initialize.session_id
        if message.WhichOneof("type") != "delta" or message.delta.WhichOneof("type") != "new_element":
            return
        element = message.delta.new_element
        match element.WhichOneof("type"):
            case "text_input":
                self.values[element.text_input.label] = element.text_input.value
            case "number_input":
                self.values[element.number_input.label] = element.number_input.value
            case "button":
                self.buttons[element.button.label] = element.button.id
            case "download_button":
                self.files[element.download_button.label] = element.download_button.url
            case "markdown":
                place = PLACE.fullmatch(element.markdown.body)
                self.step = int(place[1]) if place else self.step
            case "heading":
                self.headings += element.heading.tag == "h1"
            case "exception":
                self.exceptions += 1


class Visitor:
    """Somebody at `address`/`page` with these values in the address, and a socket through the proxy.

    `shown` is what the last run put on the page.
    """

    def __init__(self, address: str, page: str, values: dict[str, str]) -> None:
        self._address, self._page = address, page
        self._query = urlencode(values, quote_via=quote)
        self._cookies: dict[str, str] = {}
        self._socket: ClientConnection | None = None
        self.shown = Shown()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._socket is not None:
            await self._socket.close()

    @property
    def replica(self) -> str | None:
        """The replica that the cookie names."""
        return self._cookies.get("steepest")

    async def open(self) -> Shown:
        """Open a socket, as a page does when it is loaded or has lost its socket, and show the page."""
        self._socket = await connect(
            self._address.replace("http", "ws", 1) + "/_stcore/stream",
            origin=self._address,
            subprotocols=["streamlit", "no-token"],
            additional_headers=self._headers(),
            max_size=None,
            compression=None,
        )
        assert self._socket.response is not None
        for line in self._socket.response.headers.get_all("Set-Cookie"):
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return await self.run()

    async def press(self, button: str) -> Shown:
        """Press a button that the last run has shown."""
        return await self.run(self.shown.buttons[button])

    async def run(self, pressed: str | None = None) -> Shown:
        """Run the page, with the button of this id pressed."""
        assert self._socket is not None
        question = BackMsg()
        question.rerun_script.page_name = self._page
        question.rerun_script.query_string = self._query
        if pressed is not None:
            state = question.rerun_script.widget_states.widgets.add()
            state.id, state.trigger_value = pressed, True
        await self._socket.send(question.SerializeToString())
        self.shown, message = Shown(), ForwardMsg()
        while message.WhichOneof("type") != "script_finished":
            message.ParseFromString(await self._received())
            self.shown.add(message)
        return self.shown

    async def _received(self) -> bytes:
        assert self._socket is not None
        return await asyncio.wait_for(self._socket.recv(decode=False), timeout=60)

    async def asked(self, question: BackMsg, kind: str) -> ForwardMsg:
        """The first message of this kind that the server sends after the question."""
        assert self._socket is not None
        await self._socket.send(question.SerializeToString())
        message = ForwardMsg()
        while message.WhichOneof("type") != kind:
            message.ParseFromString(await self._received())
        return message

    async def until_closed(self) -> None:
        """Wait until the other side is gone, as a page does that nobody touches."""
        assert self._socket is not None
        await self._socket.wait_closed()

    async def fetched(self, url: str) -> bytes:
        """A file of the server, asked for with this visitor's cookies; raises HTTPError."""
        request = Request(self._address + url, headers=self._headers())
        return await asyncio.to_thread(lambda: urlopen(request, timeout=20).read())

    def _headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        return {"Cookie": cookies} if cookies else {}
