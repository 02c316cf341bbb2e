"""`zhibiao pretrain`: the encoder that every training starts from, out of public word vectors and laws."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zhibiao.cli.exit_status import UNREADABLE


def pretrain(
    words: Annotated[Path, typer.Option("--words", metavar="FILE", help="词向量（npz 文件，含 words 和 vectors）。")],
    laws: Annotated[Path, typer.Option("--laws", metavar="FILE", help="法律法规（xz 压缩的文本，一行一条，“# ”开头的是标题）。")],
    data: Annotated[Path, typer.Option("--data", metavar="FOLDER", help="标注数据所在的文件夹，取其中的词。")] = Path("training_data"),
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="写到哪里。")] = Path("models/encoder/base"),
) -> None:
    """Write the folder, or say what is missing."""
    for path, kind in ((words, "文件"), (laws, "文件"), (data, "文件夹")):
        if not (path.is_dir() if path is data else path.is_file()):
            typer.echo(f"{path}：没有这个{kind}；请检查路径。", err=True)
            raise typer.Exit(UNREADABLE)
    from zhibiao.training.data.records import DataError
    from zhibiao.training.encoder.laws import LawsError
    from zhibiao.training.encoder.pretraining import WordsError
    from zhibiao.training.encoder.pretraining import pretrain as pretrained

    try:
        pretrained(words, laws, data, out)
    except (DataError, LawsError, WordsError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error
    except ModuleNotFoundError as error:
        typer.echo(f"缺少 {error.name}；请先 pip install torch==2.13.0，再 pip install 'zhibiao[train]'。", err=True)
        raise typer.Exit(UNREADABLE) from error
    typer.echo(f"写出 {out}")
