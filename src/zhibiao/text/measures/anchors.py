"""Where a token that matters begins: a number, a date, a frequency, a reference, or a label that only looks like a number."""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters, digits

from zhibiao.lexicon.alternatives import alternatives
from zhibiao.lexicon.tables import rows
from zhibiao.text.measures.dates import DATES, EVERY, EVERY_STARTS
from zhibiao.text.numerals import ARABIC, HAN_NUMBER

Token = tuple[int, int, str]  # start, end, tag
_HAN = f"[{HAN_NUMBER}]"
_PUBLIC_NUMBERS = (  # 12345热线, 110接处警
    r"(?:12[0-9]{3}|96[0-9]{3}|1[12][0-9])"
    r"(?=热线|平台|政务|服务|便民|举报|投诉|急救|指挥|接处?警|报警|火警|联动|调度|出警|电话|市民|信访|咨询|维权|司法|法律)"
)
_LETTERED = r"(?<![0-9.])(?:[2-6]G(?![A-Za-z])|[23]D(?![A-Za-z])|[248]K(?![A-Za-z])|[1-5]A(?![A-Za-z]))"  # 5G, 3D, 4K, 4A
_PLAIN_UNITS = "%‰人次个元万亿吨亩户场项件台套批株头只米"  # no date, item number or hotline goes on with these
_HAN_DIGITS = "〇一二三四五六七八九十"


def _phrases() -> list[tuple[str, str, str]]:
    """三支一扶, 八项规定: they count nothing. One piece for each first character."""
    words = [row["word"] for row in rows("set_phrases")]
    return [("LABEL", alternatives(word for word in words if word[0] == first), first) for first in sorted({word[0] for word in words})]


# Tag, pattern, characters that it can begin with; the order decides where two could begin at one place.
PIECES: tuple[tuple[str, str, str], ...] = (
    ("NUM", rf"(?:{ARABIC})(?=[{_PLAIN_UNITS}])", digits),  # most numbers: nothing else could begin here
    ("REF", "《[^》]*》", "《"),
    ("REF", r"[〔\[【(](?:19|20)[0-9]{2}年?[〕\]】)]年?第?[0-9]{1,5}号", "〔[【("),
    ("REF", r"(?:19|20)[0-9]{2}年?第[0-9]{1,5}号", "12"),
    *_phrases(),
    ("LABEL", r"第[一二两三四五六七八九十百0-9]+(?!季度)", "第"),
    ("LABEL", r"(?:目标|指标|标准|附件|表)[0-9]{1,2}(?=[::、]|$)", "目指标附表"),
    ("LABEL", r"(?<![0-9.≥≤<>=])[0-9]{1,2}[.、](?=[一-鿿《“])", digits),  # the number of an item
    ("LABEL", r"\((?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\)", "("),
    ("LABEL", r"[A-Za-z]+(?:/[A-Z])?[-. ]?[0-9][0-9.\-]*", ascii_letters),
    ("LABEL", _LETTERED, digits),
    ("LABEL", _PUBLIC_NUMBERS, "19"),
    ("LABEL", f"[{_HAN_DIGITS}]+[、.](?![{_HAN_DIGITS}0-9])", _HAN_DIGITS),
    ("EVERY", EVERY, EVERY_STARTS),
    *(("DATE", pattern, starts) for pattern, starts in DATES),
    ("PCT", rf"[百千万]分之(?:{ARABIC}|{_HAN}+(?:点{_HAN}+)?)|百分百", "百千万"),
    ("RATIO", rf"(?:{ARABIC}):(?:{ARABIC})(?![0-9:]|[之以]?前|分)", digits),
    ("FRAC", rf"{_HAN}{{1,3}}分之{_HAN}{{1,3}}", HAN_NUMBER),
    ("FRAC", r"(?<![0-9/])[1-9]/[1-9](?=以|及|左右|$|[,;、。])", digits),
    ("NUM", rf"(?:(?<![\w%‰+/])-|(?<!正)负)(?:{ARABIC})", "-负"),
    ("NUM", ARABIC, digits),
    ("NUM", "半(?=年(?![度报])|天|个月|小时|日(?![制报游]))", "半"),
    ("HAN", f"{_HAN}+(?:点{_HAN}+)?", HAN_NUMBER),
)
REFERENCES = tuple(pattern for tag, pattern, _ in PIECES if tag == "REF")
_LEAD = re.compile(f"[{re.escape(''.join(sorted({first for _, _, starts in PIECES for first in starts})))}]")


@lru_cache(maxsize=1 << 10)
def _beginning_with(first: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The pieces that a character can begin, as one pattern, with the tag of each group."""
    fitting = [(tag, pattern) for tag, pattern, starts in PIECES if first in starts]
    return re.compile("|".join(f"({pattern})" for _, pattern in fitting)), ("", *(tag for tag, _ in fitting))


def anchor(text: str, at: int) -> Token | None:
    """The first anchor at or behind a place: cheap searches between dear matches."""
    lead = _LEAD.search(text, at)
    while lead is not None:
        start = lead.start()
        pattern, tags = _beginning_with(text[start])
        found = pattern.match(text, start)
        if found is not None:
            return start, found.end(), tags[found.lastindex or 0]
        lead = _LEAD.search(text, start + 1)
    return None
