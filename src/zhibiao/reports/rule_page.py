"""The page of one rule, for people: what, why, wrong, right, source."""

from __future__ import annotations

from zhibiao.reports.chinese_terms import SCOPE, SEVERITY
from zhibiao.rules.catalogue import Entry
from zhibiao.rules.page import sections


def rule_page(entry: Entry) -> str:
    """Text with a head line and the page's sections."""
    rule = entry.rule
    lines = [f"{rule.code} {rule.title}（{rule.slug}）", f"级别：{SEVERITY[rule.severity]}　范围：{SCOPE[rule.scope]}"]
    for head, text in sections(entry.page).items():
        lines += ["", head, *(f"  {line}" for line in text.splitlines())]
    return "\n".join(lines) + "\n"
