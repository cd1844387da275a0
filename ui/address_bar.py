"""The browser's address bar: a new history entry, or another address in place of the present one.

Streamlit's own ways do not suffice, measured on 1.67: `st.query_params` adds an entry for every change, so
that Back would lead through each move of a slider; a widget bound to the address loses its key to the next
page and leaves an entry behind on the way. Here the query travels as data to a few lines of JavaScript.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

# `page` guards against a wish that arrives when the reader has already gone elsewhere. The keys that embed an
# app are Streamlit's own and stay. A browser takes milliseconds to replace an address: that waits until the
# picture is drawn. A new entry does not wait, and what waited belongs to the entry before it.
_SCRIPT = """
const PAUSE = 100;
let waiting = null, timer;
function write() {
  clearTimeout(timer);
  const wish = waiting;
  waiting = null;
  if (wish === null || !window.location.pathname.endsWith(`/${wish.page}`)) return;
  const present = new URLSearchParams(window.location.search), wanted = new URLSearchParams(wish.query);
  for (const [name, text] of present) if (name.startsWith("embed")) wanted.append(name, text);
  if (present.toString() === wanted.toString()) return;
  const place = window.location.pathname + (wanted.size ? `?${wanted}` : "");
  wish.entry ? window.history.pushState({}, "", place) : window.history.replaceState({}, "", place);
}
export default function ({ data }) {
  if (data.query === null) return;
  if (data.entry) write();
  waiting = data;
  clearTimeout(timer);
  data.entry ? write() : (timer = setTimeout(write, PAUSE));
}
"""

_bar = st.components.v2.component("address_bar", js=_SCRIPT)


def write(page: str, values: Mapping[str, str] | None, *, entry: bool) -> None:
    """Make these values the address of `page`, as a new history entry or in place of the present one.

    None leaves the address as it is. The same call again does nothing in the browser.
    """
    query = None if values is None else urlencode(values)
    _bar(data={"page": page, "query": query, "entry": entry}, key="address bar", height=1)


def came_by_history() -> bool:
    """Whether Back or Forward started this run; the address then outranks the widgets."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation
