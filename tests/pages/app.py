"""How a test opens a page without a browser, and reads what is on it."""

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


def shown(app: AppTest) -> list[str]:
    return [str(element.value) for element in (*app.text, *app.markdown, *app.code)]
