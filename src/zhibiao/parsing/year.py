"""The budget year: stated in a title or field, else told by codes, deadlines and document numbers; None when open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from zhibiao.text.clean import squeeze

_TITLE_YEAR = re.compile(r"(?<!\d)(20[12345]\d)(?![〕\])】])(?:年度?|(?=\D{0,6}(?:预算|绩效)))")
_CODE_YEAR = re.compile(r"^\d{6}([123]\d)[0-9A-Z]{8,}$")
_DEADLINE = re.compile(r"(?<!\d)(20[12345]\d)[年.\-/](?:\d{1,2}[月.\-/]|底|内|春节|前)")
_GRANT = re.compile(r"(?:下达|安排|拨付|预算)[^\d]{0,8}(20[12345]\d)年")
_ANY_YEAR = re.compile(r"(?<!\d)(20[12345]\d)年")


def year_in_title(text: str) -> int | None:
    """The year that a title or table heading states."""
    word = squeeze(text)
    grants = _GRANT.search(word)
    if grants:
        return int(grants.group(1))
    found = _TITLE_YEAR.search(word)
    return int(found.group(1)) if found else None


def year_of_code(code: str | None) -> int | None:
    """The year in a project code: six digits of the region, then two of the year (13081123P… is 2023)."""
    found = _CODE_YEAR.match(code or "")
    year = 2000 + int(found.group(1)) if found else None
    return year if year is not None and 2012 <= year <= 2045 else None


def most_common_year(years: Iterable[int | None]) -> int | None:
    """The year that most say; the later one where two say the same often."""
    counts = Counter(y for y in years if y is not None)
    return max(counts, key=lambda y: (counts[y], y)) if counts else None


def year_in_deadlines(texts: Iterable[str]) -> int | None:
    """The year that deadlines name (2025年12月31日前)."""
    return most_common_year(int(y) for text in texts for y in _DEADLINE.findall(squeeze(text)))


def year_in_grants(texts: Iterable[str]) -> int | None:
    """The year of the money in a transfer notice's title (提前下达2025年…)."""
    return most_common_year(int(y) for text in texts for y in _GRANT.findall(squeeze(text)))


def year_in_text(texts: Iterable[str]) -> int | None:
    """The year that running text speaks of most."""
    return most_common_year(int(y) for text in texts for y in _ANY_YEAR.findall(squeeze(text)))


def year_in_file_name(name: str) -> int | None:
    """A year in the file's own name (2025年绩效目标.docx, 绩效目标2025.xlsx)."""
    years = [int(y) for y in re.findall(r"(?<!\d)(20[12345]\d)(?!\d)", name)]
    return years[-1] if len(set(years)) == 1 else None
