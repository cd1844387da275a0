"""Gradient descent and its listings."""

from core.errata.erratum import Erratum, essential, lecture, notes, page

DESCENT = (
    Erratum(
        21,
        "The listings on descent and on sin(1/x)",
        "code",
        essential("55–64, 88–90, 131, 203, 211, 218"),
        says="normalize the gradient; x0 = 10 and 100 iterations; a slider from 0.01 to 1 in steps of 0.1, "
        "at 0.1; zeros_like(x); “excluding 0”.",
        right="The argument normalize is never used, and the sliders override the values. The slider stops "
        "at 0.01, 0.11, … 0.91: neither 0.1 nor 1 is there, a step of 0.01 is meant. zeros_like needs "
        "dtype=float.",
        why="For whole numbers zeros_like makes an array of whole numbers, and sin(1/x) becomes 0. "
        "linspace(−0.1, 0.1, 501) holds 0. Under the heading “3D case” there is no code for it.",
        shown=(page("gd_vs_ascent", f="x^2", x0="9", eta="0.1", steps="3"),),
    ),
    Erratum(
        30,
        "Descent on the surface of 85",
        "slip",
        notes("521, 527–531"),
        says="Start (0.5, 0.5); slope −0.2134; 3y − 72, 3x − 72, 8y − 72.",
        right="Start (0.5, 0.6); ∇f = (−0.1134, −0.0935), then (0.5057, 0.6047); 3y − 12, 3x − 12.",
        why="−0.1134 is −567/5000, and the next x, 0.5057, is 0.5 + 0.05 · 0.1134.",
        shown=(
            page(
                "gd_vs_ascent",
                dim="2",
                g="85 - x^2 (x - 6) y^2 (y - 6)/90",
                px="0.5",
                py="0.6",
                eta="0.05",
            ),
        ),
    ),
    Erratum(
        31,
        "Descent on eˣ − log x",
        "slip",
        notes("491, 501"),
        says="f = e^(−log x), f′ = e^(−1/x); 0.144J.",
        right="f = eˣ − log x, f′ = eˣ − 1/x: −18.9487 at 0.05, so the next x is 0.1447.",
        why="With the rounded 0.1447 f′ is −5.7552, as printed; without rounding it is −5.753.",
        shown=(page("gd_vs_ascent", f="e^x - log(x)", x0="0.05", eta="0.005"),),
    ),
    Erratum(
        45,
        "Descent divided by the length of the gradient",
        "wording",
        lecture("584–599"),
        says="Gradient descent: w − α · ∇f/|∇f|.",
        right="That is normalised descent. Plain descent has no division.",
        why="With a constant α every step has the length α and the run never settles: on x² from 1 with 0.4 "
        "it goes 1, 0.6, 0.2, −0.2, 0.2, −0.2. Where ∇f = 0 the step is undefined. Plain descent goes 1, "
        "0.2, 0.04.",
        shown=(page("gd_vs_ascent", f="x^2", x0="1", eta="0.4", optimizer="normalised"),),
    ),
    Erratum(
        52,
        "Two directions, one name",
        "slip",
        notes("509–511"),
        says="Both directions are labelled “gradient descent”, one is struck out.",
        right="Along ∇f is ascent, along −∇f is descent.",
        why="For a small step the change of f is ±η|∇f|²: on x² − 4x + 4 from 0 with 0.4, f goes from 4 to "
        "12.96 upwards and to 0.16 downwards.",
        shown=(page("gd_vs_ascent", tab="Down or up"),),
    ),
)
