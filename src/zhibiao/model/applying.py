"""A suggestion put into its document; every type is frozen, so what comes out is another document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from zhibiao.model.document import Document, Indicator, Table
from zhibiao.model.suggestion import Suggestion

_NO_PLACE = "这条建议没有说明属于哪张表，不能写进文件；请使用这份文件的报告中的建议。"
_NO_TABLE = "建议属于第{table}张表，文件“{source}”只有{count}张表；请使用这份文件的报告中的建议。"
_NO_ROW = "建议属于第{table}张表的第{row}行，表中没有这一行；请使用这份文件的报告中的建议。"


def applied(document: Document, suggestion: Suggestion) -> Document:
    """Rows change where the suggestion stands; new rows come behind the last one of their category; a text takes the objectives' place."""
    number = suggestion.table
    if number is None:
        raise ValueError(_NO_PLACE)
    if not 1 <= number <= len(document.tables):
        raise ValueError(_NO_TABLE.format(table=number, source=document.source, count=len(document.tables)))
    changed = _changed(document.tables[number - 1], suggestion)
    tables = (*document.tables[: number - 1], changed, *document.tables[number:])
    return replace(document, tables=tables)


def _changed(table: Table, suggestion: Suggestion) -> Table:
    if suggestion.kind == "objective":
        return replace(table, objectives=tuple((suggestion.text or "").split("\n")))
    if suggestion.kind == "add":
        return replace(table, indicators=_numbered(_added(table.indicators, suggestion)))
    for place, indicator in enumerate(table.indicators):
        if indicator.row == suggestion.row:
            rows = tuple(_written(indicator, fields) for fields in suggestion.rows)
            return replace(table, indicators=_numbered((*table.indicators[:place], *rows, *table.indicators[place + 1 :])))
    raise ValueError(_NO_ROW.format(table=suggestion.table, row=suggestion.row))


def _written(indicator: Indicator, fields: Mapping[str, str | None]) -> Indicator:
    """The fields of a suggestion in place of the author's."""
    given: dict[str, Any] = {
        key: fields[key] for key in ("level1", "level2", "name", "description", "value", "basis", "standard") if key in fields
    }
    return replace(indicator, unused=False, **given)


def _added(indicators: tuple[Indicator, ...], suggestion: Suggestion) -> tuple[Indicator, ...]:
    out = list(indicators)
    for fields in suggestion.rows:
        same = [place for place, one in enumerate(out) if one.level2 == fields.get("level2")]
        blank = next((place for place in same if out[place].unused), None)
        if blank is not None:
            out[blank] = _written(out[blank], fields)
        else:
            out.insert(same[-1] + 1 if same else len(out), _written(Indicator(row=0), fields))
    return tuple(out)


def _numbered(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Printed lines count from 1 again."""
    return tuple(one if one.row == number else replace(one, row=number) for number, one in enumerate(indicators, 1))
