"""Kept results: found again by content, never half, never foreign, never what only the surroundings were to blame for."""

from __future__ import annotations

import json
import os
import shutil
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from report_strategies import DOCUMENTS

from document_comparison import FILES
from zhibiao.batch import cache as kept_results
from zhibiao.batch.cache import PASSING, Cache, content_key, keyed, lasting, usual_folder
from zhibiao.batch.reading import Task
from zhibiao.batch.scored import Scored
from zhibiao.batch.scoring import ScoreTask, score_many, score_some
from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.report import DocumentReport, Failure
from zhibiao.scorer import Scorer

SCORER = Scorer()
KEY = "ab" * 32
SCORED = Scored("甲 局/表.docx", DocumentReport("甲 局/表.docx", unit="局", exempted=(1,)), ())


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "缓 存")


def pack(content: object) -> bytes:
    return zlib.compress(json.dumps(content).encode())


def test_a_result_comes_back(cache: Cache) -> None:
    assert cache.get(KEY, SCORED.source) is None
    cache.put(KEY, SCORED)
    assert cache.get(KEY, SCORED.source) == SCORED


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCUMENTS)
def test_any_result_comes_back(cache: Cache, document: DocumentReport) -> None:
    cache.put(KEY, Scored(document.source, document))
    assert cache.get(KEY, document.source) == Scored(document.source, document)


def test_messages_name_the_new_place(cache: Cache) -> None:
    failure = Failure("表", "damaged", "表（工作表“表1”）：文件已损坏。请另存。")
    cache.put(KEY, Scored("表", replace(SCORED.report or DocumentReport(""), source="表"), (failure,)))
    found = cache.get(KEY, "新 处/表")
    assert found is not None
    assert found.failures == (Failure("新 处/表", "damaged", "新 处/表（工作表“表1”）：文件已损坏。请另存。"),)
    assert found.report is not None
    assert found.report.source == "新 处/表"


DAMAGE = {
    "empty": b"",
    "noise": b"\x00\x01noise",
    "truncated": pack({"key": KEY, "document": None, "failures": []})[:-3],
    "not json": zlib.compress(b"{oops"),
    "not text": zlib.compress(b"\xff\xfe\xff"),
    "a list": pack([1, 2]),
    "a number": pack(7),
    "deep": zlib.compress(b"[" * 200_000),
    "another key": pack({"key": "cd" * 32, "document": None, "failures": []}),
    "no key": pack({"document": None, "failures": []}),
    "nothing kept": pack({"key": KEY}),
    "another shape": pack({"key": KEY, "document": {"source": 1}, "failures": []}),
    "document is text": pack({"key": KEY, "document": "甲", "failures": []}),
    "failures are text": pack({"key": KEY, "document": None, "failures": ["甲"]}),
    "message is a number": pack({"key": KEY, "document": None, "failures": [{"code": "x", "message": 1}]}),
}


@pytest.mark.parametrize("content", DAMAGE.values(), ids=DAMAGE)
def test_damaged_and_foreign_entries_are_none(cache: Cache, content: bytes) -> None:
    cache.put(KEY, SCORED)
    cache.path(KEY).write_bytes(content)
    assert cache.get(KEY, SCORED.source) is None


