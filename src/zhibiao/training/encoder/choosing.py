"""Any encoder in place of ours: a folder, a name, a model of sentence-transformers, or an object with the one method of the protocol."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from zhibiao.learned.encoder import load_encoder
from zhibiao.learned.files import seal
from zhibiao.learned.grams import Array
from zhibiao.model.encoder import Encoder

_TINY = 1e-9
_NONE = "编码器要有 encode(一串文字) 这个方法，给出每段文字一个向量；{kind} 没有。请给文件夹、sentence-transformers 的模型或这样的对象。"


@dataclass(frozen=True)
class Unit:
    """An object's vectors as the protocol wants them: single precision, each at length 1, zeros for a blank text."""

    model: Any

    def encode(self, texts: Sequence[str]) -> Array:
        """A row for each text."""
        vectors = np.array(self.model.encode(list(texts) or [""]), np.float32)[: len(texts)]
        vectors[[not text.strip() for text in texts]] = 0.0
        return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _TINY), np.float32)


def as_encoder(given: Any) -> Encoder:
    """TypeError in Chinese where it is none."""
    if isinstance(given, (str, Path)):
        return load_encoder(given)
    if not callable(getattr(given, "encode", None)):
        raise TypeError(_NONE.format(kind=type(given).__name__))
    return Unit(given)


def put_into(given: Any, folder: Path) -> bool:
    """Written as a folder that load_encoder reads, without pickle; False where that cannot be done."""
    if isinstance(given, (str, Path)) and (Path(given) / "model.safetensors").is_file() and (Path(given) / "tokenizer.json").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(Path(given).iterdir()):
            if path.is_file() and path.suffix in (".json", ".safetensors", ".md", ".txt"):
                shutil.copyfile(path, folder / path.name)
            elif path.is_dir() and path.name[:1].isdigit():  # modules of sentence-transformers: 1_Pooling
                shutil.copytree(path, folder / path.name, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.bin", "*.pt", "*.pkl"))
    elif isinstance(given, (str, Path)):
        from sentence_transformers import SentenceTransformer

        SentenceTransformer(str(given), device="cpu", local_files_only=True).save_pretrained(str(folder), safe_serialization=True)
    elif hasattr(given, "save_pretrained"):
        given.save_pretrained(str(folder), safe_serialization=True)
    else:
        return False
    seal(folder)
    return True
