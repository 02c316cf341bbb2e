"""Files larger than any submission: judged whole, in bounded time."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import xlsxwriter
from command_line import said, zhibiao

from document_comparison import FILES

HEAD = ("一级指标", "二级指标", "三级指标", "指标值")
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def rows(first: int, count: int) -> list[tuple[str, str, str, str]]:
    return [("产出指标", "数量指标", f"第{number}号机井维修数量", f"≥{number}眼") for number in range(first, first + count)]


def test_a_workbook_of_fifty_thousand_rows(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "大 表.xlsx", {"constant_memory": True}) as book:
        sheet = book.add_worksheet("指标")
        for number, row in enumerate([HEAD, *rows(1, 50_000)]):
            sheet.write_row(number, 0, row)
    run = zhibiao(tmp_path, "score", "大 表.xlsx", "--rules-only", "-o", "报告.csv")
    assert run.returncode == 0, said(run)
    assert said(run).splitlines()[0] == "评判完成：1 份文件、1 张表、50000 个指标。"
    with (tmp_path / "报告.csv").open(encoding="utf-8-sig", newline="") as file:
        last = [row["name"] for row in csv.DictReader(file)][-1]
    assert last == "第50000号机井维修数量"


def cells(row: tuple[str, ...]) -> str:
    return "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in row)


def test_a_document_of_five_hundred_tables(tmp_path: Path) -> None:
    body = "".join(
        f"<w:p><w:r><w:t>第{number}号项目绩效目标表</w:t></w:r></w:p><w:tbl>"
        + "".join(f"<w:tr>{cells(row)}</w:tr>" for row in [HEAD, *rows(10 * number, 3)])
        + "</w:tbl><w:p/>"
        for number in range(1, 501)
    )
    with zipfile.ZipFile(FILES / "a13_bare_table.docx") as frame, zipfile.ZipFile(tmp_path / "大 文本.docx", "w") as made:
        for name in frame.namelist():
            if name != "word/document.xml":
                made.writestr(name, frame.read(name))
        made.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{body}<w:sectPr/></w:body></w:document>")
    run = zhibiao(tmp_path, "score", "大 文本.docx", "--rules-only", "--format", "json")
    assert run.returncode == 0, said(run)
    (document,) = json.loads(run.stdout)["documents"]
    assert [table["table"] for table in document["tables"]] == list(range(1, 501))
    assert [line["name"] for line in document["tables"][-1]["indicators"]] == [row[2] for row in rows(5_000, 3)]
