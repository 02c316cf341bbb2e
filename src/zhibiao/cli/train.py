"""`zhibiao train` and `zhibiao evaluate`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from zhibiao.cli.exit_status import UNREADABLE

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


def evaluate(data: _DATA = Path("training_data"), models: _MODELS = Path("models")) -> None:
    """Print what the models are worth on sectors that no fitting saw."""
    from zhibiao.errors import ModelError
    from zhibiao.training.data.records import DataError
    from zhibiao.training.evaluation.report import evaluate as measured

    _there(data, models)
    try:
        lines = measured(data, models).lines
    except (DataError, ModelError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error
    for line in lines:
        typer.echo(line)


def _there(*folders: Path) -> None:
    for folder in folders:
        if not folder.is_dir():
            typer.echo(f"{folder}：没有这个文件夹；请在项目的文件夹中运行，或用 --data、--models 给出。", err=True)
            raise typer.Exit(UNREADABLE)
