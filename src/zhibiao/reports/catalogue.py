"""The catalogue of rules for programs and for docs/findings.md."""

from __future__ import annotations

from typing import Any

from zhibiao.reports.chinese_terms import SCOPE, SEVERITY
from zhibiao.rules.catalogue import catalogue


def catalogue_json() -> list[dict[str, Any]]:
    """One object a rule, in order of the codes."""
    rules = [(entry.rule, entry.family) for entry in catalogue().values()]
    return [
        {
            "code": rule.code,
            "name": rule.slug,
            "title": rule.title,
            "severity": rule.severity,
            "scope": rule.scope,
            "family": family,
            "message": rule.message,
            "basis": rule.basis,
        }
        for rule, family in rules
    ]


def catalogue_markdown(chinese: bool) -> str:
    """The table of docs/findings.md or docs/en/findings.md."""
    head = ("代码", "问题", "级别", "范围", "英文名") if chinese else ("Code", "Name", "Severity", "Scope", "In Chinese")
    lines = [head, ("---",) * len(head)]
    for one in catalogue_json():
        code, name, title = f"`{one['code']}`", f"`{one['name']}`", one["title"]
        if chinese:
            lines.append((code, title, SEVERITY[one["severity"]], SCOPE[one["scope"]], name))
        else:
            lines.append((code, name, one["severity"], one["scope"], title))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
