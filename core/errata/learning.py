"""Losses, perceptrons, the network."""

from core.errata.erratum import Erratum, myth, notes, page

_NEURON = "-log(sigmoid(2sigmoid(3x + 1) + 1))"
_NETWORK = {"model": "two_two_one", "data": "xor", "eta": "1", "batch": "4", "seed": "1"}
_THREE_LAYERS = "-log(sigmoid(2sigmoid(3sigmoid(x))))"

LEARNING = (
    Erratum(
        37,
        "The cost of a line through three points",
        "slip",
        notes("439–449, 550"),
        says="E = 10m² + 3b² + 38 + 12mb − 92m − 2ab; ∂E/∂m = 28m + 12b − 92; 72b.",
        right="E = 14m² + 3b² + 38 + 12mb − 42m − 20b; ∂E/∂m = 28m + 12b − 42; 12b. m = 1/2, b = 7/3, E = "
        "25/6.",
        why="It is the sum of squares for (1, 2), (2, 5) and (3, 3). With 92 the solution would be m = 13, b "
        "= −68/3.",
        shown=(
            myth("training", "ninety-two"),
            page("training", model="line", data="three_points", tab="Closed form"),
            page("hessian_newton", g="14x^2 + 3y^2 + 38 + 12x y - 42x - 20y", px="2", py="1"),
        ),
    ),
    Erratum(
        39,
        "Updates of the first layer",
        "mathematics",
        notes("831, 845, 849, 862–873"),
        says="w₁₂ + αx₂w₁a₁(1 − a₁)…; w₂₁ + αx₁w₂a₂(1 − a₂)…; “− α − x₁…”; αᵢ.",
        right="∂L/∂w₁₂ = −x₁w₂a₂(1 − a₂)(y − ŷ) and ∂L/∂w₂₁ = −x₂w₁a₁(1 − a₁)(y − ŷ). The rate α multiplies; "
        "aᵢ is an activation.",
        why="In the forward pass w₁₂ leads from x₁ to the second neuron and w₂₁ from x₂ to the first: the "
        "two lines are swapped. For −log of σ(2σ(3w₁₂ + 1) + 1) the slope at w₁₂ = 0 is −0.0926714.",
        shown=(
            myth("training", "swapped-weights"),
            page("training", **_NETWORK, tab="Backpropagation", step="11"),
            page("derivative_rules", f=_NEURON, x0="0", tab="Graph", way="backward"),
        ),
    ),
    Erratum(
        40,
        "Backpropagation by layers",
        "slip",
        notes("885–895"),
        says="∂z₃/∂a₃; ∂L/∂b₃ = ∂L/∂b₃ …; ∂I₂/∂w₂ in the line of b₂; ∂L/∂a₁ in the last two lines.",
        right="∂z₃/∂w₃; ∂z₃/∂b₃; ∂z₂/∂b₂; the last two lines are ∂L/∂w₁ and ∂L/∂b₁, with ∂z₃/∂a₂, ∂z₂/∂a₁ "
        "and ∂z₁/∂w₁ or ∂z₁/∂b₁.",
        why="z₃ = w₃a₂ + b₃: what is varied stands in the last denominator. For −log of σ(2σ(3σ(b₁))) at b₁ "
        "= 0 the product of the five factors is −0.0364945.",
        shown=(
            page("training", tab="Backpropagation", walk="chain", step="1"),
            page("derivative_rules", f=_THREE_LAYERS, x0="0", tab="Graph", way="backward"),
        ),
    ),
    Erratum(
        48,
        "The table of words",
        "slip",
        notes("19, 21"),
        says="“Na na”: 2, 2; “Na na m na”: 1, 3.",
        right="“Na na” has 0 and 2. In the fourth row one “Ya” is lost; as printed it has 0 and 3.",
        why="The columns count “Ya” and “Na”.",
        shown=(
            myth("training", "counted-words"),
            page("training", model="logistic", data="sentiment", batch="4", tab="Data"),
        ),
    ),
)
