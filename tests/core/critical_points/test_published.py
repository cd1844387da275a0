"""The critical points of functions from the literature: all found, each of the right kind, none made up."""

import numpy as np
import pytest
import sympy

from core.critical_points.places import many_digits
from core.critical_points.points import CriticalMap, critical_points, kind_check
from core.expression import Expression, parse
from core.expression.precise import context
from core.expression.symbols import symbol
from tests.core.critical_points.published import PUBLISHED, Published

CLOSE = 2e-6
"""The literature gives six decimals."""


def found_in(case: Published) -> tuple[Expression, CriticalMap]:
    e = parse(case.text, ("x", "y"))
    return e, critical_points(e, case.window)


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case.name)
def test_every_published_point_is_found_and_of_its_kind(case: Published) -> None:
    _, found = found_in(case)
    kinds = ("minimum", "maximum", "saddle", "degenerate")
    for kind, known in zip(kinds, (case.minima, case.maxima, case.saddles, case.degenerate), strict=True):
        here = np.array([point.point for point in found.points if point.kind == kind]).reshape(-1, 2)
        for place in known:
            assert np.abs(here - place).max(axis=1, initial=0.0).min(initial=np.inf) < CLOSE, (kind, place)
        if case.whole:
            assert len(here) == len(known), (kind, here)
    assert {one.name for one in found.sets} == case.sets
    assert found.complete


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case.name)
def test_a_point_is_degenerate_only_where_sympy_s_hessian_is_singular(case: Published) -> None:
    e, found = found_in(case)
    x, y = symbol("x"), symbol("y")
    determinant = sympy.hessian(e.sympy, (x, y)).det()
    mp = context(40)
    for point in found.points:
        place = {x: _sympy_number(point.place[0]), y: _sympy_number(point.place[1])}
        value = mp.mpf(str(determinant.evalf(40, subs=place)))
        singular = abs(value) < mp.mpf(10) ** -15 * max(1.0, float(np.abs(point.eigenvalues).max()) ** 2)
        assert singular == (point.kind == "degenerate"), point.sentence


def _sympy_number(coordinate: object) -> sympy.Float:
    return sympy.Float(str(many_digits(coordinate, context(50))), 50)


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case.name)
def test_every_point_and_every_set_passes_its_check(case: Published) -> None:
    e, found = found_in(case)
    assert all(one.check.holds for one in (*found.points, *found.sets))
    for point in found.points[:3]:
        assert kind_check(e, point, 0.1).holds, point.sentence


def test_at_least_40_functions_are_from_the_literature_and_each_names_its_source() -> None:
    assert len({case.text for case in PUBLISHED if not case.source.startswith("by hand")}) >= 40
    assert all(case.source for case in PUBLISHED)
