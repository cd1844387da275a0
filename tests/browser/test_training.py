"""Training as a person does it: move η, slide through the epochs, change the data, stop what takes long."""

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.app import DESKTOP, PHONE, Open, bottom, calm, drawn, picture_of, says, settle, values

LESSON = "/training"
MOONS = f"{LESSON}?model=network&data=two_moons&eta=1&batch=20&hidden=8&activation=tanh"
LONG = f"{LESSON}?model=network&data=two_moons&hidden=8&batch=1&epochs=1000"
TYPING = 400  # milliseconds until a cell's own field takes letters
ROW = 35  # pixels, each row of the table and its head


def readout(page: Page) -> str:
    """The line of numbers over the picture."""
    return page.locator("svg.marks text").filter(has_text=re.compile("^epoch ")).first.text_content() or ""


def boundary(page: Page) -> str:
    """The way of the line ŷ = 1/2 on the screen."""
    return page.locator("svg.marks .boundary_marks path").first.get_attribute("d") or ""


def type_into_cell(page: Page, row: int, across: float, text: str) -> None:
    """Type over a cell of the table; rows are counted from 1, `across` is a share of its width."""
    table = page.locator('[data-testid="stDataFrame"] canvas').first
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(TYPING)
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + across * box["width"], box["y"] + (row + 0.5) * ROW)
    page.wait_for_timeout(TYPING)
    page.keyboard.type(text)
    page.wait_for_timeout(TYPING)
    page.keyboard.press("Enter")


