"""A server of one's own on a free port, for as long as a `with` lasts: Streamlit's, or any other."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Served:
    """A running server: where it answers, its process, and when that was started (seconds since 1970)."""

    address: str
    process: int
    started: float


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    """Whether a server answers there now, and with no error."""
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def wait_until_healthy(
    address: str, process: subprocess.Popen[bytes], patience: float = 60.0, path: str = "/_stcore/health"
) -> None:
    """Return when the server answers its health check; raise RuntimeError when it ends or stays silent."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode} before it answered")
        if answers(f"{address}{path}"):
            return
        time.sleep(0.02)
    raise RuntimeError(f"the server did not answer within {patience:g} s")


@contextmanager
def running(command: Sequence[str], port: int, path: str, *, quiet: bool = False) -> Iterator[Served]:
    """Run `command`, which has to answer `path` on `port`, with a home of its own; ended afterwards."""
    with tempfile.TemporaryDirectory() as home:
        started = time.time()
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "HOME": home},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if quiet else None,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_healthy(address, process, path=path)
            yield Served(address, process.pid, started)
        finally:
            process.terminate()
            process.wait(timeout=20)


@contextmanager
def streamlit_server(script: Path, *options: str) -> Iterator[Served]:
    """Serve `script` with Streamlit, and these options beside the settings of the project."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1", "--server.fileWatcherType=none"]
    command += ["--logger.level=warning", *options]
    with running(command, port, "/_stcore/health") as served:
        yield served


@contextmanager
def server(script: Path) -> Iterator[str]:
    """Serve `script` and yield its address, such as http://127.0.0.1:8601."""
    with streamlit_server(script) as served:
        yield served.address
