"""The worker's side: reads questions from standard input, answers each with one line, ends with the input."""

import json
import math
import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

from core.sympy_failures import GIVING_UP

MOST_MEMORY = 1 << 30
"""Bytes of address space; NumPy and SymPy alone take about a third."""

_GRACE = 2


def main(tasks: str) -> None:
    """Answers with the TASKS of the module of this name until standard input ends."""
    answers = _private_output()
    table: dict[str, Callable[..., Any]] = import_module(tasks).TASKS
    _limit_memory()
    _write(answers, {"ready": True})
    for line in sys.stdin.buffer:
        question = json.loads(line)
        _alarm(math.ceil(question["seconds"]) + _GRACE)
        _write(answers, {"number": question["number"]} | _outcome(table[question["task"]], question["texts"]))
        _alarm(0)


def _outcome(task: Callable[..., Any], texts: list[str]) -> dict[str, Any]:
    try:
        return {"result": task(*texts)}
    except GIVING_UP as failure:
        return {"failed": type(failure).__name__}


def _write(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _private_output() -> BinaryIO:
    """The answers' own pipe; whatever a library prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _alarm(seconds: int) -> None:
    """Ends this process should the app be gone and nobody left to kill it; 0 calls the alarm off."""
    if sys.platform != "win32":
        signal.alarm(seconds)
