"""The garbage collector of a worker."""

from __future__ import annotations

import gc

import pytest

from zhibiao.batch.collector import relax


@pytest.fixture(autouse=True)
def _as_before() -> object:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_it_searches_seldom_and_leaves_what_is_loaded_alone() -> None:
    relax()
    assert gc.isenabled()
    assert gc.get_threshold()[0] >= 10_000
    assert gc.get_freeze_count() > 1_000
