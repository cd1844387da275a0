"""What a new replica does before it says that it is healthy, so that its first visitor need not wait."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pkgutil import walk_packages

import charts
import core
from core.symbolic import warm_up

BY_STREAMLIT = ("pandas", "pyarrow", "PIL.Image")
"""What Streamlit itself imports when it first needs it: a second of work."""


def warm() -> None:
    """Import what a first page would wait for, and start a worker for symbols.

    `ui` waits for the first page: its components register themselves with a running Streamlit.
    """
    for name in BY_STREAMLIT:
        import_module(name)
    for room in (core, charts):
        for module in walk_packages(room.__path__, f"{room.__name__}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    warm_up()


@asynccontextmanager
async def warmed(_app: object) -> AsyncIterator[None]:
    """The life of the server: it listens when this has begun."""
    warm()
    yield
