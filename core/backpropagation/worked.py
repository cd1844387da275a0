"""Backpropagation on the blackboard: a step for each value on the way forward, then one for each edge."""

from dataclasses import replace
from functools import partial as applied

from core.backpropagation.passing import Edge, Node, Pass
from core.backpropagation.stages import Stage, stages
from core.derivation import differentiate
from core.derivation.writing.hand import rows
from core.derivative_facts.sigmoid import sigmoid_steps
from core.expression import parse
from core.models.activations import ACTIVATIONS
from core.models.checking import compared, corner_sentence, slope_check
from core.models.many_digits import unit_sums, unit_value
from core.models.worked.classification import (
    collapse_step,
    log_loss_step,
    squashed_step,
    to_prediction_step,
    to_sum_step,
)
from core.models.worked.sample import loss_check, sum_check
from core.models.worked.writing import (
    LOSS,
    SUM,
    aligned,
    partial,
    plain,
    product,
    shown,
    symbol,
    update,
    weighted_sum,
)
from core.numbers import number
from core.steps import LazySteps, Step

_MISS = r"-(y - \hat{y})"


def backpropagation_steps(passed: Pass) -> LazySteps:
    """One step for each of `stages`, in the same order."""
    return LazySteps([applied(_step, passed, stage) for stage in stages(passed)])


def _step(passed: Pass, stage: Stage) -> Step:
    match stage.kind:
        case "value":
            return _output(passed) if stage.name == "ŷ" else _unit(passed, passed.node(stage.name))
        case "loss":
            return log_loss_step(passed.sample)
        case "miss":
            return _miss(passed)
        case "edge":
            return _edge(passed, next(edge for edge in passed.edges if edge.name == stage.name))
        case "update":
            return _update(passed)


def _unit(passed: Pass, node: Node) -> Step:
    """z_j and a_j = φ(z_j)."""
    j, sample = node.row, passed.sample
    kind = ACTIVATIONS[sample.model.activation]
    z, a = symbol(f"z{j}"), symbol(f"a{j}")
    names = [(symbol(f"w{i}{j}"), symbol(f"x{i}")) for i in range(1, len(sample.inputs) + 1)]
    values = [(shown(passed.weight(f"w{i}{j}")), shown(x)) for i, x in enumerate(sample.inputs.tolist(), 1)]
    lines = [
        rf"{z} &= {weighted_sum(names, symbol(f'b{j}'))}",
        rf"&= {weighted_sum(values, shown(node.bias_value))}",
        rf"&= {shown(node.total)}",
        rf"{a} &= {kind.latex}({z}) = {shown(node.value)}",
    ]
    precise = unit_value(
        sample.model, unit_sums(sample.model, sample.theta.tolist(), sample.inputs.tolist())[j - 1]
    )
    check = compared(
        f"a{plain(str(j))} against the same unit in 50 digits.", node.value, precise, sample.scale
    )
    why = f"The unit adds up its inputs, each times the weight of its edge, and bends the sum by {kind.name}."
    return Step(f"Hidden unit {j}", aligned(lines), why, check)


def _output(passed: Pass) -> Step:
    """z and ŷ = σ(z)."""
    sample = passed.sample
    units = range(1, passed.hidden + 1)
    names = [(symbol(f"w{j}"), symbol(f"a{j}")) for j in units]
    values = [(shown(passed.weight(f"w{j}")), shown(passed.node(f"a{j}").value)) for j in units]
    sums = weighted_sum(names, "b"), weighted_sum(values, shown(passed.weight("b")))
    why = "The hidden values are the inputs of the last unit."
    lines = rows(SUM, *sums, shown(sample.total))
    return Step("Output", lines, why, sum_check(sample), (squashed_step(sample),))


def _miss(passed: Pass) -> Step:
    """∂L/∂z, what every edge begins with."""
    step = collapse_step(passed.sample)
    before = (to_prediction_step(passed.sample), to_sum_step(passed.sample))
    why = f"{step.why} Every derivative to come begins with it."
    return replace(step, title="From the loss to z", why=why, substeps=before)


