"""The rest of a row that a page break cut: any columns, in order, each going on where its first half stopped."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from zhibiao.lexicon.levels import is_level1, is_strict_level2
from zhibiao.parsing.flattened.fragments import Fragment
from zhibiao.parsing.flattened.habits import Habits
from zhibiao.parsing.flattened.senses import FORBIDDEN, LEVELS, NO_END, NO_START, UNITS, VALUE_LIKE, is_unit
from zhibiao.parsing.flattened.shapes import LONGEST, Run, room_left, runs

REST_CELL = 0.8
_WORDS = "日前 月底 季度 年度 以上 以下 以内 作日 时间 数量 情况 人员 人数 资金 工程 标准 方案 计划 文件 通知 办法 规定 比例 覆盖"
_WORD_PAIRS = frozenset(word[k : k + 2] for word in UNITS for k in range(len(word) - 1)) | frozenset(_WORDS.split())
_LAST_UNIT = re.compile(r"\d([^\d，、；]{0,6})$")

Spans = tuple[tuple[int, int], ...]


def rests(
    kinds: Sequence[str], habits: Habits, fragments: Sequence[Fragment], before: Sequence[Sequence[str]], named: Set[int]
) -> dict[int, tuple[float, Spans]]:
    """For every length the cheapest rest of the row whose cells had these lines on the page before."""
    reach = min(len(fragments), LONGEST)
    table: list[dict[int, tuple[float, Spans]]] = [{0: (0.0, ())}]
    for c, kind in enumerate(kinds):
        row: dict[int, tuple[float, Spans]] = {}
        known = habits.widths[c] if habits.widths else None
        for i, (cost, spans) in table[c].items():
            _keep(row, i, cost, (*spans, (i, i)))
            for run in runs(fragments, i, known, reach, habits.manner.inside):
                here = cost + _rest_cell(kind, known.limit if known and known.wraps else None, fragments, i, run, before[c], named)
                if here < FORBIDDEN:
                    _keep(row, run.stop, here, (*spans, (i, run.stop)))
        table.append(row)
    return {i: found for i, found in table[len(kinds)].items() if i > 0}


def _rest_cell(
    kind: str, limit: float | None, fragments: Sequence[Fragment], i: int, run: Run, before: Sequence[str], named: Set[int]
) -> float:
    text = run.text
    cost = REST_CELL + run.cost
    whole = "".join(before)
    if kind in LEVELS:
        known = is_level1 if kind == "level1" else is_strict_level2
        return cost if whole and known(whole + text) else FORBIDDEN
    if any(k in named for k in range(i, run.stop)):
        return FORBIDDEN
    if not before:
        return cost + 1.0  # a centred cell may stand wholly on the second page
    if limit is not None and room_left(before[-1], fragments[i].text, limit) > 1:
        cost += 3.0
    if whole[-1].isascii() and text[0].isascii() and whole[-1].isalnum() and text[0].isalnum():
        cost -= 0.7
    if kind == "value" and _longer_unit(whole, text):
        return cost - 1.5
    if whole[-1] in "。》〉" or (kind == "value" and (VALUE_LIKE.match(text) or _whole_value(whole))):
        cost += 1.5
    opened = sum(whole.count(x) for x in "（(《〔【") - sum(whole.count(x) for x in "）)》〕】")
    if opened > 0 and any(x in text for x in "）)》〕】"):
        cost -= 1.5
    if whole[-1] + text[0] in _WORD_PAIRS:
        cost -= 1.0
    if (whole[-1].isdigit() and not text[0].isdigit()) or whole[-1] in NO_END or text[0] in NO_START:
        cost -= 1.0
    return cost


def _whole_value(text: str) -> bool:
    """A number with its unit, or a date, which hardly goes on."""
    return bool(VALUE_LIKE.match(text)) and (
        text.endswith(("%", "百分比", "前", "底", "日内")) or any(text.endswith(unit) for unit in UNITS)
    )


def _longer_unit(text: str, rest: str) -> bool:
    """60 分 | 钟: the rest makes the unit behind the last number a longer one."""
    unit = _LAST_UNIT.search(text)
    return unit is not None and is_unit(unit.group(1) + rest)


def _keep(row: dict[int, tuple[float, Spans]], i: int, cost: float, spans: Spans) -> None:
    if i not in row or cost < row[i][0]:
        row[i] = (cost, spans)
