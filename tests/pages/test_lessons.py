"""The lessons on runs without a browser: every part, and what they do with what a person gets wrong."""

import re
from collections.abc import Sequence

import pytest
from streamlit.testing.v1 import AppTest

from core.examples import EXAMPLES
from core.myths import MYTHS
from core.schedules import SCHEDULES
from tests.pages.app import opened, pictures, shown
from ui.course import LESSONS

DESCENT = "pages/gd_vs_ascent.py"
RATE = "pages/learning_rate.py"
LESSON_PATHS = [lesson.path for lesson in LESSONS if lesson.section == "Optimisation"]

both_lessons = pytest.mark.parametrize("page", LESSON_PATHS)
both_dimensions = pytest.mark.parametrize("dim", ["1", "2"])


def run_picture(app: AppTest) -> tuple[str, dict[str, bytes]]:
    """The picture of the run itself, on top of every lesson."""
    return next(iter(pictures(app).values()))


def iterates(app: AppTest, run: str, *columns: str) -> list[tuple[float, ...]]:
    """The numbers of these columns of the table, row by row, for one run."""
    (table,) = app.dataframe
    rows = table.value[table.value["run"] == run]
    return list(zip(*(map(float, rows[column]) for column in columns), strict=True))


def iterated(start: float, factor: float, steps: int) -> list[float]:
    """start, start·factor, start·factor² …"""
    return [start * factor**k for k in range(steps + 1)]


def first_column(rows: Sequence[tuple[float, ...]]) -> list[float]:
    return [row[0] for row in rows]


def position(app: AppTest) -> tuple[int, int]:
    """Which of the worked steps is shown, and which is the last."""
    (place,) = [text for text in shown(app) if re.fullmatch(r"\d+ of \d+", text)]
    current, last = place.split(" of ")
    return int(current), int(last)


@both_lessons
@both_dimensions
def test_next_leads_through_the_worked_steps_to_the_last_and_no_further(page: str, dim: str) -> None:
    app = opened(page, dim=dim, tab="Steps")
    _, last = position(app)
    for step in range(last):
        assert position(app) == (step, last)
        app.button(key="steps: Next").click().run()
        assert not app.exception
    assert position(app) == (last, last)
    assert app.button(key="steps: Next").disabled


@both_lessons
@both_dimensions
def test_show_all_writes_every_step_at_once(page: str, dim: str) -> None:
    app = opened(page, dim=dim, tab="Steps")
    one, (_, last) = len(app.latex), position(app)
    app.toggle(key="steps: all").set_value(True).run()
    assert not app.exception
    assert f"0 to {last} of {last}" in shown(app)
    assert len(app.latex) >= one + last


def test_the_numbers_of_descent_and_ascent_are_those_of_the_blackboard() -> None:
    # x² − 4x + 4 from 0 with η = 0.4: the distance to 2 shrinks by 1 − 2η, or grows by 1 + 2η
    app = opened(DESCENT, tab="Numbers")
    down = [2 + error for error in iterated(-2, 0.2, 5)]
    up = [2 + error for error in iterated(-2, 1.8, 5)]
    assert first_column(iterates(app, "descent", "x")) == pytest.approx(down, rel=1e-14)
    assert first_column(iterates(app, "ascent", "x")) == pytest.approx(up, rel=1e-14)


def test_the_numbers_of_two_variables_are_those_of_the_blackboard() -> None:
    # x²/2 + 2y² from (−2.5, 2) with η = 0.4: x shrinks by 1 − η, y by 1 − 4η
    app = opened(DESCENT, dim="2", tab="Numbers")
    expected = list(zip(iterated(-2.5, 0.6, 5), iterated(2, -0.6, 5), strict=True))
    for row, point in zip(iterates(app, "descent", "x", "y"), expected, strict=True):
        assert row == pytest.approx(point, rel=1e-14)


def test_the_numbers_of_the_rate_lesson_are_those_of_its_rate() -> None:
    # η = 0.9: the distance to 2 changes its sign and shrinks by 0.8
    app = opened(RATE, tab="Numbers")
    expected = [2 + error for error in iterated(-2, -0.8, 5)]
    assert first_column(iterates(app, "η = 0.9", "x")) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(("sense", "direction"), [("descent", 1), ("ascent", -1)])