def test_the_first_screen_holds_question_data_controls_and_verdict(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    picture_of(page, "training-first")
    parts = ('[data-testid="stButtonGroup"]', "[class*=st-key-training-in]", ".st-key-seed")
    assert max(bottom(page, part) for part in parts) <= DESKTOP["height"]
    verdict = page.get_by_text("Still falling", exact=True).bounding_box()
    assert verdict is not None
    assert verdict["y"] < DESKTOP["height"] - 100
    page.get_by_role("slider", name="Learning rate η").first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(150)
    says(page, "eta", "0.45")
    expect(page.get_by_text("Runs away", exact=True)).to_be_visible()
    page.get_by_role("button", name="Take η = 0.18").click()
    says(page, "eta", "0.18")
    expect(page.get_by_text("Runs away", exact=True)).to_be_hidden()


def test_the_epochs_are_walked_through_without_a_round_trip(open_page: Open) -> None:
    page = open_page(MOONS)
    drawn(page)
    address, end = page.url, boundary(page)
    runs = page.evaluate(
        """() => { window.runs = 0; const app = document.querySelector('.stApp');
        const noted = {attributeFilter: ['data-test-script-state']};
        new MutationObserver(() => window.runs++).observe(app, noted); return window.runs }"""
    )
    page.locator("input[name=epoch]").focus()
    page.keyboard.press("Home")
    page.wait_for_timeout(200)
    assert readout(page).startswith("epoch 0, loss")
    assert boundary(page) != end
    page.keyboard.press("End")
    page.wait_for_timeout(200)
    assert readout(page).startswith("epoch 100, loss")
    assert boundary(page) == end
    assert page.evaluate("window.runs") == runs
    assert page.url == address


def test_an_edited_cell_moves_the_boundary_and_back_brings_it_back(open_page: Open) -> None:
    page = open_page(f"{LESSON}?model=logistic&data=1,1,0;2,1,0;2,3,1;3,3,1&batch=4&tab=Data")
    drawn(page)
    before = boundary(page)
    type_into_cell(page, 3, 0.5, "9")
    says(page, "data", "1,1,0;2,1,0;2,9,1;3,3,1")
    drawn(page)
    assert boundary(page) != before
    for part in ("Loss", "Data"):
        page.get_by_role("radio", name=part, exact=True).click()
        settle(page)
    type_into_cell(page, 4, 0.5, "8")
    says(page, "data", "1,1,0;2,1,0;2,9,1;3,8,1")
    settle(page)
    for _ in range(2):
        page.go_back()
        settle(page)
    says(page, "data", "1,1,0;2,1,0;2,3,1;3,3,1")
    drawn(page)
    assert boundary(page) == before


def test_a_click_adds_a_sample_that_is_still_there_after_a_reload(open_page: Open) -> None:
    page = open_page(LESSON)
    drawn(page)
    plane = page.locator("svg.marks .plane_marks path").first.bounding_box()
    assert plane is not None
    page.mouse.click(plane["x"] + 0.25 * plane["width"], plane["y"] + 0.25 * plane["height"])
    page.wait_for_function("new URLSearchParams(location.search).get('data')?.startsWith('1,2;2,5;3,3;')")
    settle(page)
    assert values(page)["batch"] == "4"
    drawn(page)
    line = readout(page)
    page.reload()
    drawn(page)
    assert readout(page) == line
    expect(page.get_by_role("combobox", name="Data")).to_have_value("Your table, 4 rows")


def test_a_click_on_the_landscape_of_the_loss_is_where_training_begins(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Loss")
    drawn(page)
    chart = page.locator(".st-key-parameters svg.marks")
    chart.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    plane = chart.locator(".plane_marks path").first.bounding_box()
    assert plane is not None
    page.mouse.click(plane["x"] + 0.2 * plane["width"], plane["y"] + 0.8 * plane["height"])
    page.get_by_role("button", name="Start where the seed says").wait_for()
    m, b = map(float, values(page)["start"].split(","))
    assert m < 0
    assert b < 0


def test_nonsense_pasted_is_said_with_its_line_and_nothing_is_lost(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Data")
    drawn(page)
    line, field = readout(page), page.get_by_label("Paste a table")
    for text, sentence in (
        ("1, 2\n3, <b>four</b>", "Line 2: y is no number: “<b>four</b>”."),
        ("$x$", "The name of column 1 must begin with a letter"),
        ("1, 2\n1, 5", "Every x is 1"),
    ):
        field.fill(text)
        field.press("Control+Enter")
        expect(page.get_by_text(sentence)).to_be_visible()
        assert field.input_value() == text
    settle(page)
    assert readout(page) == line
    field.fill("1, 2\n2, 5\n3, 4")
    field.press("Control+Enter")
    says(page, "data", "1,2;2,5;3,4")
    expect(page.get_by_text("3 rows of x, y.")).to_be_visible()


def test_a_file_brings_its_data_or_is_told_why_not(open_page: Open) -> None:
    page = open_page(f"{LESSON}?tab=Data")
    drawn(page)
    page.get_by_role("button", name="CSV file").click()
    for content, sentence in (
        (b"\xff\xfe1,2", "The file is no text in UTF-8."),
        ("\ufeffhöhe;y\n1,5;2\n2;3\n4;1".encode(), "3 rows of höhe, y. Semicolons separate the columns."),
    ):
        file = FilePayload(name="own.csv", mimeType="text/csv", buffer=content)
        page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_text(sentence)).to_be_visible(timeout=10_000)
    says(page, "data", "höhe,y;1.5,2;2,3;4,1")


def test_a_long_training_can_be_stopped_and_goes_on(open_page: Open) -> None:
    page = open_page(LONG)
    page.get_by_role("button", name="Stop").wait_for()
    expect(page.get_by_text("Under way", exact=True)).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name="Train on").wait_for()
    drawn(page)
    stopped = int(re.findall(r"epoch (\d+)", readout(page))[0])
    assert 0 < stopped < 1000
    page.get_by_role("button", name="Train on").click()
    page.get_by_role("button", name="Stop").wait_for()
    page.get_by_role("slider", name="Samples in a batch").focus()
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()
    drawn(page)
    assert readout(page).startswith("epoch 1000,")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_moons_in_each_theme_are_clean(open_page: Open, scheme: str) -> None:
    page = open_page(f"{MOONS}&tab=Data", scheme=scheme)
    drawn(page)
    picture_of(page, f"training-moons-{scheme}")
    assert calm(page) == []


def test_a_phone_shows_all_of_it_without_sliding_sideways(open_page: Open) -> None:
    page = open_page(f"{MOONS}&tab=Closed form", size=PHONE)
    drawn(page)
    picture_of(page, "training-phone")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator("svg.marks").first.bounding_box()
    assert box is not None
    assert box["width"] <= PHONE["width"]
