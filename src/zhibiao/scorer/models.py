"""Where the models lie, and one loaded copy of them a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from zhibiao.errors import ModelError
from zhibiao.learned.judge import Judge, judge_name, load_judge

if TYPE_CHECKING:
    from zhibiao.suggesting.suggester import Suggester

_PACKAGE = Path(__file__).resolve().parent.parent
_PLACES = (_PACKAGE / "models", _PACKAGE.parent.parent / "models")  # in the wheel; beside src/ in a checkout
_NONE = "没有找到随程序安装的模型。请重新安装 zhibiao，或在源代码文件夹中运行 zhibiao train；也可以用 models 指定模型文件夹。"


@dataclass(frozen=True, slots=True)
class Models:
    """Which models judge. encoder: a sentence-transformers model (path or name) in place of the folder's own."""

    folder: Path
    encoder: str | None = None

    def judge(self) -> Judge:
        """Loaded once in a process."""
        return _judge(self.folder, self.encoder)

    @property
    def name(self) -> str:
        """By which reports know them; their files are checked, once in a process, without loading them."""
        return _name(self.folder) if self.encoder is None else self.judge().name

    def suggester(self) -> Suggester:
        """The same for the good rows and their ranking."""
        return _suggester(self.folder, self.encoder)


@dataclass(frozen=True, slots=True, eq=False)
class InMemory:
    """A judge that no folder holds, such as one with a researcher's own estimator (training.retrain)."""

    held: Judge

    def judge(self) -> Judge:
        """The one that was given."""
        return self.held

    @property
    def name(self) -> str:
        """By which reports know it."""
        return self.held.name

    def suggester(self) -> None:
        """None: it holds no good rows, and suggestions come from the list of measures alone."""
        return


def shipped() -> Models:
    """The models that came with the program; ModelError where there are none."""
    for place in _PLACES:
        if (place / "smart").is_dir():
            return Models(place)
    raise ModelError(_NONE)


@lru_cache(maxsize=4)
def _name(folder: Path) -> str:
    return judge_name(folder)


@lru_cache(maxsize=4)
def _judge(folder: Path, encoder: str | None) -> Judge:
    return load_judge(folder, encoder)


@lru_cache(maxsize=4)
def _suggester(folder: Path, encoder: str | None) -> Suggester:
    from zhibiao.suggesting.suggester import load_suggester

    return load_suggester(folder, _judge(folder, encoder).encoder)
