"""Training without a browser: models and their data, tables brought along, what cannot be trained, Stop."""

import json
from collections.abc import Iterator, Mapping

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from core.datasets import DATASETS, MOST_ROWS, TOO_LONG_FOR_A_LINK, named_samples, objection, samples_of
from core.examples import EXAMPLES
from core.models import ACTIVATIONS, MODELS, model_named
from core.schedules import SCHEDULES
from core.training import TRAINERS, Running, train
from tests.pages.app import opened, pictures, said, shown, values_after
from ui.keys import TRAINING_TABS
from ui.training import running
from ui.training.chosen_data import usual_set
from ui.training.setting import Setting

PAGE = "pages/training.py"
ONE_CLASS = "Every y is 1: with one class only there is nothing to tell apart."
CONSTANT = "Every x is 1, so nothing can be learned from that column: add another value."


def at(**address: str) -> AppTest:
    return opened(PAGE, **address)


def held(app: AppTest) -> Mapping[str, str]:
    return values_after(app, "training")


def top_picture(app: AppTest) -> tuple[str, dict[str, bytes]]:
    return next(iter(pictures(app).values()))


def pasted(app: AppTest, text: str) -> AppTest:
    app.text_area(key="pasted table").input(text).run()
    assert not app.exception
    return app


def asked(model: str, data: str, **more: float) -> Setting:
    learner, samples = model_named(model), named_samples(data)
    given = {"rate": 0.3, "batch": 2, "epochs": 40, "seed": 0} | more
    return Setting(
        learner,
        samples,
        data,
        None,
        given["rate"],
        int(given["batch"]),
        int(given["epochs"]),
        int(given["seed"]),
    )


@pytest.mark.parametrize("model", MODELS)
def test_a_link_with_a_model_alone_shows_it_with_data_it_fits(model: str) -> None:
    app = at(model=model)
    assert not app.exception
    assert objection(model_named(model), named_samples(held(app)["data"])) is None
    assert top_picture(app)[0]


@pytest.mark.parametrize("tab", TRAINING_TABS)
@pytest.mark.parametrize("model", ["line", "median", "coin", "network"])
def test_every_part_opens_for_every_kind_of_model(model: str, tab: str) -> None:
    assert not at(model=model, tab=tab).exception


@pytest.mark.parametrize("tab", TRAINING_TABS)
def test_every_part_opens_where_nothing_can_be_trained(tab: str) -> None:
    app = at(model="logistic", data="1,1;2,1", tab=tab)
    assert not app.exception
    assert ONE_CLASS in shown(app)


def test_another_model_keeps_the_data_where_they_fit() -> None:
    app = at()
    app.selectbox(key="model").select("perceptron").run()
    assert held(app)["data"] == "three_points"
    assert not any("is in hand now" in text for text in shown(app))


def test_another_model_takes_its_usual_data_where_the_old_ones_do_not_fit_and_says_so() -> None:
    app = at()
    app.selectbox(key="model").select("coin").run()
    assert held(app)["data"] == usual_set(model_named("coin")).name
    assert any("“Ten tosses of a coin” fits and is in hand now" in text for text in shown(app))
    app.selectbox(key="data: menu").select("coin").run()
    app.selectbox(key="model").select("mean").run()
    assert not any("is in hand now" in text for text in shown(app))


def test_a_table_of_ones_own_is_still_there_after_a_model_that_cannot_use_it() -> None:
    app = at(data="1,2;2,5;3,4")
    app.selectbox(key="model").select("coin").run()
    app.selectbox(key="model").select("line").run()
    app.selectbox(key="data: menu").select("own").run()
    assert held(app)["data"] == "1,2;2,5;3,4"


def test_a_full_batch_stays_full_with_other_data() -> None:
    app = at(batch="3")
    app.selectbox(key="data: menu").select("noisy_line").run()
    assert held(app)["batch"] == "30"
    app = at(batch="2")
    app.selectbox(key="data: menu").select("noisy_line").run()
    assert held(app)["batch"] == "2"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"model": "logistic", "data": "1,1;2,1"}, ONE_CLASS),
        ({"data": "1,2;1,5"}, CONSTANT),
        (
            {"data": "1,2,3;2,3,5"},
            "The model “Line” takes 1 column to predict from; this table has 2 columns beside y.",
        ),
        ({"model": "logistic", "data": "1,0;2,0.5"}, "y must be 0 or 1 for this model; row 2 has 0.5."),
    ],
)
def test_data_nothing_can_be_learned_from_are_said_with_a_set_that_works(
    address: dict[str, str], sentence: str
) -> None:
    app = at(**address)
    assert not app.exception
    assert sentence in shown(app)
    app.button(key="usual set").click().run()
    assert sentence not in shown(app)
    assert top_picture(app)[0]


