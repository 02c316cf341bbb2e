"""A draft made into tables: head fields by the form, lines as indicators, one table a project."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from zhibiao.model.document import Indicator, Kind, Source, Table
from zhibiao.model.place import Place
from zhibiao.parsing.amounts import amount, amount_unit
from zhibiao.parsing.columns import INDICATOR_ROLES, Header
from zhibiao.parsing.drafts import TITLE, Draft
from zhibiao.parsing.forms import pick
from zhibiao.parsing.forms.form import Form
from zhibiao.parsing.head import Entry, Head, HeadReader
from zhibiao.parsing.objectives import split_items
from zhibiao.parsing.rows import Line, carry_levels, is_filler, split_level
from zhibiao.parsing.year import year_in_title
from zhibiao.reading.blocks import Paragraph
from zhibiao.text.clean import field as clean
from zhibiao.text.clean import squeeze

_LEAD = re.compile(
    r"^\s*(?:附件\s*\d*(?:-\d+)?[:：]?\s*)?(?:[(（]?\d{1,3}[)）]?\s*[.．、]\s*(?!\d)|[(（][一二三四五六七八九十]{1,3}[)）]、?\s*|[一二三四五六七八九十]{1,3}、\s*)"
)
_CODE_LINE = re.compile(r"^(?!20\d\d\s*年)\d{3,9}\s*[-—]?\s*[一-鿿]{3,40}$")
_REAL_CODE = re.compile(r"^[0-9A-Za-z\-_]{6,40}$")
_TABLE_MARK = re.compile(r"^附?表\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:-\d{1,2})?)[\s:：、.]*(?=\S{4})")  # 表10部门整体支出绩效目标表
_SEAL = re.compile(r"\s*[(（]\s*(?:盖章|公章|签章|加盖公章|章)\s*[)）]\s*$")
_GOAL_NUMBER = re.compile(r"^(?:年度|绩效)?目标\s*[0-9一二三四五六七八九]\s*[:：]\s*")
_DEPARTMENT = re.compile(r"整体支出|部门整体|单位整体|部门支出绩效|部门\(单位\)整体|整体绩效目标")
_ANNUAL = re.compile(r"(?<!上)年度|当年|本年|全年|年初|^20\d\d年")
KEEP_PARAGRAPHS = 8  # lines above a table that can belong to its head: title, year, unit, money unit


def tables_of(draft: Draft) -> list[tuple[Table, list[str]]]:
    """The tables of one draft, each with what was inferred in it: one, or one per project where the rows name their project."""
    form, head, title = _read_head(draft)
    lines = draft.lines
    if not draft.header.has("level2"):
        for line in lines:
            split_level(line)
    if draft.header.lists_projects:
        return _list_tables(draft, form, head, title, lines)
    lines = _used_lines(carry_levels(lines), draft.header)
    table = _table(draft.header, form, head, title, lines)
    return [(_with_foot(table, draft, form), inferred_in(lines))]


_INFERRED = (
    ("level1", "原文该处为空，一级指标沿用上一行"),
    ("level2", "原文该处为空，二级指标沿用上一行"),
    ("cut", "被分页截断，由两页的内容拼接而成"),
)


def inferred_in(lines: Iterable[Line]) -> list[str]:
    """What the reader put in though it is not printed at that place, by rows."""
    out: list[str] = []
    numbered = list(enumerate(lines, 1))
    for mark, words in _INFERRED:
        rows = [str(number) for number, line in numbered if mark in line.inferred]
        if rows:
            out.append(f"第{'、'.join(rows)}行{words}")
    return out


def _read_head(draft: Draft) -> tuple[Form, Head, Paragraph | None]:
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


def _used_lines(lines: Iterable[Line], header: Header) -> list[Line]:
    """Trailing rows with nothing at all are no printed lines; blank form lines stay."""
    out = [line for line in lines if not line.bare or any(line.get(r) for r in ("level1", "level2"))]
    levels = header.has("level1") or header.has("level2")
    while out and out[-1].bare and not (out[-1].own & {"level1", "level2"}) and not levels:
        out.pop()
    return out


def _table(header: Header, form: Form, head: Head, title: Paragraph | None, lines: list[Line]) -> Table:
    kind = _kind(head, title)
    name = None if kind == "department" and not head.first("project_name") else _name(head)
    total, fiscal, other = (_money(head, role) for role in ("budget_total", "budget_fiscal", "budget_other"))
    if total is None:
        total = _money(head, "budget_total~")
    chosen, later = _objectives(head)
    objectives, period = _items(chosen), _items(later)
    sources = {e.role.rstrip("~"): e.source for e in head.entries if e.text}
    whole = [e.source for e in chosen if re.search(r"整体|总体", e.label)]
    if kind == "department" and whole:
        sources["overall_goal"] = whole[0]
    return Table(
        kind=kind,
        form=form.name,
        columns=_columns(header),
        title=title_text(title.text) if title else None,
        project_code=_code(head),
        project_name=name,
        department=_department(head),
        unit=_filler(head),
        amount_unit=_unit(head),
        budget_total=total,
        budget_fiscal=fiscal,
        budget_other=other,
        purpose=_joined(head.all("purpose")),
        year=_year(head, title),
        spending_plan=dict(head.plan),
        objectives=objectives,
        period_objectives=period,
        indicators=tuple(_indicator(i, line) for i, line in enumerate(lines, 1)),
        extra=_head_extra(head),
        where=lines[0].place if lines else Place(),
        cells=sources,
    )


def _kind(head: Head, title: Paragraph | None) -> Kind:
    """A table of a whole department has no project name."""
    if head.first("project_name"):
        return "project"
    text = squeeze(title.text) if title else ""
    return "department" if _DEPARTMENT.search(text) or any(_DEPARTMENT.search(w) for w in head.words) else "project"


def _name(head: Head) -> str | None:
    entry = head.first("project_name")
    return entry.text if entry else None


def _code(head: Head) -> str | None:
    entry = head.first("project_code")
    return "".join(entry.text.split()) if entry else None


def _department(head: Head) -> str | None:
    """The reporting line above the table, else 预算部门 / 部门名称 / 主管部门, else the unit that fills the form."""
    for entry in head.loose:
        if _CODE_LINE.match(entry.text.strip()):
            return entry.text.strip()
    found = head.first("reporting", "department", "department~")
    return _SEAL.sub("", found.text) if found else None


def _filler(head: Head) -> str | None:
    found = head.first("reporting", "department~")
    return _SEAL.sub("", found.text) if found else None


def _money(head: Head, role: str) -> float | None:
    """The amount under a label; this year's where the whole period's stands beside it."""
    found = [(entry, number) for entry in head.entries if entry.role == role and (number := amount(entry.text)) is not None]
    if not found:
        return None
    annual = [number for entry, number in found if _ANNUAL.search(entry.label)]
    if annual:
        return annual[0]
    this_year = {e.source.place.column for e in head.entries if e.role == "budget_total" and _ANNUAL.search(e.label)}
    beside = [number for entry, number in found if entry.source.place.column in this_year]
    return beside[0] if beside and len(found) > 1 else found[0][1]


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
    found = split_items("\n".join(e.text for e in entries), wrapped=False)
    if len(found) <= 1:  # no ordinals: an item a cell, and a paragraph where the author made them
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


def _head_extra(head: Head) -> dict[str, str]:
    out: dict[str, str] = {}
    for entry in head.entries:
        if entry.role in ("extra", "actual", "note") and entry.text:
            out.setdefault(entry.label, entry.text)
    return out


def _columns(header: Header) -> tuple[str, ...]:
    roles = [c.role for c in header.columns if c.role in INDICATOR_ROLES]
    if header.wide:
        roles += ["level1", "level2", "name"] + ["value"] * any(value is not None for _, value in header.wide)
    return tuple(dict.fromkeys(roles))


def _indicator(row: int, line: Line) -> Indicator:
    def text(role: str) -> str | None:
        return line.get(role) or None

    unused = is_filler(line) and not line.get("basis")
    sources: dict[str, Source] = {role: line.sources[role] for role in INDICATOR_ROLES if role in line.sources}
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


def _with_foot(table: Table, draft: Draft, form: Form) -> Table:
    """Notes under the indicators (其他说明 …) that are labelled go to the table's extra."""
    if not draft.foot:
        return table
    reader = HeadReader(form.labels)
    for matrix, r in draft.foot:
        reader.row(matrix, r)
    extra = {**_head_extra(reader.head), **table.extra}
    return replace(table, extra=extra)


