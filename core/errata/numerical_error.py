"""Numbers of finite length, and derivatives made of them."""

from core.errata.erratum import Erratum, essential, myth, page, slides

NUMERICAL_ERROR = (
    Erratum(
        3,
        "Digits of the forward difference",
        "slip",
        slides("184, 185, 187"),
        says="6.0099999999999849, 6.0009999999999479 and 6.0000099999951316.",
        right="6.009999999999849, 6.000999999999479 and 6.000009999951316.",
        why="A digit 9 was doubled. The second copy has the numbers that float64 gives for x² at 3 with h = "
        "0.01, 0.001 and 0.00001.",
        shown=(page("numerical_error", tab="Tables"),),
    ),
    Erratum(
        4,
        "What machine ε is",
        "mathematics",
        slides("210, 222", "207, 221"),
        says="ε is the smallest number that can be added to 1.",
        right="ε = 2⁻⁵² is the gap from 1 to the next float. The smallest float that changes 1 is "
        "1.1102230246251568e-16.",
        why="Sums are rounded to the nearest float, so all above 2⁻⁵³ counts: 1 + 1.2e-16 is "
        "1.0000000000000002.",
        shown=(myth("numerical_error", "smallest-addend"),),
    ),
    Erratum(
        5,
        "Results printed beside the wrong h",
        "code",
        slides("312–324"),
        says="With h_5 = 0.000000000000001 the formulas print 6.217248937900877 and 6.128431095930864.",
        right="With 10⁻¹⁵ both print 5.329070518200751.",
        why="The printed numbers are those of h = 10⁻¹⁴.",
        shown=(myth("numerical_error", "wrong-h"),),
    ),
    Erratum(
        6,
        "The best h",
        "wording",
        slides("262–298"),
        says="The best h is √ε, and the forward formula then gives 6.0.",
        right="For the forward formula the best h is 2√(ε|f/f″|), which is 6.32 × 10⁻⁸ for x² at 3. The "
        "symmetric formula wants ∛(3ε|f/f‴|), near ∛ε = 6.06 × 10⁻⁶.",
        why="√ε is an order of magnitude, and for one formula only. The exact 6.0 is luck: √ε is 2⁻²⁶, and "
        "h² is rounded away when 3 + h is squared.",
        shown=(myth("numerical_error", "root-of-epsilon"),),
    ),
    Erratum(
        7,
        "Which error a small h brings",
        "mathematics",
        slides("259", "247"),
        says="If h is too small the quotient is truncated (truncation error).",
        right="A small h brings round-off. The truncation error is about h·f″/2 and shrinks with h.",
        why="For x² at 3 the truncation error is h itself: 0.01, then 10⁻⁸ for h = 10⁻⁸. The next line of "
        "the slides has it right.",
        shown=(myth("numerical_error", "small-h-truncates"),),
    ),
    Erratum(
        8,
        "When a difference is rounded away",
        "mathematics",
        slides("257–258", "245–246"),
        says="If f(x + h) − f(x) is smaller than ε it is rounded to 0.",
        right="The threshold is the gap between floats at f(x), about ε|f(x)|: 1.78 × 10⁻¹⁵ at 9.",
        why="Near 0 the floats lie closer together: for x² at 10⁻¹⁰ and h = 10⁻¹² the difference is 2.01 × "
        "10⁻²², and it is right.",
        shown=(myth("numerical_error", "threshold"),),
    ),
    Erratum(
        9,
        "The symmetric quotient as a definition",
        "wording",
        slides("306–308", "272–274"),
        says="f′(x) = lim (f(x + h) − f(x − h))/2h.",
        right="The two are equal where f′(x) exists.",
        why="For |x| at 0 the symmetric quotient is 0 for every h, and there is no derivative.",
        shown=(myth("numerical_error", "symmetric-defines"),),
    ),
    Erratum(
        18,
        "How accurate the derivative of sin(1/x) is",
        "mathematics",
        essential("464, 466"),
        says="Near 0 the numbers are still accurate, with a very small relative error.",
        right="The relative errors at 0.1, 0.01, 0.001, 0.0001 and 0.00001 are 0.0022, 1.064, 0.9996, "
        "1.00001 and 1.0000001.",
        why="From 0.01 on no digit is right. The listing computes the absolute error under a comment that "
        "says “relative”.",
        shown=(myth("numerical_error", "still-accurate"),),
    ),
    Erratum(
        19,
        "Why the derivative of sin(1/x) goes wrong",
        "mathematics",
        essential("142–147, 328"),
        says="The centred difference is numerically unstable.",
        right="Its truncation error is what is large: h = 10⁻³ is too wide for a wave of the local length "
        "2πx². With h = 10⁻³·x² the relative error is at most 2.22 × 10⁻⁷.",
        why="Rounding is below 2 × 10⁻¹¹ in every row. At x = 10⁻³ the left neighbour is 0, and below that "
        "it lies on the other side of 0.",
        shown=(myth("numerical_error", "unstable"),),
    ),
)
