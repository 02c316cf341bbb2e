"""Plain text and markdown: bare lines for the parser, except tables that another tool left in them as html."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blanks import INVISIBLE
from zhibiao.reading.blocks import Block, Blocks, Grid, Lines, Paragraph
from zhibiao.reading.budget import SPLIT, Budget
from zhibiao.reading.encoding import decode

TABLE_EDGE = re.compile(r"<(/?)table\b[^>]{0,2000}>", re.I)
SHELL = re.compile(r"</?(?:html|body)>[ \t]*", re.I)


def read_text(data: bytes, kind: str, budget: Budget) -> Blocks:
    """One block of lines, or lines and grids in turn; a form feed stays where it stood, at the start of its line."""
    decoded, doubts = decoded_text(data)
    text = INVISIBLE.sub("", decoded).replace("\r\n", "\n")
    text = text.replace("\r", "" if "\n" in text else "\n")
    if text.count("\n") > budget.limits.lines:
        raise ReadError("too-many-lines", f"文字超过 {budget.limits.lines} 行的上限", SPLIT)
    blocks: list[Block] = []
    line = tables = 0
    for piece, is_table in pieces(text):
        if is_table:
            found = table_blocks(piece, tables, line + 1, budget)
            tables += sum(1 for block in found if isinstance(block, Grid))
            blocks += found
        elif piece.strip():
            lines = piece.removesuffix("\n").split("\n")
            blocks.append(Lines(tuple(lines), Place(line=line + 1)))
        line += piece.count("\n")
    return Blocks(kind, tuple(blocks), doubts=doubts)


def read_rows(data: bytes, budget: Budget, reader: Callable[[str, Budget], Blocks]) -> Blocks:
    """Text whose rows another reader understands."""
    text, doubts = decoded_text(data)
    blocks = reader(text, budget)
    return replace(blocks, doubts=doubts + blocks.doubts)


def decoded_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and a doubt where its encoding is a guess."""
    text, encoding = decode(data)
    return text, (f"文字编码不确定，按 {encoding[:-1]} 读取，个别文字可能有误",) if encoding.endswith("?") else ()


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut at whole html tables; a table without end is left as text."""
    depth = start = done = 0
    for edge in TABLE_EDGE.finditer(text):
        if not edge[1]:
            start = edge.start() if depth == 0 else start
            depth += 1
        elif depth == 1:
            yield SHELL.sub("", text[done:start]), False
            yield text[start : edge.end()], True
            done = edge.end()
            depth = 0
        else:
            depth = max(0, depth - 1)
    yield (SHELL.sub("", text[done:]) if done else text), False


def table_blocks(text: str, before: int, line: int, budget: Budget) -> list[Block]:
    """The blocks of one html table, placed by the line where it begins."""
    from zhibiao.reading.html import read_pages

    found: list[Block] = []
    for block in read_pages([text], budget).blocks:
        if isinstance(block, Grid):
            before += 1
            found.append(replace(block, place=Place(table=before, line=line)))
        elif isinstance(block, (Paragraph, Lines)):
            found.append(replace(block, place=Place(line=line)))
    return found