def test_normalised_steps_have_the_length_of_the_rate(sense: str, direction: int) -> None:
    app = opened(DESCENT, tab="Numbers", optimizer="normalised")
    expected = [direction * 0.4 * k for k in range(6)]
    assert first_column(iterates(app, sense, "x")) == pytest.approx(expected, rel=1e-14)


@both_dimensions
def test_normalised_steps_are_worked_out_too(dim: str) -> None:
    app = opened(DESCENT, dim=dim, tab="Steps", optimizer="normalised", step="1")
    assert not app.exception
    assert position(app) == (1, 5)


@both_dimensions
def test_down_or_up_compares_the_two_ways(dim: str) -> None:
    app = opened(DESCENT, dim=dim, tab="Down or up")
    assert not app.exception
    (table,) = app.table
    assert list(table.value.columns) == ["", "Descent", "Ascent"]
    assert table.value["Descent"][0] != table.value["Ascent"][0]


def test_ascent_on_the_opposite_is_descent_number_by_number() -> None:
    app = opened(DESCENT, tab="Down or up", flip="true")
    (table,) = app.dataframe
    descent, ascent = table.value["x, descent on f"], table.value["x, ascent on −f"]
    assert [float(x) for x in descent] == pytest.approx([2 + error for error in iterated(-2, 0.2, 5)])
    assert list(descent) == list(ascent)
    assert set(map(float, table.value["difference"])) == {0.0}


@both_dimensions
def test_every_myth_stands_beside_its_refutation(dim: str) -> None:
    app = opened(RATE, dim=dim, tab="Myths")
    assert not app.exception
    said = shown(app)
    for myth in MYTHS["learning_rate"]:
        assert f"**Myth.** {myth.statement}" in said
        assert myth.compute().sentence in said


@pytest.mark.parametrize("name", [myth.name for myth in MYTHS["learning_rate"]])
def test_see_it_shows_the_counterexample_of_a_myth(name: str) -> None:
    app = opened(RATE, tab="Myths")
    app.button(key=f"myth: {name}").click().run()
    assert not app.exception
    assert not app.warning


@both_lessons
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("x^2 + )", "A value is missing before “)”."),
        ("x + foo(x)", "“foo” is not a name here. Did you mean floor?"),
        ("9^9^9", "This number is too large: computers reckon up to about 1.8e308."),
        ("__import__('os')", "Primes and quotation marks have no meaning in a formula."),
    ],
)
def test_a_wrong_function_keeps_the_picture_and_says_why(page: str, typed: str, sentence: str) -> None:
    app = opened(page)
    before = pictures(app)
    app.text_input(key="f").input(typed).run()
    assert not app.exception
    assert sentence in shown(app)
    assert pictures(app) == before


@both_lessons
def test_a_half_typed_function_keeps_the_picture_without_a_complaint(page: str) -> None:
    app = opened(page)
    before = pictures(app)
    app.text_input(key="f").input("sin(x").run()
    assert not app.exception
    assert not any("▲" in text for text in shown(app))
    assert pictures(app) == before


@both_lessons
def test_a_new_function_changes_the_picture(page: str) -> None:
    app = opened(page)
    before = run_picture(app)
    app.text_input(key="f").input("(x - 1)^2").run()
    assert not app.exception
    assert run_picture(app) != before


@both_lessons
@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"f": "log x", "x0": "-1"}, "The run cannot start here: log(x) is not defined at x = −1."),
        ({"f": "1/x", "x0": "0"}, "The run cannot start here: 1/x is not defined at x = 0."),
        (
            {"dim": "2", "g": "sqrt(x y)", "px": "1", "py": "-1"},
            "The run cannot start here: sqrt(x*y) is not defined at (x, y) = (1, −1).",
        ),
    ],
    ids=["log", "pole", "plane"],
)
def test_a_start_outside_the_domain_is_said_and_the_picture_stays(
    page: str, address: dict[str, str], sentence: str
) -> None:
    app = opened(page, **address)
    assert not app.exception
    assert sentence in shown(app)
    spec, data = run_picture(app)
    assert spec
    assert data


