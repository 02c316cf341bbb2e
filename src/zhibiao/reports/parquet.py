"""Parquet for people who analyse many reports: the flat rows (reports.flat) with types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from zhibiao.model.report import LETTERS, Copy, DocumentReport, Engine, Failure
from zhibiao.reports.flat import COLUMNS, flat_rows

_NO_PYARROW = '没有安装 pyarrow，不能写 parquet。请运行 pip install "zhibiao[parquet]"，或改用 csv、jsonl。'
_TYPES = {"table": "int32", "row": "int32", "score": "float64", "needs_review": "bool_", **dict.fromkeys(LETTERS, "int8")}


class ParquetWriter:
    """A row group a few thousand rows, so that a long run needs no more memory than a short one. ValueError without pyarrow."""

    ROWS = 10_000

    def __init__(self) -> None:
        try:
            import pyarrow as pa
            from pyarrow import parquet
        except ImportError as error:
            raise ValueError(_NO_PYARROW) from error
        self.pa = pa
        self.schema = pa.schema([(name, getattr(pa, _TYPES.get(name, "string"))()) for name in COLUMNS])
        self.buffer = BytesIO()
        self.file = parquet.ParquetWriter(self.buffer, self.schema)
        self.rows: list[dict[str, Any]] = []

    def start(self, engine: Engine) -> bytes:
        """What judged stands in the file's own metadata."""
        self.file.add_key_value_metadata({"zhibiao": engine.version})
        return b""

    def write(self, document: DocumentReport | None, failures: Sequence[Failure]) -> Iterator[bytes]:  # noqa: ARG002 - told beside
        """Nothing yet."""
        for row in flat_rows(document) if document is not None else ():
            self.rows.append({**row, "id": None if row["id"] is None else str(row["id"])})
        if len(self.rows) >= self.ROWS:
            self._flush()
        yield b""

    def _flush(self) -> None:
        self.file.write_table(self.pa.Table.from_pylist(self.rows, self.schema))
        self.rows = []

    def end(self, copies: Sequence[Copy] = ()) -> bytes:  # noqa: ARG002 - of rows, not of the run
        """The whole file."""
        self._flush()
        self.file.close()
        return self.buffer.getvalue()
