"""The report as users have it: what was found, and the ways to take it along."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from zhibiao.model.report import Result
from zhibiao.reports.flat import COLUMNS, flat_rows
from zhibiao.reports.whole_file import whole_file
from zhibiao.reports.writers import format_of, written

_NO_LIBRARY = "没有安装 {library}。请先运行 pip install {library}，或用 save 存成文件。"


class Report(Result):
    """documents, indicators and errors; see model.report for their fields."""

    def to_pandas(self) -> Any:
        """A pandas DataFrame with a row for each used indicator.

        >>> report = zhibiao.load().score(zhibiao.read("samples/农村公路养护.docx"))
        >>> report.to_pandas()["grade"].value_counts()["优"].item()
        12
        """
        return self._frame("pandas")

    def to_polars(self) -> Any:
        """The same for polars."""
        return self._frame("polars")

    def _frame(self, library: str) -> Any:
        try:
            frames = import_module(library)
        except ImportError as error:
            raise ImportError(_NO_LIBRARY.format(library=library)) from error
        rows = [row for document in self.documents for row in flat_rows(document) if row["scope"] == "row"]
        columns = {name: [row[name] for row in rows] for name in COLUMNS if name != "scope"}
        return frames.DataFrame(columns)

    def save(self, path: str | Path) -> None:
        """Write it whole or not at all; the ending names the format (reports.writers). ValueError where there is no such format."""
        path = Path(path)
        pieces = written(self, format_of(path.name), path.parent)
        with whole_file(path) as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece)
