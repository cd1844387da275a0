"""One difference quotient on the blackboard: store, add, evaluate, subtract, divide, compare."""

from collections.abc import Sequence
from fractions import Fraction

from core.floating.budget import CAUSES, Budget
from core.floating.digits import DigitTable
from core.floating.evaluation import EXACT_DIGITS, rounding_noise
from core.floating.quotient import Quotient
from core.floating.rounding import nearest, to_float
from core.floating.sentences import cancelled_words, relative
from core.floating.stored import Stored
from core.floating.truth import slope_check
from core.floating.writing import decimal, shortest
from core.gradient import gradient_field
from core.numbers import number, number_latex
from core.steps import Check, LazySteps, Step


def quotient_steps(q: Quotient, parts: Budget | None, digits: DigitTable | None) -> LazySteps:
    """Seven steps, each number found a second way; checks are missing only where there is no number."""
    return LazySteps(
        [
            lambda: _store(q),
            lambda: _add(q),
            lambda: _value(q, q.there, q.moved, r"f(x + h)", q.at_moved),
            lambda: _value(q, q.here, q.x, r"f(x)", q.here.meant),
            lambda: _subtract(q, digits),
            lambda: _divide(q),
            lambda: _compare(q, parts),
        ]
    )


def bits_step(stored: Stored) -> Step:
    """The bits of one number and the value they spell."""
    bits = stored.bits
    check = None
    if stored.exact is not None:
        spelled = Fraction(bits.value)
        check = Check(
            "The value of the bits, by the rule of the format, against the number itself.",
            decimal(spelled),
            decimal(stored.exact),
            to_float(abs(spelled - stored.exact)),
            0.0,
        )
    why = f"Sign {bits.sign}, exponent {bits.exponent}, fraction {bits.fraction}: a {bits.kind} number."
    if bits.kind in ("zero", "infinite", "not a number"):
        why = f"Sign {bits.sign}, exponent {bits.exponent}, fraction {bits.fraction}: {bits.kind}."
    return Step(f"The bits of {stored.name}", bits.latex, why, check)


def _store(q: Quotient) -> Step:
    lines = [rf"{part.name} &= {_meant(part)} {_arrow(part)}" for part in (q.x, q.h)]
    offs = " and ".join(f"{part.name} by {_off(part)}" for part in (q.x, q.h) if not part.is_exact)
    why = f"Only sums of {q.form.precision} neighbouring powers of two can be stored. "
    if q.h.exact == 0:
        why += "The one nearest to h is 0."
    else:
        why += f"The nearest one is off: {offs}." if offs else "Both numbers are: nothing is lost."
    compared = "The stored h against the number of the format nearest to the decimal, in exact fractions."
    check = _rounding_check(compared, q.h, q.h.meant)
    return Step("Store x and h", _aligned(lines), why, check, (bits_step(q.x), bits_step(q.h)))


def _add(q: Quotient) -> Step:
    lines = [rf"x + h &= {_meant(q.moved)} {_arrow(q.moved)}"]
    why = "x + h is beyond the format."
    if q.moved.exact is not None:
        added = q.moved.exact - Fraction(float(q.x.value))
        lines.append(rf"(x + h) - x &= {decimal(added, latex=True)}")
        why = _added(q, added)
    compared = "The stored x + h against the number nearest to the sum, in exact fractions."
    check = _rounding_check(compared, q.moved, q.moved.meant)
    return Step("Add", _aligned(lines), why, check, (bits_step(q.moved),))


def _added(q: Quotient, added: Fraction) -> str:
    gap = number(float(q.x.spacing or 0), 3)
    if q.moved.is_exact and not added:
        return "h is stored as 0, so x + h is x."
    if q.moved.is_exact:
        return "x + h is itself a number of the format: nothing is lost here."
    if added == 0:
        return f"Numbers near x are {gap} apart and h is less than half of that: x + h is stored as x itself."
    really = relative(added / Fraction(float(q.h.value)) - 1)
    return f"Numbers near x are {gap} apart, so x + h is rounded: what is really added is off by {really}."


def _value(q: Quotient, value: Stored, place: Stored, name: str, truth: Fraction | None) -> Step:
    lines = [rf"{name} &\to {value.latex}"]
    check, why = None, f"f has no value at {place.text}."
    if truth is not None:
        true = decimal(truth, q.form.decimals + 3, latex=True)
        lines = [rf"f({place.latex}) &= {true}"]
        if value.exact != truth:
            lines.append(rf"&\to {value.latex}")
        why = f"Too large for {q.form.name}, here or on the way."
    if truth is not None and value.exact is not None:
        off = to_float(abs(value.exact - truth))
        why = _closeness(value, truth)
        check = Check(
            f"f in {q.form.name} against the same formula in {EXACT_DIGITS} digits, at the stored place; "
            "allowed is what the formula loses in other arithmetic of this precision.",
            value.text,
            decimal(truth),
            off,
            rounding_noise(q.e, place.value, q.form),
        )
    return Step(f"Compute {value.name}", _aligned(lines), why, check, (bits_step(value),))


