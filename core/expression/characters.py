"""The characters of the language, one by one; every other character is refused by its name.

There is no Unicode normalisation: it would read look-alikes (fullwidth letters, mathematical italics,
ligatures) as what they are not.
"""

import unicodedata

SPACES = frozenset(" \t\n\r\u00a0\u2009\u202f")

SIGNS = {
    **{sign: sign for sign in "+-*/^()|{},:<>=_"},
    "−": "-",  # MINUS SIGN
    "–": "-",  # EN DASH, which word processors write for a minus
    "×": "*",
    "·": "*",  # MIDDLE DOT
    "⋅": "*",  # DOT OPERATOR
    "÷": "/",
    "∕": "/",  # DIVISION SLASH
    "≤": "<=",
    "≥": ">=",
}

CONSTANTS = {"π": "pi"}

RADICALS = {"√": "sqrt", "∛": "cbrt"}

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+", strict=True))

_MARKS = "Primes and quotation marks have no meaning in a formula."
HINTS = {
    "!": "Factorials and ≠ are not in this language.",
    "'": _MARKS,
    "′": _MARKS,
    '"': _MARKS,
    "`": _MARKS,
    "%": "Write a percentage as a decimal: 0.05 for 5 per cent.",
    "[": "Use round brackets: ( and ).",
    "]": "Use round brackets: ( and ).",
    "\\": "Write plain formulas rather than LaTeX: 1/2 for \\frac{1}{2}, sqrt(x) for \\sqrt{x}.",
    "$": "Write the formula alone, without dollar signs.",
    ";": "A semicolon has no meaning here: commas separate the values of a function.",
    ".": "A dot is only the decimal point of a number.",
    "∞": "∞ is not a number, so it cannot stand in a formula.",
    "≠": "≠ is not in this language: use < and > in braces.",
}


def refusal(character: str) -> str:
    """The sentence for a character that is not in the language, with its Unicode name.

    >>> refusal("θ")
    'The character “greek small letter theta” is not in this language.'
    """
    if character in HINTS:
        return HINTS[character]
    name = unicodedata.name(character, f"U+{ord(character):04X}")
    return f"The character “{name if name.startswith('U+') else name.lower()}” is not in this language."
