"""The worker processes: started with the standard library, spoken to in JSON lines, killed at the deadline.

At most `size` of them work at a time and one more stands ready, so that after a kill the next caller need not
wait for Python to start. `multiprocessing` would run the app's own script again in every child.
"""

import os
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.symbolic.errors import Busy, NoProcesses, TimedOut
from core.symbolic.process import Worker

DEADLINE = 2.0
"""Seconds that one question may be worked on."""

PATIENCE = 2.6
"""Seconds that a caller waits at most, for a worker and for its answer."""

SIZE = 2
MOST_WAITING = 8
MOST_JOBS = 300
"""After so many jobs a worker is replaced: SymPy's caches only grow."""

_ROOT = Path(__file__).resolve().parent.parent.parent
_START = "import sys; sys.path[:0] = sys.argv[2:]; from core.symbolic.worker import main; main(sys.argv[1])"
_BUSY = "Too many questions at once; this one will be answered when asked again."
_STARTING = "The symbolic worker is still starting; ask again in a moment."


def worker_command(tasks: str = "core.symbolic.tasks", *folders: Path) -> list[str]:
    """How a worker is started that offers the TASKS of a module; `folders` are searched for it too."""
    places = [str(folder) for folder in (_ROOT, *folders)]
    return [sys.executable, "-I", "-c", _START, tasks, *places]


class Pool:
    """Workers that answer questions from any number of threads."""

    def __init__(
        self,
        command: Sequence[str] | None = None,
        *,
        size: int = SIZE,
        deadline: float = DEADLINE,
        patience: float = PATIENCE,
        most_jobs: int = MOST_JOBS,
    ) -> None:
        self._command = list(command or worker_command())
        self._size, self._most_jobs = size, most_jobs
        self.deadline, self._patience = deadline, patience
        self._idle: list[Worker] = []
        self._working, self._waiting = 0, 0
        self._changed = threading.Condition()
        self.available = True

    def ask(self, task: str, texts: Sequence[str]) -> Any:
        """The worker's answer; raises the errors of `core/symbolic/errors.py`."""
        give_up = time.monotonic() + self._patience
        worker = self._take(give_up)
        try:
            if not worker.is_ready(give_up - time.monotonic()):
                raise Busy(_STARTING)
            return self._answered(worker, task, texts, give_up - time.monotonic())
        finally:
            self._give_back(worker)

    def _answered(self, worker: Worker, task: str, texts: Sequence[str], left: float) -> Any:
        """The answer; what had less than the deadline to be found in may be found another time."""
        try:
            return worker.answer(task, texts, min(self.deadline, left))
        except TimedOut:
            if left < self.deadline:
                raise Busy(_BUSY) from None
            raise

    def warm_up(self) -> None:
        """Starts what is missing, if processes can be started here."""
        with self._changed:
            self._top_up()

    def close(self) -> None:
        """Ends the idle workers; the working ones end when they are given back."""
        with self._changed:
            self.available = False
            while self._idle:
                self._idle.pop().end()

    def _take(self, give_up: float) -> Worker:
        with self._changed:
            if self._waiting >= MOST_WAITING:
                raise Busy(_BUSY)
            self._waiting += 1
            try:
                free = self._changed.wait_for(lambda: self._working < self._size, give_up - time.monotonic())
            finally:
                self._waiting -= 1
            if not free:
                raise Busy(_BUSY)
            self._bury()
            if not self._idle:
                self._idle.append(self._started())
            self._working += 1
            # the one that has had longest to start
            return self._idle.pop(0)

    def _bury(self) -> None:
        """An idle worker that was killed, as an operating system short of memory does, is not handed out."""
        for worker in [idle for idle in self._idle if not idle.lives]:
            self._idle.remove(worker)
            worker.end()

    def _give_back(self, worker: Worker) -> None:
        with self._changed:
            self._working -= 1
            if worker.is_usable and worker.jobs < self._most_jobs and self.available:
                self._idle.insert(0, worker)
            else:
                worker.end()
            self._top_up()
            self._changed.notify()

    def _top_up(self) -> None:
        """As many idle workers as may be wanted next, and one to spare after a kill."""
        while self.available and len(self._idle) + self._working < self._size + 1:
            try:
                self._idle.append(self._started())
            except NoProcesses:
                return

    def _started(self) -> Worker:
        try:
            return Worker(self._command, _environment())
        except OSError as failure:
            self.available = False
            raise NoProcesses("Symbolic workers cannot be started on this machine.") from failure


def _environment() -> dict[str, str]:
    """Nothing of ours: only what an operating system needs to start a process, and one thread for BLAS."""
    needed = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
    kept = {name: os.environ[name] for name in needed if name in os.environ}
    return kept | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
