"""A cell of ten thousand characters takes a fraction of a second, whatever is repeated in it."""

from __future__ import annotations

import time
from functools import lru_cache

import pytest

from zhibiao.scorer import Scorer, load

LENGTH = 10_000
SECONDS = 2.0  # of the processor; a pattern that grows with the square of a cell takes ten and more on a slow machine


@lru_cache(maxsize=1)
def scorer() -> Scorer:
    loaded = load()
    loaded.score_indicator(name="培训人数", value="≥60人", description="年内培训人数", basis="培训计划")
    return loaded


@pytest.mark.parametrize("field", ["name", "value", "description", "basis"])
@pytest.mark.parametrize("piece", ["1", "一", "1至", "-1", "率", "〔2025〕1号", "优:", "1月1日", "2025-", "每", "不低于", "提升"])
def test_long_cells(field: str, piece: str) -> None:
    row = {"name": "培训人数", "value": "≥60人", "description": "年内培训人数", "basis": "培训计划"}
    row[field] = (piece * LENGTH)[:LENGTH]
    start = time.process_time()
    scorer().score_indicator(**row)  # type: ignore[arg-type]
    assert time.process_time() - start < SECONDS
