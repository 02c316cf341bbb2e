"""A rule's page: its module's docstring under fixed heads."""

from __future__ import annotations

HEADS = ("检查什么", "为何重要", "反例", "改为", "依据")


def sections(page: str) -> dict[str, str]:
    """Head → text; a head's text runs to the next head."""
    found: dict[str, str] = {}
    head = ""
    for line in page.strip().splitlines()[1:]:
        start, colon, rest = line.partition("：")
        if colon and start in HEADS:
            head = start
            found[head] = rest.strip()
        elif head and line.strip():
            found[head] += "\n" + line.strip()
    return found
