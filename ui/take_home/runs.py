"""What GD vs Ascent and Learning Rate give away."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.descent.walkthrough import run_steps
from core.iterating.beginning import start_keys
from core.learning_rate.walkthrough import rate_steps
from core.optimizers import OPTIMIZERS
from core.schedules import SCHEDULES
from core.steps import Step
from core.take_home import gd_vs_ascent_script, learning_rate_script
from ui.descent.iterates import iterate_rows
from ui.descent.runs import RunSetting, outcome_of, run_of
from ui.gd_vs_ascent.setting import SENSES
from ui.knobs import Row, key_name
from ui.take_home.asked import Asked
from ui.take_home.lesson import Columns, TakeHome
from ui.take_home.many_variables import function_of, start_of, subject_of


def _setting(asked: Asked) -> RunSetting:
    e = function_of(asked)
    return RunSetting(e.text, e.variables, start_of(asked), asked.number("eta"), asked.whole("steps"))


def _both(asked: Asked) -> RunSetting:
    row = OPTIMIZERS[asked.text("optimizer")]
    return replace(_setting(asked), optimizer=row.name, knobs=asked.knobs(row))


def _both_script(asked: Asked) -> str:
    setting = _both(asked)
    traces = [run_of(setting, sense) for sense in SENSES]
    return gd_vs_ascent_script(setting.function, traces, setting.eta, setting.steps)


def _both_steps(asked: Asked) -> Mapping[str, Sequence[Step]]:
    setting = _both(asked)
    names = {"Descent": run_of(setting, "descent"), "Ascent": run_of(setting, "ascent")}
    return {name: run_steps(setting.function, trace) for name, trace in names.items()}


def _both_table(asked: Asked) -> Columns:
    setting = _both(asked)
    return iterate_rows({sense: run_of(setting, sense) for sense in SENSES}, setting.variables)


def _one(asked: Asked) -> RunSetting:
    row = SCHEDULES[asked.text("schedule")]
    return replace(_setting(asked), schedule=row.name, schedule_knobs=asked.knobs(row))


def _one_script(asked: Asked) -> str:
    setting = _one(asked)
    knobs = dict(setting.schedule_knobs)
    return learning_rate_script(setting.function, run_of(setting), setting.eta, setting.steps, knobs)


def _one_steps(asked: Asked) -> Mapping[str, Sequence[Step]]:
    setting = _one(asked)
    return {"Steps": rate_steps(setting.function, run_of(setting), outcome_of(setting))}


def _one_table(asked: Asked) -> Columns:
    setting = _one(asked)
    return iterate_rows({"descent": run_of(setting)}, setting.variables)


def _settings(asked: Asked, key: str, row: Row) -> tuple[str, ...]:
    knobs = (key_name(row, knob) for knob in row.knobs)
    return *start_keys(int(asked.text("dim"))), "eta", "steps", key, *knobs


def _both_settings(asked: Asked) -> tuple[str, ...]:
    return _settings(asked, "optimizer", OPTIMIZERS[asked.text("optimizer")])


def _one_settings(asked: Asked) -> tuple[str, ...]:
    return _settings(asked, "schedule", SCHEDULES[asked.text("schedule")])


GD_VS_ASCENT = TakeHome(subject_of, _both_settings, _both_script, _both_steps, _both_table)
LEARNING_RATE = TakeHome(subject_of, _one_settings, _one_script, _one_steps, _one_table)