def test_a_damaged_entry_is_done_again_and_mended(cache: Cache, tmp_path: Path) -> None:
    source = (tmp_path / "甲.docx").as_posix()
    shutil.copy(FILES / "a13_bare_table.docx", source)
    key = content_key(source, SCORER)
    assert key is not None
    first = list(score_many([source], lambda _: SCORER, 1, cache=cache, keys={source: key}))
    whole = cache.path(key).read_bytes()
    cache.path(key).write_bytes(whole[: len(whole) // 2])
    assert list(score_many([source], lambda _: SCORER, 1, cache=cache, keys={source: key})) == first
    assert cache.path(key).read_bytes() == whole


def test_kept_results_are_not_worked_out_again(cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (tmp_path / "甲.docx").as_posix()
    shutil.copy(FILES / "a13_bare_table.docx", source)
    key = content_key(source, SCORER)
    task = ScoreTask(Task(source, Limits()), SCORER, cache, key)
    (first,) = score_some([task])
    monkeypatch.setattr("zhibiao.batch.scoring.each", lambda *_: pytest.fail("judged again"))
    assert list(score_many([source], lambda _: SCORER, 1, cache=cache, keys={source: key})) == [first]


def test_a_file_that_changes_while_it_is_judged_is_not_kept(cache: Cache, tmp_path: Path) -> None:
    source = tmp_path / "甲.csv"
    source.write_text("三级指标,指标值\n培训人数,200人\n", encoding="utf-8")
    key = content_key(source.as_posix(), SCORER)
    source.write_text("三级指标,指标值\n培训人数,300人\n", encoding="utf-8")
    assert score_some([ScoreTask(Task(source.as_posix(), Limits()), SCORER, cache, key)])[0].report is not None
    assert not list(cache.folder.glob("*/*"))


@pytest.mark.parametrize("code", sorted(PASSING))
def test_what_the_surroundings_were_to_blame_for_is_not_kept(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    def fail(*_: object) -> None:
        raise ReadError(code, "读不了", "请重试")

    monkeypatch.setattr("zhibiao.batch.reading._blocks", fail)
    source = tmp_path / "甲.csv"
    source.write_bytes(b"x")
    (scored,) = score_some([ScoreTask(Task(source.as_posix(), Limits()), SCORER, cache, content_key(source.as_posix(), SCORER))])
    assert [failure.code for failure in scored.failures] == [code]
    assert not lasting(scored)
    assert not list(cache.folder.glob("*/*"))


def test_what_the_file_itself_is_to_blame_for_is_kept(cache: Cache, tmp_path: Path) -> None:
    source = (tmp_path / "空.docx").as_posix()
    Path(source).write_bytes(b"")
    key = content_key(source, SCORER)
    assert key is not None
    (scored,) = score_some([ScoreTask(Task(source, Limits()), SCORER, cache, key)])
    assert [failure.code for failure in scored.failures] == ["empty-file"]
    assert cache.get(key, source) == scored


def test_missing_libreoffice_is_not_kept(cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhibiao.reading.office.find_office", lambda *_: None)
    source = (tmp_path / "旧.doc").as_posix()
    shutil.copy(FILES / "b16_market.doc", source)
    (found,) = score_many([source], lambda _: SCORER, 1, cache=cache, keys={source: content_key(source, SCORER)})
    assert [failure.code for failure in found.failures] == ["needs-libreoffice"]
    assert not list(cache.folder.glob("*/*"))


def test_keys_follow_content_and_name_not_the_place(tmp_path: Path) -> None:
    for name in ("甲/表.csv", "乙 局/表.csv", "甲/别.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"1")
    (tmp_path / "丙").mkdir()
    (tmp_path / "丙" / "表.csv").write_bytes(b"2")
    keys = [keyed((tmp_path / name).as_posix(), "以此评判") for name in ("甲/表.csv", "乙 局/表.csv", "甲/别.csv", "丙/表.csv")]
    assert keys[0] == keys[1]
    assert len({*keys, keyed((tmp_path / "甲/表.csv").as_posix(), "别的")}) == 4
    assert keyed((tmp_path / "没有").as_posix(), "") is None
    assert keyed(tmp_path.as_posix(), "") is None


def test_a_write_that_fails_leaves_nothing(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        cache.put(KEY, SCORED)
    monkeypatch.undo()
    assert not list(cache.folder.glob("*/*"))


def test_another_run_that_holds_the_same_entry_open_is_no_fault(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(self: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PermissionError):
        cache.put(KEY, SCORED)
    cache.path(KEY).write_bytes(pack({"key": KEY, "document": None, "failures": []}))
    cache.put(KEY, SCORED)
    assert [path.name for path in cache.folder.glob("*/*")] == [f"{KEY}.z"]


def test_the_longest_unused_go_first(cache: Cache) -> None:
    keys = [f"{number:02x}" * 32 for number in range(10)]
    for age, key in enumerate(keys):
        cache.write(key, {"x": os.urandom(1_000).hex()})
        os.utime(cache.path(key), (1_000_000 - age, 1_000_000 - age))
    size = sum(path.stat().st_size for path in cache.folder.glob("*/*"))
    cache.prune(size)
    assert len(list(cache.folder.glob("*/*"))) == 10
    assert cache.read(keys[9]) is not None  # used now, so that it is the youngest
    cache.prune(size // 2)
    left = [key for key in keys if cache.path(key).is_file()]
    assert left == [*keys[: len(left) - 1], keys[9]]
    assert 3 <= len(left) <= 4


def test_an_entry_that_others_hold_is_passed_over(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("01" * 32, "02" * 32):
        cache.write(key, {})
    removed = Path.unlink

    def held(self: Path, missing_ok: bool = False) -> None:
        if self.name.startswith("01"):
            raise PermissionError
        removed(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    cache.prune(1)
    assert [path.name[:2] for path in cache.folder.glob("*/*")] == ["01"]


def test_where_it_lies_by_system() -> None:
    home = Path.home()
    assert usual_folder({"ZHIBIAO_CACHE": "别处"}, "win32") == Path("别处")
    assert usual_folder({"LOCALAPPDATA": "C:/甲"}, "win32") == Path("C:/甲/zhibiao/cache")
    assert usual_folder({}, "win32") == home / "AppData/Local/zhibiao/cache"
    assert usual_folder({}, "darwin") == home / "Library/Caches/zhibiao"
    assert usual_folder({"XDG_CACHE_HOME": "/甲"}, "linux") == Path("/甲/zhibiao")
    assert usual_folder({"XDG_CACHE_HOME": ""}, "linux") == home / ".cache/zhibiao"


def test_only_its_owner_may_look_into_it(cache: Cache) -> None:
    cache.put(KEY, SCORED)
    if os.name == "posix":
        assert {path.stat().st_mode & 0o777 for path in (cache.folder, cache.path(KEY).parent)} == {0o700}
    assert not list(cache.folder.glob(".probe*"))
    with pytest.raises(OSError, match=r".+"):
        Cache(cache.path(KEY))


def test_the_format_is_part_of_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "表.csv").write_bytes(b"1")
    before = keyed((tmp_path / "表.csv").as_posix(), "")
    monkeypatch.setattr(kept_results, "FORMAT", 2)
    assert keyed((tmp_path / "表.csv").as_posix(), "") != before


@pytest.mark.parametrize("packed_already", [False, True])
def test_what_is_written_is_read_whether_it_could_be_packed_or_not(cache: Cache, packed_already: bool) -> None:
    cache.write("ab" * 32, {"report": "工作簿"}, packed_already)
    assert cache.read("ab" * 32)["report"] == "工作簿"
