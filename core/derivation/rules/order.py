"""`RULES`: the order in which the rules are tried. The first that does not answer None is the one."""

from core.derivation.rules import arithmetic
from core.derivation.rules.functions import smooth_function
from core.derivation.rules.kinks import branchwise, extreme, kinked_function
from core.derivation.rules.moves import Rule

RULES: tuple[Rule, ...] = (
    # What holds no x comes first, so that every other rule may take it for granted that its function does.
    Rule("constant", "Constant", "What does not change has slope 0.", arithmetic.constant),
    Rule("identity", "The variable itself", "x grows by 1 for every 1 of x.", arithmetic.identity),
    # Constant factors leave before products and quotients are looked at: 3·u needs no product rule.
    Rule("opposite", "Minus sign", "A mirrored curve has the opposite slope.", arithmetic.opposite),
    Rule(
        "constant multiple",
        "Constant multiple",
        "A constant factor stretches the curve, and its slope as much.",
        arithmetic.constant_multiple,
    ),
    Rule("sum", "Sum rule", "Slopes of terms add up.", arithmetic.total),
    # uⁿ before aᵘ before uᵛ: where the base or the exponent is constant, logarithms are not needed.
    Rule(
        "power",
        "Power rule",
        "The exponent comes down as a factor and drops by one.",
        arithmetic.power_rule,
    ),
    Rule(
        "exponential",
        "Exponential rule",
        "An exponential grows in proportion to itself, with factor ln of its base.",
        arithmetic.exponential,
    ),
    Rule(
        "logarithmic differentiation",
        "Logarithmic differentiation",
        "With base and exponent both moving, ln f = v·ln u is differentiated, and f′ = f·(ln f)′.",
        arithmetic.logarithmic_differentiation,
    ),
    Rule(
        "product",
        "Product rule",
        "Each factor moves in turn while the others stand still.",
        arithmetic.product,
    ),
    # 1/u is a power; only a quotient with x above and below needs the quotient rule.
    Rule(
        "reciprocal",
        "A reciprocal is a power",
        "1 over a power is the power with the opposite exponent.",
        arithmetic.reciprocal_as_power,
    ),
    Rule(
        "quotient",
        "Quotient rule",
        "Slope of the top times the bottom, minus the top times slope of the bottom, all over bottom².",
        arithmetic.quotient,
    ),
    # log with two arguments has its own rules, before the table of functions of one.
    Rule(
        "logarithm of any base",
        "Logarithm of any base",
        "log to base b is ln divided by the constant ln b.",
        arithmetic.logarithm_of_base,
    ),
    Rule(
        "change of base",
        "Change of base",
        "With a base that moves, the logarithm is a quotient of two natural ones.",
        arithmetic.change_of_base,
    ),
    Rule("function", "Derivative of {name}", "From the table of derivatives.", smooth_function),
    Rule(
        "corner or jump",
        "Derivative of {name}",
        "On each side of the corner or jump it is as simple as this; at it there is no derivative.",
        kinked_function,
    ),
    Rule(
        "extreme",
        "The one that is ahead",
        "Where one argument is ahead, the slope is its slope; at a tie there is none unless both agree.",
        extreme,
    ),
    Rule(
        "piecewise",
        "Branch by branch",
        "Inside each branch only its own line counts; a border needs a look from both sides.",
        branchwise,
    ),
)
