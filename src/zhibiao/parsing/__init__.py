"""Blocks → Document: the walk of one file, readable as one page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from zhibiao.lexicon.headings import MARK
from zhibiao.model.document import Document, Table
from zhibiao.parsing.assemble import is_title, title_text
from zhibiao.parsing.drafts import Walk, nested_after
from zhibiao.parsing.forms import form_labels
from zhibiao.parsing.matrix import Matrix
from zhibiao.parsing.narrative import FLATTENED, Narrative, read_narrative
from zhibiao.parsing.records import tables_from_records
from zhibiao.parsing.seams import rejoined
from zhibiao.parsing.tables import INFERRED, settled, tables_of
from zhibiao.parsing.unit import document_unit, document_year
from zhibiao.reading.blocks import Block, Blocks, Grid, Lines, Paragraph, Record
from zhibiao.text.clean import passage

_REPORT = "这是 zhibiao 写的评审报告，不是送审材料，没有评判"
_ORDINAL = re.compile(r"^\s*\d{1,2}[.．、]")


def parse(blocks: Blocks, source: str) -> Document:
    """The document as its author meant it; doubt is recorded, not thrown."""
    if blocks.report:
        return Document(source, blocks.kind, doubts=(_REPORT,))
    stream, unsure = _stream(blocks.blocks)
    walk = Walk(form_labels())
    records: list[Record] = []
    paragraphs: list[Paragraph] = []
    for item in nested_after(rejoined(stream)):
        if isinstance(item, Grid):
            walk.grid(item)
        elif isinstance(item, Paragraph):
            walk.paragraph(item)
            paragraphs.append(item)
        elif isinstance(item, Record):
            records.append(item)
    found = [one for draft in walk.drafts for one in tables_of(draft) if one.table.indicators]
    rows, strange = tables_from_records(records)
    tables = settled([one.table for one in found] + rows)
    doubts = [f"{table_name(k, one.table)}：{words}" for k, one in enumerate(found, 1) for words in one.doubts]
    doubts += told_inferences([one.inferred for one in found]) + strange
    narrative = read_narrative(paragraphs, blocks.kind, _top_lines(stream))
    return _document(blocks, source, stream, tables, narrative, unsure + doubts)


def _stream(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks with the tables in lines of text restored, and what is doubtful about them."""
    if not any(isinstance(block, Lines) for block in blocks):
        return list(blocks), []
    from zhibiao.parsing.flattened import Unflattener  # its patterns take a tenth of a cold start, and most files have no such lines

    unflattener = Unflattener()
    stream: list[Block] = []
    for block in blocks:
        stream.extend(unflattener.blocks(block) if isinstance(block, Lines) else [block])
    return stream, unflattener.doubts


def table_name(number: int, table: Table) -> str:
    """How a doubt names a table."""
    name = table.project_name or table.title
    return f"第{number}个表（{name}）" if name else f"第{number}个表"


def told_inferences(tables: Sequence[Mapping[str, Sequence[int]]]) -> list[str]:
    """One doubt a kind of inference, with the rows of every table: the same remark table by table would drown the others."""
    out: list[str] = []
    for mark, words in INFERRED.items():
        told = [f"第{k}个表第{spans(rows[mark])}行" for k, rows in enumerate(tables, 1) if rows.get(mark)]
        if told:
            out.append(f"{words}：{'；'.join(told)}")
    return out


def spans(rows: Sequence[int]) -> str:
    """1, 2, 3, 5 as 1–3、5."""
    out: list[list[int]] = []
    for row in rows:
        if out and out[-1][-1] == row - 1:
            out[-1] = [out[-1][0], row]
        else:
            out.append([row])
    return "、".join("–".join(map(str, span)) for span in out)


def _top_lines(stream: list[Block]) -> list[str]:
    """Lines that stand alone at the top of the first tables of the file (a sheet's 填报单位：… line)."""
    out: list[str] = []
    for grid in [block for block in stream if isinstance(block, Grid)][:2]:
        matrix = Matrix(grid)
        for r in range(min(5, matrix.height)):
            texts = matrix.texts(r)
            if len(texts) <= 2:
                out += [cell.text for cell in texts[:1]]
    return out


_PART = re.compile(r"第[一二三四五六七八九十]+[部章]分?")


def _first_title(stream: list[Block]) -> str | None:
    """A form that stands alone gives the document its title: the first line, after a mark such as 附件1 or 预算05-2表."""
    for block in stream[:4]:
        lines = [block.text] if isinstance(block, Paragraph) else []
        if isinstance(block, Grid):
            matrix = Matrix(block)
            rows = [matrix.texts(r) for r in range(min(3, matrix.height))]
            lines = [row[0].text for row in rows if len(row) == 1]
        for line in lines:
            if is_title(line) and not _PART.match(line.strip()):
                return None if _ORDINAL.match(line) else title_text(line)  # 1.…绩效目标表 heads a table, not the document
            if not MARK.match(line.strip()):
                return None
    return None


def _overall_goal(narrative: Narrative, tables: list[Table], wrapped: bool) -> str | None:
    """The narrative's, else the 整体绩效目标 of the department's own form."""
    if narrative.overall_goal:
        return narrative.overall_goal
    goals = [t.cells["overall_goal"] for t in tables if "overall_goal" in t.cells]
    return passage(goals[0].original, wrapped) or None if goals else None


def _document(blocks: Blocks, source: str, stream: list[Block], tables: list[Table], narrative: Narrative, doubts: list[str]) -> Document:
    return Document(
        source=source,
        kind=blocks.kind,
        title=narrative.title or _first_title(stream) or blocks.title,
        unit=document_unit(narrative, tables),
        year=document_year(narrative, tables, source),
        overall_goal=_overall_goal(narrative, tables, blocks.kind in FLATTENED),
        sub_goals=narrative.sub_goals,
        safeguards=narrative.safeguards,
        tables=tuple(tables),
        doubts=(*blocks.doubts, *doubts),
    )
