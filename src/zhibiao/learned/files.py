"""A model's folder: what is in it is checked against SHA256SUMS and a format version before any of it is used. JSON and npz only."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from zhibiao.errors import ModelError

FORMAT = 1  # of the folders that this version reads and writes
SUMS = "SHA256SUMS"

_NO_FOLDER = "{folder}：没有这个模型文件夹，或者缺少 {sums}。请检查路径；自带的模型可以重新安装 zhibiao 得到。"
_CHANGED = "{path}：内容与 {sums} 记录的不符，可能损坏或被改动。请换回原来的文件，或用 zhibiao train 重新训练。"
_MISSING = "{path}：{sums} 中有，文件夹里没有。请补上这个文件，或用 zhibiao train 重新训练。"
_UNLISTED = "{path}：不在 {sums} 中，没有核对过，不能使用。请用 zhibiao train 重新训练，或换用完整的模型文件夹。"
_FORMAT = "{path}：模型格式是第 {found} 版，这个版本的 zhibiao 读第 {wanted} 版。请用 zhibiao train 重新训练，或换用相应的版本。"


class ModelFolder:
    """Files of one model, read after they have been checked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names = verify(folder)
        self.config: Mapping[str, Any] = self.json("config.json")
        found = self.config.get("format")
        if found != FORMAT:
            raise ModelError(_FORMAT.format(path=folder / "config.json", found=found, wanted=FORMAT))

    def json(self, name: str) -> Any:
        """A JSON file."""
        return json.loads(self._listed(name).decode("utf-8"))

    def arrays(self, name: str) -> dict[str, np.ndarray[Any, Any]]:
        """All arrays of an npz file; nothing in it is unpickled."""
        with np.load(BytesIO(self._listed(name)), allow_pickle=False) as kept:
            return {key: kept[key] for key in kept.files}

    def _listed(self, name: str) -> bytes:
        """The bytes of a file whose sum was checked."""
        if name not in self._names:
            raise ModelError(_UNLISTED.format(path=self.folder / name, sums=SUMS))
        return (self.folder / name).read_bytes()


def verify(folder: Path) -> frozenset[str]:
    """Every listed file is there and unchanged; their names."""
    listed = folder / SUMS
    if not listed.is_file():
        raise ModelError(_NO_FOLDER.format(folder=folder, sums=SUMS))
    stats = [(path.name, path.stat()) for path in sorted(folder.iterdir())]
    return _verified(folder, tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats))


@lru_cache(maxsize=16)
def _verified(folder: Path, seen: tuple[tuple[str, int, int], ...]) -> frozenset[str]:  # noqa: ARG001 - the key: changed files are read again
    """Hashing takes a tenth of the start of the program, and names are asked for before models are loaded."""
    names: set[str] = set()
    for line in (folder / SUMS).read_text(encoding="utf-8").splitlines():
        wanted, _, name = line.partition("  ")
        path = folder / name
        if not path.is_file():
            raise ModelError(_MISSING.format(path=path, sums=SUMS))
        if _sum(path) != wanted:
            raise ModelError(_CHANGED.format(path=path, sums=SUMS))
        names.add(name)
    return frozenset(names)


def seal(folder: Path) -> None:
    """Write SHA256SUMS over the files of a folder (its subfolders have their own); README.md is for people and may change."""
    names = sorted(path.name for path in folder.iterdir() if path.is_file() and path.name not in (SUMS, "README.md"))
    lines = "".join(f"{_sum(folder / name)}  {name}\n" for name in names)
    (folder / SUMS).write_text(lines, encoding="utf-8", newline="\n")


def write_json(path: Path, content: Any) -> None:
    """Readable and the same each time."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def write_arrays(path: Path, arrays: Mapping[str, np.ndarray[Any, Any]]) -> None:
    """An npz whose bytes depend on the arrays alone: numpy writes the date of 1980 into every entry."""
    with path.open("wb") as out:
        np.savez_compressed(out, **dict(arrays))  # type: ignore[arg-type]  # the names are ours: none is allow_pickle


def fingerprint(folders: Iterable[Path]) -> str:
    """One hash over the sums of several folders: which models judged."""
    joined = hashlib.sha256()
    for folder in folders:
        joined.update((folder / SUMS).read_bytes())
    return joined.hexdigest()[:12]


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
