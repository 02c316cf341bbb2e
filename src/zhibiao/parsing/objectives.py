"""An objective cell as its items: 1. … 2. …, （1）…, ①…, 一、…, on lines of their own or run together."""

from __future__ import annotations

import re

from zhibiao.text.clean import passage

_DIGITS = "一二三四五六七八九十"
_STYLES = (
    re.compile(r"(?:(?<=^)|(?<=[\n\s。；;！!）)]))\s*(\d{1,2})\s*(?:[.．](?!\d)|．|、)\s*"),
    re.compile(r"(?:(?<=^)|(?<=[\n\s。；;：:！!，,）)]))\s*[(（](\d{1,2})[)）]\s*[、.]?\s*"),
    re.compile(r"(?:(?<=^)|(?<=[\n\s。；;：:！!]))\s*(\d{1,2})[)）]\s*"),
    re.compile(r"\s*([①-⑳])\s*[、.]?\s*"),
    re.compile(r"(?:(?<=^)|(?<=[\n\s。；;！!]))\s*([一二三四五六七八九十])[、.．]\s*"),
    re.compile(r"(?:(?<=^)|(?<=[\n\s。；;！!]))\s*[(（]([一二三四五六七八九十])[)）]\s*[、.]?\s*"),
)
_INLINE = re.compile(r"\s*[(（](\d{1,2})[)）]\s*[、.]?\s*")
_AT_LINE_START = re.compile(r"(?m)^\s*(\d{1,2})[.．]\s*")
_GOAL = re.compile(r"(?:(?<=^)|(?<=[\n。；;]))\s*(?=(?:年度|绩效)?目标\s*[1-9一二三四五六七八九]\s*[：:])")


def _number(mark: str) -> int:
    if mark.isdigit() and mark.isascii():
        return int(mark)
    if mark in _DIGITS:
        return _DIGITS.index(mark) + 1
    return ord(mark) - ord("①") + 1


def split_items(text: str, wrapped: bool = False) -> tuple[str, ...]:
    """The items in order, their ordinals dropped; a text without ordinals is one item."""
    tidy = passage(text, wrapped).strip()
    if not tidy:
        return ()
    goals = [part.strip() for part in _GOAL.split(tidy) if part.strip()]
    if len(goals) > 1:
        return tuple(goals)
    for style in _STYLES:
        marks = _in_order(style, tidy)
        if len(marks) == 1:  # (1)疏浚河道(2)清运淤泥 may have nothing between, 2.9月底前… may look like a decimal
            marks = max(marks, _in_order(_INLINE, tidy), _in_order(_AT_LINE_START, tidy), key=len)
        if marks:
            return _cut(tidy, marks)
    marks = _in_order(_AT_LINE_START, tidy)  # 1.15个乡镇… on one line and 2.全年… on the next are no decimals
    if len(marks) > 1:
        return _cut(tidy, marks)
    return (tidy,)


def _in_order(style: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The marks 1, 2, 3 … of one style in this order; a single mark counts only at the very beginning."""
    marks: list[re.Match[str]] = []
    for match in style.finditer(text):
        if _number(match.group(1)) == len(marks) + 1:
            marks.append(match)
    if not marks or (len(marks) == 1 and marks[0].start() > 0):
        return []
    if marks[0].start() > 0 and "\n" not in text[: marks[0].start() + 1] and len(text[: marks[0].start()]) > 80:
        return []  # numbers deep inside one running sentence are no items
    return marks


def _cut(text: str, marks: list[re.Match[str]]) -> tuple[str, ...]:
    ends = [m.start() for m in marks[1:]] + [len(text)]
    items = [text[: marks[0].start()].strip()]
    items += [text[m.end() : end].strip() for m, end in zip(marks, ends, strict=True)]
    return tuple(item for item in items if item)
