"""A spreadsheet number format taken apart: up to four sections, each a row of tokens with its condition and locale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Kind = Literal["literal", "digit", "point", "comma", "percent", "slash", "exponent", "general", "text", "date", "noon", "elapsed"]

LONGEST = 255  # Excel refuses longer codes; a longer one is a broken file and shows as General

TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | [\\!](?P<escaped>.?)                           # ! is the escape that Chinese Excel offers: 0!.0,"万"
    | (?P<layout>[_*].?)                             # _x is a gap as wide as x, *x fills the cell: no text
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式)
    | (?P<noon>AM/PM|A/P|上午/下午)
    | (?P<exponent>E[+-])
    | (?P<date>y+|m+|d+|h+|s+|a{3,4}|e+|b+|g+)
    | (?P<digit>[0\#?])
    | (?P<mark>[.,%/@;])
    | (?P<literal>.)
    """,
    re.X | re.I | re.S,
)
MARKS: dict[str, Kind] = {".": "point", ",": "comma", "%": "percent", "/": "slash", "@": "text"}
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*([-+]?\d+(?:\.\d+)?)")
CURRENCY = re.compile(r"\$(?P<symbol>[^-]*)(?:-(?P<locale>.*))?", re.S)
DIGITS_OF = re.compile(r"DBNum([1-4])", re.I)
ELAPSED = re.compile(r"h+|m+|s+", re.I)
SYSTEM_DATE = ("f800", "x-sysdate")
SYSTEM_TIME = ("f400", "x-systime")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a code; `text` is what it shows, or the letters that tell what to show."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One of the parts between semicolons."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None
    locale: str = ""
    numerals: int = 0  # of [DBNum1]: Chinese numerals instead of Arabic ones

    def has(self, *kinds: Kind) -> bool:
        """Whether a token of such a kind stands in it."""
        return any(token.kind in kinds for token in self.tokens)

    @property
    def dated(self) -> bool:
        """Whether it shows a date or a time."""
        return self.has("date", "noon", "elapsed")

    @property
    def chinese(self) -> bool:
        """Whether names of months and days are asked for in Chinese (zh-CN is 0x804)."""
        return self.locale.endswith("804") or self.locale.startswith("zh")

    def fits(self, value: Decimal) -> bool:
        """Whether the value meets the section's own condition."""
        if self.condition is None:
            return False
        sign, bound = self.condition
        return {"<": value < bound, "<=": value <= bound, ">": value > bound, ">=": value >= bound, "=": value == bound}.get(
            sign, value != bound
        )

    @property
    def below_zero(self) -> bool:
        """Whether its condition lets only negative numbers in, so that the author's code writes the minus itself."""
        if self.condition is None:
            return False
        sign, bound = self.condition
        return (sign == "<" and bound <= 0) or (sign in ("<=", "=") and bound < 0)


@lru_cache(maxsize=1024)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a code as they stand; one General section for a code that Excel could not hold."""
    if len(code) > LONGEST or not code.strip():
        return (Section((Token("general", ""),)),)
    parts: list[list[re.Match[str]]] = [[]]
    for match in TOKEN.finditer(code):
        if match["mark"] == ";":
            parts.append([])
        else:
            parts[-1].append(match)
    return tuple(_section(part) for part in parts)


def _section(matches: list[re.Match[str]]) -> Section:
    tokens: list[Token] = []
    condition: tuple[str, Decimal] | None = None
    locale, numerals = "", 0
    for match in matches:
        if match["bracket"] is None:
            tokens.extend(_token(match))
            continue
        inner = match["bracket"].strip()
        if bound := CONDITION.fullmatch(inner):
            condition = (bound[1], Decimal(bound[2]))
        elif digits := DIGITS_OF.fullmatch(inner):
            numerals = int(digits[1])
        elif ELAPSED.fullmatch(inner):
            tokens.append(Token("elapsed", inner.lower()))
        elif currency := CURRENCY.fullmatch(inner):
            tokens.append(Token("literal", currency["symbol"]))
            locale = (currency["locale"] or locale).lower()
    if numerals and not tokens:
        tokens.append(Token("general", ""))
    return Section(_system(tokens, locale), condition, locale, numerals)


def _token(match: re.Match[str]) -> list[Token]:
    """The token of a match outside brackets, or none for mere layout."""
    kind, text = match.lastgroup, match[0]
    if kind in ("quoted", "escaped"):
        return [Token("literal", match[kind])]
    if kind == "mark":
        return [Token(MARKS[text], text)]
    if kind == "date":
        return [Token("date", text.lower())]
    if kind in ("digit", "exponent", "general", "noon", "literal"):
        return [Token(kind, text)]  # type: ignore[arg-type]  # the group names are kinds
    return []


def _system(tokens: list[Token], locale: str) -> tuple[Token, ...]:
    """[$-F800] and [$-F400] stand for the reader's own long date and time, whatever code follows: here those of zh-CN."""
    if locale in SYSTEM_DATE:
        return (
            Token("date", "yyyy"),
            Token("literal", "年"),
            Token("date", "m"),
            Token("literal", "月"),
            Token("date", "d"),
            Token("literal", "日"),
        )
    if locale in SYSTEM_TIME:
        return (Token("date", "h"), Token("literal", ":"), Token("date", "mm"), Token("literal", ":"), Token("date", "ss"))
    return tuple(tokens)
