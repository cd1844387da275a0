"""One worker process, seen from the app: a question goes in as a line of JSON, an answer comes out as one."""

import json
import queue
import subprocess
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from core.symbolic.errors import Crashed, Failed, Junk, TimedOut, TooLarge

LONGEST_ANSWER = 200_000
"""In bytes."""

_CRASHED = "The symbolic worker broke down over this."
_JUNK = "The symbolic worker's answer could not be read."


class Worker:
    """A process that answers one question at a time.

    A thread of its own reads the pipe, so that a caller can stop waiting: pipes have no time-outs that
    work on every system.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=dict(environment),
            start_new_session=True,
        )
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._ready = False
        self.is_usable = True
        self.jobs = 0

    @property
    def lives(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def is_ready(self, seconds: float) -> bool:
        """Whether it has said that it is ready, after waiting so long at most. Raises Crashed or Junk."""
        if not self._ready:
            try:
                first = self._lines.get(timeout=max(seconds, 0))
            except queue.Empty:
                return False
            self._ready = self._decoded(first) == {"ready": True}
            if not self._ready:
                self.is_usable = False
                raise Junk(_JUNK)
        return True

    def answer(self, task: str, texts: Sequence[str], seconds: float) -> Any:
        """What the task made of the texts; kills the process and raises TimedOut when the time is up."""
        self.jobs += 1
        question = {"number": self.jobs, "task": task, "texts": list(texts), "seconds": seconds}
        self._send(json.dumps(question).encode() + b"\n")
        try:
            line = self._lines.get(timeout=max(seconds, 0))
        except queue.Empty:
            self.is_usable = False
            self._process.kill()
            raise TimedOut("This takes too long to work out symbolically.") from None
        return self._result(self._decoded(line))

    def end(self) -> None:
        """Kills the process and takes its traces away."""
        self.is_usable = False
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    # a question that nobody was left to read
                    continue

    def _send(self, line: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError as failure:
            self.is_usable = False
            raise Crashed(_CRASHED) from failure

    def _read(self) -> None:
        """Passes lines on; the end of the pipe is an empty one."""
        assert self._process.stdout is not None
        line = b"-"
        while line:
            line = self._process.stdout.readline(LONGEST_ANSWER + 1)
            self._lines.put(line)

    def _decoded(self, line: bytes) -> Any:
        if not line.endswith(b"\n"):
            self.is_usable = False
            if len(line) > LONGEST_ANSWER:
                raise TooLarge("The symbolic result is too long to show.")
            raise Crashed(_CRASHED)
        try:
            return json.loads(line)
        except ValueError as failure:
            self.is_usable = False
            raise Junk(_JUNK) from failure

    def _result(self, answer: Any) -> Any:
        match answer:
            case {"number": self.jobs, "result": result}:
                return result
            case {"number": self.jobs, "failed": str(reason)}:
                raise Failed(f"SymPy knows no way here ({reason}).")
        self.is_usable = False
        raise Junk(_JUNK)
