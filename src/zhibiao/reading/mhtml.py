"""Web archives (.mht, .mhtml): a page in MIME parts, as browsers and Word ("单个文件网页") save it."""

from __future__ import annotations

import email
from email.message import Message

from zhibiao.errors import ReadError
from zhibiao.reading.blocks import Blocks
from zhibiao.reading.budget import SPLIT, Budget
from zhibiao.reading.declared import declared_text
from zhibiao.reading.html import RESAVE_PAGE, read_pages

TABS = "tabstrip"  # the page on which Excel draws the tabs of the sheets
MOST_PARTS = 2000


def read_mhtml(data: bytes, budget: Budget) -> Blocks:
    """The first page of the archive; where that is only a frame (Excel with several sheets), the pages shown in it."""
    pages: list[str] = []
    for count, part in enumerate(email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n \t")).walk()):
        budget.check_time()
        if count > MOST_PARTS:
            raise ReadError("too-many-parts", f"网页存档的部分超过 {MOST_PARTS} 个", SPLIT)
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and TABS not in str(part.get("Content-Location", "")).lower():
            pages.append(page_text(part, budget))
    if not pages:
        raise ReadError("damaged", "网页存档中没有网页内容", RESAVE_PAGE)
    return read_pages(pages, budget)


def page_text(part: Message, budget: Budget) -> str:
    """One page decoded; the charset of the MIME header counts where the page names none."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    budget.spend_bytes(len(content))
    try:
        charset = part.get_content_charset() or ""
    except (UnicodeError, LookupError):
        charset = ""
    return declared_text(content, charset)
