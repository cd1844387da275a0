"""nginx with deploy/nginx.conf: what it lets through, and what a replica learns of a visitor from it."""

import asyncio
import gzip
import json
import subprocess
import threading
from collections.abc import Iterator
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import yaml
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from benchmarks.serving import ROOT, free_port, wait_until_healthy
from deploy.guards import HEADERS
from tests.deploy.cluster import INSIDE, NAMES, NGINX_CONF, Cluster, cluster, nginx, relocated

COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def house() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


def answer(address: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body of a GET."""
    request = Request(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urlopen(request, timeout=20) as got:
            return got.status, got.headers, got.read()
    except HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read()


def test_nginx_accepts_the_file(tmp_path: Path) -> None:
    conf = relocated(tmp_path, 8080, {"one": 8501, "two": 8502})
    said = subprocess.run([nginx(), "-t", "-c", conf], capture_output=True, text=True, timeout=60)
    assert (said.returncode, "warn" in said.stderr) == (0, False), said.stderr


def test_a_page_comes_through_with_its_headers(house: Cluster) -> None:
    status, headers, body = answer(f"{house.address}/limits?f=x%5E2")
    assert status == 200
    assert b"<title>Streamlit</title>" in body
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert headers["Server"] == "nginx"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/_stcore/health", 200), ("/_stcore/metrics", 404), (f"/limits?f={'1' * 5000}", 414)],
)
def test_doors_are_open_and_closed_as_without_a_proxy(house: Cluster, path: str, status: int) -> None:
    assert answer(house.address + path)[0] == status


def test_scripts_are_compressed_on_their_way(house: Cluster) -> None:
    page = answer(house.address)[2].decode()
    script = page.partition('src="./')[2].partition('"')[0]
    plain = answer(f"{house.address}/{script}")[2]
    _, headers, packed = answer(f"{house.address}/{script}", Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert len(packed) < len(plain) / 2
    assert gzip.decompress(packed) == plain


@pytest.mark.parametrize(
    ("origin", "status"),
    [("{address}", 101), ("https://evil.example", 403), ("http://localhost", 403), ("null", 403)],
)
def test_a_socket_is_for_pages_of_the_same_host(house: Cluster, origin: str, status: int) -> None:
    async def handshake() -> int:
        try:
            async with connect(
                house.address.replace("http", "ws") + "/_stcore/stream",
                origin=origin.format(address=house.address),
                subprotocols=["streamlit", "no-token"],
            ) as socket:
                assert socket.response is not None
                return socket.response.status_code
        except InvalidStatus as refusal:
            return refusal.response.status_code

    assert asyncio.run(handshake()) == status


class Echo(BaseHTTPRequestHandler):
    """In the place of a replica: answers with the headers that it was sent."""

    def do_GET(self) -> None:
        body = json.dumps({name.lower(): value for name, value in self.headers.items()}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_about: Any) -> None:
        """Say nothing."""


@pytest.fixture
def echo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """nginx before an echo: the address to ask."""
    folder, listen = tmp_path_factory.mktemp("echo"), free_port()
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as behind:
        threading.Thread(target=behind.serve_forever, daemon=True).start()
        conf = relocated(folder, listen, dict.fromkeys(NAMES, behind.server_port))
        with subprocess.Popen([nginx(), "-c", conf, "-g", "daemon off;"], stderr=subprocess.DEVNULL) as proxy:
            try:
                wait_until_healthy(f"http://127.0.0.1:{listen}", proxy)
                yield f"http://127.0.0.1:{listen}"
            finally:
                proxy.terminate()
                behind.shutdown()


def test_a_replica_learns_who_asks_and_for_which_host(echo: str) -> None:
    heard = json.loads(answer(echo, X_Forwarded_For="203.0.113.9", X_Forwarded_Proto="https")[2])
    assert heard["host"] == echo.removeprefix("http://")
    assert heard["x-forwarded-for"] == "127.0.0.1"
    assert heard["x-forwarded-proto"] == "http"
    assert "upgrade" not in heard


def test_the_proxy_looks_for_the_replicas_where_compose_puts_them() -> None:
    services = COMPOSE["services"]
    addresses = {name: one["networks"]["inside"]["ipv4_address"] for name, one in services.items()}
    assert [f"{addresses[name]}:8501" for name in ("replica-1", "replica-2")] == [*INSIDE.values()]
    for name in ("replica-1", "replica-2"):
        assert services[name]["environment"]["FORWARDED_ALLOW_IPS"] == addresses["proxy"]
    assert services["proxy"]["ports"] == ["${STEEPEST_PORT:-8080}:8080"]
    assert services["proxy"]["volumes"] == [f"./{NGINX_CONF.name}:/etc/nginx/nginx.conf:ro"]
