"""The folder of an encoder, and the two that ship."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from encoders import VECTORS, write_encoder

from zhibiao.text.segment import terms
from zhibiao.training.encoder.saving import read

MODELS = Path(__file__).parents[3] / "models" / "encoder"
LARGEST = 16_000_000  # bytes of a folder
MOST = 60_000  # words and characters


def test_what_is_written_is_read(tmp_path: Path) -> None:
    vectors, tokenizer = read(write_encoder(tmp_path / "a"))
    assert np.array_equal(vectors[1:], np.array(VECTORS, dtype=np.float32)[1:])
    assert not vectors[0].any()
    assert tokenizer == (tmp_path / "a" / "tokenizer.json").read_bytes()


def test_the_same_encoder_is_the_same_bytes(tmp_path: Path) -> None:
    first, second = write_encoder(tmp_path / "a"), write_encoder(tmp_path / "b")
    for path in sorted(first.iterdir()):
        assert path.read_bytes() == (second / path.name).read_bytes(), path.name


@pytest.mark.parametrize("folder", [MODELS, MODELS / "base"], ids=["encoder", "base"])
def test_the_shipped_folders_are_small_and_whole(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.iterdir() if path.is_file()) <= LARGEST
    vectors, tokenizer = read(folder)
    words = {word for word, _ in json.loads(tokenizer)["model"]["vocab"]}
    assert len(words) == len(vectors) <= MOST
    assert np.isfinite(vectors).all()
    assert not vectors[0].any()
    assert {term for term in terms() if all("一" <= character <= "鿿" for character in term)} <= words
    assert (folder / "card.md").is_file()


def test_both_share_a_tokenizer_and_the_base_has_its_licence() -> None:
    assert read(MODELS)[1] == read(MODELS / "base")[1]
    licence = (MODELS / "base" / "LICENSE.md").read_text(encoding="utf-8")
    assert "synonyms 3.10.0" in licence
    assert "著作权法》第五条" in licence
