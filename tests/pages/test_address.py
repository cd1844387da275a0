"""What an address may say, and when it becomes an entry in the history."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import CalculusError, SettingError
from ui.address import Written, resolved
from ui.keys import KEYS, Key, canonical, read_number, read_whole

LESSON = "gd_vs_ascent"
DEFAULTS = {key.name: key.default for key in KEYS[LESSON]}


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_in_the_address_keeps_every_digit(value: float) -> None:
    assert read_number(canonical(value), name="x0", label="Start") == value


@pytest.mark.parametrize("text", ["", "nan", "inf", "1_000", "0x10", "1e999", "１", "1 2", "--1", "1" * 50])
def test_what_is_no_decimal_number_is_refused(text: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_number(text, name="x0", label="Start")
    assert caught.value.setting == "x0"


@pytest.mark.parametrize("text", ["0", "1001", "-1", "2.0", "²", "", "9999999999"])
def test_steps_beyond_their_bounds_are_refused(text: str) -> None:
    with pytest.raises(SettingError, match="from 1 to 1000"):
        read_whole(text, name="steps", label="Steps", low=1, high=1000)


def test_an_empty_address_means_all_defaults() -> None:
    assert resolved(LESSON, {}) == (DEFAULTS, ())


def test_an_address_changes_what_it_names_and_nothing_else() -> None:
    values, refused = resolved(LESSON, {"f": "x^3", "eta": "5e-3", "unknown": "1"})
    assert values == {**DEFAULTS, "f": "x^3", "eta": "0.005"}
    assert refused == ()


@given(st.dictionaries(st.sampled_from(sorted(DEFAULTS)), st.text(max_size=60)))
def test_any_address_whatever_means_a_page(asked: dict[str, str]) -> None:
    values, refused = resolved(LESSON, asked)
    assert set(refused) <= set(asked)
    for key in KEYS[LESSON]:
        assert canonical(key.read(values[key.name])) == values[key.name]


@pytest.mark.parametrize("key", KEYS[LESSON], ids=lambda key: key.name)
def test_no_key_takes_the_nonsense_of_a_stranger(key: Key) -> None:
    with pytest.raises(CalculusError):
        key.read("__import__('os').system('true')")


def test_typing_a_function_is_one_entry_while_it_goes_on() -> None:
    first = Written({"f": "x"}).followed_by({"f": "x^2"}, at=100.0, asked=False)
    second = first.followed_by({"f": "x^2 + 1"}, at=101.5, asked=False)
    later = second.followed_by({"f": "sin x"}, at=203.0, asked=False)
    assert (first.entry, second.entry, later.entry) == (True, False, True)


def test_a_moved_slider_stays_within_its_entry() -> None:
    assert not Written({"eta": "0.1"}).followed_by({"eta": "0.2"}, at=1.0, asked=False).entry


def test_an_example_is_an_entry_even_amid_typing() -> None:
    typed = Written({"f": "x", "x0": "0"}).followed_by({"f": "x^2", "x0": "0"}, at=1.0, asked=False)
    assert typed.followed_by({"f": "x^3", "x0": "5"}, at=1.5, asked=True).entry