@pytest.mark.parametrize("data", ["1,nan;2,3", "nowhere", ";".join(["1,2", "2,3"] * 26), "1,2;3"])
def test_a_link_with_data_that_cannot_be_read_names_the_key(data: str) -> None:
    app = at(data=data)
    assert not app.exception
    (warning,) = app.warning
    assert "`data`" in warning.value
    assert held(app)["data"] == "three_points"


@pytest.mark.parametrize("eta", ["5", "0.37"])
def test_a_rate_that_runs_away_is_a_verdict_with_a_rate_that_works(eta: str) -> None:
    app = at(eta=eta)
    assert "above 2/λ_max = 0.3606" in said(app)
    app.button(key="working rate").click().run()
    assert held(app)["eta"] == "0.18"
    assert "down from 1.905" in said(app)


def test_more_steps_than_are_taken_are_said_and_the_controls_stay() -> None:
    app = at(data="noisy_line", noisy_line_count="500", batch="1", epochs="2000")
    assert not app.exception
    assert "These settings make 1000000 steps, and at most 100000 are taken" in said(app)
    assert app.number_input(key="epochs: exactly").value == 2000


def test_the_same_address_is_the_same_picture_and_another_seed_another_one() -> None:
    address = {"data": "noisy_line", "batch": "4"}
    first, again, other = (top_picture(at(**address, **more)) for more in ({}, {}, {"seed": "1"}))
    assert first == again
    assert first[1]["model"] != other[1]["model"]


def test_a_start_of_ones_own_is_where_training_begins_and_the_notice_on_another_start_is_gone() -> None:
    notice = EXAMPLES["training"][0].notice
    assert notice in shown(at())
    app = at(start="3,-1", tab="Loss")
    # 14·9 + 3 + 38 − 36 − 126 + 20 = 25 squared misses from (3, −1), half their mean is 25/6
    assert "down from 4.167" in said(app)
    assert notice not in shown(app)
    app.button(key="drawn start").click().run()
    assert notice in shown(app)


@pytest.mark.parametrize("start", ["1,2,3", "1", "1,x", "1,inf"])
def test_a_start_that_does_not_fit_leaves_the_one_the_seed_draws(start: str) -> None:
    app = at(start=start)
    assert not app.exception
    assert "down from 1.905" in said(app)


def test_another_optimiser_is_not_described_by_the_example() -> None:
    assert EXAMPLES["training"][0].notice not in shown(at(optimizer="adam"))


def test_only_the_sets_that_fit_a_model_are_offered() -> None:
    app = at(model="two_two_one")
    offered = app.selectbox(key="data: menu").options
    assert set(offered) == {row.title for row in DATASETS.values() if "two_two_one" in row.fits}


def test_every_optimiser_and_every_schedule_can_train() -> None:
    app = at()
    app.session_state["more"] = True
    app.run()
    drawn = set()
    for key, table in (("optimizer", TRAINERS), ("schedule", SCHEDULES)):
        for name in table:
            app.selectbox(key=key).select(name).run()
            assert not app.exception
            drawn.add(top_picture(app)[1]["model"])
        app.selectbox(key=key).select(next(iter(table))).run()
    assert len(drawn) > len(TRAINERS)


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("hidden", ["1", "8"])
def test_a_network_is_drawn_with_any_hidden_layer(activation: str, hidden: str) -> None:
    app = at(model="network", data="xor", hidden=hidden, activation=activation, batch="4")
    assert not app.exception
    assert top_picture(app)[1]["boundary"]


def test_a_pasted_table_becomes_the_data_and_travels_in_the_address() -> None:
    app = pasted(at(tab="Data"), "hours; points\n1,5; 2\n2; 5\n3; 3")
    assert held(app)["data"] == "hours,points;1.5,2;2,5;3,3"
    assert any("Commas were read as decimal points" in text for text in shown(app))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1, 2\n3, four", "Line 2: y is no number: “four”."),
        ("1, 2\n\n3", "Line 3: There is 1 cell where line 1 has 2."),
        ("1, 2\n3, NaN", "Line 2: y is missing."),
        ("\n".join(["1, 2"] * (MOST_ROWS + 1)), f"There are 501 rows, and at most {MOST_ROWS} are read."),
        ("1, 2\n1, 3", CONSTANT),
        ("<b>x</b>, y\n1, 2", "Line 1: The name of column 1 must begin with a letter"),
        (", ".join("123456789"), "There are 9 columns, and at most 8 are read."),
    ],
)
def test_what_is_wrong_with_a_pasted_table_is_said_and_the_last_good_data_stay(
    text: str, sentence: str
) -> None:
    app = at(tab="Data", data="1,2;2,4;3,3")
    before = pictures(app)
    pasted(app, text)
    assert sentence in said(app)
    assert "The data before this stay in use." in said(app)
    assert pictures(app) == before
    assert held(app)["data"] == "1,2;2,4;3,3"
    assert app.text_area(key="pasted table").value == text


