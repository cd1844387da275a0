"""Functions, tables, points and words as the address writes them, read by the same checks as typed ones."""

from core.datasets import data_in
from core.errors import SettingError
from core.limiting.point import read_point
from core.three_variables import VARIABLES
from ui.cached import parsed, vector
from ui.keys.numbers import read_number, read_whole

_LONGEST_WORDS = 60
_LONGEST_START = 400
HIGHEST_SET = 999_999_999

# Which variables a function key may use; the same in every lesson, so that a function can be carried along.
FUNCTION_VARIABLES = {"f": ("x",), "g": ("x", "y")}


def read_function(text: str, *, name: str) -> str:
    """The text itself when it is a function of the variables of "f" or "g"; else ExpressionError."""
    parsed(text, FUNCTION_VARIABLES[name])
    return text


def read_answer(text: str) -> str:
    """The text itself when it is empty or a function of x; else ExpressionError."""
    if text.strip():
        parsed(text, ("x",))
    return text


def read_path(text: str) -> str:
    """The text itself when it is a function of t; else ExpressionError."""
    parsed(text, ("t",))
    return text


def read_space_function(text: str) -> str:
    """The text itself when it is a function of x, y and z; else ExpressionError."""
    parsed(text, VARIABLES)
    return text


def read_complex_function(text: str) -> str:
    """The text itself when it is a function of z; else ExpressionError."""
    parsed(text, ("z",))
    return text


def read_components(text: str) -> str:
    """The text itself when each of its lines is a component of a vector function; else ComponentError."""
    vector(text)
    return text


def read_data(text: str) -> str:
    """The text itself when it is the name of a data set or a table of numbers; else CalculusError.

    >>> read_data("1,2;2,5")
    '1,2;2,5'
    """
    data_in(text.strip())
    return text.strip()


def read_start(text: str) -> str:
    """The text itself when it is empty or a few numbers with commas between them; else SettingError.

    >>> read_start("1.5,-2")
    '1.5,-2'
    """
    if len(text) > _LONGEST_START:
        raise SettingError(f"A start has at most {_LONGEST_START} signs.", "start")
    for part in text.split(",") if text else ():
        read_number(part, name="start", label="Each parameter of the start")
    return text


def read_words(text: str) -> str:
    """The text itself when it is short enough to look for; else SettingError.

    >>> read_words("slope 0")
    'slope 0'
    """
    if len(text) > _LONGEST_WORDS:
        raise SettingError(f"Look for at most {_LONGEST_WORDS} letters.", "find")
    return text


def read_set(text: str) -> str:
    """The number of a set of questions, or nothing; as text, so that it is one option among two.

    >>> read_set("007"), read_set("")
    ('7', '')
    """
    if not text.strip():
        return ""
    return str(read_whole(text, name="quiz", label="The set", low=0, high=HIGHEST_SET))


def read_place(text: str) -> str:
    """The text itself when it means a number, oo or −oo; else SettingError.

    >>> read_place(" pi/2 "), read_place("-oo")
    ('pi/2', '-oo')
    """
    read_point(text)
    return text.strip()
