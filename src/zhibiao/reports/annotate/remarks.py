"""What is to be said where: every finding of a report at the cell or paragraph that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhibiao.model.document import Document, Indicator, Table
from zhibiao.model.finding import Finding
from zhibiao.model.place import Place
from zhibiao.model.report import DocumentReport, TableReport
from zhibiao.reports.annotate.grounds import Grounds
from zhibiao.reports.annotate.wording import document_verdict, row_verdict, table_verdict
from zhibiao.text.clean import squeeze

_NEAREST = ("name", "value", "description", "basis", "standard", "level2", "level1")  # where a row's remark goes, best first


@dataclass(frozen=True, slots=True)
class Said:
    """One finding, and what it did to the score of its row, table or document."""

    finding: Finding
    verdict: str


@dataclass(frozen=True, slots=True)
class Remark:
    """All that is said at one place: a cell (row and column) or a paragraph (line)."""

    place: Place
    said: tuple[Said, ...]


def remarks(document: Document, report: DocumentReport, grounds: Grounds) -> list[Remark]:
    """One remark a place, in the order in which the file is read; findings without any place do not occur in a file with text."""
    places: dict[Place, list[Said]] = {}
    for place, said in _placed(document, report, grounds):
        spot = place or grounds.first()
        if spot is not None:
            places.setdefault(spot, []).append(said)
    order = {place: number for number, (_, place) in enumerate(grounds.texts)}
    found = [Remark(place, tuple(said)) for place, said in places.items()]
    return sorted(found, key=lambda one: order.get(one.place, len(order)))


def _placed(document: Document, report: DocumentReport, grounds: Grounds) -> Iterator[tuple[Place | None, Said]]:
    for finding in report.findings:
        yield _document_place(finding, document, grounds), Said(finding, document_verdict(report))
    for table, told in zip(document.tables, report.tables, strict=False):
        for finding in told.findings:
            yield _table_place(finding, table, document, grounds), Said(finding, table_verdict(told))
        yield from _row_remarks(table, told, grounds)


def _row_remarks(table: Table, told: TableReport, grounds: Grounds) -> Iterator[tuple[Place | None, Said]]:
    columns: dict[str, int | None] = {}
    for indicator, line in zip(table.indicators, told.indicators, strict=False):
        for finding in line.findings:
            if finding.field not in columns:
                columns[finding.field] = _column(table.indicators, finding.field)
            yield _row_place(finding, indicator, columns[finding.field], grounds), Said(finding, row_verdict(line))


def _column(indicators: Sequence[Indicator], field: str) -> int | None:
    """The column where most rows have a field."""
    columns = Counter(one.cells[field].place.column for one in indicators if field in one.cells)
    return columns.most_common(1)[0][0] if columns else None


def _row_place(finding: Finding, indicator: Indicator, column: int | None, grounds: Grounds) -> Place | None:
    """The field's cell, else the blank one in its column, else the nearest cell of the row."""
    source = indicator.cells.get(finding.field)
    found = grounds.covering(source.place) if source is not None else None
    if found is not None:
        return found[0]
    where = indicator.where
    if column is not None and source is None:
        slot = Place(sheet=where.sheet, table=where.table, row=where.row, column=column, part=where.part, path=where.path)
        blank = grounds.covering(slot)
        if blank is not None and not blank[1].strip() and blank[0].row == where.row:
            return blank[0]
    for field in _NEAREST:
        near = grounds.covering(indicator.cells[field].place) if field in indicator.cells else None
        if near is not None:
            return near[0]
    return grounds.first_of_row(where) or grounds.first_of_grid(where)


def _table_place(finding: Finding, table: Table, document: Document, grounds: Grounds) -> Place | None:
    """The cell that the finding's field names, or that holds its evidence; else the project's name; else where the table begins."""
    if finding.field == "indicators" and finding.evidence:
        held = [one for one in table.indicators if one.value and squeeze(finding.evidence) in squeeze(one.value) and "value" in one.cells]
        if held and (found := grounds.covering(held[0].cells["value"].place)):
            return found[0]
    source = table.cells.get(finding.field)
    if source is not None:
        if finding.field == "spending_plan" or squeeze(finding.evidence) in squeeze(source.original):
            found = grounds.covering(source.place)
            if found is not None:
                return found[0]
        last = table.where.row
        held_at = next(grounds.holding(finding.evidence, source.place, last), None)  # a further cell of the same field
        found = grounds.covering(source.place)
        if held_at is not None or found is not None:
            return held_at[0] if held_at is not None else found[0] if found is not None else None
    named = grounds.covering(table.cells["project_name"].place) if "project_name" in table.cells else None
    return named[0] if named is not None else _beginning(table, document, grounds)


def _beginning(table: Table, document: Document, grounds: Grounds) -> Place | None:
    """The first cell of the grid, if no other table stands in it; else the first cell of the table's first row."""
    grid = _grid(table.where)
    alone = sum(_grid(other.where) == grid for other in document.tables) == 1
    first = grounds.first_of_grid(table.where) if alone else None
    return first or grounds.first_of_row(table.where) or grounds.first_of_grid(table.where)


def _grid(place: Place) -> tuple[object, ...]:
    return place.part, place.sheet, place.table, place.path


def _document_place(finding: Finding, document: Document, grounds: Grounds) -> Place | None:
    """The paragraph or cell of the running text that holds the evidence; else the first table's title or beginning."""
    if finding.field == "project_name":
        for table in document.tables:
            if table.project_name == finding.evidence and "project_name" in table.cells:
                found = grounds.covering(table.cells["project_name"].place)
                if found is not None:
                    return found[0]
    passages = [squeeze(text) for text in _narrative(document, finding.field)]
    own = [text for text in passages if squeeze(finding.evidence) in text]
    held = list(grounds.holding(finding.evidence))
    for place, written in held:
        if any(written in text or text in written for text in own):
            return place
    if held:
        return held[0][0]
    first = document.tables[0] if document.tables else None
    if first is None:
        return None
    title = next(grounds.holding(first.title), None) if first.title else None
    return title[0] if title is not None else _beginning(first, document, grounds)


def _narrative(document: Document, field: str) -> list[str]:
    """The texts that a field of a document finding may come from."""
    if field == "overall_goal":
        return [document.overall_goal or ""]
    if field == "safeguards":
        return list(document.safeguards)
    if field == "sub_goals":
        return [text for goal in document.sub_goals for text in (goal.title, goal.goal, goal.indicators) if text]
    return [text for table in document.tables for text in table.objectives]
