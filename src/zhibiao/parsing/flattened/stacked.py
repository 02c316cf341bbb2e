"""Tables in plain pdf text: cell after cell, wrapped lines and cell borders both shown as line breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from zhibiao.lexicon.levels import is_level1, is_strict_level2, opens_level
from zhibiao.model.place import Place
from zhibiao.parsing.drafts import TITLE
from zhibiao.parsing.flattened.fragments import LINE, PAGE, PARA, SPACE, Fragment, HeaderSpan, headers_in
from zhibiao.parsing.flattened.habits import Habits, first_habits, header_widths, learned
from zhibiao.parsing.flattened.manners import manners_for
from zhibiao.parsing.flattened.segmenting import Cut, Segmenter, bigrams
from zhibiao.parsing.flattened.senses import kind_of
from zhibiao.parsing.flattened.shapes import lines_of, text_of
from zhibiao.parsing.head import label_role
from zhibiao.text.clean import squeeze

_FOOT = re.compile(r"^(?:填表人|填报人|填报日期|填表日期|审核人|单位负责人|联系人|联系电话|注|备注|说明)(?:[(（].{0,6}[)）])?[:：]")
_TITLE_START = re.compile(r"^\s*\d{1,3}\s*[.．、](?!\d)")
MOSTLY = 0.6
SAMPLE = 600  # fragments from which the habits of a table are learned: some three pages
ROUNDS = 3
JUMBLED = 5.5  # cost per row: text in the order of its cells costs 1 or 2, text by columns or by visual lines 8 and more
SHOWN = {"level1": "一级指标", "level2": "二级指标", "name": "三级指标", "description": "指标描述", "value": "指标值", "basis": "依据"}


@dataclass
class StackedTable:
    """One table as found in the text: its title lines, its head fragments, its data by page."""

    title: str
    title_line: int
    head: list[Fragment]
    header: HeaderSpan
    pages: list[list[Fragment]]
    cuts: list[list[Cut]] = field(default_factory=list)
    by_line: bool = False  # lines of the text are rows of the table
    rows: list[tuple[int, list[str]]] | None = None  # where something surer than sense and width told the rows
    odd: float = 0.0  # what the cut cost per row


def title_starts(lines: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first line, line behind, text) of every table title, also one that wraps over lines."""
    found: list[tuple[int, int, str]] = []
    i = 0
    while i < len(lines):
        text = lines[i].strip("\f ")
        taken = _title_from(lines, i) if _TITLE_START.match(text) or (TITLE.search(text) and text.endswith("表")) else None
        if taken is not None:
            found.append((i, *taken))
            i = taken[0]
        else:
            i += 1
    return found


def _title_from(lines: Sequence[str], i: int) -> tuple[int, str] | None:
    text = ""
    for k in range(i, min(i + 7, len(lines))):
        piece = lines[k].strip("\f ")
        if not piece:
            continue
        if k > i and (_TITLE_START.match(piece) or len(text) > 160):
            return None
        text += piece
        if "。" in text or "一级指标" in text:
            return None
        if TITLE.search(squeeze(text)) and text.endswith("表"):
            return k + 1, text
    return None


def tables_in(lines: Sequence[str], fragments: Sequence[Fragment]) -> list[StackedTable]:
    """Tables by their headers; a header without a title or labels before it repeats the one before."""
    titles = title_starts(lines)
    spans = headers_in(fragments)
    tables: list[StackedTable] = []
    for k, span in enumerate(spans):
        floor = spans[k - 1].stop if k else 0
        stop = spans[k + 1].start if k + 1 < len(spans) else len(fragments)
        line = fragments[span.start].line
        title = next((t for t in reversed(titles) if t[0] <= line and (not k or t[0] > fragments[spans[k - 1].start].line)), None)
        head_from = _head_start(fragments, floor, span.start, title)
        data = _without_foot(fragments[span.stop : stop])
        by_line = all(f.before == SPACE for f in fragments[span.start + 1 : span.stop]) and _rows_are_lines(data)
        data = _parted(whole_levels(data) if by_line else data)
        if title is None and head_from == span.start and tables and span.roles == tables[-1].header.roles:
            tables[-1].pages.append(data)
            continue
        if tables and tables[-1].pages:
            _cut_tail(tables[-1], head_from - floor)
        head = [f for f in fragments[head_from : span.start] if title is None or f.line >= title[1]]
        name, first = (title[2], title[0]) if title else ("", _line(fragments, head_from))
        tables.append(StackedTable(name, first, head, span, [data], by_line=by_line))
    for table in tables:
        table.pages = [part for page in table.pages for part in _by_page(page)]
    return tables


