"""Hessian and Newton as a person uses it: the first screen, a click, the steps, every part, both themes."""

from playwright.sync_api import Locator, expect

from tests.browser.app import (
    DESKTOP,
    PHONE,
    Open,
    calm,
    drawn,
    picture_of,
    says,
    settle,
    values,
)

LESSON = "/hessian_newton"
QUARTIC = "g=x^4 %2B 0.8y^4 %2B 4x^2 %2B 2y^2 - x*y - 0.2x^2*y&px=4&py=4"
IN_THE_PLANE = {
    "Hessian": "The first partial derivatives",
    "Critical points": "Minimum at (x, y) = (0, 0)",
    "Model": "The quadratic model",
    "Newton": "The gradient and the Hessian",
    "Basins": "the minimum at (x, y) = (0, 0)",
    "Myths": "Opposite signs prove a saddle.",
}
ON_THE_LINE = {
    "Convexity": "Neither convex nor concave",
    "Newton": "f′ and f″",
    "Basins": "the maximum at x = −1",
}


def fits(place: Locator) -> None:
    """The place ends on the first screen."""
    box = place.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= DESKTOP["height"]


def test_in_the_plane_each_part_fits_the_first_screen_and_is_clean(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    for place in (
        page.locator("h1"),
        page.get_by_label("f(x, y) =", exact=True),
        page.locator("svg.marks").first,
        page.get_by_role("slider", name="Point x"),
        page.get_by_text("Newton's step leads to"),
    ):
        fits(place)
    picture_of(page, "hessian_newton-first")
    for tab, text in IN_THE_PLANE.items():
        row = page.get_by_role("radio", name=tab, exact=True)
        row.click()
        expect(page.get_by_text(text).first).to_be_visible()
        settle(page)
        fits(row)
        assert calm(page) == []
        picture_of(page, f"hessian_newton-{tab}")


def test_a_click_on_the_map_moves_the_point_and_back_returns_it(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    map_ = page.locator("svg.marks").first.bounding_box()
    assert map_ is not None
    x, y = map_["x"] + 0.15 * map_["width"], map_["y"] + 0.7 * map_["height"]
    page.mouse.move(x - 20, y)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.up()
    page.wait_for_function("new URLSearchParams(location.search).has('px')")
    settle(page)
    moved = values(page)
    assert float(moved["px"]) < 0 and float(moved["py"]) < 0
    page.go_back()
    says(page, "px", None)
    expect(page.get_by_label("Point x, exactly", exact=True)).to_have_value("1.5")


def test_on_the_line_each_part_fits_the_first_screen_and_is_clean(open_page: Open) -> None:
    page = open_page(f"{LESSON}?dim=1", scheme="dark")
    drawn(page)
    expect(page.get_by_text("Concave up", exact=True)).to_be_visible()
    for tab, text in ON_THE_LINE.items():
        row = page.get_by_role("radio", name=tab, exact=True)
        row.click()
        expect(page.get_by_text(text).first).to_be_visible()
        settle(page)
        fits(row)
        assert calm(page) == []
        picture_of(page, f"hessian_newton-one-{tab}")


def test_on_a_phone_it_is_all_there_and_the_steps_are_walked_by_keyboard(open_page: Open) -> None:
    page = open_page(f"{LESSON}?{QUARTIC}&tab=Newton", size=PHONE, scheme="dark")
    drawn(page)
    expect(page.get_by_text("After 8 steps ∇f is 0")).to_be_visible()
    picture_of(page, "hessian_newton-phone")
    assert calm(page) == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= PHONE["width"]
    page.locator("h1").click()
    for step in (1, 2):
        page.keyboard.press("n")
        expect(page.get_by_text(f"{step} of 8", exact=True)).to_be_visible()
    expect(page.get_by_text("Step 2: to (x, y) = (1.59226, 1.67482)", exact=False)).to_be_visible()
