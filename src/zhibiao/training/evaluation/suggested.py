"""What suggestions are worth on sectors that no fitting saw: how many weak rows get one, and what the first does to its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zhibiao.lexicon.categories import category_of
from zhibiao.model.document import Document
from zhibiao.model.report import DocumentReport, IndicatorReport
from zhibiao.model.suggestion import Suggestion
from zhibiao.scorer import Scorer
from zhibiao.scorer.models import Models
from zhibiao.scoring.points import PASS
from zhibiao.suggesting.draft import filled
from zhibiao.suggesting.suggest import is_weak
from zhibiao.training.data.readings import parsed
from zhibiao.training.data.records import LabelledRow, LabelledTable
from zhibiao.training.data.variety import masked

_CLASHES = frozenset({"R401", "R404"})
_KEEPS = ("mend", "move", "split")  # kinds that keep what the row measures


@dataclass(frozen=True, slots=True)
class Advised:
    """A weak row of a table, and what it was advised."""

    document: Document
    before: DocumentReport
    line: IndicatorReport
    row: LabelledRow
    suggestions: tuple[Suggestion, ...]


def advised(tables: Sequence[LabelledTable], scorer: Scorer) -> Iterator[Advised]:
    """All weak rows of the tables, as the scorer sees them."""
    for table in tables:
        document = Document(source=table.id, tables=(parsed(table),), year=table.year)
        report = scorer.score_document(document, True)
        lines = [line for line in report.tables[0].indicators if not line.unused]
        for line, row in zip(lines, table.used, strict=True):
            if is_weak(line):
                yield Advised(document, report, line, row, line.suggestions or ())


def measured(tables: Sequence[LabelledTable], models: Path) -> dict[str, float]:
    """The bars, as shares of the weak rows of tables as clerks write them."""
    scorer = Scorer(models=Models(models))
    found = list(advised([table for table in tables if table.source == "weak"], scorer))
    given = [one for one in found if one.suggestions]
    outcomes = [_outcome(one, scorer) for one in given]
    texts = Counter(_masked(one.suggestions[0]) for one in given if one.suggestions[0].rows)
    placed = [_right_place(one, after) for one, (after, _) in zip(given, outcomes, strict=True) if one.suggestions[0].rows]
    return {
        "rows": len(found),
        "with_suggestion": len(given) / len(found),
        "with_three": sum(len(one.suggestions) == 3 for one in found) / len(found),
        "no_clash": sum(not clash for _, clash in outcomes) / len(given),
        "lifted": sum(all(line.score is None or line.score >= PASS for line in after) for after, _ in outcomes) / len(given),
        "right_category": sum(placed) / len(placed),
        "most_used_text": texts.most_common(1)[0][1] / len(found),
        "blanks": sum(len(one.suggestions[0].blanks) for one in given) / len(given),
    }


def _outcome(one: Advised, scorer: Scorer) -> tuple[list[IndicatorReport], bool]:
    """The new rows as judged in the whole table, blanks filled; and whether a misplaced or repeated row came with them."""
    first = one.suggestions[0]
    rows = tuple(filled(fields, one.document.tables[0].year) for fields in first.rows)
    changed = one.document.apply(replace(first, rows=rows))
    report = scorer.score_document(changed, False).tables[0]
    after = [line for line in report.indicators if one.line.row <= line.row < one.line.row + len(rows)]
    old = sum(finding.code in _CLASHES for line in one.before.tables[0].indicators for finding in line.findings)
    new = sum(finding.code in _CLASHES for line in report.indicators for finding in line.findings)
    return after, new > old or any(finding.code in _CLASHES for line in after for finding in line.findings)


def _right_place(one: Advised, after: Sequence[IndicatorReport]) -> bool:
    """Where the annotators accept the row, if it is kept; where the models accept the new measure, if it is not."""
    first, labels = one.suggestions[0], one.row.labels
    for fields, line in zip(first.rows, after, strict=True):
        written = category_of(fields["level2"])
        if written is None or "社会成本" in (fields["level2"] or "") or "环境成本" in (fields["level2"] or ""):
            continue  # no level, or costs that are not money: guide.md 14A places them under 成本, where they stand
        fine = labels.acceptable if first.kind in _KEEPS and labels else line.category.acceptable or ()
        if written not in fine:
            return False
    return True


def _masked(suggestion: Suggestion) -> str:
    """Without nouns and figures: what is left is the mould."""
    return masked("，".join(f"{row['name']}，{row['description'] or ''}，{row['value']}" for row in suggestion.rows))
