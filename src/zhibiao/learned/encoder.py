"""The sentence encoder of a folder: word vectors with their tokenizer are read as they are; any other through sentence-transformers."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from zhibiao.errors import ModelError
from zhibiao.learned.cuts import Cutter, cutter_of
from zhibiao.learned.grams import Array

if TYPE_CHECKING:
    from zhibiao.model.encoder import Encoder

Vectors = NDArray[np.float32]
_WEIGHTS, _TOKENIZER = "model.safetensors", "tokenizer.json"
_NAMES = ("embeddings", "embedding.weight")  # of the weights: as model2vec writes them, and as sentence-transformers does
_TINY = 1e-9
_KEPT = 8_192  # vectors of texts that were met: 4 MiB
_MANY = 256  # texts that are worth the cutter: for fewer the library is as fast
_TOGETHER = 2048  # texts at a time: their sums lie in the processor's cache


class EncoderError(ModelError):
    """An encoder that cannot be loaded; the message says what to do."""


def load_encoder(path: str | Path) -> Encoder:
    """A folder, or a name by which sentence-transformers finds a model on this machine; nothing is fetched."""
    folder = Path(path)
    if not folder.is_dir():
        if isinstance(path, Path) or not _is_name(path):
            raise EncoderError(f"{path}：没有这个文件夹；请检查编码器的路径")
        return _Transformer(str(path))
    return _Static(folder) if _is_static(folder) else _Transformer(os.fspath(folder))


def _is_name(path: str) -> bool:
    """A hub name is `model` or `owner/model`."""
    return path.count("/") <= 1 and not path.startswith((".", "/", "~")) and "\\" not in path


def _is_static(folder: Path) -> bool:
    """Weights that are one table of vectors, with the tokenizer beside it."""
    if not all((folder / name).is_file() for name in (_WEIGHTS, _TOKENIZER)):
        return False
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(folder / _WEIGHTS, framework="numpy") as stored:
            return any(name in stored.keys() for name in _NAMES)  # noqa: SIM118 - no mapping
    except SafetensorError as error:
        raise _damaged(folder, error) from error


def _damaged(folder: Path, error: Exception) -> EncoderError:
    return EncoderError(f"{folder}：编码器的文件已损坏（{error}）；请重新安装，或给出完整的模型文件夹")


class _Static:
    """One vector per word; a text is their mean. What model2vec gives for the folder, without what its import brings along: a third of
    a second, and a lock between processes that a worker leaves behind."""

    def __init__(self, folder: Path) -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # texts come in small parts, and batches have their own processes
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        try:
            self._described = (folder / _TOKENIZER).read_bytes()
            self._tokenizer = Tokenizer.from_buffer(self._described)
        except Exception as error:  # tokenizers raises nothing narrower
            raise _damaged(folder, error) from error
        self._kept: dict[str, Vectors] = {}  # of documents, whose names, values and sources recur; a copy is replaced, never emptied
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        stored = load_file(folder / _WEIGHTS)
        vectors = next(stored[name] for name in _NAMES if name in stored)
        self._vectors: Vectors = np.asarray(vectors, dtype=np.float32)  # half precision is for the disk only
        if "mapping" in stored:  # as model2vec writes models whose words share vectors
            self._vectors = self._vectors[stored["mapping"]]
        if "weights" in stored:
            self._vectors = self._vectors * stored["weights"][:, None].astype(np.float32)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Sums of the words' vectors at length 1: the same direction as their mean."""
        if len(texts) >= _MANY:
            return self._encoded(texts)
        kept = self._kept
        new = [text for text in dict.fromkeys(texts) if text not in kept]
        found = dict(zip(new, self._encoded(new), strict=True))
        out = [found[text] if text in found else kept[text] for text in texts]
        if len(kept) + len(new) > _KEPT:
            self._kept = {}
        self._kept.update(found)
        return np.array(out, np.float32).reshape(len(texts), self._vectors.shape[1])

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        out = np.zeros((len(texts), self._vectors.shape[1]), dtype=np.float32)
        cutter = self._cutter if len(texts) >= _MANY else None
        plain = [cutter.plain(text) for text in texts] if cutter else [None] * len(texts)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))  # texts of one length go well together
        for part in _in_parts([place for place in order if plain[place] is None]):
            out[part] = self._sums(*self._cut([texts[place] for place in part]))
        for part in _in_parts([place for place in order if plain[place] is not None]):
            assert cutter is not None  # noqa: S101 - it said what is plain
            out[part] = self._sums(*cutter.cut([plain[place] or "" for place in part]))
        return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), _TINY), dtype=np.float32)

    @cached_property
    def _cutter(self) -> Cutter | None:
        """Made when many texts come for the first time: it takes as long as cutting ten thousand."""
        return cutter_of(self._described)

    def _cut(self, texts: Sequence[str]) -> tuple[Array, Array]:
        """The numbers of the words, a row for each text, and how many they are."""
        found = [each.ids for each in self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]
        counts = np.array([len(each) for each in found])
        numbers = np.zeros((len(found), int(counts.max(initial=0))), np.intp)
        for row, ids in enumerate(found):
            numbers[row, : len(ids)] = ids
        return numbers, counts

    def _sums(self, numbers: Array, counts: Array) -> Vectors:
        """The words' vectors added up word by word, the first words of all texts at once, then the second …: text by text it took three
        times as long, and the order of each sum is the same."""
        out = np.zeros((len(counts), self._vectors.shape[1]), np.float32)
        order = np.argsort(-counts, kind="stable")
        held = np.bincount(counts, minlength=1)[::-1].cumsum()[::-1]  # texts with at least so many words
        numbers = numbers[order]
        sums = np.zeros_like(out)
        for place in range(len(held) - 1):
            count = int(held[place + 1])
            sums[:count] += self._vectors.take(numbers[:count, place], axis=0)
        out[order] = sums
        return out


def _in_parts(places: Sequence[int]) -> Iterator[Sequence[int]]:
    return (places[start : start + _TOGETHER] for start in range(0, len(places), _TOGETHER))


class _Transformer:
    """Any other model of sentence-transformers."""

    def __init__(self, path: str) -> None:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            needed = "pip install torch==2.13.0，再 pip install 'zhibiao[train]'"
            raise EncoderError(f"{path}：这个编码器要用 sentence-transformers 加载，尚未安装；请先 {needed}") from error
        try:
            self._model: Any = SentenceTransformer(path, device="cpu", local_files_only=True)
        except (OSError, ValueError, KeyError) as error:
            raise EncoderError(f"{path}：sentence-transformers 无法加载这个编码器（{error}）；请给出本机上完整的模型文件夹") from error

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Zeros stay zeros."""
        if not texts:
            return np.zeros((0, self._model.get_sentence_embedding_dimension()), dtype=np.float32)
        vectors = np.asarray(self._model.encode(list(texts), show_progress_bar=False), dtype=np.float32)
        return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _TINY), dtype=np.float32)
