"""`zhibiao pretrain` says what is missing."""

from __future__ import annotations

import lzma
import sys
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from zhibiao.cli.main import app


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["pretrain", *map(str, arguments)])
    return result.exit_code, result.output


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    status, said = run("--words", tmp_path / "无.npz", "--laws", tmp_path / "无.xz")
    assert status == 3
    assert "没有这个文件" in said


def test_a_wrong_file_is_told(tmp_path: Path) -> None:
    for name in ("words.npz", "laws.xz"):
        (tmp_path / name).write_text("text", encoding="utf-8")
    status, said = run("--words", tmp_path / "words.npz", "--laws", tmp_path / "laws.xz", "--data", tmp_path)
    assert status == 3
    assert "不是词向量文件" in said


def test_what_to_install_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("datasets", "torch", "sentence_transformers"):
        monkeypatch.setitem(sys.modules, name, None)
    np.savez(tmp_path / "words.npz", words=np.array(["培训", "训", "机井"]), vectors=np.eye(3))
    (tmp_path / "laws.xz").write_bytes(lzma.compress("# 条例\n负责档案工作，监督和指导培训工作。\n".encode()))
    (tmp_path / "splits.json").write_text("{}", encoding="utf-8")
    status, said = run("--words", tmp_path / "words.npz", "--laws", tmp_path / "laws.xz", "--data", tmp_path, "--out", tmp_path / "out")
    assert status == 3
    assert "pip install torch" in said
