"""All drafts for one weak row, by what is wrong with it: mended, moved, split, replaced, or taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhibiao.features.benefit_field import has_field
from zhibiao.features.filler import is_slogan
from zhibiao.features.joined import two_measures
from zhibiao.features.reading import Row
from zhibiao.lexicon.categories import BENEFITS
from zhibiao.lexicon.measure_patterns import measure_patterns
from zhibiao.lexicon.project_topics import topic_measures
from zhibiao.lexicon.units import units
from zhibiao.model.report import IndicatorReport
from zhibiao.suggesting.beside import beside
from zhibiao.suggesting.carrying import with_figure_of
from zhibiao.suggesting.draft import BLANK, Draft, Fields
from zhibiao.suggesting.measures import (
    Measure,
    listed_measures,
    measured_by,
    satisfactions,
    stated_measures,
    total_cost,
)
from zhibiao.suggesting.mending import mended
from zhibiao.suggesting.naming import names_the_asked
from zhibiao.suggesting.places import dressed, levels
from zhibiao.suggesting.repair import UNFILLED
from zhibiao.suggesting.subject import Subject, row_activity, row_topics
from zhibiao.suggesting.timing import is_case_by_case
from zhibiao.suggesting.values import Value, value_for
from zhibiao.text.segment import content_words

_OF_THE_PLACE = frozenset({"R401", "R406", "T501", "T502", "T503"})  # what is wrong only where the row stands
_VAGUE = frozenset({"S101", "S102", "S104", "S106", "M201", "M204", "T501", "F002"})
_TOTAL = re.compile("(?:项目|经费|资金|预算)(?:总?(?:成本|支出|投入|金额|控制数|额))$")
_ROW = re.compile(r"第(\d+)行")
_DISTURBING = frozenset({"建设", "维护", "采购", "种养", "储备", "活动", "研究"})  # work that may be a burden to others
_NAME_ONLY = 12  # characters of name, purpose and objectives
_HARMFUL = re.compile("药剂|消杀|农药|飞防|除草|危废|医疗废物|废液|清淤|爆破|化工")
_NEEDED = frozenset({"数量", "质量"})  # rows of these a table cannot do without
_GONE = {
    "R402": "{name}放在“{level2}”是为填满这一行硬凑的，本项目没有这方面的作用，删去即可；这一类不是必填",
    "F004": "这一行自称不涉及，不适用的类别不填，整行删去，分值移给其他指标",
    "R403": "“{name}”与本项目无关，多半是从别的表带来的，删去",
    "R405": "“{name}”是单位自身的管理过程，不是项目的产出或效果，删去",
    "field": "本项目没有可以核算的{level2}，“{name}”只是口号；这一类不是必填，删去即可",
    "cost": "本项目不会给社会或环境带来看得见的代价，“{level2}”不适用，删去即可",
    "spare": "“{name}”不是{level2}；本项目没有可以核算的{level2}，这一类不是必填，也可以把这一行删去",
    "uncounted": "“{name}”说不清怎么算；{level2}不是必填，算不出就删去",
    "left": "这一行是表格里印好的，只有单位没有数；本项目没有这项内容的，删去",
    "none": "“{name}”说不清怎么算，本项目也没有可以核算的{level2}；这一类不是必填，可以删去",
    "slogan": "“{name}”量不出来；本表的“{other}”已经说明这方面的{level1}，这一行也可以删去，分值移给它",
    "R404": "本表已有量同一件事的指标，这里重复，删去",
}


def drafts_for(row: Row, report: IndicatorReport, subject: Subject, sound: Sequence[Row] = ()) -> list[Draft]:
    """In the order in which they should be offered. sound: rows of the table that nothing is wrong with."""
    codes = frozenset(UNFILLED if finding.code == "F002" and finding.field == "name" else finding.code for finding in report.findings)
    return list(_drafts(row, report, codes, subject, sound))


def unneeded(row: Row, report: IndicatorReport) -> Draft | None:
    """Taking the row out, where nothing that could be put there stands."""
    if row.category not in ("经济效益", "生态效益"):
        return None
    return _removed(row, "none") if not has_field(row) else _removed(row, "uncounted") if vague(report) else None


def _drafts(row: Row, report: IndicatorReport, codes: frozenset[str], subject: Subject, sound: Sequence[Row]) -> Iterator[Draft]:
    written = row.category
    best = report.category.best or written or "数量"
    gone = _gone(row, report, codes, subject)
    if gone is not None:
        yield _removed(row, gone)
    if "S107" in codes and UNFILLED not in codes:
        yield from _split(row, subject, written or best)
    if gone in (None, "R404"):
        yield from _kept(row, report, codes, subject, best)
    place = place_of(row, report, subject)
    if place is not None and gone != "cost":
        yield from _replaced(row, subject, place, place != written, vague(report))
    said = ""
    last: str | None = next((code for code in ("R402", "R404", "R405") if code in codes and code != gone), None)
    if last == "R405" and row.category == "成本":
        last = None  # a table of costs without one is no better
    if last is None and gone is None and "R401" in codes and _needless(row, subject, codes):
        last = "spare"
    if last is None and gone is None and _is_left_over(row, codes):
        last = "left"
    optional = row.category in ("经济效益", "生态效益") and not _of_the_trade(row, subject)
    if last is None and gone is None and optional and _is_slogan(row, codes):
        last = "uncounted"
    if last is None and gone is None and _is_slogan(row, codes):
        other = _says_it_already(row, sound)
        if other is not None:
            last, said = "slogan", other.name.original
    if last is not None:
        yield replace(_removed(row, last, said), fixed=False)


def _gone(row: Row, report: IndicatorReport, codes: frozenset[str], subject: Subject) -> str | None:
    """Why the row should best be taken out; None where it should rather be changed."""
    if "F004" in codes:
        return "F004"
    if "R402" in codes and not _of_the_trade(row, subject):
        return "R402"
    if "R403" in codes and _says_enough(row):
        return "R403"
    if "R404" in codes and _later(row, report):
        return "R404"
    if "R405" in codes and row.category not in (*_NEEDED, "成本"):
        return "R405"
    harmless = subject.activity not in _DISTURBING and not _HARMFUL.search(row.table.about)
    if special_cost(row) != "成本" and harmless and row.category == "成本" and not _is_counted(row, report):
        return "cost"
    if vague(report) and _needless(row, subject, codes) and not (measured_by(row.name.core) and row.description.text):
        return "field"
    return None


def _is_counted(row: Row, report: IndicatorReport) -> bool:
    """A measure with its figure, here or in another place: 伤人事故 0起, 移植面积 ≥120亩; sums of money are no such costs."""
    return not vague(report) and any(q.unit and q.dimension != "money" for q in row.value.measures.quantities)


def _says_enough(row: Row) -> bool:
    """Whether the project says so much of itself that what it does not speak of is foreign; a name as short as 工资性支出 does not."""
    return len(row.table.about) > _NAME_ONLY


def _needless(row: Row, subject: Subject, codes: frozenset[str]) -> bool:
    """A category that this project has no use for."""
    if row.category not in ("生态效益", "经济效益") or _own_measure(row, subject):
        return False
    return not has_field(row) or ("R401" in codes and is_slogan(row.name.core))


def _of_the_trade(row: Row, subject: Subject) -> bool:
    """Whether the trade has a measure of the row's category."""
    return any((topic, row.category or "") in topic_measures() for topic in row_topics(row, subject))


