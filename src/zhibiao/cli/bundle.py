"""`zhibiao bundle`: everything that an office computer without a network needs, in one folder."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from zhibiao.cli.exit_status import UNREADABLE, WRONG_USE

_PYTHON = re.compile(r"3\.1\d")


def bundle(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="放安装包的文件夹。", show_default=False)],
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="zhibiao 的源代码文件夹或 wheel 文件。")] = Path(),
    platform: Annotated[
        str, typer.Option("--platform", metavar="NAME", help="目标电脑：win_amd64、manylinux_2_28_x86_64 等。")
    ] = "win_amd64",
    python: Annotated[
        str, typer.Option("--python", metavar="VERSION", help="目标电脑的 Python 版本，如 3.11。")
    ] = f"{sys.version_info[0]}.{sys.version_info[1]}",
) -> None:
    """Needs a network here, none there."""
    from zhibiao.bundling.collect import BundleError, collect
    from zhibiao.bundling.wheels import Target

    if not _PYTHON.fullmatch(python):
        typer.echo(f"--python 的值“{python}”不对。请写成 3.10 至 3.13 这样的版本。", err=True)
        raise typer.Exit(WRONG_USE)
    if not (source.suffix == ".whl" or (source / "pyproject.toml").is_file()):
        typer.echo(f"{source.as_posix()}：不是 zhibiao 的源代码文件夹或 wheel 文件。请在源代码文件夹中运行，或给出 wheel。", err=True)
        raise typer.Exit(WRONG_USE)
    try:
        collect(source, output, Target(platform, python), lambda line: typer.echo(line, err=True))
    except (BundleError, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error
    wheels = list(output.glob("*.whl"))
    size = sum(path.stat().st_size for path in wheels) / 2**20
    script = "安装.bat" if platform.startswith("win") else "安装.sh"
    typer.echo(
        f"{output.as_posix()}：{len(wheels)} 个安装包，共 {size:.0f} MB。把整个文件夹拷到装有 Python {python} 的电脑，运行其中的 {script}。"
    )
