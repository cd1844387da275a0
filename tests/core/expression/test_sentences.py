"""What a refused text is answered with: foreign characters, wrong counts, misspellings, wrong places."""

import pytest

from core.expression import ExpressionError, UnfinishedExpression, parse
from core.expression.characters import HINTS
from core.expression.functions import FUNCTIONS

CASES = "{x < 0: −1, x > 0: 1}"
MARKS = "Primes and quotation marks have no meaning in a formula."
ROUND = "Use round brackets: ( and )."
INFINITY = "∞ is not a number, so it cannot stand in a formula."


def refusal(typed: str, variables: tuple[str, ...] = ("x",)) -> ExpressionError:
    with pytest.raises(ExpressionError) as refused:
        parse(typed, variables)
    return refused.value


def answer(typed: str, variables: tuple[str, ...] = ("x",)) -> tuple[str, int]:
    error = refusal(typed, variables)
    assert not isinstance(error, UnfinishedExpression)
    return str(error), error.position


HINTED = {
    "!": "Factorials and ≠ are not in this language.",
    "'": MARKS,
    "′": MARKS,
    '"': MARKS,
    "`": MARKS,
    "%": "Write a percentage as a decimal: 0.05 for 5 per cent.",
    "[": ROUND,
    "]": ROUND,
    "\\": "Write plain formulas rather than LaTeX: 1/2 for \\frac{1}{2}, sqrt(x) for \\sqrt{x}.",
    "$": "Write the formula alone, without dollar signs.",
    ";": "A semicolon has no meaning here: commas separate the values of a function.",
    ".": "A dot is only the decimal point of a number.",
    "∞": INFINITY,
    "≠": "≠ is not in this language: use < and > in braces.",
}

NAMED = {
    "&": "ampersand",
    "@": "commercial at",
    "#": "number sign",
    "~": "tilde",
    "?": "question mark",
    "½": "vulgar fraction one half",
    "₁": "subscript one",
    "→": "rightwards arrow",
    "∫": "integral",
    "∂": "partial differential",
    "Σ": "greek capital letter sigma",
    "θ": "greek small letter theta",
    "ｘ": "fullwidth latin small letter x",
    "\U0001d465": "mathematical italic small x",
    "х": "cyrillic small letter ha",
    "１": "fullwidth digit one",
    "٣": "arabic-indic digit three",
    "ﬁ": "latin small ligature fi",
    "😀": "grinning face",
    "‐": "hyphen",
    "∣": "divides",
    "\u200b": "zero width space",
    "\u202e": "right-to-left override",
    "\ufeff": "zero width no-break space",
    "\x00": "U+0000",
    "\ud800": "U+D800",
}


def test_every_character_with_a_hint_stands_here() -> None:
    assert HINTED == HINTS


@pytest.mark.parametrize("character", HINTED)
def test_a_character_that_needs_a_word_of_advice_gets_it(character: str) -> None:
    assert answer(f"x {character} x") == (HINTED[character], 2)


@pytest.mark.parametrize("character", NAMED, ids=NAMED.values())
def test_a_foreign_character_is_refused_by_its_name(character: str) -> None:
    sentence = f"The character “{NAMED[character]}” is not in this language."
    assert answer(f"x+{character}") == (sentence, 2)


@pytest.mark.parametrize("row", FUNCTIONS.values(), ids=lambda row: row.name)
def test_a_value_too_many_is_refused_where_it_begins(row) -> None:
    most = row.arity[1]
    typed = f"{row.name}({', '.join(['x'] * (most + 1))})"
    sentence, position = answer(typed)
    assert sentence.startswith(f"{row.name} takes ")
    assert sentence.endswith(f", not {most + 1}.")
    assert position == len(typed) - len("x)")


