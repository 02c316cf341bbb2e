"""A stream of rows: part by part, as if at once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from zhibiao.batch import rows
from zhibiao.batch.rows import FEW, MOST, PART, score_rows
from zhibiao.batch.workers import TaskCrashError
from zhibiao.config.file import Config
from zhibiao.config.settings import Settings
from zhibiao.scorer import Scorer

SCORER = Scorer(Config(Settings(select=("M206",))))


def lines(*objects: dict[str, Any] | str) -> list[bytes]:
    return [(one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)).encode() + b"\n" for one in objects]


def tables(stream: list[bytes]) -> list[Any]:
    return [table for part in score_rows(stream, SCORER, "-") if part.report for table in part.report.tables]


def test_ids_come_back_and_rows_of_a_project_stand_together() -> None:
    found = tables(
        lines(
            {"id": "甲", "name": "培训人数", "value": "200人"},
            {"id": 2, "name": "满意度", "value": "≥90%", "project_name": "一"},
            {"id": [3], "name": "合格率", "value": "≥90%", "project_name": "一"},
            {"id": 4, "name": "合格率", "value": "≥90%", "project_name": "二"},
        )
    )
    assert [(table.table, table.project_name, [line.id for line in table.indicators]) for table in found] == [
        (1, None, ["甲"]),
        (2, "一", [2, [3]]),
        (3, "二", [4]),
    ]
    assert [one.code for one in found[0].indicators[0].findings] == ["M206"]


def test_bad_lines_are_named_and_the_rest_is_judged() -> None:
    stream = [b"\xef\xbb\xbf" + lines({"name": "甲"})[0], b"oops\n", b"\n", b"[1]\n", "名".encode("gbk") + b"\n", *lines({"name": "乙"})]
    parts = list(score_rows(stream, SCORER, "-"))
    messages = [(failure.source, failure.code, failure.message) for part in parts for failure in part.failures]
    assert [message for _, _, message in messages] == [
        "标准输入（第2行）：此处缺少值（第 1 个字符处）。请检查这一行，每行应是一个完整的 JSON 对象。",
        "标准输入（第4行）：这一行不是 JSON 对象（应以 { 开头、以 } 结尾）。请检查这一行，每行应是一个完整的 JSON 对象。",
        "标准输入（第5行）：这一行不是 UTF-8 编码。请检查这一行，每行应是一个完整的 JSON 对象。",
    ]
    assert {(source, code) for source, code, _ in messages} == {("-", "bad-json-line")}
    assert [line.name for table in tables(stream) for line in table.indicators] == ["甲", "乙"]


def test_an_object_that_is_no_indicator_is_doubted() -> None:
    doubts = [doubt for part in score_rows(lines({"foo": 1}), SCORER, "-") if part.report for doubt in part.report.doubts]
    assert len(doubts) == 1
    assert "第1行" in doubts[0]


def test_no_row_at_all_is_a_document_without_tables() -> None:
    (part,) = score_rows([], SCORER, "-")
    assert part.report is not None
    assert part.report.tables == ()


@pytest.mark.parametrize("size", [30, 7])
def test_parts_end_where_a_project_does(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = lines(*({"name": f"{number}", "value": "200人", "project_name": f"项目{number // size}"} for number in range(3 * size)))
    at_once = tables(stream)
    monkeypatch.setattr(rows, "PART", 10)
    assert tables(stream) == at_once
    assert [len(table.indicators) for table in at_once] == [size] * 3


def test_a_long_stream_is_judged_alike_by_any_number_of_processes() -> None:
    stream = lines(
        *({"name": f"培训人数{number}", "value": f"{number}人", "project_name": f"项目{number // 90}"} for number in range(6 * PART))
    )
    one = list(score_rows(stream, SCORER, "-", jobs=1))
    assert len(one) > FEW
    assert list(score_rows(stream, SCORER, "-", jobs=2)) == one


def test_a_part_whose_process_died_is_named_and_the_others_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(work: Any, parts: Any, jobs: int, seconds: float) -> Any:
        yield from (TaskCrashError() if number == 1 else work(part) for number, part in enumerate(parts))

    monkeypatch.setattr(rows, "run", lose)
    stream = lines(*({"name": f"{number}"} for number in range(FEW * PART)))
    parts = list(score_rows(stream, SCORER, "-", jobs=2))
    assert [(failure.source, failure.code) for part in parts for failure in part.failures] == [("-", "crashed")]
    assert [table.table for part in parts if part.report for table in part.report.tables] == [1, 2, 3]


def test_a_mistake_of_ours_in_one_part_does_not_lose_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "PART", 1)
    real = Scorer.score_records

    def fail(self: Scorer, records: Any, source: str) -> Any:
        if any(record.fields["name"] == "坏" for record in records):
            raise KeyError("x")
        return real(self, records, source)

    monkeypatch.setattr(Scorer, "score_records", fail)
    parts = list(score_rows(lines({"name": "甲"}, {"name": "坏"}, {"name": "乙"}), SCORER, "-"))
    assert [failure.code for part in parts for failure in part.failures] == ["internal"]
    assert [line.name for part in parts if part.report for table in part.report.tables for line in table.indicators] == ["甲", "乙"]


def test_a_long_stream_is_never_held_as_a_whole() -> None:
    strangers = list(score_rows(lines(*({"name": f"{number}"} for number in range(3 * PART))), SCORER, "-"))
    assert max(sum(len(table.indicators) for table in part.report.tables) for part in strangers if part.report) == PART
    one_project = list(score_rows(lines(*({"name": f"{number}", "project_name": "一"} for number in range(MOST + 1))), SCORER, "-"))
    assert [len(table.indicators) for part in one_project if part.report for table in part.report.tables] == [MOST, 1]
    bad = list(score_rows([b"oops\n"] * (2 * PART), SCORER, "-"))
    assert max(len(part.failures) for part in bad) == PART
