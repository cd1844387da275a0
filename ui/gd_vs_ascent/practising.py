"""Practice beside the picture of a run: the run and its verdict wait until the question is answered."""

from ui.descent.picture import run_picture
from ui.gd_vs_ascent import runs
from ui.gd_vs_ascent.setting import Setting
from ui.practice import in_its_place, kept_back, practice
from ui.practice.beginning import beginning


def picture(setting: Setting) -> None:
    """Where the run begins, and all of it after the answer."""
    if not kept_back(runs.NAME):
        runs.picture(setting)
        return
    steps = setting.chosen.steps
    run_picture(setting.function, {"start": beginning(setting.chosen)}, setting.window, steps, 0)


def said(setting: Setting) -> None:
    """What each run did, after the answer."""
    if not in_its_place(runs.NAME):
        runs.said(setting)


def below(setting: Setting) -> None:  # noqa: ARG001 — every part has this signature
    """The questions."""
    practice(runs.NAME)