@pytest.mark.parametrize(
    ("typed", "sentence", "position"),
    [
        ("2exp(x, 1)", "exp takes 1 value, not 2.", 8),
        ("log(x, 2, 3)", "log takes 1 or 2 values, not 3.", 10),
        ("log_2(x, 3)", "log takes 1 or 2 values, not 3.", 3),
        ("1 + max(x)", "max takes 2 to 9 values, not 1.", 4),
        ("max x", "max takes 2 to 9 values, not 1.", 0),
        ("abs()", "abs needs a value between its brackets.", 4),
    ],
)
def test_a_wrong_count_of_values_is_said_in_numbers(typed: str, sentence: str, position: int) -> None:
    assert answer(typed) == (sentence, position)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("cosine(x)", "cos"),
        ("tangent x", "tan"),
        ("sqr(x)", "sqrt"),
        ("sigmod(x)", "sigmoid"),
        ("signum(x)", "sign"),
        ("absolute(x)", "abs"),
        ("logn(x)", "log"),
        ("logarithm(x)", "log"),
        ("exponential(x)", "exp"),
        ("arctg x", "arctan"),
        ("maximum(x, 1)", "max"),
        ("rellu(x)", "relu"),
        ("softplsu(x)", "softplus"),
        ("flor(x)", "floor"),
    ],
)
def test_a_misspelled_function_is_answered_with_the_one_that_was_meant(typed: str, name: str) -> None:
    word = typed.partition("(")[0].partition(" ")[0]
    assert answer(f"2 + {typed}") == (f"“{word}” is not a name here. Did you mean {name}?", 4)


@pytest.mark.parametrize("word", ["lambda", "None", "theta", "power", "hello"])
def test_a_word_that_is_like_no_name_is_told_the_variables(word: str) -> None:
    assert answer(f"{word} + y", ("x", "y")) == (
        f"“{word}” is not a name here. This lesson uses x and y.",
        0,
    )


@pytest.mark.parametrize(
    ("typed", "sentence", "position"),
    [
        ("x and 1", "Write a chain such as 0 < x < 1 instead of “and”.", 2),
        ("x or 1", "Write one line of the braces for each case instead of “or”.", 2),
        ("x if x", f"Write cases in braces: {CASES}.", 2),
        (
            "{x < 0: 1 else 2}",
            "The last value in braces, without a condition, stands for all other cases.",
            10,
        ),
        ("x + inf", INFINITY, 4),
        ("oo", INFINITY, 0),
        ("infinity", INFINITY, 0),
        ("nan", "“nan” is not a number.", 0),
    ],
)
def test_a_word_of_another_language_is_answered_in_this_one(typed: str, sentence: str, position: int) -> None:
    assert answer(typed) == (sentence, position)


@pytest.mark.parametrize(
    ("typed", "variables", "sentence", "position"),
    [
        ("x + y", ("x",), "This lesson uses x; y is not one of its variables.", 4),
        ("x + z^2", ("x", "y"), "This lesson uses x and y; z is not one of its variables.", 4),
        ("3xyz", ("x", "y"), "This lesson uses x and y; z is not one of its variables.", 3),
        ("x^n", ("x",), "This lesson uses x; n is not one of its variables.", 2),
        ("2i", ("x",), "This lesson uses x; i is not one of its variables.", 1),
        ("h(t) = t", ("x",), "This lesson uses x; t is not one of its variables.", 2),
        ("f(x, z) = x", ("x", "y"), "This lesson uses x and y; z is not one of its variables.", 5),
        ("EXP(x)", ("x",), "Names are written in small letters: exp.", 0),
        ("2Pi", ("x",), "Names are written in small letters: pi.", 1),
    ],
)
def test_a_name_that_is_no_variable_here_is_pointed_at(
    typed: str, variables: tuple[str, ...], sentence: str, position: int
) -> None:
    assert answer(typed, variables) == (sentence, position)


