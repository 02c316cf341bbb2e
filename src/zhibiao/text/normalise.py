"""Full width, forced blanks and odd signs put into one form, with the way back to every character as typed."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.text.clean import CJK, INVISIBLE

# Signs that mean the same as the one in use; NFKC leaves them apart.
_SAME_SIGN = str.maketrans(
    {
        "≧": "≥",
        "⩾": "≥",
        "≦": "≤",
        "⩽": "≤",
        "﹥": ">",
        "﹤": "<",
        "﹦": "=",
        "～": "~",
        "〜": "~",
        "∼": "~",
        "﹪": "%",
        "％": "%",
        "∶": ":",
    }
)
# One character for one: such a text keeps its offsets.
_SAME_LENGTH: dict[int, int | str] = {**{0xFEE0 + code: code for code in range(0x21, 0x7F)}, **_SAME_SIGN}
_FREQUENT = [(sign, chr(ord(sign) - 0xFEE0)) for sign in "，（）：；％"]
_KEPT = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳…")  # NFKC would make numbers of list marks, and three dots of one sign
_BLANK = re.compile(r"\s+")
_ODD = re.compile(rf"[^\u0021-\u007e\u4e00-\u9fff、。《》〈〉“”‘’〔〕【】·—…≥≤±×÷‰\u2460-\u2473]|[{INVISIBLE}]")
_WIDE = re.compile(f"[{CJK}]")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text beside its original: places[i] is where character i of `text` stands in `original`; None: they are the same."""

    original: str
    text: str
    places: tuple[int, ...] | None = None

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that characters start..end of the text came from."""
        if self.places is None:
            return start, end
        if start >= end:
            at = self.places[start] if start < len(self.places) else len(self.original)
            return at, at
        return self.places[start], self._after(end - 1)

    def normal_span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the text that came from original characters start..end."""
        if self.places is None:
            return start, end
        first = bisect_left(self.places, start)
        return first, max(first, bisect_left(self.places, end))

    def _after(self, index: int) -> int:
        """End of the original character that gave character `index`: what was dropped behind it is not part of it."""
        assert self.places is not None  # noqa: S101 - the caller has looked
        return self.places[index] + 1


@lru_cache(maxsize=1 << 11)
def normalise(original: str) -> Normalised:
    """NFKC character by character (offsets stay exact), signs of one meaning made one, invisible characters and forced blanks gone."""
    if _ODD.search(original) is None:
        return Normalised(original, original)
    plain = original.translate(_SAME_LENGTH)
    if _ODD.search(plain) is None:
        return Normalised(original, plain)
    out: list[str] = []
    places: list[int] = []
    for place, character in enumerate(original):
        if character in INVISIBLE:
            continue
        for piece in _form(character):
            out.append(piece)
            places.append(place)
    text, kept = _unspaced("".join(out))
    return Normalised(original, text, tuple(places[i] for i in kept))


def normal_text(original: str) -> str:
    """The normalised text alone: most texts are normal as typed, and few are asked for the way back."""
    if _ODD.search(original) is None:
        return original
    plain = original  # most odd texts have these alone: a table of all signs asks for each character
    for wide, narrow in _FREQUENT:
        plain = plain.replace(wide, narrow)
    return plain if _ODD.search(plain) is None else normalise(original).text


@lru_cache(maxsize=1 << 12)
def _form(character: str) -> str:
    if character in _KEPT:
        return character
    return unicodedata.normalize("NFKC", character.translate(_SAME_SIGN)).translate(_SAME_SIGN)


def _spread(text: str, start: int, end: int) -> bool:
    """2 0 0 人: single digits with blanks between them are one number."""
    left = text[start - 1].isdigit() and not text[max(0, start - 2) : start - 1].isdigit()
    right = text[end].isdigit() and not text[end + 1 : end + 2].isdigit()
    return left and right


def _unspaced(text: str) -> tuple[str, list[int]]:
    """Blanks only between Latin words or numbers, one at a time, not between a number and its unit; with the indices of what is left."""
    kept: list[int] = []
    at = 0
    for blank in _BLANK.finditer(text):
        kept.extend(range(at, blank.start()))
        before, after = text[blank.start() - 1 : blank.start()], text[blank.end() : blank.end() + 1]
        apart = before.isalnum() and after.isalnum() and not (_WIDE.match(before) or _WIDE.match(after))
        if apart and not (before.isdigit() and not after.isdigit()) and not _spread(text, blank.start(), blank.end()):
            kept.append(blank.start())
        at = blank.end()
    kept.extend(range(at, len(text)))
    return "".join(" " if text[i].isspace() else text[i] for i in kept), kept
