"""A copied table in words."""

from __future__ import annotations

from zhibiao.model.report import Copy


def said(copy: Copy) -> str:
    """Which table is like which, and how far."""
    how = "，只换了项目自己的名词" if copy.masked else ""
    one, two = _place(copy.source, copy.table, copy.project_name), _place(copy.like_source, copy.like_table, copy.like_project)
    return f"{one}与{two}有{copy.share:.0%}的指标相同{how}。"


def _place(source: str, table: int, project: str | None) -> str:
    return f"{source} 表{table}" + (f"“{project}”" if project else "")
