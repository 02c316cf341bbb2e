"""From the shipped base and training_data/ to the encoder that is used."""

from __future__ import annotations

from pathlib import Path

from zhibiao.training.data.records import load
from zhibiao.training.data.splits import load_splits, part
from zhibiao.training.encoder.cards import write_card
from zhibiao.training.encoder.fitting import fit_tables
from zhibiao.training.encoder.pairs import lessons
from zhibiao.training.encoder.saving import read, save


def train_encoder(base: Path, data_folder: Path, out: Path, seed: int) -> None:
    """Only the tables for training are seen, and of the pairs only those of their sectors."""
    data = load(data_folder)
    learned = lessons(part(data, load_splits(data_folder), "train"), data.pairs)
    vectors, tokenizer = read(base)
    save(out, fit_tables(vectors, tokenizer, learned, seed), tokenizer)
    write_card(out, learned, words=len(vectors) - 1, seed=seed)
