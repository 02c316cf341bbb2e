"""What has a day and what has a time for each case."""

from __future__ import annotations

import pytest

import zhibiao
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


@pytest.mark.parametrize(
    ("name", "description", "value", "new", "wanted"),
    [
        ("评估完成", "", "12月底前", "评估完成时间", "12月底前"),
        ("规划完成", "", "2026年", "规划完成时间", "2026年＿月＿日前"),
        ("宣传月活动", "", "11月", "宣传月活动开展时间", "11月"),
        ("工资发放", "足额发放", "及时", "工资发放完成时间", "每月＿日前"),
    ],
)
def test_the_day_that_is_given_stays(name: str, description: str, value: str, new: str, wanted: str) -> None:
    scorer = zhibiao.load(suggest=True)
    row = {"level2": "时效指标", "name": name, "description": description, "value": value, "year": 2026}
    made = [one.rows[0] for one in scorer.suggest(project_name="镇级综合服务", **row) if one.kind == "mend"]
    assert [(one["name"], one["value"]) for one in made] == [(new, wanted)]


def test_what_is_done_each_month_has_no_day_of_the_year() -> None:
    row = {"level2": "时效指标", "name": "巡查", "description": "每月巡查", "value": "按时", "year": 2026}
    found = zhibiao.load(suggest=True).suggest(project_name="古建筑群消防安防设施巡查", **row)
    assert all(one.kind != "mend" for one in found)
