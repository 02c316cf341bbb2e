"""The workbook, document by document: rows leave memory as they are written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from weakref import finalize

from xlsxwriter import Workbook

from zhibiao.model.report import Copy, DocumentReport, Engine, Failure, TableReport
from zhibiao.reading.own_report import PROPERTY
from zhibiao.reports.xlsx import findings, indicators, overview
from zhibiao.reports.xlsx.forms import Forms
from zhibiao.reports.xlsx.looks import ROOM, formats
from zhibiao.reports.xlsx.notes import write_notes
from zhibiao.reports.xlsx.sheet import STRANGE, Column, Sheet

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
_CREATED = datetime(2000, 1, 1)  # the same bytes for the same result: a workbook of ours carries no clock
_FAILED = (Column("文件", 40, "plain"), Column("代码", 16, "middle"), Column("原因和办法", 90))
_ALIKE = (
    Column("文件", 30, "plain"),
    Column("表号", 5, "count"),
    Column("项目名称", 28),
    Column("单位和年度", 22),
    Column("与之雷同的文件", 30, "plain"),
    Column("表号", 5, "count"),
    Column("项目名称", 28),
    Column("单位和年度", 22),
    Column("相同的指标", 8, "score"),
    Column("说明", 40),
)
_NO_TABLE = "没有找到绩效指标表；如果文件里有，请看它是不是图片，或列名与常见的表式不同"
_MASKED = "只换了项目自己的名词"


class XlsxWriter:
    """Sheets in the order in which a reviewer needs them.

    folder: where the workbook will lie, so that links lead to the files; without it they are not made."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.buffer = BytesIO()
        # A run that is stopped never closes the book: what it holds on disk goes with the writer
        self.scratch = mkdtemp(prefix="zhibiao-")
        self.clear = finalize(self, rmtree, self.scratch, ignore_errors=True)

    def start(self, engine: Engine) -> bytes:
        """All sheets with their heads."""
        self.engine = engine
        self.book = Workbook(self.buffer, {**_OPTIONS, "tmpdir": self.scratch})
        self.book.set_properties({"title": "绩效指标评审报告", "created": _CREATED})
        self.book.set_custom_property(PROPERTY, engine.version)
        looks = formats(self.book)
        self.framed = formats(self.book, bordered=True)
        looks["room"] = self.framed["room"] = self.book.add_format(ROOM)
        self.overview = Sheet(self.book, looks, overview.NAME, overview.COLUMNS, frozen=5)
        self.indicators = Sheet(self.book, looks, indicators.NAME, indicators.COLUMNS, frozen=4)
        self.findings = Sheet(self.book, looks, findings.NAME, findings.COLUMNS, frozen=4)
        self.forms = Forms(self.book, self.framed)
        self.alike = Sheet(self.book, looks, "雷同项目", _ALIKE)
        self.failed = Sheet(self.book, looks, "读取失败", _FAILED)
        return b""

    def write(self, document: DocumentReport | None, failures: Sequence[Failure]) -> Iterator[bytes]:
        """The lines of one document on all sheets."""
        for failure in failures:
            self.failed.line([failure.source, failure.code, failure.message])
        if document is not None:
            firsts = {table.table: self._rows(document, table) for table in document.tables}
            for line in overview.lines(document, self._address(document.source), firsts):
                self.overview.line(line)
            for line in findings.lines(document):
                self.findings.line(line)
            for table in document.tables:
                self.forms.block(document, table)
            if not document.tables and document.source != "-":  # standard input begins with a part that has none
                self.failed.line([document.source, "no-table", "；".join(document.doubts or (_NO_TABLE,)) + "。"])
        yield b""

    def _rows(self, document: DocumentReport, table: TableReport) -> int | None:
        """The first line of the table's rows on the first page of indicators; None where there is none to lead to."""
        first = None
        for line in table.indicators:
            if not line.unused:
                row = self.indicators.line(indicators.cells(document, table, line))
                first = first or row
        return first if len(self.indicators.pages) == 1 else None

    def _address(self, source: str) -> str | None:
        """Beside the workbook where both lie on one drive, so that the folder can be moved as a whole."""
        if self.folder is None or source == "-":
            return None
        path = Path(source).resolve()
        try:
            relative = os.path.relpath(path, self.folder.resolve())
        except ValueError:  # another drive
            relative = str(path)
        if STRANGE.search(relative):  # a name in another encoding, which no workbook can hold
            return None
        return f"external:{relative}".replace("#", "%23")

    def end(self, copies: Sequence[Copy] = ()) -> bytes:
        """The whole file."""
        for copy in copies:
            one = (copy.source, copy.table, copy.project_name, copy.about)
            two = (copy.like_source, copy.like_table, copy.like_project, copy.like_about)
            self.alike.line([*one, *two, f"{copy.share:.0%}", _MASKED if copy.masked else ""])
        if not copies:
            self.alike.line([("没有发现雷同的项目。", "text"), *[None] * (len(_ALIKE) - 1)])
        if not self.failed.row:
            self.failed.line([("全部文件都已读取。", "text"), None, None])
        for sheet in (self.overview, self.indicators, self.findings, self.alike, self.failed):
            sheet.finish()
        self.forms.finish()
        write_notes(self.book, self.framed, self.engine)
        self.book.close()
        self.clear()
        return self.buffer.getvalue()
