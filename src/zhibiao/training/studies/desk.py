"""What a notebook works on: data and models of the checkout, whole, or a few sectors where ZHIBIAO_SAMPLE=1 is set."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from zhibiao.learned.judge import Judge, load_judge
from zhibiao.training.data.records import DataSet, LabelledTable, load
from zhibiao.training.data.splits import load_splits, part

SWITCH = "ZHIBIAO_SAMPLE"
_FEW = {"train": 6, "dev": 2, "test": 3}  # sectors of a sample: the smallest ones
_NOT_HERE = "从 {here} 向上没有找到 training_data 和 models；请在 zhibiao 源代码的 notebooks 文件夹中打开笔记本"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Desk:
    """folder: the checkout. small: only a sample is wanted."""

    folder: Path
    data: DataSet
    splits: dict[str, str]
    small: bool

    @property
    def models(self) -> Path:
        """The shipped models."""
        return self.folder / "models"

    @property
    def tables(self) -> Path:
        """The labelled data."""
        return self.folder / "training_data"

    def judge(self) -> Judge:
        """The shipped models, loaded."""
        return load_judge(self.models)

    def part(self, name: str) -> tuple[LabelledTable, ...]:
        """train, dev or test; of a sample the sectors with the fewest rows."""
        tables = part(self.data, self.splits, name)
        if not self.small:
            return tables
        rows: dict[str, int] = {}
        for table in tables:
            rows[table.sector] = rows.get(table.sector, 0) + len(table.used)
        kept = sorted(rows, key=lambda sector: (rows[sector], sector))[: _FEW[name]]
        return tuple(table for table in tables if table.sector in kept)

    def of(self, whole: _T, few: _T) -> _T:
        """One of two settings."""
        return few if self.small else whole


def desk(here: Path | None = None) -> Desk:
    """Found from the working folder upwards."""
    start = (here or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "training_data" / "splits.json").is_file() and (folder / "models").is_dir():
            return Desk(folder, load(folder / "training_data"), load_splits(folder / "training_data"), os.environ.get(SWITCH) == "1")
    raise FileNotFoundError(_NOT_HERE.format(here=start))


def can_refit() -> bool:
    """Whether torch and sentence-transformers are here."""
    return all(find_spec(name) is not None for name in ("torch", "sentence_transformers"))


def sectors_of(tables: Sequence[LabelledTable]) -> list[str]:
    """Each once, in order."""
    return sorted({table.sector for table in tables})
