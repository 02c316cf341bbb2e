"""What Excel and WPS show for a number under a format code, in zh-CN: 0.95 under 0% is 95%.

The author's text is what the sheet shows, not what it stores. A number under a date format is the date; a date serial
under General stays the number it is shown as (45991): that fault is the author's and is not repaired here.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache

from zhibiao.reading import number_dates, number_digits
from zhibiao.reading.number_dates import OVERFLOW
from zhibiao.reading.number_sections import Section, sections

GENERAL = "General"
SIGNIFICANT = Context(prec=15, rounding=ROUND_HALF_EVEN)  # Excel keeps 15 digits of a number: this ends floating noise
WIDEST = 255  # characters: no column is wider, longer numbers show as ####

# ECMA-376 part 1, 18.8.30: formats that a file names by id alone, those of zh-CN where they differ
BUILTIN: dict[int, str] = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0',
    6: '"¥"#,##0;[Red]"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}


@lru_cache(maxsize=8192)
def shown(value: float | int, code: str, *, date1904: bool = False) -> str:
    """The number as the cell shows it, without the blanks that only align it in its column."""
    if isinstance(value, float) and not math.isfinite(value):
        return "#NUM!"
    number = SIGNIFICANT.plus(Decimal(repr(value)) if isinstance(value, float) else Decimal(value))
    section, minus = _choose(number, code)
    if section is None:
        return OVERFLOW
    if section.dated:
        text = number_dates.render(section, number if minus else abs(number), date1904=date1904)
    else:
        text = _number(section, abs(number))
        if minus and text:
            text = "-" + text
    return text.strip() if len(text) <= WIDEST else OVERFLOW


def shown_text(text: str, code: str) -> str:
    """A text cell under a code whose text section adds words ("第"@"期"); any other code leaves the text alone."""
    if "@" not in code or code == "@":
        return text
    section = sections(code)[-1]
    if not section.has("text"):
        return text
    words = "".join(text if token.kind == "text" else token.text for token in section.tokens)
    return words if words.strip() != text.strip() else text


def _choose(number: Decimal, code: str) -> tuple[Section | None, bool]:
    """The section for a number, and whether a minus goes in front of what it shows."""
    parts = sections(code)
    if len(parts) > 3 or parts[-1].has("text"):
        parts = parts[: min(3, len(parts) - 1)]
    if not parts:  # @ and codes that speak of text only show numbers as General
        return sections(GENERAL)[0], number < 0
    if any(part.condition for part in parts[:2]):
        return _by_condition(number, parts)
    if len(parts) == 1 or number > 0:
        return parts[0], number < 0
    if number < 0:
        return parts[1], False
    return (parts[2] if len(parts) > 2 else parts[0]), False


def _by_condition(number: Decimal, parts: tuple[Section, ...]) -> tuple[Section | None, bool]:
    """The first section whose condition holds; the last one without a condition takes the rest."""
    for part in parts[:2]:
        if part.fits(number):
            return part, number < 0 and not part.below_zero
    if len(parts) == 1:
        return sections(GENERAL)[0], number < 0
    rest = parts[2] if len(parts) > 2 else None
    if parts[0].condition is None and (number > 0 or rest is None):
        return parts[0], number < 0
    if parts[1].condition is None and (number < 0 or rest is None):
        return parts[1], number < 0 and rest is None
    return rest, number < 0


def _number(section: Section, number: Decimal) -> str:
    """A number (not negative) under a section without dates."""
    if not section.has("general"):
        text = number_digits.render(section.tokens, number)
        return number_digits.chinese(text, section.numerals, spelled=False) if section.numerals else text
    plain = number_digits.general(number)
    if section.numerals:
        plain = number_digits.chinese(plain, section.numerals, spelled=True)
    return "".join(plain if token.kind == "general" else token.text for token in section.tokens)
