"""Suggestions for people: one block each, what to write, what to fill in, why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.table import Table

from zhibiao.cli.console import Paper, shown
from zhibiao.model.suggestion import Suggestion
from zhibiao.reports.suggested import KINDS

_NONE = "这一行不必改。\n"
_FIELDS = (("二级指标", "level2"), ("名称", "name"), ("描述", "description"), ("指标值", "value"), ("依据", "basis"))


def suggest_table(found: Sequence[Suggestion], stream: TextIO) -> str:
    """The suggestions, best first."""
    if not found:
        return _NONE
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for number, one in enumerate(found, 1):
        score = "" if one.score is None else f"（填好后预计 {one.score:g} 分）"
        table.add_row(f"建议{number}", shown(f"{KINDS[one.kind]}{score}", "bold"))
        for row in one.rows:
            for label, key in _FIELDS:
                if row.get(key):
                    table.add_row(label, shown(row[key]))
        if one.blanks:
            table.add_row("请填", "、".join(one.blanks))
        table.add_row("理由", shown(one.why))
    return Paper(stream).render(table)
