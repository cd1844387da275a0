"""What a moved slider and a new function cost the server: Streamlit's own messages, no browser."""

import statistics
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass

from benchmarks.measuring.processor import busy_seconds, pinned
from benchmarks.measuring.turns import in_turns
from benchmarks.serving import Served
from benchmarks.session import Rerun, Session
from benchmarks.subjects import Subject

ROUNDS = 3
POSITIONS = range(20, 50)
AT_ONCE = 4
LEFT_OUT = 2


@dataclass(frozen=True)
class ServerCost:
    """Medians: milliseconds and kilobytes of a moved slider, milliseconds of a new function."""

    slider: float
    kilobytes: float
    function: float


class Visitor:
    """Somebody on a page who moves its slider and types functions, never the same twice."""

    def __init__(self, stack: ExitStack, subject: Subject, served: Served) -> None:
        self._subject = subject
        self._session = stack.enter_context(Session(served.address, subject.page, subject.query))
        self._right(self._session.rerun())

    def slides(self, nth: int) -> list[Rerun]:
        """A third of the slider's way."""
        places = [k * self._subject.notch for k in POSITIONS[nth::ROUNDS]]
        return [self._right(self._set(self._subject.slider, place)) for place in places]

    def slides_warm(self, nth: int) -> list[Rerun]:
        """The same without the first moves, which warm the caches."""
        return self.slides(nth)[LEFT_OUT:]

    def types(self, nth: int) -> list[Rerun]:
        """A third of the functions."""
        return [self.type(text) for text in self._subject.functions[nth::ROUNDS]]

    def type(self, text: str | int) -> Rerun:
        """One function."""
        return self._right(self._set(self._subject.field, text))

    def _set(self, label: str, value: object) -> Rerun:
        return self._session.rerun(**{label: value})

    def _right(self, rerun: Rerun) -> Rerun:
        if rerun.exceptions:
            raise RuntimeError(
                f"a rerun of {self._subject.name} ended in an exception: its time says nothing"
            )
        return rerun


def server_costs(subjects: Sequence[Subject], servers: Sequence[Served]) -> list[ServerCost]:
    """What each page costs over the socket, in turns."""
    with ExitStack() as stack:
        visitors = [Visitor(stack, *pair) for pair in zip(subjects, servers, strict=True)]
        slid = in_turns([visitor.slides_warm for visitor in visitors], ROUNDS)
        typed = in_turns([visitor.types for visitor in visitors], ROUNDS)
    return [_cost(moves, functions) for moves, functions in zip(slid, typed, strict=True)]


def _cost(moves: list[Rerun], functions: list[Rerun]) -> ServerCost:
    kilobytes = statistics.median(rerun.received for rerun in moves) / 1000
    return ServerCost(_milliseconds(moves), kilobytes, _milliseconds(functions))


def _milliseconds(reruns: list[Rerun]) -> float:
    return 1000 * statistics.median(rerun.seconds for rerun in reruns)


def reruns_per_second(subject: Subject, served: Served) -> float:
    """Reruns for each second that a server pinned to one core was busy: visitors who never pause.

    Seconds of the processor, not of the clock: what else runs on the machine takes nothing away.
    """
    return statistics.median(_closed_loop(subject, served, nth) for nth in range(ROUNDS))


def _closed_loop(subject: Subject, served: Served, nth: int) -> float:
    """Each visitor looks at a function of their own, so nobody finds what another has computed."""
    texts = subject.functions[nth * AT_ONCE :][:AT_ONCE]
    with pinned(served.process), ExitStack() as stack, ThreadPoolExecutor(AT_ONCE) as pool:
        visitors = [Visitor(stack, subject, served) for _ in texts]
        for visitor, text in zip(visitors, texts, strict=True):
            visitor.type(text)
        before = busy_seconds(served.process)
        moved = sum(pool.map(lambda visitor: len(visitor.slides(nth)), visitors))
        return moved / (busy_seconds(served.process) - before)
