"""What the lesson is set by: the model, its data, and how it is trained."""

from dataclasses import dataclass

import streamlit as st

from core.datasets import Samples
from core.models import ACTIVATIONS, MODELS, Model, model_named
from core.optimizers import OPTIMIZERS
from core.schedules import SCHEDULES
from core.training import Plan, plan_of
from ui import address
from ui.controls import RAILS, knob_values, menu, slider, whole_number
from ui.training.cached import objection_of
from ui.training.chosen_data import data_menu, is_own, long_table, take_set, text_and_samples, usual_set

Knobs = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Setting:
    """All that every part is computed from; may be the key of a cache.

    `data` is the text of the address: the name of a set, or a table. `samples` are the data in hand, the same
    object as long as they are the same. `objection` says why the model cannot learn from them, None where it
    can. `start` are the parameters to begin with; () for those that the seed draws.
    """

    model: Model
    samples: Samples
    data: str
    objection: str | None
    rate: float
    batch: int
    epochs: int
    seed: int
    optimizer: str = "gd"
    knobs: Knobs = ()
    schedule: str = "constant"
    schedule_knobs: Knobs = ()
    start: tuple[float, ...] = ()

    @property
    def plan(self) -> Plan:
        """How the training goes; raises SettingError for what cannot be used."""
        return plan_of(
            self.samples.size,
            rate=self.rate,
            batch=self.batch,
            epochs=self.epochs,
            seed=self.seed,
            optimizer=self.optimizer,
            knobs=self.knobs,
            schedule=self.schedule,
            schedule_knobs=self.schedule_knobs,
        )


def learner() -> Model:
    """The menus of model and data; data that do not fit another model make room for its usual set."""
    before = address.text("model")
    name = menu("model", {row.name: _title(row) for row in MODELS.values()})
    model = model_in_hand()
    if name != before:
        address.notes().pop("data", None)
    _settle_data(model, changed=name != before)
    data_menu(model)
    return model


def model_in_hand() -> Model:
    """The model that the page now holds."""
    return model_named(address.text("model"), address.whole("hidden"), address.text("activation"))


def pace(model: Model) -> Setting:
    """Rate, batch, epochs and seed; for a network its hidden layer too."""
    size = text_and_samples()[1].size
    with st.container(gap="xsmall"):
        rate = slider("eta")
        slider("batch", (*(stop for stop in RAILS["batch"] if stop < size), size))
        slider("epochs")
        _seed_and_layer(model)
    return _asked(model_in_hand(), *text_and_samples(), rate)


def _seed_and_layer(model: Model) -> None:
    if model.name != "network":
        whole_number("seed")
        return
    seed, hidden, activation = st.columns([3, 3, 4], gap="small")
    with seed:
        whole_number("seed")
    with hidden:
        whole_number("hidden")
    with activation:
        menu("activation", {name: name for name in ACTIVATIONS})


def _asked(model: Model, text: str, samples: Samples, rate: float) -> Setting:
    optimizer, schedule = OPTIMIZERS[address.text("optimizer")], SCHEDULES[address.text("schedule")]
    return Setting(
        model,
        samples,
        text,
        objection_of(model, samples),
        rate,
        address.whole("batch"),
        address.whole("epochs"),
        address.whole("seed"),
        optimizer.name,
        knob_values(optimizer),
        schedule.name,
        knob_values(schedule),
        start_of(address.text("start"), model, samples),
    )


def start_of(text: str, model: Model, samples: Samples) -> tuple[float, ...]:
    """The parameters in a text of the key `start`; () where they are not as many as the model has."""
    values = tuple(float(part) for part in text.split(",")) if text else ()
    return values if len(values) == len(model.parameters(len(samples.columns))) else ()


def _settle_data(model: Model, *, changed: bool) -> None:
    """Take the model's usual set where the data in hand do not fit it, and say so.

    A table of the reader's own stays unless the model was changed just now.
    """
    text, samples = text_and_samples()
    objection = objection_of(model, samples)
    own = is_own(text) or long_table() is not None
    if objection is None or (own and not changed):
        return
    usual = usual_set(model)
    take_set(usual.name)
    address.notes()["data"] = f"{objection} The set “{usual.title}” fits and is in hand now."


def _title(row: Model) -> str:
    return "Network with one hidden layer" if row.name == "network" else row.title
