"""A whole run kept: by everything that its report depends on."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhibiao.batch import remembered
from zhibiao.batch.cache import Cache
from zhibiao.batch.remembered import Told, recalled, remember, run_key
from zhibiao.reports.summary import Summary

TOLD = Told(Summary(documents=2), ("甲：疑。",), ("乙：坏。",), ("例外第1行。",))
KEYS = {"甲.docx": "a" * 64, "乙.docx": "b" * 64}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "缓存")


def test_a_run_comes_back(cache: Cache, tmp_path: Path) -> None:
    report = tmp_path / "报告.xlsx"
    report.write_bytes(bytes(range(256)))
    assert recalled(cache, "c" * 64) is None
    remember(cache, "c" * 64, report, TOLD)
    assert recalled(cache, "c" * 64) == (bytes(range(256)), TOLD)


def test_a_report_that_is_too_large_is_not_kept(cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST_BYTES", 3)
    report = tmp_path / "报告.xlsx"
    for content, kept in ((b"1234", False), (b"123", True)):
        report.write_bytes(content)
        remember(cache, "c" * 64, report, TOLD)
        assert (recalled(cache, "c" * 64) is not None) is kept


WHOLE = {"report": "MTIz", "summary": Summary().json(), "doubts": [], "failures": [], "unmatched": []}
BROKEN = [
    {},
    {**WHOLE, "report": "%"},
    {**WHOLE, "report": 1},
    {**WHOLE, "summary": []},
    {**WHOLE, "summary": {}},
    {**WHOLE, "doubts": None},
]


@pytest.mark.parametrize("content", BROKEN)
def test_what_cannot_be_read_is_none(cache: Cache, content: dict[str, object]) -> None:
    cache.write("c" * 64, WHOLE)
    assert recalled(cache, "c" * 64) is not None
    cache.write("c" * 64, content)
    assert recalled(cache, "c" * 64) is None


def test_the_key_follows_all_that_the_bytes_depend_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [
        run_key("xlsx", "/甲", KEYS, []),
        run_key("html", "/甲", KEYS, []),
        run_key("xlsx", "/乙", KEYS, []),
        run_key("xlsx", "/甲", {**KEYS, "乙.docx": "c" * 64}, []),
        run_key("xlsx", "/甲", {"甲.docx": "a" * 64}, []),
        run_key("xlsx", "/甲", dict(reversed(KEYS.items())), []),
        run_key("xlsx", "/甲", KEYS, ["例外"]),
    ]
    monkeypatch.chdir(tmp_path)  # the same names lead to other files
    keys.append(run_key("xlsx", "/甲", KEYS, []))
    assert None not in keys
    assert len(set(keys)) == len(keys)


def test_a_source_that_cannot_be_compared_makes_the_run_one_of_its_own() -> None:
    assert run_key("xlsx", "/甲", {**KEYS, "-": None}, []) is None
    assert run_key("xlsx", "/甲", {}, []) is None
