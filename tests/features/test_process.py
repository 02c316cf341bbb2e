"""Where a row speaks of the unit's own affairs, and whose satisfaction it asks for."""

from __future__ import annotations

import pytest
from row_typing import row_of

from zhibiao.features.process import process_words
from zhibiao.features.respondent import asked, served
from zhibiao.features.sector import sector_words, shares_words


@pytest.mark.parametrize(
    ("name", "more", "words"),
    [
        ("乡村项目预算执行率", {}, "预算执行率"),
        ("执行率", {"description": "预算执行率"}, "预算执行率"),
        ("补助资金发放准确率", {"description": "按照资金管理制度准确发放的人数占比"}, ""),
        ("预算执行率", {"level1": "预算执行率"}, ""),
        ("预算执行率", {"kind": "department"}, ""),
        ("档案归档页数", {"project_name": "档案数字化"}, ""),
        ("补助资金到位时间", {"project_name": "医疗保险县级配套"}, ""),
        ("", {}, ""),
    ],
)
def test_process_words(name: str, more: dict[str, str], words: str) -> None:
    found = process_words(row_of("质量指标", name, "100%", **more))
    assert (found[0].text[slice(*found[1])] if found else "") == words


@pytest.mark.parametrize(
    ("name", "project", "group", "expected"),
    [
        ("机关职工满意度", "敬老院改造", "职工", False),
        ("入住老人满意度", "敬老院改造", "老人", True),
        ("学生满意度", "办案经费", "教育", None),
    ],
)
def test_whom_the_project_serves(name: str, project: str, group: str, expected: bool | None) -> None:
    row = row_of("满意度指标", name, "≥90%", project_name=project)
    found = asked(row)
    assert found is not None
    assert found[0] == group
    assert served(row.table, group) is expected


def test_nobody_in_particular_is_asked() -> None:
    assert asked(row_of("满意度指标", "服务对象满意度", "≥90%")) is None


def test_fields_of_work() -> None:
    assert sector_words("河道清淤长度") == {"工程与自然"}
    assert sector_words("培训人数") == frozenset()
    assert shares_words("学校周边道路", "农村道路建设")
    assert not shares_words("培训人数", "培育产业,惠及人数")
