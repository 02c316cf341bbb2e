"""Where the vectors start: what Wikipedia knows of a word, what its characters say, how rare it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from zhibiao.training.encoder.vocabulary import Vocabulary

Vectors = NDArray[np.float32]
DIMENSIONS = 128
_COMMON = 60_000  # words, of those the file puts first, on which the spread of the vectors is measured
_EVEN = 0.25  # power of the spread that is taken out: at 0 a few directions rule, at 0.5 all weigh alike
_CHARACTERS = 0.5  # weight of the mean of a word's characters beside the word itself: 修缮 and 维修 share one
_SPELLING = 0.5  # weight of the numbers that only say which characters a word holds
_SMOOTH = 1e-3  # a word with this share of the running text counts half (Arora and others 2017, smooth inverse frequency)
_SIGN = 0.1  # signs and figures say little
_TINY = 1e-6


def starting_vectors(vocabulary: Vocabulary, words: Sequence[str], vectors: Vectors, seed: int) -> Vectors:
    """A row per word of the vocabulary and one of zeros before them for what is unknown."""
    meaning = _even(vectors)
    place = {word: number for number, word in enumerate(words)}
    wide = meaning.shape[1]
    rows = np.zeros((len(vocabulary.words) + 1, DIMENSIONS), dtype=np.float32)
    spelling = _Spelling(DIMENSIONS - wide, seed)
    for number, word in enumerate(vocabulary.words, 1):
        rows[number, :wide] = _meaning(word, meaning, place)
        rows[number, wide:] = _SPELLING * spelling.of(word)
        if not word.isalpha():
            rows[number] *= _SIGN
    shares = np.array((0.0, *vocabulary.shares), dtype=np.float32)
    return np.asarray(rows * (_SMOOTH / (_SMOOTH + shares))[:, None], dtype=np.float32)


def _even(vectors: Vectors) -> Vectors:
    centred = vectors - vectors.mean(axis=0)
    centred = _unit(centred)
    spread, axes = np.linalg.eigh(np.cov(centred[:_COMMON].T))
    return _unit(centred @ axes @ np.diag(spread**-_EVEN))


def _unit(vectors: Vectors) -> Vectors:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), _TINY), dtype=np.float32)


def _meaning(word: str, vectors: Vectors, place: Mapping[str, int]) -> Vectors:
    parts = [vectors[place[character]] for character in word if character in place]
    mean = np.mean(parts, axis=0) if parts else np.zeros(vectors.shape[1], dtype=np.float32)
    if word in place:
        mean = vectors[place[word]] + (_CHARACTERS * mean if len(word) > 1 else 0)
    return _unit(mean)


class _Spelling:
    """A random direction per character: words that share characters are somewhat alike, whatever Wikipedia says."""

    def __init__(self, wide: int, seed: int) -> None:
        self._dice = np.random.default_rng(seed)
        self._wide = wide
        self._known: dict[str, NDArray[np.float64]] = {}

    def of(self, word: str) -> NDArray[np.float64]:
        """The sum over the characters, of length 1 on the average."""
        for character in word:
            if character not in self._known:
                self._known[character] = self._dice.normal(0, self._wide**-0.5, self._wide)
        return np.asarray(sum(self._known[character] for character in word) / len(word) ** 0.5)
