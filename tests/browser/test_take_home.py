"""Taking a lesson home in a browser: one file of each kind is saved and opened."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.app import Open, calm, picture_of, settle
from tests.core.take_home.running import printed_by, rows

SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_each_kind_of_file_is_saved_for_the_function_on_screen(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/gd_vs_ascent?f=(x-1)^2&x0=3&eta=0.25&steps=4")
    page.get_by_role("button", name="Take home").click()
    settle(page)
    page.get_by_role("button", name="Picture as PNG").wait_for()
    picture_of(page, "take-home")
    stem = "gd-vs-ascent-x-1-2"

    name, script = saved(page, "Script, in Python")
    assert name == f"{stem}.py"
    (printed,) = printed_by([script.decode()], tmp_path)
    assert [row[1] for row in rows(printed)[:5]] == [3.0, 2.0, 1.5, 1.25, 1.125]

    name, notes = saved(page, "Worked steps, in Markdown")
    assert name == f"{stem}.md"
    assert "# Which way does the slope send you: down or up?" in notes.decode()
    assert "- f(x): `(x - 1)^2`" in notes.decode()

    name, table = saved(page, "Numbers, as CSV")
    assert name == f"{stem}.csv"
    assert table.decode().splitlines()[2].startswith("descent,1,2.0,1.0,2.0")


def test_the_picture_is_saved_with_its_numbers_and_letters(open_page: Open) -> None:
    page = open_page("/limits?f=2x&a=3", scheme="dark")
    page.get_by_role("button", name="Take home").click()
    settle(page)
    page.get_by_role("button", name="Picture as PNG").wait_for()
    assert calm(page) == []

    name, drawn = saved(page, "Picture as SVG")
    assert name == "limits-2-x.svg"
    drawing = ElementTree.fromstring(drawn.decode())
    assert drawing.tag == f"{SVG}svg"
    assert "a = 3" in ["".join(text.itertext()) for text in drawing.iter(f"{SVG}text")]
    assert "font/woff2" in "".join(style.text or "" for style in drawing.iter(f"{SVG}style"))

    name, painted = saved(page, "Picture as PNG")
    assert name == "limits-2-x.png"
    assert painted.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(painted[first : first + 4], "big") for first in (16, 20))
    assert width > 800 and height > 400