@pytest.mark.parametrize(
    ("typed", "sentence", "position"),
    [
        ("**x", "A value is missing before “**”.", 0),
        ("^x", "A value is missing before “^”.", 0),
        ("x + × 2", "A value is missing before “×”.", 4),
        ("x(÷2)", "A value is missing before “÷”.", 2),
        ("²x", "A raised number needs a value in front of it.", 0),
        ("x^{2}", f"Braces need a condition, as in {CASES}; to group, write x^(2).", 2),
        ("{1, 2}", "The value without a condition stands for all other cases, so it comes last.", 4),
        (
            "{x < 0: 1, 2, 3}",
            "The value without a condition stands for all other cases, so it comes last.",
            14,
        ),
        ("{: 1}", "A value is missing before “:”.", 1),
        ("{x < 0: }", "A value is missing before “}”.", 8),
        ("x: 1", f"A colon belongs in braces, after a condition, as in {CASES}.", 1),
        ("sin(x) < 1", f"A comparison belongs in braces, as in {CASES}.", 7),
        ("x ≥ 1", f"A comparison belongs in braces, as in {CASES}.", 2),
        ("(x]", ROUND, 2),
        ("{x < 0: 1)", "This ) cannot close what { has opened: } can.", 9),
        ("sin_2 x", "A subscript belongs to log only, as in log_2(x).", 3),
        ("log_x 2", "The base of a logarithm is a number, as in log_2(x).", 4),
        ("cos^-1(x)", "cos^−1 can mean acos(x) or 1/cos(x): write the one you mean.", 3),
        ("tanh^(-1) x", "tanh^−1 can mean atanh(x) or 1/tanh(x): write the one you mean.", 4),
        ("sin^-2 x", "A negative power of sin is written (sin(x))^(−2).", 3),
        ("sin^0.5 x", "After sin^ comes a whole number; other powers are written (sin(x))^0.5.", 4),
        ("sin^x x", "After sin^ comes a whole number; other powers are written (sin(x))^0.5.", 4),
        ("x²⁻", "A raised number is written with digits only, as in x² or x⁻¹.", 1),
        ("3 x 5", "A number does not stand behind x: write x^5 or 5x.", 4),
        ("(x)5", "A sign is missing before this number: + − * / or ^.", 3),
        ("1,000", "Decimals are written with a point: 1.5.", 1),
        ("math.sin(x)", "A dot is only the decimal point of a number.", 4),
        ("x.__class__", "A dot is only the decimal point of a number.", 1),
        ("'x'", MARKS, 0),
        ("√-2", "sqrt(−2) has no real value.", 0),
    ],
)
def test_what_stands_in_a_wrong_place_is_pointed_at(typed: str, sentence: str, position: int) -> None:
    assert answer(typed) == (sentence, position)


@pytest.mark.parametrize(
    ("typed", "sentence", "position"),
    [
        ("", "Type a function of x.", 0),
        ("   ", "Type a function of x.", 3),
        ("f(x) =", "Type a function of x.", 6),
        ("f(x)", "An equals sign and the formula are missing.", 4),
        ("x +", "A value is missing at the end.", 3),
        ("√", "A value is missing at the end.", 1),
        ("(x + 1", "What ( has opened is not closed yet.", 6),
        ("|x", "What | has opened is not closed yet.", 2),
        ("{x < 0: 1", "What { has opened is not closed yet.", 9),
        ("{x < 0", "The value of this condition is missing.", 6),
        ("log_", "The base of the logarithm is missing.", 4),
        ("2.5 + .", "A decimal point needs a digit after it.", 6),
        ("x + si", "“si” is not a name yet. This lesson uses x.", 4),
    ],
)
def test_an_unfinished_text_is_told_what_is_still_to_come(typed: str, sentence: str, position: int) -> None:
    error = refusal(typed)
    assert isinstance(error, UnfinishedExpression)
    assert (str(error), error.position) == (sentence, position)


def test_an_empty_text_asks_for_a_function_of_all_variables() -> None:
    assert str(refusal("", ("x", "y"))) == "Type a function of x and y."
