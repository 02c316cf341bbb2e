"""One table: its head fields by the words of the form, its lines as indicators."""

from __future__ import annotations

import re
from collections.abc import Mapping

from zhibiao.model.document import INDICATOR_FIELDS, Indicator, Kind, Source, Table
from zhibiao.model.place import Place
from zhibiao.parsing.amounts import amount, amount_unit
from zhibiao.parsing.columns import Header
from zhibiao.parsing.drafts import TITLE, Draft
from zhibiao.parsing.forms import pick
from zhibiao.parsing.forms.form import Form
from zhibiao.parsing.head import Entry, Head, HeadReader
from zhibiao.parsing.objectives import split_items
from zhibiao.parsing.rows import Line, is_filler
from zhibiao.parsing.unit import without_seal
from zhibiao.parsing.year import year_in_title
from zhibiao.reading.blocks import Paragraph
from zhibiao.text.clean import field as clean
from zhibiao.text.clean import squeeze

_LEAD = re.compile(
    r"^\s*(?:附件\s*(?:\d+(?:-\d+)?\s*[:：]?|[:：])\s*)?(?:[(（]?\d{1,3}[)）]?\s*[.．、]\s*(?!\d)|[(（][一二三四五六七八九十]{1,3}[)）]、?\s*|[一二三四五六七八九十]{1,3}、\s*)?"
)
_NUMBERED = re.compile(r"^\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?、?|\d{1,2}[.．、])(?!\d)[^。；：:]{2,40}$")
_CODE_LINE = re.compile(r"^(?!20\d\d\s*年)\d{3,9}\s*[-—]?\s*[一-鿿]{3,40}$")
_CODE_AND_NAME = re.compile(r"^(\d{6,8}[0-9A-Z]{8,16})\s*[-—_]\s*(\S.*)$")
_TABLE_MARK = re.compile(r"^附?表\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:-\d{1,2})?)[\s:：、.]*(?=\S{4})")  # 表10部门整体支出绩效目标表
_GOAL_NUMBER = re.compile(r"^(?:年度|绩效)?目标\s*[0-9一二三四五六七八九]\s*[:：]\s*")
_DEPARTMENT = re.compile(r"整体支出|部门整体|单位整体|部门支出绩效|部门\(单位\)整体|整体绩效目标")
_ANNUAL = re.compile(r"(?<!上)年度|当年|本年|全年|年初|^20\d\d年")
KEEP_PARAGRAPHS = 8  # lines above a table that can belong to its head: title, year, unit, money unit


def read_head(draft: Draft) -> tuple[Form, Head, Paragraph | None]:
    """The form by its words, then its head by the form's labels."""
    items = _relevant(draft.head)
    words: set[str] = set(draft.header.words)
    for item in items:
        if isinstance(item, Paragraph):
            words.add(squeeze(item.text))
        else:
            words.update(squeeze(c.text) for c in item[0].texts(item[1]))
    form = pick(words)
    reader = HeadReader(form.labels)
    title: Paragraph | None = None
    for item in items:
        if isinstance(item, Paragraph):
            if is_title(item.text) or (item.level is not None and len(item.text) < 60):
                title = item
            else:
                reader.paragraph(item)
            continue
        matrix, r = item
        texts = matrix.texts(r)
        if len(texts) == 1 and is_title(texts[0].text) and (title is None or title.place.row is None or title.place.row > r + 1):
            place = matrix.place(texts[0])
            title = Paragraph(texts[0].text, place)
            continue
        reader.row(matrix, r)
    if title is None and not reader.head.entries and items and isinstance(items[-1], Paragraph) and _NUMBERED.match(items[-1].text):
        title = items[-1]  # 一、河道疏浚: a bare table's only name
    return form, reader.head, title


def _relevant(items: list[Paragraph | tuple[object, int]] | list) -> list:  # type: ignore[type-arg]
    """From the last title on; running text further above belongs to the document."""
    last_title = max((i for i, x in enumerate(items) if isinstance(x, Paragraph) and is_title(x.text)), default=None)
    first_row = next((i for i, x in enumerate(items) if not isinstance(x, Paragraph)), len(items))
    start = max(0, first_row - KEEP_PARAGRAPHS)
    if last_title is not None:
        start = last_title if last_title >= start else start
    return items[start:]


