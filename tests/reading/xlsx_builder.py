"""Workbooks for tests: by openpyxl, or part by part as other programs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any

import openpyxl

from zhibiao.config.limits import Limits
from zhibiao.reading.blocks import Blocks, Grid
from zhibiao.reading.budget import Budget
from zhibiao.reading.xlsx import read_xlsx

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def read(data: bytes, **limits: Any) -> Blocks:
    return read_xlsx(data, Budget(Limits(**limits)))


def saved(workbook: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def package(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def relationships(links: Iterable[tuple[str, str, str]], namespace: str = LINKS) -> str:
    inner = "".join(f'<Relationship Id="{key}" Type="{namespace}/{kind}" Target="{target}"/>' for key, kind, target in links)
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def by_hand(rows: str, tail: str = "", *, namespace: str = MAIN, links: str = LINKS, book: str = "", **parts: str) -> bytes:
    """One sheet named 表1 with the given rows; further parts by path, / written as __ and the ending left out."""
    extra = {f"{name.replace('__', '/')}.xml": text for name, text in parts.items()}
    kinds = [("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"), ("r3", "styles", "styles.xml")]
    sheets = '<sheets><sheet name="表1" sheetId="1" r:id="r1"/></sheets>'
    return package(
        {
            "_rels/.rels": relationships([("r1", "officeDocument", "xl/workbook.xml")], links),
            "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{links}">{book}{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": relationships(kinds, links),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}"><sheetData>{rows}</sheetData>{tail}</worksheet>',
            **extra,
        }
    )


def strings(*items: str) -> str:
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def styles(*codes: str) -> str:
    formats = "".join(f'<numFmt numFmtId="{164 + k}" formatCode="{code}"/>' for k, code in enumerate(codes))
    uses = "".join(f'<xf numFmtId="{164 + k}"/>' for k in range(len(codes)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{uses}<xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="31"/></cellXfs></styleSheet>'
    )


def grid_of(blocks: Blocks, number: int = 0) -> Grid:
    grid = [block for block in blocks.blocks if isinstance(block, Grid)][number]
    assert blocks.kind == "xlsx"
    return grid


def texts(blocks: Blocks, number: int = 0) -> dict[str, str]:
    """Text by printed address."""
    grid = grid_of(blocks, number)
    return {f"{chr(64 + grid.first_column + cell.column)}{grid.first_row + cell.row}": cell.text for cell in grid.cells}
