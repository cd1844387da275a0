"""What a stranger may write into an address."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from tests.hostile.texts import ELSEWHERE, RUN

VALUES = (
    "NaN", "nan", "inf", "-inf", "Infinity", "1e999", "-1e999", "1e-999", "-0", "−0", "0x10", "1_0", "１",
    "٣", "", " ", "+", ".", "e", "1e", "1.5.2", "1,5", "9" * 3000, "0." + "0" * 2000, "99999999999999999999",
    "null", "undefined", "true", "TRUE", "false", "None", "[1]", "[]", "{}", '{"a":1}', "1;2", "a" * 3000,
    "__proto__", "constructor", "toString", "__import__('os')", f"<img src=x onerror={RUN}>",
    f"![x]({ELSEWHERE})", rf"\href{{{ELSEWHERE}}}{{x}}", "datum['x']", "{{7*7}}", "' OR 1=1 --",
    "../../etc/passwd", "%s%n", "\x00", "\u202e", "\U0001f600", "\ufffe", "x\ny", "1,2;3", "1,2;3,4;nan,1",
    "oo", "-oo", "1/0", "9^9^9", "x^x^x", "pi/2",
)  # fmt: skip

BROKEN = (
    "f=%",
    "f=%zz&a=%e0%80",
    "f=%ff%fe",
    "f=x&f=<script>&f=x^2",
    "&&&===&=x",
    "f",
    "f[]=x&f[0]=x&f.x=1",
    "__proto__=1&constructor=2&__proto__[x]=3",
    "f=x;a=1",
    "embed=true&embed_options=dark_theme",
    "%66=x",
    "f=" + "%78" * 1000,
)
"""Queries as they stand in an address: percent signs that mean nothing, keys twice, keys of no page."""


def hostile_query(keys: Sequence[str], turn: int) -> str:
    """An address with a hostile value under every key; each turn gives each key another."""
    values = {key: VALUES[(7 * place + 11 * turn) % len(VALUES)] for place, key in enumerate(keys)}
    return written(values)


def written(values: Mapping[str, str], longest: int = 4000) -> str:
    """The query that asks for these values, as far as a server takes it: from the first on."""
    parts = [f"{quote(key)}={quote(value)}" for key, value in values.items() if len(value) < longest // 8]
    while sum(len(part) + 1 for part in parts) > longest:
        parts.pop()
    return "&".join(parts)
