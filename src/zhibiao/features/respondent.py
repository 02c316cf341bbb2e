"""Whose satisfaction a row asks for, and whom the project serves (lexicon/respondents.tsv)."""

from __future__ import annotations

import re

from zhibiao.features.reading import Row, TableReading
from zhibiao.lexicon.patterns import listed
from zhibiao.lexicon.tables import rows

_GROUPS = tuple(sorted({row["group"] for row in rows("respondents")}))


def _patterns(role: str) -> dict[str, re.Pattern[str]]:
    words = {group: listed("respondents", group=group, role=role) for group in _GROUPS}
    return {group: re.compile("|".join(map(re.escape, found))) for group, found in words.items() if found}


# Those who do a project's work, and the staff of the unit that has the money: served only where the project says so itself
_WORKERS = ("承办", "职工", "人员", "基层", "执法")
_ANYBODY = re.compile("群众|居民|村民|市民|公众|百姓|受益|用户|服务对象")
_ASKED, _SERVED = _patterns("asked"), _patterns("served")


def asked(row: Row) -> tuple[str, tuple[int, int]] | None:
    """Group and place in the name of the one group asked; None where it names none, or several. 学员对教师的满意度 asks students."""
    text = row.name.text
    end = text.find("对")
    found = [
        (group, match.span()) for group, pattern in _ASKED.items() if (match := pattern.search(text, 0, end if end > 0 else len(text)))
    ]
    if any(group in _WORKERS for group, _ in found):
        found = [(group, span) for group, span in found if group in _WORKERS]
        found = [pair for pair in found if pair[0] != "人员"] or found  # 局机关工作人员: the narrower word says who
    return found[0] if len(found) == 1 and not _ANYBODY.search(text) else None


def served(table: TableReading, group: str) -> bool | None:
    """Whether the project has to do with a group; None where it does not say with whom."""
    if group in _WORKERS:
        return bool(_SERVED[group].search(table.about))
    others = "\n".join(
        row.name.text + row.description.text for row in table.rows if row.kind != "satisfaction" and row.category != "满意度"
    )
    text = table.about + "\n" + others
    if group in _SERVED and _SERVED[group].search(text):
        return True
    return False if any(pattern.search(table.about) for group, pattern in _SERVED.items() if group not in _WORKERS) else None
