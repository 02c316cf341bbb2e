"""指标描述重复名称

检查什么：指标描述和三级指标名称一样，或者只差“的”“情况”“程度”一类的字，没有增加内容。
为何重要：描述应当说清口径：考核谁、怎么算、数据从哪里来；照抄名称等于没有填。
反例：体检人员满意度（描述：体检人员的满意程度）
改为：体检人员满意度（描述：问卷中评价满意的体检人员占收回问卷人数的比例）
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="S103",
    slug="repeated-description",
    title="指标描述重复名称",
    scope="row",
    severity="info",
    message="指标描述“{evidence}”只是重复了名称“{name}”；可以在描述里写明口径：统计范围、计算方法或数据来源。",
    basis=INDICATORS_101,
    ceiling={"S": 2},
)


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Equal first: that is most of them."""
    name, description = row.name, row.description
    if not description.text or not name.text or len(description.text) > len(name.text) + 12:
        return
    if description.text == name.text or (description.bare and (description.bare == name.bare or row.described_in_name)):
        yield RULE.found(description, name=name.text)
