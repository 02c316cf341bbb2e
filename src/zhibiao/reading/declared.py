"""Text of files that may name their own encoding (html, xml): the bytes are believed before the declaration."""

from __future__ import annotations

import re

from zhibiao.reading.encoding import decode

DECLARATION = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]+)", re.I)
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
CODECS = {
    "gb18030": (
        "gb2312",
        "gbk",
        "gb18030",
        "gb_2312-80",
        "gb2312-80",
        "x-gbk",
        "cp936",
        "ms936",
        "936",
        "windows-936",
        "chinese",
        "euc-cn",
    ),
    "big5hkscs": ("big5", "big5-hkscs", "cp950", "x-x-big5", "big5-eten"),
    "hz": ("hz-gb-2312", "hz"),
    "utf-8": ("utf-8", "utf8"),
}
BY_NAME = {name: codec for codec, names in CODECS.items() for name in names}
THREE_BYTES = re.compile("[\u0800-\U0010ffff]")
TOLERANCE = 50  # one broken character in so many still counts as that encoding: pages are cut and patched by their systems


def declared_text(data: bytes, hint: str = "") -> str:
    """The text of a page or an XML file; `hint` is a charset told from outside, such as a MIME header."""
    if data.startswith(MARKS):
        return decode(data)[0].removeprefix("\ufeff")
    if data[:2] in (b"<\x00", b"\x00<"):
        return data.decode("utf-16-le" if data[0] else "utf-16-be", "replace")
    found = DECLARATION.search(data[:8192])
    name = (found[1] or found[2]).decode("ascii", "replace").lower() if found else hint.lower()
    codec = BY_NAME.get(name, "")
    if codec == "hz" and b"~{" in data:
        return data.decode("hz", "replace")
    if data.isascii():
        return data.decode("ascii")
    # UTF-8 hardly ever comes about by chance, so it wins over a declaration that says otherwise
    text = data.decode("utf-8", "replace")
    if mostly_sound(text) and (codec in ("", "utf-8") or THREE_BYTES.search(text.replace("\ufffd", ""))):
        return text
    if codec and codec != "utf-8":
        text = data.decode(codec, "replace")
        if mostly_sound(text):
            return text
    return decode(data)[0]


def mostly_sound(text: str) -> bool:
    """Whether few of the characters beyond ASCII are broken."""
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") * TOLERANCE <= beyond
