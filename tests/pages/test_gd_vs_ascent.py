"""GD vs Ascent without a browser: optimisers with their knobs, the race, momentum, many starts, surfaces."""

import pytest
from streamlit.testing.v1 import AppTest

from core.examples import EXAMPLES
from core.optimizers import OPTIMIZERS
from core.surfaces import SURFACES, Surface
from tests.pages.app import opened, pictures, said, shown, values_after
from ui.gd_vs_ascent.parts import PARTS
from ui.gd_vs_ascent.surfaces import punishment
from ui.keys import GD_VS_ASCENT_TABS, KEYS
from ui.knobs import KNOBS, rail

LESSON = "gd_vs_ascent"
PAGE = "pages/gd_vs_ascent.py"
ELLIPSE = {"dim": "2", "g": "x^2 + 25y^2", "px": "5", "py": "2"}
TWO_WELLS = {"dim": "2", "g": "(x^2 - 1)^2 + y^2", "px": "1.5", "py": "1", "eta": "0.05"}
SQUARE_WINDOW = {"xlo": "-2", "xhi": "2", "ylo": "-2", "yhi": "2"}

PLANES = [
    "5",
    "x + y",
    "|x| + |y|",
    "floor x",
    "1/(x y)",
    "log(x y)",
    "sqrt(-1 - x^2)",
    "x^2 y^2",
    "e^x - y^3",
]
CURVES = ["5", "x", "|x|", "floor x", "1/x", "log x", "x^x", "sqrt(-1 - x^2)", "e^x", "x^3", "tan x"]


def column(app: AppTest, name: str, run: str = "descent") -> list[float]:
    (table,) = app.dataframe
    return [float(text) for text in table.value[table.value["run"] == run][name]]


def ranking(app: AppTest) -> list[tuple[str, str]]:
    """Place and name of every racer."""
    (table,) = app.table
    return list(zip(table.value["place"], table.value["optimiser"], strict=True))


def test_every_part_has_its_place_in_the_address() -> None:
    assert tuple(PARTS) == GD_VS_ASCENT_TABS


@pytest.mark.parametrize("tab", PARTS)
@pytest.mark.parametrize(
    "function",
    [*({"dim": "1", "f": text} for text in CURVES), *({"dim": "2", "g": text} for text in PLANES)],
    ids=lambda function: " ".join(function.values()),
)
def test_every_part_opens_for_every_function(tab: str, function: dict[str, str]) -> None:
    app = opened(PAGE, tab=tab, **function)
    assert not app.exception
    assert not app.warning
    assert pictures(app)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("dim", ["1", "2"])
@pytest.mark.parametrize("tab", ["Down or up", "Why this step"])
def test_every_optimiser_walks_and_shows_its_rule(optimizer: str, dim: str, tab: str) -> None:
    app = opened(PAGE, optimizer=optimizer, dim=dim, tab=tab, flip="true")
    app.session_state["more"] = True
    app.run()
    assert not app.exception
    row = OPTIMIZERS[optimizer]
    assert row.latex in [latex.value.strip("$\n") for latex in app.latex]
    assert row.memory in said(app)
    assert row.source in said(app)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_knob_of_an_optimiser_has_its_slider(optimizer: str) -> None:
    app = opened(PAGE, optimizer=optimizer)
    app.session_state["more"] = True
    app.run()
    names = {slider.key for slider in app.get("select_slider")}
    assert names - {"eta"} == {f"{optimizer}_{knob.name}" for knob in OPTIMIZERS[optimizer].knobs}


@pytest.mark.parametrize("name", KNOBS)
def test_the_rail_of_a_knob_holds_its_default_and_stays_between_its_ends(name: str) -> None:
    knob = KNOBS[name]
    stops = rail(knob)
    assert knob.default in stops
    assert (stops[0], stops[-1]) == (knob.low, knob.high)
    assert list(stops) == sorted(set(stops))


def test_the_knobs_stand_at_their_defaults_until_somebody_turns_them() -> None:
    defaults = {key.name: key.read(key.default) for page in KEYS.values() for key in page}
    assert {name: defaults[name] for name in KNOBS} == {name: knob.default for name, knob in KNOBS.items()}


def test_a_knob_in_the_address_sets_the_run() -> None:
    # The heavy ball on x² from 1, written with the last two points (Polyak, 1964).
    app = opened(PAGE, f="x^2", x0="1", eta="0.1", optimizer="momentum", momentum_beta="0.5", tab="Numbers")
    points = [1.0, 0.8]
    while len(points) < 6:
        points.append(points[-1] - 0.2 * points[-1] + 0.5 * (points[-1] - points[-2]))
    assert column(app, "x") == pytest.approx(points, rel=1e-14)


