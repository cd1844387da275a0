"""Tokens → tree, by precedence climbing: sums < products (written or not) < powers < atoms.

Products and quotients are read left to right, written or not: 1/2x is (1/2)·x. Powers are read right to
left: 2^3^x is 2^(3^x). A minus in front takes the whole product: −x^2 is −(x^2). A function without brackets
takes the product that follows without a sign, up to the next function: sin 2x/3 is sin(2x)/3, sin x cos x is
sin(x)·cos(x).

Every method reads what its name says and leaves the cursor behind it; none goes back, so the work is bounded
by the number of tokens.
"""

from collections.abc import Sequence
from typing import cast

from core.expression.complaints import BRACES, check_arity, misplaced, missing, negative_power
from core.expression.cursor import Cursor
from core.expression.language_errors import ExpressionError, UnfinishedExpression
from core.expression.tokens import Token
from core.expression.tree import (
    Binary,
    BinaryOperator,
    Branch,
    Call,
    Condition,
    Constant,
    Negate,
    Node,
    Number,
    Piecewise,
    Relation,
    Variable,
)

_RELATIONS = ("<", "<=", ">", ">=", "=")


class Parser(Cursor):
    """One reading of one text; `starts` tells where each node of the tree begins, by id."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.starts: dict[int, int] = {}

    def tree(self) -> Node:
        """The whole text as one sum; raises ExpressionError, UnfinishedExpression where more may follow."""
        node = self.sum()
        if self.next.kind != "end":
            raise misplaced(self.tokens, self.index)
        return node

    def place(self, node: Node, start: int) -> Node:
        self.starts[id(node)] = start
        return node

    def sum(self) -> Node:
        start = self.next.start
        left = self.product()
        while self.at("+", "-"):
            operator = cast(BinaryOperator, self.take().text)
            left = self.place(Binary(operator, left, self.product()), start)
        return left

    def product(self) -> Node:
        start = self.next.start
        if self.takes("-"):
            return self.place(Negate(self.nested(self.product)), start)
        if self.takes("+"):
            return self.nested(self.product)
        left = self.power()
        while True:
            if self.at("*", "/"):
                operator = cast(BinaryOperator, self.take().text)
                left = self.place(Binary(operator, left, self.signed_power()), start)
            elif self.starts_factor():
                left = self.place(Binary("*", left, self.power()), start)
            else:
                return left

    def starts_factor(self) -> bool:
        """Whether a factor follows without a sign between; a number never does (x2, 2 3)."""
        if self.next.kind in ("variable", "constant", "function", "radical"):
            return True
        return self.at("(", "{") or (self.at("|") and not self.in_bars)

    def signed_power(self) -> Node:
        start = self.next.start
        if self.takes("-"):
            return self.place(Negate(self.nested(self.signed_power)), start)
        if self.takes("+"):
            return self.nested(self.signed_power)
        return self.power()

    def power(self) -> Node:
        start = self.next.start
        base = self.atom()
        while self.next.kind == "superscript":
            base = self.place(Binary("^", base, self.superscript()), start)
        if self.takes("^"):
            return self.place(Binary("^", base, self.nested(self.signed_power)), start)
        return base

    def superscript(self) -> Node:
        token = self.take()
        number = self.number(token)
        return self.place(Negate(number), token.start) if token.text.startswith("-") else number

    def number(self, token: Token) -> Number:
        assert token.value is not None  # numbers and superscripts have one
        number = Number(abs(token.value))
        self.starts[id(number)] = token.start
        return number

    def atom(self) -> Node:
        token = self.next
        if token.kind in ("function", "radical"):
            return self.application()
        if self.at("(", "|"):
            return self.bracketed()
        if self.at("{"):
            return self.piecewise()
        if token.kind not in ("number", "variable", "constant"):
            raise missing(token)
        self.take()
        if token.kind == "number":
            return self.number(token)
        return self.place(
            Variable(token.text) if token.kind == "variable" else Constant(token.text), token.start
        )

    def bracketed(self) -> Node:
        """( sum ) or | sum |, the absolute value."""
        opened = self.take()
        if opened.text == "(":
            node = self.inside(self.sum)
            self.close(")", opened)
            return node
        node = self.inside(self.sum, bars=True)
        self.close("|", opened)
        return self.place(Call("abs", (node,)), opened.start)

    def application(self) -> Node:
        """A function, its base (log_2), its power (sin^2), then what it is applied to."""
        function = self.take()
        base = (self.base(function),) if self.at("_") else ()
        power = self.power_of_function(function) if function.kind == "function" else None
        if self.at("("):
            values, places = self.arguments(function)
        else:
            # √2x is √2·x, as on paper, where the bar would end
            read = self.signed_power if function.kind == "radical" else self.bare_argument
            values, places = (self.nested(read),), (function.end,)
        check_arity(function, (*places, *(function.end for _ in base)))
        call = self.place(Call(function.text, (*values, *base)), function.start)
        return call if power is None else self.place(Binary("^", call, power), function.start)

    def base(self, function: Token) -> Node:
        """The 2 of log_2."""
        if function.text != "log":
            raise misplaced(self.tokens, self.index)
        self.take()
        if self.next.kind == "end":
            raise UnfinishedExpression("The base of the logarithm is missing.", self.next.start)
        if self.next.kind not in ("number", "constant"):
            raise ExpressionError("The base of a logarithm is a number, as in log_2(x).", self.next.start)
        return self.atom()

    def power_of_function(self, function: Token) -> Node | None:
        """The 2 of sin^2 x and sin²x; −1 is refused, for it means two different things."""
        start = self.next.start
        if self.next.kind == "superscript":
            number = self.take()
            negative = number.text.startswith("-")
        elif self.takes("^"):
            opened = self.take() if self.at("(") else None
            negative = self.takes("-")
            number = self.whole_number(function)
            if opened:
                self.close(")", opened)
        else:
            return None
        power = self.number(number)
        if negative:
            raise negative_power(function.text, power.value, start)
        return power

    def whole_number(self, function: Token) -> Token:
        token = self.take()
        if token.kind == "end":
            raise missing(token)
        if token.kind != "number" or token.value is None or token.value.denominator != 1:
            name = function.text
            sentence = f"After {name}^ comes a whole number; other powers are written ({name}(x))^0.5."
            raise ExpressionError(sentence, token.start)
        return token

    def arguments(self, function: Token) -> tuple[tuple[Node, ...], tuple[int, ...]]:
        """( sum, sum, … ) and where each begins."""
        opened = self.take()
        if self.at(")"):
            raise ExpressionError(f"{function.text} needs a value between its brackets.", self.next.start)
        places = [self.next.start]
        values = [self.inside(self.sum)]
        while self.takes(","):
            places.append(self.next.start)
            values.append(self.inside(self.sum))
        self.close(")", opened)
        return tuple(values), tuple(places)

    def bare_argument(self) -> Node:
        """The product that follows without a sign, up to the next function: the 2x of sin 2x/3."""
        start = self.next.start
        if self.takes("-"):
            return self.place(Negate(self.nested(self.bare_argument)), start)
        left = self.power()
        while self.starts_factor() and self.next.kind != "function":
            left = self.place(Binary("*", left, self.power()), start)
        return left

    def piecewise(self) -> Node:
        """{condition: value, …, otherwise}, where the value without a condition comes last or not at all."""
        opened = self.take()
        branches: list[Branch] = []
        otherwise: Node | None = None
        while True:
            place = self.next.start
            part = self.inside(self.branch)
            if otherwise is not None:
                sentence = "The value without a condition stands for all other cases, so it comes last."
                raise ExpressionError(sentence, place)
            if isinstance(part, Branch):
                branches.append(part)
            else:
                otherwise = part
            if not self.takes(","):
                break
        self.close("}", opened)
        if not branches:
            sentence = f"Braces need a condition, as in {BRACES}; to group, write x^(2)."
            raise ExpressionError(sentence, opened.start)
        return self.place(Piecewise(tuple(branches), otherwise), opened.start)

    def branch(self) -> Branch | Node:
        """condition: value, or a value alone."""
        operands, relations = [self.sum()], []
        while self.at(*_RELATIONS):
            relations.append(cast(Relation, self.take().text))
            operands.append(self.sum())
        if not relations:
            return operands[0]
        if self.next.kind == "end":
            raise UnfinishedExpression("The value of this condition is missing.", self.next.start)
        if not self.takes(":"):
            sentence = "After a condition come a colon and the value, as in {x < 0: −1}."
            raise ExpressionError(sentence, self.next.start)
        return Branch(Condition(tuple(operands), tuple(relations)), self.sum())
