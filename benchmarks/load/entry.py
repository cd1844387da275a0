"""The hosted entry under uvicorn, for as long as a `with` lasts."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load.processes import family
from benchmarks.serving import ROOT, free_port, wait_until_healthy

PATIENCE = 60.0


@dataclass(frozen=True)
class Entry:
    """A running server: its address, the number of its process, and the file with what it wrote."""

    address: str
    number: int
    written: Path

    def complaints(self) -> str:
        """What the server wrote; nothing, as long as all is well."""
        return self.written.read_text(encoding="utf-8", errors="replace")

    def workers(self) -> list[int]:
        """The numbers of the processes that it started and that still live."""
        return family(self.number)[1:]


@contextmanager
def hosted(
    *,
    core: int | None = None,
    environment: Mapping[str, str] | None = None,
    options: Sequence[str] = (),
    folder: Path = ROOT,
    prepare: Callable[[], None] | None = None,
) -> Iterator[Entry]:
    """Serve `deploy.asgi:app` on a free port of loopback, on one core if `core` names it.

    The server starts in `folder` and finds the app by its path, so the folder may be one that cannot be
    written. `prepare` runs in the new process before Python starts there. Raises RuntimeError when the server
    does not answer.
    """
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "deploy.asgi:app", "--app-dir", str(ROOT)]
    command += ["--port", str(port), "--log-level", "warning", *options]
    with tempfile.TemporaryDirectory() as own, (Path(own) / "written").open("w+b") as written:
        surroundings = {**os.environ, "HOME": own, **(environment or {})}
        process = subprocess.Popen(
            command, cwd=folder, env=surroundings, stdout=written, stderr=written, preexec_fn=prepare
        )
        if core is not None:
            os.sched_setaffinity(process.pid, {core})
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_healthy(address, process, PATIENCE)
            yield Entry(address, process.pid, Path(own) / "written")
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
