"""The surface in space, in a real browser: what is drawn, what turns it, and what leaves it as it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.serving import server
from tests.browser.app import DESKTOP, calm, settle

Camera = tuple[float, float]

# The policy joins the head before any script runs; Streamlit's components come as blobs.
POLICY = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.blockedURI));
new MutationObserver((_, watch) => {
  if (!document.head) return;
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:";
  document.head.prepend(policy);
  watch.disconnect();
}).observe(document, { childList: true, subtree: true });
"""
EVAL_LATER = """() => new Promise((done) => setTimeout(() => {
  try { done(new Function("return 'ran'")()); } catch (error) { done(error.name); }
}))"""


@pytest.fixture(scope="module")
def where() -> Iterator[str]:
    with server(Path(__file__).with_name("surface_page.py")) as address:
        yield address


@pytest.fixture(scope="module")
def shared(browser: Browser, where: str) -> Iterator[Page]:
    """The page, drawn, for mouse and finger; no test depends on how the one before left the camera."""
    context = browser.new_context(viewport=DESKTOP, has_touch=True)
    page, errors = context.new_page(), list[str]()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(where)
    page.locator("canvas[aria-label]").wait_for()
    settle(page)
    yield page
    assert errors == []
    context.close()


@pytest.fixture
def page(shared: Page) -> Page:
    """The same, looked at from where it begins."""
    shared.get_by_label("Turn").fill("30")
    shared.get_by_label("Tilt").fill("30")
    shared.wait_for_timeout(50)
    return shared


def camera(page: Page) -> Camera:
    """The angles that the sliders show."""
    return tuple(float(page.get_by_label(name).input_value()) for name in ("Turn", "Tilt"))  # type: ignore[return-value]


def pixels(page: Page) -> str:
    return str(page.locator("canvas").evaluate("(canvas) => canvas.toDataURL()"))


def middle(page: Page) -> tuple[float, float]:
    box = page.locator("canvas").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def dragged(page: Page, across: float, down: float) -> None:
    x, y = middle(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across, y + down, steps=5)
    page.mouse.up()
    page.wait_for_timeout(100)


def swiped(page: Page, across: float, down: float) -> None:
    """One finger, from the middle of the picture, in ten moves."""
    finger, (x, y) = page.context.new_cdp_session(page), middle(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for k in range(1, 11):
        at = {"x": x + across * k / 10, "y": y + down * k / 10}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
        page.wait_for_timeout(20)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(100)


def test_the_mouse_turns_and_tilts_the_surface(page: Page) -> None:
    (turn, tilt), before = camera(page), pixels(page)
    dragged(page, 60, 40)
    assert camera(page) == (turn - 30, tilt + 20)
    assert pixels(page) != before


def test_a_finger_that_moves_across_turns_the_surface_and_not_the_page(page: Page) -> None:
    (turn, _), place = camera(page), middle(page)
    swiped(page, 80, 0)
    assert camera(page)[0] < turn - 20
    assert middle(page) == place


def test_a_finger_that_moves_up_scrolls_the_page_and_leaves_the_surface(page: Page) -> None:
    before, (_, y) = camera(page), middle(page)
    swiped(page, 0, -120)
    page.wait_for_timeout(300)
    assert camera(page) == before
    assert middle(page)[1] < y - 60


def test_the_sliders_turn_the_surface_without_a_pointer(page: Page) -> None:
    turn, tilt = camera(page)
    before = pixels(page)
    page.get_by_label("Turn").press("ArrowRight")
    page.get_by_label("Tilt").press("ArrowLeft")
    page.wait_for_timeout(100)
    assert camera(page) == (turn + 1, tilt - 1)
    assert pixels(page) != before


def test_a_moved_point_leaves_the_camera_the_canvas_and_the_page_as_they_are(page: Page) -> None:
    dragged(page, 60, 40)
    seen, place, before = camera(page), middle(page), pixels(page)
    page.locator("canvas").evaluate("(canvas) => { canvas.kept = true }")
    page.get_by_role("slider", name="Point x").press("ArrowRight")
    page.locator("canvas[aria-label*='(2.1, 3)']").wait_for()
    settle(page)
    assert page.locator("canvas").evaluate("(canvas) => canvas.kept === true")
    assert (camera(page), middle(page)) == (seen, place)
    assert pixels(page) != before


def test_the_picture_says_what_it_shows_and_axe_core_has_no_objection(page: Page) -> None:
    said = page.get_by_role("img", name="The surface z = f(x, y)").get_attribute("aria-label")
    assert said is not None
    assert "z from −2.5 to 35. The point stands at (x, y) = (2" in said
    assert said.endswith("Laid over it: the tangent plane.")
    assert page.get_by_role("list", name="Key").inner_text().split("\n") == [
        "f",
        "tangent plane",
        "along x",
        "∇f",
    ]
    assert calm(page) == []


def test_the_surface_needs_no_unsafe_eval(browser: Browser, where: str) -> None:
    guarded = browser.new_page()
    guarded.add_init_script(POLICY)
    guarded.goto(where)
    guarded.locator("canvas[aria-label]").wait_for()
    assert len(set(pixels(guarded))) > 20
    assert guarded.evaluate("window.refused") == []
    assert guarded.evaluate(EVAL_LATER) == "EvalError"
    guarded.close()
