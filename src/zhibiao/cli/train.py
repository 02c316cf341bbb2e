"""`zhibiao train` and `zhibiao evaluate`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from zhibiao.cli.exit_status import UNREADABLE, WRONG_USE

_DATA = Annotated[Path, typer.Option("--data", metavar="FOLDER", help="标注数据所在的文件夹。")]
_MODELS = Annotated[Path, typer.Option("--models", metavar="FOLDER", help="模型所在的文件夹。")]
_NEEDED = (
    "训练要用 sentence-transformers 和 torch，尚未安装（缺 {missing}）；请先 pip install torch==2.13.0，再 pip install 'zhibiao[train]'。"
)


def train(
    data: _DATA = Path("training_data"),
    models: _MODELS = Path("models"),
) -> None:
    """Rebuild every model and measure it."""
    from zhibiao.errors import ModelError
    from zhibiao.training.data.records import DataError
    from zhibiao.training.metrics import write_metrics
    from zhibiao.training.train import train as trained

    _there(data, models / "encoder" / "base")
    started = time.monotonic()

    def say(line: str) -> None:
        typer.echo(f"{time.monotonic() - started:6.0f} 秒  {line}")

    try:
        trained(data, models, say=say)
        lines = write_metrics(data, models)
    except (DataError, ModelError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error
    except ModuleNotFoundError as error:
        typer.echo(_NEEDED.format(missing=error.name), err=True)
        raise typer.Exit(UNREADABLE) from error
    say("测试：完成，写入 metrics.json")
    for line in ("", *lines):
        typer.echo(line)


def evaluate(
    data: _DATA = Path("training_data"),
    models: _MODELS = Path("models"),
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="FOLDER", help="与这个文件夹里的旧模型逐行比较：变好、变差的各多少。", show_default=False),
    ] = None,
    rows: Annotated[
        Path | None,
        typer.Option("--rows", metavar="FILE", help="与 --against 同用：有变化的行写成 csv。", show_default=False),
    ] = None,
) -> None:
    """Print what the models are worth on sectors that no fitting saw, or what they won and lost against older ones."""
    from zhibiao.errors import ModelError
    from zhibiao.training.data.records import DataError
    from zhibiao.training.evaluation.report import evaluate as measured

    _there(data, models)
    if rows is not None and against is None:
        typer.echo("--rows 要与 --against 同用：用 --against 给出旧模型的文件夹。", err=True)
        raise typer.Exit(WRONG_USE)
    try:
        lines = measured(data, models).lines if against is None else _compared(data, models, against, rows)
    except (DataError, ModelError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error
    for line in lines:
        typer.echo(line)


def _compared(data: Path, models: Path, against: Path, rows: Path | None) -> list[str]:
    from zhibiao.cli.output import OutputError, opened
    from zhibiao.training.evaluation.comparing import compare

    _there(against)
    found = compare(data, models, against)
    if rows is not None:
        try:
            with opened(rows) as write:
                write(found.csv())
        except OutputError as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(WRONG_USE) from error
    return found.lines()


def _there(*folders: Path) -> None:
    for folder in folders:
        if not folder.is_dir():
            typer.echo(f"{folder}：没有这个文件夹；请在项目的文件夹中运行，或用 --data、--models 给出。", err=True)
            raise typer.Exit(UNREADABLE)
