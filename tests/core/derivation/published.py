"""Functions with their derivatives from published test suites, written in our language.

RUBI: the antiderivatives of the Rubi integration suite, "0 Independent test suites" (A. Rich and others,
github.com/RuleBasedIntegration/MathematicaSyntaxTestSuite): of T. Apostol, Calculus, vol. I (1967) and of
J. Stewart, Calculus (1987), and of K. Charlwood, Integration on Computer Algebra Systems (2008). Each must
have its integrand as derivative.
MATHJS: test/unit-tests/function/algebra/derivative.test.js of github.com/josdejong/mathjs.
NERDAMER: spec/calculus/diff.spec.ts of github.com/jiggzson/nerdamer.
ALGEBRITE: tests/derivative.coffee of github.com/davidedc/Algebrite.
SYMPY: sympy/core/tests/test_diff.py of github.com/sympy/sympy.

What our language has no word for (symbolic parameters, arcsec, elliptic integrals) is left out, and so are
antiderivatives that are real nowhere.
"""

APOSTOL = (
    ("(1/3)(1 + 2x)^(3/2)", "sqrt(2x + 1)"),
    ("-(2/27)(1 + 3x)^(3/2) + (2/45)(1 + 3x)^(5/2)", "x sqrt(1 + 3x)"),
    ("(2/3)(1 + x)^(3/2) - (4/5)(1 + x)^(5/2) + (2/7)(1 + x)^(7/2)", "x^2 sqrt(x + 1)"),
    ("-(4/9) sqrt(2 - 3x) + (2/27)(2 - 3x)^(3/2)", "x/sqrt(2 - 3x)"),
    ("-1/(4(2 + 2x + x^2)^2)", "(x + 1)/(x^2 + 2x + 2)^3"),
    ("-cos(x) + cos(x)^3/3", "sin(x)^3"),
    ("(3/4)(x - 1)^(4/3) + (3/7)(x - 1)^(7/3)", "x (x - 1)^(1/3)"),
    ("-(1/2) csc(x)^2", "cos(x)/sin(x)^3"),
    ("-(1/3)(4 - sin(2x))^(3/2)", "cos(2x) sqrt(4 - sin(2x))"),
    ("1/(3 + cos(x))", "sin(x)/(3 + cos(x))^2"),
    ("2cos(x)/sqrt(cos(x)^3)", "sin(x)/sqrt(cos(x)^3)"),
    ("-2cos(sqrt(1 + x))", "sin(sqrt(x + 1))/sqrt(x + 1)"),
    ("-(1/3) sqrt(1 - x^6)", "x^5/sqrt(1 - x^6)"),
    ("x/sqrt(1 + x^2)", "(x^2 + 1)^(-3/2)"),
    ("(1/40)(27 + 8x^3)^(5/3)", "x^2 (8x^3 + 27)^(2/3)"),
    ("(3/2)(sin(x) - cos(x))^(2/3)", "(sin(x) + cos(x))/(sin(x) - cos(x))^(1/3)"),
    ("2 sqrt(1 + sqrt(1 + x^2))", "x/(sqrt(1 + x^2) sqrt(1 + sqrt(1 + x^2)))"),
    ("-(5/2)(1 - 2x + x^2)^(1/5)", "(x^2 + 1 - 2x)^(1/5)/(1 - x)"),
    ("-x cos(x) + sin(x)", "x sin(x)"),
    ("-6cos(x) + 3x^2 cos(x) - 6x sin(x) + x^3 sin(x)", "x^3 cos(x)"),
    ("3x/8 - (3/8)cos(x) sin(x) - (1/4)cos(x) sin(x)^3", "sin(x)^4"),
    ("x - tan(x) + tan(x)^3/3", "tan(x)^4"),
    ("-x - cot(x)", "cot(x)^2"),
    ("(1/20)(1 - x^2)^10", "x (x^2 - 1)^9"),
    ("-(3 + 2x)^2/(8(7 + 6x)^2)", "(2x + 3)/(6x + 7)^3"),
    ("cos(1/x)", "sin(1/x)/x^2"),
    ("-(2/9)(4 - 3sin(x)^2)^(3/2)", "sqrt(1 + 3cos(x)^2) sin(2x)"),
    ("2x - 2x ln(x) + x ln(x)^2", "ln(x)^2"),
    ("ln(sin(x))", "cot(x)"),
    ("ln(ln(x))", "1/(x ln(x))"),
    ("-(1/2) ln(1 - x)^2", "ln(1 - x)/(1 - x)"),
    ("2^(1 + sqrt(x))/ln(2)", "2^sqrt(x)/sqrt(x)"),
    ("(1/2) e^(2 sin(x))", "cos(x) e^(2 sin(x))"),
    ("x - ln(1 + e^x)", "1/(1 + e^x)"),
    ("-2e^sqrt(x) + 2e^sqrt(x) sqrt(x)", "e^sqrt(x)"),
    ("-2x + 2 sqrt(1 - x^2) arcsin(x) + x arcsin(x)^2", "arcsin(x)^2"),
    ("-arcsin(x)/x - artanh(sqrt(1 - x^2))", "arcsin(x)/x^2"),
    ("-(1/3) sqrt(1 - x^2) + (1/9)(1 - x^2)^(3/2) + (1/3)x^3 arccos(x)", "x^2 arccos(x)"),
    ("arctan(sqrt(x))^2", "arctan(sqrt(x))/(sqrt(x) (1 + x))"),
    ("-e^arctan(x) (1 - x)/(2 sqrt(1 + x^2))", "x e^arctan(x)/(1 + x^2)^(3/2)"),
    ("4arctan((1 + 2x)/sqrt(3))/sqrt(3) + ln(1 - x^3)", "(3x^2 + 2x - 2)/(x^3 - 1)"),
    ("-artanh((cos(x) - sin(x))/sqrt(2))/sqrt(2)", "1/(sin(x) + cos(x))"),
    ("-x/(1 + x + x^5)", "(4x^5 - 1)/(x^5 + x + 1)^2"),
    ("(1/2)x sqrt(5 + x^2) + (5/2) arsinh(x/sqrt(5))", "sqrt(x^2 + 5)"),
)

