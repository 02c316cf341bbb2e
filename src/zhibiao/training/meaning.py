"""The encoder trained, and what encoders that had not seen a training row make of it: at work it has seen none of the rows it judges."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from zhibiao.learned.encoder import load_encoder
from zhibiao.learned.grams import Array
from zhibiao.learned.likeness import NAMES, likeness
from zhibiao.training.data.records import DataSet
from zhibiao.training.linear import fit_shares, plain
from zhibiao.training.materials import Sample, apart


@dataclass(frozen=True, slots=True)
class Unseen:
    """What encoders trained on the other folds make of each row: likenesses, and scores of the nine categories by its vectors."""

    like: Array
    scores: Array


def unseen_meaning(these: Sample, data: DataSet, base: Path, fold: Array, shares: Array, seed: int) -> Unseen:
    """One encoder a fold; the scores are of a regression on the vectors that this encoder gives to the rows outside the fold."""
    from zhibiao.training.encoder.fitting import fit_tables
    from zhibiao.training.encoder.pairs import lessons
    from zhibiao.training.encoder.saving import read, save

    vectors, tokenizer = read(base)
    like, scores = np.zeros((len(these), len(NAMES)), np.float32), np.zeros(shares.shape)
    for outside, inside in apart(fold):
        tables = tuple({these.tables[row].id: these.tables[row] for row in np.flatnonzero(outside)}.values())
        with tempfile.TemporaryDirectory() as folder:
            save(Path(folder), fit_tables(vectors, tokenizer, lessons(tables, data.pairs), seed), tokenizer)
            near, of_rows, _ = likeness(these.rows, load_encoder(Path(folder)))
        like[inside] = near[inside]
        model = fit_shares(of_rows, shares, np.flatnonzero(outside), plain)
        scores[np.ix_(inside, model.classes_)] = model.decision_function(of_rows[inside])
    return Unseen(like, scores)


def vector_weights(of_rows: Array, shares: Array) -> Array:
    """Weights of the vectors for the nine, fitted on all rows."""
    model = fit_shares(of_rows, shares, np.arange(len(shares)), plain)
    out = np.zeros((of_rows.shape[1], shares.shape[1]))
    out[:, model.classes_] = model.coef_.T
    return out
