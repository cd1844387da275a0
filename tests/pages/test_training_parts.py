"""Training without a browser: the idea, one sample, backpropagation, which loss, convex or not, the myths."""

from typing import Any

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from core.examples import EXAMPLES
from core.myths import MYTHS
from tests.pages.app import opened, pictures, said, values_after
from ui.keys import TRAINING_TABS
from ui.terms import words_of
from ui.training import running

LESSON = "training"
PAGE = "pages/training.py"
PARTS = ("Idea", "One sample", "Backpropagation", "Which loss", "Convex", "Myths")
XOR = {"model": "two_two_one", "data": "xor", "eta": "1", "batch": "4", "epochs": "300", "seed": "1"}
CORNER = {**XOR, "tab": "Backpropagation", "sample": "4"}


def data(app: AppTest, alt: str, name: str) -> dict[str, list[Any]]:
    """The columns of one data set of the picture whose alt text begins so."""
    (found,) = [sets for told, (_, sets) in pictures(app).items() if told.startswith(alt)]
    columns: dict[str, list[Any]] = pa.ipc.open_stream(found[name]).read_all().to_pydict()
    return columns


def table(app: AppTest, first: str) -> dict[str, list[str]]:
    """The table whose first column is called so."""
    (found,) = [one.value for one in app.table if one.value.columns[0] == first]
    return {name: list(found[name]) for name in found.columns}


def blackboard(app: AppTest) -> str:
    return "\n".join(latex.value for latex in app.latex)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return app.run()


