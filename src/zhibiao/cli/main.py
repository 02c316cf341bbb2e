"""The command `zhibiao`: parse arguments, call, print."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from zhibiao import __version__
from zhibiao.cli.annotate import annotate
from zhibiao.cli.bundle import bundle
from zhibiao.cli.data import app as data
from zhibiao.cli.feedback import feedback
from zhibiao.cli.parse import parse
from zhibiao.cli.pretrain import pretrain
from zhibiao.cli.rules import explain, rules
from zhibiao.cli.score import score
from zhibiao.cli.suggest import suggest
from zhibiao.cli.train import evaluate, train
from zhibiao.cli.wrong_use import ChineseGroup

app = typer.Typer(
    cls=ChineseGroup,
    help="指标：读取、评判并改进预算绩效指标。",
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]...",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def run() -> None:
    """The program's entry: where the terminal or a redirect cannot show Chinese, write UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            try:
                "指标".encode(stream.encoding)
            except UnicodeEncodeError:
                stream.reconfigure(encoding="utf-8")
            stream.reconfigure(errors="backslashreplace")
    app()


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"zhibiao {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", help="显示版本。", callback=_version, is_eager=True)] = False,
) -> None:
    """指标：读取、评判并改进预算绩效指标。"""


app.command("score", help="评判文件、文件夹和数据行，指出问题和改法。", options_metavar="[选项]")(score)
app.command("annotate", help="写出文件的副本，在有问题的格子上加批注；原件不动。", options_metavar="[选项]")(annotate)
app.command("parse", help="读取文件和文件夹，输出读到的内容，不作评判。", options_metavar="[选项]")(parse)
app.command("suggest", help="为一行指标给出更好的写法。", options_metavar="[选项]")(suggest)
app.command("rules", help="列出全部问题的代码、名称、级别和范围。", options_metavar="[选项]")(rules)
app.command("explain", help="说明一种问题：检查什么、为何重要、反例、改法和依据。", options_metavar="[选项]")(explain)
app.command("feedback", help="读出评审人在报告（xlsx）里填的意见，成为下次训练用的标注。", options_metavar="[选项]")(feedback)
app.command("bundle", help="为不能联网的电脑备齐安装包，放进一个文件夹。", options_metavar="[选项]")(bundle)
app.command("pretrain", help="由词向量和法律法规做出句子编码器的起点，一般不需要运行。", options_metavar="[选项]")(pretrain)
app.command("train", help="由 training_data/ 重新训练全部模型并测试。", options_metavar="[选项]")(train)
app.command("evaluate", help="在没有参加训练的行业上测试模型，与简单的做法比较。", options_metavar="[选项]")(evaluate)
app.add_typer(data, name="data", help="检查、说明、导出、导入 training_data/ 中的标注数据。")
