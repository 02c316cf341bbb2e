"""The catalogue for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from rich.table import Table

from zhibiao.cli.console import COLOURS, Paper, shown
from zhibiao.reports.chinese_terms import SCOPE, SEVERITY


def rules_table(entries: Sequence[dict[str, Any]], stream: TextIO) -> str:
    """One line a rule."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for head in ("代码", "问题", "级别", "范围", "英文名"):
        table.add_column(head, no_wrap=True)
    for one in entries:
        severity = shown(SEVERITY[one["severity"]], COLOURS[one["severity"]])
        table.add_row(one["code"], one["title"], severity, SCOPE[one["scope"]], one["name"])
    return Paper(stream).render(table)
