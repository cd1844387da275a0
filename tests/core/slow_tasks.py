"""Tasks that misbehave, for the tests of the symbolic workers."""

import os
import time
from typing import Any


def echo(text: str) -> str:
    return text


def nap(text: str) -> str:
    time.sleep(0.05)
    return text


def hang(_text: str) -> None:
    while True:
        pass


def crash(_text: str) -> None:
    os._exit(3)


def too_large(_text: str) -> str:
    return "9" * 1_000_000


def memory(_text: str) -> int:
    return len(bytearray(8 << 30))


def give_up(_text: str) -> None:
    raise NotImplementedError


def chatter(text: str) -> str:
    print("a library that talks", flush=True)
    return text


def environment(_text: str) -> list[str]:
    return sorted(os.environ)


def process(_text: str) -> int:
    return os.getpid()


TASKS: dict[str, Any] = {
    task.__name__: task
    for task in (echo, nap, hang, crash, too_large, memory, give_up, chatter, environment, process)
}
