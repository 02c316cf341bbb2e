"""`zhibiao parse`: what was read, without judging it."""

from __future__ import annotations

import json
import sys
from enum import Enum
from typing import Annotated, Any

import typer

from zhibiao.cli.exit_status import DONE, UNREADABLE


class Format(str, Enum):
    """Output formats of parse."""

    json = "json"
    jsonl = "jsonl"


def parse(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="要读取的文件或文件夹（文件夹会逐层查找）。", show_default=False)],
    output: Annotated[Format, typer.Option("--format", help="json（合成一个整体）或 jsonl（每份文件一行）。")] = Format.json,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="同时读取的进程数，1 以上的整数，默认为处理器核数。", show_default=False)
    ] = None,
) -> None:
    """Read files and folders and print them as JSON."""
    from zhibiao.batch.reading import read_many
    from zhibiao.batch.sources import walk
    from zhibiao.reports.document_json import document_json

    sources = list(walk(paths))
    if not sources:
        typer.echo("没有找到文件：所给的文件夹里没有可以读取的文件。", err=True)
    documents: list[dict[str, Any]] = []
    errors: list[dict[str, str]] = []
    for outcome in read_many(sources, jobs):
        found = [{"source": f.source, "code": f.code, "message": f.message} for f in outcome.failures]
        read = [] if outcome.document is None else [document_json(outcome.document)]
        errors.extend(found)
        if output is Format.jsonl:
            for entry in (*read, *found):
                _write(entry)
        else:
            documents.extend(read)
    if output is Format.json:
        _write({"documents": documents, "errors": errors}, indent=1)
    for error in errors:
        typer.echo(error["message"], err=True)
    raise typer.Exit(UNREADABLE if errors else DONE)


def _write(entry: dict[str, Any], indent: int | None = None) -> None:
    """UTF-8 whatever the terminal's locale says: LANG=C and Windows code pages must not lose a character."""
    text = json.dumps(entry, ensure_ascii=False, indent=indent, allow_nan=False) + "\n"
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
