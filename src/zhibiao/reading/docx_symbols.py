"""Characters of the symbol fonts Symbol, Wingdings and Webdings as Unicode: ≥ and ☑ are often typed this way in forms."""

from __future__ import annotations

PRIVATE = 0xF000  # Word stores symbol characters as U+F000 + code
CONTROL = 0x20


def _run(first: int, characters: str) -> dict[int, str]:
    """Consecutive codes from the first one."""
    return {first + offset: character for offset, character in enumerate(characters)}


# Source: the fonts' own encodings (Adobe Symbol encoding; Microsoft's Wingdings charts), frequent characters only.
SYMBOL: dict[int, str] = {
    **_run(0x21, "!∀#∃%&∍()∗+,−./0123456789:;<=>?"),
    **_run(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_run(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_run(0xA2, "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    **_run(0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    0x20: " ",
    0xE5: "∑",
    0xF2: "∫",
}
WINGDINGS: dict[int, str] = {
    0x20: " ",
    0x46: "☞",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x70: "□",
    0x71: "□",
    0x72: "□",
    0x74: "◆",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    **_run(0x81, "①②③④⑤⑥⑦⑧⑨⑩"),
    **_run(0x8C, "❶❷❸❹❺❻❼❽❾❿"),
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "☐",
    0xAB: "★",
    0xB6: "☆",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
WINGDINGS_2: dict[int, str] = {
    0x20: " ",
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    **_run(0x6A, "①②③④⑤⑥⑦⑧⑨⑩"),
    **_run(0x75, "❶❷❸❹❺❻❼❽❾❿"),
    0x97: "●",
    0x98: "●",
    0xA2: "■",
    0xA3: "☐",
}
WEBDINGS: dict[int, str] = {0x20: " ", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"}
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2, "webdings": WEBDINGS}


def symbol(font: str | None, code: str | None) -> str:
    """The character of a w:sym: mapped for a known symbol font, else the character itself; nothing for nonsense."""
    try:
        point = int(code or "", 16)
    except ValueError:
        return ""
    table = FONTS.get((font or "").strip().lower())
    if table is not None:
        mapped = table.get(point - PRIVATE if point >= PRIVATE else point)
        if mapped is not None:
            return mapped
    if point < CONTROL or 0xD800 <= point <= 0xDFFF or point > 0x10FFFF:
        return ""
    return chr(point)


def translate(text: str, font: str) -> str:
    """Text typed in a symbol font: `R` in Wingdings 2 shows ☑. Characters that the font does not hold stay."""
    table = FONTS.get(font.strip().lower())
    if table is None:
        return text
    return "".join(
        table.get(point - PRIVATE if PRIVATE <= point < PRIVATE + 0x100 else point, mark) for mark in text for point in (ord(mark),)
    )
