"""Flat rows with types."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest

from zhibiao.model.finding import Finding
from zhibiao.model.report import DocumentReport, Engine, IndicatorReport, Result, TableReport
from zhibiao.reports.flat import COLUMNS
from zhibiao.reports.parquet import ParquetWriter
from zhibiao.reports.writers import written

FINDING = Finding("M206", "missing-operator", "warning", "value", (0, 4), "100%", "请加符号。", "依据")
GRADES = dict(zip("SMART", (3, 2, 2, 3, None), strict=True))
ROW = IndicatorReport(1, id=7, name="合格率", value="=100%", smart=GRADES, score=82.5, needs_review=True, findings=(FINDING,))
DOCUMENT = DocumentReport("甲.docx", tables=(TableReport(1, project_name="养护", indicators=(ROW, IndicatorReport(2, unused=True))),))


def test_rows_and_types() -> None:
    from pyarrow import parquet

    data = b"".join(piece for piece in written(Result(Engine("1.0", None, 1), (DOCUMENT,)), "parquet") if isinstance(piece, bytes))
    table = parquet.read_table(BytesIO(data))
    assert tuple(table.column_names) == COLUMNS
    assert parquet.read_metadata(BytesIO(data)).metadata[b"zhibiao"] == b"1.0"
    (row,) = table.to_pylist()
    wanted = {
        "source": "甲.docx",
        "row": 1,
        "id": "7",
        "value": "=100%",
        "S": 3,
        "T": None,
        "score": 82.5,
        "needs_review": True,
        "codes": "M206",
    }
    assert {key: row[key] for key in wanted} == wanted


def test_many_rows_are_written_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    from pyarrow import parquet

    monkeypatch.setattr(ParquetWriter, "ROWS", 2)
    writer = ParquetWriter()
    writer.start(Engine("1.0", None, 1))
    for _ in range(5):
        list(writer.write(DOCUMENT, ()))
    file = parquet.ParquetFile(BytesIO(writer.end()))
    assert file.metadata.num_rows == 5
    assert file.num_row_groups == 3


def test_without_pyarrow_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ValueError, match=r'没有安装 pyarrow，不能写 parquet。请运行 pip install "zhibiao\[parquet\]"'):
        ParquetWriter()
