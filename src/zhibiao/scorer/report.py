"""The report as users have it: what was found, and the ways to take it along."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from zhibiao.model.report import Result
from zhibiao.reports.flat import flat_rows
from zhibiao.reports.writers import format_of, written

_NO_PANDAS = "没有安装 pandas。请先运行 pip install pandas，或用 save 存成文件。"


class Report(Result):
    """documents, indicators and errors; see model.report for their fields."""

    def to_pandas(self) -> Any:
        """A DataFrame with a row for each used indicator."""
        try:
            import pandas as pd
        except ImportError as error:
            raise ImportError(_NO_PANDAS) from error
        rows = [row for document in self.documents for row in flat_rows(document) if row["scope"] == "row"]
        return pd.DataFrame(rows).drop(columns="scope") if rows else pd.DataFrame()

    def save(self, path: str | Path) -> None:
        """Write it; the ending names the format: json, jsonl, csv or html. ValueError where there is no such format."""
        path = Path(path)
        pieces = written(self, format_of(path.name))
        path.write_bytes(b"".join(piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece for piece in pieces))
