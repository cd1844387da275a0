"""`uvicorn deploy.asgi:app`: Steepest for the internet. At home `streamlit run streamlit_app.py` does.

Behind a proxy on another host uvicorn has to be told to believe it (`--forwarded-allow-ips`): else all
visitors come from one address, and the limits on sockets count them as one.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from deploy.guards import ClosedDoors, SafeHeaders, SocketLimits

SCRIPT = Path(__file__).parent.parent / "streamlit_app.py"

# Megabytes: the largest picture is a tenth of one, the state of all widgets a hundredth.
SETTINGS = {
    "server.maxMessageSize": 5,
    "server.maxWidgetStateSize": 2,
    "server.maxUploadSize": 1,
    "server.fileWatcherType": "none",
    "client.showErrorDetails": "none",
    "browser.gatherUsageStats": False,
}
for option, value in SETTINGS.items():
    config.set_option(option, value)

app = st.App(SCRIPT, middleware=[Middleware(SafeHeaders), Middleware(ClosedDoors), Middleware(SocketLimits)])
