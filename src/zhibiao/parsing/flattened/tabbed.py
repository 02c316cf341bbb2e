"""Tables flattened to a line a row: cells parted by tabs, or by pipes as markdown has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhibiao.parsing.columns import role_of
from zhibiao.parsing.flattened.markup import cell_text
from zhibiao.parsing.head import label_role

_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_NUMBERED = re.compile(r"^[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．\s]|^第")
_PAGE = re.compile(r"^[-—]?\s*\d{1,3}\s*[-—]?$")
_QUOTED = re.compile(r'(?:(?<=\t)|(?<=^))"((?:[^"]|"")*)"(?=\t|$)')
_OPEN_QUOTE = re.compile(r'(?:^|\t)"(?:[^"\t]|"")*$')
LONGEST_CELL = 40  # lines
_PIPE = re.compile(r"(?<!\\)\|")


def tab_cells(line: str) -> list[str] | None:
    """The cells of a tab-separated row; None for running text and indents."""
    if "\t" not in line:
        return None
    inner = line.rstrip("\n")
    if "\t" not in inner.strip("\t ") and inner.count("\t") < 2:
        return None
    return [cell_text(cell) for cell in inner.split("\t")]


def quoted_row(lines: Sequence[str], i: int) -> tuple[str, int]:
    """A tab row as spreadsheets paste it: a cell that opens with a quote goes on, over lines, to the closing one."""
    text = lines[i]
    if not _OPEN_QUOTE.search(text):
        return text, i + 1
    for k in range(i, min(len(lines), i + LONGEST_CELL)):
        text = text if k == i else text + "\n" + lines[k]
        if text.count('"') % 2 == 0:
            return _QUOTED.sub(lambda found: found.group(1).replace('""', '"'), text) if k > i else text, k + 1
    return lines[i], i + 1


def is_contents(rows: Sequence[Sequence[str]]) -> bool:
    """Whether tab rows are a list of contents: a heading and its page number each, and nothing that a table's head says."""
    filled = [[cell for cell in row if cell] for row in rows]
    pages = [row for row in filled if len(row) == 2 and _PAGE.match(row[1])]
    if len(pages) * 2 <= len(filled) or any(len(row) > 2 for row in filled):
        return False
    heads = [row[0] for row in filled if row and not _NUMBERED.match(row[0])]
    return not any(role_of(text) in ("name", "level1", "level2") or label_role(text, {}) for text in heads)


def has_outer_pipes(line: str) -> bool:
    """Whether rows are closed by pipes on both sides: a pipe at the beginning then opens the first cell, else it ends an empty one."""
    return line.strip().startswith("|")


def pipe_cells(line: str, outer: bool) -> list[str] | None:
    """The cells of a markdown table row; an empty list for the rule under the header; None for other lines."""
    stripped = line.strip()
    if "|" not in stripped:
        return None
    if _RULE.match(stripped) and "-" in stripped:
        return []
    parts = _PIPE.split(stripped)
    if not stripped.startswith("|") and len(parts) < 3:
        return None
    if outer:
        parts = parts[1:] if stripped.startswith("|") else parts
        parts = parts[:-1] if parts and stripped.endswith("|") and not stripped.endswith("\\|") else parts
    return [cell_text(part.replace("\\|", "|")) for part in parts]


def aligned(rows: list[list[str]]) -> list[list[str]]:
    """Rows under a header that converters left short by dropping merged cells: what is missing is missing on the left."""
    width = 0
    out: list[list[str]] = []
    for row in rows:
        known = sum(role_of(cell) in ("level1", "level2", "name", "value", "sign", "unit") for cell in row)
        if known >= 3:
            width = len(row)
        out.append([""] * (width - len(row)) + row if width and 1 < len(row) < width and any(row) else row)
    return out
