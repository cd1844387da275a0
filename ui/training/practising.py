"""Practice beside the data: what the training came to waits until the question is answered."""

from charts.training import number_line_chart, scatter_chart
from core.training import Training, epoch_by_epoch
from ui import pictures
from ui.messages import explained
from ui.practice import in_its_place, kept_back
from ui.shell import dark
from ui.training import verdict
from ui.training.picture import drawn, picture
from ui.training.setting import Setting

_LESSON = "training"


def said(setting: Setting) -> Training | None:
    """What the training did, after the answer; before it no more than where it begins."""
    if not in_its_place(_LESSON):
        return verdict.said(setting)
    if setting.objection is None:
        with explained():
            start = setting.start or None
            return next(epoch_by_epoch(setting.model, setting.samples, setting.plan, start)).so_far()
    return None


def shown(setting: Setting, training: Training) -> None:
    """The picture; while the question is open without the least loss in it."""
    if not kept_back(_LESSON):
        picture(setting, training)
        return
    match len(setting.samples.columns):
        case 0:
            begun = number_line_chart(training=training, closed=None, dark=dark())
        case 1:
            begun = scatter_chart(training=training, closed=None, dark=dark())
        case _:
            begun = drawn(setting, training)
    pictures.show(begun, "training begins")
