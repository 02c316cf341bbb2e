"""`zhibiao data`: the labelled data of training_data/."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zhibiao.cli.exit_status import DONE, FINDINGS, UNREADABLE

app = typer.Typer(
    help="检查和说明 training_data/ 中的标注数据。", no_args_is_help=True, options_metavar="[选项]", subcommand_metavar="命令 [参数]..."
)


@app.callback()
def data() -> None:
    """检查和说明 training_data/ 中的标注数据。"""


@app.command("check", help="检查格式、逻辑、数字、划分，打印数量和多样性。", options_metavar="[选项]")
def check(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="标注数据所在的文件夹。")] = Path("training_data"),
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="FILE", help="真实的行（JSON Lines），看能否与 weak 中的行分辨。", show_default=False),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="不训练分类器，几秒完成。")] = False,
) -> None:
    """Print the description, then every fault; exit status 1 where there is one."""
    from zhibiao.training.data.checking import check as checked
    from zhibiao.training.data.records import DataError

    if not folder.is_dir():
        typer.echo(f"{folder}：没有这个文件夹；请在项目的文件夹中运行，或给出标注数据所在的文件夹。", err=True)
        raise typer.Exit(UNREADABLE)
    try:
        result = checked(folder, deep=not quick, against=against)
    except DataError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error
    for line in result.lines:
        typer.echo(line)
    for fault in result.faults:
        typer.echo(f"有误：{fault}", err=True)
    typer.echo(f"有误 {len(result.faults)} 处")
    raise typer.Exit(FINDINGS if result.faults else DONE)
