"""Which 分项绩效目标 speaks of which project, and what a narrative says that is out of date."""

from __future__ import annotations

import pytest

from zhibiao.features.dated import dated
from zhibiao.features.field import Field
from zhibiao.features.narrative import belong
from zhibiao.features.reading import TableReading
from zhibiao.model.document import SubGoal, Table

PROJECTS = [
    TableReading(Table(project_name=name, purpose=purpose))
    for name, purpose in (("农村学校校舍维修", "维修教学楼屋面"), ("农村学生营养餐", "提供膳食补助"), ("校园保安服务费", "聘用保安52名"))
]


@pytest.mark.parametrize(
    ("goal", "speaks_of"),
    [
        (SubGoal("校舍维修"), [True, False, False]),
        (SubGoal("改善营养", "为农村学生提供营养餐"), [False, True, False]),
        (SubGoal("校园安全", "配备专职保安"), [False, False, True]),
        (SubGoal("教师培训", "培训骨干教师"), [False, False, False]),
    ],
)
def test_goals_and_projects(goal: SubGoal, speaks_of: list[bool]) -> None:
    assert [belong(goal, table, PROJECTS) for table in PROJECTS] == speaks_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024年总体目标：提高水质。", ["2024年"]),
        ("落实“十三五”规划，迎接党的二十大。", ["十三五", "迎接党的二十大"]),
        ("2024年全县新增耕地，2025年再增。", []),
        ("支付2024年度工程尾款。", []),
        ("党的十九大、二十大精神。", []),
    ],
)
def test_out_of_date_for_2025(text: str, words: list[str]) -> None:
    assert [text[slice(*one.span)] for one in dated(Field("overall_goal", text, True), 2025)] == words
