"""What a stranger may ask of a hosted server."""

import asyncio
from typing import Any

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deploy.guards import HEADERS, LONGEST_QUERY, ClosedDoors, SafeHeaders, SameOrigin, SocketLimits


async def lets_in(scope: Scope, _receive: Receive, send: Send) -> None:
    """An app that answers everything: a page, or an accepted socket."""
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"in"})
    else:
        await send({"type": "websocket.accept"})


def asked(
    app: ASGIApp,
    kind: str = "http",
    path: str = "/",
    query: bytes = b"",
    host: str = "10.0.0.1",
    headers: dict[str, str] | None = None,
) -> Any:
    """The first thing that the app says to one request."""
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        said.append(message)

    scope = {
        "type": kind,
        "path": path,
        "query_string": query,
        "client": (host, 1),
        "method": "GET",
        "headers": [(name.encode(), value.encode()) for name, value in (headers or {}).items()],
    }
    asyncio.run(app(scope, receive, send))
    return said[0]


def test_every_answer_carries_the_headers() -> None:
    sent = {name.decode(): value.decode() for name, value in asked(SafeHeaders(lets_in))["headers"]}
    assert sent == {name.lower(): value for name, value in HEADERS.items()}
    assert "unsafe-eval" not in sent["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/script-health-check",
        "/_stcore/agent/interact",
        "/_stcore/agent/mcp",
    ],
)
def test_what_is_for_the_house_alone_is_closed(path: str) -> None:
    assert asked(ClosedDoors(lets_in), path=path)["status"] == 404


def test_health_is_open() -> None:
    assert asked(ClosedDoors(lets_in), path="/_stcore/health")["status"] == 200


@pytest.mark.parametrize(("length", "status"), [(LONGEST_QUERY, 200), (LONGEST_QUERY + 1, 414)])
def test_an_address_may_be_as_long_as_a_link_of_ours(length: int, status: int) -> None:
    assert asked(ClosedDoors(lets_in), query=b"x" * length)["status"] == status


def test_a_socket_with_a_long_query_is_refused() -> None:
    assert asked(ClosedDoors(lets_in), "websocket", query=b"x" * 5000)["type"] == "websocket.close"


OURS = "steepest.example"


def socket_of(origin: str | None) -> str:
    """What a socket hears that a page of this origin opens."""
    headers = {"host": OURS} if origin is None else {"host": OURS, "origin": origin}
    return str(asked(SameOrigin(lets_in), "websocket", headers=headers)["type"])


@pytest.mark.parametrize("origin", [f"https://{OURS}", f"http://{OURS}"])
def test_a_socket_of_our_own_page_is_let_in(origin: str) -> None:
    assert socket_of(origin) == "websocket.accept"


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://localhost",
        "http://127.0.0.1:3000",
        f"https://{OURS}:8443",
        f"https://{OURS}.evil.example",
        "null",
        "",
        "http://[",
    ],
)
def test_a_socket_of_another_page_is_refused(origin: str) -> None:
    assert socket_of(origin) == "websocket.close"


def test_a_socket_without_an_origin_is_no_browser_and_is_let_in() -> None:
    assert socket_of(None) == "websocket.accept"


def test_sockets_come_in_until_their_address_has_opened_too_many_lately() -> None:
    now = [0.0]
    app = SocketLimits(lets_in, opened=3, window=10, clock=lambda: now[0])
    first = [asked(app, "websocket")["type"] for _ in range(4)]
    assert first == ["websocket.accept"] * 3 + ["websocket.close"]
    assert asked(app, "websocket", host="10.0.0.2")["type"] == "websocket.accept"
    now[0] = 10.0
    assert asked(app, "websocket")["type"] == "websocket.accept"


def test_an_address_holds_only_so_many_sockets_at_once() -> None:
    async def three_at_once() -> list[str]:
        held, first = asyncio.Event(), []

        async def stays(_scope: Scope, _receive: Receive, send: Send) -> None:
            await send({"type": "websocket.accept"})
            await held.wait()

        async def receive() -> Message:
            return {"type": "websocket.connect"}

        async def send(message: Message) -> None:
            first.append(message["type"])

        app = SocketLimits(stays, open_at_once=2)
        scope = {"type": "websocket", "path": "/", "query_string": b"", "client": ("10.0.0.1", 1)}
        sockets = [asyncio.create_task(app(dict(scope), receive, send)) for _ in range(3)]
        await asyncio.sleep(0)
        held.set()
        await asyncio.gather(*sockets)
        await app(dict(scope), receive, send)
        return first

    assert asyncio.run(three_at_once()) == ["websocket.accept"] * 2 + ["websocket.close", "websocket.accept"]


def test_pages_are_not_counted() -> None:
    app = SocketLimits(lets_in, opened=1)
    assert [asked(app)["status"] for _ in range(3)] == [200, 200, 200]