def _own_measure(row: Row, subject: Subject) -> bool:
    """Whether the list has a measure of the row's category for this kind of work."""
    kind = row.category or ""
    return _of_the_trade(row, subject) or bool(measure_patterns().get((row_activity(row, subject), kind)))


def _kept(row: Row, report: IndicatorReport, codes: frozenset[str], subject: Subject, best: str) -> Iterator[Draft]:
    """The row mended where it stands, or where it belongs."""
    if row.category == "满意度" and names_the_asked(row):  # 纳税人 ≥98: they are not counted, they are asked
        mend = mended(row, codes - {"R401"}, subject, "满意度")
        if mend is not None:
            yield mend
            return
    if "R401" in codes:
        yield from _moved(row, codes, subject, _target(best, report.category.acceptable or (best,), row.category))
        return
    mend = mended(row, codes, subject, row.category or best)
    if mend is not None:
        yield mend
    elif row.category == "数量" and not vague(report) and not measured_by(row.name.core):  # 疑点核查 100%: no count
        yield from _moved(row, codes, subject, "质量")
    if mend is None and "T502" in codes and row.category == "质量" and is_case_by_case(row.name.core):  # 按期办结率
        yield from _moved(row, codes, subject, "时效")
    fine = report.category.acceptable
    if fine and row.category and row.category not in fine and not vague(report) and (report.smart or {}).get("R") in (0, 1):
        yield from _moved(row, codes, subject, best)


