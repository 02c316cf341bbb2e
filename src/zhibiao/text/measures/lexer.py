"""Text → tokens that the grammar can see: numbers, units, signs, dates; what lies between is one token of other text.

Numbers and dates are looked for; signs, units, limits and dashes count only where they stand beside one."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.comparisons import comparisons
from zhibiao.lexicon.tables import rows
from zhibiao.lexicon.units import by_beginning, units
from zhibiao.text.measures.anchors import Token, anchor
from zhibiao.text.measures.dates import LIMIT
from zhibiao.text.numerals import DIGITS, HAN_NUMBER

OTHER = "O"
_TIGHT = {  # after-words that also begin other words: 5个内部, 3个多功能厅
    "内": "内(?![部容科控审设外涝河镜存置饰衣陆湖蒙])",
    "上下": "上下(?![水级游班联])",
    **{word: f"{word}(?=$|[,;、。)])" for word in "余多许≥≤"},
}
_AFTER = re.compile(
    r"\(含[^()]{1,8}\)(?:及?以上|及?以下|以内)|" + "|".join(_TIGHT.get(word) or re.escape(word) for word in comparisons("after"))
)
_RANGE = re.compile(r"[-~—–]+|至|到|或者?")
_LIMIT = re.compile(LIMIT)
_PER_BEFORE = re.compile(r"每(?:人|名|位|户|亩|家|次|场|个|台|套|平方米|公里|吨|村|校|生|辆|座|处|期|天|件)$")
_PER_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_PER_WORD = re.compile(r"[一-鿿A-Za-z]{1,4}")
_STRANGE_UNIT = re.compile(r"[A-Za-zμµΩ][A-Za-zμµΩ0-9²³/·%]{0,9}(?![A-Za-z0-9])")
_MULTIPLIER = re.compile(r"[十百千万亿]{1,2}(?!级|元[^,。;、]*机构)")
_MORE = "余多"  # 1200余人, 1.2万多户
_NUMBERS = frozenset({"NUM", "PCT", "RATIO", "FRAC"})
_SIGNABLE = _NUMBERS | {"HAN", "DATE"}
_UPPER_BOUNDS = frozenset(word for word, sign in comparisons("before").items() if sign in ("≤", "<"))  # what a date can bear before it
_SIGNED = frozenset({"CMP", "EVERY", "RANGE"})
_PREPOSITIONS = frozenset({"为", "是"})  # at the head of a clause: 为148名老人提供服务
_PART_OF = {"超": ("彩", "B", "b")}  # the word's last character: 彩超1台 is no more than one
_NEVER: frozenset[str] = frozenset()
_ALONE = frozenset({"次", "场", "场次", "期", "批", "批次", "届", "起", "轮", "遍"})  # 一次 is a count even inside a sentence, 一户 is not
_NOT_ONCE = ("性", "序", "第", "刻", "级", "要", "数", "等", "品")  # 一次性, 一期工程 aside
_GRADE = frozenset({"级", "星", "星级"})  # 二级, 三星级 name a level, they count nothing


@lru_cache(maxsize=1)
def _signs_by_end() -> dict[str, tuple[str, ...]]:
    """Last character → signs and words of comparison, longest first."""
    out: dict[str, list[str]] = {}
    for word in comparisons("before"):
        out.setdefault(word[-1], []).append(word)
    return {end: tuple(words) for end, words in out.items()}


def tokens(text: str) -> list[Token]:
    """The whole text, token by token, without a gap."""
    out: list[Token] = []
    at = 0
    found = anchor(text, 0)
    while found is not None:
        start, end, tag = found
        signs = _signs(text, at, start) if tag in _SIGNABLE else []
        if tag == "DATE":
            signs = [sign for sign in signs[-1:] if text[sign[0] : sign[1]] in _UPPER_BOUNDS]
        if tag == "HAN":
            before = signs[-1] if signs else out[-1] if out and out[-1][1] == start else None
            if not _is_number(text, start, end, before):
                found = anchor(text, end)
                continue
            tag = "NUM"
        first = signs[0][0] if signs else start
        if first > at:
            out.append((at, first, OTHER))
        out.extend(signs)
        at = _take(text, start, end, tag, out)
        found = anchor(text, at)
    if at < len(text):
        out.append((at, len(text), OTHER))
    return out


def _signs(text: str, floor: int, end: int) -> list[Token]:
    """The signs and words of comparison that end where the number begins: 预计达到≥."""
    found: list[Token] = []
    known = _signs_by_end()
    while end > floor:
        for word in known.get(text[end - 1], ()):
            start = end - len(word)
            if start >= floor and text.startswith(word, start):
                break
        else:
            break
        if word in _PREPOSITIONS and (start == 0 or text[start - 1] in ",;:、。("):
            break
        if text[start - 1 : start] in _PART_OF.get(word, ()):
            break
        found.append((start, end, "CMP"))
        end = start
    return found[::-1]


def _take(text: str, start: int, end: int, tag: str, out: list[Token]) -> int:
    """The token and what belongs right behind it: a number's unit and bound, a date's limit, the dash of a range."""
    out.append((start, end, tag))
    if tag == "DATE":
        limit = _LIMIT.match(text, end)
        if limit:
            out.append((end, limit.end(), "LIMIT"))
            end = limit.end()
    elif tag in _NUMBERS:
        if tag == "NUM":
            end = _take_unit(text, end, out)
        after = _AFTER.match(text, end)
        while after:
            out.append((end, after.end(), "POST"))
            end = after.end()
            after = _AFTER.match(text, end)
    else:
        return end
    dash = _RANGE.match(text, end)
    if dash:
        out.append((end, dash.end(), "RANGE"))
        end = dash.end()
    return end


def _take_unit(text: str, end: int, out: list[Token]) -> int:
    """余人, 万余人, 元/人·天 behind a number."""
    behind = unit_end(text, end)
    if behind > end:
        out.append((end, behind, "UNIT"))
    many = behind == end or all(c in "十百千万亿" for c in text[end:behind])
    if many and text[behind : behind + 1] and text[behind] in _MORE and unit_end(text, behind + 1) > behind + 1:
        out.append((behind, behind + 1, "MORE"))
        end, behind = behind + 1, unit_end(text, behind + 1)
        out.append((end, behind, "UNIT"))
    cut = _per_end(text, behind) if behind > end else behind
    if cut > behind:
        out.append((behind, cut, "SLASH"))
    return cut


def unit_end(text: str, start: int) -> int:
    """Where a unit that begins at `start` ends, with its multiplier (万人, 千公里); `start` where there is none."""
    if start >= len(text):
        return start
    first = text[start]
    if first == "(":
        close = text.find(")", start + 1, start + 8)
        return close + 1 if close > 0 and text[start + 1 : close] in units() else start
    best = _known_end(text, start)
    if best == start and ((first.isascii() and first.isalpha()) or first in "μµΩ"):
        strange = _STRANGE_UNIT.match(text, start)
        return strange.end() if strange else start
    if first in "十百千万亿":
        many = _MULTIPLIER.match(text, start)
        if many:
            best = max(best, _known_end(text, many.end()))
    return best


@lru_cache(maxsize=1)
def _lookalikes() -> dict[str, frozenset[str]]:
    """Unit → characters behind it that make another word of it: 5成 is a share, 5成果 is not."""
    return {row["unit"]: frozenset(row["next"]) for row in rows("unit_lookalikes")}


def _known_end(text: str, start: int) -> int:
    """The longest listed unit at `start`; Latin letters that run on are no unit: 5MPa is not 5M."""
    known = by_beginning()
    pair = text[start : start + 2]
    for word in known.get(pair, ()) + known.get(pair[:1], ()) if len(pair) > 1 else known.get(pair, ()):
        if text.startswith(word, start):
            end = start + len(word)
            if text[end : end + 1] in _lookalikes().get(word, _NEVER):
                continue
            if not (word[-1].isascii() and word[-1].isalpha() and text[end : end + 1].isascii() and text[end : end + 1].isalpha()):
                return end
    return start


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
    """三次 and at least 一户 are numbers, 一体化 and 千家万户 are words: Chinese digits count with a unit behind or a sign before them."""
    word = text[start:end]
    if word[0] in "万亿零" or not any(c in "一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾" for c in word):
        return False
    if 1 < len(word) < 4 and all(c in DIGITS and c not in "零〇" for c in word):  # 两三次 is about two or three
        return False
    signed = (before is not None and before[2] in _SIGNED) or _PER_BEFORE.search(text, max(0, start - 4), start) is not None
    more = end + 1 if text[end : end + 1] and text[end] in _MORE else end
    behind = unit_end(text, more)
    if behind == more:
        return signed and end == len(text) and len(word) > 1
    if text[behind : behind + 1] in _NOT_ONCE or text[more:behind] in _GRADE:
        return False
    whole = start == 0 or text[start - 1] in ",;:、。( " or (before is not None and before[2] != OTHER)
    closing = behind == len(text) or text[behind] in ",;、。) " or _AFTER.match(text, behind) is not None
    if len(word) > 1 and word[0] in DIGITS and not set(word).isdisjoint("十百千万"):  # 一千二百名
        return True
    if word in ("一", "百", "千", "十"):
        return signed or text[more:behind] in _ALONE or (whole and closing)
    return signed or closing or text[more:behind] in _ALONE or (whole and text[behind] not in HAN_NUMBER)
