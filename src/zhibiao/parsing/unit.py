"""Whose document this is, and for which budget year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhibiao.model.document import Table
from zhibiao.parsing.narrative import Narrative
from zhibiao.parsing.year import (
    most_common_year,
    year_in_deadlines,
    year_in_file_name,
    year_in_grants,
    year_in_text,
    year_in_title,
    year_of_code,
)

_SEAL = re.compile(r"\s*[(（]\s*(?:盖章|公章|签章|加盖公章|章)\s*[)）]\s*$")
_CODE = re.compile(r"^\s*[\[【(（]?\d{3,12}[\]】)）]?\s*[-—_]?\s*")


def without_seal(text: str) -> str:
    """某某局（盖章） as 某某局."""
    return _SEAL.sub("", text)


def plain_unit(text: str | None) -> str | None:
    """A unit's name without its code, seal and 本级."""
    if not text:
        return None
    name = without_seal(_CODE.sub("", text.strip())).strip(" -—_")
    name = re.sub(r"(?<=.{3})(?:[(（]?本级[)）]?|[(（]汇总[)）])$", "", name)
    return name or None


def document_unit(narrative: Narrative, tables: Sequence[Table]) -> str | None:
    """The unit that the title or a 填报单位 line states, else the one department that all tables name."""
    if narrative.unit:
        return plain_unit(narrative.unit)
    for stated in ([t.unit for t in tables], [t.department for t in tables]):
        named = list(dict.fromkeys(u for text in stated if (u := plain_unit(text))))
        if len(named) == 1:
            return named[0]
    return None


def document_year(narrative: Narrative, tables: Sequence[Table], source: str) -> int | None:
    """The first of these that tells: title, table headings, codes, transfer notices, deadlines, file name, text."""
    if narrative.title and (year := year_in_title(narrative.title)) is not None:
        return year
    values = [text for t in tables for i in t.indicators for text in (i.value, i.name, i.description) if text]
    names = [text for t in tables for text in (t.project_name, t.title, *t.objectives) if text]
    for year in (
        most_common_year(t.year for t in tables),
        most_common_year(year_of_code(t.project_code) for t in tables),
        narrative.year,
        year_in_grants(names),
        year_in_deadlines(values),
        year_in_file_name(source.replace("\\", "/").rsplit("/", 1)[-1]),
        year_in_deadlines(names),
        year_in_text([narrative.overall_goal or ""]),
        year_in_text([text for t in tables for text in t.objectives]),
    ):
        if year is not None:
            return year
    return None
