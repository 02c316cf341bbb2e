"""Tiny encoder folders for tests."""

from pathlib import Path

import numpy as np

from zhibiao.training.encoder.saving import save
from zhibiao.training.encoder.tokenizer import build_tokenizer

WORDS = {"培训": 50, "人数": 40, "机井": 1, "培": 5, "训": 5, "眼": 3, "≥": 1, "0": 1}
VECTORS = [
    [9, 9],
    [1, 0],
    [0, 2],
    [3, 4],
    [1, 1],
    [1, -1],
    [0, 1],
    [0, 0.5],
    [0.5, 0],
]  # the first row, of what is unknown, is saved as zeros


def write_encoder(folder: Path) -> Path:
    """Eight words and signs, two numbers each."""
    save(folder, np.array(VECTORS, dtype=np.float32), build_tokenizer(WORDS, WORDS))
    return folder
