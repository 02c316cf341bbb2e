"""The tables of a draft: one, or one per project where its rows name their project."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from zhibiao.model.document import Table
from zhibiao.parsing.amounts import amount, amount_unit
from zhibiao.parsing.assemble import build_table, head_extra, read_head
from zhibiao.parsing.columns import Header
from zhibiao.parsing.drafts import Draft
from zhibiao.parsing.forms.form import Form
from zhibiao.parsing.head import Head, HeadReader
from zhibiao.parsing.objectives import split_items
from zhibiao.parsing.rows import Line, carry_levels, is_filler, split_level
from zhibiao.reading.blocks import Paragraph
from zhibiao.text.clean import squeeze


@dataclass(frozen=True)
class Found:
    """A table, what was inferred in which of its rows, and other doubts about it."""

    table: Table
    inferred: dict[str, list[int]]
    doubts: list[str]


def tables_of(draft: Draft) -> list[Found]:
    """The tables of one draft: one, or one per project where the rows name their project."""
    form, head, title = read_head(draft)
    lines = draft.lines
    if not draft.header.has("level2"):
        for line in lines:
            split_level(line)
    if draft.header.lists_projects:
        return _list_tables(draft, form, head, title, lines)
    lines = _used_lines(carry_levels(lines), draft.header)
    table = build_table(draft.header, form, head, title, lines)
    return [Found(_with_foot(table, draft, form), inferred_in(lines), draft.doubts)]


INFERRED = {
    "level1": "一级指标在原文留空处沿用上一行",
    "level2": "二级指标在原文留空处沿用上一行",
    "cut": "被分页截断的行由两页的内容拼接而成",
}


def inferred_in(lines: Iterable[Line]) -> dict[str, list[int]]:
    """The rows in which the reader put something that is not printed at that place, by the kind of inference."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        for mark in INFERRED:
            if mark in line.inferred:
                found.setdefault(mark, []).append(number)
    return found


def _used_lines(lines: Iterable[Line], header: Header) -> list[Line]:
    """Trailing rows with nothing at all are no printed lines; blank form lines stay."""
    out = [line for line in lines if not line.bare or any(line.get(r) for r in ("level1", "level2"))]
    levels = header.has("level1") or header.has("level2")
    while out and out[-1].bare and not (out[-1].own & {"level1", "level2"}) and not levels:
        out.pop()
    return out


def _with_foot(table: Table, draft: Draft, form: Form) -> Table:
    """Notes under the indicators (其他说明 …) that are labelled go to the table's extra."""
    if not draft.foot:
        return table
    reader = HeadReader(form.labels)
    for matrix, r in draft.foot:
        reader.row(matrix, r)
    extra = {**head_extra(reader.head), **table.extra}
    return replace(table, extra=extra)


def _list_tables(draft: Draft, form: Form, head: Head, title: Paragraph | None, lines: list[Line]) -> list[Found]:
    """Rows grouped by their project, in order; unit rows between and totals hold no indicator."""
    tables: list[Found] = []
    for context, group in _projects(lines, draft.header):
        used = _used_lines(carry_levels(group), draft.header)
        if not any(not is_filler(line) for line in used):
            continue
        table = build_table(draft.header, form, head, title, used)
        table = replace(table, unit=table.unit or table.department)
        doubts = ["各行的预算金额不同，按同一项目读取，取第一个金额"] if "budget" in context.inferred else []
        tables.append(Found(_with_project(table, context, draft.header), inferred_in(used), doubts))
    return tables


def _projects(lines: list[Line], header: Header) -> list[tuple[Line, list[Line]]]:
    naming = [r for r in ("list.project_code", "list.project_name") if header.has(r)]
    groups: list[tuple[Line, list[Line]]] = []
    department = ""
    key: tuple[str, ...] | None = None
    for line in lines:
        named = tuple(squeeze(line.get(r)) for r in naming)
        own_department = line.get("list.department")
        if line.bare and not (line.own & {"level1", "level2"}) and not line.get("list.objectives"):
            if any(named):  # a unit's own row, or a project's row above its indicators
                department, key = line.get(naming[-1]), None
                pending = line
                groups.append((pending, []))
            continue
        if any(named) and (named != key or _of_another_unit(groups, line)):
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


def _of_another_unit(groups: list[tuple[Line, list[Line]]], line: Line) -> bool:
    """Two units may have projects of one name."""
    before, here = (squeeze(x.get("list.department")) for x in (groups[-1][0] if groups else line, line))
    return bool(before and here) and before != here


def _drop_empty(groups: list[tuple[Line, list[Line]]]) -> None:
    while groups and not groups[-1][1]:
        groups.pop()


def _complete(context: Line, line: Line) -> None:
    """Project fields printed on a later line of the project."""
    for role, text in line.texts.items():
        if role.startswith("list.") and text and not context.get(role):
            context.texts[role] = text
            if role in line.sources:
                context.sources[role] = line.sources[role]
        elif role == "list.budget_total" and role in line.own and amount(text) != amount(context.get(role)):
            context.inferred.add("budget")


def _with_project(table: Table, context: Line, header: Header) -> Table:
    """The table with the fields that its rows state of their project."""
    money = header.find("list.budget_total")
    money_unit = amount_unit(money.header) if money else None
    year = re.search(r"20\d\d", context.get("list.year"))
    objectives = split_items(context.get("list.objectives"))
    period = split_items(context.get("list.period_objectives"))
    code = context.get("list.project_code")
    sources = {role.removeprefix("list."): source for role, source in context.sources.items() if role.startswith("list.")}
    return replace(
        table,
        kind="project",
        cells={**table.cells, **sources},
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
