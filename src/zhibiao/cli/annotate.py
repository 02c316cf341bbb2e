"""`zhibiao annotate`: copies of the originals with what was found written at the cells."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zhibiao.cli.exit_status import DONE, UNREADABLE, WRONG_USE
from zhibiao.cli.options import Baseline, Config, Jobs, Models, NoSuggestions, RulesOnly
from zhibiao.cli.progress import counted

if TYPE_CHECKING:
    from zhibiao.batch.scorers import Scorers
    from zhibiao.batch.targets import Targets

_NOTHING = "没有找到文件：所给的文件夹里没有可以读取的文件。"
_PASSED = "输出文件夹在所给的文件夹里面，其中的 {count} 个文件没有作为输入。"
_OVER = "{file}：副本会覆盖原件。请用 -o 另外指定一个文件夹。"
_NO_FOLDER = "{folder}：这是文件，不是文件夹。请用 -o 另外指定一个文件夹。"


def annotate(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="要批注的文件或文件夹（文件夹会逐层查找）。", show_default=False)],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="副本写到这个文件夹，没有就新建；原件不动。", show_default=False)
    ],
    fixes: Annotated[bool, typer.Option("--fixes", help="Word 文档中不改变原意的改法同时写成修订，由填报人接受或拒绝。")] = False,
    jobs: Jobs = None,
    config: Config = None,
    baseline: Baseline = None,
    models: Models = None,
    rules_only: RulesOnly = False,
    no_suggestions: NoSuggestions = False,
) -> None:
    """Write a copy of each file with comments at its faulty cells."""
    from zhibiao.batch.scorers import Scorers
    from zhibiao.batch.targets import targets
    from zhibiao.errors import ConfigError, ModelError

    if "-" in paths:
        raise _refused("标准输入（-）没有可以批注的文件。请给出文件或文件夹。")
    if output.exists() and not output.is_dir():
        raise _refused(_NO_FOLDER.format(folder=output.as_posix()))
    found = targets(paths, output)
    if found.overwritten is not None:
        raise _refused(_OVER.format(file=found.overwritten))
    try:
        scorers = Scorers(config, baseline, models=False if rules_only else models, suggest=not no_suggestions)
        for source, _ in found.pairs:
            scorers.of(source)
    except (ConfigError, ModelError) as error:
        raise _refused(str(error)) from error
    _tell(scorers.expired())
    _tell([_PASSED.format(count=found.passed)] if found.passed else [])
    _tell([] if found.pairs else [_NOTHING])
    failures = _run(found, scorers, fixes, jobs)
    _tell([*failures, *scorers.unmatched()])
    raise typer.Exit(UNREADABLE if failures else DONE)


def _run(found: Targets, scorers: Scorers, fixes: bool, jobs: int | None) -> list[str]:
    """Write the copies, a line each, and the sums; the failures' messages."""
    from zhibiao.batch.annotating import annotate_many
    from zhibiao.batch.scored import Scored

    failures: list[str] = []
    written = comments = changes = clean = lost = 0
    with counted(len(found.pairs), hold=True) as (count, later):
        for one in annotate_many(found.pairs, scorers.of, fixes, jobs):
            scorers.note(Scored(one.source, one.report, one.failures))
            failures += [failure.message for failure in one.failures]
            count(one.source)
            if one.target is None:
                lost += 1
                continue
            written, comments, changes = written + 1, comments + one.comments, changes + one.fixes
            clean += not one.comments
            told = f"批注 {one.comments} 处{f'　修订 {one.fixes} 处' if fixes else ''}" if one.comments else "没有新的批注，原样复制"
            later(typer.echo, [f"{one.target.as_posix()}　{told}"])
    sums = (
        [f"批注 {comments} 处"]
        + [f"修订 {changes} 处"] * fixes
        + [f"原样复制 {clean} 份"] * bool(clean)
        + [f"没有写成 {lost} 份"] * bool(lost)
    )
    typer.echo(f"共写成 {written} 份：{'，'.join(sums)}。")
    return failures


def _refused(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(WRONG_USE)


def _tell(lines: list[str]) -> None:
    for line in lines:
        typer.echo(line, err=True)
