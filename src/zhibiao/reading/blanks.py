"""Blanks and characters that print nothing, in text that comes from web pages and from other tools."""

from __future__ import annotations

import re

CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff“”‘’—…·"
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00]")
WRAP = re.compile(rf"(?<=[{CJK}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{CJK}])")
BLANKS = re.compile(r"[ \t\r\n\f]+")
EDGES = " \t\r\n\f\xa0\u3000"


def collapse(text: str) -> str:
    """Blanks as a browser shows them; a line that an editor wrapped between two Chinese characters is closed up again."""
    if " " not in text and text.isprintable():
        return text  # most cells: nothing to do
    text = WRAP.sub("", INVISIBLE.sub("", text))
    return BLANKS.sub(" ", text).strip(EDGES)