STEWART = (
    ("5^x x/ln(5) - 5^x/ln(5)^2", "x*5^x"),
    ("x cosh(x) - sinh(x)", "x sinh(x)"),
    ("ln(cos(x)) + x tan(x)", "x sec(x)^2"),
    ("-4x^(3/2)/9 + 2x^(3/2) ln(x)/3", "sqrt(x) ln(x)"),
    ("x cos(ln(x))/2 + x sin(ln(x))/2", "cos(ln(x))"),
    ("-x/2 + x ln(sqrt(x))", "ln(sqrt(x))"),
    ("-sin(x) + ln(sin(x)) sin(x)", "cos(x) ln(sin(x))"),
    ("cos(pi x)/pi^2 + x sin(pi x)/pi", "x cos(pi x)"),
    ("sqrt(x) + cos(sqrt(x)) sin(sqrt(x))", "cos(sqrt(x))^2/sqrt(x)"),
    ("-cos(x^2)/2 + cos(x^2)^3/6", "x sin(x^2)^3"),
    ("cos(x)/(1 - sin(x))", "1/(1 - sin(x))"),
    ("sec(x) - 2sec(x)^3/3 + sec(x)^5/5", "tan(x)^5 sec(x)"),
    ("-artanh(cos(x))/2 - cot(x) csc(x)/2", "csc(x)^3"),
    ("-sqrt(9 - x^2)/x - arcsin(x/3)", "sqrt(9 - x^2)/x^2"),
    ("-sqrt(3 - 2x - x^2) + arcsin((-1 - x)/2)", "x/sqrt(3 - 2x - x^2)"),
    ("sqrt(x^2 - 16)/(32x^2) + arctan(sqrt(x^2 - 16)/4)/128", "1/(x^3 sqrt(x^2 - 16))"),
    ("arsinh((2 + x)/2)", "1/sqrt(x^2 + 4x + 8)"),
    ("(e^x sqrt(9 - e^(2x)))/2 + 9arcsin(e^x/3)/2", "e^x sqrt(9 - e^(2x))"),
    ("2/(1 - x) + x + x^2/2 + ln(1 - x) - ln(1 + x)", "(1 + 4x - 2x^2 + x^4)/(1 - x - x^2 + x^3)"),
    ("sqrt(5) arctan(cos(x)/sqrt(5)) - cos(x)", "cos(x)^2 sin(x)/(5 + cos(x)^2)"),
    ("3x^(1/3) - 3x^(2/3)/2 + x - 3ln(1 + 1/x^(1/3)) - ln(x)", "1/(1 + x^(-1/3))"),
    ("2 sqrt(x) - 2arctan(sqrt(x))", "sqrt(x)/(1 + x)"),
)

