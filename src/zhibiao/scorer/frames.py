"""Frames of pandas and polars: rows out of them, columns beside them. Neither library is imported: the frame brings its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import chain, islice
from typing import Any

from zhibiao.model.place import Place
from zhibiao.reading.blocks import Record
from zhibiao.reports.flat import JUDGED, told
from zhibiao.scoring.points import grade_of
from zhibiao.scoring.rows import Judged, in_need

_PART = 4096  # rows of a frame that are looked at together
_NO_FRAME = "score_frame 只接受 pandas 或 polars 的 DataFrame，收到的是 {kind}。"
_UNCLEAR = "数据的列名有重复，或者有几层，分不清哪一列是哪一项。请先改成一层、不重复的列名。"
_TAKEN = "数据里已经有 {names} 列，评判结果无处可放。请先把这些列改名或删去。"


def records_of(frame: Any) -> Iterator[Record]:
    """The rows in order, each with its number; a null cell says that the form has no such column."""
    library = type(frame).__module__.partition(".")[0]
    if library not in ("pandas", "polars") or not hasattr(frame, "columns"):
        raise TypeError(_NO_FRAME.format(kind=type(frame).__name__))
    if library == "pandas" and (frame.columns.nlevels > 1 or not frame.columns.is_unique):
        raise ValueError(_UNCLEAR)
    taken = [name for name in JUDGED if name in list(frame.columns)]
    if taken:
        raise ValueError(_TAKEN.format(names="、".join(taken)))
    return chain.from_iterable(_records(frame[start : start + _PART], start) for start in range(0, len(frame), _PART))


def _records(part: Any, before: int) -> Iterator[Record]:
    """Rows of a part of a frame: as objects they take more room than in it."""
    known = part.to_dicts() if hasattr(part, "to_dicts") else part.astype(object).where(part.notna(), None).to_dict("records")
    for number, row in enumerate(known, before + 1):
        yield Record({str(key): value if type(value) is str else _plain(value) for key, value in row.items()}, Place(row=number))


def columns_beside(frame: Any, lines: Iterable[Judged], height: int) -> Any:
    """A new frame: the old columns, and what was found."""
    columns: dict[str, list[Any]] = {name: [None] * height for name in JUDGED}
    coming = iter(lines)
    while part := list(islice(coming, _PART)):
        for line, needed in zip(part, in_need(part), strict=True):
            _fill(columns, line, needed)
    if type(frame).__module__.partition(".")[0] == "polars":
        return frame.hstack(type(frame)(columns))
    return frame.assign(**columns)


def _fill(columns: dict[str, list[Any]], line: Judged, needed: bool | None) -> None:
    at = (line.row.indicator.where.row or 0) - 1
    for letter, each in (line.letters or {}).items():
        columns[letter][at] = each.grade
    if line.score is not None:
        columns["score"][at], columns["grade"][at], columns["needs_review"][at] = line.score, grade_of(line.score), needed
    columns["category"][at] = line.row.category
    if line.findings:
        for name, said in told(line.findings).items():
            columns[name][at] = said


def _plain(value: Any) -> Any:
    """Python's own values: numpy's scalars and arrays know the way; a day that came from a workbook as a moment is a day again."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.tolist() if hasattr(value, "tolist") else value