def is_title(text: str) -> bool:
    """Whether a line is the heading of a form."""
    plain = text.strip()
    return len(plain) <= 120 and bool(TITLE.search(squeeze(plain))) and not plain.endswith(("。", "；", "：", ":"))


def title_text(text: str) -> str | None:
    """A heading without its ordinal."""
    first = text.strip().split("\n")[0]
    whole = first if "\n" in text and is_title(first) else text
    return _TABLE_MARK.sub("", _LEAD.sub("", clean(whole, True))).strip() or None


def build_table(header: Header, form: Form, head: Head, title: Paragraph | None, lines: list[Line]) -> Table:
    kind = _kind(head, title)
    chosen = _chosen(head, kind)
    code, name = _code_and_name(chosen)
    money = {role: amount(entry.text) for role, entry in chosen.items() if role.startswith("budget_")}
    later = _objectives(head)[1]
    return Table(
        kind=kind,
        form=form.name,
        columns=_columns(header),
        title=title_text(title.text) if title else None,
        project_code=code,
        project_name=name,
        department=without_seal(chosen["department"].text.strip()) if "department" in chosen else None,
        unit=without_seal(chosen["unit"].text) if "unit" in chosen else None,
        amount_unit=_unit(head),
        budget_total=money.get("budget_total"),
        budget_fiscal=money.get("budget_fiscal"),
        budget_other=money.get("budget_other"),
        purpose=_joined(head.all("purpose")),
        year=_year(head, title),
        spending_plan=dict(head.plan),
        objectives=_items(_objectives(head)[0]),
        period_objectives=_items(later),
        indicators=tuple(_indicator(i, line) for i, line in enumerate(lines, 1)),
        extra=head_extra(head),
        where=lines[0].place if lines else Place(),
        cells=_cells(chosen, head),
    )


def _cells(chosen: Mapping[str, Entry], head: Head) -> dict[str, Source]:
    plan = {"spending_plan": head.plan_source} if head.plan_source else {}
    return {role: entry.source for role, entry in chosen.items()} | plan


def _code_and_name(chosen: Mapping[str, Entry]) -> tuple[str | None, str | None]:
    """Project code and name, also where one cell holds both: 51082225T000012207431-高素质农民培育."""
    code = "".join(chosen["project_code"].text.split()) if "project_code" in chosen else None
    name = chosen["project_name"].text if "project_name" in chosen else None
    both = _CODE_AND_NAME.match(name or "")
    return (both.group(1), both.group(2)) if both and code in (None, both.group(1)) else (code, name)


def _chosen(head: Head, kind: Kind) -> dict[str, Entry]:
    """The entry that each field is taken from; a long field's first."""
    annual, later = _objectives(head)
    whole = [e for e in annual if re.search(r"整体|总体", e.label)]
    found = {
        "project_name": head.first("project_name"),
        "project_code": head.first("project_code"),
        "department": _department(head),
        "unit": _named(head, "reporting", "department~"),
        "budget_total": _money(head, "budget_total") or _money(head, "budget_total~"),
        "budget_fiscal": _money(head, "budget_fiscal"),
        "budget_other": _money(head, "budget_other"),
        "purpose": head.first("purpose"),
        "year": head.first("year"),
        "amount_unit": head.first("amount_unit"),
        "objectives": annual[0] if annual else None,
        "period_objectives": later[0] if later else None,
        "overall_goal": whole[0] if whole and kind == "department" else None,
    }
    return {role: entry for role, entry in found.items() if entry is not None}


def _kind(head: Head, title: Paragraph | None) -> Kind:
    """A table of a whole department has no project name."""
    if head.first("project_name"):
        return "project"
    text = squeeze(title.text) if title else ""
    return "department" if _DEPARTMENT.search(text) or any(_DEPARTMENT.search(w) for w in head.words) else "project"


def _department(head: Head) -> Entry | None:
    """The reporting line above the table, else 预算部门 / 部门名称 / 主管部门, else the unit that fills the form."""
    for entry in head.loose:
        if _CODE_LINE.match(entry.text.strip()):
            return entry
    return _named(head, "reporting", "department", "department~")


def _named(head: Head, *roles: str) -> Entry | None:
    """The first entry that names somebody: 填报单位：（盖章） was left blank."""
    return next((e for role in roles for e in head.all(role) if without_seal(e.text).strip()), None)


