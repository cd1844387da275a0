"""The training in hand: a short one at once, a long one beside the page, with progress and Stop.

A run of the page cannot be interrupted by a button inside it, so what takes longer than a moment is trained
in a thread of its own while the page waits for nothing.
"""

from collections.abc import Iterator
from threading import Event, Thread
from time import monotonic, sleep
from typing import cast

import streamlit as st

from core.numbers import number
from core.training import Running, Training, epoch_by_epoch
from ui.training.setting import Setting

PATIENCE = 0.5
"""Seconds a training may take without a word."""

_POLL = 0.4
_SNAPSHOT = 0.3
_BREATH = 0.05
_MOST_KEPT = 12
_KEPT, _WORKS = "training: kept", "training: under way"


class Work:
    """A training in its own thread; `so_far` is a whole training, a moment old at most."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._epochs: Iterator[Running] = epoch_by_epoch(
            setting.model, setting.samples, setting.plan, setting.start or None
        )
        self.running = next(self._epochs)  # raises SettingError here, where it can be said
        self.so_far = self.running.so_far()
        self.drawn, self.asked = 0, True
        self.go_on()

    def go_on(self) -> None:
        """Train from where it stands to the end, or to the next `stop`."""
        self._asked_to_stop, self._came_to_an_end = Event(), False
        self._thread = Thread(target=self._train, args=(self._asked_to_stop,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the epoch under way."""
        self._asked_to_stop.set()
        self._thread.join()

    def has_grown(self) -> bool:
        """Whether there is twice as much of it as was last drawn."""
        return self.so_far.epochs > 2 * self.drawn

    def is_done(self, patience: float = 0.0) -> bool:
        """Whether nothing is under way any more, after waiting so many seconds at most.

        Raises RuntimeError when the thread broke off: half a training must not pass for a whole one.
        """
        self._thread.join(patience)
        if self._thread.is_alive():
            return False
        if not self._came_to_an_end:
            raise RuntimeError("The training broke off.")
        return True

    def _train(self, asked_to_stop: Event) -> None:
        shown = monotonic()
        for running in self._epochs:
            self.running = running
            if asked_to_stop.is_set():
                break
            if monotonic() - shown > _SNAPSHOT:
                self.so_far, shown = running.so_far(), monotonic()
                sleep(_BREATH)
        self.so_far = self.running.so_far()
        self._came_to_an_end = True


def training_of(setting: Setting) -> Training:
    """The training that is asked for, or what there is of it so far.

    Raises SettingError for data the model cannot learn from and for a plan that cannot be used.
    """
    works, kept = _works(), _kept()
    if setting in works:
        works[setting].asked = True
    if setting in kept:
        return kept[setting]
    if setting not in works:
        works[setting] = Work(setting)
    work = works[setting]
    if work.is_done(PATIENCE):
        if len(kept) >= _MOST_KEPT:
            del kept[next(iter(kept))]
        kept[setting] = work.so_far
    work.drawn = max(work.so_far.epochs, 1)
    return work.so_far


def is_under_way(setting: Setting) -> bool:
    """Whether what there is of it so far is not all of it."""
    return setting not in _kept()


def progress(setting: Setting) -> None:
    """How far a long training is, with Stop; after a stop, the way on. To be drawn when all parts are."""
    works, kept = _works(), _kept()
    _end_what_nobody_asked_for(works)
    busy = tuple(work for asked, work in works.items() if asked not in kept)
    if busy:
        _until_done(busy)
    elif setting in works and setting in kept and kept[setting].status == "stopped":
        st.button("Train on", icon=":material/play_arrow:", key="train on", on_click=_go_on, args=(setting,))


@st.fragment(run_every=_POLL)
def _until_done(works: tuple[Work, ...]) -> None:
    """Look again until all are done; what there is so far is on screen meanwhile."""
    if all(work.is_done() for work in works) or any(work.has_grown() for work in works):
        st.rerun()
    for place, work in enumerate(works):
        running = work.running
        says = f"Epoch {running.done} of {running.plan.epochs}, loss {number(running.loss, 4)}"
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.progress(running.done / running.plan.epochs, says)
            st.button("Stop", icon=":material/stop:", key=f"stop training {place}", on_click=work.stop)


def _go_on(setting: Setting) -> None:
    del _kept()[setting]
    _works()[setting].go_on()


def _end_what_nobody_asked_for(works: dict[Setting, Work]) -> None:
    """The run that is over has asked for what it shows; the rest is of settings that were left."""
    for setting, work in list(works.items()):
        if not work.asked:
            work.stop()
            del works[setting]
        work.asked = False


def _works() -> dict[Setting, Work]:
    return cast(dict[Setting, Work], st.session_state.setdefault(_WORKS, {}))


def _kept() -> dict[Setting, Training]:
    """The trainings of this session that ended last."""
    return cast(dict[Setting, Training], st.session_state.setdefault(_KEPT, {}))