def _edge(passed: Pass, edge: Edge) -> Step:
    """∂L/∂w as the product of its factors; the first two are −(y − ŷ) together."""
    sample, rest = passed.sample, edge.factors[2:]
    lines = rows(
        partial(LOSS, symbol(edge.name)),
        product([factor.name for factor in edge.factors]),
        r" \cdot ".join([_MISS, *(_bracketed(factor.formula) for factor in rest)]),
        product([shown(passed.miss), *(shown(factor.value) for factor in rest)]),
        shown(edge.derivative),
    )
    place = passed.place(edge.name)
    check = slope_check(sample.model, sample.theta, sample.x, sample.y, place, edge.derivative)
    title = f"{'Edge' if edge.start else 'Bias'} {plain(edge.name)}"
    inner = (_factors(passed, edge), _update_of(passed, edge))
    return Step(title, lines, _why(passed, edge), check, inner)


def _bracketed(formula: str) -> str:
    """A difference in brackets; a product of brackets needs none."""
    return rf"\left({formula}\right)" if formula.startswith("1 - ") else formula


def _why(passed: Pass, edge: Edge) -> str:
    name, unit = plain(edge.name), plain(edge.end)
    if edge.end == "ŷ":
        slope = f"{plain(edge.start)}, the value it multiplies" if edge.start else "1"
        return f"{name} enters z with slope {slope}; −(y − ŷ) is known already."
    leads = f"leads from {plain(edge.start)} to {unit}" if edge.start else f"is added inside {unit}"
    sentences = [f"{name} {leads}, and a nudge of it reaches the loss through {unit} alone."]
    if passed.sample.model.name == "two_two_one" and edge.name in ("w12", "w21"):
        sentences.append("The notes have the lines of w₁₂ and w₂₁ swapped.")
    corner = corner_sentence(passed.sample.model, passed.sample.theta, passed.sample.x)
    return " ".join([*sentences, *filter(None, [corner])])


def _factors(passed: Pass, edge: Edge) -> Step:
    lines = [rf"{factor.name} &= {factor.formula} = {shown(factor.value)}" for factor in edge.factors]
    name = plain(edge.name)
    why = f"{len(edge.factors)} links from the loss to {name}; its neighbours share all but the last."
    inner = () if edge.end == "ŷ" else _bend(passed, passed.node(edge.end))
    return Step("The factors", aligned(lines), why, None, inner)


def _bend(passed: Pass, unit: Node) -> tuple[Step, ...]:
    """φ′ derived: σ(1 − σ) line by line, the others by the rules."""
    name = passed.sample.model.activation
    if name == "sigmoid":
        return sigmoid_steps(unit.total)
    return differentiate(parse(f"{name}(z)", ("z",)), "z").steps


def _update_of(passed: Pass, edge: Edge) -> Step:
    rule, numbers, result = update(symbol(edge.name), edge.weight, passed.sample.rate, edge.derivative)
    why = "α multiplies the whole derivative, all its factors."
    if passed.sample.model.name == "two_two_one" and edge.name == "w11":
        why += " The notes lose the brackets here: α would be subtracted alone."
    return Step("The update", rf"{symbol(edge.name)} \leftarrow {rule} = {numbers} = {result}", why)


def _update(passed: Pass) -> Step:
    """Every parameter moves at once, by derivatives found before any moved."""
    sample, after = passed.sample, passed.updated
    lines = []
    for edge in passed.edges:
        moved = product([shown(sample.rate), shown(edge.derivative)])
        result = shown(float(after[passed.place(edge.name)]))
        lines.append(rf"{symbol(edge.name)} &\leftarrow {shown(edge.weight)} - {moved} = {result}")
    losses = [number(sample.loss_at(theta), 5) for theta in (sample.theta, after)]
    why = (
        "All move at once, by the derivatives from before. The loss of this sample goes from "
        f"{losses[0]} to {losses[1]}."
    )
    return Step("Step against the gradient", aligned(lines), why, loss_check(sample, after))