CHARLWOOD = (
    ("x - sqrt(1 - x^2) arcsin(x)", "x arcsin(x)/sqrt(1 - x^2)"),
    ("(1/10)e^arcsin(x) (3x + x^3 - 3sqrt(1 - x^2) - 3x^2 sqrt(1 - x^2))", "x^3 e^arcsin(x)/sqrt(1 - x^2)"),
    ("-arcsin(x^2)/2 + x ln(x + sqrt(1 + x^2))/sqrt(1 - x^2)", "ln(x + sqrt(1 + x^2))/(1 - x^2)^(3/2)"),
    ("-(1/2) arcosh(x^2) + x ln(x + sqrt(x^2 - 1))/sqrt(1 + x^2)", "ln(x + sqrt(x^2 - 1))/(1 + x^2)^(3/2)"),
    ("2sqrt(1 + x^3)/3 - (2/3) artanh(sqrt(1 + x^3))", "sqrt(1 + x^3)/x"),
    ("-arsinh(x) + sqrt(1 + x^2) arctan(x)", "x arctan(x)/sqrt(1 + x^2)"),
    ("-artanh(cos(x)/sqrt(2))/sqrt(2)", "sin(x)/(1 + sin(x)^2)"),
    ("-x - artanh(cos(x)) - cos(x) ln(sin(x))/(1 + sin(x))", "ln(sin(x))/(1 + sin(x))"),
    ("x arcsin(x/sqrt(1 - x^2)) + arctan(sqrt(1 - 2x^2))", "arcsin(x/sqrt(1 - x^2))"),
)

MATHJS = (
    ("-4x", "-4"),
    ("5x - x - 2", "4"),
    ("x sin(x)*5x", "10x sin(x) + 5x^2 cos(x)"),
    ("2(x + x)", "4"),
    ("7x/2", "7/2"),
    ("5/(3x)", "-15/(3x)^2"),
    ("2x/(3x + 2)", "4/(3x + 2)^2"),
    ("1^(2^x + x^3 + 2)", "0"),
    ("10^(2x + 2)", "2*10^(2x + 2) ln(10)"),
    ("2x^(-2)", "-4x^(-3)"),
    ("(x^3 + x)^(5x + 2)", "(x^3 + x)^(5x + 2) ((3x^2 + 1)(5x + 2)/(x^3 + x) + 5ln(x^3 + x))"),
    ("1 - (-x)", "1"),
    ("cbrt(6x)", "2/((6x)^(2/3))"),
    ("sqrt(6x)", "3/sqrt(6x)"),
    ("(6x)^(1/(2x))", "(6x)^(1/(2x)) (1/(2x^2) - ln(6x)/(2x^2))"),
    ("log10(6x)", "6/(6x ln(10))"),
    ("log(6x, 10)", "1/(x ln(10))"),
    ("log(2x, 3x)", "(ln(3x) - ln(2x))/(x ln(3x)^2)"),
    ("tan(2x)", "2sec(2x)^2"),
    ("sec(2x)", "2sec(2x) tan(2x)"),
    ("csc(2x)", "-2csc(2x) cot(2x)"),
    ("cot(2x)", "-2csc(2x)^2"),
    ("asin(2x)", "2/sqrt(1 - (2x)^2)"),
    ("acos(2x)", "-2/sqrt(1 - (2x)^2)"),
    ("atan(2x)", "2/((2x)^2 + 1)"),
    ("sinh(2x)", "2cosh(2x)"),
    ("tanh(2x)", "2/cosh(2x)^2"),
    ("asinh(2x)", "2/sqrt((2x)^2 + 1)"),
    ("acosh(2x)", "2/sqrt((2x)^2 - 1)"),
    ("atanh(2x)", "2/(1 - (2x)^2)"),
    ("|2x|", "2|2x|/(2x)"),
)

