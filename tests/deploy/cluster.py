"""Two replicas on loopback, started as the image starts them, behind nginx with deploy/nginx.conf."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.serving import ROOT, free_port, wait_until_healthy
from tests.deploy.dockerfile import stages

NGINX_CONF = ROOT / "deploy" / "nginx.conf"
NAMES = ("one", "two")
"""The replicas as nginx.conf calls them."""
INSIDE = {"one": "10.83.0.11:8501", "two": "10.83.0.12:8501"}
"""Where nginx.conf looks for them."""


def nginx() -> str:
    """The program, which `make` installs; raises FileNotFoundError where it is missing."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found is None:
        raise FileNotFoundError("These tests need nginx: install the package nginx.")
    return found


def command(port: int) -> list[str]:
    """The CMD of the image on another port, run by the Python of the tests."""
    words = stages()[-1].one("CMD").command
    changed = {
        "python": sys.executable,
        "--host=0.0.0.0": "--host=127.0.0.1",
        "--port=8501": f"--port={port}",
    }
    assert changed.keys() <= set(words)
    return [changed.get(word, word) for word in words]


def relocated(folder: Path, listen: int, ports: Mapping[str, int]) -> Path:
    """nginx.conf as it is, but for its port, its replicas' addresses and its folder for temporary files."""
    moved = {"listen 8080;": f"listen 127.0.0.1:{listen};", " /tmp/": f" {folder}/"}
    for name, inside in INSIDE.items():
        here = f"127.0.0.1:{ports[name]}"
        moved |= {inside: here, inside.replace(".", r"\."): here.replace(".", r"\.")}
    text = NGINX_CONF.read_text(encoding="utf-8")
    for old, new in moved.items():
        assert old in text
        text = text.replace(old, new)
    path = folder / "nginx.conf"
    path.write_text(text, encoding="utf-8")
    return path


@dataclass
class Cluster:
    """Where visitors come in, the port of each replica, and the processes that run."""

    address: str
    ports: Mapping[str, int]
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, *names: str) -> None:
        """Start replicas side by side and wait until they are healthy."""
        for name in names:
            self.running[name] = subprocess.Popen(
                command(self.ports[name]), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        for name in names:
            wait_until_healthy(f"http://127.0.0.1:{self.ports[name]}", self.running[name])

    def kill(self, name: str) -> None:
        """kill −9: nothing is said to anybody."""
        process = self.running.pop(name)
        process.kill()
        process.wait(timeout=20)

    def end(self) -> None:
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            process.wait(timeout=20)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Two replicas and the proxy, for as long as the `with` lasts."""
    listen = free_port()
    made = Cluster(f"http://127.0.0.1:{listen}", {name: free_port() for name in NAMES})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # nginx gives its own files to another user when root starts it
        conf = relocated(folder, listen, made.ports)
        proxy = subprocess.Popen(
            [nginx(), "-c", str(conf), "-g", "daemon off;"], stderr=subprocess.DEVNULL, cwd=folder
        )
        try:
            made.start(*NAMES)
            wait_until_healthy(made.address, proxy)
            yield made
        finally:
            made.end()
            proxy.terminate()
            proxy.wait(timeout=20)
