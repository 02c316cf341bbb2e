"""Rows given as data (jsonl): one table per project, rows without a project together, ids kept."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from zhibiao.lexicon.headers import HEADERS
from zhibiao.lexicon.labels import LABELS
from zhibiao.model.document import INDICATOR_FIELDS, Indicator, Source, Table
from zhibiao.parsing.amounts import amount
from zhibiao.parsing.columns import role_of
from zhibiao.parsing.objectives import split_items
from zhibiao.parsing.rows import join_value
from zhibiao.reading.blocks import Record
from zhibiao.text.clean import blanks, squeeze

_HALVES = re.compile("[\ud800-\udfff]")  # halves of a character, which no encoding can write
_PROJECT = (
    "project_name",
    "project_code",
    "department",
    "budget_total",
    "budget_fiscal",
    "budget_other",
    "purpose",
    "objectives",
    "period_objectives",
    "year",
)
_Line = tuple[Record, dict[str, Any], dict[str, str]]  # its fields by role, further ones by header
_KEYS = frozenset((*INDICATOR_FIELDS, *_PROJECT, "id"))


def tables_from_records(records: Sequence[Record]) -> tuple[list[Table], list[str]]:
    """Consecutive rows of one project are one table, rows that name none share one; and doubts about what is no row of an indicator."""
    strange: list[int | None] = []
    tables = [_table(rows) for rows in _groups(records, strange)]
    return tables, _told(strange)


def tables_in_turn(records: Iterable[Record], most: int) -> Iterator[Table]:
    """The same one after another, for rows that are judged one by one: of rows without a project at most so many share a table."""
    return (_table(rows) for rows in _groups(records, [], most))


def _groups(records: Iterable[Record], strange: list[int | None], most: int | None = None) -> Iterator[list[_Line]]:
    """Rows of one table; strange: lines of records that are no row."""
    group: list[_Line] = []
    last: tuple[str, ...] | None = None
    for record in records:
        fields, extra = _understood(record.fields)
        if not any(role in fields for role in INDICATOR_FIELDS):
            strange.append(record.place.line)
            continue
        key = _key(fields)
        full = most is not None and len(group) >= most and not _text(fields.get("project_name"))
        if group and (key != last or full):
            yield group
            group = []
        group.append((record, fields, extra))
        last = key
    if group:
        yield group


def _key(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """What makes rows one table: their project, and where they name none, all that they say of it."""
    named = [fields.get(role) for role in ("department", "project_code", "project_name")]
    key = tuple([squeeze(_text(value) or "") if value is not None else "" for value in named])
    return key if any(key) else tuple([_text(fields[role]) or "" if fields.get(role) else "" for role in _PROJECT])


def project_of(record: Record) -> tuple[str, ...] | None:
    """What rows of one project share; None for a row that names no project."""
    fields, _ = _understood(record.fields)
    return _key(fields) if _text(fields.get("project_name")) else None


def _told(strange: Sequence[int | None]) -> list[str]:
    """Objects without a field of an indicator: some other JSON file, or keys that nobody knows."""
    if not strange:
        return []
    lines = "、".join(str(line) for line in strange[:20] if line)
    where = f"（第{lines}行{'等' if len(strange) > 20 else ''}）" if lines else ""
    return [f"有 {len(strange)} 个对象{where}没有指标的任何字段，未作为指标读取；字段名应为 name、value 等，或“三级指标”“指标值”等列名"]


def _understood(fields: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Keys by the contract's names or Chinese headers; unknown ones go to extra."""
    known: dict[str, Any] = {}
    extra: dict[str, str] = {}
    for key, value in fields.items():
        role = key if key in _KEYS else _role(key)
        if role is None or (role in known and known[role] is not None):
            if value is not None and _text(value):
                extra[key] = _text(value) or ""
        else:
            known[role] = value
            if role in ("sign", "unit") and _text(value):
                extra[key] = _text(value) or ""
    return known, extra


def _role(key: str) -> str | None:
    role = role_of(key)
    if role == "name?":
        return "name"
    if role in ("extra", "skip", None):
        label = LABELS.get(squeeze(key))
        return label.rstrip("~") if label and label.rstrip("~") in _PROJECT else None
    role = role.removeprefix("list.").rstrip("~?")
    return role if role in _KEYS or role in ("sign", "unit") else (HEADERS.get(squeeze(key)) and None)


def _text(value: object) -> str | None:
    """A field as text; numbers as written, lists joined."""
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None  # no number at all: what JSON and frames call NaN
    if value is None or isinstance(value, (dict, bool)):
        return None if value is None else json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, (list, tuple)):
        return "\n".join(t for item in value if (t := _text(item)))
    return blanks(str(value))


@lru_cache(maxsize=1 << 12)
def _clean(text: str) -> str:
    """Projects, levels, values and sources stand in row after row."""
    return blanks(_HALVES.sub("\ufffd", text) if _HALVES.search(text) else text)


def _number(value: object) -> float | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if math.isfinite(value) else None
    return amount(str(value)) if value else None


def _items(value: object) -> tuple[str, ...]:
    if isinstance(value, (list, tuple)):
        return tuple(t for item in value if (t := _text(item)))
    return split_items(_text(value) or "")


def _table(rows: list[_Line]) -> Table:
    first: dict[str, Any] = {}
    for _, fields, _ in rows:
        for key in _PROJECT:
            if fields.get(key) not in (None, "", []):
                first.setdefault(key, fields[key])
    columns = [role for role in INDICATOR_FIELDS if any(fields.get(role) is not None for _, fields, _ in rows)]
    year = _number(first.get("year"))
    code = _text(first.get("project_code"))
    return Table(
        kind="project",
        form="rows",
        columns=tuple(columns),
        project_code="".join(code.split()) if code else None,
        project_name=_text(first.get("project_name")),
        department=_text(first.get("department")),
        budget_total=_number(first.get("budget_total")),
        budget_fiscal=_number(first.get("budget_fiscal")),
        budget_other=_number(first.get("budget_other")),
        purpose=_text(first.get("purpose")),
        year=int(year) if year else None,
        objectives=_items(first.get("objectives")),
        period_objectives=_items(first.get("period_objectives")),
        indicators=tuple(_indicator(i, *row) for i, row in enumerate(rows, 1)),
        where=rows[0][0].place,
    )


def _indicator(row: int, record: Record, fields: dict[str, Any], extra: dict[str, str]) -> Indicator:
    texts = {role: _text(fields[role]) or None if fields.get(role) is not None else None for role in INDICATOR_FIELDS}
    if fields.get("sign") or fields.get("unit"):
        joined = join_value(_text(fields.get("sign")) or "", texts["value"] or "", _text(fields.get("unit")) or "")
        texts["value"] = joined or None
    return Indicator(
        row=row,
        **texts,
        extra=extra,
        id=fields.get("id"),
        unused=not texts["name"] and not texts["value"] and not texts["description"],
        where=record.place,
        cells={role: Source(str(fields[role]), record.place) for role in INDICATOR_FIELDS if fields.get(role) is not None},
    )
