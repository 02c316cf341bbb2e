"""Traces that converters leave in text: tags, bookmarks, emphasis."""

from __future__ import annotations

import re

_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]|<!--.*?-->|\[\]\{#[^}]*\}")
_TAG = re.compile(r"</?(?:b|strong|i|em|u|span|font|p|sub|sup|div|center)(?:\s[^<>]*)?>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")  # any ASCII punctuation may stand behind it: 1\. as pandoc writes 1.
_HARD_BREAK = re.compile(r"\\(?:\n|$)")
_EMPTY = re.compile(r"^(?:NaN|nan|Unnamed: ?\d+(?:_level_\d+)?)$")  # what pandas writes for an empty cell
_ENTITY = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&amp;": "&", "&ge;": "≥", "&le;": "≤", "&quot;": '"'}


def without_marks(text: str) -> str:
    """The text without tags, bookmarks and escapes; <br> is a line break."""
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", _HARD_BREAK.sub("\n", text))
    if "[" in text or "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", _BOOKMARK.sub("", text)))
    if "**" in text or "__" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "&" in text:
        for entity, char in _ENTITY.items():
            text = text.replace(entity, char)
    return text


def cell_text(text: str) -> str:
    """A cell of a table that another tool wrote."""
    plain = without_marks(text).strip()
    return "" if _EMPTY.match(plain) else plain


def heading(line: str) -> tuple[int | None, str]:
    """(level, text) of a markdown heading, (None, line) of any other line."""
    found = _HEADING.match(line)
    return (len(found.group(1)), found.group(2)) if found else (None, line)