def _money(head: Head, role: str) -> Entry | None:
    """The amount under a label; this year's where the whole period's stands beside it."""
    found = [entry for entry in head.entries if entry.role == role and amount(entry.text) is not None]
    annual = [entry for entry in found if _ANNUAL.search(entry.label)]
    if annual or not found:
        return annual[0] if annual else None
    this_year = {e.source.place.column for e in head.entries if e.role == "budget_total" and _ANNUAL.search(e.label)}
    beside = [entry for entry in found if entry.source.place.column in this_year]
    return beside[0] if beside and len(found) > 1 else found[0]


def _unit(head: Head) -> str | None:
    stated = head.first("amount_unit")
    if stated and (unit := amount_unit(stated.text)):
        return unit
    for entry in head.loose:
        if "单位" in entry.text and (unit := amount_unit(entry.text)):
            return unit
    for word in sorted(head.words):
        if re.search(r"[(（](?:单位[:：]?)?(?:万元|元|亿元)[)）]", word) and re.search(r"预算|资金|金额", word):
            return amount_unit(word)
    money = head.first("budget_total", "budget_total~")
    return amount_unit(money.text) if money else None


def _year(head: Head, title: Paragraph | None) -> int | None:
    if title is not None and (year := year_in_title(title.text)) is not None:
        return year
    stated = head.first("year")
    if stated and (found := re.search(r"20\d\d", stated.text)):
        return int(found.group())
    for entry in head.loose:
        if len(entry.text) < 16 and (found := re.search(r"(20\d\d)\s*年", entry.text)):
            return int(found.group(1))
    return None


def _objectives(head: Head) -> tuple[list[Entry], list[Entry]]:
    """The year's entries and those of the whole period; 总体目标 is the period's where an annual goal stands beside it."""
    annual, general, period = head.all("objectives"), head.all("objectives~"), head.all("period_objectives")
    if annual and general:
        period, general = general + period, []
    return annual or general, period


def _items(entries: list[Entry]) -> tuple[str, ...]:
    """Items by their ordinals; cells that have none are an item each."""
    text = "\n".join(e.text for e in entries)
    found = split_items(text)
    if found == (text.strip(),):  # no ordinals: an item a cell, and a paragraph where the author made them
        found = tuple(line for e in entries for line in ([e.text] if e.wrapped else _paragraphs(e.text)))
    return tuple(_GOAL_NUMBER.sub("", item) for item in found)


def _paragraphs(text: str) -> list[str]:
    """An author's paragraphs; a line that ends in a comma goes on."""
    out: list[str] = []
    for line in text.split("\n"):
        if out and out[-1].endswith(("，", "、", ",", "：", ":")):
            out[-1] += line
        elif line:
            out.append(line)
    return out


def _joined(entries: list[Entry]) -> str | None:
    return "\n".join(e.text for e in entries) or None


def head_extra(head: Head) -> dict[str, str]:
    """Labelled texts without a field of their own; the cells of a small table under one label, row by row."""
    rows: dict[str, dict[object, str]] = {}
    for entry in head.entries:
        if entry.role in ("extra", "actual", "note") and entry.text:
            told = rows.setdefault(entry.label, {})
            place = entry.source.place
            key = (place.table, place.row, place.line)
            told[key] = f"{told[key]} {entry.text}" if key in told else entry.text
    return {label: "\n".join(dict.fromkeys(told.values())) for label, told in rows.items()}


def _columns(header: Header) -> tuple[str, ...]:
    roles = [c.role for c in header.columns if c.role in INDICATOR_FIELDS]
    if header.wide:
        roles += ["level1", "level2", "name"] + ["value"] * any(value is not None for _, value in header.wide)
    return tuple(dict.fromkeys(roles))


def _indicator(row: int, line: Line) -> Indicator:
    def text(role: str) -> str | None:
        return line.get(role) or None

    unused = is_filler(line) and not line.get("basis")
    sources: dict[str, Source] = {role: line.sources[role] for role in INDICATOR_FIELDS if role in line.sources}
    return Indicator(
        row=row,
        level1=text("level1"),
        level2=text("level2"),
        name=text("name"),
        description=text("description"),
        value=text("value"),
        basis=text("basis"),
        standard=text("standard"),
        extra=dict(line.extra),
        unused=unused,
        id=line.texts.get("id"),
        where=line.place,
        cells=sources,
    )
