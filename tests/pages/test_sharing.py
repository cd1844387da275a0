"""The link to what is on screen: that it opens the same again, and that its QR code says the same."""

from io import BytesIO
from urllib.parse import parse_qsl, urlsplit

import pytest
import zxingcpp
from PIL import Image
from streamlit.testing.v1 import AppTest

from core.examples import EXAMPLES
from tests.pages.app import opened, pictures, said
from ui.course import LESSONS
from ui.sharing import OPEN, link
from ui.sharing.scanning import code_of

LESSON_NAMES = [lesson.name for lesson in LESSONS if lesson.kind == "lesson"]
every_lesson = pytest.mark.parametrize("name", LESSON_NAMES)


def shared_link(app: AppTest) -> str:
    """What the open fold shows; without a browser the link has no host and begins with its query."""
    app.session_state[OPEN] = True
    app.run()
    return next(code.value for code in app.code if code.value.startswith("?"))


def followed(name: str, there: str) -> AppTest:
    """The lesson as someone sees it who opens this link."""
    return opened(f"pages/{name}.py", **dict(parse_qsl(urlsplit(there).query)))


def read(png: bytes) -> str:
    """What a phone makes of the picture."""
    seen = zxingcpp.read_barcode(Image.open(BytesIO(png)))
    assert seen is not None
    return str(seen.text)


@every_lesson
def test_a_link_opens_the_same_picture_words_and_step_again(name: str) -> None:
    app = opened(f"pages/{name}.py", present="true")
    app.button(key="presenting: Next example").click().run()
    if any(button.key == "steps: Next" and not button.disabled for button in app.button):
        app.button(key="steps: Next").click().run()
    app.button(key="presenting: Leave presenter view").click().run()
    there = followed(name, shared_link(app))
    app.session_state[OPEN] = False
    app.run()
    assert pictures(there) == pictures(app)
    assert said(there) == said(app)


@every_lesson
def test_a_value_that_cannot_be_used_is_named_and_the_usual_one_stands(name: str) -> None:
    plain, app = opened(f"pages/{name}.py"), opened(f"pages/{name}.py", step="-1", present="perhaps")
    (warning,) = app.warning
    assert "`step`" in warning.value
    assert "`present`" in warning.value
    assert pictures(app) == pictures(plain)


@every_lesson
def test_the_link_is_in_presenter_view_only_when_that_is_asked_for(name: str) -> None:
    app = opened(f"pages/{name}.py", present="true", step="1")
    assert "present=" not in shared_link(app)
    app.toggle(key="share: presenting").set_value(True).run()
    assert "present=true" in shared_link(app)


@every_lesson
def test_the_code_of_every_example_says_its_link(name: str) -> None:
    for example in EXAMPLES[name]:
        there = link(f"https://steepest.example.org/{name}", dict(example.values))
        code = code_of(there)
        assert code is not None
        assert read(code) == there


def test_a_link_too_long_for_a_code_has_none() -> None:
    assert code_of("x" * 2953) is not None
    assert code_of("x" * 2954) is None


def test_the_code_keeps_four_light_modules_around_it() -> None:
    code = code_of("https://example.org")
    assert code is not None
    dark = Image.open(BytesIO(code)).convert("L").point(lambda value: 255 * (value < 128))
    left, top, right, below = dark.getbbox() or (0, 0, 0, 0)
    module = 12
    assert min(left, top, dark.width - right, dark.height - below) == 4 * module
