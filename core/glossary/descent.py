"""Words of GD vs Ascent and Learning Rate."""

from core.glossary.term import Term


def _by(optimizer: str) -> dict[str, str]:
    return {"dim": "2", "g": "x^2/2 + 2y^2", "eta": "0.1", "steps": "30", "optimizer": optimizer}


def _schedule(name: str) -> dict[str, str]:
    return {"steps": "20", "schedule": name}


DESCENT = (
    Term(
        "objective",
        "The function that is to be made as small or as large as possible.",
        "gd_vs_ascent",
    ),
    Term(
        "optimisation",
        "Finding the point where an objective is best.",
        "gd_vs_ascent",
        {"tab": "Down or up"},
    ),
    Term(
        "gradient descent",
        "x − η∇f, again and again: small steps downhill, to a minimum.",
        "gd_vs_ascent",
    ),
    Term(
        "gradient ascent",
        "x + η∇f, again and again: small steps uphill, to a maximum.",
        "gd_vs_ascent",
        {"f": "-(x^2 - 4x + 4)", "sense": "ascent"},
    ),
    Term(
        "iterate",
        "The point reached after a number of steps.",
        "gd_vs_ascent",
        {"tab": "Numbers"},
        symbol="xₖ",
    ),
    Term(
        "optimiser",
        "The rule that makes the next step from the gradient, and from what it remembers of earlier ones.",
        "gd_vs_ascent",
        {"tab": "Race"},
    ),
    Term(
        "normalised descent",
        "Only the direction of the gradient counts: every step has the length η.",
        "gd_vs_ascent",
        {"f": "x^2", "x0": "1", "optimizer": "normalised"},
    ),
    Term(
        "momentum",
        "Each step keeps a part β of the one before it, so that steady directions gain speed and zigzags "
        "cancel.",
        "gd_vs_ascent",
        _by("momentum"),
        symbol="β",
    ),
    Term(
        "Nesterov momentum",
        "Momentum that takes the gradient where the old step is about to lead.",
        "gd_vs_ascent",
        _by("nesterov"),
    ),
    Term(
        "AdaGrad",
        "Each coordinate has its own rate, divided by the root of the sum of its squared slopes so far.",
        "gd_vs_ascent",
        _by("adagrad"),
    ),
    Term(
        "RMSprop",
        "Each coordinate's rate is divided by the root of a running mean of its squared slopes.",
        "gd_vs_ascent",
        _by("rmsprop"),
    ),
    Term(
        "Adam",
        "Momentum and RMSprop together, with both means mended for their start at 0.",
        "gd_vs_ascent",
        _by("adam"),
    ),
    Term(
        "weight decay",
        "At each step the point is also pulled a little toward 0, beside the gradient.",
        "gd_vs_ascent",
        _by("adamw"),
    ),
    Term(
        "quasi-Newton method",
        "Newton's step with a Hessian that is learnt from how the gradient changed, as BFGS does.",
        "gd_vs_ascent",
        _by("bfgs"),
    ),
    Term(
        "coordinate descent",
        "One variable at a time is improved, the others are held still.",
        "gd_vs_ascent",
        _by("coordinate"),
    ),
    Term(
        "restart",
        "Beginning again from another point, or with the first rate, to leave a poor valley.",
        "gd_vs_ascent",
        {"dim": "2", "tab": "Many starts"},
    ),
    Term(
        "learning rate",
        "How far a step goes along the gradient.",
        "learning_rate",
        symbol="η",
    ),
    Term(
        "stability limit",
        "2 over the largest curvature λ_max. Above it steps on a quadratic grow instead of shrinking.",
        "learning_rate",
        {"eta": "1"},
        symbol="2/λ_max",
    ),
    Term(
        "best constant rate",
        "2/(λ_min + λ_max) on a quadratic: the slowest directions shrink as fast as possible.",
        "learning_rate",
        {"dim": "2", "g": "x^2/2 + 2y^2", "eta": "0.4"},
    ),
    Term(
        "contraction factor",
        "|1 − ηλ|: by how much one step on a quadratic shrinks the distance along a direction of curvature "
        "λ.",
        "learning_rate",
        {"eta": "0.9"},
    ),
    Term(
        "overshoot",
        "A step lands on the other side of the minimum.",
        "learning_rate",
        {"eta": "0.9"},
    ),
    Term(
        "convergence",
        "The iterates come as near to a point as you like and stay there.",
        "learning_rate",
        {"eta": "0.4"},
    ),
    Term(
        "divergence",
        "The iterates leave every bound behind: the rate is too large, or there is no minimum.",
        "learning_rate",
        {"eta": "1.1"},
    ),
    Term(
        "linear convergence",
        "The error shrinks by about the same factor at each step.",
        "learning_rate",
        {"eta": "0.1", "steps": "20"},
    ),
    Term(
        "schedule",
        "A rate that changes with the step: large at first, small at the end.",
        "learning_rate",
        _schedule("exponential"),
    ),
    Term(
        "step decay",
        "A schedule that multiplies the rate by a fixed factor every few steps.",
        "learning_rate",
        _schedule("step"),
    ),
    Term(
        "cosine schedule",
        "A rate that follows half a wave of the cosine from its start to its end.",
        "learning_rate",
        _schedule("cosine"),
    ),
    Term(
        "backtracking",
        "A step that does not lower f enough is shortened until it does.",
        "learning_rate",
        _schedule("backtracking"),
    ),
)
