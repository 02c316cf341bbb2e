"""What is to be said where: every finding of a report at the cell or paragraph that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zhibiao.model.document import Document, Indicator, Table
from zhibiao.model.finding import Finding
from zhibiao.model.place import Place
from zhibiao.model.report import DocumentReport, TableReport
from zhibiao.reports.annotate.grounds import Grounds, grid_of
from zhibiao.reports.annotate.wording import document_verdict, row_verdict, table_verdict
from zhibiao.reports.suggested import best_in_words
from zhibiao.text.clean import squeeze

_NEAREST = ("name", "value", "description", "basis", "standard", "level2", "level1")  # where a row's remark goes, best first
_LONG = ("objectives", "period_objectives", "purpose")  # fields of the head that may have several cells


@dataclass(frozen=True, slots=True)
class Said:
    """One finding, and what it did to the score of its row, table or document."""

    finding: Finding
    verdict: str
    better: str = ""  # what could be written instead


@dataclass(frozen=True, slots=True)
class Remark:
    """All that is said at one place: a cell (row and column) or a paragraph (line)."""

    place: Place
    said: tuple[Said, ...]


def remarks(document: Document, report: DocumentReport, grounds: Grounds) -> list[Remark]:
    """One remark a place, in the order in which the file is read; findings without any place do not occur in a file with text."""
    places: dict[Place, list[Said]] = {}
    for place, said in _Places(document, grounds).of(report):
        spot = place or grounds.first()
        if spot is not None:
            places.setdefault(spot, []).append(said)
    order = {place: number for number, (_, place) in enumerate(grounds.texts)}
    found = [Remark(place, tuple(said)) for place, said in places.items()]
    return sorted(found, key=lambda one: order.get(one.place, len(order)))


class _Places:
    """Where the findings on one document belong."""

    def __init__(self, document: Document, grounds: Grounds) -> None:
        self.document = document
        self.grounds = grounds
        self.tables_of = Counter(grid_of(table.where) for table in document.tables)

    def of(self, report: DocumentReport) -> Iterator[tuple[Place | None, Said]]:
        """Every finding with its place."""
        for finding in report.findings:
            yield self.of_document(finding), Said(finding, document_verdict(report))
        for table, told in zip(self.document.tables, report.tables, strict=False):
            for finding in told.findings:
                yield self.of_table(finding, table), Said(finding, table_verdict(told))
            yield from self.of_rows(table, told)

    def of_rows(self, table: Table, told: TableReport) -> Iterator[tuple[Place | None, Said]]:
        """The findings on the rows of a table."""
        columns: dict[str, int | None] = {}
        for indicator, line in zip(table.indicators, told.indicators, strict=False):
            better = best_in_words(line.suggestions) or ""
            for finding in line.findings:
                if finding.field not in columns:
                    columns[finding.field] = _column(table.indicators, finding.field)
                yield self.of_row(finding, indicator, columns[finding.field]), Said(finding, row_verdict(line), better)
                better = ""  # once a row

    def of_row(self, finding: Finding, indicator: Indicator, column: int | None) -> Place | None:
        """The field's cell, else the blank one in its column, else the nearest cell of the row."""
        source, where, grounds = indicator.cells.get(finding.field), indicator.where, self.grounds
        found = grounds.covering(source.place) if source is not None else None
        if found is not None:
            return found[0]
        if column is not None and source is None:
            blank = grounds.covering(replace(where, column=column))
            if blank is not None and not blank[1].strip() and blank[0].row == where.row:
                return blank[0]
        for field in _NEAREST:
            near = grounds.covering(indicator.cells[field].place) if field in indicator.cells else None
            if near is not None:
                return near[0]
        return grounds.first_of_row(where) or grounds.first_of_grid(where)

    def of_table(self, finding: Finding, table: Table) -> Place | None:
        """The cell that the finding's field names, or that holds its evidence; else the project's name; else where the table begins."""
        return self._figure(finding, table) or self._head_cell(finding, table) or self._named(table) or self._beginning(table)

    def _figure(self, finding: Finding, table: Table) -> Place | None:
        """The value of a row that the finding quotes."""
        if finding.field != "indicators" or not finding.evidence:
            return None
        quoted = squeeze(finding.evidence)
        held = (one.cells["value"].place for one in table.indicators if "value" in one.cells and quoted in squeeze(one.value or ""))
        place = next(held, None)
        found = self.grounds.covering(place) if place is not None else None
        return found[0] if found is not None else None

    def _head_cell(self, finding: Finding, table: Table) -> Place | None:
        """The field's cell in the head, or a further one of it that holds the evidence: only the first is kept as address."""
        source = table.cells.get(finding.field)
        if source is None:
            return None
        found = self.grounds.covering(source.place)
        if found is None or (finding.field in _LONG and squeeze(finding.evidence) not in squeeze(found[1])):
            further = self.grounds.within(source.place, table.where.row, finding.evidence)
            return further or (found[0] if found is not None else None)
        return found[0]

    def _named(self, table: Table) -> Place | None:
        found = self.grounds.covering(table.cells["project_name"].place) if "project_name" in table.cells else None
        return found[0] if found is not None else None

    def _beginning(self, table: Table) -> Place | None:
        """The first cell of the grid, if no other table stands in it; else the first cell of the table's first row."""
        alone = self.tables_of[grid_of(table.where)] == 1
        first = self.grounds.first_of_grid(table.where) if alone else None
        return first or self.grounds.first_of_row(table.where) or self.grounds.first_of_grid(table.where)

    def of_document(self, finding: Finding) -> Place | None:
        """The paragraph or cell of the running text that holds the evidence; else the first table's title or beginning."""
        if finding.field == "project_name":
            named = (self._named(table) for table in self.document.tables if table.project_name == finding.evidence)
            place = next((place for place in named if place is not None), None)
            if place is not None:
                return place
        own = [text for text in map(squeeze, _narrative(self.document, finding.field)) if squeeze(finding.evidence) in text]
        held = list(self.grounds.holding(finding.evidence))
        for place, written in held:
            if any(written in text or text in written for text in own):
                return place
        if held or not self.document.tables:
            return held[0][0] if held else None
        first = self.document.tables[0]
        title = next(self.grounds.holding(first.title), None) if first.title else None
        return title[0] if title is not None else self._beginning(first)


def _column(indicators: Sequence[Indicator], field: str) -> int | None:
    """The column where most rows have a field."""
    columns = Counter(one.cells[field].place.column for one in indicators if field in one.cells)
    return columns.most_common(1)[0][0] if columns else None


def _narrative(document: Document, field: str) -> list[str]:
    """The texts that a field of a document finding may come from."""
    if field == "overall_goal":
        return [document.overall_goal or ""]
    if field == "safeguards":
        return list(document.safeguards)
    if field == "sub_goals":
        return [text for goal in document.sub_goals for text in (goal.title, goal.goal, goal.indicators) if text]
    return [text for table in document.tables for text in table.objectives]
