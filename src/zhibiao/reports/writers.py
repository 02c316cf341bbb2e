"""Reports written piece by piece, so that a long run needs no memory for what is already out; one writer a format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import Any, Protocol

from zhibiao.model.report import Copy, DocumentReport, Engine, Failure, Result
from zhibiao.reports.flat import COLUMNS, flat_rows
from zhibiao.reports.score_json import copy_json, engine_json, failure_json, indicator_lines, report_json

_FORMULA = tuple("=+-@\t\r＝＋－＠")  # what a spreadsheet may take for a formula
_NO_FORMAT = "不能写成“{ending}”格式。现有的格式：{known}。"


Piece = str | bytes  # text is written as UTF-8


class Writer(Protocol):
    """start, then documents and failures in order, then end with what only the whole run shows."""

    def start(self, engine: Engine) -> Piece: ...

    def write(self, document: DocumentReport | None, failures: Sequence[Failure]) -> Iterator[Piece]: ...

    def end(self, copies: Sequence[Copy] = ()) -> Piece: ...


class JsonWriter:
    """One JSON value, a document at a time."""

    def __init__(self) -> None:
        self.first = True
        self.failures: list[Failure] = []

    def start(self, engine: Engine) -> str:
        """Up to the documents."""
        return f'{{\n "engine": {_nested(engine_json(engine), 1)},\n "documents": ['

    def write(self, document: DocumentReport | None, failures: Sequence[Failure]) -> Iterator[str]:
        """A document; failures come at the end."""
        self.failures += failures
        if document is not None:
            yield f"{'' if self.first else ','}\n  {_nested(report_json(document), 2)}"
            self.first = False

    def end(self, copies: Sequence[Copy] = ()) -> str:
        """The failures, and tables that are like others of the run."""
        errors = [failure_json(failure) for failure in self.failures]
        alike = [copy_json(copy) for copy in copies]
        return f'{"" if self.first else chr(10) + " "}],\n "errors": {_nested(errors, 1)},\n "copies": {_nested(alike, 1)}\n}}\n'


def _nested(value: Any, depth: int) -> str:
    """Indented as it would be inside; strings hold no line breaks of their own in JSON."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False).replace("\n", "\n" + " " * depth)


class JsonLinesWriter:
    """One indicator a line; a failure is a line too."""

    def start(self, engine: Engine) -> str:  # noqa: ARG002 - the lines have no head
        """Nothing."""
        return ""

    def write(self, document: DocumentReport | None, failures: Sequence[Failure]) -> Iterator[str]:
        """The lines of a document, then its failures."""
        for line in indicator_lines(document) if document is not None else ():
            yield _line(line)
        for failure in failures:
            yield _line(failure_json(failure))

    def end(self, copies: Sequence[Copy] = ()) -> str:  # noqa: ARG002 - of rows, not of the run
        """Nothing."""
        return ""


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"


class CsvWriter:
    """Flat rows for a spreadsheet, with the mark that lets it read Chinese; failures are told beside, not in it."""

    def start(self, engine: Engine) -> str:  # noqa: ARG002 - a table has no head but its columns
        """The columns."""
        return "\ufeff" + _csv(COLUMNS)

    def write(self, document: DocumentReport | None, failures: Sequence[Failure]) -> Iterator[str]:  # noqa: ARG002
        """The rows of a document."""
        for row in flat_rows(document) if document is not None else ():
            yield _csv([_cell(row[column]) for column in COLUMNS])

    def end(self, copies: Sequence[Copy] = ()) -> str:  # noqa: ARG002 - of rows, not of the run
        """Nothing."""
        return ""


def _csv(cells: Sequence[Any]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _cell(value: Any) -> Any:
    """Text that could run as a formula (=100% is a common target) gets an apostrophe before it."""
    if value is None or isinstance(value, (int, float)):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _xlsx(folder: Path | None) -> Writer:
    from zhibiao.reports.xlsx.writer import XlsxWriter

    return XlsxWriter(folder)


def _html(_: Path | None) -> Writer:
    from zhibiao.reports.html.writer import HtmlWriter

    return HtmlWriter()


def _sarif(_: Path | None) -> Writer:
    from zhibiao.reports.sarif import SarifWriter

    return SarifWriter()


def _parquet(_: Path | None) -> Writer:
    from zhibiao.reports.parquet import ParquetWriter

    return ParquetWriter()


# By format; folder: where the file will lie. Libraries are imported when their format is asked for.
WRITERS: dict[str, Callable[[Path | None], Writer]] = {
    "json": lambda _: JsonWriter(),
    "jsonl": lambda _: JsonLinesWriter(),
    "csv": lambda _: CsvWriter(),
    "xlsx": _xlsx,
    "html": _html,
    "parquet": _parquet,
    "sarif": _sarif,
}
BINARY = ("xlsx", "parquet")  # formats that no terminal shows


def format_of(name: str) -> str:
    """The format that a file's ending names; ValueError says in Chinese which there are."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in WRITERS:
        raise ValueError(_NO_FORMAT.format(ending=ending or name, known="、".join(WRITERS)))
    return ending


def written(result: Result, form: str, folder: Path | None = None) -> Iterator[Piece]:
    """A whole result in one format; folder: where it will lie."""
    writer = WRITERS[form](folder)
    yield writer.start(result.engine)
    for document in result.documents:
        yield from writer.write(document, ())
    yield from writer.write(None, result.errors)
    yield writer.end(result.copies)
