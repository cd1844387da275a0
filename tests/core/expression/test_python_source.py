"""What is written as Python source computes what the function itself computes, in each library."""

import json
import subprocess
import sys
from math import isnan

import mpmath
import numpy as np
import pytest

from core.expression import Expression, parse
from core.expression.functions import FUNCTIONS
from core.expression.python_source import MPMATH, NUMPY, SYMPY, Dialect, source
from core.gradient import gradient_field

PLACES = (-3.0, -2.0, -1.5, -1.0, -0.5, -1e-3, 0.0, 1e-3, 0.25, 1.0, 1.7, 2.0, 3.0, 710.0)
SHAPES = (
    "x^2 - 4x + 4",
    "(x^2 - 1)/(x - 1)",
    "-x^2",
    "2x^3 - x^4",
    "100(x - 1)^4",
    "x^7 + x^-3",
    "x^(1/3)",
    "x^(2/3)",
    "x^(-3/5)",
    "x^(3/4)",
    "x^0",
    "x^x",
    "x^pi",
    "2^x",
    "pi^x",
    "e^(-x^2/2)",
    "e^2 x + pi",
    "sin(1) x + sqrt(2)",
    "0.1 + 0.2 + x/3",
    "(1 + 1/x)^x",
    "log(x, 3)",
    "log(x, 10)",
    "log(x, x)",
    "min(x, 1, x^2)",
    "max(x, 0, -x)",
    "{x < 1: x^2, x = 1: 5, x > 1: sqrt(2)x}",
    "{0 < x <= 2: log(x), -1}",
    "{log(x) < 0: 1, 2}",
    "{x < 0: 1/x}",
    "x - (x - (x - 1))",
    "x/(x/(x + 5))",
    "2/3 x - 7",
    "1e30 x",
    "5",
)
TABLE = tuple(row.example for row in FUNCTIONS.values())
IMPORTS = {
    "numpy": "import math\nimport numpy as np",
    "mpmath": "from mpmath import mp, mpf\nmp.dps = 50\nmp.trap_complex = True",
    "sympy": "import sympy",
}


def derivatives() -> list[Expression]:
    """The derivatives of the whole table: what SymPy makes of it is written out too."""
    whole = [parse(text) for text in (*TABLE, *SHAPES)]
    return [Expression.of_tree(gradient_field(e).trees[0], e.variables) for e in whole]


def computed(
    name: str,
    dialect: Dialect,
    functions: list[Expression],
    place: str,
    places: tuple[float, ...] = PLACES,
) -> list[list[str]]:
    """The text of every value, computed by a Python that knows nothing of this project."""
    lines = [IMPORTS[name], dialect.prelude, "found = []"]
    for number, e in enumerate(functions):
        written = source(e.tree, dialect)
        decorator = f"@{dialect.decorator}\n" if dialect.decorator else ""
        lines += [*written.definitions, f"{decorator}def f{number}(x):\n    return {written.text}"]
        lines.append(f"found.append([str({place.format(f=f'f{number}')}) for x in {places}])")
    script = "\n".join([*lines, "import json", "print(json.dumps(found))"])
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return list(json.loads(run.stdout))


def test_every_function_of_the_language_has_a_word_in_each_library() -> None:
    for dialect in (NUMPY, MPMATH, SYMPY):
        assert FUNCTIONS.keys() <= dialect.calls.keys()


def test_numpy_source_gives_the_values_of_the_function_bit_for_bit() -> None:
    functions = [parse(text) for text in (*TABLE, *SHAPES)] + derivatives()
    found = computed("numpy", NUMPY, functions, "float({f}(np.float64(x)))")
    for e, texts in zip(functions, found, strict=True):
        values = [float(text) for text in texts]
        np.testing.assert_array_equal(values, e(np.array(PLACES)), err_msg=str(e))


def test_mpmath_source_gives_the_values_in_many_digits() -> None:
    functions = [parse(text) for text in (*TABLE, *SHAPES)]
    found = computed("mpmath", MPMATH, functions, "mp.nstr({f}(x), 45)")
    for e, texts in zip(functions, found, strict=True):
        for x, text in zip(PLACES, texts, strict=True):
            value = e.precise(x)
            with mpmath.workdps(60):
                same = abs(mpmath.mpf(text) - mpmath.mpf(value)) <= mpmath.mpf(10) ** -40 * max(1, abs(value))
            assert same or (isnan(float(text)) and isnan(value)), f"{e} at {x}: {text}, not {value}"


def test_sympy_source_means_what_the_tree_means() -> None:
    functions = [parse(text) for text in (*TABLE, *SHAPES)]
    positive = (0.25, 1.7, 3.0)
    found = computed("sympy", SYMPY, functions, "sympy.N({f}(sympy.Rational(str(x))), 20)", positive)
    for e, texts in zip(functions, found, strict=True):
        for x, text in zip(positive, texts, strict=True):
            value = float(e(x))
            # beyond the real domain SymPy goes on into the complex plane
            if np.isfinite(value):
                assert float(text) == pytest.approx(value, rel=1e-12, abs=1e-12), f"{e} at {x}"


def test_a_typed_text_is_never_in_the_source() -> None:
    """What is written comes from the tree: spaces, signs and spellings of the text are gone."""
    written = source(parse("ln( x )·2 − 1").tree, NUMPY)
    assert written.text == "np.log(x)*2 - 1"