def test_a_knob_beyond_its_range_falls_back_and_says_so() -> None:
    app = opened(PAGE, optimizer="momentum", momentum_beta="1.5")
    assert not app.exception
    assert values_after(app, LESSON)["momentum_beta"] == "0.9"
    assert "`momentum_beta`" in "".join(warning.value for warning in app.warning)


def test_a_usual_rate_is_a_click_away() -> None:
    app = opened(PAGE, optimizer="adam")
    app.session_state["more"] = True
    app.run()
    app.button(key="usual rate").click().run()
    assert values_after(app, LESSON)["eta"] == "0.1"


def test_a_knob_of_a_schedule_sets_the_rates() -> None:
    app = opened(
        "pages/learning_rate.py",
        f="x^2",
        x0="1",
        eta="0.25",
        schedule="exponential",
        exponential_decay="0.5",
        tab="Numbers",
    )
    points = [1.0]
    for k in range(5):
        points.append(points[-1] * (1 - 2 * 0.25 * 0.5**k))
    assert column(app, "x", "η = 0.25") == pytest.approx(points, rel=1e-14)


def test_newton_wins_the_race_on_a_quadratic_in_one_step() -> None:
    app = opened(PAGE, **ELLIPSE, eta="0.02", tab="Race")
    assert ranking(app)[0] == ("1", "Newton")
    assert {name for _, name in ranking(app)} == {"Gradient", "Momentum", "Adam", "Newton"}
    assert "Newton at (x, y) = (0, 0) is first within 0.001 of a minimum: 1 step" in said(app)
    assert any("with the racing runs" in alt for alt in pictures(app))


def test_the_race_is_ranked_by_evaluations_too() -> None:
    # A Hessian of two variables counts as two evaluations: Newton's one step costs three.
    app = opened(PAGE, **ELLIPSE, eta="0.02", tab="Race", by="evaluations")
    (table,) = app.table
    assert table.value["evaluations"].iloc[0] == "3"


def test_nobody_races_twice_and_anybody_may_race_alone() -> None:
    twice = opened(PAGE, **ELLIPSE, tab="Race", optimizer="adam", against="adam,newton")
    assert sorted(name for _, name in ranking(twice)) == ["Adam", "Newton"]
    alone = opened(PAGE, **ELLIPSE, tab="Race", optimizer="adam", against="")
    assert [name for _, name in ranking(alone)] == ["Adam"]


def test_all_race_with_the_same_rate_when_asked_to() -> None:
    app = opened(PAGE, **ELLIPSE, tab="Race", eta="0.03", pace="same")
    (table,) = app.table
    assert set(table.value["η"]) == {"0.03"}


def test_all_twelve_race_together_up_and_down() -> None:
    for sense in ("descent", "ascent"):
        app = opened(PAGE, **ELLIPSE, tab="Race", against=",".join(OPTIMIZERS), sense=sense)
        assert not app.exception
        assert len(ranking(app)) == len(OPTIMIZERS)


def test_a_stranger_in_the_race_is_refused_with_a_note() -> None:
    app = opened(PAGE, tab="Race", against="adam,turbo")
    assert not app.exception
    assert values_after(app, LESSON)["against"] == "momentum,adam,newton"
    assert "`against`" in "".join(warning.value for warning in app.warning)


def test_picking_another_racer_is_kept_in_the_address() -> None:
    app = opened(PAGE, **ELLIPSE, tab="Race")
    app.multiselect(key="against").set_value(["bfgs"]).run()
    assert values_after(app, LESSON)["against"] == "bfgs"
    assert sorted(name for _, name in ranking(app)) == ["BFGS", "Gradient"]


def test_the_best_pair_of_eta_and_beta_is_the_published_one() -> None:
    # κ = 25: η = 4/(√50 + √2)² = 1/18, β = (4/6)² = 4/9, and a step leaves √β = 2/3 (Polyak, 1964).
    app = opened(PAGE, **ELLIPSE, tab="Momentum", eta="0.02")
    app.button(key="best pair").click().run()
    values = values_after(app, LESSON)
    assert float(values["eta"]) == pytest.approx(1 / 18, rel=1e-12)
    assert float(values["momentum_beta"]) == pytest.approx(4 / 9, rel=1e-12)
    assert "In the end a step leaves 0.6667 of the error" in said(app)


def test_beside_a_quadratic_momentum_offers_one() -> None:
    app = opened(PAGE, tab="Momentum", f="e^x")
    assert "This part works on quadratics that have a minimum, and f is none." in shown(app)
    app.button(key="a bowl").click().run()
    assert not app.exception
    assert values_after(app, LESSON)["g"] == "x^2 + 25y^2"
    assert any(alt.startswith("How fast momentum settles") for alt in pictures(app))


