"""`zhibiao data`: the labelled data of training_data/."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from zhibiao.cli.exit_status import DONE, FINDINGS, UNREADABLE, WRONG_USE

app = typer.Typer(
    help="检查、说明、导出、导入 training_data/ 中的标注数据。",
    no_args_is_help=True,
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]...",
)

_FOLDER = Annotated[Path, typer.Option("--data", metavar="FOLDER", help="标注数据所在的文件夹。")]


class Target(str, Enum):
    """What labels can be written for."""

    labelstudio = "labelstudio"
    doccano = "doccano"
    csv = "csv"
    xlsx = "xlsx"
    hf = "hf"


@app.callback()
def data() -> None:
    """检查、说明、导出、导入 training_data/ 中的标注数据。"""


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

    _there(folder)
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


@app.command("export", help="写成 Label Studio、doccano、csv、xlsx 或 Hugging Face datasets 的文件。", options_metavar="[选项]")
def export(
    to: Annotated[
        Target, typer.Option("--to", help="labelstudio、doccano、csv、xlsx 或 hf（Hugging Face datasets 的文件夹）。", show_default=False)
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="写到这个文件；hf 是文件夹，没有就新建。", show_default=False)
    ],
    sector: Annotated[
        list[str] | None, typer.Option("--sector", metavar="NAME", help="只要这个行业的表，可以给出几次。", show_default=False)
    ] = None,
    folder: _FOLDER = Path("training_data"),
) -> None:
    """Write labelled tables as the file of another tool."""
    from zhibiao.training.data.records import DataError
    from zhibiao.training.interchange.exporting import exported

    _there(folder)
    try:
        rows = exported(folder, to.value, output, sector or ())
    except DataError as error:
        raise _refused(str(error)) from error
    except OSError as error:
        raise _unwritable(output) from error
    typer.echo(f"写出 {rows} 行：{output.as_posix()}", err=True)


@app.command("import", help="把标注工具、csv、xlsx 或 hf 文件夹里的标注读回来，并入一个 jsonl 文件。", options_metavar="[选项]")
def bring(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="导出的文件（.json .jsonl .csv .xlsx）或 hf 文件夹。", show_default=False)],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="并入这个文件，如 training_data/weak/agri.jsonl：同一行的标注换成新的，其余不动。",
            show_default=False,
        ),
    ],
) -> None:
    """Labels out of another tool's file, joined to what stands in the output."""
    from zhibiao.training.data.records import DataError
    from zhibiao.training.interchange.importing import imported

    try:
        found = imported(source, output)
    except DataError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error
    except OSError as error:
        raise _unwritable(output) from error
    typer.echo(f"新增 {found.new} 行，改动 {found.changed} 行，相同 {found.same} 行：{output.as_posix()}", err=True)
    if found.unlabelled:
        typer.echo(f"没有标注的 {found.unlabelled} 行没有导入。", err=True)


@app.command("next", help="从评判结果里挑出最值得标注的行，写成标注工具的文件。", options_metavar="[选项]")
def following(
    reports: Annotated[
        list[Path], typer.Argument(metavar="REPORT", help="zhibiao score 写成的 json 报告，可以有多个。", show_default=False)
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="写到这个文件；默认只列出。", show_default=False),
    ] = None,
    to: Annotated[Target, typer.Option("--to", help="labelstudio、doccano、csv 或 xlsx。")] = Target.labelstudio,
    count: Annotated[int, typer.Option("--count", "-n", min=1, help="多少行。")] = 50,
    sector: Annotated[str, typer.Option("--sector", metavar="NAME", help="这些行的行业。")] = "待标注",
) -> None:
    """The rows that models doubt most, no two alike."""
    from zhibiao.errors import ConfigError
    from zhibiao.reports.earlier import read_documents
    from zhibiao.training.interchange.exporting import write_lines
    from zhibiao.training.labelling import as_lines, next_to_label

    if to is Target.hf:
        raise _refused("hf 用来发布标注好的数据，不是标注工具；请用 labelstudio、doccano、csv 或 xlsx。")
    try:
        documents = [document for path in reports for document in read_documents(path)]
    except ConfigError as error:
        raise _refused(str(error), UNREADABLE) from error
    chosen = next_to_label(documents, count)
    if not chosen:
        raise _refused("没有可挑的行：报告里没有模型的判断（用 --rules-only 评的），或者没有一行指标。", DONE)
    for each in chosen:
        typer.echo(f"{each.doubt:5.2f}  {each.table.project_name or ''}　{each.row.name or ''}　{each.row.value or ''}")
    if output is not None:
        try:
            write_lines(list(as_lines(chosen, sector)), to.value, output)
        except OSError as error:
            raise _unwritable(output) from error
    where = f"，写到 {output.as_posix()}" if output is not None else ""
    typer.echo(f"挑出 {len(chosen)} 行{where}（数越大，模型越没有把握）", err=True)


def _there(folder: Path) -> None:
    if not folder.is_dir():
        raise _refused(f"{folder}：没有这个文件夹；请在项目的文件夹中运行，或给出标注数据所在的文件夹。", UNREADABLE)


def _refused(message: str, status: int = WRONG_USE) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(status)


def _unwritable(path: Path) -> typer.Exit:
    return _refused(f"{path.as_posix()}：无法写入。请检查文件夹是否存在、有没有权限、文件是否正被打开。")
