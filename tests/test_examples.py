"""The examples in docstrings of the public face are run."""

from __future__ import annotations

import doctest
from pathlib import Path
from types import ModuleType

import pytest

import zhibiao
from zhibiao.scorer import report, scorer

TOP = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("module", [zhibiao, scorer, report], ids=lambda module: module.__name__)
def test_examples(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOP)
    results = doctest.testmod(module, extraglobs={"zhibiao": zhibiao})
    assert results.attempted > 0
    assert results.failed == 0
