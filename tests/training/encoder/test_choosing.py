"""Any encoder can take the place of ours; what can be written is written without pickle."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from encoders import write_encoder

from zhibiao.learned.encoder import load_encoder
from zhibiao.training.encoder.choosing import as_encoder, put_into


class Lengths:
    """The simplest encoder: how many characters, and how many of them are digits."""

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        return [[len(text) + 1.0, float(sum(c.isdigit() for c in text))] for text in texts]


def test_vectors_have_length_one_and_blank_texts_none() -> None:
    vectors = as_encoder(Lengths()).encode(["12", "", "三"])
    assert vectors.dtype == np.float32
    assert vectors[0] == pytest.approx([3 / 13**0.5, 2 / 13**0.5])
    assert vectors[1].tolist() == [0, 0]
    assert as_encoder(Lengths()).encode([]).shape[0] == 0


def test_an_object_that_is_no_encoder_is_told() -> None:
    with pytest.raises(TypeError, match="编码器要有 encode"):
        as_encoder(object())


def test_a_folder_is_copied_and_sealed_and_an_object_cannot_be(tmp_path: Path) -> None:
    given = write_encoder(tmp_path / "given")
    (given / "weights.pkl").write_bytes(b"no")
    assert put_into(given, tmp_path / "out")
    assert not (tmp_path / "out" / "weights.pkl").exists()
    texts = ["培训人数", ""]
    assert (load_encoder(tmp_path / "out").encode(texts) == load_encoder(given).encode(texts)).all()
    assert not put_into(Lengths(), tmp_path / "other")
