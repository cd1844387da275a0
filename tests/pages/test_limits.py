"""Limits without a browser: the verdict and its witnesses, ε and δ, what comes late, what goes wrong."""

import time
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import ui.limits.cached
from core.limiting.asking import Answer, symbolic_answer
from core.limiting.opinion import Opinion
from core.limiting.verdicts import VERDICTS
from core.symbolic import warm_up
from tests.pages.app import opened, shown
from ui.limits.verdict import ASKING

PAGE = "pages/limits.py"


@pytest.fixture(scope="module", autouse=True)
def started_workers() -> None:
    warm_up()


def waits(app: AppTest) -> bool:
    return any(text.endswith(ASKING) for text in shown(app))


def answered(app: AppTest) -> AppTest:
    """The page once the symbols have answered; a browser asks again by itself."""
    for _ in range(60):
        assert not app.exception
        if not waits(app):
            return app
        time.sleep(0.1)
        app.run()
    raise AssertionError("the symbols never answered")


def lesson(**address: str) -> AppTest:
    return answered(opened(PAGE, **address))


def picture(app: AppTest) -> tuple[str, dict[str, bytes]]:
    """The spec and the data of the picture near the point."""
    chart = app.get("vega_lite_chart")[0]
    return chart.proto.spec, {part.name: part.data.data for part in chart.proto.datasets}


def opened_verdict(app: AppTest) -> str:
    (title,) = [
        name for name, row in VERDICTS.items() if any(f"[{row.title}]" in text for text in shown(app))
    ]
    return title


def test_the_first_example_says_what_the_lesson_is_about() -> None:
    said = shown(lesson())
    assert "From both sides f comes as near to 2 as you like: the limit is 2." in said
    assert "f(1) has no value. The limit does not ask for one: it looks next to the point only." in said
    # x + 1 is within 0.3 of 2 exactly where x is within 0.3 of 1
    assert (
        "Whenever 0 < |x − 1| < 0.3, f(x) is within 0.3 of 2. No larger δ will do: f is 1.7 at x = 0.7."
        in said
    )


@pytest.mark.parametrize(
    ("address", "verdict"),
    [
        ({"f": "2x", "a": "3"}, "finite"),
        ({"f": "1/x", "a": "0"}, "sides-differ"),
        ({"f": "1/x", "a": "0", "side": "right"}, "+inf"),
        ({"f": "1/x", "a": "0", "side": "left"}, "-inf"),
        ({"f": "1/x^2", "a": "0"}, "+inf"),
        ({"f": "sin x", "a": "oo"}, "oscillates"),
        ({"f": "sin(1/x)", "a": "0"}, "oscillates"),
        ({"f": "floor x", "a": "2"}, "sides-differ"),
        ({"f": "x ln x", "a": "0"}, "undefined"),
        ({"f": "x ln x", "a": "0", "side": "right"}, "finite"),
        ({"f": "tan x", "a": "pi/2"}, "sides-differ"),
        ({"f": "e^x", "a": "-oo"}, "finite"),
    ],
)
def test_each_kind_of_behaviour_has_its_verdict(address: dict[str, str], verdict: str) -> None:
    assert opened_verdict(lesson(**address)) == verdict


def test_the_mark_opens_to_both_witnesses_of_both_sides() -> None:
    (witnesses,) = [code.value for code in lesson(f="floor x", a="2").code if "symbols" in code.value]
    assert witnesses == (
        "from the left\n  symbols     1\n  numbers     1\n  difference  0\n\n"
        "from the right\n  symbols     2\n  numbers     2\n  difference  0"
    )


def test_witnesses_that_disagree_are_both_shown_and_nothing_is_decided() -> None:
    app = lesson(f="log(x)^2 exp(sqrt(log(x)) log(log(x))^2)/sqrt(x)", a="oo")
    assert opened_verdict(app) == "undecided"
    assert "The two ways disagree" in [popover.proto.popover.label for popover in app.get("popover")]
    (witnesses,) = [code.value for code in app.code if "symbols" in code.value]
    assert "symbols     0" in witnesses
    assert "numbers     reach" in witnesses


