"""How varied the rows are: repeats, near neighbours, frames of names, nouns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from zhibiao.training.data.records import DataSet, LabelledRow

_NUMBER = re.compile(r"[\d.,]+")
_NEAR = 0.8  # Jaccard of character 3-grams


@dataclass(frozen=True, slots=True)
class Variety:
    """Shares of the rows, and counts."""

    rows: int
    repeated: float  # rows whose (name, value) stood before
    near: float  # rows with a neighbour nearer than 0.8, deliberate duplicates aside
    frame: tuple[str, float]  # the most used frame and the share of rows that have it
    nouns: int


def variety(data: DataSet) -> Variety:
    """Measured over all labelled rows."""
    copied = {table.id for table in data.tables if any(mark.code == "P609" for mark in table.marks)}
    rows = [row for table in data.tables for row in table.used]
    own = [row for t in data.tables if t.id not in copied for row in t.used if row.labels and "R404" not in row.labels.codes]
    pairs = Counter((row.texts.get("name"), row.texts.get("value")) for row in rows)
    frames = Counter(frame for row in rows if (frame := frame_of(row.texts.get("name") or "")))
    top = frames.most_common(1)[0] if frames else ("", 0)
    return Variety(
        rows=len(rows),
        repeated=sum(count - 1 for count in pairs.values()) / max(1, len(rows)),
        near=_near_share([said(row) for row in own]),
        frame=(top[0], top[1] / max(1, len(rows))),
        nouns=len(nouns(f"{row.texts.get('name', '')}，{row.texts.get('description', '')}" for row in rows)),
    )


def said(row: LabelledRow) -> str:
    """What a row says: name, description and value."""
    return "".join(row.texts.get(key) or "" for key in ("name", "description", "value"))


def _near_share(texts: Sequence[str]) -> float:
    """Share of texts with another at a Jaccard of 3-grams above the bound."""
    return len({i for i, j in alike(texts, texts) if i != j}) / max(1, len(texts))


def alike(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Places of texts, one of each side, whose Jaccard of 3-grams is above the bound."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer

    if not first or not second:
        return []
    vectors = CountVectorizer(analyzer="char", ngram_range=(3, 3), binary=True, lowercase=False)
    grams = vectors.fit_transform([text or "　　　" for text in (*first, *second)])
    ours, theirs = grams[: len(first)], grams[len(first) :]
    sizes = np.asarray(theirs.sum(axis=1)).ravel()
    found: list[tuple[int, int]] = []
    for start in range(0, len(first), 512):
        part = ours[start : start + 512]
        shared = (part @ theirs.T).toarray()
        union = np.asarray(part.sum(axis=1)) + sizes[None, :] - shared
        found += [(start + int(i), int(j)) for i, j in np.argwhere(shared / np.maximum(union, 1) > _NEAR)]
    return found


@lru_cache(maxsize=1)
def _tagger() -> Any:
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.ERROR)
    return jieba.posseg.POSTokenizer(jieba.Tokenizer())


@lru_cache(maxsize=1 << 16)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """(word, tag) by jieba's tagger, without guessing of new words."""
    return tuple((pair.word, pair.flag) for pair in _tagger().cut(text, HMM=False))


def frame_of(name: str) -> str:
    """The name with runs of nouns and numbers masked; "" where nothing else is in it: noun and measure make every good name."""
    masked = "".join("名" if _masked(tag) else "数" if _NUMBER.fullmatch(word) else word for word, tag in tagged(name))
    frame = re.sub("名+", "名", re.sub("数+", "数", masked))
    return frame if len(re.sub("[名数]|[^一-鿿]", "", frame)) > 1 else ""


def _masked(tag: str) -> bool:
    return tag.startswith(("n", "vn", "an", "j", "l", "i", "s", "q", "m", "eng"))


def nouns(texts: Iterable[str]) -> set[str]:
    """Distinct nouns of two characters and more."""
    return {word for text in texts for word, tag in tagged(text) if tag.startswith(("n", "vn", "j")) and len(word) > 1}


def masked(text: str) -> str:
    """A text without its nouns: what is left tells the writer, not the sector."""
    return " ".join("名" if tag.startswith(("n", "j")) else word for word, tag in tagged(_NUMBER.sub("0", text)))
