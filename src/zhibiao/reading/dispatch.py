"""Which reader takes a file; each is imported only when a file needs it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.reading.blocks import Blocks
from zhibiao.reading.budget import Budget
from zhibiao.reading.refusals import FAILURES, REFUSED, damage, refusal
from zhibiao.reading.sniff import sniff

THROUGH_OFFICE = {"doc": ".doc", "rtf": ".rtf"}


def read_any(data: bytes, name: str, path: Path | None, limits: Limits) -> Blocks:
    """Sniff, then read; only ReadError leaves."""
    kind = ""
    try:
        kind = sniff(data, name)
        if kind in REFUSED:
            raise refusal(kind)
        if kind in THROUGH_OFFICE:
            return read_through_office(data, THROUGH_OFFICE[kind], path, limits)
        return READERS[kind](data, Budget(limits))
    except FAILURES as error:
        raise damage(kind) from error


def read_through_office(data: bytes, ending: str, path: Path | None, limits: Limits) -> Blocks:
    """Old Word and RTF: converted to docx first. Bytes without a file are put into one."""
    from zhibiao.reading.docx import read_docx
    from zhibiao.reading.office import convert

    with tempfile.TemporaryDirectory(prefix="zhibiao-", ignore_cleanup_errors=True) as folder:
        if path is None:
            path = Path(folder) / f"document{ending}"
            path.write_bytes(data)
        converted = convert([path], limits)[path]
    if isinstance(converted, ReadError):
        raise converted
    return replace(read_docx(converted, Budget(limits)), kind="doc")


def _docx(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.docx import read_docx

    return read_docx(data, budget)


def _xlsx(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.xlsx import read_xlsx

    return read_xlsx(data, budget)


def _xls(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.xls import read_xls

    return read_xls(data, budget)


def _pdf(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.pdf import read_pdf

    return read_pdf(data, budget)


def _html(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.html import read_html

    return read_html(data, budget)


def _mhtml(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.mhtml import read_mhtml

    return read_mhtml(data, budget)


def _opendocument(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.opendocument import read_opendocument

    return read_opendocument(data, budget)


def _flat_opendocument(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.opendocument import read_flat_opendocument

    return read_flat_opendocument(data, budget)


def _spreadsheetml(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.office_xml import read_spreadsheetml

    return read_spreadsheetml(data, budget)


def _wordml(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.office_xml import read_wordml

    return read_wordml(data, budget)


def _flat_opc(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.office_xml import read_flat_opc

    return read_flat_opc(data, budget)


def _csv(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.delimited import read_csv
    from zhibiao.reading.text_file import read_rows

    return read_rows(data, budget, read_csv)


def _jsonl(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.records import read_jsonl
    from zhibiao.reading.text_file import read_rows

    return read_rows(data, budget, read_jsonl)


def _txt(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.text_file import read_text

    return read_text(data, "txt", budget)


def _md(data: bytes, budget: Budget) -> Blocks:
    from zhibiao.reading.text_file import read_text

    return read_text(data, "md", budget)


READERS: dict[str, Callable[[bytes, Budget], Blocks]] = {
    "docx": _docx,
    "xlsx": _xlsx,
    "xls": _xls,
    "pdf": _pdf,
    "html": _html,
    "mhtml": _mhtml,
    "odt": _opendocument,
    "ods": _opendocument,
    "flat-odf": _flat_opendocument,
    "spreadsheetml": _spreadsheetml,
    "wordml": _wordml,
    "flat-opc": _flat_opc,
    "csv": _csv,
    "jsonl": _jsonl,
    "txt": _txt,
    "md": _md,
}
