"""Tables flattened to a line a row: cells parted by tabs, or by pipes as markdown has them."""

from __future__ import annotations

import re

from zhibiao.parsing.flattened.markup import CONTENTS_LINE, without_marks

_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_PIPE = re.compile(r"(?<!\\)\|")


def tab_cells(line: str) -> list[str] | None:
    """The cells of a tab-separated row; None for running text, indents and contents lines."""
    if "\t" not in line:
        return None
    inner = line.rstrip("\n")
    if "\t" not in inner.strip("\t ") and inner.count("\t") < 2:
        return None
    if CONTENTS_LINE.search(inner) and inner.strip().count("\t") == 1 and re.search(r"[一-鿿.…]\t\s*\d{1,3}\s*$", inner.strip()):
        return None
    return [without_marks(cell).strip() for cell in inner.split("\t")]


def pipe_cells(line: str) -> list[str] | None:
    """The cells of a markdown table row; an empty list for the rule under the header; None for other lines."""
    stripped = line.strip()
    if "|" not in stripped:
        return None
    if _RULE.match(stripped) and "-" in stripped:
        return []
    parts = _PIPE.split(stripped)
    if not stripped.startswith("|") and len(parts) < 3:
        return None
    if stripped.startswith("|"):
        parts = parts[1:]
    if parts and stripped.endswith("|") and not stripped.endswith("\\|"):
        parts = parts[:-1]
    return [without_marks(part.replace("\\|", "|")).strip() for part in parts]
