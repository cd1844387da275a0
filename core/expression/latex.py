"""Tree → LaTeX in the shape and order it has, so that a person sees how the text was read."""

from collections.abc import Mapping

from core.expression.functions import FUNCTIONS
from core.expression.printer import ATOM, POWER, PRODUCT, SUM, decimal, tightness
from core.expression.symbols import UNDEFINED
from core.expression.tree import (
    Binary,
    Call,
    Condition,
    Constant,
    Negate,
    Node,
    Number,
    Piecewise,
    Variable,
    children,
)

_POWER_ON_THE_NAME = frozenset(("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh"))
_CLOSED = frozenset(("abs", "floor", "ceil"))
_OPEN = -1
"""The tightness of lines behind a brace: nothing shows where they end."""

_RELATIONS = {"<": "<", "<=": r"\leq", ">": ">", ">=": r"\geq", "=": "="}


def latex(node: Node, written: Mapping[str, str] | None = None, dotted: bool = False) -> str:
    r"""LaTeX of the tree: quotients as fractions, products without a sign where digits do not meet.

    A variable that `written` lists appears under the LaTeX given there, a name or a number; in brackets where
    a number needs them. `dotted` puts a dot into every product.

    >>> latex(Binary("*", Binary("/", Variable("a"), Variable("b")), Variable("x")))
    '\\frac{a}{b} x'
    >>> print(latex(Binary("*", Variable("x"), Variable("x")), {"x": "-1.5"}, dotted=True))
    \left(-1.5\right) \cdot \left(-1.5\right)
    """
    return _Writer(written or {}, dotted).latex(node)


def written_size(node: Node) -> int:
    """How many numbers, names and signs the tree has when written out, a shared part as often as it stands.

    >>> written_size(Binary("*", Variable("x"), Variable("x")))
    3
    """
    return _size(node, {})


def _size(node: Node, known: dict[int, int]) -> int:
    # By identity: the tree is alive meanwhile, and a derivative shares its parts.
    if id(node) not in known:
        known[id(node)] = 1 + sum(_size(child, known) for child in children(node))
    return known[id(node)]


class _Writer:
    """One writing: a shared part is written once."""

    def __init__(self, written: Mapping[str, str], dotted: bool) -> None:
        self._written = written
        self._dotted = dotted
        self._known: dict[int, str] = {}

    def latex(self, node: Node) -> str:
        if id(node) not in self._known:
            self._known[id(node)] = self._new(node)
        return self._known[id(node)]

    def _new(self, node: Node) -> str:
        match node:
            case Number():
                return _number(node)
            case Constant(name):
                return r"\pi" if name == "pi" else name
            case Variable(name):
                return self._written.get(name, name)
            case Negate(operand):
                return f"-{self._within(operand, PRODUCT)}"
            case Binary(("+" | "-") as operator, left, right):
                return f"{self._within(left, SUM)} {operator} {self._within(right, PRODUCT)}"
            case Binary("*", left, right):
                return self._product(self._within(left, PRODUCT), self._within(right, POWER))
            case Binary("/", left, right):
                if node == UNDEFINED:
                    return r"\text{undefined}"
                return rf"\frac{{{self.latex(left)}}}{{{self.latex(right)}}}"
            case Binary(_, left, right):
                return self._power(left, right)
            case Call(function, arguments):
                return FUNCTIONS[function].latex(*map(self.latex, arguments))
            case Piecewise():
                return self._cases(node)

    def _product(self, left: str, right: str) -> str:
        # 2 3 would read as 23, and 2 ½ as two and a half
        meet = right[0].isdigit() or (left[-1].isdigit() and right.startswith(r"\frac"))
        return rf"{left} \cdot {right}" if meet or self._dotted else f"{left} {right}"

    def _power(self, base: Node, exponent: Node) -> str:
        raised = self._exponent(exponent)
        if isinstance(base, Call) and base.function in _POWER_ON_THE_NAME and isinstance(exponent, Number):
            head, bracket, rest = self.latex(base).partition(r"\left(")
            return f"{head}^{{{raised}}}{bracket}{rest}"
        return f"{self._within(base, ATOM)}^{{{raised}}}"

    def _exponent(self, node: Node) -> str:
        """x^{1/3} rather than a small fraction."""
        match node:
            case Binary("/", Number() as left, Number() as right):
                return f"{self.latex(left)}/{self.latex(right)}"
            case _:
                return self.latex(node)

    def _cases(self, piecewise: Piecewise) -> str:
        lines = [
            rf"{self.latex(branch.value)} & \text{{if }} {self._condition(branch.condition)}"
            for branch in piecewise.branches
        ]
        if piecewise.otherwise is not None:
            lines.append(rf"{self.latex(piecewise.otherwise)} & \text{{otherwise}}")
        return r"\begin{cases} " + r" \\ ".join(lines) + r" \end{cases}"

    def _condition(self, condition: Condition) -> str:
        first, *others = condition.operands
        links = (
            f" {_RELATIONS[relation]} {self.latex(operand)}"
            for relation, operand in zip(condition.relations, others, strict=True)
        )
        return self.latex(first) + "".join(links)

    def _within(self, node: Node, place: int) -> str:
        text = self.latex(node)
        return text if self._tightness(node) >= place else rf"\left({text}\right)"

    def _tightness(self, node: Node) -> int:
        """As in plain text, but a fraction holds together by its bar, and a name is not raised to a power."""
        match node:
            case Number(value):
                digits = decimal(value)
                return POWER if digits is None else PRODUCT if "e" in digits else ATOM
            case Variable(name) if name in self._written:
                return _number_tightness(self._written[name])
            case Binary("/"):
                return POWER
            case Call(function):
                return ATOM if function in _CLOSED else POWER
            case Piecewise():
                return _OPEN
            case _:
                return tightness(node)


def _number(number: Number) -> str:
    digits = decimal(number.value)
    if digits is None:
        return rf"\frac{{{number.value.numerator}}}{{{number.value.denominator}}}"
    mantissa, _, exponent = digits.partition("e")
    if not exponent:
        return digits
    power = f"10^{{{exponent}}}"
    return power if mantissa == "1" else rf"{mantissa} \cdot {power}"


def _number_tightness(text: str) -> int:
    if text.startswith("-"):
        return SUM
    return PRODUCT if "10^" in text else ATOM
