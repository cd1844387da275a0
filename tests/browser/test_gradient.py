"""Gradient as a person uses it: a click, the dial, the right angle on screen, the surface, mistakes."""

import math

from playwright.sync_api import Page, expect

from tests.browser.app import Open, calm, drawn, picture_of, says, settle, values

LESSON = "/gradient"
MAP, DIAL = ".st-key-gradient-map", ".st-key-dial"
# Both ends of every line of a mark, in pixels of the screen.
ENDS = """(marks) => marks.flatMap((mark) => {
  const place = (x, y) => new DOMPoint(x, y).matrixTransform(mark.getScreenCTM());
  return [place(0, 0), place(+mark.getAttribute("x2") || 0, +mark.getAttribute("y2") || 0)]
    .map((point) => [point.x, point.y]);
})"""
# Places along a path in pixels of the screen.
ALONG = """(path) => Array.from({ length: 4001 }, (_, k) => {
  const at = path.getPointAtLength(path.getTotalLength() * k / 4000).matrixTransform(path.getScreenCTM());
  return [at.x, at.y];
})"""


def arrow(page: Page) -> tuple[tuple[float, float], float]:
    """Where the gradient's arrow starts on screen, and its angle there in degrees, up positive."""
    (x, y), (x2, y2) = page.locator(f"{MAP} g.gradient_marks line").evaluate_all(ENDS)[:2]
    return (x, y), math.degrees(math.atan2(y - y2, x2 - x))


def level_angle(page: Page, start: tuple[float, float]) -> float:
    """The angle on screen of the level curve where it passes the place."""
    path = page.locator(f"{MAP} g.through_marks path").first.evaluate(ALONG)
    near = min(range(len(path)), key=lambda k: math.dist(path[k], start))
    (x, y), (x2, y2) = path[max(near - 4, 0)], path[min(near + 4, len(path) - 1)]
    return math.degrees(math.atan2(y - y2, x2 - x))


def click_at(page: Page, selector: str, across: float, down: float) -> None:
    """A click at these shares of the plane to click in."""
    box = page.locator(f"{selector} g.plane_marks path").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + across * box["width"], box["y"] + down * box["height"])
    settle(page)


def test_the_first_screen_holds_question_picture_and_verdict(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    for place in (
        page.locator("h1"),
        page.get_by_label("f(x, y) =", exact=True),
        page.locator(f"{MAP} svg.marks"),
        page.locator(f"{DIAL} svg.marks"),
        page.get_by_role("slider", name="Direction u"),
        page.get_by_text("the surface climbs fastest towards 56.31°"),
        page.get_by_role("radio", name="Steps"),
    ):
        box = place.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 720
    picture_of(page, "gradient-first")
    assert calm(page) == []


def test_a_click_sets_the_point_with_a_right_angle_at_the_level_curve_and_another_turns_the_dial(
    open_page: Open,
) -> None:
    page = open_page(f"{LESSON}?g=x^2 %2B 3y^2&px=1&py=1&tab=Direction")
    drawn(page)
    click_at(page, MAP, 0.3, 0.35)
    page.wait_for_function("new URLSearchParams(location.search).get('px') < 0")
    drawn(page)
    x, y = (float(values(page)[name]) for name in ("px", "py"))
    start, angle = arrow(page)
    # ∇(x² + 3y²) = (2x, 6y)
    assert abs((angle - math.degrees(math.atan2(6 * y, 2 * x)) + 180) % 360 - 180) < 1
    assert abs((angle - level_angle(page, start)) % 180 - 90) < 1
    page.go_back()
    says(page, "px", "1")
    settle(page)
    click_at(page, DIAL, 0.5, 0.1)
    says(page, "angle", "90")
    expect(page.locator(f"{DIAL} g.reads_marks text").first).to_have_text("towards 90°: slope 6")
    page.get_by_role("slider", name="Direction u").focus()
    page.keyboard.press("ArrowRight")
    says(page, "angle", "95")


def test_a_turned_surface_stays_turned_when_the_point_moves(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Surface")
    drawn(page)
    canvas = page.locator("canvas[aria-label]")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    before = page.get_by_label("Turn").input_value()
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 380, box["y"] + 200, steps=4)
    page.mouse.up()
    turned = page.get_by_label("Turn").input_value()
    assert turned != before
    page.get_by_role("slider", name="Point x").focus()
    page.keyboard.press("ArrowRight")
    page.locator("canvas[aria-label*='(2.1, 3)']").wait_for()
    assert page.get_by_label("Turn").input_value() == turned


def test_nonsense_in_a_component_is_pointed_at_and_a_reload_keeps_the_last_good_one(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Jacobian&map=x y%0Ax %2B y")
    drawn(page)
    field = page.get_by_label("Components, one a line")
    field.fill("x y\nx +* y")
    field.press("Control+Enter")
    expect(page.get_by_text("Line 2: A value is missing before “*”.")).to_be_visible()
    expect(field).to_have_value("x y\nx +* y")
    page.reload()
    settle(page)
    expect(page.get_by_label("Components, one a line")).to_have_value("x y\nx + y")