@pytest.mark.parametrize(("eps", "delta"), [("0.1", "0.05"), ("0.02", "0.01"), ("3", "1.5")])
def test_delta_follows_epsilon(eps: str, delta: str) -> None:
    said = shown(lesson(f="2x", a="3", eps=eps))
    assert any(
        text.startswith(f"Whenever 0 < |x − 3| < {delta}, f(x) is within {eps} of 6.") for text in said
    )


def test_a_moved_epsilon_sends_new_bands_and_leaves_the_rest_of_the_picture() -> None:
    app = lesson(f="2x", a="3")
    before = picture(app)
    app.select_slider(key="eps").set_value(0.5).run()
    after = picture(answered(app))
    assert after[0] == before[0]
    assert {name for name in before[1] if before[1][name] != after[1][name]} == {"bands", "seed"}


def test_without_a_limit_epsilon_meets_a_witness_in_every_neighbourhood() -> None:
    said = shown(lesson(f="|x|/x", a="0", eps="0.5"))
    assert any("f takes the values −1 and 1: they are 2ε = 1 or more apart" in text for text in said)


def test_at_infinity_there_is_no_side_to_choose() -> None:
    app = lesson(f="atan x", a="1")
    assert app.segmented_control(key="side").value == "both"
    app.text_input(key="a").input("oo").run()
    assert "side" not in [one.key for one in app.get("segmented_control")]
    assert "As x grows, f comes as near to pi/2 ≈ 1.5708 as you like." in shown(app)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1/0", "The point cannot be read. Dividing by zero has no value."),
        ("2,5", "The point cannot be read. Decimals are written with a point: 1.5."),
        ("foo", "The point cannot be read. “foo” is not a name here."),
        ("x", "The point must not depend on x:"),
        ("", "Type the point to come near to:"),
        ("2+", "A value is missing at the end."),
    ],
)
def test_a_point_that_is_no_number_is_explained_and_the_picture_stays(typed: str, sentence: str) -> None:
    app = lesson(f="2x", a="3")
    before = picture(app)
    app.text_input(key="a").input(typed).run()
    assert not app.exception
    assert any(text.startswith(sentence) for text in shown(app))
    assert picture(app) == before
    assert app.session_state["address: values"]["limits"]["a"] == "3"


def test_the_place_that_cannot_be_read_is_pointed_at() -> None:
    app = lesson()
    app.text_input(key="a").input("  pi/§").run()
    assert "pi/§\n   ▲" in shown(app)


@pytest.mark.parametrize("typed", ["**2**", "<b>2</b>", "$2$", ":red[2]", "[2](https://example.org)"])
def test_hostile_text_in_the_point_is_shown_as_typed_and_nowhere_else(typed: str) -> None:
    app = lesson()
    app.text_input(key="a").input(typed).run()
    assert not app.exception
    rich = [*app.markdown, *app.latex, *app.caption, *app.get("html"), *app.warning]
    assert not any(typed in element.proto.body for element in rich)
    assert any(code.value.startswith(typed) for code in app.code)


@pytest.mark.parametrize(
    ("f", "a", "sentence"),
    [
        ("sqrt(-x^4 - x^2)", "0", "f has no values near the point: sqrt(−x^4 − x^2) has no real value."),
        ("log(-1 - x^2)", "2", "f has no values near the point: log(−1 − x^2) has no real value."),
        ("5", "2", "From both sides f comes as near to 5 as you like: the limit is 5."),
    ],
    ids=["isolated", "nowhere defined", "constant"],
)
def test_a_function_with_nothing_near_the_point_is_said_and_drawn(f: str, a: str, sentence: str) -> None:
    app = lesson(f=f, a=a)
    assert sentence in shown(app)
    assert len(picture(app)[1]) > 5


@pytest.mark.parametrize(
    "f", ["x", "|x|", "floor x", "tan x", "x^x", "e^(e^x)", "1/log(x)", "{x < 0: -1, x > 0: 1}"]
)
@pytest.mark.parametrize("a", ["0", "-2.5", "pi/2", "1e15", "1e90", "oo", "-oo"])
def test_an_odd_function_meets_no_exception_wherever_the_point_is(f: str, a: str) -> None:
    app = lesson(f=f, a=a)
    assert opened_verdict(app) in VERDICTS