def _without_foot(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Data up to 填表人：…"""
    foot = next((k for k, f in enumerate(fragments) if f.before != SPACE and _FOOT.match(f.text)), len(fragments))
    return list(fragments[:foot])


def _rows_are_lines(data: Sequence[Fragment]) -> bool:
    """Most lines hold several cells; where every cell has its lines, a quarter of them at the most has a blank."""
    pieces = Counter(f.line for f in data)
    return bool(pieces) and sum(count > 1 for count in pieces.values()) >= MOSTLY * len(pieces)


def _parted(data: Sequence[Fragment]) -> list[Fragment]:
    """Where no blank lines part the cells, a line break is a border as well as a wrap."""
    if any(f.before == PARA for f in data[1:]):
        return list(data)
    return [replace(f, before=PARA) if f.before == LINE else f for f in data]


def whole_levels(fragments: Sequence[Fragment]) -> list[Fragment]:
    """A level's last characters, alone on the line below its row (服务对象满意 … / 度), go back to it."""
    out: list[Fragment] = []
    for k, f in enumerate(fragments):
        alone = f.before == LINE and len(f.text) <= 4 and (k + 1 == len(fragments) or fragments[k + 1].before != SPACE)
        level = next((n for n, g in enumerate(out) if alone and g.line == f.line - 1 and _completes(g.text, f.text)), None)
        if level is None:
            out.append(f)
        else:
            out[level] = replace(out[level], text=out[level].text + f.text)
    return out


def _completes(text: str, rest: str) -> bool:
    known = (is_level1, is_strict_level2)
    return opens_level(text) and any(level(text + rest) for level in known) and (rest == "标" or not any(level(text) for level in known))


def _line(fragments: Sequence[Fragment], i: int) -> int:
    return fragments[min(i, len(fragments) - 1)].line


def _head_start(fragments: Sequence[Fragment], floor: int, stop: int, title: tuple[int, int, str] | None) -> int:
    """Where the head of a table begins: at its title, else at its first label."""
    if title is not None:
        return next((i for i in range(floor, stop) if fragments[i].line >= title[0]), stop)
    for i in range(floor, stop):
        if fragments[i].before != SPACE and label_role(fragments[i].text, {}) in ("project_name", "project_code"):
            return i
    return stop


def _cut_tail(table: StackedTable, size: int) -> None:
    """The last table's data ends where the next one's head begins."""
    table.pages[-1] = table.pages[-1][: max(0, size)]


def _by_page(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Data parted where a page begins in it."""
    parts: list[list[Fragment]] = []
    for f in fragments:
        if not parts or (f.before == PAGE and parts[-1]):
            parts.append([])
        parts[-1].append(f)
    return parts or [[]]


def segment(tables: Sequence[StackedTable], joints: Set[str] = frozenset()) -> None:
    """Cut all tables of a text; tables with the same header have the same habits, which are learned from the cuts themselves.

    joints: pairs of characters that stand together elsewhere in the text."""
    by_roles: dict[tuple[str, ...], list[StackedTable]] = {}
    for table in tables:
        by_roles.setdefault(table.header.roles, []).append(table)
    for group in by_roles.values():
        header = group[0].header
        kinds = [kind_of(role, word) for role, word in zip(header.roles, header.words, strict=True)]
        habits = _habits_of(kinds, group, joints)
        for table in group:
            segmenter = Segmenter(kinds, habits, joints)
            table.cuts = _cut_pages(segmenter, table.pages)
            table.odd = segmenter.cost / max(1, sum(len(cuts) for cuts in table.cuts))


def _habits_of(kinds: Sequence[str], group: Sequence[StackedTable], joints: Set[str]) -> Habits:
    """The habits under which the tables cut best: for each manner the text may have, cut and learned from in turn."""
    sample: list[list[list[Fragment]]] = []  # of each table the pages; a long text shows its habits early
    size = 0
    for table in group:
        if size < SAMPLE:
            pages = [page[:SAMPLE] for page in table.pages]
            sample.append(pages[: 1 + SAMPLE // max(1, len(pages[0]))])
            size += sum(len(page) for page in sample[-1])
    flat = [page for pages in sample for page in pages]
    best, lowest = Habits(), float("inf")
    for manner in manners_for([f for page in flat for f in page[1:]]):
        habits = first_habits(kinds, flat, manner, header_widths(group[0].header.lines))
        for _ in range(ROUNDS):
            segmenter = Segmenter(kinds, habits, joints)
            cells = [
                [page[i:j] for i, j in cut.spans]
                for pages in sample
                for page, cuts in zip(pages, _cut_pages(segmenter, pages), strict=True)
                for cut in cuts
            ]
            better = learned(habits, kinds, cells)
            if better == habits:
                break
            habits = better
        segmenter = Segmenter(kinds, habits, joints)
        for pages in sample:
            _cut_pages(segmenter, pages)
        if segmenter.cost < lowest:
            best, lowest = habits, segmenter.cost
    return best


def _cut_pages(segmenter: Segmenter, pages: Sequence[Sequence[Fragment]]) -> list[list[Cut]]:
    """Page after page; each knows the last row of the one before, which it may go on with."""
    cuts: list[list[Cut]] = []
    before: list[list[str]] | None = None
    for k, page in enumerate(pages):
        rows = segmenter.rows(page, before, k + 1 < len(pages))
        cuts.append(rows)
        if rows:
            before = [lines_of(page[i:j]) for i, j in rows[-1].spans]
    return cuts


def inferred_cells(table: StackedTable) -> list[str]:
    """Rows and columns whose border nothing but sense and width shows: a blank line that may be a wrap or a border."""
    if table.rows is not None:
        return []
    out: list[str] = []
    number = 0
    for page, cuts in zip(table.pages, table.cuts, strict=True):
        for cut in cuts:
            number += not cut.rest
            names = []
            for role, (i, j) in zip(table.header.roles, cut.spans, strict=True):
                if i < j < len(page) and page[j].before == PARA and role not in ("level1", "level2"):
                    names.append(SHOWN.get(role, role))
            if names:
                out.append(f"第{number}行（{'、'.join(names)}）")
    return out


def is_jumbled(table: StackedTable) -> bool:
    """Whether the text hardly stands in the order of the cells, as tools give it that read column after column."""
    return table.odd > JUMBLED


def data_rows(table: StackedTable) -> tuple[list[list[str]], list[int]]:
    """Texts of the cells of all rows, rows cut by page breaks put together, and the line where each begins."""
    if table.rows is not None:
        return [texts for _, texts in table.rows], [line for line, _ in table.rows]
    rows: list[list[str]] = []
    lines: list[int] = []
    for page, cuts in zip(table.pages, table.cuts, strict=True):
        for cut in cuts if page else ():
            texts = [text_of(page[i:j]) for i, j in cut.spans]
            if cut.rest and rows:
                rows[-1] = ["\n".join(part for part in pair if part) for pair in zip(rows[-1], texts, strict=True)]
                continue
            rows.append(texts)
            lines.append(page[min(cut.spans[0][0], len(page) - 1)].line)
    return rows, lines


def head_rows(fragments: Sequence[Fragment]) -> tuple[list[list[str]], list[str], list[str]]:
    """(label and value rows, lines before the first label, doubts) of a head whose cells run together."""
    labels = _labels(fragments)
    first = labels[0][0] if labels else len(fragments)
    loose = _as_lines(fragments[:first])
    rows: list[list[str]] = []
    doubts: list[str] = []
    purpose = any(role == "budget&purpose" for _, _, role, _ in labels)
    k = 0
    while k < len(labels):
        _, j, role, label = labels[k]
        if role == "period":
            periods = [label]
            while k + 1 < len(labels) and labels[k + 1][2] == "period" and labels[k + 1][0] == labels[k][1]:
                k += 1
                periods.append(labels[k][3])
            stop = labels[k + 1][0] if k + 1 < len(labels) else len(fragments)
            rows += _plan_rows(periods, [f.text for f in fragments[labels[k][1] : stop]], doubts)
        else:
            stop = labels[k + 1][0] if k + 1 < len(labels) else len(fragments)
            rows += _pair_rows(role, label, fragments[j:stop], purpose)
        k += 1
    return rows, loose, doubts


def _labels(fragments: Sequence[Fragment]) -> list[tuple[int, int, str, str]]:
    """(start, stop, role, label) of labels, the longest first, also wrapped ones."""
    found: list[tuple[int, int, str, str]] = []
    i = 0
    while i < len(fragments):
        for k in (5, 4, 3, 2, 1):
            if i + k > len(fragments):
                continue
            word = "".join(f.text for f in fragments[i : i + k])
            role = label_role(word, {})
            if role in (None, "amount_column", "year", "note", "actual") or (len(squeeze(word)) < 3 and role != "period"):
                continue
            found.append((i, i + k, role or "", word))
            i += k
            break
        else:
            i += 1
    return found


def _plan_rows(periods: list[str], values: list[str], doubts: list[str]) -> list[list[str]]:
    if 0 < len(values) < len(periods):
        doubts.append(f"资金支出计划有 {len(periods)} 个时点，只读到 {len(values)} 个数，按最后 {len(values)} 个时点填入")
        values = [""] * (len(periods) - len(values)) + values
    return [["资金支出计划", *periods], ["", *values[: len(periods)]]]


def _pair_rows(role: str, label: str, value: Sequence[Fragment], purpose: bool) -> list[list[str]]:
    """A label with its value; behind the last money label of a Hebei head stands the purpose."""
    if role == "budget_other" and purpose and value:
        number = value[0].text if re.fullmatch(r"-?[\d,]+(?:\.\d+)?", value[0].text) else ""
        rest = value[1:] if number else value
        return [[label, number], *([["资金用途", text_of(rest)]] if rest else [])]
    if role in ("budget", "budget&purpose", "spending_plan") and not value:
        return []
    return [[label, text_of(value)]]


def _as_lines(fragments: Sequence[Fragment]) -> list[str]:
    lines: list[str] = []
    for f in fragments:
        if lines and f.before == SPACE:
            lines[-1] += "  " + f.text if "单位" in f.text else " " + f.text
        else:
            lines.append(f.text)
    return lines


def place_of(place: Place, line: int, table: int) -> Place:
    """The place of a table that begins at a line."""
    return Place(page=place.page, line=(place.line or 1) + line, table=table)


def joints_of(fragments: Sequence[Fragment]) -> frozenset[str]:
    """Pairs of Chinese characters inside the pieces of a text."""
    return frozenset(pair for f in fragments for pair in bigrams(f.text) if len(pair) == 2 and all("一" <= x <= "鿿" for x in pair))
