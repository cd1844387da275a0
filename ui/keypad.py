"""Keys that the keyboard of a phone hides, below the field of a function, on narrow and on touch screens.

A key types into Streamlit's own field at its caret, and the field goes on as if it had been typed.
`phone.css` says which screens show them.
"""

from pathlib import Path

import streamlit as st

_HTML = '<div role="group"></div>'
# Seven keys of 44 pixels stand in one row of a screen that is 360 wide; eight take two.
_CSS = """
[role=group] { display: grid; grid-template-columns: repeat(auto-fit, minmax(44px, 1fr)); gap: 2px; }
[role=group]:has(button:nth-child(8)) { grid-template-columns: repeat(4, 1fr); }
button {
  min-height: 44px; border: 1px solid rgb(128 128 128 / 0.5); border-radius: 0.5rem;
  touch-action: manipulation;
  font: 1.1rem var(--st-font, sans-serif); color: var(--st-text-color);
  background: var(--st-secondary-background-color);
}
button:active { border-color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid currentColor; outline-offset: -2px; }
"""
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

SIGNS = {
    "^": "to the power",
    "√": "square root",
    "π": "pi",
    "|": "bar of an absolute value",
    "(": "open bracket",
    ")": "close bracket",
}

_keypad = st.components.v2.component("keypad", html=_HTML, css=_CSS, js=_SCRIPT)


def keypad(field: str, variables: tuple[str, ...]) -> None:
    """The keys for the field with this key: the variables, and the signs."""
    keys = [[name, name] for name in variables] + [[sign, said] for sign, said in SIGNS.items()]
    _keypad(data={"field": field, "keys": keys, "name": "Keys for formulas"}, key="keypad")