@both_dimensions
@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_schedule_is_run_and_its_rates_are_drawn(schedule: str, dim: str) -> None:
    app = opened(RATE, schedule=schedule, dim=dim)
    assert not app.exception
    assert not app.warning
    drawn = any(alt.startswith("The learning rate used at each") for alt in pictures(app))
    assert drawn == (schedule != "constant")


def test_a_decaying_schedule_takes_shorter_steps_than_the_constant_one() -> None:
    constant = iterates(opened(RATE, tab="Numbers"), "η = 0.9", "x")
    decaying = iterates(opened(RATE, tab="Numbers", schedule="exponential"), "η = 0.9", "x")
    assert decaying[1] == constant[1]
    assert abs(decaying[2][0] - decaying[1][0]) < abs(constant[2][0] - constant[1][0])


@pytest.mark.parametrize(
    ("lesson", "index"),
    [(name, index) for name, examples in EXAMPLES.items() for index in range(len(examples))],
)
def test_every_example_opens_and_says_what_to_notice(lesson: str, index: int) -> None:
    example = EXAMPLES[lesson][index]
    app = opened(f"pages/{lesson}.py", **example.values)
    assert not app.exception
    assert not app.warning
    assert example.notice in shown(app)


@both_lessons
@both_dimensions
@pytest.mark.parametrize("fold", ["more", "examples", "language help"])
def test_every_fold_opens(page: str, dim: str, fold: str) -> None:
    app = opened(page, dim=dim)
    closed = len(app.button) + len(app.number_input) + len(app.table)
    app.session_state[fold] = True
    app.run()
    assert not app.exception
    assert len(app.button) + len(app.number_input) + len(app.table) > closed


@both_lessons
def test_a_window_that_ends_before_it_starts_is_said_and_the_own_one_stands(page: str) -> None:
    own = run_picture(opened(page))
    app = opened(page, xlo="3", xhi="-3")
    assert not app.exception
    assert "The window in x has to end above its start." in shown(app)
    assert run_picture(app) == own


@both_lessons
@pytest.mark.parametrize(
    "typed", ["|x|", "floor x", "tan x", "1/x", "x^x", "5", "{x < 0: -1, x > 0: 1}", "1e90x^2"]
)
@pytest.mark.parametrize("start", ["0", "-2.5", "1e15", "1e50"])
def test_an_odd_function_meets_no_exception_wherever_it_starts(page: str, typed: str, start: str) -> None:
    assert not opened(page, f=typed, x0=start).exception


HOSTILE = [
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "**bold**",
    "[link](https://example.org)",
    "![image](x)",
    ":red[x]",
    ":material/home:",
    "$x$",
    r"\href{https://example.org}{x}",
    r"\text{x}",
    "{{x}}",
    "datum.x",
    "__import__('os')",
    "x" * 400,
    "(" * 200,
]


@both_lessons
def test_hostile_text_is_shown_as_typed_and_nowhere_else(page: str) -> None:
    app = opened(page)
    before = pictures(app)
    for typed in HOSTILE:
        app.text_input(key="f").input(typed).run()
        assert not app.exception
        assert pictures(app) == before
        rich = [*app.markdown, *app.latex, *app.caption, *app.get("html"), *app.warning]
        assert not any(typed in element.proto.body for element in rich)
        assert any(code.value.startswith(typed) for code in app.code)


def test_each_control_starts_from_its_value_even_where_a_message_was_skipped() -> None:
    app = opened(RATE, dim="1", f="x^2", x0="3", steps="7", eta="0.25", tab="Numbers", schedule="cosine")
    app.run()  # no value is sent along any more: what a control then draws for the first time is its default
    app.session_state["more"] = True
    app.run()
    assert app.text_input(key="f").proto.default == "x^2"
    assert app.number_input(key="x0").proto.default == 3
    assert app.number_input(key="steps").proto.default == 7
    (slider,) = app.get("select_slider")
    assert slider.proto.options[int(slider.proto.default[0])] == "0.25"
    dim = app.segmented_control(key="dim").proto
    assert [dim.options[k].content for k in dim.default] == ["f(x)"]
