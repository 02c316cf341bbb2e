"""The search for garbage is the caller's again when judging is done."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from zhibiao.scorer.garbage import seldom


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_seldom_and_back_also_one_inside_the_other() -> None:
    gc.set_threshold(700, 10, 10)
    with seldom():
        assert gc.get_threshold()[0] > 700
        with seldom():
            assert gc.get_threshold()[0] > 700
        assert gc.get_threshold()[0] > 700
    assert gc.get_threshold() == (700, 10, 10)


def test_back_after_a_mistake() -> None:
    gc.set_threshold(700, 10, 10)
    with pytest.raises(ZeroDivisionError), seldom():
        _ = 1 / 0
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("first", [0, 100_000])
def test_a_search_that_is_off_or_rarer_stays(first: int) -> None:
    gc.set_threshold(first, 10, 10)
    with seldom():
        assert gc.get_threshold()[0] == first
    assert gc.get_threshold()[0] == first