def _list_tables(draft: Draft, form: Form, head: Head, title: Paragraph | None, lines: list[Line]) -> list[tuple[Table, list[str]]]:
    """Rows grouped by their project, in order; unit rows between and totals hold no indicator."""
    tables: list[tuple[Table, list[str]]] = []
    for context, group in _projects(lines, draft.header):
        used = _used_lines(carry_levels(group), draft.header)
        if not any(not is_filler(line) for line in used):
            continue
        table = _table(draft.header, form, head, title, used)
        table = replace(table, unit=table.unit or table.department)
        tables.append((_with_project(table, context, draft.header), inferred_in(used)))
    return tables


def _projects(lines: list[Line], header: Header) -> list[tuple[Line, list[Line]]]:
    key_roles = [r for r in ("list.project_code", "list.project_name") if header.has(r)]
    groups: list[tuple[Line, list[Line]]] = []
    department = ""
    key: tuple[str, ...] | None = None
    for line in lines:
        named = tuple(squeeze(line.get(r)) for r in key_roles)
        own_department = line.get("list.department")
        if line.bare and not (line.own & {"level1", "level2"}) and not line.get("list.objectives"):
            if any(named):  # a unit's own row, or a project's row above its indicators
                department, key = line.get(key_roles[-1]), None
                pending = line
                groups.append((pending, []))
            continue
        if any(named) and named != key:
            _drop_empty(groups)
            groups.append((line, []))
            key = named
        elif not groups:
            groups.append((line, []))
        context, group = groups[-1]
        if department and not own_department and "list.department" not in context.texts:
            context.texts["list.department"] = department
        _complete(context, line)
        group.append(line)
    return [(context, group) for context, group in groups if group]


