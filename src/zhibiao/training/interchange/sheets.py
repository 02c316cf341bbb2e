"""csv and xlsx files of labelled rows, as anyone can edit them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from zhibiao.errors import ReadError
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.report import LETTERS
from zhibiao.reading import read_blocks
from zhibiao.reading.blocks import Grid
from zhibiao.training.data.records import DataError
from zhibiao.training.interchange.cells import COLUMNS, cells_of, line_of
from zhibiao.training.interchange.lines import GRADES, Line, Placed

_SHEET = "标注"
_FORMULA = tuple("=+-@'＝＋－＠")  # what a spreadsheet takes for a formula, and the apostrophe that keeps it from doing so
_WIDTHS = {"三级指标": 24, "指标描述": 24, "指标值": 16, "确定依据": 18, "项目名称": 20, "问题": 24, "可接受的类别": 14}
_NARROW, _USUAL = 5, 10


def csv_written(lines: Iterable[Line]) -> bytes:
    """UTF-8 with a mark, so that Excel shows Chinese; texts that could run as formulas have an apostrophe before them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for line in lines:
        cells = cells_of(line)
        writer.writerow([_guarded(cells[head]) for head in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def csv_read(data: bytes, name: str) -> Iterator[Placed]:
    """UTF-8, or GB 18030 as Excel saves it in China."""
    reader = csv.reader(io.StringIO(_decoded(data, name), newline=""))
    heads = next(reader, [])
    _check(heads, name)
    for cells in reader:
        if any(cells):
            where = f"{name} 第{reader.line_num}行"
            if len(cells) != len(heads):
                raise DataError(f"{where}：有 {len(cells)} 格，表头有 {len(heads)} 格；请检查这一行的逗号和引号")
            yield line_of({head: cell.removeprefix("'") for head, cell in zip(heads, cells, strict=True)}, where)


def _decoded(data: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise DataError(f"{name}：既不是 UTF-8 也不是 GB 18030 编码；请在 Excel 中另存为“CSV UTF-8”")


def _check(heads: Iterable[str], name: str) -> None:
    missing = [head for head in COLUMNS if head not in set(heads) and "参考" not in head]
    if missing:
        raise DataError(f"{name}：缺少 {'、'.join(missing)} 列；请从 zhibiao data export 写出的文件开始标注，不要删列")


def xlsx_written(lines: Iterable[Line]) -> bytes:
    """One sheet, with lists to choose from; nothing becomes a formula, a number or a link."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet(_SHEET)
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    sheet.write_row(0, 0, COLUMNS, book.add_format({"bold": True, "text_wrap": True}))
    sheet.freeze_panes(1, 0)
    count = 0
    for count, line in enumerate(lines, 1):
        cells = cells_of(line)
        for column, head in enumerate(COLUMNS):
            if cells[head]:
                sheet.write_string(count, column, cells[head], wrapped)
    for column, head in enumerate(COLUMNS):
        hidden = {"hidden": True} if head.endswith("其余") else {}
        sheet.set_column(column, column, _WIDTHS.get(head, _NARROW if len(head) == 1 else _USUAL), None, hidden)
        choices: Mapping[str, tuple[str, ...]] = {**dict.fromkeys(LETTERS, GRADES), "类别": CATEGORIES}
        if head in choices and count:
            sheet.data_validation(1, column, count, column, {"validate": "list", "source": list(choices[head]), "error_type": "warning"})
    book.close()
    return out.getvalue()


def xlsx_read(path: Path) -> Iterator[Placed]:
    """Whatever program saved the workbook last."""
    try:
        grids = [block for block in read_blocks(path).blocks if isinstance(block, Grid)]
    except ReadError as error:
        raise DataError(error.message(path.name)) from error
    grid = next((each for each in grids if each.place.sheet == _SHEET), grids[0] if grids else None)
    if grid is None:
        raise DataError(f"{path.name}：没有内容；请从 zhibiao data export 写出的文件开始标注")
    rows = [[""] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text
    heads = rows[0]
    _check(heads, path.name)
    for number, cells in enumerate(rows[1:], grid.first_row + 1):
        if any(cells):
            yield line_of(dict(zip(heads, cells, strict=True)), f"{path.name} 第{number}行")
