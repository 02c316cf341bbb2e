"""Texts as weighted character n-grams (TF-IDF), several texts a row, computed for all rows at once in numpy.

weight of n-gram g in text t = (1 + ln count) × idf(g), each text scaled to length 1, then to its field's weight.
The same numbers as scikit-learn's TfidfVectorizer(analyzer="char", sublinear_tf=True) on ^text$, without its 0.6 s of import; an n-gram
is known by a 64-bit hash, so that no dictionary of strings is walked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
_TOGETHER = 32  # rows whose weights are gathered at a time
_BUCKETS = 16  # bits of a hash by which it is looked up
_PRIME = np.uint64(0x9E3779B97F4A7C15)  # golden ratio: spreads neighbouring code points


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse matrix by rows, as scipy's csr_matrix has it."""

    indptr: Array
    indices: Array
    data: Array
    width: int

    def times(self, weights: Array) -> Array:
        """The product with a dense matrix of width rows. Weights are gathered for a few rows at a time, which fit into the cache: row by
        row it took 14 µs for three matrices, so it takes 5. The sums stay row by row: wider products add up in another order."""
        out = np.zeros((len(self.indptr) - 1, weights.shape[1]), np.float32)
        starts = self.indptr.tolist()
        for first in range(0, len(out), _TOGETHER):
            last = min(first + _TOGETHER, len(out))
            begin = starts[first]
            gathered = weights.take(self.indices[begin : starts[last]], axis=0)
            data = self.data[begin : starts[last]]
            for row in range(first, last):
                start, end = starts[row] - begin, starts[row + 1] - begin
                if end > start:
                    np.dot(data[start:end], gathered[start:end], out=out[row])
        return out


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a row: longest n-gram, and what its n-grams weigh against those of the other texts."""

    name: str
    longest: int
    weight: float


class Grams:
    """Known n-grams: their hashes in ascending order, and what each is worth."""

    def __init__(self, fields: Sequence[Field], hashes: Array, idf: Array) -> None:
        self.fields, self.hashes, self.idf = tuple(fields), hashes, idf
        self._weights = np.array([field.weight for field in self.fields], np.float32)
        self._places = Buckets(hashes, mixed=True)

    def rows(self, texts: Sequence[Sequence[str]]) -> Rows:
        """texts[f] holds field f of all rows, one string a row."""
        count, width = len(texts[0]), len(self.hashes)
        places, hashes = hashed(self.fields, texts)
        held, known = self._places.find(hashes)
        keys, counts = np.unique(places[held] * width + known, return_counts=True)
        text, indices = keys // width, keys % width
        data = ((1.0 + np.log(counts)) * self.idf[indices]).astype(np.float32)
        squares = np.bincount(text, data.astype(np.float64) ** 2, minlength=count * len(self.fields))
        data /= np.sqrt(squares[text]).astype(np.float32)
        data *= self._weights[text % len(self.fields)]
        per_row = np.bincount(text // len(self.fields), minlength=count)
        return Rows(np.concatenate(([0], np.cumsum(per_row))), indices, data, width)


class Buckets:
    """Numbers that can be looked up, many at a time: those whose mixed bits begin alike lie in one bucket, which is walked. A binary
    search for each n-gram took 10 µs a row, this takes 3. mixed: they are so already, and in order."""

    def __init__(self, numbers: Array, mixed: bool = False) -> None:
        self._is_mixed = mixed
        hashes = numbers if mixed else _mixed(numbers)
        self.order = np.arange(len(hashes)) if mixed else np.argsort(hashes)
        self._hashes = hashes[self.order]
        heads = self._hashes >> np.uint64(64 - _BUCKETS)
        self._first = np.searchsorted(heads, np.arange((1 << _BUCKETS) + 1, dtype=np.uint64)).astype(np.int32)
        self._deepest = int(np.diff(self._first).max(initial=0))

    def find(self, numbers: Array) -> tuple[Array, Array]:
        """Which of the numbers are known, and where they stand in order."""
        hashes = numbers if self._is_mixed else _mixed(numbers)
        heads = (hashes >> np.uint64(64 - _BUCKETS)).astype(np.intp)
        at, ends = self._first[heads], self._first[heads + 1]
        asked = np.flatnonzero(at < ends)
        held, known = [asked[:0]], [at[:0]]
        for _ in range(self._deepest):
            hit = self._hashes[at[asked]] == hashes[asked]
            held.append(asked[hit])
            known.append(at[asked[hit]])
            asked = asked[~hit]
            at[asked] += 1
            asked = asked[at[asked] < ends[asked]]
        return np.concatenate(held), np.concatenate(known).astype(np.intp)


def learn_grams(fields: Sequence[Field], texts: Sequence[Sequence[str]], least: int) -> Grams:
    """The n-grams that stand in at least so many texts; idf = ln((1 + texts) / (1 + texts with it)) + 1."""
    places, hashes = hashed(fields, texts)
    pairs = np.unique(np.stack([hashes, places.astype(np.uint64)]), axis=1)
    known, texts_with = np.unique(pairs[0], return_counts=True)
    kept = texts_with >= least
    idf = np.log((1 + len(texts[0])) / (1 + texts_with[kept])) + 1
    return Grams(fields, known[kept], idf.astype(np.float32))


def hashed(fields: Sequence[Field], texts: Sequence[Sequence[str]]) -> tuple[Array, Array]:
    """All n-grams of all texts: number of the text (row × fields + field), hash."""
    joined = [f"^{text}$" if text else "" for row in zip(*texts, strict=True) for text in row]
    codes = np.frombuffer("".join(joined).encode("utf-32-le"), np.uint32).astype(np.uint64)
    numbers = np.repeat(np.arange(len(joined)), [len(text) for text in joined])
    field = numbers % len(fields)
    longest = np.array([one.longest for one in fields])[field]
    places, hashes = [], []
    rolling = np.zeros(len(codes), np.uint64)
    for size in range(1, max(one.longest for one in fields) + 1):
        rolling = rolling[: len(codes) - size + 1] * _PRIME + codes[size - 1 :] * _PRIME + np.uint64(1)
        starts, ends = numbers[: len(rolling)], numbers[size - 1 :]
        whole = (starts == ends) & (longest[: len(rolling)] >= size)
        places.append(starts[whole])
        hashes.append(rolling[whole] * np.uint64(len(fields)) + field[: len(rolling)][whole].astype(np.uint64))
    return np.concatenate(places), _mixed(np.concatenate(hashes))


def _mixed(hashes: Array) -> Array:
    """Bits from top to bottom (the finaliser of splitmix64)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(hashes ^ (hashes >> np.uint64(31)))