def _drop_empty(groups: list[tuple[Line, list[Line]]]) -> None:
    while groups and not groups[-1][1]:
        groups.pop()


def _complete(context: Line, line: Line) -> None:
    """Project fields printed on a later line of the project."""
    for role, text in line.texts.items():
        if role.startswith("list.") and text and not context.get(role):
            context.texts[role] = text


def _with_project(table: Table, context: Line, header: Header) -> Table:
    """The table with the fields that its rows state of their project."""
    money = header.find("list.budget_total")
    money_unit = amount_unit(money.header) if money else None
    year = re.search(r"20\d\d", context.get("list.year"))
    objectives = split_items(context.get("list.objectives"))
    period = split_items(context.get("list.period_objectives"))
    code = context.get("list.project_code")
    return replace(
        table,
        kind="project",
        project_name=context.get("list.project_name") or table.project_name,
        project_code="".join(code.split()) or table.project_code,
        department=context.get("list.department") or table.department,
        budget_total=_either(amount(context.get("list.budget_total")), table.budget_total),
        budget_fiscal=_either(amount(context.get("list.budget_fiscal")), table.budget_fiscal),
        budget_other=_either(amount(context.get("list.budget_other")), table.budget_other),
        purpose=context.get("list.purpose") or table.purpose,
        year=int(year.group()) if year else table.year,
        amount_unit=table.amount_unit or money_unit,
        objectives=objectives or table.objectives,
        period_objectives=period or table.period_objectives,
    )


def _either(first: float | None, second: float | None) -> float | None:
    return second if first is None else first


def settled(tables: list[Table]) -> list[Table]:
    """What one table only says beside its neighbours: a title's ordinal, and a heading printed once over several forms."""
    out: list[Table] = []
    for number, table in enumerate(tables, 1):
        if table.title and re.match(rf"{number}[.．]\d", table.title):
            table = replace(table, title=table.title.split(table.title[len(str(number))], 1)[1])
        if out and table.title is None and table.form == out[-1].form and table.columns == out[-1].columns and table.project_name:
            before = out[-1]
            own = before.title is not None and before.project_name is not None and before.project_name in before.title
            table = replace(
                table,
                title=None if own else before.title,
                department=table.department or before.department,
                unit=table.unit or before.unit,
                amount_unit=table.amount_unit or before.amount_unit,
                year=table.year or before.year,
            )
        out.append(table)
    return out
