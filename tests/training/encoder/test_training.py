"""Training end to end, small: the same twice, only from what is for training."""

from __future__ import annotations

import json
import lzma
import warnings
from pathlib import Path

import numpy as np
import pytest
from encoders import write_encoder
from labelled import row, table, written

from zhibiao.training.encoder.pretraining import WordsError, pretrain, read_words
from zhibiao.training.encoder.saving import read
from zhibiao.training.encoder.training import train_encoder

ROWS = (
    row(1, name="培训人数", description="参加培训的人"),
    row(2, name="培训机井", description="机井", category="成本", acceptable=["成本"]),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = written(tmp_path / "data", table(*ROWS), table(*ROWS, id="good-weather-001", sector="气象"))
    (folder / "splits.json").write_text(json.dumps({"train": ["good-water-001"], "test": ["good-weather-001"]}), encoding="utf-8")
    (folder / "pairs").mkdir()
    return folder


@pytest.fixture
def torch() -> object:
    """Training is tested where it can run; its libraries warn of their own ways."""
    pytest.importorskip("sentence_transformers")
    warnings.simplefilter("ignore")
    return pytest.importorskip("datasets")


@pytest.mark.usefixtures("torch")
def test_the_same_training_gives_the_same_bytes(tmp_path: Path, data: Path) -> None:
    base = write_encoder(tmp_path / "base")
    for name in ("first", "second"):
        train_encoder(base, data, tmp_path / name, seed=3)
    for path in sorted((tmp_path / "first").iterdir()):
        assert path.read_bytes() == (tmp_path / "second" / path.name).read_bytes(), path.name
    assert not np.array_equal(read(tmp_path / "first")[0], read(base)[0])
    assert "有类别的行 2 行" in (tmp_path / "first" / "card.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("torch")
def test_the_base_comes_from_words_and_laws(tmp_path: Path, data: Path) -> None:
    words = ["培训", "人数", "机井", "档案"]
    np.savez(tmp_path / "words.npz", words=np.array(words), vectors=np.random.default_rng(1).normal(size=(4, 3)).astype(np.float16))
    laws = "# 档案条例\n" + "档案主管部门负责档案工作，监督培训和指导。\n" * 4
    (tmp_path / "laws.xz").write_bytes(lzma.compress(laws.encode()))
    pretrain(tmp_path / "words.npz", tmp_path / "laws.xz", data, tmp_path / "base")
    assert "法律法规 4 条" in (tmp_path / "base" / "card.md").read_text(encoding="utf-8")
    train_encoder(tmp_path / "base", data, tmp_path / "out", seed=3)
    assert read(tmp_path / "out")[1] == read(tmp_path / "base")[1]


@pytest.mark.parametrize("content", [{}, {"words": ["甲"], "vectors": [[1.0], [2.0]]}, {"words": ["甲"], "vectors": [1.0]}])
def test_word_vectors_of_another_shape_are_told(tmp_path: Path, content: dict[str, list[object]]) -> None:
    np.savez(tmp_path / "words.npz", **{key: np.array(value) for key, value in content.items()})
    with pytest.raises(WordsError, match="词向量"):
        read_words(tmp_path / "words.npz")


def test_a_file_that_holds_no_arrays_is_told(tmp_path: Path) -> None:
    (tmp_path / "words.npz").write_text("no arrays", encoding="utf-8")
    with pytest.raises(WordsError, match="不是词向量文件"):
        read_words(tmp_path / "words.npz")
