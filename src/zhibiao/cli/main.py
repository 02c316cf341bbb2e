"""The command `zhibiao`: parse arguments, call, print."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import typer

from zhibiao.cli.parse import parse
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


@app.callback()
def main() -> None:
    """指标：读取、评判并改进预算绩效指标。"""


app.command("parse", help="读取文件和文件夹，输出读到的内容，不作评判。", options_metavar="[选项]")(parse)
