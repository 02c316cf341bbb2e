"""The command `zhibiao`: parse arguments, call, print."""

from __future__ import annotations

import typer

from zhibiao.cli.parse import parse

app = typer.Typer(help="指标：读取、评判并改进预算绩效指标。", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def main() -> None:
    """指标：读取、评判并改进预算绩效指标。"""


app.command("parse", help="读取文件和文件夹，输出读到的内容，不作评判。")(parse)
