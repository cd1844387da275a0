"""Functions that SymPy lacks, or knows only over the complex numbers, kept whole in formulas.

σ(x) reads better than its fraction, and its derivative stays accurate. `doit()` gives the elementary form;
`rewrite` does not, for SymPy rewrites on its own and the elementary forms have lost their corners.
"""

from typing import Any

import sympy


class RealFunction(sympy.Function):  # type: ignore[misc]  # SymPy is untyped
    """A function that is real wherever it has a value; `elementary` says what it is made of."""

    is_extended_real = True

    @staticmethod
    def elementary(*arguments: sympy.Expr) -> sympy.Expr:
        """The same function in SymPy's own terms."""
        raise NotImplementedError

    def doit(self, **hints: Any) -> sympy.Expr:
        """The elementary form of the function and of all inside it."""
        return self.elementary(*(argument.doit(**hints) for argument in self.args))


class Sigmoid(RealFunction):
    """σ(u) = 1/(1 + e^−u), the logistic function."""

    is_positive = True

    @staticmethod
    def elementary(*arguments: sympy.Expr) -> sympy.Expr:
        """1/(1 + e^−u)."""
        return 1 / (1 + sympy.exp(-arguments[0]))

    def fdiff(self, argindex: int = 1) -> sympy.Expr:  # noqa: ARG002
        """σ'(u) = σ(u)·σ(−u): the same as σ(1 − σ), without the cancellation where σ is near 1."""
        return Sigmoid(self.args[0]) * Sigmoid(-self.args[0])


class Softplus(RealFunction):
    """log(1 + e^u), a smooth version of max(0, u)."""

    is_positive = True

    @staticmethod
    def elementary(*arguments: sympy.Expr) -> sympy.Expr:
        """log(1 + e^u)."""
        return sympy.log(1 + sympy.exp(arguments[0]))

    def fdiff(self, argindex: int = 1) -> sympy.Expr:  # noqa: ARG002
        """d/du log(1 + e^u) = σ(u)."""
        return Sigmoid(self.args[0])


class RealPower(RealFunction):
    """u^(p/q) with odd q as a calculus course reads it: (−8)^(1/3) = −2, where SymPy's power is complex.

    `RealPower(u, r)`: u is any real expression, r a SymPy Rational with an odd denominator.
    """

    @classmethod
    def eval(cls, base: sympy.Expr, exponent: sympy.Rational) -> sympy.Expr | None:
        """A plain power where u or the exponent leaves no doubt; u^−r is 1/u^r."""
        if exponent.q == 1 or base.is_nonnegative:
            return base**exponent
        if exponent.is_negative:
            return 1 / RealPower(base, -exponent)
        if base.is_negative:
            return sympy.S.NegativeOne ** (exponent.p % 2) * (-base) ** exponent
        return None

    @staticmethod
    def elementary(*arguments: sympy.Expr) -> sympy.Expr:
        """sign(u)^p·|u|^(p/q)."""
        base, exponent = arguments
        return sympy.sign(base) ** (exponent.p % 2) * sympy.Abs(base) ** exponent

    def _eval_derivative(self, symbol: sympy.Symbol) -> sympy.Expr:
        base, exponent = self.args
        return exponent * RealPower(base, exponent - 1) * base.diff(symbol)

    def _eval_power(self, other: sympy.Expr) -> sympy.Expr | None:
        if not other.is_Integer or other == -1:
            return None
        power = RealPower(self.args[0], self.args[1] * abs(other))
        return power if other.is_positive else 1 / power
