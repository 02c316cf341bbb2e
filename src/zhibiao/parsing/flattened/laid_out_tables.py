"""Where tables begin and end in layout text: titles and labels above a header, data below it, page by page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhibiao.parsing.drafts import TITLE
from zhibiao.parsing.flattened.laid_out import LaidOutHeader, LaidOutPage, LaidOutTable, find_header, pieces_of
from zhibiao.parsing.head import inline_label, label_role

_NEW = re.compile(r"^\s*(?:\d{1,3}\s*[.．、](?!\d)|附件|第[一二三四]部分|[一二三四五六七八九十]、)")
_FOOT = re.compile(r"^\s*(?:填表人|填报人|备注[:：]|注[:：]|说明[:：]|联系人|单位负责人|填报日期|填表日期|\(?[(（]?盖章)")
_PAGE_NUMBER = re.compile(r"^\s*(?:[-—–－]{1,2}\s*)?\d{1,4}(?:\s*[-—–－]{1,2})?\s*$|^\s*第\s*\d+\s*页.*$|^\s*\d+\s*/\s*\d+\s*$")
_BUDGET_UNIT = re.compile(r"^\s*(?:(?!20\d\d\s*年)\d{3,9}\s*[一-鿿]{2}|填报单位|单位[:：])")
_TITLE_END = re.compile(r"^(?:[绩效目标情况自评申报]{0,8}表)(?:[（(]\d{4}年度?[）)])?$")  # what of a long title fell on its second line


def laid_out_tables(lines: Sequence[str]) -> list[LaidOutTable]:
    """All tables; a header that no title or label precedes repeats the one before on a new page."""
    headers = _headers(lines)
    tables: list[LaidOutTable] = []
    for k, header in enumerate(headers):
        floor = headers[k - 1].last + 1 if k else 0
        stop = headers[k + 1].first if k + 1 < len(headers) else len(lines)
        head_from = _head_from(lines, floor, header.first)
        data = LaidOutPage(header.last + 1, _data_end(lines, header.last + 1, stop), header)
        if head_from == header.first and tables and header.roles == tables[-1].header.roles:
            tables[-1].pages.append(data)
            continue
        if tables and tables[-1].pages:
            tables[-1].pages[-1].stop = min(tables[-1].pages[-1].stop, head_from)
        tables.append(LaidOutTable(header, head_from, [data]))
    for table in tables:
        table.pages = [part for page in table.pages for part in _by_page(lines, page)]
    return tables


def _headers(lines: Sequence[str]) -> list[LaidOutHeader]:
    found: list[LaidOutHeader] = []
    i = 0
    while i < len(lines):
        header = find_header(lines, i)
        if header is not None:
            found.append(header)
            i = header.last
        i += 1
    return found


def _head_from(lines: Sequence[str], floor: int, stop: int) -> int:
    """The line of the title, else of the first label, above a header; the header itself where there is neither."""
    best = stop
    for i in range(stop - 1, floor - 1, -1):
        text = lines[i].strip("\f ")
        if not text:
            continue
        if TITLE.search(text) and text.endswith(("表", "）")) and len(text) < 80:
            return _title_from(lines, i, floor)
        if _TITLE_END.match(text) and i > floor and TITLE.search(lines[i - 1].strip() + text):
            return _title_from(lines, i, floor) if _NEW.match(lines[i - 1]) is None else i - 1
        pieces = pieces_of(lines[i], i)
        named = any(_labels(p.text) & {"project_name", "project_code", "department"} for p in pieces)
        if named or (best - 3 <= i and best < stop and _BUDGET_UNIT.match(text)):
            best = i
        elif i == best - 1 and _NEW.match(lines[i]) and len(pieces) == 1:
            best = i  # 一、某某中心 above its labels
    return best


def _labels(text: str) -> set[str]:
    """The roles of the labels in a piece, which may hold their values too."""
    inline = inline_label(text, {})
    return {inline[0]} if inline else {role for word in text.split() if (role := label_role(word, {}))}


def _title_from(lines: Sequence[str], i: int, floor: int) -> int:
    """A title that wraps begins at its ordinal, some lines above."""
    for k in range(i, max(floor, i - 3) - 1, -1):
        if _NEW.match(lines[k].strip("\f")):
            return k
        if k < i and not lines[k].strip():
            break
    return i


def _data_end(lines: Sequence[str], start: int, stop: int) -> int:
    for i in range(start, stop):
        text = lines[i].replace("\f", "")
        pieces = pieces_of(text, i)
        if _FOOT.match(text) or (_NEW.match(text) and len(pieces) == 1 and not text.startswith("    ")):
            return i
    return stop


def _by_page(lines: Sequence[str], page: LaidOutPage) -> list[LaidOutPage]:
    """The range parted at form feeds: only its first page stands under the header; page numbers are left out."""
    parts: list[LaidOutPage] = []
    first, header = page.start, page.header
    for i in range(page.start, page.stop):
        if lines[i].startswith("\f") and i > first:
            parts.append(LaidOutPage(first, i, header))
            first, header = i, None
    parts.append(LaidOutPage(first, page.stop, header))
    for part in parts:
        while part.stop > part.start and (not lines[part.stop - 1].strip("\f ") or _PAGE_NUMBER.match(lines[part.stop - 1].strip("\f"))):
            part.stop -= 1
    return [part for part in parts if part.stop > part.start]
