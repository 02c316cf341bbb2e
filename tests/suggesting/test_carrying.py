"""The author's figure under a listed measure: only of the same thing, by the same counter, of its size. Expectations by hand."""

from __future__ import annotations

import pytest

from zhibiao.features.reading import DocumentReading, Row
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.suggesting.carrying import with_figure_of
from zhibiao.suggesting.measures import Measure


def row(level2: str, name: str, description: str, value: str) -> Row:
    line = Indicator(1, "产出指标", f"{level2}指标", name, description, value)
    table = Table(columns=("level1", "level2", "name", "description", "value"), indicators=(line,), project_name="某项目", year=2026)
    return DocumentReading(Document("表", tables=(table,), year=2026)).tables[0].rows[0]


def carried(level2: str, written: tuple[str, str, str], name: str, value: str) -> str:
    return with_figure_of(row(level2, *written), Measure(level2, name, "", value, ("数",), "", "topic/1")).value


@pytest.mark.parametrize(
    ("level2", "written", "name", "value", "wanted"),
    [
        ("成本", ("每栋补助", "", "30"), "每栋楼消防设施改造费用", "≤＿万元/栋", "≤30万元/栋"),
        ("成本", ("单价", "每公里造价", "24"), "每公里治理造价", "≤＿万元/公里", "≤24万元/公里"),
        ("成本", ("奖励标准", "每家上市企业", "100"), "每家企业奖励标准", "=＿万元/家", "=100万元/家"),
        ("数量", ("宣传活动", "", "12"), "消防宣传活动场次", "≥＿场", "≥12场"),
        ("数量", ("运动员", "", "80"), "在训运动员人数", "≥＿人", "≥80人"),
        ("数量", ("送达文书数量", "", "≥3万"), "送达文书份数", "≥＿份", "≥3万份"),
        ("经济效益", ("核减工程造价", "核减金额", "≥1500"), "审计核减工程造价金额", "≥＿万元", "≥1500万元"),
    ],
)
def test_a_figure_goes_over(level2: str, written: tuple[str, str, str], name: str, value: str, wanted: str) -> None:
    assert carried(level2, written, name, value) == wanted


@pytest.mark.parametrize(
    ("level2", "written", "name", "value"),
    [
        ("成本", ("见习补贴", "每人每天", "60"), "见习人员月人均补贴标准", "=＿元/人·月"),  # another span
        ("成本", ("户均补助", "", "2.2"), "危房改造户均补助标准", "≤＿元/户"),  # 2.2 is of 万元
        ("成本", ("户均投资", "", "1500"), "小区改造户均投资", "≤＿万元/户"),  # 1500 is of 元
        ("成本", ("平整单价", "", "5000"), "平整补偿人均标准", "≤＿元/人"),  # nobody was spoken of
        ("成本", ("物业服务费", "", "612.8"), "物业服务每平方米月单价", "≤＿元/平方米·月"),  # the budget
        ("数量", ("资本金", "", "2000"), "资本金支持项目个数", "≥＿个"),  # not the projects
        ("数量", ("关爱活动", "", "6"), "五老参加关爱活动人次", "≥＿人次"),
        ("数量", ("储备粮规模", "", "8"), "储备粮油规模", "≥＿吨"),  # 8 is of 万吨
        ("数量", ("步道", "", "12"), "新建健身场地数量", "=＿个"),
        ("质量", ("案件审结率", "", "95%"), "案件改判发回率", "≤＿%"),  # the other way
        ("质量", ("隐患整改率", "", "100"), "诊断发现隐患整改率", "≥＿%"),
        ("时效", ("报告上报", "", "100"), "严重报告上报用时", "≤＿天"),
    ],
)
def test_a_figure_of_something_else_stays(level2: str, written: tuple[str, str, str], name: str, value: str) -> None:
    assert carried(level2, written, name, value) == value
