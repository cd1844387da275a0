"""What a copy has lost throughout."""

from core.errata.erratum import Erratum, page, slides

TRANSCRIPTION = (
    Erratum(
        51,
        "Lost minus signs",
        "slip",
        slides("", "throughout"),
        says="x² 4x + 4; x² 3xy + 2y²; f(x + h) f(x); 1.6 0.4(2(1.6) 4); x_old η f′; “conditions”; “−I and "
        "I”.",
        right="x² − 4x + 4; x² − 3xy + 2y²; f(x + h) − f(x); 1.6 − 0.4(2(1.6) − 4) = 1.92; x_old − η f′.",
        why="The first copy has them.",
        shown=(page("gd_vs_ascent", f="x^2 - 4x + 4", tab="Steps", step="2"),),
    ),
)
