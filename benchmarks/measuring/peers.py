"""The same picture by other tools, beside the bare page in the same browser."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser

from benchmarks.measuring.browsing import BrowserCost, Moved, browser_costs, first_picture, handle, watched
from benchmarks.measuring.wire import Wire
from benchmarks.serving import ROOT, Served, free_port, running
from benchmarks.subjects import BARE

HOME = ROOT / "benchmarks" / "peers"
ENVIRONMENT = ROOT / "benchmarks" / ".peers"
PYTHON = str(ENVIRONMENT / "bin" / "python")
PRESSES = 9


@dataclass(frozen=True)
class Peer:
    """A tool: the command that serves its picture on a port, its page, and what answers when it is up."""

    name: str
    command: Callable[[int], list[str]]
    path: str
    health: str


@dataclass(frozen=True)
class PeerCost:
    """Medians of a moved slider as the browser sees them, and of a page opened."""

    answered: float
    kilobytes: float
    browser: BrowserCost


def _dash(port: int) -> list[str]:
    return [PYTHON, str(HOME / "in_dash.py"), str(port)]


def _panel(port: int) -> list[str]:
    origin = f"--allow-websocket-origin=127.0.0.1:{port}"
    return [PYTHON, "-m", "panel", "serve", str(HOME / "in_panel.py"), f"--port={port}", origin]


def _notebook(port: int) -> list[str]:
    return [PYTHON, "-m", "voila", str(HOME / "notebook.ipynb"), f"--port={port}", "--no-browser"]


PEERS = (
    Peer("Plotly Dash", _dash, "", "_dash-layout"),
    Peer("Panel (Bokeh)", _panel, "in_panel", "in_panel"),
    Peer("notebook (ipywidgets, Matplotlib)", _notebook, "", "voila/static/favicon.ico"),
)


def installed() -> bool:
    """Whether `make bench` could make the environment of the peers."""
    return (ENVIRONMENT / "made").exists()


def peer_costs(browser: Browser, peer: Peer, bare: Served) -> tuple[PeerCost, BrowserCost]:
    """What the peer costs, and what the bare page cost in the same turns."""
    port = free_port()
    with running(peer.command(port), port, f"/{peer.health}", quiet=True) as served:
        page = Moved(f"{served.address}/{peer.path}", "eta")
        beside, own = browser_costs(browser, (Moved(BARE.at(bare.address), BARE.slider), page))
        tab = watched(browser)
        first_picture(tab, page.address)
        handle(tab, page).focus()
        answered, kilobytes = Wire(tab).presses(PRESSES)
        tab.close()
    return PeerCost(answered, kilobytes, own), beside