NERDAMER = (
    ("(5/8)x^2", "(5/4)x"),
    ("5sin(x^2)^2", "20x cos(x^2) sin(x^2)"),
    ("5tan(x)^2", "10sec(x)^2 tan(x)"),
    ("5ln(x^2)^2", "40ln(|x|)/x"),
    ("5sec(x^2)^2", "20tan(x^2) sec(x^2)^2 x"),
    ("5csc(x^2)^2", "-20cot(x^2) csc(x^2)^2 x"),
    ("5cot(x^2)^2", "-20x csc(x^2)^2 cot(x^2)"),
    ("5acos(x^2)^2", "-20x acos(x^2)/sqrt(1 - x^4)"),
    ("5asin(x^2)^2", "20x asin(x^2)/sqrt(1 - x^4)"),
    ("5atan(x^2)^2", "20x atan(x^2)/(1 + x^4)"),
    ("(x + 1)/(x - 1)", "-(1 + x)/(x - 1)^2 + 1/(x - 1)"),
    ("1/(x(2 + 3x))", "-(2 + 6x)/(x^2 (2 + 3x)^2)"),
    ("(2x)^3 sin(x)", "8(3x^2 sin(x) + x^3 cos(x))"),
    ("5(x + 1)^3 (x - 1)", "5(3(1 + x)^2 (x - 1) + (1 + x)^3)"),
    ("(x + 1)^(x - 1)", "(1 + x)^(x - 1) (ln(1 + x) + (x - 1)/(1 + x))"),
    ("sin(x)^cos(x)", "sin(x)^cos(x) (-sin(x) ln(sin(x)) + cos(x)^2/sin(x))"),
    ("x^sin(x)", "x^sin(x) (sin(x)/x + cos(x) ln(x))"),
    ("ln(sin(x^2))", "2x cos(x^2)/sin(x^2)"),
    ("cos(ln(x^3))", "-3sin(3ln(x))/x"),
    ("|x^2 + 1|", "2x"),
)

ALGEBRITE = (
    ("x^x", "x^x + x^x ln(x)"),
    ("ln(x^2 + 5)", "2x/(5 + x^2)"),
    ("tan(x)", "1/cos(x)^2"),
    ("arcsin(x)", "1/sqrt(1 - x^2)"),
    ("arccos(x)", "-1/sqrt(1 - x^2)"),
    ("arctan(x)", "1/(1 + x^2)"),
    ("tanh(x)", "1/cosh(x)^2"),
    ("arsinh(x)", "1/sqrt(x^2 + 1)"),
    ("arcosh(x)", "1/sqrt(x^2 - 1)"),
    ("artanh(x)", "1/(1 - x^2)"),
    ("sin(cos(x))", "-cos(cos(x)) sin(x)"),
    ("sin(x)^2", "2sin(x) cos(x)"),
    ("erf(x)", "2e^(-x^2)/sqrt(pi)"),
)

SYMPY = (
    ("3(x^2 - 2)cos(x) + x(x^2 - 6)sin(x)", "x^3 cos(x)"),
    ("x (x + 1)^3", "(x + 1)^3 + 3x (x + 1)^2"),
    ("2e^(x*x) x", "2e^(x^2) + 4x^2 e^(x^2)"),
)

PUBLISHED: tuple[tuple[str, str], ...] = (
    *APOSTOL,
    *STEWART,
    *CHARLWOOD,
    *MATHJS,
    *NERDAMER,
    *ALGEBRITE,
    *SYMPY,
)
"""(function, its derivative)."""
