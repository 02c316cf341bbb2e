"""Word files as departments submit them: a heading, then a form of the project kind with eight rows for each of five projects.

Written as WordprocessingML: a library would take longer than the runs that are measured. The rows are those of benchmarks/rules."""

from __future__ import annotations

import random
import sys
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "rules"))

from rows import tables

from zhibiao.model.document import Indicator, Table

TABLES = 5
ROWS = 8
_SAMPLE = Path(__file__).resolve().parent.parent.parent / "samples" / "农村公路养护.docx"  # its other parts frame the text
_WIDTHS = (1300, 1200, 1600, 1500, 900, 1300, 1900)
_HEAD = (("一级指标", 1), ("二级指标", 1), ("三级指标", 1), ("绩效指标描述", 1), ("指标值", 2), ("指标值确定依据", 1))
_PLAN = (("资金支出计划（%）", 1), ("3月底", 2), ("6月底", 1), ("10月底", 2), ("12月底", 1))
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

Cells = Sequence[tuple[str, int]]  # text, columns


def write(folder: Path, files: int) -> int:
    """So many files; how many rows in them are different."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(_SAMPLE) as sample:
        frame = {name: sample.read(name) for name in sample.namelist() if name != "word/document.xml"}
    rows = of(files * TABLES * ROWS)
    seen: set[tuple[str | None, ...]] = set()
    for number in range(files):
        chance = random.Random(number)
        body = [_paragraph(f"第{number + 1}预算单位"), _paragraph("2025年部门预算绩效文本")]
        for place in range(TABLES):
            table, indicators = next(rows)
            seen.update((one.name, one.description, one.value, one.basis) for one in indicators)
            body += [
                _paragraph(f"{place + 1}、{table.project_name}绩效目标表"),
                _form(table, indicators, number, place, chance),
                _paragraph(""),
            ]
        with zipfile.ZipFile(folder / f"{number + 1:04} 绩效文本.docx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for name, content in frame.items():
                package.writestr(name, content)
            package.writestr("word/document.xml", f"<w:document {_SPACE}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>")
    return len(seen)


def of(count: int) -> Iterator[tuple[Table, list[Indicator]]]:
    """Tables with eight rows each, of as many different rows."""
    printed = (one.table.table for one in tables(2 * count))
    for table in printed:
        yield table, list(islice(table.indicators, ROWS))


def _form(table: Table, indicators: Sequence[Indicator], file: int, place: int, chance: random.Random) -> str:
    money = f"{chance.randint(10, 90_000) / 100:.2f}"
    lines: list[Cells] = [
        ((f"{116_001 + file % 800}第{file + 1}预算单位", 5), ("单位：万元", 2)),
        (("项目编码", 1), (f"13022525P{file:05}{place:05}X", 2), ("项目名称", 2), (table.project_name or "", 2)),
        (("预算规模及资金用途", 1), ("预算数", 1), (money, 1), ("其中：财政    资金", 1), (money, 1), ("其他资金", 1), ("", 1)),
        (("预算规模及资金用途", 1), (table.purpose or "", 6)),
        _PLAN,
        (("资金支出计划（%）", 1), ("25%", 2), ("50%", 1), ("85%", 2), ("100%", 1)),
        (("绩效目标", 1), (table.objectives[0] if table.objectives else "", 6)),
        _HEAD,
    ]
    for one in indicators:
        texts = (one.level1, one.level2, one.name, one.description, one.value, one.basis)
        lines.append([(text or "", columns) for text, (_, columns) in zip(texts, _HEAD, strict=True)])
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(_merged(lines))}</w:tbl>'


def _merged(lines: Sequence[Cells]) -> Iterator[str]:
    """Equal cells of the first two columns are one cell, as forms have it."""
    before: list[str] = []
    for line in lines:
        cells = []
        at = 0
        for number, (text, columns) in enumerate(line):
            same = number < 2 and columns == 1 and bool(text) and before[number : number + 1] == [text]
            width = sum(_WIDTHS[at : at + columns])
            at += columns
            merge = '<w:vMerge w:val="restart"/>' if number < 2 and not same else "<w:vMerge/>" if same else ""
            span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
            inside = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
            cells.append(f"<w:tc>{inside}{_paragraph('' if same else text)}</w:tc>")
        before = [text if columns == 1 else "" for text, columns in line[:2]]
        yield f"<w:tr>{''.join(cells)}</w:tr>"


def _paragraph(text: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run}</w:p>'
