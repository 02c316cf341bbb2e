"""A line of a table of contents: leaders or a gap, then a page number."""

from __future__ import annotations

import re

CONTENTS_LINE = re.compile(r"(?:[.…·．﹒_\-]{2,}|\t|\s{3,}|[.…·]{2,}\s*\t)\s*[-—]?\s*\d{1,4}\s*[-—]?\s*$")