@pytest.fixture(autouse=True)
def every_training_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is, no page shows half a training."""
    monkeypatch.setattr(running, "PATIENCE", 60.0)


@pytest.mark.parametrize("tab", PARTS)
@pytest.mark.parametrize("model", ["mean", "perceptron", "logistic", "two_two_one"])
def test_every_part_has_a_picture_for_every_kind_of_model(model: str, tab: str) -> None:
    app = opened(PAGE, model=model, tab=tab, epochs="20")
    assert not app.exception
    assert not app.warning
    assert pictures(app)


@pytest.mark.parametrize("tab", TRAINING_TABS)
def test_every_part_but_those_without_has_its_words(tab: str) -> None:
    assert bool(words_of(LESSON, tab)) is (tab not in ("Convex", "Myths", "Practice"))


@pytest.mark.parametrize("name", [example.name for example in EXAMPLES[LESSON]])
def test_an_example_opens_and_says_what_to_notice(name: str) -> None:
    (example,) = [one for one in EXAMPLES[LESSON] if one.name == name]
    app = opened(PAGE, **example.values)
    assert not app.exception
    assert example.notice in said(app)


def test_a_part_that_was_just_opened_begins_with_its_first_step() -> None:
    app = opened(PAGE, **CORNER, step="8")
    assert "8 of 14" in said(app)
    app.segmented_control(key="tab").set_value("One sample").run()
    assert values_after(app, LESSON)["step"] == "0"
    assert "0 of 14" in said(app)


# ---- the idea


def test_the_round_of_golf_ends_in_the_hole() -> None:
    app = opened(PAGE)
    # √(150 m / c) with c = (1000 · 0.0005 / 0.0459)² / 9.81 is 3.52135 kN.
    assert "In the hole after 9 shots, with a force of 3.521 kN." in said(app)
    for text in ("the learning algorithm", "the parameter", "the error", "Many parameters", "Predict"):
        assert text in said(app)


def test_a_player_who_learns_too_fast_misses_by_more() -> None:
    app = opened(PAGE, golf_eta="0.0003")
    assert "The error grew: shot 3 misses by 4.53 m, the one before by 3.93 m." in said(app)


def test_next_goes_from_the_rule_to_the_first_shot_and_the_picture_with_it() -> None:
    app = press(opened(PAGE), "steps: Next")
    assert "1 of 9" in said(app)
    assert "Shot 1" in said(app)
    assert data(app, "Golf shots", "frame")["k"] == [1]


def test_a_hole_beyond_the_course_falls_back_and_says_so() -> None:
    app = opened(PAGE, target="9000")
    assert not app.exception
    assert values_after(app, LESSON)["target"] == "150"
    assert "`target`" in "".join(warning.value for warning in app.warning)


# ---- one sample


def test_the_slopes_of_a_line_are_those_worked_out_by_hand() -> None:
    # From (m, b) = (1.44, −0.9) the misses y − ŷ at x = 1, 2, 3 are 1.46, 3.02 and −0.42.
    app = opened(PAGE, tab="One sample", sample="2", step="4")
    assert "Sample 2 of 3: (x, y) = (2, 5)." in said(app)
    assert "-6.04" in blackboard(app)  # −3.02 · 2
    slopes = table(app, "parameter")
    assert slopes["parameter"] == ["m", "b"]
    found = [float(text.replace("−", "-")) for text in slopes["slope of L"]]
    assert found == pytest.approx([-(1.46 + 2 * 3.02 - 3 * 0.42) / 3, -(1.46 + 3.02 - 0.42) / 3])
    assert slopes["slope of L"] == slopes["by differences"]


def test_where_there_is_nothing_to_predict_from_all_samples_are_taken() -> None:
    app = opened(PAGE, model="mean", data="three_power_lines", tab="One sample", step="1")
    assert "all 3 samples are taken together" in said(app)
    assert "2(c - 1) + 2(c - 2) + 2(c - 6)" in blackboard(app)
    assert not [slider for slider in app.get("select_slider") if slider.key == "sample"]


def test_a_sample_and_an_epoch_there_are_not_come_back_to_the_last() -> None:
    app = opened(PAGE, tab="One sample", sample="99", epoch="2000", epochs="20")
    assert not app.exception
    assert (values_after(app, LESSON)["sample"], values_after(app, LESSON)["epoch"]) == ("3", "20")
    assert "Sample 3 of 3" in said(app)


def test_parameters_that_have_run_away_are_told_as_a_sentence() -> None:
    app = opened(PAGE, model="coin", data="coin", eta="10", tab="One sample", epoch="2000")
    assert not app.exception
    assert "is not between 0 and 1. Look at an earlier epoch" in said(app)


def test_a_long_batch_is_checked_over_its_first_samples_and_says_so() -> None:
    app = opened(
        PAGE, model="network", data="two_moons", hidden="8", batch="20", epochs="2", tab="One sample"
    )
    assert "L is the mean over the first 6 of 100 samples." in said(app)


# ---- backpropagation


def test_the_picture_stands_at_the_step_and_says_the_product_of_its_factors() -> None:
    app = opened(PAGE, **CORNER, step="8")
    edges = data(app, "A network", "edges")
    (told,) = data(app, "A network", "seed")["words"]
    assert told.startswith("∂L/∂w₁₁ = ")
    *_, product, slope = told.split(" = ")
    total = 1.0
    for factor in product.split(" · "):
        total *= float(factor.strip("()").replace("−", "-"))
    assert float(slope.replace("−", "-")) == pytest.approx(total, rel=0.02)
    assert slope in edges["slope"]
    assert "w₁₁ leads from x₁ to a₁" in said(app)


def test_next_moves_the_picture_with_the_step() -> None:
    app = opened(PAGE, **CORNER)
    (before,) = data(app, "A network", "seed")["words"]
    (after,) = data(press(app, "steps: Next"), "A network", "seed")["words"]
    assert (before[:5], after[:5]) == ("a₁ = ", "a₂ = ")


def test_the_swapped_lines_of_the_notes_come_out_right() -> None:
    app = opened(PAGE, **CORNER, step="11")
    assert "The notes have the lines of w₁₂ and w₂₁ swapped." in said(app)
    assert r"\frac{\partial z_{2}}{\partial w_{12}}" in blackboard(app)


def test_the_last_step_lowers_the_loss_of_its_sample() -> None:
    app = opened(PAGE, **CORNER, step="14")
    (told,) = data(app, "A network", "seed")["words"]
    before, after = (float(text) for text in told.partition("L goes from ")[2].split(" to "))
    assert after < before


def test_a_model_without_a_hidden_layer_shows_the_way_to_one_with() -> None:
    app = opened(PAGE, tab="Backpropagation")
    assert "“Line” has no hidden layer" in said(app)
    press(app, "take a network")
    assert values_after(app, LESSON)["model"] == "two_two_one"
    assert data(app, "A network", "seed")["words"][0].startswith("a₁ = ")


def test_the_three_layers_of_the_notes_are_walked_back_factor_by_factor() -> None:
    app = opened(PAGE, tab="Backpropagation", walk="chain", step="6")
    assert "6 of 6" in said(app)
    assert r"\frac{dz_{1}}{db_{1}}" in blackboard(app)


# ---- which loss


def test_a_confident_mistake_is_told_by_the_logarithm_and_hardly_by_the_square() -> None:
    app = opened(PAGE, tab="Which loss")
    # −(1 − 0.01) and −(1 − 0.01) · 0.01 · 0.99; their quotient is 1/0.0099.
    assert "the squared loss has the slope −0.0098 in z and the log-loss −0.99, 101 times" in said(app)
    assert said(app).count("Source: ") == 6


def test_the_truth_can_be_turned_round() -> None:
    app = opened(PAGE, tab="Which loss", truth="0", yhat="0.99")
    assert "With ŷ = 0.99 and y = 0 the squared loss has the slope 0.0098 in z and the log-loss 0.99" in said(
        app
    )


# ---- convex or not


def test_two_starts_of_the_network_end_apart_and_prove_that_it_is_not_convex() -> None:
    app = opened(PAGE, **{**XOR, "epochs": "2000"}, tab="Convex", other="2")
    assert "the chord lies below the curve, so the loss is not convex" in said(app)
    ends = table(app, "seed")
    assert ends["seed"] == ["1", "2"]
    assert [float(text) for text in ends["at the end"]] == pytest.approx([0.00583989, 0.35109], rel=1e-4)


def test_two_starts_of_a_line_end_in_the_same_place() -> None:
    app = opened(PAGE, tab="Convex", epochs="2000")
    assert "Both starts end in the same place, with a loss of 0.6944." in said(app)  # 25/36
    assert "it bends down nowhere" in said(app)
    assert "0 of 5" in said(app)  # three steps of the segment, three of the Hessian


def test_the_same_seed_twice_is_no_second_start() -> None:
    app = opened(PAGE, tab="Convex", other="0", epochs="20")
    assert not app.exception
    assert "Both start from the same seed." in said(app)


def test_a_training_that_runs_away_has_no_end_to_compare() -> None:
    app = opened(PAGE, tab="Convex", eta="5")
    assert not app.exception
    assert "A training that runs away has no end to compare." in said(app)


# ---- myths


def test_every_myth_of_the_lesson_is_refuted_on_screen() -> None:
    app = opened(PAGE, tab="Myths", epochs="20")
    assert not app.exception
    for myth in MYTHS[LESSON]:
        assert myth.truth in said(app)
    assert "did not refute" not in said(app)


def test_a_myth_is_seen_in_its_own_setting() -> None:
    app = press(opened(PAGE, tab="Myths", epochs="20"), "myth: ninety-two")
    assert not app.exception
    values = values_after(app, LESSON)
    assert (values["model"], values["data"], values["tab"]) == ("line", "three_points", "Idea")