def held_back(release: Event) -> Callable[..., Answer]:
    def late(*question: Any) -> Answer:
        release.wait(20)
        return symbolic_answer(*question)

    return late


def test_while_the_symbols_are_asked_picture_and_numbers_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    release = Event()
    monkeypatch.setattr(ui.limits.cached, "symbolic_answer", held_back(release))
    app = opened(PAGE, f="(x^2 - 49)/(x - 7)", a="7")
    assert waits(app)
    assert "from the left: 14\nfrom the right: 14" in shown(app)
    early = picture(app)
    release.set()
    app = answered(app)
    assert "From both sides f comes as near to 14 as you like: the limit is 14." in shown(app)
    assert early[1]["curve"] == picture(app)[1]["curve"]


def unanswered(sentence: str, busy: bool) -> Answer:
    silent = Opinion("none", sentence=sentence)
    return Answer({"left": silent, "right": silent}, (), False, sentence, busy, final=False)


def test_a_question_that_took_too_long_can_be_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = unanswered("This takes too long to work out symbolically.", busy=False)
    with monkeypatch.context() as patched:
        patched.setattr(ui.limits.cached, "symbolic_answer", lambda *_: answer)
        app = lesson(f="x + 41", a="1")
    assert opened_verdict(app) == "undecided"
    assert "Only the numbers answered" in [popover.proto.popover.label for popover in app.get("popover")]
    assert any("but this takes too long to work out symbolically." in text for text in shown(app))
    app.button(key="ask again").click().run()
    assert opened_verdict(answered(app)) == "finite"


def test_where_nobody_had_time_the_page_asks_again_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = unanswered("Too many questions at once.", busy=True)
    with monkeypatch.context() as patched:
        patched.setattr(ui.limits.cached, "symbolic_answer", lambda *_: answer)
        app = opened(PAGE, f="x + 43", a="1")
    assert "from the left: 44\nfrom the right: 44" in shown(app)
    assert f"Too many questions at once. {ASKING}" in shown(app)
    assert opened_verdict(answered(app.run())) == "finite"


def test_next_leads_through_the_worked_steps_to_the_last() -> None:
    app = lesson(f="(sqrt(x+1) - 1)/x", a="0")
    for place in ("0 of 2", "1 of 2", "2 of 2"):
        assert place in shown(app)
        if place != "2 of 2":
            app.button(key="steps: Next").click().run()
            assert not app.exception
    assert app.button(key="steps: Next").disabled


def test_the_table_of_one_over_x_is_that_of_the_slides() -> None:
    app = lesson(f="1/x", a="0", side="right", tab="Tables")
    (table,) = app.dataframe
    assert list(table.value["x"]) == ["0.1", "0.01", "0.001", "0.0001", "0.00001", "0.000001"]
    assert list(table.value["in 50 digits"]) == ["10", "100", "1000", "10000", "100000", "1000000"]


def test_tables_have_as_many_rows_as_asked_and_say_where_float64_gives_out() -> None:
    app = lesson(f="(1 - cos x)/x^2", a="0", tab="Tables")
    app.number_input(key="rows").set_value(9).run()
    assert [len(table.value) for table in app.dataframe] == [9, 9]
    # 1 − cos 10⁻⁸ is 0 in float64, so the quotient is 0 where 1/2 is near
    assert any("float64 gives out: it says 0 where the value is 0.5" in text for text in shown(app))


def test_the_sequence_of_e_ends_at_1_in_float64() -> None:
    app = lesson(f="(1 + 1/x)^x", a="oo", tab="Tables")
    sequence = app.dataframe[1].value
    assert (sequence["n"].iloc[-1], sequence["in float64"].iloc[-1]) == ("10¹⁶", "1.0")
    assert sequence["in 50 digits"].iloc[-1].startswith("2.71828182845904")


def test_a_point_in_a_link_that_cannot_be_used_is_named() -> None:
    app = opened(PAGE, a="nowhere", eps="-1")
    (warning,) = app.warning
    assert "`a`" in warning.value and "`eps`" in warning.value
