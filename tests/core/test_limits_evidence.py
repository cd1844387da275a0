"""The numerical witness alone: no SymPy anywhere near it."""

import ast
from pathlib import Path

import pytest

from core.expression import parse
from core.expression.precise import context
from core.limiting.evidence import Evidence, numeric_evidence
from core.limiting.extrapolation import extrapolated
from core.limiting.point import Side, read_point

LIMITING = Path(__file__).parents[2] / "core" / "limiting"


def evidence(f: str, a: str, side: Side = "right") -> Evidence:
    point = read_point(a)
    return numeric_evidence(parse(f), point, side if not point.infinite else point.sides[0])


@pytest.mark.parametrize("room", ["evidence.py", "extrapolation.py", "sampling_near.py"])
def test_the_witness_does_not_know_sympy(room: str) -> None:
    tree = ast.parse((LIMITING / room).read_text(encoding="utf-8"))
    imported = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert "sympy" not in imported


@pytest.mark.parametrize(
    ("f", "a", "limit"),
    [
        ("(x - sin x)/x^3", "0", "1/6"),
        ("(1 + 1/x)^x", "oo", "e"),
        ("(sqrt(1 + x) - 1)/x", "0", "1/2"),
        ("x^x", "0", "1"),
        ("floor(1/x)*x", "0", "1"),
        ("(log(e^x + 1) - x) e^x", "oo", "1"),
        ("x/log(e^x)", "oo", "1"),
        ("(e^x + x)^(1/x)", "oo", "e"),
        ("3 + 1/log(x)", "0", "3"),
        ("x sin(1/x)", "0", "0"),
    ],
)
def test_a_limit_is_found_within_the_error_given(f: str, a: str, limit: str) -> None:
    found = evidence(f, a)
    assert found.kind == "finite"
    assert abs(found.estimate - parse(limit).precise(0, digits=60)) <= found.error + 1e-30


@pytest.mark.parametrize(
    ("f", "a", "kind"),
    [
        ("log x", "0", "-inf"),
        ("log x", "oo", "+inf"),
        ("e^(1/x)", "0", "+inf"),
        ("e^e^x", "oo", "+inf"),
        ("x(2 + sin x)", "oo", "+inf"),
        ("tan x", "pi/2", "-inf"),
        ("sin(log x)", "0", "oscillates"),
        ("e^x sin x", "oo", "oscillates"),
        ("1/sin(1/x)", "0", "oscillates"),
        ("log(log x)", "oo", "unclear"),
        ("sqrt(-x)", "0", "undefined"),
    ],
)
def test_what_the_numbers_say(f: str, a: str, kind: str) -> None:
    assert evidence(f, a).kind == kind


def test_values_eaten_by_cancellation_are_not_believed() -> None:
    found = evidence("(erf(x - exp(-exp(x))) - erf(x)) exp(exp(x)) exp(x^2)", "oo")
    assert all(abs(one.value + 2 / one.x.context.sqrt(one.x.context.pi)) < 0.01 for one in found.samples)


def test_clear_evidence_speaks_against_every_other_limit() -> None:
    found = evidence("sin(x)/x", "0")
    mp = context(60)
    assert not found.speaks_against(mp.mpf(1))
    assert found.speaks_against(mp.mpf("1.001")) and found.speaks_against(mp.inf)


def test_unclear_evidence_speaks_against_a_limit_it_moves_away_from() -> None:
    found = evidence("log(log x)", "oo")
    mp = context(60)
    assert not found.speaks_against(mp.inf)
    assert found.speaks_against(mp.mpf(0)) and found.speaks_against(-mp.inf)


def test_two_equal_terms_are_no_arrival() -> None:
    # x^x has the same value at 1/2 and at 1/4
    mp = context(60)
    terms = [(mp.mpf(2) ** -k) ** (mp.mpf(2) ** -k) for k in (1, 2, 4, 8, 16, 32, 64)]
    limit, error = extrapolated(terms)
    assert abs(limit - 1) < 1e-6 or error > 1e-6
