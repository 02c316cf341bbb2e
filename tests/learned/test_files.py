"""A model's folder is checked before it is used."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from zhibiao.errors import ModelError
from zhibiao.learned.files import FORMAT, ModelFolder, fingerprint, seal, write_arrays, write_json


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "类别 模型"
    made.mkdir()
    write_json(made / "config.json", {"format": FORMAT, "名": "值"})
    write_arrays(made / "weights.npz", {"a.b": np.arange(3, dtype=np.float16)})
    seal(made)
    return made


def test_what_was_written_is_read(folder: Path) -> None:
    model = ModelFolder(folder)
    assert model.config["名"] == "值"
    assert model.arrays("weights.npz")["a.b"].tolist() == [0, 1, 2]


def test_the_same_arrays_are_the_same_bytes(folder: Path) -> None:
    first = (folder / "weights.npz").read_bytes()
    write_arrays(folder / "weights.npz", {"a.b": np.arange(3, dtype=np.float16)})
    assert (folder / "weights.npz").read_bytes() == first


def test_a_changed_file_is_refused(folder: Path) -> None:
    with (folder / "weights.npz").open("ab") as out:
        out.write(b" ")
    with pytest.raises(ModelError, match=r"weights.npz：内容与 SHA256SUMS 记录的不符.*zhibiao train"):
        ModelFolder(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "weights.npz").unlink()
    with pytest.raises(ModelError, match=r"weights.npz：SHA256SUMS 中有，文件夹里没有"):
        ModelFolder(folder)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="没有这个模型文件夹"):
        ModelFolder(tmp_path / "没有")


def test_another_format(folder: Path) -> None:
    write_json(folder / "config.json", {"format": FORMAT + 1})
    seal(folder)
    with pytest.raises(ModelError, match=f"模型格式是第 {FORMAT + 1} 版"):
        ModelFolder(folder)


def test_pickled_objects_are_not_read(folder: Path) -> None:
    np.savez(folder / "weights.npz", a=np.array([{"x": 1}], dtype=object))
    seal(folder)
    with pytest.raises(ValueError, match="allow_pickle=False"):
        ModelFolder(folder).arrays("weights.npz")


def test_the_fingerprint_follows_the_content(folder: Path) -> None:
    before = fingerprint([folder])
    assert before == fingerprint([folder])
    write_json(folder / "config.json", {"format": FORMAT, "名": "另一个"})
    seal(folder)
    assert fingerprint([folder]) != before


def test_a_file_that_is_not_listed_is_not_used(folder: Path) -> None:
    write_json(folder / "facts.json", ["a"])
    with pytest.raises(ModelError, match=r"facts.json：不在 SHA256SUMS 中，没有核对过"):
        ModelFolder(folder).json("facts.json")
    (folder / "SHA256SUMS").write_text("", encoding="utf-8")
    with pytest.raises(ModelError, match=r"config.json：不在 SHA256SUMS 中"):
        ModelFolder(folder)


def test_a_readme_is_no_part_of_the_model(folder: Path) -> None:
    sums = (folder / "SHA256SUMS").read_text(encoding="utf-8")
    (folder / "README.md").write_text("# 说明", encoding="utf-8")
    seal(folder)
    assert (folder / "SHA256SUMS").read_text(encoding="utf-8") == sums
