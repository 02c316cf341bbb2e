"""The encoder trained, and what encoders that had not seen a training row make of it: at work it has seen none of the rows it judges."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from zhibiao.learned.encoder import load_encoder
from zhibiao.learned.grams import Array
from zhibiao.learned.likeness import NAMES, likeness
from zhibiao.training.data.records import DataSet
from zhibiao.training.materials import Sample, apart


def unseen_likeness(these: Sample, data: DataSet, base: Path, fold: Array, seed: int) -> Array:
    """Likenesses of the training rows, each fold's by an encoder trained on the other folds."""
    from zhibiao.training.encoder.fitting import fit_tables
    from zhibiao.training.encoder.pairs import lessons
    from zhibiao.training.encoder.saving import read, save

    vectors, tokenizer = read(base)
    out = np.zeros((len(these), len(NAMES)), np.float32)
    for outside, inside in apart(fold):
        tables = tuple({these.tables[row].id: these.tables[row] for row in np.flatnonzero(outside)}.values())
        with tempfile.TemporaryDirectory() as folder:
            save(Path(folder), fit_tables(vectors, tokenizer, lessons(tables, data.pairs), seed), tokenizer)
            rows = [these.rows[row] for row in np.flatnonzero(inside)]
            out[inside] = likeness(rows, load_encoder(Path(folder)))
    return out
