"""SymPy work with a deadline: worker processes that can be killed, because SymPy cannot be interrupted.

`symbolic("task", "text", …)` runs one of the tasks of `core/symbolic/tasks.py` and answers within
`PATIENCE` seconds, or raises one of the errors below. What a task found is remembered by its texts, and so
is that it ran out of time. Where no processes can be started, the task runs here under a clock.
"""

import atexit
import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from core.symbolic.errors import Failed, NoProcesses, SymbolicError, TimedOut, TooLarge
from core.symbolic.pool import Pool
from core.symbolic.tasks import TASKS
from core.symbolic.time_limit import OutOfTime, within
from core.sympy_failures import GIVING_UP

MOST_REMEMBERED = 512

Key = tuple[str, tuple[str, ...]]


def symbolic(task: str, *texts: str) -> Any:
    """What the task makes of the texts: numbers, strings, lists and dicts only.

    Raises SymbolicError: TimedOut after DEADLINE seconds of work, Busy where all workers stay taken, Failed
    where SymPy gave up, Crashed, TooLarge and Junk where the worker did not answer as it should.
    """
    return _desk().result(task, *texts)


def forget(task: str, *texts: str) -> None:
    """Lets the next question be worked on anew, for someone who asks again after a time-out."""
    _desk().forget(task, *texts)


def warm_up() -> None:
    """Starts a worker, so that the first question need not wait for it."""
    _desk().pool.warm_up()


class Desk:
    """Takes questions to the pool and remembers the answers."""

    def __init__(self, pool: Pool, tasks: dict[str, Callable[..., Any]] = TASKS) -> None:
        self.pool = pool
        self._tasks = tasks
        self._remembered: OrderedDict[Key, Any] = OrderedDict()
        self._lock = threading.Lock()

    def result(self, task: str, *texts: str) -> Any:
        """The answer to a question, from memory if it was asked before."""
        key = (task, texts)
        with self._lock:
            known = key in self._remembered
            answer = self._remembered.get(key)
            if known:
                self._remembered.move_to_end(key)
        if not known:
            answer = self._asked(task, texts)
            self._remember(key, answer)
        if isinstance(answer, SymbolicError):
            # a fresh one: an exception that is raised again keeps growing its traceback
            raise type(answer)(str(answer))
        return answer

    def forget(self, task: str, *texts: str) -> None:
        """Drop what was remembered of a question."""
        with self._lock:
            self._remembered.pop((task, texts), None)

    def _asked(self, task: str, texts: tuple[str, ...]) -> Any:
        """The answer, or the error when asking again would end the same way."""
        try:
            return self.pool.ask(task, texts)
        except NoProcesses:
            return self._worked_out_here(task, texts)
        except (TimedOut, TooLarge, Failed) as final:
            return final

    def _worked_out_here(self, task: str, texts: tuple[str, ...]) -> Any:
        try:
            return within(lambda: self._tasks[task](*texts), self.pool.deadline)
        except OutOfTime:
            return TimedOut("This takes too long to work out symbolically.")
        except GIVING_UP as failure:
            return Failed(f"SymPy knows no way here ({type(failure).__name__}).")

    def _remember(self, key: Key, answer: Any) -> None:
        with self._lock:
            self._remembered[key] = answer
            while len(self._remembered) > MOST_REMEMBERED:
                self._remembered.popitem(last=False)


@lru_cache(maxsize=1)
def _desk() -> Desk:
    pool = Pool()
    atexit.register(pool.close)
    return Desk(pool)