def test_a_wrong_pasted_table_is_still_there_after_a_look_at_another_part() -> None:
    app = pasted(at(tab="Data"), "1, 2\n3, four")
    for tab in ("Loss", "Data"):
        app.segmented_control(key="tab").set_value(tab).run()
    assert app.text_area(key="pasted table").value == "1, 2\n3, four"
    assert "Line 2: y is no number" in said(app)


def test_a_pasted_table_brings_a_model_that_can_learn_from_it() -> None:
    app = pasted(at(tab="Data"), "Ya, Na, mood\n3, 0, 1\n0, 2, 0\n2, 1, 1\n0, 4, 0")
    assert held(app)["model"] == "logistic"
    assert "“Perceptron for classification” can and is in hand now" in said(app)
    assert top_picture(app)[1]["boundary"]


def test_a_long_table_is_learned_and_the_link_holds_the_named_set_only() -> None:
    rows = "\n".join(f"{k / 10}, {k % 7}" for k in range(60))
    app = pasted(at(tab="Data", data="1,2;2,5"), rows)
    assert held(app)["data"] == "three_points"
    assert TOO_LONG_FOR_A_LINK in shown(app)
    assert "Your table, 60 rows" in app.selectbox(key="data: menu").options
    drawn = top_picture(app)
    app.selectbox(key="data: menu").select("three_points").run()
    assert TOO_LONG_FOR_A_LINK not in shown(app)
    assert top_picture(app) != drawn
    app.selectbox(key="data: menu").select("own").run()
    assert top_picture(app) == drawn


def test_noise_moves_the_data_of_a_drawn_set() -> None:
    still, noisy = (top_picture(at(data="noisy_line", noisy_line_noise=noise)) for noise in ("0", "2"))
    assert still[1]["samples"] != noisy[1]["samples"]


def test_a_long_training_shows_its_progress_and_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "PATIENCE", 0.0)
    app = at(model="network", data="two_moons", hidden="8", batch="1", epochs="1000")
    assert "**:gray[Under way]**" in shown(app)
    assert top_picture(app)[0]
    app.button(key="stop training 0").click().run()
    assert "**:gray[Under way]**" not in shown(app)
    app.button(key="train on").click().run()
    assert "**:gray[Under way]**" in shown(app)
    app.button(key="stop training 0").click().run()
    assert not app.exception


def test_a_training_that_was_stopped_goes_on_to_the_same_end() -> None:
    setting = asked("network", "xor")
    work = running.Work(setting)
    work.stop()
    work.go_on()
    assert work.is_done(60)
    whole = train(setting.model, setting.samples, rate=0.3, batch=2, epochs=40, seed=0)
    assert work.so_far.status == whole.status
    np.testing.assert_array_equal(work.so_far.parameters, whole.parameters)


# The exception in the thread is what this test is about; the page has to hear of it in its own run.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_training_that_broke_off_never_passes_for_a_whole_one(monkeypatch: pytest.MonkeyPatch) -> None:
    work = running.Work(asked("network", "xor"))
    work.stop()

    def broken() -> Iterator[Running]:
        raise MemoryError
        yield

    monkeypatch.setattr(work, "_epochs", broken())
    work.go_on()
    with pytest.raises(RuntimeError, match="broke off"):
        work.is_done(60)


def test_a_setting_is_the_same_key_as_long_as_nothing_changed() -> None:
    samples = samples_of([[1, 2], [2, 3]])
    one, same, other = (
        Setting(model_named("network", 3), data, "own", None, 0.1, 2, 10, 0)
        for data in (samples, samples, samples_of([[1, 2], [2, 3]]))
    )
    assert len({one, same}) == 1
    assert len({one, other}) == 2


def test_text_in_a_table_never_becomes_markdown_or_a_field() -> None:
    app = pasted(at(tab="Data"), "a_b(c), y\n1, 2\n2, 3\n4, 1")
    rich = [*app.markdown, *app.latex, *app.caption, *app.get("html"), *app.warning]
    assert not any("a_b(c)" in element.proto.body for element in rich)
    fields = json.loads(top_picture(app)[0])
    assert '"field": "a_b(c)"' not in json.dumps(fields)
