"""Where the vectors start."""

from __future__ import annotations

import numpy as np

from zhibiao.training.encoder.starting import DIMENSIONS, starting_vectors
from zhibiao.training.encoder.vocabulary import Vocabulary

WORDS = ("维修", "修缮", "天文", "修", "维", "的", "≥")
VOCABULARY = Vocabulary(WORDS, (0.01, 0.0001, 0.01, 0.01, 0.01, 0.9, 0.01))
KNOWN = ("维修", "天文", "修", "维", "的")
VECTORS = np.random.default_rng(3).normal(size=(len(KNOWN), 4)).astype(np.float32)


def rows(seed: int = 1) -> dict[str, np.ndarray]:
    vectors = starting_vectors(VOCABULARY, KNOWN, VECTORS, seed)
    return dict(zip(("unknown", *WORDS), vectors, strict=True))


def cosine(first: np.ndarray, second: np.ndarray) -> float:
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


def test_what_is_unknown_is_nothing() -> None:
    vectors = rows()
    assert vectors["unknown"].shape == (DIMENSIONS,)
    assert not vectors["unknown"].any()


def test_common_words_and_signs_say_little() -> None:
    length = {word: float(np.linalg.norm(vector)) for word, vector in rows().items()}
    assert length["修缮"] > length["维修"] > length["的"]
    assert length["≥"] < length["天文"] / 5


def test_words_that_share_a_character_are_somewhat_alike() -> None:
    spelt = {word: vector[VECTORS.shape[1] :] for word, vector in rows().items()}
    assert cosine(spelt["维修"], spelt["修缮"]) > 0.3 > abs(cosine(spelt["天文"], spelt["修缮"]))


def test_a_word_without_a_vector_takes_its_characters() -> None:
    vectors = rows()
    wide = VECTORS.shape[1]
    assert cosine(vectors["修缮"][:wide], vectors["修"][:wide]) > 0.99


def test_the_same_seed_gives_the_same_start() -> None:
    first, again, other = rows(), rows(), rows(2)
    assert all(np.array_equal(first[word], again[word]) for word in first)
    assert not np.array_equal(first["维修"], other["维修"])
