"""What stands between the internet and Streamlit: headers, closed doors, and how much one address may ask.

Each guard is plain ASGI: it looks at a request before Streamlit does, and answers itself or lets it pass.
"""

from collections import defaultdict, deque
from collections.abc import Callable
from time import monotonic

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deploy.policy import POLICY

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check", "/script-health-check", "/_stcore/agent")
"""Doors for the house alone; what lies behind them is closed too."""
LONGEST_QUERY = 4096
"""Bytes: a table of fifty samples fits three times."""
TRY_LATER, REFUSED = 1013, 1008
"""Codes with which a socket is closed (RFC 6455 and the registry it opens)."""


class SafeHeaders:
    """Puts `HEADERS` on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self._app(scope, receive, with_headers)


class ClosedDoors:
    """Answers 404 where a stranger has nothing to look for, and 414 to a longer address than any of ours."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = _refusal(scope) if scope["type"] in ("http", "websocket") else None
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await refusal(scope, receive, send)
        else:
            await _close(receive, send, REFUSED)


async def _close(receive: Receive, send: Send, code: int) -> None:
    """Refuse a socket before it is open."""
    await receive()
    await send({"type": "websocket.close", "code": code})


def _refusal(scope: Scope) -> PlainTextResponse | None:
    if any(f"{scope['path']}/".startswith(f"{door}/") for door in CLOSED):
        return PlainTextResponse("There is nothing here.", 404)
    if len(scope["query_string"]) > LONGEST_QUERY:
        return PlainTextResponse("This address is too long.", 414)
    return None


class SameOrigin:
    """Lets in the sockets of our own pages only: Origin names the host that was asked (RFC 6455, §10.2).

    Streamlit looks too, but lets in the pages of localhost, and for those of another site it asks a host on
    the internet what its own address is, while every visitor waits. Who sends no Origin is no browser.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and _is_foreign(Headers(scope=scope)):
            await _close(receive, send, REFUSED)
        else:
            await self._app(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    """Whether a page of another host asks; the scheme is not compared, because a proxy may end TLS.

    >>> _is_foreign(Headers({"host": "a.org:8080", "origin": "https://a.org:8080"}))
    False
    >>> _is_foreign(Headers({"host": "a.org", "origin": "https://a.org.evil.example"}))
    True
    """
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] != headers.get("host")


class SocketLimits:
    """At most `open_at_once` sockets for one address, and `opened` new ones in `window` seconds.

    A classroom shares one address, so both are generous; `clock` gives seconds.
    """

    def __init__(
        self,
        app: ASGIApp,
        open_at_once: int = 200,
        opened: int = 300,
        window: float = 60.0,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._app, self._clock = app, clock
        self._open_at_once, self._opened, self._window = open_at_once, opened, window
        self._open: dict[str, int] = defaultdict(int)
        self._lately: dict[str, deque[float]] = defaultdict(deque)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        host = scope["client"][0] if scope.get("client") else ""
        if not self._admits(host):
            await _close(receive, send, TRY_LATER)
            return
        self._open[host] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._open[host] -= 1
            if not self._open[host]:
                del self._open[host]

    def _admits(self, host: str) -> bool:
        now = self._clock()
        self._forget(now)
        lately = self._lately[host]
        if len(lately) >= self._opened or self._open.get(host, 0) >= self._open_at_once:
            return False
        lately.append(now)
        return True

    def _forget(self, now: float) -> None:
        """Drop what is older than the window, so that memory does not grow with the addresses seen."""
        for host in list(self._lately):
            times = self._lately[host]
            while times and now - times[0] >= self._window:
                times.popleft()
            if not times:
                del self._lately[host]
