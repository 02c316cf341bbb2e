"""What a table as a whole lacks: rows for categories and objectives that nothing measures, an objective that says what is promised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhibiao.features.project import is_of
from zhibiao.features.reading import Row, TableReading
from zhibiao.lexicon.categories import BENEFITS
from zhibiao.model.finding import Finding
from zhibiao.model.report import IndicatorReport
from zhibiao.model.suggestion import Suggestion
from zhibiao.suggesting.beside import of_names
from zhibiao.suggesting.choosing import Judged, Trial
from zhibiao.suggesting.draft import BLANK, KEYS, Fields, filled
from zhibiao.suggesting.measures import Measure, listed_measures, satisfaction, stated_measures
from zhibiao.suggesting.places import dressed
from zhibiao.suggesting.subject import Subject, short_name

_TRIED = 3  # measures of a missing category that are judged before none is given
_WORDS = {"≥": "不少于", "≤": "不超过", "=": "", ">": "多于", "<": "少于"}
_SHARES = {**_WORDS, "≥": "不低于", "≤": "不高于"}
_SIGNED = re.compile("^([≥≤=<>])")
_NUMBER = re.compile(r"\d[\d,.]*")
_KINDS = ("数量", "质量", "社会效益", "满意度", "经济效益", "生态效益", "可持续影响", "")  # in the order in which an objective tells them
_SLIGHT = frozenset({"M206", "A304"})
_MOST = 3  # figures that one objective holds


def whole_suggestions(
    table: TableReading, findings: Sequence[Finding], reports: Sequence[IndicatorReport], subject: Subject, judged: Judged
) -> tuple[Suggestion, ...]:
    """By the findings on the table: P608 missing category, P607 objective without a row, P605 and P606 objectives that say too little."""
    codes = {finding.code for finding in findings}
    out: list[Suggestion] = []
    if table.rows:
        if "P608" in codes:
            out += _of_categories(table, subject, judged)
        if "P607" in codes:
            out += _of_objectives(table, findings, subject, judged)
    if codes & {"P605", "P606"}:
        out.append(_objective(table, reports, subject))
    return tuple(out)


def _of_categories(table: TableReading, subject: Subject, judged: Judged) -> Iterator[Suggestion]:
    for category in _missing(table):
        found = [each for each in stated_measures(subject) if each.category == category]
        if category == "满意度":
            found = [satisfaction(subject)]
        else:
            found += listed_measures(subject, subject.topics, subject.activity, category)
        why = f"本表没有{'效益' if category in BENEFITS else category}指标，按要求应当有；"
        added = next(_added(found, table, why, judged), None)
        if added is not None:
            yield added


def _missing(table: TableReading) -> Iterator[str]:
    held = {row.category for row in table.rows}
    if None in held:
        return
    yield from (category for category in ("数量", "质量") if category not in held)
    if not held & BENEFITS:
        yield "社会效益"
    if "成本" not in held and is_of("works", table):
        yield "成本"
    if "满意度" not in held and is_of("people", table):
        yield "满意度"


def _of_objectives(table: TableReading, findings: Sequence[Finding], subject: Subject, judged: Judged) -> Iterator[Suggestion]:
    told = [finding.evidence for finding in findings if finding.code == "P607"]
    figures = "\n".join(row.value.text for row in table.rows)
    for measure in stated_measures(subject):
        clause = next((text for text in told if any(piece and piece in text for piece in _pieces(measure))), None)
        if clause is None or measure.value.lstrip("≥≤=") in figures:
            continue
        yield from list(_added([measure], table, "", judged))[:1]


def _pieces(measure: Measure) -> tuple[str, ...]:
    """The clause of the objective that a stated measure was taken from."""
    return tuple(re.findall("“([^”]+)”", measure.why))


def _added(found: Sequence[Measure], table: TableReading, why: str, judged: Judged) -> Iterator[Suggestion]:
    """Those of the first few that stand beside the other rows without a finding that must or should be mended."""
    last = table.rows[-1]
    present = of_names(row.name.bare for row in table.rows)
    measures = [measure for measure in found if not present.holds(measure.name)][:_TRIED]
    rows = [_fields(measure, last) for measure in measures]
    own = {key: getattr(last.indicator, key) for key in (*KEYS, "standard")}
    for measure, fields in zip(measures, rows, strict=True):
        report = judged([Trial(last, (own, filled(fields, table.year)))])[0][-1]
        if any(finding.severity != "info" for finding in report.findings):
            continue
        blanks = (*measure.blanks, *(("依据的文件",) if "《＿》" in (fields.get("basis") or "") else ()))
        told = f"{why}加上“{measure.name}”{'；' + measure.why if measure.why else ''}。"
        yield Suggestion("add", (fields,), blanks[:2], None, report.score, told)


def _fields(measure: Measure, last: Row) -> Fields:
    return dressed(last, measure.category, {"name": measure.name, "value": measure.value, "description": measure.description})


def _objective(table: TableReading, reports: Sequence[IndicatorReport], subject: Subject) -> Suggestion:
    """In figures of the rows that state one; else with blanks for the author."""
    year = f"{table.year}年，" if table.year else ""
    work = short_name(table.project_name.text) or subject.deed or "本项目"
    said = [_said(row) for row, line in _telling(table, reports)][:_MOST]
    if said:
        why = "目标要写出做什么、做多少、做到什么程度；数字取自本表的指标。"
        return Suggestion("objective", text=f"{year}{work}实现：{'，'.join(said)}。", why=why)
    counted = next((each for each in listed_measures(subject, subject.topics, subject.activity, "数量")), None)
    what = f"{counted.name}{_in_words(counted.value)}，" if counted else ""
    happy = satisfaction(subject)
    text = f"{year}{work}实现：{what}{happy.name}{_in_words(happy.value)}。"
    why = "目标要写出做什么、做多少、做到什么程度；满意度按财预〔2021〕101号的满意度赋分档次写。"
    return Suggestion("objective", text=text, blanks=counted.blanks if counted and BLANK in text else (), why=why)


def _telling(table: TableReading, reports: Sequence[IndicatorReport]) -> list[tuple[Row, IndicatorReport]]:
    """Rows with a clear figure and nothing grave against them: one each of the main kinds first."""
    found = [(row, line) for row, line in zip(table.rows, reports, strict=True) if _tells(row, line)]
    return sorted(found, key=lambda pair: _KINDS.index(pair[0].category or ""))


def _tells(row: Row, line: IndicatorReport) -> bool:
    smart = line.smart or {}
    clear = all((smart.get(letter) or 0) >= 2 for letter in "SMR")
    grave = any(finding.severity != "info" and finding.code not in _SLIGHT for finding in line.findings)
    return (
        clear and not grave and row.category in _KINDS[:-1] and len(row.value.measures.quantities) == 1 and not row.value.measures.moments
    )


def _said(row: Row) -> str:
    """Name and figure in words, the unit as it is properly written."""
    quantity = row.value.measures.quantities[0]
    number = _NUMBER.search(row.value.text, quantity.start, quantity.end)
    digits = number[0] if number else f"{quantity.number.normalize():f}"
    per = f"/{quantity.per}" if quantity.per else ""
    sign = quantity.sign if quantity.sign in _WORDS else ("≥" if row.category == "满意度" else "")
    return f"{row.name.core}{_in_words(f'{sign}{digits}{quantity.standard_unit or quantity.unit}{per}')}"


def _in_words(value: str) -> str:
    found = _SIGNED.match(value)
    words = (_SHARES if "%" in value else _WORDS).get(found[1] if found else "", "")
    return f"{words or '为'}{value[found.end() :] if found else value}"
