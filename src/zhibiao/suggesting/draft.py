"""A suggestion before it is judged: rows as fields, the words that say why, and how a blank would be filled to judge it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from zhibiao.features.direction import direction_of
from zhibiao.model.suggestion import Kind

BLANK = "＿"
Fields = Mapping[str, str | None]
KEYS = ("level1", "level2", "name", "description", "value", "basis")


@dataclass(frozen=True, slots=True)
class Draft:
    """fixed: its place among the drafts of its row is by what is wrong there, not by likeness. pattern: of what making it is."""

    kind: Kind
    rows: tuple[Fields, ...] = ()
    blanks: tuple[str, ...] = ()
    why: str = ""
    source: str | None = None
    text: str | None = None
    pattern: str = ""
    fixed: bool = True
    expected: float | None = None  # its score, where that is known without asking the models


_DATE = re.compile("＿月＿日|＿月(?:底|末)?")
_CHANGED = re.compile(r"下降|降低|缩短|减少|减轻|节约|改善|增长|增幅|提高|提升|占受益|支出比例|降幅|差错|误差|故障|返修|复发|损耗")
_AMOUNTS = {
    "%": "95",
    "‰": "2",
    "元": "300",
    "万元": "5",
    "年": "5",
    "天": "10",
    "小时": "4",
    "分钟": "30",
    "个工作日": "10",
    "人": "120",
    "人次": "1200",
}
_COUNTS = frozenset({"人", "人次", "元", "万元"})
_UNIT = re.compile(r"(?:≥|≤|=|<|>)?＿([^＿\d/÷，。]{0,4})")


def filled(fields: Fields, year: int | None, salt: int = 0) -> dict[str, str | None]:
    """The row as it would stand with fitting figures in its blanks: only for judging what the rest of it is worth. salt: counts of
    different rows are different numbers, for two rows with one figure might measure the same."""
    name = fields.get("name") or ""
    return {key: _filled(text, key, name, year, salt) if text else text for key, text in fields.items()}


def _filled(text: str, key: str, name: str, year: int | None, salt: int) -> str:
    if BLANK not in text:
        return text
    if key in ("basis", "standard"):
        return text.replace("《＿》（文号＿）", "《年度工作方案》").replace("《＿》", "《年度工作方案》").replace(BLANK, "32")
    text = _DATE.sub("11月20日", text)
    if text.startswith(BLANK) and "年" in text[:2]:
        text = f"{year or 2025}{text[1:]}"
    return _UNIT.sub(lambda found: found[0].replace(BLANK, _amount(found[1], found[0], name, key, salt)), text)


def _amount(unit: str, whole: str, name: str, key: str, salt: int) -> str:
    if key == "value" and unit.startswith("%"):
        if _CHANGED.search(name) or whole.startswith("≤") or direction_of(name) == "less":
            return "12" if whole.startswith("≥") else "2"
        return "96"
    for size in (3, 2, 1):
        if unit[:size] in _AMOUNTS:
            return str(int(_AMOUNTS[unit[:size]]) + (salt if unit[:size] in _COUNTS else 0))
    return str(26 + salt)
