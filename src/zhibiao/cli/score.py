"""`zhibiao score`: what is wrong with files and rows."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from zhibiao.cli.exit_status import DONE, FINDINGS, UNREADABLE, WRONG_USE
from zhibiao.cli.options import BaselineOrReport, Config, Jobs, Models, NoSuggestions, RulesOnly
from zhibiao.cli.output import OutputError, opened
from zhibiao.cli.progress import counted

if TYPE_CHECKING:
    from zhibiao.batch.cache import Cache
    from zhibiao.batch.remembered import Told
    from zhibiao.batch.run import Run
    from zhibiao.reports.writers import Writer


class Format(str, Enum):
    """Output formats of score."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    xlsx = "xlsx"
    html = "html"
    parquet = "parquet"
    sarif = "sarif"


class FailOn(str, Enum):
    """From which severity on findings make the command fail."""

    error = "error"
    warning = "warning"
    never = "never"


_Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="要评判的文件或文件夹；- 表示从标准输入读取数据行（JSON Lines）。", show_default=False),
]
_Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="写到这个文件，格式由扩展名决定。", show_default=False)
]
_Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="table（给人看的清单，默认）、xlsx（评审用的工作簿）、html（网页）、json、jsonl（每个指标一行）、csv、parquet 或 sarif。",
        show_default=False,
    ),
]
_FailOn = Annotated[FailOn, typer.Option("--fail-on", help="有 error（错误）或 warning（警告及以上）时退出状态为 1；never 则总是 0。")]
_Cache = Annotated[
    Path | None,
    typer.Option(
        "--cache", metavar="FOLDER", help="存放评判结果的文件夹，没有变动的不再重评，默认是用户的缓存文件夹。", show_default=False
    ),
]
_NoCache = Annotated[bool, typer.Option("--no-cache", help="不存也不用以前的结果。")]
_JOINED = ("json", "table")  # formats that need each source whole
_TELLS_DOUBTS = ("jsonl", "csv")  # formats that have no room for them


def score(
    paths: _Paths,
    output: _Output = None,
    form: _Form = None,
    jobs: Jobs = None,
    fail_on: _FailOn = FailOn.never,
    config: Config = None,
    baseline: BaselineOrReport = None,
    models: Models = None,
    rules_only: RulesOnly = False,
    no_suggestions: NoSuggestions = False,
    cache: _Cache = None,
    no_cache: _NoCache = False,
) -> None:
    """Judge files, folders and rows; print or write what was found."""
    from zhibiao.errors import ConfigError, ModelError
    from zhibiao.reports.writers import BINARY, format_of

    try:
        kind = form.value if form else format_of(output.name) if output else "table"
        if kind in BINARY and output is None:
            raise ValueError(f"{kind} 不能显示在屏幕上。请用 -o 报告.{kind} 写成文件。")
        run = _run(
            paths, kind, output, jobs, _Means(config, baseline, False if rules_only else models, not no_suggestions, not no_cache, cache)
        )
    except (ConfigError, ModelError, ValueError) as error:
        raise _refused(str(error)) from error
    _tell(run.scorers.expired())
    if not run.wanted.sources:
        _tell(["没有找到文件：所给的文件夹里没有可以读取的文件。"])
    try:
        told = _write(run, kind, output)
    except OutputError as error:
        raise _refused(str(error)) from error
    if output is not None:
        from zhibiao.cli.summary import summary_lines

        _tell([*summary_lines(told.summary), f"报告已写入 {output.as_posix()}。"])
    _tell([*(told.doubts if kind in _TELLS_DOUBTS else ()), *told.failures, *told.unmatched])
    grave = any(told.summary.severities[severity] for severity in _GRAVE[fail_on])
    raise typer.Exit(UNREADABLE if told.failures else FINDINGS if grave else DONE)


class _Means(NamedTuple):
    """By what to judge, and where results are kept."""

    config: Path | None
    baseline: Path | None
    models: Path | bool | None
    suggests: bool
    keeps: bool
    cache: Path | None


def _run(paths: list[str], kind: str, output: Path | None, jobs: int | None, means: _Means) -> Run:
    """The run that is asked for; every setting is read now, so that mistakes are told before the work."""
    from zhibiao.batch.run import Run, Wanted
    from zhibiao.batch.scorers import Scorers
    from zhibiao.batch.sources import walk
    from zhibiao.reports.earlier import read_earlier

    reported = means.baseline is not None and means.baseline.suffix.lower() == ".json"
    ours = [path.resolve() for path in (output, means.baseline) if path]
    held = means.cache.resolve() if means.cache else None
    sources = [source for source in walk(paths) if not _is_ours(source, ours, held)]
    earlier = read_earlier(means.baseline, sources) if means.baseline and reported else None
    scorers = Scorers(means.config, None if reported else means.baseline, models=means.models, suggest=means.suggests)
    for source in sources:
        scorers.of(source)
    place = (kind, output.resolve().parent.as_posix()) if output else None
    wanted = Wanted(sources, jobs, place, kind in _JOINED, earlier)
    return Run(wanted, scorers, _cache(means.cache) if means.keeps else None, sys.stdin.buffer)


_GRAVE = {FailOn.error: ("error",), FailOn.warning: ("error", "warning"), FailOn.never: ()}


def _is_ours(source: str, files: list[Path], cache: Path | None) -> bool:
    """What lies in the folder from the last time is no submission: the report, the one compared with, kept results."""
    path = Path(source)
    if any(path.name == file.name for file in files) and path.resolve() in files:
        return True
    return cache is not None and cache in path.resolve().parents


def _cache(folder: Path | None) -> Cache | None:
    """Where results are kept; None, and a word why, where they cannot be."""
    from zhibiao.batch.cache import Cache, usual_folder

    folder = folder or usual_folder()
    try:
        return Cache(folder)
    except OSError:
        _tell([f"{folder.as_posix()}：缓存文件夹无法写入，结果不会留到下次。可以用 --cache 指定别的文件夹，或用 --no-cache 不用缓存。"])
        return None


def _write(run: Run, kind: str, output: Path | None) -> Told:
    """The report of an earlier run where nothing has changed, else a new one, source by source."""
    from zhibiao.scorer.garbage import seldom
    from zhibiao.scorer.scorer import engine

    kept = run.recalled()
    if kept is not None:
        report, told = kept
        with opened(output) as write:
            write(report)
        return told
    writer = _writer(kind, output)
    total = len(run.wanted.sources)
    with seldom(), opened(output, text=kind == "table") as write, counted(total, output is None, run.summary) as (count, later):
        later(write, [writer.start(engine(run.scorers.models))])
        for part in run.parts():
            later(write, writer.write(part.report, part.failures))
            count(part.source)
        later(write, [writer.end(run.copies())])
    told = run.told()
    try:
        run.keep(output)
    except OSError:
        run.unkept += 1
    if run.unkept:
        _tell([f"有 {run.unkept} 份结果没能存入缓存（磁盘已满或没有权限），下次会重新评判。"])
    return told


def _refused(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(WRONG_USE)


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line, err=True)


def _writer(kind: str, output: Path | None) -> Writer:
    from zhibiao.cli.score_table import TableWriter
    from zhibiao.reports.writers import WRITERS

    return TableWriter(sys.stdout if output is None else None) if kind == "table" else WRITERS[kind](output.parent if output else None)
