"""`zhibiao feedback`: what reviewers wrote into a report, as labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from zhibiao.cli.exit_status import DONE, UNREADABLE, WRONG_USE
from zhibiao.cli.output import OutputError, opened


def feedback(
    reports: Annotated[list[Path], typer.Argument(metavar="REPORT", help="评审人填过的报告（.xlsx），可以有多个。", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="写到这个文件，如 training_data/feedback/2026.jsonl；默认打印。", show_default=False
        ),
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option("--reviewer", metavar="NAME", help="评审人，默认取“说明”表里填的，或最后保存的人。", show_default=False)
    ] = None,
) -> None:
    """One line a table, in the form of training_data/."""
    from dataclasses import replace

    from zhibiao.errors import ReadError
    from zhibiao.training.feedback.labels import feedback as labelled
    from zhibiao.training.feedback.workbook import read_workbook

    lines: list[str] = []
    rows, unread = 0, False
    for path in reports:
        try:
            book = read_workbook(path)
        except ReadError as error:
            typer.echo(error.message(path.as_posix()), err=True)
            unread = True
            continue
        found = labelled(replace(book, reviewer=reviewer) if reviewer else book)
        lines += [json.dumps(table, ensure_ascii=False) + "\n" for table in found.tables]
        rows += found.rows
        for told in found.told:
            typer.echo(f"{path.as_posix()} {told}。", err=True)
    try:
        if output is not None:
            output.parent.mkdir(parents=True, exist_ok=True)
        with opened(output) as write:
            for line in lines:
                write(line)
    except (OutputError, OSError) as error:
        typer.echo(str(error) if isinstance(error, OutputError) else f"{output}：文件夹无法建立。请检查权限。", err=True)
        raise typer.Exit(WRONG_USE) from error
    typer.echo(f"共 {len(lines)} 张表、{rows} 个指标有评审人的意见。", err=True)
    raise typer.Exit(UNREADABLE if unread else DONE)