def _closeness(value: Stored, truth: Fraction) -> str:
    """How far a computed value is from the true one, in gaps between neighbouring numbers."""
    gap = value.spacing or value.form.smallest
    apart = f"Numbers of this size are {number(to_float(gap), 3)} apart; this one is "
    if value.exact == truth:
        return f"{apart}exact."
    off = abs((value.exact or Fraction(0)) - truth) / gap
    end = ": none is nearer." if off <= Fraction(1, 2) else "."
    return f"{apart}off by {number(to_float(off), 2)} of that{end}"


def _subtract(q: Quotient, digits: DigitTable | None) -> Step:
    latex = _aligned([rf"f(x + h) - f(x) &= {q.there.latex} - {_bracketed(q.here)} \\ &= {q.rise.latex}"])
    there, here = q.there.exact, q.here.exact
    if there is None or here is None:
        return Step("Subtract", latex, "One of the two is no finite number.")
    compared = "The difference against the number nearest to the exact one, in exact fractions."
    if q.rise.exact == there - here:
        how = "The subtraction itself is exact: it only brings to light what was lost before."
    else:
        how = f"The difference is rounded by {number(to_float(abs((q.rise.exact or 0) - there + here)), 2)}."
    why = f"{cancelled_words(digits)} {how}"
    return Step("Subtract", latex, why, _rounding_check(compared, q.rise, there - here), (bits_step(q.rise),))


def _divide(q: Quotient) -> Step:
    top = rf"\frac{{{q.rise.latex}}}{{{q.h.latex}}}"
    latex = rf"\frac{{f(x + h) - f(x)}}{{h}} = {top} = {q.result.latex}"
    if not q.h.exact or q.rise.exact is None:
        return Step("Divide by h", latex, "Without finite numbers above and below there is no quotient.")
    times = number(to_float(1 / q.h.exact), 3)
    compared = "The quotient against the number nearest to the exact one, in exact fractions."
    check = _rounding_check(compared, q.result, q.rise.exact / q.h.exact)
    why = f"What was lost before is now multiplied by 1/h = {times}."
    return Step("Divide by h", latex, why, check, (bits_step(q.result),))


def _compare(q: Quotient, parts: Budget | None) -> Step:
    if q.slope is None:
        why = "f has no derivative here: a quotient still comes out, and says nothing about a slope."
        return Step("Compare with f′(x)", rf"\text{{no }} f'({q.x.latex})", why, slope_check(q))
    formula = gradient_field(q.e).latex[0]
    slope = decimal(q.slope, 20, latex=True)
    lines = [rf"f'(x) &= {formula}", rf"f'({q.x.latex}) &= {slope}"]
    why = "There is no finite quotient to compare."
    if parts is not None:
        lines.append(rf"\text{{error}} &= {number_latex(to_float(parts.total), 4)}")
        listed = "; ".join(_parts(parts))
        why = f"The error is the sum of its parts: {listed}." if listed else "No step has lost anything."
    return Step("Compare with f′(x)", _aligned(lines), why, slope_check(q))


def _parts(parts: Budget) -> list[str]:
    """Every cause with its part, and those of nothing left out."""
    return [f"{number(to_float(part), 3)} as {CAUSES[cause]}" for cause, part in parts.parts.items() if part]


def _rounding_check(compared: str, stored: Stored, meant: Fraction | None) -> Check | None:
    """The stored number beside the nearest one to the exact result; they must be equal."""
    if meant is None:
        return None
    second = nearest(meant, stored.form)
    first = float(stored.value)
    return Check(
        compared, stored.text, shortest(second), 0.0 if first == second else abs(first - second), 0.0
    )


def _meant(stored: Stored) -> str:
    return decimal(stored.meant or Fraction(0), latex=True)


def _arrow(stored: Stored) -> str:
    """→ and the stored number in full, where it is another one."""
    if stored.is_exact:
        return r"\quad \text{exactly}"
    full = stored.latex if stored.exact is None else decimal(stored.exact, latex=True)
    return rf"\\ &\to {full}"


def _off(stored: Stored) -> str:
    return number(float(abs(stored.off or 0)), 2)


def _bracketed(stored: Stored) -> str:
    return rf"\left({stored.latex}\right)" if stored.latex.startswith("-") else stored.latex


def _aligned(lines: Sequence[str]) -> str:
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