def _later(row: Row, report: IndicatorReport) -> bool:
    """Whether this is the row to go of two that measure the same, as the finding says: the one out of place, else the later one."""
    told = next((_ROW.search(finding.message) for finding in report.findings if finding.code == "R404"), None)
    if told is None:
        return False
    other = next((each for each in row.table.rows if each.indicator.row == int(told[1])), None)
    misplaced = any(finding.code == "R401" for finding in report.findings)
    if other is None or (other.category != row.category and not misplaced):
        return False
    return misplaced or other.indicator.row < row.indicator.row


def _is_left_over(row: Row, codes: frozenset[str]) -> bool:
    """A line of the form of which the project says nothing."""
    alone = row.value.text.lstrip("≥≤=<>十百千万亿") in units()
    return alone and "M201" in codes and not any(word in row.table.about for word in content_words(row.name.core) if len(word) > 1)


def is_optional(row: Row) -> bool:
    """Benefits and costs to others, of which not every table needs each."""
    return row.category in BENEFITS or (row.category == "成本" and special_cost(row) != "成本")


def _is_slogan(row: Row, codes: frozenset[str]) -> bool:
    """A wish that no figure could be put to; a count or a share that only lacks its value is none."""
    told = {"S101", "S102", "S106", "M204", "M201"} if is_optional(row) else {"S101", "S102"}  # a task may still be counted
    empty = bool(codes & told) and measured_by(row.name.core) in ("", "level")
    return empty and row.category != "满意度"


def _says_it_already(row: Row, sound: Sequence[Row]) -> Row | None:
    """A sound row that shows what the row stands for: of its category, for a benefit else of any benefit."""
    same = [other for other in sound if other.category == row.category]
    if same or row.category not in BENEFITS:
        return next(iter(same), None)
    return next((other for other in sound if other.category in BENEFITS), None)


def _removed(row: Row, code: str, other: str = "") -> Draft:
    level1 = "效益" if row.category in BENEFITS else row.category or ""
    why = _GONE[code].format(name=row.name.original, level2=row.indicator.level2 or "", other=other, level1=level1)
    return Draft("remove", why=why + "。", pattern="remove")


def _target(best: str, fine: Sequence[str], written: str | None) -> str:
    return best if best != written else next((each for each in fine if each != written), best)


def _moved(row: Row, codes: frozenset[str], subject: Subject, target: str) -> Iterator[Draft]:
    mend = mended(row, codes - _OF_THE_PLACE, subject, target)
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
    written = row.value.original
    for part in parts:
        value = Value(written) if _for_each(row, part) else value_for(part, row, subject)
        if value is None:
            return
        rows.append(dressed(row, category, {"name": part, "value": value.text, "description": f"按{part}的记录单独统计"}, keeps=True))
        blanks += value.blanks
    if len(blanks) <= 2:
        yield Draft("split", tuple(rows), tuple(blanks), f"“{row.name.original}”里有两把尺子，拆成两行各写各的值。", pattern="split")


