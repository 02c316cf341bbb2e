"""The number systems of Word's automatic lists: 3 as 三, 叁, 丙, ③, iii, c."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
LEGAL_TRADITIONAL_DIGITS = "零壹貳參肆伍陸柒捌玖"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
    (4, "iv"), (1, "i"),
)  # fmt: skip
ROMAN_LIMIT = 3999
LETTER_LIMIT = 26 * 30  # Word repeats the letter: 27 is aa, 53 is aaa; thirty times is its end
CHINESE_LIMIT = 99_999_999
ENCLOSED = {  # signs that have a character of their own; beyond them Word writes plain digits
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
CHINESE = {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand"}
LEGAL = {
    "chineseLegalSimplified": (LEGAL_DIGITS, "拾佰仟", "万"),
    "ideographLegalTraditional": (LEGAL_TRADITIONAL_DIGITS, "拾佰仟", "萬"),
    "japaneseLegal": (LEGAL_DIGITS, "拾佰仟", "万"),
}
DIGITAL = {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"}


def numeral(value: int, system: str) -> str:
    """The value as Word shows it in that number system (w:numFmt); what a system cannot say is written in digits."""
    if system == "none":
        return ""
    if (signs := ENCLOSED.get(system)) is not None:
        return signs[value - 1] if 1 <= value <= len(signs) else str(value)
    if system in CHINESE:
        return chinese(value)
    if (legal := LEGAL.get(system)) is not None:
        return chinese(value, *legal, spoken=False)
    if system in DIGITAL:
        return str(value).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))
    return western(value, system)


def western(value: int, system: str) -> str:
    """Letters, Roman numerals and the forms of plain digits."""
    if system in ("lowerLetter", "upperLetter") and 1 <= value <= LETTER_LIMIT:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters if system == "lowerLetter" else letters.upper()
    if system in ("lowerRoman", "upperRoman") and 1 <= value <= ROMAN_LIMIT:
        numerals = roman(value)
        return numerals if system == "lowerRoman" else numerals.upper()
    if system in ("decimalFullWidth", "decimalFullWidth2"):
        return str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    if system == "decimalZero":
        return f"{value:02d}"
    if system == "numberInDash":
        return f"- {value} -"
    return str(value)


def roman(value: int) -> str:
    """Lower-case Roman numerals."""
    out = []
    for weight, letters in ROMAN:
        count, value = divmod(value, weight)
        out.append(letters * count)
    return "".join(out)


def chinese(value: int, digits: str = DIGITS, units: str = "十百千", myriad: str = "万", spoken: bool = True) -> str:
    """一百零五; `spoken` drops the 一 of 一十 at the front, as ordinals do. Word's systems differ only above 99."""
    if value == 0:
        return digits[0]
    if not 0 < value <= CHINESE_LIMIT:
        return str(value)
    high, low = divmod(value, 10_000)
    text = _under_myriad(low, digits, units)
    if high:
        gap = digits[0] if 0 < low < 1000 else ""
        text = _under_myriad(high, digits, units) + myriad + gap + text
    return text[1:] if spoken and text.startswith(digits[1] + units[0]) else text


def _under_myriad(value: int, digits: str, units: str) -> str:
    """A number below ten thousand, 零 once for every inner gap."""
    out: list[str] = []
    gap = False
    for weight, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit, value = divmod(value, weight)
        if digit:
            out.append((digits[0] if gap and out else "") + digits[digit] + unit)
            gap = False
        else:
            gap = True
    return "".join(out)
