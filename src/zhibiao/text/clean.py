"""From a cell as typed to its text as meant: forced line breaks and blanks go, the author's own characters stay."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from zhibiao.text.traditional import TO_SIMPLIFIED

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_GONE = {ord(c): None for c in INVISIBLE}
_BLANK = re.compile(r"[ \t\u00a0\u2002-\u200a\u202f\u3000\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_UNTIDY = re.compile(rf"[{INVISIBLE}\r\n \t\u00a0\u2002-\u200a\u202f\u3000\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
CJK = HAN + r"\u3001-\u303f\uff01-\uff60\uffe0-\uffe6\u2018\u2019\u201c\u201d\u2026\u2014\u2460-\u2473"
_BETWEEN_CJK = re.compile(f"(?<=[{CJK}]) (?=[{CJK}])")
_CJK_AND_ASCII = re.compile(f"(?<=[{CJK}]) (?=[0-9A-Za-z≥≤<>=＞＜＝%~±])|(?<=[0-9A-Za-z%≥≤<>=～~]) (?=[{CJK}%])")
_AFTER_SIGN = re.compile(r"(?<=[≥≤<>=＞＜＝≧≦]) (?=[0-9])")
_SENTENCE_END = "。；;！？!?"
_ORDINAL = re.compile(r"\s*(?:[(（]?[0-9一二三四五六七八九十]{1,3}(?:[)）、．]|\.(?!\d))|[①-⑳])")  # 1.15万 is a number
_RUN_ON = re.compile(r"(?<=\S) +(?=\d{1,2}[.．、]\s*[^\d\s])")  # items run together: 1. … 2. …
_LATIN_WORD = re.compile(r"[A-Za-z,.;]$")


def _unchanged() -> str:
    """Han characters that have no simplified form, as ranges between those that have one."""
    bounds = [0x4DFF, *sorted(code for code in TO_SIMPLIFIED if 0x4E00 <= code <= 0x9FFF), 0xA000]
    return "".join(f"{chr(low + 1)}-{chr(high - 1)}" for low, high in pairwise(bounds) if high - low > 1)


_SQUEEZED = re.compile(f"[0-9A-Za-z%{_unchanged()}]*")  # what most cells hold: asked first, it spares five steps


@lru_cache(maxsize=1 << 14)
def squeeze(text: str) -> str:
    """The text for comparing: NFKC, simplified characters, without any blank; never shown to people."""
    if _SQUEEZED.fullmatch(text):
        return text
    return "".join(unicodedata.normalize("NFKC", text).translate(_GONE).translate(TO_SIMPLIFIED).split())


@lru_cache(maxsize=1 << 14)
def bare(text: str) -> str:
    """Squeezed, with one pair of Chinese or ASCII brackets only as NFKC has them, and no colon at the end."""
    return squeeze(text).strip(":;,、。·*")


def blanks(text: str) -> str:
    """Invisible characters gone, runs of blanks one blank, ends trimmed; line breaks stay."""
    if _UNTIDY.search(text) is None:  # most cells: one search instead of seven steps
        return text
    text = text.translate(_GONE).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(_BLANK.sub(" ", line).strip(" ") for line in text.split("\n")).strip("\n")


def _glue(left: str, right: str) -> str:
    """What a forced line break stood for: a blank between Latin words, nothing elsewhere."""
    if not left or not right:
        return ""
    if _LATIN_WORD.search(left) and right[0].isascii() and right[0].isalpha():
        return " "
    return ""


def join_lines(lines: list[str]) -> str:
    """Visual lines of one wrapped text put together again."""
    out = ""
    for line in lines:
        line = line.strip()
        if line:
            out += _glue(out, line) + line
    return out


def unforced(text: str) -> str:
    """Blanks that only the layout made (between Chinese characters, between them and digits) removed."""
    text = _BETWEEN_CJK.sub("", text)
    text = _CJK_AND_ASCII.sub("", text)
    return _AFTER_SIGN.sub("", text)


@lru_cache(maxsize=1 << 13)
def field(text: str, wrapped: bool) -> str:
    """A short field (name, value, code): one line, but an author's own paragraph after a full stop stays one.

    wrapped: the breaks are the layout's (pdf, flattened text), so blanks that it made go as well."""
    if not text:
        return ""
    tidy = blanks(text)
    if wrapped:
        return unforced(join_lines(tidy.split("\n")))
    if "\n" not in tidy:
        return tidy
    out = ""
    for line in tidy.split("\n"):
        if not line:
            continue
        if out and (out[-1] in _SENTENCE_END or _ORDINAL.match(line)):
            out += "\n" + line
        else:
            out += _glue(out, line) + line
    return out


@lru_cache(maxsize=1 << 12)
def passage(text: str, wrapped: bool) -> str:
    """A long text (objective, purpose): paragraphs kept, one to a line; wrapped lines joined at their ends."""
    text = blanks(text)
    if wrapped:
        text = _RUN_ON.sub("\n", text)
    lines = [line for line in text.split("\n") if line]
    if not wrapped:
        return "\n".join(lines)
    out: list[str] = []
    for line in lines:
        if out and not (_ORDINAL.match(line) or out[-1][-1] in _SENTENCE_END):
            out[-1] += _glue(out[-1], line) + line
        else:
            out.append(line)
    return "\n".join(unforced(line) for line in out)


def unspaced(text: str) -> str:
    """A level or label whose characters were set apart (产 出 指 标) as one word."""
    return "".join(text.translate(_GONE).split())


def width(text: str) -> int:
    """Columns that a text takes in a fixed-width layout: wide characters count two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