def _for_each(row: Row, part: str) -> bool:
    """整改率和销号率 =100%: a share that is asked of both."""
    quantities = row.value.measures.quantities
    return len(quantities) == 1 and quantities[0].dimension == "share" and bool(quantities[0].sign) and measured_by(part) == "share"


def vague(report: IndicatorReport) -> bool:
    """Whether nobody could measure what stands there."""
    return any(finding.code in _VAGUE for finding in report.findings)


def place_of(row: Row, report: IndicatorReport, subject: Subject) -> str | None:
    """Where a new measure should stand: in the written category where the project has use for it."""
    written, codes = row.category, {finding.code for finding in report.findings}
    if codes & {"R402", "F004"} and not ("R402" in codes and _of_the_trade(row, subject)):
        return None if written in BENEFITS or special_cost(row) != "成本" else written
    if written == "生态效益":
        return written if has_field(row) or _of_the_trade(row, subject) else None
    return written or report.category.best or "数量"


def _replaced(row: Row, subject: Subject, category: str, move: bool, vague: bool) -> Iterator[Draft]:
    kind = special_cost(row) if category == "成本" else category
    others = beside(row)
    found = [each for each in stated_measures(subject) if each.category == kind and not others.holds(each.name) and _unused(each, row)]
    if category == "满意度":
        found += satisfactions(subject)
    else:
        listed = listed_measures(subject, row_topics(row, subject), row_activity(row, subject), kind)
        found += [each for each in listed if not others.holds(each.name)]
    if kind == "成本" and not any(other is not row and is_total_cost(other) for other in row.table.rows):
        found.append(total_cost(row.table, subject))
    for measure in found:
        yield as_draft(with_figure_of(row, measure) if not vague else measure, row, move, vague)


def special_cost(row: Row) -> str:
    """Costs to society and to nature are no sums of money."""
    level2 = row.indicator.level2 or ""
    return "社会成本" if "社会" in level2 else "生态环境成本" if "生态" in level2 or "环境" in level2 else "成本"


def is_total_cost(row: Row) -> bool:
    """Whether a row states all that the project may cost."""
    return row.category == "成本" and (_TOTAL.search(row.name.core) is not None or "总" in row.name.core)


def _unused(measure: Measure, row: Row) -> bool:
    """No other row states the figure already."""
    figure = measure.value.lstrip("≥≤=<>")
    return not any(other is not row and figure in other.value.text for other in row.table.rows)


def as_draft(measure: Measure, row: Row, move: bool, vague: bool) -> Draft:
    fields = dressed(row, measure.category, {"name": measure.name, "value": measure.value, "description": measure.description}, keeps=False)
    asked = BLANK in f"{fields.get('value') or ''}{fields.get('description') or ''}"
    blanks = measure.blanks if asked else ()
    if "《＿》" in (fields.get("basis") or ""):
        blanks = (*blanks, "依据的文件")
    old = row.name.original or row.value.original
    told = f"“{old}”量不出来，换成能核对的“{measure.name}”" if vague else f"“{old}”可以换成更能说明本项目做得怎样的“{measure.name}”"
    told = told if row.name.original else f"指标名称空着，可以写“{measure.name}”"
    why = f"{told}；{measure.why}" if measure.why and (asked or not measure.blanks) else told
    return Draft("move" if move else "replace", (fields,), blanks[:2], f"{why}。", _source(measure), pattern=measure.key, fixed=False)


def _source(measure: Measure) -> str | None:
    """The good row whose measure was borrowed."""
    return measure.key.removeprefix("borrowed:") if measure.key.startswith("borrowed:") else None
