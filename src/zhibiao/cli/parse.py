"""`zhibiao parse`: what was read, without judging it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import Enum
from typing import Annotated, Any

import typer

from zhibiao.cli.exit_status import DONE, UNREADABLE


class Format(str, Enum):
    """Output formats of parse."""

    json = "json"
    jsonl = "jsonl"


def parse(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="文件或文件夹（文件夹会逐层查找）。", show_default=False)],
    output: Annotated[Format, typer.Option("--format", help="json：一个整体；jsonl：每份文件一行。")] = Format.json,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, help="同时读取的进程数，默认为处理器核数。", show_default=False)] = None,
) -> None:
    """Read files and folders and print them as JSON."""
    from zhibiao.batch.reading import read_many
    from zhibiao.batch.sources import walk
    from zhibiao.reports.document_json import document_json

    documents: list[dict[str, Any]] = []
    errors: list[dict[str, str]] = []
    for outcome in read_many(list(walk(paths)), jobs):
        found = [{"source": f.source, "code": f.code, "message": f.message} for f in outcome.failures]
        if outcome.document is not None:
            documents.append(document_json(outcome.document))
        errors.extend(found)
        if output is Format.jsonl:
            _print_lines([*documents, *found])
            documents.clear()
    if output is Format.json:
        _print({"documents": documents, "errors": errors})
    for error in errors:
        typer.echo(error["message"], err=True)
    raise typer.Exit(UNREADABLE if errors else DONE)


def _print_lines(entries: Iterable[dict[str, Any]]) -> None:
    for entry in entries:
        _write(json.dumps(entry, ensure_ascii=False, default=str) + "\n")


def _print(whole: dict[str, Any]) -> None:
    _write(json.dumps(whole, ensure_ascii=False, indent=1, default=str) + "\n")


def _write(text: str) -> None:
    """UTF-8 whatever the terminal's locale says: LANG=C and Windows code pages must not lose a character."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
