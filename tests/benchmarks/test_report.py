"""What is made from the record of the bench: ratios, aims, tables and the picture."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.report import picture, record, tables
from benchmarks.report.measures import MEASURES, middle_of_bare
from benchmarks.report.record import Cold, Computed, Cost, Grown, Machine, Record, Row
from benchmarks.subjects import SUBJECTS

BY_FIELD = {measure.field: measure for measure in MEASURES}
LESSON = Row(
    "Limits",
    Cost(slider=18.04, function=90.0, kilobytes=40.0, per_second=52.0, redrawn=143.0, first=700.0),
    Cost(slider=10.0, function=11.0, kilobytes=8.0, per_second=90.0, redrawn=110.0, first=500.0),
)
PEER = Row("a <tool>", Cost(slider=7.0, kilobytes=1.2, redrawn=55.0, first=600.0), Cost(redrawn=110.0))
RUN = Record(
    Machine(2, "3.11.7", (0.1, 0.2, 0.3), (1.0, 1.0, 1.0), 12.0),
    (LESSON,),
    (PEER,),
    (Cold("Limits", 0.5, 1.5, 2.0), Cold("bare page", 0.5, 1.0, 1.6)),
    (Grown("steps", (10, 100), (1.0, 9.0), 1.0, 0.95),),
    (Computed("a run", 1.25, 2.0, 3.0),),
)


def test_a_record_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    record.write(RUN, tmp_path / "run.json")
    assert record.read(tmp_path / "run.json") == replace(
        RUN, lessons=(replace(LESSON, cost=replace(LESSON.cost, slider=18.0)),)
    )


def test_a_ratio_is_to_the_bare_page_of_the_same_turns() -> None:
    assert LESSON.ratio("redrawn") == pytest.approx(1.3)
    assert PEER.ratio("slider") is None


@pytest.mark.parametrize(
    ("field", "just_met", "missed"),
    [
        ("slider", 20.4, 20.6),
        ("kilobytes", 60.0, 61.0),
        ("per_second", 40.0, 39.0),
        ("redrawn", 143.0, 145.0),
    ],
)
def test_an_aim_is_met_to_the_digits_that_are_shown(field: str, just_met: float, missed: float) -> None:
    measure = BY_FIELD[field]
    assert measure.met(replace(LESSON, cost=replace(LESSON.cost, **{field: just_met})))
    assert not measure.met(replace(LESSON, cost=replace(LESSON.cost, **{field: missed})))


def test_a_missed_aim_is_bold_and_what_was_not_measured_is_a_dash() -> None:
    slow = replace(LESSON, cost=replace(LESSON.cost, redrawn=165.0))
    assert BY_FIELD["redrawn"].shown(slow) == "**165 ms (1.50×)**"
    assert BY_FIELD["redrawn"].shown(LESSON) == "143 ms (1.30×)"
    assert BY_FIELD["function"].shown(PEER) == "–"


def test_the_bare_page_is_the_middle_of_what_it_cost_beside_the_lessons() -> None:
    rows = tuple(replace(LESSON, bare=Cost(redrawn=found)) for found in (90.0, 100.0, 140.0))
    assert middle_of_bare(rows).cost == Cost(redrawn=100.0)


def test_every_part_of_the_page_is_filled_from_the_record_and_nothing_else_changes() -> None:
    page = "before\n<!-- lessons -->\nstale\n<!-- end -->\nbetween\n<!-- cold -->\n<!-- end -->\nafter\n"
    filled = tables.filled(page, RUN)
    assert "stale" not in filled
    assert "| Limits | 18 ms (1.80×) | 90 ms | 40 kB | 52 | 143 ms (1.30×) | 700 ms (1.40×) |" in filled
    assert "| Limits | 0.5 s (1.00×) | 1.5 s (1.50×) | 2.0 s (1.25×) |" in filled
    assert tables.filled(filled, RUN) == filled
    assert [line for line in filled.splitlines() if line in ("before", "between", "after")] == [
        "before", "between", "after",
    ]  # fmt: skip


def test_the_picture_has_a_bar_for_each_page_as_long_as_its_ratio() -> None:
    drawing = ElementTree.fromstring(picture.svg(RUN))
    bars = {
        bar.get("class"): float(bar.get("width", "0")) for bar in drawing.iter() if bar.tag.endswith("rect")
    }
    assert bars["lesson"] == pytest.approx(1.3 * bars["bare"], abs=0.1)
    assert bars["peer"] == pytest.approx(0.5 * bars["bare"], abs=0.1)


def test_tables_and_picture_are_those_of_the_record() -> None:
    known = record.read()
    assert tables.filled(tables.PAGE.read_text(encoding="utf-8"), known) == tables.PAGE.read_text(
        encoding="utf-8"
    )
    assert picture.PLACE.read_text(encoding="utf-8") == picture.svg(known)


def test_the_record_covers_every_subject_of_the_bench() -> None:
    assert [row.name for row in record.read().lessons] == [subject.name for subject in SUBJECTS]
