"""`uvicorn deploy.asgi:app`: Steepest for the internet. At home `streamlit run streamlit_app.py` does.

Behind a proxy on another host uvicorn has to be told to believe it (FORWARDED_ALLOW_IPS): else all visitors
come from one address, and the limits on sockets count them as one. The proxy has to pass on the Host that the
browser asked for, port and all: a socket is let in when its page came from that host.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from deploy.guards import ClosedDoors, SafeHeaders, SameOrigin, SocketLimits
from deploy.warming import warmed

SCRIPT = Path(__file__).parent.parent / "streamlit_app.py"

# Sizes in megabytes: the largest picture is a tenth of one, the state of all widgets a hundredth. A server
# that is not headless takes who reaches it over loopback for its developer, and offers to install files.
# Collecting all garbage after every run took an eighth of a moved slider's time and spared 1 % of memory.
SETTINGS = {
    "server.maxMessageSize": 5,
    "server.maxWidgetStateSize": 2,
    "server.maxUploadSize": 1,
    "server.headless": True,
    "server.fileWatcherType": "none",
    "client.showErrorDetails": "none",
    "browser.gatherUsageStats": False,
    "runner.postScriptGC": False,
}
for option, value in SETTINGS.items():
    config.set_option(option, value)

GUARDS = (SafeHeaders, ClosedDoors, SameOrigin, SocketLimits)
app = st.App(SCRIPT, lifespan=warmed, middleware=[Middleware(guard) for guard in GUARDS])
