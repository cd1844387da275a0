"""Home without a browser: the order of the course, the small pictures, and the ready paths."""

import pytest

from charts.thumbnail import Mark, arrow, equal_units
from core.examples import EXAMPLES
from tests.pages.app import opened, pictures, said
from ui.address import resolved
from ui.course import LESSONS, lesson_of
from ui.home.order import PLACES
from ui.home.paths import PATHS, Path, Stop
from ui.home.previews import PREVIEWS, preview

IN_ORDER = [row.name for row in LESSONS if row.kind == "lesson"]
STOPS = [stop for path in PATHS for stop in path.stops]


def test_every_lesson_has_its_place_and_its_picture() -> None:
    assert list(PLACES) == list(PREVIEWS) == IN_ORDER


def test_a_lesson_needs_only_lessons_before_it() -> None:
    for name, place in PLACES.items():
        before = IN_ORDER[: IN_ORDER.index(name)]
        assert set(place.needs) <= set(before)
        assert bool(place.needs) == bool(before)


def test_home_says_what_each_lesson_answers_and_why_it_comes_after_others() -> None:
    text = said(opened("streamlit_app.py"))
    for place in PLACES.values():
        assert place.answers in text
        assert all(why in text for why in place.needs.values())


# The limit of x + 1 at 1; √(2·9·2⁻⁵³/2) for the forward quotient of x² at 3; (xe^(−x²/2))′ = 1 at 0;
# ∇(x² + y²) = (4, 6) at (2, 3); a quadratic is left in one step; 2 − 2·0.2⁵ and 2 − 2·1.8⁵; 2 − 2·(−0.8)⁵;
# the last is what the example of the lesson says.
@pytest.mark.parametrize(
    ("lesson", "facts"),
    [
        ("limits", ("no value at x = 1", "2 from the left", "2 from the right")),
        ("numerical_error", ("least near h = 6 × 10⁻⁸",)),
        ("derivative_rules", ("at x = 0 f is 0 and f′ is 1",)),
        ("gradient", ("∇f = (4, 6)", "(x, y) = (2, 3)")),
        ("hessian_newton", ("from (x, y) = (1.5, −1.5) to (x, y) = (0, 0)",)),
        ("gd_vs_ascent", ("x = 1.99936", "x = −35.7914", "5 steps")),
        ("learning_rate", ("η = 0.9", "x = 2.65536")),
        ("training", ("m = 0.534158", "b = 2.25568")),
    ],
)
def test_a_small_picture_says_what_its_first_example_comes_to(lesson: str, facts: tuple[str, ...]) -> None:
    words = preview(lesson, False).data["frame"]["words"][0]
    assert all(fact in words for fact in facts), words


def test_the_pictures_are_made_once_for_each_theme() -> None:
    assert preview("limits", False) is preview("limits", False)
    assert preview("limits", True).spec is not preview("limits", False).spec


def test_home_shows_a_picture_for_each_lesson() -> None:
    assert len(pictures(opened("streamlit_app.py"))) == len(IN_ORDER)


def test_an_arrow_points_along_its_line_and_units_are_equal() -> None:
    _, head = arrow("slope", (0, 0), (1, 1))
    assert head == Mark("slope", 1, 1, "arrow", 45.0)
    (left, right), (low, high) = equal_units((-3, 3), (-2, 2))
    assert (right - left) / 280 == pytest.approx((high - low) / 118)
    assert (left, right) <= (-3, 3) and (low, high) == pytest.approx((-2, 2))


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.title)
def test_a_step_of_a_path_is_an_address_of_its_lesson(stop: Stop) -> None:
    lesson_of(stop.lesson)
    kept, refused = resolved(stop.lesson, stop.values)
    assert refused == ()
    assert stop.values.items() <= kept.items()
    assert bool(stop.tab) == (stop.lesson in EXAMPLES)


def test_sixty_minutes_are_sixty() -> None:
    assert PATHS[0].name == f"{PATHS[0].minutes} minutes before the exam"
    assert PATHS[0].minutes == 60


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_home_links_every_step_of_a_path_in_order(path: Path) -> None:
    labels = [link.proto.label for link in opened("streamlit_app.py").get("page_link")]
    steps = [label for label in labels if label.endswith(" min")]
    wanted = [
        f"{place}. {lesson_of(stop.lesson).label}: {stop.title} · {stop.minutes} min"
        for place, stop in enumerate(path.stops, start=1)
    ]
    assert "\n".join(wanted) in "\n".join(steps)


def test_an_example_that_is_not_there_is_named() -> None:
    with pytest.raises(LookupError, match="limits has no example nowhere"):
        Stop("Nowhere", 1, "limits", "nowhere", "Steps").values  # noqa: B018 — it is the look-up that raises
