"""Text → tokens that the grammar can see: numbers, units, signs, dates; what lies between is one token of other text."""

from __future__ import annotations

import re

from zhibiao.lexicon.comparisons import comparisons
from zhibiao.lexicon.units import longest, units
from zhibiao.text.measures.dates import DATE, EVERY, LIMIT
from zhibiao.text.numerals import ARABIC, HAN_NUMBER

Token = tuple[int, int, str]  # start, end, tag
OTHER = "O"
_SYMBOLS = "≥≤<>=≈±"
_BEFORE = "|".join(map(re.escape, comparisons("before")))
_AFTER = "|".join(map(re.escape, comparisons("after")))
_HAN = f"[{HAN_NUMBER}]"
# Each name is the token's tag; the order decides where two could begin at one place.
_ANCHORS = re.compile(
    rf"(?P<REF>《[^》]*》|[〔\[【(](?:19|20)\d\d年?[〕\]】)]年?第?\d{{1,5}}号)"
    rf"|(?P<DATE>{DATE})"
    rf"|(?P<EVERY>{EVERY})"
    rf"|(?P<LABEL>第[一二两三四五六七八九十百\d]+|(?:目标|指标|标准|附件|表)\d{{1,2}}(?=[::、]|$)|[一二三]公(?=经费)|十[二三四五六]五|[A-Za-z]+[-.]?\d[\d.\-]*|[〇一二三四五六七八九十]+[、.])"
    rf"|(?P<PCT>[百千万]分之(?:{ARABIC}|{_HAN}+(?:点{_HAN}+)?))"
    rf"|(?P<NUM>(?<![\w%‰)])-(?:{ARABIC})|{ARABIC})"
    rf"|(?P<CMP>{_BEFORE})"
    rf"|(?P<POST>{_AFTER})"
    rf"|(?P<HAN>{_HAN}+(?:点{_HAN}+)?)"
    rf"|(?P<RANGE>[-~—–]+|至|到|或者?)"
    rf"|(?P<PER>每(?:人|名|位|户|亩|家|次|场|个|台|套|平方米|公里|吨|村|校|生|辆|座|处|期|天|件))"
)
_LIMIT = re.compile(LIMIT)
_PER_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PER_WORD = re.compile(r"[一-鿿A-Za-z]{1,4}")
_MULTIPLIER = re.compile(r"[十百千万亿]{1,2}(?!级|元[^,。;、]*机构)")
_ALONE = frozenset({"次", "场", "场次", "期", "批", "批次", "届", "起", "轮", "遍"})  # 一次 is a count even inside a sentence, 一户 is not
_NOT_ONCE = ("性", "序", "第", "刻", "级", "要", "数", "等", "品")  # 一次性, 一期工程 aside


def tokens(text: str) -> list[Token]:
    """The whole text, token by token, without a gap."""
    out: list[Token] = []
    at = 0
    found = _ANCHORS.search(text)
    while found is not None:
        start, end, tag = found.start(), found.end(), found.lastgroup or OTHER
        if tag == "HAN" and not _is_number(text, start, end, out[-1] if out and out[-1][1] == start else None):
            found = _ANCHORS.search(text, end)
            continue
        if start > at:
            out.append((at, start, OTHER))
        at = _take(text, start, end, "NUM" if tag == "HAN" else tag, out)
        found = _ANCHORS.search(text, at)
    if at < len(text):
        out.append((at, len(text), OTHER))
    return out


def _take(text: str, start: int, end: int, tag: str, out: list[Token]) -> int:
    """The token and what belongs right behind it: a number's unit, a date's limit."""
    out.append((start, end, tag))
    if tag == "DATE":
        limit = _LIMIT.match(text, end)
        if limit:
            out.append((end, limit.end(), "LIMIT"))
            return limit.end()
    if tag in ("NUM", "PCT"):
        behind = end if tag == "PCT" else unit_end(text, end)
        if behind > end:
            out.append((end, behind, "UNIT"))
        cut = _per_end(text, behind) if behind > end else behind
        if cut > behind:
            out.append((behind, cut, "SLASH"))
        return cut
    return end


def unit_end(text: str, start: int) -> int:
    """Where a unit that begins at `start` ends, with its multiplier (万人, 千公里); `start` where there is none."""
    known = units()
    limit = min(len(text), start + longest())
    best = next((end for end in range(limit, start, -1) if text[start:end] in known), start)
    many = _MULTIPLIER.match(text, start)
    if many:
        behind = many.end()
        limit = min(len(text), behind + longest())
        best = max(best, next((end for end in range(limit, behind, -1) if text[behind:end] in known), behind))
    return best


def _per_end(text: str, start: int) -> int:
    """元/人·天, 次/10万人: a slash and the units behind it, or a noun of up to four characters; `start` where there is none."""
    end = start
    while end < len(text) and (text[end] == "/" or (end > start and text[end] in "·.*/")):
        many = _PER_NUMBER.match(text, end + 1)
        begin = many.end() if many else end + 1
        behind = unit_end(text, begin)
        if behind == begin:
            word = _PER_WORD.match(text, begin)
            if word is None:
                break
            behind = word.end()
        end = behind
    return end


def _is_number(text: str, start: int, end: int, before: Token | None) -> bool:
    """三次 and 至少一户 are numbers, 一体化 and 千家万户 are words: Chinese digits count with a unit behind or a sign before them."""
    word = text[start:end]
    if word[0] in "万亿零" or not any(c in "一二两三四五六七八九十百千半壹贰叁肆伍陆柒捌玖拾" for c in word):
        return False
    signed = before is not None and before[2] in ("CMP", "EVERY", "RANGE", "PER")
    behind = unit_end(text, end)
    if behind == end:
        return signed and end == len(text) and len(word) > 1
    if text[behind : behind + 1] in _NOT_ONCE:
        return False
    whole = start == 0 or text[start - 1] in ",;:、。( " or (before is not None and before[2] != OTHER)
    closing = behind == len(text) or text[behind] in ",;、。) " or text.startswith(tuple(comparisons("after")), behind)
    if word in ("一", "百", "千", "十", "半"):
        return signed or text[end:behind] in _ALONE or (whole and closing)
    return signed or whole or closing or text[end:behind] in _ALONE
