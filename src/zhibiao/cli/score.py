"""`zhibiao score`: what is wrong with files and rows."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zhibiao.cli.doubts import few
from zhibiao.cli.exit_status import DONE, FINDINGS, UNREADABLE, WRONG_USE
from zhibiao.cli.output import OutputError, opened
from zhibiao.cli.progress import counted

if TYPE_CHECKING:
    from zhibiao.batch.scorers import Scorers
    from zhibiao.reports.writers import Writer


class Format(str, Enum):
    """Output formats of score."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    html = "html"


class FailOn(str, Enum):
    """From which severity on findings make the command fail."""

    error = "error"
    warning = "warning"
    never = "never"


_Config = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="配置文件，默认从所评文件的文件夹向上查找。", show_default=False)
]
_Baseline = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="例外清单，默认由配置指明或向上查找。", show_default=False)
]
_Models = Annotated[
    Path | None, typer.Option("--models", metavar="FOLDER", help="换用这个文件夹里的模型，默认用自带的。", show_default=False)
]
_RulesOnly = Annotated[bool, typer.Option("--rules-only", help="只按规则找问题，不用模型，不给等级和得分。")]


def score(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="要评判的文件或文件夹；- 表示从标准输入读取数据行（JSON Lines）。", show_default=False),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="写到这个文件，格式由扩展名决定。", show_default=False)
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="table（给人看的清单，默认）、json、jsonl（每个指标一行）、csv 或 html。", show_default=False),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="同时工作的进程数，1 以上的整数，默认为处理器核数。", show_default=False)
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="有 error（错误）或 warning（警告及以上）时退出状态为 1；never 则总是 0。")
    ] = FailOn.never,
    config: _Config = None,
    baseline: _Baseline = None,
    models: _Models = None,
    rules_only: _RulesOnly = False,
) -> None:
    """Judge files, folders and rows; print or write what was found."""
    from zhibiao.batch.scorers import Scorers
    from zhibiao.batch.sources import walk
    from zhibiao.errors import ConfigError, ModelError
    from zhibiao.reports.writers import format_of

    try:
        kind = form.value if form else format_of(output.name) if output else "table"
        sources = list(walk(paths))
        scorers = Scorers(config, baseline, models=False if rules_only else models)
        for source in sources:
            scorers.of(source)
    except (ConfigError, ModelError, ValueError) as error:
        raise _refused(str(error)) from error
    _tell(scorers.expired())
    if not sources:
        _tell(["没有找到文件：所给的文件夹里没有可以读取的文件。"])
    try:
        failures, grave = _run(sources, scorers, kind, output, jobs, fail_on)
    except OutputError as error:
        raise _refused(str(error)) from error
    _tell([*failures, *scorers.unmatched()])
    raise typer.Exit(UNREADABLE if failures else FINDINGS if grave else DONE)


def _run(sources: list[str], scorers: Scorers, kind: str, output: Path | None, jobs: int | None, fail_on: FailOn) -> tuple[list[str], bool]:
    """Judge and write, source by source: the failures' messages, and whether a finding is at or above fail_on."""
    from zhibiao.batch.scoring import score_many, whole
    from zhibiao.scorer.scorer import engine

    writer = _writer(kind, output)
    failures: list[str] = []
    grave = False
    parts = score_many(sources, scorers.of, jobs, stdin=sys.stdin.buffer)
    with opened(output, text=kind == "table") as write, counted(len(sources), hold=output is None) as (count, later):
        write(writer.start(engine(scorers.models)))
        for part in whole(parts) if kind in ("json", "table") else parts:
            scorers.note(part)
            failures += [failure.message for failure in part.failures]
            if part.report is not None and kind in ("jsonl", "csv"):  # json holds them, the table shows them
                _tell([f"{part.report.source}：{doubt}。" for doubt in few(part.report)])
            grave = grave or (part.report is not None and any(_fails(f.severity, fail_on) for f in part.report.all_findings()))
            later(write, writer.write(part.report, part.failures))
            count(part.source)
        later(write, [writer.end()])
    return failures, grave


def _refused(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(WRONG_USE)


def _fails(severity: str, fail_on: FailOn) -> bool:
    return severity == "error" if fail_on is FailOn.error else fail_on is FailOn.warning and severity in ("error", "warning")


def _tell(lines: list[str]) -> None:
    for line in lines:
        typer.echo(line, err=True)


def _writer(kind: str, output: Path | None) -> Writer:
    from zhibiao.cli.score_table import TableWriter
    from zhibiao.reports.writers import WRITERS

    return TableWriter(sys.stdout if output is None else None) if kind == "table" else WRITERS[kind]()
