"""`zhibiao pretrain`: from public word vectors and laws to the encoder that every training starts from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from zhibiao.learned.files import seal
from zhibiao.text.segment import frequencies
from zhibiao.training.data.records import load
from zhibiao.training.data.splits import load_splits, part
from zhibiao.training.encoder.cards import write_base_card
from zhibiao.training.encoder.fitting import fit_laws
from zhibiao.training.encoder.laws import law_pairs, read_laws
from zhibiao.training.encoder.saving import save
from zhibiao.training.encoder.starting import DIMENSIONS, starting_vectors
from zhibiao.training.encoder.tokenizer import build_tokenizer
from zhibiao.training.encoder.vocabulary import choose, count, table_texts

SEED = 20250101


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Words and a row of numbers for each."""

    words: tuple[str, ...]
    vectors: NDArray[np.float32]


class WordsError(ValueError):
    """Word vectors that cannot be read."""


def read_words(path: Path) -> WordVectors:
    """An npz file with `words` and `vectors`."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            words, vectors = stored["words"], stored["vectors"]
    except (KeyError, ValueError, OSError) as error:
        raise WordsError(f"{path}：不是词向量文件（{error}）；请给出含 words 和 vectors 的 npz 文件") from error
    if vectors.ndim != 2 or len(words) != len(vectors) or not 0 < vectors.shape[1] < DIMENSIONS:
        raise WordsError(f"{path}：词向量的形状不对；words 与 vectors 的行数应相等，每个词的数字应少于 {DIMENSIONS} 个")
    return WordVectors(tuple(map(str, words)), np.asarray(vectors, dtype=np.float32))


def pretrain(words: Path, laws: Path, data: Path, out: Path, seed: int = SEED) -> None:
    """Choose the words, place them, let them learn from the laws, write the folder. Of the tables only those for training are seen."""
    known = read_words(words)
    articles = tuple(read_laws(laws))
    tables = part(load(data), load_splits(data), "train")
    jieba = frequencies()
    vocabulary = choose(count(article.text for article in articles), count(table_texts(tables)), known.words, jieba)
    tokenizer = build_tokenizer(vocabulary.words, jieba)
    start = starting_vectors(vocabulary, known.words, known.vectors, seed)
    pairs = law_pairs(articles, seed)
    vectors = fit_laws(start, tokenizer, pairs, seed)
    save(out, vectors, tokenizer)
    write_base_card(out, words=len(vocabulary.words), pairs=len(pairs), articles=len(articles), seed=seed)
    seal(out)
