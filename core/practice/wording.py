"""Small formulas with kind numbers, written in the language, and names with indices."""

from core.expression import Expression, parse

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
PLANE = ("x", "y")


def terms(*parts: tuple[int, str]) -> str:
    """A sum of whole multiples; "" is the constant.

    >>> terms((2, "x^2"), (-1, "x y"), (0, "y^2"), (-3, ""))
    '2x^2 - x y - 3'
    """
    text = ""
    for factor, name in parts:
        if not factor:
            continue
        size = str(abs(factor)) if abs(factor) != 1 or not name else ""
        sign = ("-" if factor < 0 else "") if not text else (" - " if factor < 0 else " + ")
        text += f"{sign}{size}{name}"
    return text or "0"


def polynomial(*factors: int) -> str:
    """The highest power first.

    >>> polynomial(1, -4, 4)
    'x^2 - 4x + 4'
    """
    highest = len(factors) - 1
    names = (f"x^{n}" if n > 1 else "x" if n else "" for n in range(highest, -1, -1))
    return terms(*zip(factors, names, strict=True))


def shifted(by: int) -> str:
    """x − by.

    >>> shifted(3), shifted(-2), shifted(0)
    ('x - 3', 'x + 2', 'x')
    """
    return terms((1, "x"), (-by, ""))


def curve(text: str) -> Expression:
    """The function of x."""
    return parse(text)


def surface(text: str) -> Expression:
    """The function of x and y."""
    return parse(text, PLANE)


def indexed(name: str, k: int) -> str:
    """x₁, (x₁, y₁) for the name "xy".

    >>> indexed("x", 12), indexed("xy", 1)
    ('x₁₂', '(x₁, y₁)')
    """
    index = str(k).translate(_SUBSCRIPTS)
    parts = [f"{letter}{index}" for letter in name]
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"


def definition(e: Expression) -> str:
    """f(x) = … in LaTeX, as it was typed."""
    return f"f({', '.join(e.variables)}) = {e.latex}"
