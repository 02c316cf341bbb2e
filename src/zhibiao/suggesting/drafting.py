"""All drafts for one weak row, by what is wrong with it: mended, moved, split, replaced, or taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhibiao.features.joined import two_measures
from zhibiao.features.reading import Row
from zhibiao.lexicon.categories import BENEFITS
from zhibiao.model.report import IndicatorReport
from zhibiao.suggesting.draft import Draft, Fields
from zhibiao.suggesting.measures import Measure, fits_row, listed_measures, satisfaction, stated_measures
from zhibiao.suggesting.mending import mended
from zhibiao.suggesting.places import dressed, levels
from zhibiao.suggesting.subject import Subject, row_activity
from zhibiao.suggesting.values import value_for

_VAGUE = frozenset({"S101", "S102", "S104", "S106", "M201", "M204", "T501", "F002"})
_GONE = {
    "R402": "{name}放在“{level2}”是为填满这一行硬凑的，本项目没有这方面的作用，删去即可；这一类不是必填",
    "F004": "这一行自称不涉及，不适用的类别不填，整行删去，分值移给其他指标",
    "R403": "“{name}”与本项目无关，多半是从别的表带来的，删去",
    "R405": "“{name}”是单位自身的管理过程，不是项目的产出或效果，删去",
    "R404": "本表已有量同一件事的指标，这里重复，删去",
}


def drafts_for(row: Row, report: IndicatorReport, subject: Subject) -> list[Draft]:
    """In the order in which they should be offered."""
    codes = frozenset(finding.code for finding in report.findings)
    return list(_drafts(row, report, codes, subject))


def _drafts(row: Row, report: IndicatorReport, codes: frozenset[str], subject: Subject) -> Iterator[Draft]:
    written = row.category
    best = report.category.best or written or "数量"
    fine = report.category.acceptable or (best,)
    misplaced = "R401" in codes
    gone: str | None = next((code for code in ("R402", "F004", "R403", "R404") if code in codes), None)
    if gone == "R404" and not _later(row):
        gone = None
    if gone is None and "R405" in codes and written not in ("数量", "质量"):
        gone = "R405"
    if gone is not None:
        yield _removed(row, gone)
    if "S107" in codes:
        yield from _split(row, subject, written or best)
    if gone not in ("R402", "R403", "F004", "R405"):
        if misplaced:
            yield from _moved(row, codes, subject, _target(best, fine, written))
        else:
            mend = mended(row, codes, subject, written or best)
            if mend is not None:
                yield mend
    place = place_of(row, report)
    if place is not None:
        yield from _replaced(row, subject, place, place != written, vague(report))


def _later(row: Row) -> bool:
    """Whether a row of the table that measures the same stands before this one."""
    return any(other.indicator.row < row.indicator.row for other in row.table.namesakes.get(row.name.bare.replace("的", ""), ()))


def _removed(row: Row, code: str) -> Draft:
    why = _GONE[code].format(name=row.name.original, level2=row.indicator.level2 or "")
    return Draft("remove", why=why + "。", pattern="remove")


def _target(best: str, fine: Sequence[str], written: str | None) -> str:
    return best if best != written else next((each for each in fine if each != written), best)


def _moved(row: Row, codes: frozenset[str], subject: Subject, target: str) -> Iterator[Draft]:
    mend = mended(row, codes - {"R401"}, subject, target)
    if mend is None:
        return
    printed = levels(row.table, target)[1] or target
    told = f"“{row.name.original}”量的是{target}，应放“{printed}”"
    rest = mend.why if len(mend.why) > 1 else ""
    yield Draft("move", mend.rows, mend.blanks, f"{told}；{rest}" if rest else f"{told}。", pattern="move")


def _split(row: Row, subject: Subject, category: str) -> Iterator[Draft]:
    parts = two_measures(row.name.core)
    if parts is None:
        return
    rows: list[Fields] = []
    blanks: list[str] = []
    for part in parts:
        value = value_for(part, row, subject)
        if value is None:
            return
        rows.append(dressed(row, category, {"name": part, "value": value.text, "description": f"按{part}的记录单独统计"}, keeps=True))
        blanks += value.blanks
    if len(blanks) <= 2:
        yield Draft(
            "split", tuple(rows), tuple(blanks), f"“{row.name.original}”里有两把尺子，拆成两行各写各的值。", pattern="split"
        )


def vague(report: IndicatorReport) -> bool:
    """Whether nobody could measure what stands there."""
    return any(finding.code in _VAGUE for finding in report.findings)


def place_of(row: Row, report: IndicatorReport) -> str | None:
    """Where a new measure should stand: in the written category where the project has use for it."""
    written, codes = row.category, {finding.code for finding in report.findings}
    if codes & {"R402", "F004"} or written == "生态效益":
        return None if written in BENEFITS else written
    return written or report.category.best or "数量"


def _replaced(row: Row, subject: Subject, category: str, move: bool, vague: bool) -> Iterator[Draft]:
    found = [each for each in stated_measures(subject) if each.category == category and fits_row(each, row) and _unused(each, row)]
    if category == "满意度":
        found.append(satisfaction(subject))
    else:
        found += [each for each in listed_measures(subject, row_activity(row, subject), category) if fits_row(each, row)]
    for measure in found:
        yield as_draft(measure, row, move, vague)


def _unused(measure: Measure, row: Row) -> bool:
    """No other row states the figure already."""
    figure = measure.value.lstrip("≥≤=<>")
    return not any(other is not row and figure in other.value.text for other in row.table.rows)


def as_draft(measure: Measure, row: Row, move: bool, vague: bool) -> Draft:
    fields = dressed(row, measure.category, {"name": measure.name, "value": measure.value, "description": measure.description}, keeps=False)
    blanks = measure.blanks
    if "《＿》" in (fields.get("basis") or ""):
        blanks = (*blanks, "依据的文件")
    old = row.name.original or row.value.original
    told = f"“{old}”量不出来，换成能核对的“{measure.name}”" if vague else f"也可以不用“{old}”，改量“{measure.name}”"
    why = f"{told}；{measure.why}" if measure.why else told
    return Draft("move" if move else "replace", (fields,), blanks[:2], f"{why}。", pattern=measure.key, fixed=False)