def test_two_equal_valleys_share_a_grid_of_starts_equally() -> None:
    app = opened(PAGE, **TWO_WELLS, **SQUARE_WINDOW, tab="Many starts")
    (table,) = app.table
    assert list(table.value["share"]) == ["50 %", "50 %"]
    assert list(table.value["runs"]) == ["50", "50"]
    assert set(table.value["at"]) == {"(x, y) = (1, 0)", "(x, y) = (−1, 0)"}
    assert "Of 100 starts 100\u00a0% have come to 2 places." in shown(app)


def test_more_places_than_a_picture_can_tell_apart_are_counted_as_more() -> None:
    app = opened(PAGE, dim="2", g="5", px="1", py="1", tab="Many starts")
    assert "Of 100 starts 100\u00a0% have come to more than 16 places." in shown(app)
    (table,) = app.table
    assert next(iter(table.value["at"])) == "elsewhere"


def test_many_starts_that_are_all_under_way_are_said_to_be() -> None:
    app = opened(PAGE, **ELLIPSE, tab="Many starts", eta="0.0001", length="1")
    assert "Of 100 starts 100\u00a0% are under way." in shown(app)


def test_a_pair_that_does_not_settle_multiplies_the_error() -> None:
    # z² − (1 + 0.9 − 200) z + 0.9: its larger root is −198.095.
    app = opened(PAGE, dim="1", f="x^2", x0="1", tab="Momentum", eta="100")
    assert "In the end a step multiplies the error by 198.1; measured" in said(app)


def test_the_same_seed_draws_the_same_starts_and_another_one_does_not() -> None:
    one, again, other = (
        next(iter(pictures(opened(PAGE, **TWO_WELLS, tab="Many starts", spread="random", seed=seed)).items()))
        for seed in ("7", "7", "8")
    )
    assert one == again
    assert one != other


def test_restarts_of_the_rate_are_told_and_have_their_period() -> None:
    app = opened(PAGE, **TWO_WELLS, tab="Many starts", restarts="true", restarts_period="20")
    assert not app.exception
    assert "have rested in more than one place" in said(app)
    assert "restarts_period" in {slider.key for slider in app.get("select_slider")}


def test_the_step_in_the_address_is_the_one_taken_apart() -> None:
    app = opened(PAGE, **ELLIPSE, eta="0.1", optimizer="adam", tab="Why this step", step="2", steps="10")
    assert "2 of 10" in shown(app)
    assert any(text.startswith("Step 2: to (x, y) = ") for text in shown(app))
    assert any("the pieces of one step" in alt for alt in pictures(app))


@pytest.mark.parametrize(
    ("tab", "picture"), [("Why this step", "the pieces of one step"), ("Race", "with the racing runs")]
)
def test_a_function_of_one_variable_has_its_picture_on_the_curve(tab: str, picture: str) -> None:
    app = opened(PAGE, tab=tab)
    assert not app.exception
    (alt,) = pictures(app)
    assert alt.startswith("The curve of f ") and picture in alt


def test_many_starts_of_one_variable_say_that_there_is_no_map() -> None:
    assert "This part has a map of its own for f(x, y)" in said(opened(PAGE, tab="Many starts"))


@pytest.mark.parametrize("dim", ["1", "2"])
def test_the_error_of_momentum_is_followed_axis_by_axis(dim: str) -> None:
    app = opened(PAGE, **{**ELLIPSE, "dim": dim}, tab="Momentum", look="curves", eta="0.02")
    assert not app.exception
    (alt,) = pictures(app)
    assert alt.startswith("The error along each axis of the bowl")


def test_momentum_from_the_minimum_itself_has_no_error_to_follow() -> None:
    app = opened(PAGE, **{**ELLIPSE, "px": "0", "py": "0"}, tab="Momentum", look="curves")
    assert not app.exception
    assert "there is no error to follow" in said(app)


@pytest.mark.parametrize("chosen", SURFACES.values(), ids=SURFACES)
def test_every_surface_is_a_click_away_and_says_what_it_punishes(chosen: Surface) -> None:
    app = opened(PAGE, tab="Surfaces")
    app.button(key=f"surface: {chosen.name}").click().run()
    assert not app.exception
    assert values_after(app, LESSON)["g"] == chosen.text
    examples = [one for one in EXAMPLES[LESSON] if one.values.get("g") == chosen.text]
    notice = examples[0].notice if examples else punishment(chosen)
    assert notice in shown(app)


def test_the_first_screen_is_the_one_of_old_links() -> None:
    app = opened(PAGE)
    assert values_after(app, LESSON) == {key.name: key.default for key in KEYS[LESSON]}
    assert app.segmented_control(key="tab").value == "Steps"
    assert not app.get("multiselect")
