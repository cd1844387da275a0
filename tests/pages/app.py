"""How a test opens a page without a browser, and reads what is on it."""

from collections.abc import Mapping
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parent.parent.parent


def opened(page: str, **address: str) -> AppTest:
    """The page as someone sees it who followed a link with this address."""
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30)
    if page != "streamlit_app.py":
        app.switch_page(page)
    for name, text in address.items():
        app.query_params[name] = text
    return app.run()


def with_checks_open(app: AppTest) -> AppTest:
    """The same page when every check mark on it was pressed."""
    for place, _ in enumerate(app.get("popover"), start=1):
        app.session_state[f"check: {place}"] = True
    return app.run()


def shown(app: AppTest) -> list[str]:
    return [str(element.value) for element in (*app.text, *app.markdown, *app.code)]


def said(app: AppTest) -> str:
    """Every sentence on screen, captions too."""
    return "\n".join([*shown(app), *(caption.value for caption in app.caption)])


def pictures(app: AppTest) -> dict[str, tuple[str, dict[str, bytes]]]:
    """The spec and the data of every chart on screen, by what a screen reader calls it, from the top."""
    return {
        chart.proto.alt: (chart.proto.spec, {part.name: part.data.data for part in chart.proto.datasets})
        for chart in app.get("vega_lite_chart")
    }


def values_after(app: AppTest, lesson: str) -> Mapping[str, str]:
    """What the address of a lesson holds now."""
    values: Mapping[str, str] = app.session_state["address: values"][lesson]
    return values
