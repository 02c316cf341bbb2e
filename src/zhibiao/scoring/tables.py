"""Scores of tables and documents: the rows' mean, less what is wrong with the table itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zhibiao.features.reading import TableReading
from zhibiao.features.weights import row_weights
from zhibiao.lexicon.categories import BENEFITS, OUTPUTS
from zhibiao.model.finding import Finding
from zhibiao.model.report import IndicatorReport, TableReport
from zhibiao.scoring.points import table_score, weighted


def score_of(table: TableReading, rows: Sequence[IndicatorReport], findings: Sequence[Finding]) -> float | None:
    """None where no row has a score."""
    weights = row_weights(table)
    scored = [(row.score, weights.get(row.row)) for row in rows if row.score is not None]
    return table_score(scored, findings, hollow(table, [row.smart for row in rows if row.smart], findings))


def hollow(table: TableReading, smart: Sequence[Mapping[str, int | None]], findings: Sequence[Finding]) -> bool:
    """No objective says anything, most rows have no target, or there is no output or no benefit at all."""
    empty = sum(finding.code == "P605" for finding in findings)
    if table.objectives and empty >= len(table.objectives):
        return True
    if sum(grades["M"] == 0 for grades in smart) * 2 > len(smart):
        return True
    held = {row.category for row in table.rows}
    return None not in held and not (held & OUTPUTS and held & BENEFITS)


def document_score(tables: Sequence[TableReport], budgets: Sequence[float | None]) -> float | None:
    """Mean of the tables, by budget where all have one."""
    scored = [(table.score, budget) for table, budget in zip(tables, budgets, strict=True) if table.score is not None]
    mean = weighted(scored)
    return None if mean is None else round(mean, 1)
