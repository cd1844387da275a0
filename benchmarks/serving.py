"""A Streamlit server of one's own on a free port, for as long as a `with` lasts."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(address: str, process: subprocess.Popen[bytes], patience: float = 60.0) -> None:
    """Return when the server answers its health check; raise RuntimeError when it ends or stays silent."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode} before it answered")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not answer within {patience:g} s")


@contextmanager
def server(script: Path) -> Iterator[str]:
    """Serve `script` and yield its address, such as http://127.0.0.1:8601."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1", "--server.fileWatcherType=none"]
    with tempfile.TemporaryDirectory() as home:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "HOME": home}, stdout=subprocess.DEVNULL
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_healthy(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)
