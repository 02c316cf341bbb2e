"""What has a day and what has a time for each case."""

from __future__ import annotations

import pytest

from zhibiao.suggesting.timing import is_case_by_case, time_taken, without_manner


@pytest.mark.parametrize("name", ["投诉办结及时率", "故障响应及时率", "法定期限内办结率"])
def test_cases_come_one_after_the_other(name: str) -> None:
    assert is_case_by_case(name)


@pytest.mark.parametrize("name", ["仓房维修完成率", "项目完工率"])
def test_one_work_is_done_once(name: str) -> None:
    assert not is_case_by_case(name)


def test_each_case_takes_its_time() -> None:
    assert time_taken("隐患整改完成及时率", []) == "隐患整改用时"
    assert time_taken("规定时间内完成目标任务百分比", []) is None


def test_the_manner_is_no_part_of_the_work() -> None:
    assert without_manner("及时发放补助") == "补助"
    assert without_manner("翻建完工及时率") == "翻建完工"
