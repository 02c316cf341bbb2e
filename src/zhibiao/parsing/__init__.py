"""Blocks → Document: the walk of one file, readable as one page."""

from __future__ import annotations

from zhibiao.model.document import Document, Table
from zhibiao.parsing.assemble import tables_of
from zhibiao.parsing.drafts import Walk, nested_after
from zhibiao.parsing.flattened import Unflattener
from zhibiao.parsing.forms import all_forms
from zhibiao.parsing.narrative import Narrative, read_narrative
from zhibiao.parsing.records import table_from_records
from zhibiao.parsing.unit import document_unit, document_year
from zhibiao.reading.blocks import Block, Blocks, Grid, Lines, Paragraph, Record


def parse(blocks: Blocks, source: str) -> Document:
    """The document as its author meant it; doubt is recorded, not thrown."""
    unflattener = Unflattener()
    stream: list[Block] = []
    for block in blocks.blocks:
        stream.extend(unflattener.blocks(block) if isinstance(block, Lines) else [block])
    labels = {word: role for form in all_forms() for word, role in form.labels.items()}
    walk = Walk(labels)
    records: list[Record] = []
    paragraphs: list[Paragraph] = []
    for item in nested_after(stream):
        if isinstance(item, Grid):
            walk.grid(item)
        elif isinstance(item, Paragraph):
            walk.paragraph(item)
            paragraphs.append(item)
        elif isinstance(item, Record):
            records.append(item)
    tables = [table for draft in walk.drafts for table in tables_of(draft)]
    tables += table_from_records(records)
    tables = [t for t in tables if t.indicators]
    narrative = read_narrative(paragraphs, blocks.kind)
    return _document(blocks, source, tables, narrative, unflattener.doubts)


def _document(blocks: Blocks, source: str, tables: list[Table], narrative: Narrative, doubts: list[str]) -> Document:
    return Document(
        source=source,
        kind=blocks.kind,
        title=narrative.title or blocks.title,
        unit=document_unit(narrative, tables),
        year=document_year(narrative, tables, source),
        overall_goal=narrative.overall_goal,
        sub_goals=narrative.sub_goals,
        safeguards=narrative.safeguards,
        tables=tuple(tables),
        doubts=(*blocks.doubts, *doubts),
    )
