"""Sixty functions of two variables at three points: gradient and Jacobian against 50-digit differences."""

from fractions import Fraction

import numpy as np
import pytest

from core.expression import parse
from core.gradient import gradient_at
from core.jacobian import jacobian, vector_function

FUNCTIONS = """
x^2 + y^2; x*e^(-(x^2+y^2)); tanh(x) + tanh(y); -x^2 + y^3; x^5 + y^2; 3x^2*y^3; x^2 + 2x*y - y
85 - x^2*(x-6)*y^2*(y-6)/90; 3x - 4y + 7; |x| + |y|; x*y/(x^2+y^2); sqrt(x^2+y^2); log(x^2+y^2); atan(y/x)
sin(x)*cos(y); sin(x*y); e^(x*y); e^x*sin(y); x^y; y^x; log(x*y); x*log(y) + y*log(x); sqrt(x*y)
(1-x)^2 + 100(y-x^2)^2; (x^2+y-11)^2 + (x+y^2-7)^2; (x+2y-7)^2 + (2x+y-5)^2
4x^2 - 2.1x^4 + x^6/3 + x*y - 4y^2 + 4y^4
0.26(x^2+y^2) - 0.48x*y; x^3 - 3x*y^2; x^4 + y^4 - 4x*y; 1/(x+y); (x-y)/(x+y); 1/(1+x^2+y^2); x/(1+y^2)
cos(x) + cos(y); sin(x)^2 + cos(y)^2; tan(x/4)*y; sinh(x)*cosh(y); tanh(x*y); asin(x/4) + acos(y/4)
sigmoid(x+2y); log(1+e^(x-y)); e^(-x^2)*y; e^(sin(x)+cos(y)); sqrt(1+x^2)*sqrt(1+y^2)
cbrt(x)*y^2; x^(2/3) + y^(2/3)
x^2*y^2*(x+y); (x+y)^5; (x-2y)^3 + x; |x-5|*y; max(x,y+9); min(x, y+9)*y; {x < 9: x^2*y, x*y}; log(x+y^2)*x
sin(3x)*sin(2y) + x; x*e^(-y) + y*e^(-x); y*sqrt(x) + x*sqrt(y); 2^(x+y); (x^2+y^2)^(3/2)
"""
POINTS = ((0.7, 1.3), (1.1, 0.4), (2.3, 1.7))
H = Fraction(1, 10**16)


def texts() -> list[str]:
    return [text.strip() for line in FUNCTIONS.strip().splitlines() for text in line.split(";")]


def test_there_are_sixty_of_them() -> None:
    assert len(set(texts())) >= 60


@pytest.mark.parametrize("text", texts())
def test_gradient_and_jacobian_agree_with_fifty_digit_differences(text: str) -> None:
    e = parse(text, ("x", "y"))
    matrix = jacobian(vector_function(text, ("x", "y")))
    for place in POINTS:
        x, y = map(Fraction, place)
        along_x = e.precise(x + H, y, digits=50) - e.precise(x - H, y, digits=50)
        along_y = e.precise(x, y + H, digits=50) - e.precise(x, y - H, digits=50)
        expected = np.array([float(along_x * 10**16 / 2), float(along_y * 10**16 / 2)])
        by_the_rules = np.array([float(entry.formula(*place)) for entry in matrix.entries[0]])
        for found in (gradient_at(e, place).vector, matrix.at(place).matrix[0], by_the_rules):
            assert np.max(np.abs(found - expected)) <= 1e-12 * np.max(np.abs(expected))
