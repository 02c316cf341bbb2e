"""The author's figure: put under the name that it is of, written as a target, carried to a listed measure. Expectations by hand."""

from __future__ import annotations

from typing import Any

import pytest

import zhibiao
from zhibiao.model.suggestion import Suggestion
from zhibiao.scorer import Scorer


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return zhibiao.load(suggest=True)


def every(scorer: Scorer, level2: str, name: str, value: str, description: str | None = None, **head: Any) -> tuple[Suggestion, ...]:
    told = {"description": description} if description is not None else {}
    return tuple(scorer.suggest(level2=f"{level2}指标", name=name, value=value, year=2026, **told, **head))


MENDED = [
    ("数量", "覆盖退休人员比例", None, "7420人", "覆盖退休人员人数", "≥7420人"),
    ("数量", "就餐老人", "户籍老人就餐人次", "60000", "户籍老人就餐人次", "≥60000人次"),
    ("数量", "完成400米标准跑道翻新1条", None, "1条", "400米标准跑道翻新条数", "=1条"),
    ("数量", "网格事件上报及办结数", None, "≥12000", "网格事件上报及办结数", "≥12000件"),
    ("数量", "投保", "古树投保株数", "420", "古树投保株数", "=420株"),
    ("数量", "接种门诊", "", "16", "接种门诊", "=16个"),
    ("数量", "管网改造", "管网改造长度", "15", "管网改造长度", "≥15公里"),
    ("质量", "隐患整改", None, "100%", "隐患整改率", "=100%"),
    ("质量", "案件办理质量", "确保案件办理质量", "无差错", "案件办理差错件数", "=0件"),
    ("质量", "工程质量", "工程质量合格", "合格", "工程验收合格率", "=100%"),
    ("质量", "刊物编校差错率", "每万字编校差错", "≥1/10000", "刊物编校差错率", "≤1‱"),
    ("质量", "工程变更率", None, "不高", "工程变更率", "≤＿%"),
    ("成本", "每人次补贴标准", "每人次补贴标准", "6元", "每人次补贴标准", "=6元/人次"),
    ("成本", "保管费补贴标准", "每吨储备粮每年保管费用补贴", "100元", "保管费补贴标准", "=100元/吨·年"),
    ("成本", "学员生活补助标准", None, "≥2500元/人·月", "学员生活补助标准", "=2500元/人·月"),
    ("时效", "资金及时拨付", None, "及时拨付到位", "资金拨付完成时间", "2026年＿月＿日前"),
]


@pytest.mark.parametrize(("level2", "name", "description", "value", "new", "wanted"), MENDED)
def test_the_smallest_change(scorer: Scorer, level2: str, name: str, description: str | None, value: str, new: str, wanted: str) -> None:
    found = every(scorer, level2, name, value, description, project_name="镇级综合服务", budget_total=400.0)[0]
    assert (found.kind, found.rows[0]["name"], found.rows[0]["value"]) == ("mend", new, wanted)


def test_a_share_of_work_under_quantity_is_quality(scorer: Scorer) -> None:
    found = every(scorer, "数量", "疑点疑区核查", "100%", "疑点疑区核查", project_name="海域海岛动态监视巡查")[0]
    assert (found.kind, found.rows[0]["name"], found.rows[0]["value"]) == ("move", "疑点疑区核查率", "=100%")


def test_a_rate_without_a_whole_is_a_count(scorer: Scorer) -> None:
    found = every(scorer, "社会效益", "境外突发领事保护案件发生率", "0", "境外突发领事案件", project_name="领事保护宣传")
    kept = [one for one in found if one.rows and one.rows[0]["name"] == "境外突发领事保护案件起数"]
    assert [one.rows[0]["value"] for one in kept] == ["=0起"]


def test_a_figure_goes_over_to_the_listed_measure_of_the_same_thing(scorer: Scorer) -> None:
    found = every(scorer, "成本", "每栋补助", "30", "每栋", project_name="既有建筑消防设施改造", budget_total=900.0)
    assert "≤30万元/栋" in [one.rows[0]["value"] for one in found if one.rows]


@pytest.mark.parametrize("name", ["地震灾害损失下降", "基层政权巩固"])
def test_nobodys_deed_is_no_measure(scorer: Scorer, name: str) -> None:
    found = every(scorer, "社会效益", name, "明显", project_name="镇级综合服务")
    assert all(one.kind != "mend" for one in found)
